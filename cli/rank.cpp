#include <algorithm>
#include <array>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 7> columns{
    {{"rank"}, {"id"}, {"kind"}, {"documents"}, {"mentions"}, {"pagerank"}, {"title", Column::may_shrink}}};
constexpr std::array<Column, 8> columns_of_hits{{{"rank"},
                                                 {"id"},
                                                 {"kind"},
                                                 {"documents"},
                                                 {"mentions"},
                                                 {"authority"},
                                                 {"hub"},
                                                 {"title", Column::may_shrink}}};

struct MeasureName {
    std::string_view name;
    Measure measure;
};

constexpr std::array<MeasureName, 5> measures{{{"documents", Measure::documents},
                                               {"mentions", Measure::mentions},
                                               {"pagerank", Measure::pagerank},
                                               {"authority", Measure::authority},
                                               {"hub", Measure::hub}}};

Measure measure_named(std::string_view name) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const auto& m) { return m.name == name; });
    return found == measures.end() ? Measure::documents : found->measure;
}

bool of_hits(Measure measure) { return measure == Measure::authority || measure == Measure::hub; }

Row standing_row(const CitationGraph& graph, const Standing& standing, std::size_t place, Measure measure) {
    const auto& node = graph.node(standing.work);
    Row row{static_cast<std::int64_t>(place), node.id, known(node.kind),
            static_cast<std::int64_t>(standing.documents), static_cast<std::int64_t>(standing.mentions)};
    if (of_hits(measure)) {
        row.insert(row.end(), {standing.authority, standing.hub});
    } else {
        row.emplace_back(standing.pagerank);
    }
    row.push_back(known(node.title));
    return row;
}

}  // namespace

Status rank(const Options& options) {
    Messages messages;
    const auto question = question_of(options, {}, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    const auto measure = measure_named(options.by);
    const auto standings = ranking(graph, measure);
    std::vector<Row> rows;
    const auto most = options.limit == 0 ? standings.size() : std::min(standings.size(), options.limit);
    for (std::size_t n = 0; n < most; ++n) {
        rows.push_back(standing_row(graph, standings[n], n + 1, measure));
    }
    print_rows(options, of_hits(measure) ? std::span<const Column>(columns_of_hits) : columns, rows);
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
