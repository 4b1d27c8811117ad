// Numbers that a program prints before paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace resograph {

// 4 as "4", "d", "D", "iv" or "IV": `format` in the words of Office Open XML, "decimal", "lowerLetter",
// "upperLetter", "lowerRoman", "upperRoman"; decimal for one that is not known.
std::string formatted_number(int number, std::string_view format);

}  // namespace resograph
