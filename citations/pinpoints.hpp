// The place within a cited text: "article 6, paragraphs 3 and 4", "paragraph 5 (b)", "annex II".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// A list of places of one kind, or nested ones: Akoma Ntoso eId style, "art_6__para_3".
struct Places {
    Span span;  // from the first unit word to the last number
    std::vector<std::string> pinpoints;
    std::vector<std::string> annexes;  // "annex", "annexI": these select an instrument
};

// The numbers after a unit word that ends at `at`: " 24 and 25", " 5 (b) and (c)", " VII", " 10–12".
// nullopt when no number follows.
std::optional<Places> scan_places(std::string_view text, std::string_view unit, std::size_t at);

// "article 6" + "paragraphs 3 and 4" -> "art_6__para_3", "art_6__para_4".
void nest(Places& outer, const Places& inner);

}  // namespace resograph
