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

}  // namespace

std::string_view to_string(Relation relation) { return names[static_cast<std::size_t>(relation)]; }

bool parse_relation(std::string_view name, Relation& relation) {
    const auto found = std::find(names.begin(), names.end(), name);
    relation = found == names.end() ? Relation::mentions : static_cast<Relation>(found - names.begin());
    return found != names.end();
}

bool is_structural(Relation relation) { return relation > Relation::mentions; }

}  // namespace resograph
