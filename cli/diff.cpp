#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/difference.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 6> columns{
    {{"change"}, {"id"}, {"relation"}, {"target"}, {"location"}, {"text", Column::may_shrink}}};

constexpr std::array<std::string_view, 3> kind_names{"removed", "added", "changed"};

Row change_row(const Change& change) {
    return {std::string(kind_names[static_cast<std::size_t>(change.kind)]),
            change.source,
            known(change.relation),
            known(change.target),
            known(change.location),
            known(change.text)};
}

}  // namespace

Status diff(const Options& options) {
    Messages messages;
    std::array<CitationGraph, 2> graphs;
    std::size_t documents = 0;
    for (std::size_t n = 0; n < graphs.size(); ++n) {
        auto of_store = options;
        of_store.store = options.words[n];
        const auto question = question_of(of_store, {}, messages);
        if (!question) return nothing_done;
        graphs[n] = question->graph();
        documents += question->library.documents;
    }
    std::vector<Row> rows;
    for (const auto& change : difference(graphs[0], graphs[1])) rows.push_back(change_row(change));
    print_rows(options, columns, rows);
    if (rows.empty()) messages.say("no difference in what is asked for");
    return messages.status(documents);
}

}  // namespace resograph::cli
