#include "importers/text_encoding.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "document/word_bytes.hpp"

namespace resograph {

namespace {

constexpr std::uint32_t replacement = 0xFFFD;
constexpr std::uint32_t byte_order_mark = 0xFEFF;

// Windows-1252, 0x80 to 0x9F; 0: not assigned.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_forbidden(std::uint32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= 0xD800 && c <= 0xDFFF) ||
           c == 0xFFFE || c == 0xFFFF;
}

// The length of the character at i, 0 if it is none that may stand in a text.
std::size_t valid_length(std::string_view bytes, std::size_t i) {
    const auto byte = [&](std::size_t k) {
        return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
    };
    const auto first = byte(0);
    if (first < 0x80) return is_forbidden(first) ? 0 : 1;
    const std::size_t length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || (length == 3 && first > 0xEF)) return 0;
    std::uint32_t c = first & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        if ((byte(k) & 0xC0) != 0x80) return 0;
        c = c << 6 | (byte(k) & 0x3F);
    }
    constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    return c < smallest[length] || c > 0x10FFFF || is_forbidden(c) ? 0 : length;
}

// UTF-16, by its byte order mark or, without one, by the zero bytes that blanks and Latin letters leave on
// one side and never on the other.
enum class Utf16 { none, little, big };

Utf16 utf16_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return Utf16::little;
    if (bytes.starts_with("\xFE\xFF")) return Utf16::big;
    constexpr std::size_t longest_head = 4096, fewest = 4;
    const auto head = bytes.substr(0, longest_head);
    if (head.find('\0') == std::string_view::npos) return Utf16::none;
    const auto units = head.size() / 2;
    std::size_t first = 0, second = 0;
    for (std::size_t n = 0; n < units; ++n) {
        first += bytes[2 * n] == 0;
        second += bytes[2 * n + 1] == 0;
    }
    const auto enough = std::max(fewest, units / 10);
    if (first == 0 && second >= enough) return Utf16::little;
    if (second == 0 && first >= enough) return Utf16::big;
    return Utf16::none;
}

std::string from_utf16(std::string_view bytes, bool little) {
    std::string text;
    const auto unit = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<std::uint32_t>(little ? a | b << 8 : a << 8 | b);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto c = unit(i);
        if (i == 0 && c == byte_order_mark) continue;
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
            const auto low = unit(i + 2);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                i += 2;
            }
        }
        append_utf8(text, is_forbidden(c) ? replacement : c);
    }
    return text;
}

// A text that is not UTF-8 but whose high bytes all are letters and quotation marks of Windows-1252.
bool looks_like_windows_1252(std::string_view bytes) {
    std::size_t high = 0;
    std::size_t utf8 = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < 0x80) continue;
        if (const auto length = valid_length(bytes, i); length > 1) {
            utf8 += length;
            i += length - 1;
            continue;
        }
        if (byte < 0xA0 && windows_1252[byte - 0x80] == 0) return false;
        ++high;
    }
    return high > utf8;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const std::uint32_t character = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
        append_utf8(text, is_forbidden(character) ? replacement : character);
    }
    return text;
}

std::string repaired(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto length = valid_length(bytes, i);
        if (length == 0)
            append_utf8(text, replacement);
        else
            text.append(bytes.substr(i, length));
        i += std::max<std::size_t>(length, 1);
    }
    return text;
}

}  // namespace

void append_utf8(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::size_t find_invalid(std::string_view bytes) {
    std::size_t i = 0;
    while (i < bytes.size()) {
        i += printable_ascii_length(bytes, i);
        if (i == bytes.size()) break;
        const auto length = valid_length(bytes, i);
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

bool looks_binary(std::string_view bytes) {
    if (utf16_of(bytes) != Utf16::none) return false;
    const auto head = bytes.substr(0, 4096);
    const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0 ||
               (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B);
    });
    return head.find('\0') != std::string_view::npos || static_cast<std::size_t>(odd) * 20 > head.size();
}

DecodedText decode_text(std::string_view bytes, std::string_view file) {
    DecodedText decoded;
    if (const auto utf16 = utf16_of(bytes); utf16 != Utf16::none) {
        decoded.text = from_utf16(bytes, utf16 == Utf16::little);
        decoded.same_offsets = false;
    } else if (const auto invalid = find_invalid(bytes); invalid != std::string_view::npos) {
        const bool windows = looks_like_windows_1252(bytes);
        decoded.text = windows ? from_windows_1252(bytes) : repaired(bytes);
        decoded.same_offsets = false;
        if (!windows) {
            decoded.diagnostics.push_back(
                {Severity::warning, std::string(file), position_at(bytes, invalid),
                 fmt::format("byte {} is no character of UTF-8, expected valid UTF-8; it is read as U+FFFD",
                             invalid)});
        }
    } else {
        decoded.view = bytes;
        return decoded;
    }
    decoded.view = decoded.text;
    return decoded;
}

}  // namespace resograph
