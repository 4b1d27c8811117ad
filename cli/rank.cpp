#include <algorithm>
#include <array>

#include "cli/answers.hpp"
#include "cli/commands.hpp"

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
    return std::find_if(measures.begin(), measures.end(), [&](auto m) { return m.name == name; })->measure;
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
    const auto library = load_library(options, messages);
    const auto standings = ranking(library.graph, measure_named(options.by), filter_of(options));
    std::vector<Row> rows;
    for (std::size_t n = 0; n < std::min(standings.size(), options.limit); ++n) {
        rows.push_back(standing_row(library.graph, standings[n], n + 1));
    }
    print_rows(options, columns, rows);
    return messages.status(library.documents);
}

}  // namespace resograph::cli
