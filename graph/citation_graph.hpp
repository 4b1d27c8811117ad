// The typed directed multigraph: works as nodes, one edge per mention or structural relation.
//
// A CitationGraph is built once from a GraphBuilder and then never changes. It is a
// boost::compressed_sparse_row_graph, since that was measured 11 times faster to build and 4.7 times
// smaller than adjacency_list; use storage() for Boost.Graph algorithms.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "citations/citation.hpp"
#include "registry/registry.hpp"

namespace resograph {

// A resolution, instrument, report or group (contract, section 3).
struct Node {
    std::string id;
    std::string kind;
    std::string label;  // short, for pictures: "UNTOC", "A/RES/55/25"
    std::string title;
    std::string body;  // GA, SC, ECOSOC, HRC, …; "" if it has none
    std::string symbol;
    std::string date;  // ISO 8601, as far as known
    std::string language;
    std::string source;  // the file it was read from; "" if it is only cited
    std::string uri;
    std::vector<std::string> origins;  // where these come from: "symbol: document", "date: table"

    friend bool operator==(const Node&, const Node&) = default;
};

// What is known of one mention, or of a structural relation (then most fields are empty).
struct Mention {
    std::string location;
    std::string pinpoint;  // joined by ", "
    std::string text;
    std::string evidence;
    std::string footnote;
    double confidence = 1.0;

    friend bool operator==(const Mention&, const Mention&) = default;
};

using NodeIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;

// What Boost's graph keeps of an edge; the rest is in CitationGraph::mention.
struct EdgeData {
    Relation relation = Relation::mentions;
};

// The parts of a graph, ready to be put together: nodes by id, edges by source and place in its document.
struct GraphParts {
    std::vector<Node> nodes;
    std::vector<std::pair<NodeIndex, NodeIndex>> ends;  // source and target of each edge
    std::vector<EdgeData> edges;
    std::vector<Mention> mentions;  // of each edge; none at all when nothing more is known
};

class CitationGraph {
public:
    using Storage = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, EdgeData,
                                                       boost::no_property, NodeIndex, EdgeIndex>;

    struct Edge {
        NodeIndex source = 0;
        NodeIndex target = 0;
        Relation relation = Relation::mentions;
        const Mention* mention = nullptr;  // owned by the graph
    };

    CitationGraph() = default;
    explicit CitationGraph(GraphParts parts);

    // Sorted by id; the index of a node is its place here.
    const std::vector<Node>& nodes() const { return nodes_; }
    const Node& node(NodeIndex index) const { return nodes_[index]; }
    std::size_t edge_count() const { return boost::num_edges(storage_); }

    // By canonical id.
    std::optional<NodeIndex> find(std::string_view id) const;

    // Edges from and to a node, by source and place in its document.
    std::vector<Edge> out_edges(NodeIndex source) const;
    std::vector<Edge> in_edges(NodeIndex target) const;

    // For Boost.Graph algorithms. Vertex n is nodes()[n]; the edge_index is that of a mention.
    const Storage& storage() const { return storage_; }
    const Mention& mention(EdgeIndex index) const;

private:
    Edge edge(const Storage::edge_descriptor& edge) const;

    std::vector<Node> nodes_;
    std::vector<Mention> mentions_;
    Storage storage_;
};

// Collects nodes and edges; build() sorts them, so that the graph does not depend on the order of documents.
class GraphBuilder {
public:
    // Adds a node, or fills the empty fields of the one that is there. What was read (has a source) knows
    // better than what is only described.
    void add_node(Node node);

    // The file that holds the text of a node added before: not the catalogue that describes it too.
    void set_source(const std::string& id, std::string file);

    // A node that is never added becomes a document with only an id.
    void add_edge(std::string_view source, std::string_view target, Relation relation, Mention mention);

    // The ids of the nodes added so far, sorted; and one of them, nullptr if it was not added.
    std::vector<std::string> node_ids() const;
    const Node* find(const std::string& id) const;

    // Empties the builder.
    CitationGraph build() &&;

private:
    struct PendingEdge {
        std::string source, target;
        Relation relation;
        Mention mention;
    };
    std::unordered_map<std::string, Node> nodes_;
    std::vector<PendingEdge> edges_;
};

}  // namespace resograph
