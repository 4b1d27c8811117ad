#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/related.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 6> columns{
    {{"id"}, {"date"}, {"cocited"}, {"coupled"}, {"similarity"}, {"title", Column::may_shrink}}};

void sort_by(std::string_view measure, std::vector<Kinship>& works) {
    const auto by = [&](auto Kinship::*field) {
        std::stable_sort(works.begin(), works.end(),
                         [&](const Kinship& a, const Kinship& b) { return a.*field > b.*field; });
    };
    if (measure == "cocitation") by(&Kinship::cocited);
    if (measure == "coupling") by(&Kinship::coupled);
}

Row kinship_row(const Node& node, const Kinship& kinship) {
    return {node.id,
            known(node.date),
            static_cast<std::int64_t>(kinship.cocited),
            static_cast<std::int64_t>(kinship.coupled),
            kinship.similarity,
            known(node.title)};
}

}  // namespace

Status related_works(const Options& options) {
    Messages messages;
    const auto question = question_of(options, {joined(options.words)}, messages);
    if (!question) return nothing_done;
    // The kind is asked of the works that are listed, not of what makes them related.
    Filter listed;
    listed.kinds = question->filter.kinds;
    const auto graph = filtered(question->library.graph, of_documents(question->filter), question->ids);
    const auto node = graph.find(question->ids.front());
    auto works = node ? related(graph, *node) : std::vector<Kinship>{};
    std::erase_if(works, [&](const Kinship& kin) { return !fits(graph.node(kin.work), listed); });
    sort_by(options.by, works);
    std::vector<Row> rows;
    for (const auto& kin : works) rows.push_back(kinship_row(graph.node(kin.work), kin));
    print_rows(options, columns, limited(std::move(rows), options, messages));
    if (works.empty())
        messages.say(fmt::format("nothing that was read is related to {}", question->ids.front()));
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
