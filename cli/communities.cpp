#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/communities.hpp"
#include "graph/links.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 5> columns{{{"community"},
                                         {"works"},
                                         {"documents"},
                                         {"most_cited", Column::may_shrink},
                                         {"members", Column::not_in_table}}};

// The works that most documents of the community cite.
std::vector<std::string> most_cited(const CitationGraph& graph, const std::vector<NodeIndex>& works) {
    constexpr std::size_t most = 5;
    std::vector<std::pair<std::ptrdiff_t, NodeIndex>> ranked;
    for (const auto work : works) {
        const auto citing = documents_citing(graph, work);
        ranked.emplace_back(std::count_if(citing.begin(), citing.end(),
                                          [&](NodeIndex document) {
                                              return std::binary_search(works.begin(), works.end(), document);
                                          }),
                            work);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> labels;
    for (std::size_t n = 0; n < std::min(most, ranked.size()) && ranked[n].first > 0; ++n)
        labels.push_back(graph.node(ranked[n].second).label);
    return labels;
}

Row community_row(const CitationGraph& graph, const std::vector<NodeIndex>& works, std::size_t number) {
    std::vector<std::string> members;
    std::int64_t documents = 0;
    for (const auto work : works) {
        members.push_back(graph.node(work).id);
        documents += graph.node(work).source.empty() ? 0 : 1;
    }
    return {static_cast<std::int64_t>(number), static_cast<std::int64_t>(works.size()), documents,
            most_cited(graph, works), members};
}

}  // namespace

Status communities_of_works(const Options& options) {
    Messages messages;
    const auto question = question_of(options, {}, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    const auto found = options.by == "component" ? components(graph) : communities(graph);
    std::vector<Row> rows;
    for (const auto& works : found.works) rows.push_back(community_row(graph, works, rows.size() + 1));
    print_rows(options, columns, limited(std::move(rows), options, messages));
    messages.say(fmt::format("{} communities, modularity {:.4f}", found.works.size(), found.modularity));
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
