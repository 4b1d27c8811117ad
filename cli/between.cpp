#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 6> columns{
    {{"id"}, {"kind"}, {"date"}, {"from_first"}, {"to_last"}, {"title", Column::may_shrink}}};

Row between_row(const Node& node, const Between& place) {
    return {node.id,
            known(node.kind),
            known(node.date),
            std::int64_t{place.from_first},
            std::int64_t{place.to_last},
            known(node.title)};
}

}  // namespace

Status between_works(const Options& options) {
    Messages messages;
    const auto question = question_of(options, options.words, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    const auto first = graph.find(question->ids[0]), last = graph.find(question->ids[1]);
    std::vector<Row> rows;
    if (first && last) {
        for (const auto& place : between(graph, *first, *last))
            rows.push_back(between_row(graph.node(place.work), place));
    }
    const bool none = rows.empty();
    print_rows(options, columns, limited(std::move(rows), options, messages));
    if (none)
        messages.say(fmt::format("no work that is asked for lies between {} and {}", question->ids[0],
                                 question->ids[1]));
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
