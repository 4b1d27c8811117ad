#include "inputs/metadata_table.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "importers/text_encoding.hpp"
#include "inputs/inputs.hpp"

namespace resograph {

namespace {

constexpr std::array<std::string_view, 6> columns{"file", "symbol", "title", "date", "language", "body"};

struct Record {
    std::vector<std::string> fields;
    std::size_t offset = 0;
};

// RFC 4180: a quoted field may hold commas, line ends and doubled quotes.
std::optional<Record> take_record(std::string_view csv, std::size_t& at) {
    if (at >= csv.size()) return std::nullopt;
    Record record{{""}, at};
    bool quoted = false;
    for (; at < csv.size(); ++at) {
        const char c = csv[at];
        auto& field = record.fields.back();
        if (quoted) {
            const bool doubled = c == '"' && at + 1 < csv.size() && csv[at + 1] == '"';
            if (doubled) ++at;
            if (c == '"' && !doubled)
                quoted = false;
            else
                field += c;
        } else if (c == '"' && field.empty()) {
            quoted = true;
        } else if (c == ',') {
            record.fields.emplace_back();
        } else if (c == '\n') {
            ++at;
            return record;
        } else if (c != '\r') {
            field += c;
        }
    }
    return record;
}

bool is_date(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    return std::equal(text.begin(), text.end(), shape.begin(),
                      [](char c, char s) { return s == 'd' ? c >= '0' && c <= '9' : c == s; });
}

// "55/25" of the GA is A/RES/55/25, "1373 (2001)" of the SC S/RES/1373(2001).
std::string with_body(std::string symbol, std::string_view body) {
    struct Prefix {
        std::string_view body, prefix;
    };
    static constexpr std::array<Prefix, 4> prefixes{
        {{"GA", "A/RES/"}, {"SC", "S/RES/"}, {"ECOSOC", "E/RES/"}, {"HRC", "A/HRC/RES/"}}};
    std::erase(symbol, ' ');
    if (symbol.empty() || symbol[0] < '0' || symbol[0] > '9') return symbol;
    for (const auto& known : prefixes) {
        if (known.body == body) return std::string(known.prefix) + symbol;
    }
    return symbol;
}

void fill(std::string& value, Origin& from, const std::string& given) {
    if (given.empty() || from == Origin::document) return;
    value = given;
    from = Origin::table;
}

}  // namespace

std::vector<Diagnostic> MetadataTable::add(std::string_view csv, std::string_view file) {
    auto decoded = decode_text(csv, file);
    auto diagnostics = std::move(decoded.diagnostics);
    auto bytes = decoded.view;
    const auto say = [&](std::size_t offset, std::string message) {
        diagnostics.push_back(
            {Severity::error, std::string(file), position_at(bytes, offset), std::move(message)});
    };
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const auto head = take_record(bytes, at);
    const auto is_column = [](const std::string& name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
    };
    if (!head || std::find(head->fields.begin(), head->fields.end(), "file") == head->fields.end() ||
        !std::all_of(head->fields.begin(), head->fields.end(), is_column)) {
        say(0, fmt::format("the first line names other columns, expected file and some of {}",
                           fmt::join(columns.begin() + 1, columns.end(), ", ")));
        return diagnostics;
    }
    while (const auto record = take_record(bytes, at)) {
        if (record->fields.size() == 1 && record->fields[0].empty()) continue;
        if (record->fields.size() != head->fields.size()) {
            say(record->offset, fmt::format("{} fields, expected {} as in the first line",
                                            record->fields.size(), head->fields.size()));
            continue;
        }
        Row row;
        for (std::size_t n = 0; n < head->fields.size(); ++n) row[head->fields[n]] = record->fields[n];
        if (!row["date"].empty() && !is_date(row["date"])) {
            say(record->offset,
                fmt::format("\"{}\" is no date, expected one such as 2000-11-15, 2000-11 or 2000",
                            row["date"]));
            row["date"].clear();
        }
        row["symbol"] = with_body(row["symbol"], row["body"]);
        rows_.insert_or_assign(input_name(row["file"]), std::move(row));
    }
    return diagnostics;
}

// A row may name the file with all of its folders, with some, or with none.
const MetadataTable::Row* MetadataTable::row_of(std::string_view file) const {
    while (true) {
        if (const auto found = rows_.find(file); found != rows_.end()) return &found->second;
        const auto slash = file.find('/');
        if (slash == std::string_view::npos) return nullptr;
        file.remove_prefix(slash + 1);
    }
}

void MetadataTable::complete(Document& document) const {
    const auto* row = row_of(document.file);
    if (!row) return;
    const auto given = [&](std::string_view column) {
        const auto found = row->find(column);
        return found == row->end() ? std::string() : found->second;
    };
    auto& m = document.metadata;
    fill(m.symbol, m.symbol_from, given("symbol"));
    fill(m.title, m.title_from, given("title"));
    fill(m.date, m.date_from, given("date"));
    fill(m.language, m.language_from, given("language"));
}

}  // namespace resograph
