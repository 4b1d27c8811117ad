#include "importers/xml.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "importers/text_encoding.hpp"

namespace resograph {

std::string nested_too_deep(std::size_t depth) {
    return fmt::format(
        "elements nested more than {} deep, expected a document (--max-depth raises the limit)", depth);
}

std::string_view root_element(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != '<') return {};
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const auto rest = text.substr(at + 1);
        if (rest.starts_with("!--")) {
            at = text.find("-->", at);
            if (at == std::string_view::npos) return {};
        } else if (!rest.starts_with('?') && !rest.starts_with('!')) {
            return local_name(rest.substr(0, rest.find_first_of(" \t\r\n/>")));
        }
    }
    return {};
}

std::optional<Tag> find_tag(std::string_view text, std::string_view name, std::size_t from) {
    for (auto at = text.find('<', from); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const bool closes = text.substr(at + 1).starts_with('/');
        const auto begin = at + (closes ? 2 : 1);
        constexpr std::size_t longest_name = 64;
        const auto head = text.substr(begin, longest_name);
        if (local_name(head.substr(0, head.find_first_of(" \t\r\n/>"))) != name) continue;
        const auto end = text.find('>', begin);
        if (end == std::string_view::npos) return std::nullopt;
        return Tag{at, end + 1, closes};
    }
    return std::nullopt;
}

std::optional<Diagnostic> parse_xml(std::string_view text, std::string_view file, std::string_view expected,
                                    std::string& copy, pugi::xml_document& xml) {
    copy = text;
    const auto parsed = xml.load_buffer_inplace(
        copy.data(), copy.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (parsed) return std::nullopt;
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
    return Diagnostic{Severity::error, std::string(file), position_at(text, offset),
                      fmt::format("not well-formed XML: {}, expected {}", parsed.description(), expected)};
}

namespace {

// Entities and ends of lines make a value shorter than its markup: a run ends at each.
void append_with_entities(DocumentBuilder& builder, std::string_view text, std::size_t offset,
                          std::string_view value) {
    auto at = offset;  // in the text: where value[next] stands
    std::size_t begin = 0, begins_at = offset;
    const auto append_until = [&](std::size_t end) {
        if (end > begin) builder.append(value.substr(begin, end - begin), begins_at);
    };
    for (std::size_t next = 0; next < value.size(); ++next, ++at) {
        const auto rest = text.substr(std::min(at, text.size()));
        if (value[next] == '\n' && rest.starts_with("\r\n")) {
            append_until(next);
            begin = next;
            begins_at = ++at;
        } else if (rest.starts_with('&') && (value[next] != '&' || rest.starts_with("&amp;"))) {
            append_until(next);
            const auto length = character_length(value[next]);
            builder.append(value.substr(next, length), at);
            next += length - 1;
            begin = next + 1;
            if (const auto semicolon = rest.find(';'); semicolon != std::string_view::npos) at += semicolon;
            begins_at = at + 1;
        }
    }
    append_until(value.size());
}

}  // namespace

void XmlSource::append_to(DocumentBuilder& builder, std::string_view value) const {
    const auto offset = static_cast<std::size_t>(value.data() - copy);
    if (!same_offsets || offset >= text.size()) return builder.append(value);
    if (text.substr(offset, value.size()) == value) return builder.append(value, offset);
    append_with_entities(builder, text, offset, value);
}

}  // namespace resograph
