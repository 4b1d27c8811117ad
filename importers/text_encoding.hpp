// Bytes to valid UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// The bytes as UTF-8 without characters that XML forbids. UTF-16, with a byte order mark or without, and
// Windows-1252 are converted; what is no character becomes U+FFFD, with one warning that names the first
// place.
struct DecodedText {
    std::string text;  // empty when the input was fine as it was: use `view`
    std::string_view view;
    bool same_offsets = true;  // an offset in view is an offset in the file
    std::vector<Diagnostic> diagnostics;
};
DecodedText decode_text(std::string_view bytes, std::string_view file);

// The first byte that is not part of valid UTF-8, or that XML 1.0 forbids; npos if all is well.
std::size_t find_invalid(std::string_view bytes);

// Many zero bytes or control characters: no text of any kind.
bool looks_binary(std::string_view bytes);

// How many bytes a character of valid UTF-8 takes that begins with this one.
constexpr std::size_t character_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

// Appends a character as UTF-8.
void append_utf8(std::string& text, std::uint32_t character);

}  // namespace resograph
