#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 5> columns{
    {{"id"}, {"kind"}, {"documents"}, {"mentions"}, {"title", Column::may_shrink}}};

Row dangling_row(const Node& node, const Standing& standing) {
    return {node.id, known(node.kind), static_cast<std::int64_t>(standing.documents),
            static_cast<std::int64_t>(standing.mentions), known(node.title)};
}

}  // namespace

Status dangling_works(const Options& options) {
    Messages messages;
    const auto question = question_of(options, {}, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    std::vector<Row> rows;
    for (const auto& standing : dangling(graph))
        rows.push_back(dangling_row(graph.node(standing.work), standing));
    const bool none = rows.empty();
    print_rows(options, columns, limited(std::move(rows), options, messages));
    if (none) messages.say("everything that is cited and asked for was read");
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
