#include "graph/citation_graph.hpp"

#include <algorithm>
#include <numeric>

namespace resograph {

namespace {

// Keeps what is known; takes from `more` what is not.
void fill(Node& node, Node more) {
    const auto take = [](std::string& field, std::string& other) {
        if (field.empty()) field = std::move(other);
    };
    take(node.kind, more.kind);
    take(node.label, more.label);
    take(node.title, more.title);
    take(node.body, more.body);
    take(node.symbol, more.symbol);
    take(node.date, more.date);
    take(node.language, more.language);
    take(node.source, more.source);
    take(node.uri, more.uri);
    if (node.origins.empty()) node.origins = std::move(more.origins);
}

}  // namespace

std::optional<NodeIndex> CitationGraph::find(std::string_view id) const {
    const auto found =
        std::lower_bound(nodes_.begin(), nodes_.end(), id,
                         [](const Node& node, std::string_view wanted) { return node.id < wanted; });
    if (found == nodes_.end() || found->id != id) return std::nullopt;
    return static_cast<NodeIndex>(found - nodes_.begin());
}

std::vector<CitationGraph::Edge> CitationGraph::out_edges(NodeIndex source) const {
    std::vector<Edge> edges;
    const auto [first, last] = boost::out_edges(source, storage_);
    for (auto it = first; it != last; ++it) {
        const auto& data = storage_[*it];
        edges.push_back({source, static_cast<NodeIndex>(boost::target(*it, storage_)), data.relation,
                         &mentions_[data.mention]});
    }
    return edges;
}

std::vector<CitationGraph::Edge> CitationGraph::in_edges(NodeIndex target) const {
    std::vector<Edge> edges;
    const auto [first, last] = boost::in_edges(target, storage_);
    for (auto it = first; it != last; ++it) {
        const auto& data = storage_[*it];
        edges.push_back({static_cast<NodeIndex>(boost::source(*it, storage_)), target, data.relation,
                         &mentions_[data.mention]});
    }
    // Mentions are numbered by source and place, so their addresses give document order.
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.mention < b.mention; });
    return edges;
}

void GraphBuilder::add_node(Node node) {
    const auto [place, is_new] = nodes_.try_emplace(node.id, node);
    if (!is_new) fill(place->second, std::move(node));
}

void GraphBuilder::add_edge(std::string_view source, std::string_view target, Relation relation,
                            Mention mention) {
    edges_.push_back({std::string(source), std::string(target), relation, std::move(mention)});
}

std::vector<std::string> GraphBuilder::node_ids() const {
    std::vector<std::string> ids;
    ids.reserve(nodes_.size());
    for (const auto& [id, node] : nodes_) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

const Node* GraphBuilder::find(const std::string& id) const {
    const auto found = nodes_.find(id);
    return found == nodes_.end() ? nullptr : &found->second;
}

CitationGraph GraphBuilder::build() && {
    for (const auto& edge : edges_) {
        for (const auto& id : {edge.source, edge.target}) {
            Node node;
            node.id = node.label = id;
            node.kind = "document";
            nodes_.try_emplace(id, std::move(node));
        }
    }
    CitationGraph graph;
    graph.nodes_.reserve(nodes_.size());
    for (auto& [id, node] : nodes_) graph.nodes_.push_back(std::move(node));
    nodes_.clear();
    std::sort(graph.nodes_.begin(), graph.nodes_.end(),
              [](const Node& a, const Node& b) { return a.id < b.id; });

    std::vector<std::pair<NodeIndex, NodeIndex>> ends(edges_.size());
    for (std::size_t i = 0; i < edges_.size(); ++i)
        ends[i] = {*graph.find(edges_[i].source), *graph.find(edges_[i].target)};
    std::vector<EdgeIndex> order(edges_.size());
    std::iota(order.begin(), order.end(), EdgeIndex{0});
    // By source, and within it as they were added: the order of the document.
    std::stable_sort(order.begin(), order.end(),
                     [&](EdgeIndex a, EdgeIndex b) { return ends[a].first < ends[b].first; });

    std::vector<std::pair<NodeIndex, NodeIndex>> sorted(edges_.size());
    std::vector<EdgeData> data(edges_.size());
    graph.mentions_.reserve(edges_.size());
    for (EdgeIndex i = 0; i < order.size(); ++i) {
        sorted[i] = ends[order[i]];
        data[i] = {i, edges_[order[i]].relation};
        graph.mentions_.push_back(std::move(edges_[order[i]].mention));
    }
    edges_.clear();
    graph.storage_ =
        CitationGraph::Storage(boost::edges_are_unsorted_multi_pass, sorted.begin(), sorted.end(),
                               data.begin(), static_cast<NodeIndex>(graph.nodes_.size()));
    return graph;
}

}  // namespace resograph
