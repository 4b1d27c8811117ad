// A document of one paragraph, for tables of phrases.
#pragma once

#include <string>
#include <string_view>

#include "citations/extract.hpp"

namespace resograph::test {

// "Recalling the Convention on X,{1}" with notes {"44/25, annex."}: "{1}" is the mark of note 1.
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
    document.blocks.push_back({phrase.role, "pp1", {0, text.size()}, phrase.speaker, false, ""});
    for (std::size_t n = 0; n < phrase.notes.size(); ++n) {
        const auto begin = document.text.size();
        document.text += phrase.notes[n] + "\n";
        document.blocks.push_back({Role::note,
                                   "fn" + std::to_string(n + 1),
                                   {begin, document.text.size() - 1},
                                   phrase.speaker,
                                   false,
                                   ""});
    }
    for (const auto& [offset, label] : marks) document.marks.push_back({offset, label, std::stoi(label)});
    return document;
}

// "un-charter art_39 acts_under", one line a citation; "?" for a target that is not known.
inline std::string listed(const Extracted& extracted) {
    std::string lines;
    for (const auto& citation : extracted.citations) {
        if (!lines.empty()) lines += "; ";
        lines += citation.target.empty() ? "?" : citation.target;
        for (const auto& pinpoint : citation.pinpoints) lines += " " + pinpoint;
        if (citation.location != "pp1") lines += " @" + citation.location;
    }
    return lines;
}

}  // namespace resograph::test
