#include "exporters/escape.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace resograph {

namespace {

// The bytes at which a run of text that can be copied ends: those of the syntax, controls, non-ASCII.
template <char... of_syntax>
struct Stops {
    static constexpr bool contain(char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte >= 0x7F || ((c == of_syntax) || ...);
    }

    // Whether one of eight bytes is such; a wrong yes is allowed, a wrong no is not.
    static bool may_be_in(std::uint64_t eight_bytes) {
        constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
        const auto has = [eight_bytes](char c) {
            const auto difference = eight_bytes ^ (ones * static_cast<unsigned char>(c));
            return (difference - ones) & ~difference;
        };
        const auto below_space = (eight_bytes - ones * 0x20) & ~eight_bytes;
        const auto of_all = eight_bytes | below_space | has(0x7F);
        return ((of_all | ... | has(of_syntax)) & highs) != 0;
    }
};

template <class Stop>
std::size_t run_length(std::string_view text) {
    std::size_t length = 0;
    for (std::uint64_t eight_bytes = 0; length + sizeof eight_bytes <= text.size();
         length += sizeof eight_bytes) {
        std::memcpy(&eight_bytes, text.data() + length, sizeof eight_bytes);
        if (Stop::may_be_in(eight_bytes)) break;
    }
    while (length < text.size() && !Stop::contain(text[length])) ++length;
    return length;
}

struct Utf8 {
    char bytes[4];
    std::size_t size;
    std::string_view view() const { return {bytes, size}; }
};

Utf8 encode(char32_t c) {
    const auto tail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) return {{static_cast<char>(c)}, 1};
    if (c < 0x800) return {{static_cast<char>(0xC0 | (c >> 6)), tail(0)}, 2};
    if (c < 0x10000) return {{static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0)}, 3};
    return {{static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)}, 4};
}

// Copies runs of plain text; `escape` is asked for the spelling of each ASCII character at a stop, and
// gives "" for one that stands for itself.
template <class Stop, class Escape>
void put_escaped(Output& out, std::string_view text, const Escape& escape) {
    while (true) {
        const auto run = run_length<Stop>(text);
        out.put(text.substr(0, run));
        text.remove_prefix(run);
        if (text.empty()) return;
        const auto c = harmless(take_code_point(text));
        const auto spelling = c < 0x80 ? escape(static_cast<char>(c)) : std::string_view();
        out.put(spelling.empty() ? encode(c).view() : spelling);
    }
}

constexpr std::string_view xml_escape(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return "";
    }
}

constexpr std::string_view json_escape(char c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '<':
            return "\\u003c";
        default:
            return "";
    }
}

// In Turtle and in DOT strings.
constexpr std::string_view backslash_escape(char c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        default:
            return "";
    }
}

using NoSyntax = Stops<>;
using XmlSyntax = Stops<'&', '<', '>', '"'>;
using JsonSyntax = Stops<'"', '\\', '<'>;
using BackslashSyntax = Stops<'"', '\\'>;

template <class Escape>
std::string escaped(std::string_view text, const Escape& escape) {
    std::string result;
    for (const char c : clean(text)) {
        const auto spelling = escape(c);
        if (spelling.empty()) {
            result += c;
        } else {
            result += spelling;
        }
    }
    return result;
}

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "&amp;", "&#1;": Graphviz replaces these in labels.
bool starts_with_entity(std::string_view text) {
    if (!text.starts_with('&')) return false;
    const auto end = text.find(';');
    if (end == std::string_view::npos || end < 2) return false;
    return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end),
                       [](char c) { return is_alphanumeric(c) || c == '#'; });
}

// Also the full-width forms, which a Japanese spreadsheet takes for the same.
bool would_run_as_formula(std::string_view text) {
    constexpr std::u32string_view starts = U"=+-@＝＋－＠";
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return false;
    text.remove_prefix(begin);
    return starts.find(take_code_point(text)) != std::u32string_view::npos;
}

