#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 7> columns{{{"from"},
                                         {"direction"},
                                         {"relation"},
                                         {"to"},
                                         {"location"},
                                         {"pinpoint", Column::may_shrink},
                                         {"text", Column::may_shrink}}};

Row step_row(const CitationGraph& graph, const Step& step) {
    const auto& mention = *step.edge.mention;
    return {
        graph.node(step.from).id, step.backwards ? "<-" : "->", std::string(to_string(step.edge.relation)),
        graph.node(step.to).id,   known(mention.location),      known(mention.pinpoint),
        known(mention.text)};
}

}  // namespace

Status path(const Options& options) {
    Messages messages;
    const auto question = question_of(options, options.words, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    const auto& from = question->ids[0];
    const auto& to = question->ids[1];
    const auto first = graph.find(from), last = graph.find(to);
    std::vector<Row> rows;
    if (first && last) {
        for (const auto& step : connection(graph, *first, *last)) rows.push_back(step_row(graph, step));
    }
    print_rows(options, columns, rows);
    if (rows.empty()) messages.say(fmt::format("nothing that was read connects {} with {}", from, to));
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
