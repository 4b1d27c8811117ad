// citing and its mirror, cites.
#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"

namespace resograph::cli {

namespace {

// A row a work. `distance` and `through` are of chains alone.
constexpr std::array<Column, 9> work_columns{{{"id"},
                                              {"date"},
                                              {"mentions"},
                                              {"relations", Column::may_shrink},
                                              {"locations", Column::may_shrink},
                                              {"pinpoints", Column::not_in_table},
                                              {"title", Column::may_shrink},
                                              {"distance", Column::not_in_table},
                                              {"through", Column::not_in_table}}};

constexpr std::array<Column, 9> chain_columns{{{"id"},
                                               {"date"},
                                               {"mentions"},
                                               {"relations", Column::not_in_table},
                                               {"locations", Column::not_in_table},
                                               {"pinpoints", Column::not_in_table},
                                               {"title", Column::may_shrink},
                                               {"distance"},
                                               {"through"}}};

constexpr std::array<Column, 9> mention_columns{{{"id"},
                                                 {"date"},
                                                 {"location"},
                                                 {"relation"},
                                                 {"pinpoint", Column::may_shrink},
                                                 {"text", Column::may_shrink},
                                                 {"footnote", Column::not_in_table},
                                                 {"evidence", Column::not_in_table},
                                                 {"confidence", Column::not_in_table}}};

using Texts = std::vector<std::string>;

void add_once(Texts& texts, std::string text) {
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) {
        texts.push_back(std::move(text));
    }
}

// A mention keeps its pinpoints joined.
void add_each_once(Texts& texts, std::string_view joined) {
    constexpr std::string_view separator = ", ";
    while (!joined.empty()) {
        const auto end = std::min(joined.find(separator), joined.size());
        add_once(texts, std::string(joined.substr(0, end)));
        joined.remove_prefix(std::min(end + separator.size(), joined.size()));
    }
}

Row work_row(const CitationGraph& graph, const Neighbour& neighbour, bool chain) {
    Texts relations, locations, pinpoints;
    for (const auto& edge : neighbour.mentions) {
        add_once(relations, std::string(to_string(edge.relation)));
        add_once(locations, edge.mention->location);
        add_each_once(pinpoints, edge.mention->pinpoint);
    }
    const auto& node = graph.node(neighbour.work);
    Row row{node.id,          known(node.date), static_cast<std::int64_t>(neighbour.mentions.size()),
            relations,        locations,        pinpoints,
            known(node.title)};
    row.resize(work_columns.size());
    if (chain) row[7] = std::int64_t{neighbour.distance};
    if (chain) row[8] = graph.node(neighbour.through).id;
    return row;
}

Row mention_row(const Node& node, const CitationGraph::Edge& edge) {
    const auto& mention = *edge.mention;
    return {node.id,
            known(node.date),
            known(mention.location),
            std::string(to_string(edge.relation)),
            known(mention.pinpoint),
            mention.text,
            known(mention.footnote),
            known(mention.evidence),
            mention.confidence};
}

std::vector<Row> rows_of(const CitationGraph& graph, const std::vector<Neighbour>& works,
                         const Options& options) {
    std::vector<Row> rows;
    for (const auto& neighbour : works) {
        if (!options.mentions) rows.push_back(work_row(graph, neighbour, options.transitive));
        if (!options.mentions) continue;
        for (const auto& edge : neighbour.mentions)
            rows.push_back(mention_row(graph.node(neighbour.work), edge));
    }
    return rows;
}

std::span<const Column> columns_of(const Options& options) {
    if (options.mentions) return mention_columns;
    if (options.transitive) return chain_columns;
    return work_columns;
}

Status answer(const Options& options, Direction direction, const char* nothing_found) {
    Messages messages;
    const auto library = load_library(options, messages);
    const auto id = find_id(joined(options.words), library, messages);
    if (!id) return nothing_done;
    const auto node = library.graph.find(*id);
    const auto works =
        node ? neighbours(library.graph, *node, direction, filter_of(options), options.transitive)
             : std::vector<Neighbour>{};
    print_rows(options, columns_of(options), rows_of(library.graph, works, options));
    if (works.empty()) messages.say(fmt::format(fmt::runtime(nothing_found), *id));
    return messages.status(library.documents);
}

}  // namespace

Status citing(const Options& options) {
    return answer(options, Direction::citing, "no document that was read and is asked for cites {}");
}

Status cites(const Options& options) {
    return answer(options, Direction::cited, "{} cites nothing that is asked for, or was not read");
}

}  // namespace resograph::cli
