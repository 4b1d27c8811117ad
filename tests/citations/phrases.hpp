// A document of a paragraph or a few, for tables of phrases.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "citations/extract.hpp"

namespace resograph::test {

// "Recalling the Convention on X,{1}" with notes {"44/25, annex."}: "{1}" is the mark of note 1. An empty
// line parts paragraphs: pp1, pp2.
struct Phrase {
    std::string text;
    std::string speaker = "General Assembly";
    std::string date = {};
    std::vector<std::string> notes = {};
    Role role = Role::preambular;
};

inline Document document_of(const Phrase& phrase) {
    Document document;
    document.file = "phrase";
    document.metadata.date = phrase.date;
    document.speakers = {phrase.speaker};
    std::vector<std::pair<std::size_t, std::string>> marks;
    std::string text;
    for (std::size_t i = 0; i < phrase.text.size(); ++i) {
        const auto close = phrase.text[i] == '{' ? phrase.text.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            text += phrase.text[i];
        } else {
            marks.emplace_back(text.size(), phrase.text.substr(i + 1, close - i - 1));
            i = close;
        }
    }
    document.text = text + "\n";
    constexpr std::string_view empty_line = "\n\n";
    for (std::size_t begin = 0, n = 1; begin < text.size(); ++n) {
        const auto end = std::min(text.find(empty_line, begin), text.size());
        document.blocks.push_back({phrase.role, "pp" + std::to_string(n), {begin, end}, 0, false, ""});
        begin = end + empty_line.size();
    }
    const auto first_note = static_cast<int>(document.blocks.size());
    for (std::size_t n = 0; n < phrase.notes.size(); ++n) {
        const auto begin = document.text.size();
        document.text += phrase.notes[n] + "\n";
        document.blocks.push_back(
            {Role::note, "fn" + std::to_string(n + 1), {begin, document.text.size() - 1}, 0, false, ""});
    }
    for (const auto& [offset, label] : marks)
        document.marks.push_back({offset, label, first_note + std::stoi(label) - 1});
    return document;
}

// "un-charter art_39; A/RES/55/25 @pp2": "?" for a target that is not known, "!" after an unlikely one.
inline std::string listed(const Extracted& extracted) {
    std::string lines;
    for (const auto& citation : extracted.citations) {
        if (!lines.empty()) lines += "; ";
        lines += citation.target.empty() ? "?" : citation.target;
        constexpr double unlikely = 0.5;
        if (!citation.target.empty() && citation.confidence < unlikely) lines += "!";
        for (const auto& pinpoint : citation.pinpoints) lines += " " + pinpoint;
        if (citation.location != "pp1") lines += " @" + citation.location;
    }
    return lines;
}

// "A/RES/55/25 recalls; untoc recalls".
inline std::string governed(const Extracted& extracted) {
    std::string lines;
    for (const auto& citation : extracted.citations) {
        if (!lines.empty()) lines += "; ";
        lines += citation.target.empty() ? "?" : citation.target;
        lines += " " + std::string(to_string(citation.relation));
    }
    return lines;
}

// "untoc adopted_by A/RES/55/25".
inline std::string related(const Extracted& extracted) {
    std::string lines;
    for (const auto& fact : extracted.facts) {
        if (!lines.empty()) lines += "; ";
        lines += fact.source + " " + std::string(to_string(fact.relation)) + " " + fact.target;
    }
    return lines;
}

}  // namespace resograph::test
