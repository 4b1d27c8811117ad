// citing and its mirror, cites.
#include <algorithm>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/quotes.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

using Columns = std::vector<Column>;

bool each_mention(const Options& options) { return options.mentions || options.quote; }

// A row a work. In a chain, how far it is and through which work; with protocols, which of them it cites.
Columns work_columns(const Options& options) {
    const auto if_plain = options.transitive ? Column::not_in_table : Column::may_shrink;
    const auto if_chain = options.transitive ? Column::whole : Column::not_in_table;
    Columns columns{{"id"},
                    {"date"},
                    {"mentions"},
                    {"relations", if_plain},
                    {"locations", if_plain},
                    {"pinpoints", Column::not_in_table},
                    {"title", Column::may_shrink},
                    {"distance", if_chain},
                    {"through", if_chain}};
    if (options.with_protocols) columns.push_back({"cited", Column::may_shrink});
    return columns;
}

// A row a mention.
Columns mention_columns(const Options& options) {
    Columns columns{{"id"},
                    {"date"},
                    {"location"},
                    {"relation"},
                    {"pinpoint", Column::may_shrink},
                    {"text", Column::may_shrink},
                    {"footnote", Column::not_in_table},
                    {"evidence", Column::not_in_table},
                    {"confidence", Column::not_in_table}};
    if (options.with_protocols) columns.push_back({"cited"});
    if (options.quote) columns.push_back({"quote", Column::may_shrink});
    return columns;
}

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

Row work_row(const CitationGraph& graph, const Neighbour& neighbour, const Options& options) {
    Texts relations, locations, pinpoints, cited;
    for (const auto& edge : neighbour.mentions) {
        add_once(relations, std::string(to_string(edge.relation)));
        add_once(locations, edge.mention->location);
        add_each_once(pinpoints, edge.mention->pinpoint);
        add_once(cited, graph.node(edge.target).id);
    }
    const auto& node = graph.node(neighbour.work);
    Row row{node.id,          known(node.date), static_cast<std::int64_t>(neighbour.mentions.size()),
            relations,        locations,        pinpoints,
            known(node.title)};
    row.resize(row.size() + 2);
    if (options.transitive) row[7] = std::int64_t{neighbour.distance};
    if (options.transitive) row[8] = graph.node(neighbour.through).id;
    if (options.with_protocols) row.emplace_back(cited);
    return row;
}

Row mention_row(const CitationGraph& graph, const Node& node, const CitationGraph::Edge& edge,
                const Quotes& quotes, const Options& options) {
    const auto& mention = *edge.mention;
    Row row{node.id,
            known(node.date),
            known(mention.location),
            std::string(to_string(edge.relation)),
            known(mention.pinpoint),
            mention.text,
            known(mention.footnote),
            known(mention.evidence),
            mention.confidence};
    if (options.with_protocols) row.emplace_back(graph.node(edge.target).id);
    const auto quote = quotes.find(edge.mention);
    if (options.quote) row.push_back(known(quote == quotes.end() ? "" : quote->second));
    return row;
}

std::vector<Row> rows_of(const CitationGraph& graph, const std::vector<Neighbour>& works,
                         const Quotes& quotes, const Options& options) {
    std::vector<Row> rows;
    for (const auto& neighbour : works) {
        if (!each_mention(options)) rows.push_back(work_row(graph, neighbour, options));
        if (!each_mention(options)) continue;
        for (const auto& edge : neighbour.mentions)
            rows.push_back(mention_row(graph, graph.node(neighbour.work), edge, quotes, options));
    }
    return rows;
}

std::vector<Neighbour> works_asked_for(const CitationGraph& graph, const Question& question,
                                       Direction direction, const Options& options) {
    auto works =
        neighbours(graph, works_asked_about(graph, question, options), direction, options.transitive);
    std::erase_if(works, [&](const Neighbour& n) { return !fits(graph.node(n.work), question.filter); });
    return works;
}

Quotes quotes_of_works(const CitationGraph& graph, const std::vector<Neighbour>& works,
                       const Registry& registry, const Options& options, Messages& messages) {
    std::vector<CitationGraph::Edge> edges;
    for (const auto& work : works) edges.insert(edges.end(), work.mentions.begin(), work.mentions.end());
    return quotes_of(graph, edges, registry, options, messages);
}

Status answer(const Options& options, Direction direction, const char* nothing_found) {
    Messages messages;
    const auto words = joined(options.words);
    auto some = direction == Direction::citing ? load_citing(options, words, messages) : std::nullopt;
    const auto question = some ? question_in(std::move(*some), options, {words}, messages)
                               : question_of(options, {words}, messages);
    if (!question) return nothing_done;
    const auto graph = filtered(question->library.graph, without_ends(question->filter), question->ids);
    const auto works = works_asked_for(graph, *question, direction, options);
    Quotes quotes;
    if (options.quote) quotes = quotes_of_works(graph, works, question->library.registry, options, messages);
    print_rows(options, each_mention(options) ? mention_columns(options) : work_columns(options),
               rows_of(graph, works, quotes, options));
    if (works.empty()) messages.say(fmt::format(fmt::runtime(nothing_found), question->ids.front()));
    return messages.status(question->library.documents);
}

}  // namespace

Status citing(const Options& options) {
    return answer(options, Direction::citing, "no document that was read and is asked for cites {}");
}

Status cites(const Options& options) {
    return answer(options, Direction::cited, "{} cites nothing that is asked for, or was not read");
}

}  // namespace resograph::cli
