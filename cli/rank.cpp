#include <algorithm>
#include <array>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 7> columns{
    {{"rank"}, {"id"}, {"kind"}, {"documents"}, {"mentions"}, {"pagerank"}, {"title", Column::may_shrink}}};

struct MeasureName {
    std::string_view name;
    Measure measure;
};

constexpr std::array<MeasureName, 3> measures{
    {{"documents", Measure::documents}, {"mentions", Measure::mentions}, {"pagerank", Measure::pagerank}}};

Measure measure_named(std::string_view name) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const auto& m) { return m.name == name; });
    return found == measures.end() ? Measure::documents : found->measure;
}

Row standing_row(const CitationGraph& graph, const Standing& standing, std::size_t place) {
    const auto& node = graph.node(standing.work);
    return {static_cast<std::int64_t>(place),
            node.id,
            known(node.kind),
            static_cast<std::int64_t>(standing.documents),
            static_cast<std::int64_t>(standing.mentions),
            standing.pagerank,
            known(node.title)};
}

}  // namespace

Status rank(const Options& options) {
    Messages messages;
    const auto question = question_of(options, {}, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    const auto standings = ranking(graph, measure_named(options.by));
    std::vector<Row> rows;
    const auto most = options.limit == 0 ? standings.size() : std::min(standings.size(), options.limit);
    for (std::size_t n = 0; n < most; ++n) {
        rows.push_back(standing_row(graph, standings[n], n + 1));
    }
    print_rows(options, columns, rows);
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
