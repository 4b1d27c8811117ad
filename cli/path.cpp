#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"

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
    const auto library = load_library(options, messages);
    const auto from = find_id(options.words[0], library, messages);
    const auto to = find_id(options.words[1], library, messages);
    if (!from || !to) return nothing_done;
    const auto first = library.graph.find(*from);
    const auto last = library.graph.find(*to);
    std::vector<Row> rows;
    if (first && last) {
        for (const auto& step : connection(library.graph, *first, *last)) {
            rows.push_back(step_row(library.graph, step));
        }
    }
    print_rows(options, columns, rows);
    if (rows.empty()) messages.say(fmt::format("nothing that was read connects {} with {}", *from, *to));
    return messages.status(library.documents);
}

}  // namespace resograph::cli
