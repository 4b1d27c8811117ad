// Tables of tab-separated values: UTF-8, no quoting, the first line names the columns, lines that start
// with '#' are comments, '|' separates values inside a field.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

struct TsvRow {
    std::uint32_t line = 0;
    std::vector<std::string_view> fields;  // views into the table's bytes; "" where the line was short
};

// A table and what is wrong with it. `bytes` must outlive it.
struct Tsv {
    std::vector<std::string_view> columns;
    std::vector<TsvRow> rows;
    std::vector<Diagnostic> diagnostics;

    // Where a column stands; -1 if there is none of that name.
    int column(std::string_view name) const;

    // "" for a column that is not there.
    std::string_view field(const TsvRow& row, int column) const;
};

Tsv read_tsv(std::string_view bytes, std::string_view file);

// The parts between '|', without surrounding blanks and without empty ones.
std::vector<std::string> split_values(std::string_view field);

}  // namespace resograph
