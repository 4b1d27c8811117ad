#include "cli/json.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace resograph::cli {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

// The length of the well-formed sequence at the front (Unicode, table 3-7); 0 if there is none.
std::size_t sequence_length(std::string_view text) {
    const auto first = byte_at(text, 0);
    if (first < 0x80) return 1;
    const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || text.size() < length) return 0;
    const auto second = byte_at(text, 1);
    const auto lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const auto highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte_at(text, i) & 0xC0) != 0x80) return 0;
    }
    return length;
}

bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F && c != '"' &&
           c != '\\';
}

void append_escaped(std::string& json, char c) {
    switch (c) {
        case '"':
            json += "\\\"";
            break;
        case '\\':
            json += "\\\\";
            break;
        case '\n':
            json += "\\n";
            break;
        case '\t':
            json += "\\t";
            break;
        default:
            fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned char>(c));
    }
}

}  // namespace

std::string_view take_character(std::string_view& text) {
    const auto length = sequence_length(text);
    const auto character = length == 0 ? replacement : text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
    return character;
}

void append_json_string(std::string& json, std::string_view text) {
    json += '"';
    while (!text.empty()) {
        const auto special = std::find_if_not(text.begin(), text.end(), is_plain);
        const auto plain = static_cast<std::size_t>(special - text.begin());
        json += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const auto character = take_character(text);
        if (character.size() == 1) {
            append_escaped(json, character[0]);
        } else {
            json += character;
        }
    }
    json += '"';
}

void append_json_number(std::string& json, double number) {
    const auto digits = fmt::format("{}", number);
    json += digits;
    if (digits.find_first_of(".en") == std::string::npos) json += ".0";
}

}  // namespace resograph::cli
