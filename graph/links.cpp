#include "graph/links.hpp"

#include <algorithm>

namespace resograph {

namespace {

std::vector<NodeIndex> each_once(const std::vector<CitationGraph::Edge>& edges,
                                 NodeIndex CitationGraph::Edge::*end) {
    std::vector<NodeIndex> works;
    for (const auto& edge : edges) {
        if (!is_structural(edge.relation) && edge.source != edge.target) works.push_back(edge.*end);
    }
    std::sort(works.begin(), works.end());
    works.erase(std::unique(works.begin(), works.end()), works.end());
    return works;
}

}  // namespace

std::vector<NodeIndex> works_cited_by(const CitationGraph& graph, NodeIndex document) {
    return each_once(graph.out_edges(document), &CitationGraph::Edge::target);
}

std::vector<NodeIndex> documents_citing(const CitationGraph& graph, NodeIndex work) {
    return each_once(graph.in_edges(work), &CitationGraph::Edge::source);
}

}  // namespace resograph