// White space, and what has no width: zero width space, marks of direction, the byte order mark.
bool is_blank(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0xAD || c == 0xFFFD || c == 0xFEFF || (c >= 0x2000 && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000;
}

}  // namespace

char32_t take_code_point(std::string_view& text) {
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};  // by length: longer forms are overlong
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length <= 1 || length > text.size()) {
        text.remove_prefix(1);
        return length == 1 ? lead : U'\uFFFD';
    }
    char32_t c = lead & (0x7Fu >> length);
    bool valid = true;
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        valid = valid && (byte & 0xC0) == 0x80;
        c = (c << 6) | (byte & 0x3F);
    }
    if (!valid || c < smallest[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        text.remove_prefix(1);
        return U'\uFFFD';
    }
    text.remove_prefix(length);
    return c;
}

void append_utf8(std::string& text, char32_t code_point) { text += encode(code_point).view(); }

char32_t harmless(char32_t c) {
    constexpr char32_t replacement = 0xFFFD;
    if ((c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029) return ' ';
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return replacement;
    const bool noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return noncharacter ? replacement : c;
}

std::string clean(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (true) {
        const auto run = run_length<NoSyntax>(text);
        result += text.substr(0, run);
        text.remove_prefix(run);
        if (text.empty()) return result;
        append_utf8(result, harmless(take_code_point(text)));
    }
}

std::string_view front(std::string_view text, std::size_t code_points) {
    if (text.size() <= code_points) return text;
    auto rest = text;
    while (code_points > 0 && !rest.empty()) {
        take_code_point(rest);
        --code_points;
    }
    return text.substr(0, text.size() - rest.size());
}

bool has_text(std::string_view text) {
    while (!text.empty()) {
        const auto c = harmless(take_code_point(text));
        if (!is_blank(c)) return true;
    }
    return false;
}

void put_xml(Output& out, std::string_view text) { put_escaped<XmlSyntax>(out, text, xml_escape); }
void put_json(Output& out, std::string_view text) { put_escaped<JsonSyntax>(out, text, json_escape); }
void put_dot(Output& out, std::string_view text) {
    put_escaped<BackslashSyntax>(out, text, backslash_escape);
}
void put_turtle(Output& out, std::string_view text) {
    put_escaped<BackslashSyntax>(out, text, backslash_escape);
}

void put_dot_label(Output& out, std::string_view text) { put_dot(out, without_entities(text)); }

std::string without_entities(std::string_view text) {
    std::string result;
    for (auto entity = text.find('&'); entity != std::string_view::npos; entity = text.find('&')) {
        result += text.substr(0, entity);
        text.remove_prefix(entity);
        result += starts_with_entity(text) ? "&amp;" : "&";
        text.remove_prefix(1);
    }
    return result += text;
}

void put_iri(Output& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : clean(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_alphanumeric(c) || std::string_view("-._~/:()").find(c) != std::string_view::npos) {
            out.put(c);
        } else {
            out.put('%');
            out.put(digits[byte >> 4]);
            out.put(digits[byte & 15]);
        }
    }
}

std::string pajek_text(std::string_view text) {
    auto result = clean(text);
    std::replace(result.begin(), result.end(), '"', '\'');
    std::replace(result.begin(), result.end(), '\\', '/');
    return result;
}

void put_pajek(Output& out, std::string_view text) { out.put(pajek_text(text)); }

std::string csv_text(std::string_view text) {
    auto result = clean(text);
    if (would_run_as_formula(result)) result.insert(0, "'");
    return result;
}

void put_csv(Output& out, std::string_view text) {
    const auto cell = csv_text(text);
    const bool plain = cell.find_first_of(",;\"' ") == std::string::npos;
    if (plain) return out.put(cell);
    out.put('"');
    for (const char c : cell) {
        if (c == '"') out.put('"');
        out.put(c);
    }
    out.put('"');
}

std::string xml_text(std::string_view text) { return escaped(text, xml_escape); }

std::string dot_quoted(std::string_view text) { return '"' + escaped(text, backslash_escape) + '"'; }

}  // namespace resograph
