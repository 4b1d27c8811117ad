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

// `nodes` are sorted by id.
std::optional<NodeIndex> place_of(const std::vector<Node>& nodes, std::string_view id) {
    const auto found =
        std::lower_bound(nodes.begin(), nodes.end(), id,
                         [](const Node& node, std::string_view wanted) { return node.id < wanted; });
    if (found == nodes.end() || found->id != id) return std::nullopt;
    return static_cast<NodeIndex>(found - nodes.begin());
}

}  // namespace

std::optional<NodeIndex> CitationGraph::find(std::string_view id) const { return place_of(nodes_, id); }

const Mention& CitationGraph::mention(EdgeIndex index) const {
    static const Mention nothing_known;
    return mentions_.empty() ? nothing_known : mentions_[index];
}

std::vector<CitationGraph::Edge> CitationGraph::out_edges(NodeIndex source) const {
    std::vector<Edge> edges;
    const auto [first, last] = boost::out_edges(source, storage_);
    for (auto it = first; it != last; ++it) edges.push_back(edge(*it));
    return edges;
}

std::vector<CitationGraph::Edge> CitationGraph::in_edges(NodeIndex target) const {
    std::vector<Edge> edges;
    // Boost turns the edges round in their order.
    const auto [first, last] = boost::in_edges(target, storage_);
    for (auto it = first; it != last; ++it) edges.push_back(edge(*it));
    return edges;
}

CitationGraph::Edge CitationGraph::edge(const Storage::edge_descriptor& edge) const {
    return {static_cast<NodeIndex>(boost::source(edge, storage_)),
            static_cast<NodeIndex>(boost::target(edge, storage_)), storage_[edge].relation,
            &mention(static_cast<EdgeIndex>(boost::get(boost::edge_index, storage_, edge)))};
}

CitationGraph::CitationGraph(GraphParts parts)
    : nodes_(std::move(parts.nodes)), mentions_(std::move(parts.mentions)) {
    storage_ = Storage(boost::edges_are_unsorted_multi_pass, parts.ends.begin(), parts.ends.end(),
                       parts.edges.begin(), static_cast<NodeIndex>(nodes_.size()));
}

void GraphBuilder::add_node(Node node) {
    const auto [place, is_new] = nodes_.try_emplace(node.id, node);
    if (is_new) return;
    if (place->second.source.empty() && !node.source.empty()) std::swap(place->second, node);
    fill(place->second, std::move(node));
}

void GraphBuilder::set_source(const std::string& id, std::string file) {
    nodes_[id].source = std::move(file);
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
    GraphParts parts;
    parts.nodes.reserve(nodes_.size());
    for (auto& [id, node] : nodes_) parts.nodes.push_back(std::move(node));
    nodes_.clear();
    std::sort(parts.nodes.begin(), parts.nodes.end(),
              [](const Node& a, const Node& b) { return a.id < b.id; });

    std::vector<std::pair<NodeIndex, NodeIndex>> ends(edges_.size());
    for (std::size_t i = 0; i < edges_.size(); ++i)
        ends[i] = {*place_of(parts.nodes, edges_[i].source), *place_of(parts.nodes, edges_[i].target)};
    std::vector<EdgeIndex> order(edges_.size());
    std::iota(order.begin(), order.end(), EdgeIndex{0});
    // By source, and within it as they were added: the order of the document.
    std::stable_sort(order.begin(), order.end(),
                     [&](EdgeIndex a, EdgeIndex b) { return ends[a].first < ends[b].first; });
    for (const auto i : order) {
        parts.ends.push_back(ends[i]);
        parts.edges.push_back({edges_[i].relation});
        parts.mentions.push_back(std::move(edges_[i].mention));
    }
    edges_.clear();
    return CitationGraph(std::move(parts));
}

}  // namespace resograph
