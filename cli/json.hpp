// Values as JSON. What is not valid UTF-8 becomes U+FFFD, since readers refuse a file for one such byte.
#pragma once

#include <string>
#include <string_view>

namespace resograph::cli {

// Takes one character from the front of a text that is not empty; "\uFFFD" for a byte that is not UTF-8.
std::string_view take_character(std::string_view& text);

// With its quotation marks.
void append_json_string(std::string& json, std::string_view text);

// Always with a point: "1.0".
void append_json_number(std::string& json, double number);

}  // namespace resograph::cli
