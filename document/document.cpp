#include "document/document.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace resograph {

namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string printable(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F) {
            result += c;
            continue;
        }
        char escaped[5];
        std::snprintf(escaped, sizeof escaped, "\\x%02x", byte);
        result += escaped;
    }
    return result;
}

}  // namespace

Position position_at(std::string_view bytes, std::size_t offset) {
    const auto before = bytes.substr(0, std::min(offset, bytes.size()));
    const auto line_start = before.rfind('\n') + 1;  // npos + 1 == 0
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start),
                                          before.end(), [](char c) { return !is_continuation(c); });
    return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

std::string to_string(const Diagnostic& diagnostic) {
    std::string result = printable(diagnostic.file);
    if (diagnostic.where.line > 0) {
        result += ':' + std::to_string(diagnostic.where.line) + ':' + std::to_string(diagnostic.where.column);
    }
    switch (diagnostic.severity) {
        case Severity::note:
            result += ": note: ";
            break;
        case Severity::warning:
            result += ": warning: ";
            break;
        case Severity::error:
            result += ": error: ";
            break;
    }
    return result + printable(diagnostic.message);
}

std::string_view to_string(Role role) {
    switch (role) {
        case Role::masthead:
            return "masthead";
        case Role::title:
            return "title";
        case Role::formula:
            return "formula";
        case Role::preambular:
            return "preambular";
        case Role::operative:
            return "operative";
        case Role::heading:
            return "heading";
        case Role::annex:
            return "annex";
        case Role::note:
            return "note";
        case Role::closing:
            return "closing";
        case Role::foreign:
            return "foreign";
    }
    return "";
}

std::optional<Role> parse_role(std::string_view name) {
    for (int n = 0; n <= static_cast<int>(Role::foreign); ++n) {
        const auto role = static_cast<Role>(n);
        if (to_string(role) == name) return role;
    }
    return std::nullopt;
}

namespace {

// In the order of the enum.
constexpr std::array<std::string_view, 5> origins{"", "document", "table", "file name", "assumed"};

}  // namespace

std::string_view to_string(Origin origin) { return origins[static_cast<std::size_t>(origin)]; }

Origin parse_origin(std::string_view name) {
    const auto found = std::find(origins.begin(), origins.end(), name);
    return found == origins.end() ? Origin::unknown : static_cast<Origin>(found - origins.begin());
}

std::size_t file_offset(const Document& document, std::size_t text_offset) {
    const auto next =
        std::upper_bound(document.origins.begin(), document.origins.end(), text_offset,
                         [](std::size_t offset, const OriginRun& run) { return offset < run.text_offset; });
    if (next == document.origins.begin()) return text_offset;
    const auto& run = *(next - 1);
    return run.file_offset + (text_offset - run.text_offset);
}

}  // namespace resograph
