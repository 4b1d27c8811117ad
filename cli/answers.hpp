// What the commands that answer a question share: the filter asked for, and a table of rows as the answer.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "cli/loading.hpp"
#include "cli/questions.hpp"
#include "cli/results.hpp"

namespace resograph::cli {

CitationFilter filter_of(const Options& options);

// Writes rows to --output in --format; a table unless said otherwise.
void print_rows(const Options& options, std::span<const Column> columns, const std::vector<Row>& rows,
                Format otherwise = Format::table);

// As print_rows, for an answer that is a single record.
void print_record(const Options& options, std::span<const Column> columns, const Row& row);

}  // namespace resograph::cli
