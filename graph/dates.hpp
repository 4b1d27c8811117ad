// Dates as far as they are known: "2000", "2000-11", "2000-11-15".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace resograph {

// "2000" of "2000-11-15"; nothing for what is no date.
std::optional<int> year_of(std::string_view date);

// "2000-11-15", "2000-11-01" of "2000-11", "2000-01-01" of "2000"; "" for what is no date.
std::string first_day(std::string_view date);

// Negative if a is before b, positive if after. Compared as far as both are known: "2000" is neither before
// nor after "2000-11".
int compare_dates(std::string_view a, std::string_view b);

}  // namespace resograph
