#include "document/numerals.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace resograph {

namespace {

std::string in_letters(int number) {
    if (number < 1) return "";
    constexpr int most = 10;  // after z: aa, bb, cc
    const auto times = static_cast<std::size_t>(std::min((number - 1) / 26 + 1, most));
    return std::string(times, static_cast<char>('a' + (number - 1) % 26));
}

std::string in_roman(int number) {
    struct Sign {
        int value;
        std::string_view sign;
    };
    static constexpr std::array<Sign, 13> signs{{{1000, "m"},
                                                 {900, "cm"},
                                                 {500, "d"},
                                                 {400, "cd"},
                                                 {100, "c"},
                                                 {90, "xc"},
                                                 {50, "l"},
                                                 {40, "xl"},
                                                 {10, "x"},
                                                 {9, "ix"},
                                                 {5, "v"},
                                                 {4, "iv"},
                                                 {1, "i"}}};
    constexpr int largest = 3999;
    if (number > largest) return std::to_string(number);
    std::string result;
    for (const auto& [value, sign] : signs) {
        for (; number >= value; number -= value) result += sign;
    }
    return result;
}

std::string upper(std::string text) {
    for (auto& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

}  // namespace

std::string formatted_number(int number, std::string_view format) {
    if (format == "lowerLetter") return in_letters(number);
    if (format == "upperLetter") return upper(in_letters(number));
    if (format == "lowerRoman") return in_roman(number);
    if (format == "upperRoman") return upper(in_roman(number));
    if (format == "decimalZero") return fmt::format("{:02}", number);
    return format == "none" ? "" : std::to_string(number);
}

}  // namespace resograph
