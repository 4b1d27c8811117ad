// The one place that prints answers: rows of values as a table, JSON, JSON Lines, CSV, TSV (as
// the registry is written) or Markdown.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/document.hpp"

namespace resograph::cli {

enum class Format { table, json, jsonl, csv, tsv, markdown };

// As typed after --format; nullopt for another word.
std::optional<Format> parse_format(std::string_view name);

// Nothing at all (monostate) is left out of JSON; nullptr is a null there. Both are empty elsewhere.
using Value = std::variant<std::monostate, std::nullptr_t, std::int64_t, double, std::string,
                           std::vector<std::string>, Span>;

// A text, or null when it is empty.
Value known(std::string_view text);

using Row = std::vector<Value>;

struct Column {
    std::string_view name;
    enum Width { whole, may_shrink, not_in_table } width = whole;
};

// Writes rows as they come; a table is written by finish(), when the widths are known.
class ResultWriter {
public:
    // `width`: how many characters a line of a table may have, 0: any. Columns are cut to fit, those that may
    // shrink first.
    ResultWriter(std::ostream& out, Format format, std::span<const Column> columns, std::size_t width);

    void write(const Row& row);
    void finish();

private:
    // The cells of the columns that a table has.
    std::vector<std::string> shown(const Row& row, std::string (*cell)(const Value&)) const;

    std::ostream& out_;
    Format format_;
    std::span<const Column> columns_;
    std::size_t width_;
    std::vector<std::vector<std::string>> table_;
    bool first_ = true;
};

// A single row, as one line a value where that reads better (table, Markdown).
void write_record(std::ostream& out, Format format, std::span<const Column> columns, const Row& row);

// The width of the terminal; of COLUMNS or 120 when the descriptor is none.
std::size_t line_width(int descriptor);

}  // namespace resograph::cli
