#include "citations/citation.hpp"

#include <algorithm>
#include <array>

namespace resograph {

namespace {

constexpr std::array<std::string_view, 21> names{
    "recalls",    "notes",   "welcomes",    "acts_under",  "urges_adherence", "implements", "adopts",
    "endorses",   "amends",  "extends",     "terminates",  "requests",        "mentions",   "annexed_to",
    "adopted_by", "part_of", "protocol_to", "supplements", "recommended_by",  "member_of",  "related",
};
static_assert(names.size() == static_cast<std::size_t>(Relation::related) + 1);

constexpr std::array<std::string_view, 23> explanations{
    "",
    "only one body writes its numbers in this form",
    "the body is named with the number",
    "“its” is that of the subject of the clause",
    "the body that speaks in this part of the text",
    "of the bodies that number so, only this one met on that day",
    "the body of the list that the number stands in",
    "the body that the paragraph named last",
    "a document symbol, as printed",
    "a name of the registry, the longest that fits",
    "a collective name of the registry",
    "a name of several instruments: the note says which",
    "a name of several instruments: one of them was named in full before",
    "a name of several instruments: the rule of the table for this name decides (ambiguous_aliases.tsv)",
    "a name of several instruments: nothing decides",
    "a name by the way it is written; no registry lists it",
    "a name that no registry lists: the symbol in the bracket after it says where it is",
    "a name that no registry lists: the document says elsewhere where it is",
    "the beginning of a name that was given in full before",
    "what was named before is meant again",
    "the note at these words says where it is",
    "the note repeats the one before it",
    "a name that no registry lists: another document says where it is",
};
static_assert(explanations.size() == static_cast<std::size_t>(Rule::learned_name) + 1);

}  // namespace

std::string_view explanation(Rule rule) { return explanations[static_cast<std::size_t>(rule)]; }

std::string_view to_string(Relation relation) { return names[static_cast<std::size_t>(relation)]; }

bool parse_relation(std::string_view name, Relation& relation) {
    const auto found = std::find(names.begin(), names.end(), name);
    relation = found == names.end() ? Relation::mentions : static_cast<Relation>(found - names.begin());
    return found != names.end();
}

bool is_structural(Relation relation) { return relation > Relation::mentions; }

}  // namespace resograph
