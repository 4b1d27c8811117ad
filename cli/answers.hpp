// What the commands that answer a question share: what it is asked of, and a table of rows as the answer.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "cli/loading.hpp"
#include "cli/results.hpp"
#include "graph/filter.hpp"

namespace resograph::cli {

// What a question is asked of.
struct Question {
    Library library;
    std::vector<std::string> ids;  // what the words mean
    Filter filter;

    // The part of the graph that is asked for; the works that the words mean stay.
    CitationGraph graph() const { return filtered(library.graph, filter, ids); }
};

// Each of the words is a work. Nothing if one of them or of --around is unknown, which is reported.
std::optional<Question> question_of(const Options& options, const std::vector<std::string>& words,
                                    Messages& messages, const VisitRecord& visit = {});
std::optional<Question> question_in(Library library, const Options& options,
                                    const std::vector<std::string>& words, Messages& messages);

// The work that is asked about and, --with-protocols, its protocols. Nothing if no document cites it.
std::vector<NodeIndex> works_asked_about(const CitationGraph& graph, const Question& question,
                                         const Options& options);

// As many rows as --limit leaves. What is left out is said.
std::vector<Row> limited(std::vector<Row> rows, const Options& options, Messages& messages);

// Writes rows to --output in --format; a table unless said otherwise.
void print_rows(const Options& options, std::span<const Column> columns, const std::vector<Row>& rows,
                Format otherwise = Format::table);

// As print_rows, for an answer that is a single record.
void print_record(const Options& options, std::span<const Column> columns, const Row& row);

}  // namespace resograph::cli
