#include "registry/tsv.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace resograph {

namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = line.find(separator);
        parts.push_back(line.substr(0, at));
        if (at == std::string_view::npos) return parts;
        line.remove_prefix(at + 1);
    }
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

int Tsv::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::string_view Tsv::field(const TsvRow& row, int column) const {
    const auto index = static_cast<std::size_t>(column);
    return column < 0 || index >= row.fields.size() ? std::string_view{} : row.fields[index];
}

Tsv read_tsv(std::string_view bytes, std::string_view file) {
    Tsv table;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::uint32_t number = 0;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        auto line = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        if (table.columns.empty()) {
            table.columns = split(line, '\t');
            continue;
        }
        TsvRow row{number, split(line, '\t')};
        if (row.fields.size() > table.columns.size()) {
            const auto extra = row.fields[table.columns.size()].data() - line.data();
            table.diagnostics.push_back({Severity::error,
                                         std::string(file),
                                         {number, static_cast<std::uint32_t>(extra + 1)},
                                         fmt::format("{} fields, expected the {} of the header",
                                                     row.fields.size(), table.columns.size())});
            continue;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<std::string> split_values(std::string_view field) {
    std::vector<std::string> values;
    for (const auto part : split(field, '|')) {
        if (const auto value = trimmed(part); !value.empty()) values.emplace_back(value);
    }
    return values;
}

}  // namespace resograph
