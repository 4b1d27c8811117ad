#include "cli/explain.hpp"

#include <ostream>

#include <fmt/format.h>
#include <fmt/ostream.h>

namespace resograph::cli {

namespace {

void line(std::ostream& out, std::string_view name, const std::string& text) {
    if (!text.empty()) fmt::print(out, "  {:<11}{}\n", name, text);
}

std::string target_in_words(const Citation& citation, const Registry& registry) {
    if (citation.target.empty()) return "not resolved";
    const auto title = describe(citation.target, registry).title;
    return title.empty() ? citation.target : fmt::format("{} ({})", citation.target, title);
}

// "footnote 3: General Assembly resolution 44/25, annex."
std::string note_in_words(const Document& document, const Citation& citation) {
    if (citation.footnote.empty()) return "";
    for (const auto& mark : document.marks) {
        constexpr std::size_t nearby = 160;
        const bool at_citation = mark.label == citation.footnote && mark.note >= 0 &&
                                 mark.offset >= citation.span.begin &&
                                 mark.offset <= citation.span.end + nearby;
        if (!at_citation) continue;
        const auto& block = document.blocks[static_cast<std::size_t>(mark.note)];
        return fmt::format("footnote {}: {}", citation.footnote, text_of(document, block.span));
    }
    return fmt::format("footnote {}", citation.footnote);
}

std::string evidence_in_words(const Document& document, const Citation& citation) {
    const auto note = note_in_words(document, citation);
    if (!note.empty()) return note;
    return citation.symbol.empty() || citation.symbol == citation.target
               ? citation.evidence
               : fmt::format("{}; published as {}", citation.evidence, citation.symbol);
}

std::string relation_in_words(const Document& document, const Citation& citation) {
    const auto relation = to_string(citation.relation);
    if (citation.governor == Span{}) return fmt::format("{}: no words govern it", relation);
    return fmt::format("{}, from “{}”", relation, text_of(document, citation.governor));
}

}  // namespace

void explain(std::ostream& out, const ExtractedDocument& from, const Citation& citation,
             const Registry& registry) {
    fmt::print(out, "{} {} “{}”\n", from.extracted.source, citation.location, citation.text);
    line(out, "target", target_in_words(citation, registry));
    line(out, "rule", std::string(explanation(citation.rule)));
    line(out, "evidence", evidence_in_words(from.document, citation));
    line(out, "relation", relation_in_words(from.document, citation));
    line(out, "pinpoints", fmt::format("{}", fmt::join(citation.pinpoints, ", ")));
    line(out, "instead of", fmt::format("{}", fmt::join(citation.candidates, ", ")));
    line(out, "doubt",
         citation.reason.empty() ? ""
                                 : fmt::format("{} (confidence {})", citation.reason, citation.confidence));
    out << '\n';
}

}  // namespace resograph::cli
