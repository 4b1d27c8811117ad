#include "importers/xml.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace resograph {

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

}  // namespace resograph
