// What the exporters write of a node and of an edge: one row each, one field an attribute.
//
// A field is never called id, source, target or key: readers keep these for themselves. So the file that
// a node was read from, Node::source, is exported as `file`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/citation_graph.hpp"
#include "graph/dates.hpp"

namespace resograph {

struct NodeRow {
    NodeIndex index = 0;
    const Node* node = nullptr;
    std::string_view label;  // never empty, at most 512 code points
    std::optional<int> year;
    std::size_t in_degree = 0;  // edges of every kind, before any are folded
};

// One mention, or parallel edges folded into one: then each text is the list of theirs.
struct EdgeRow {
    std::size_t number = 0;  // from 0, in the order of writing
    NodeIndex source = 0;
    NodeIndex target = 0;
    Relation relation = Relation::mentions;  // of a folded edge, the most frequent
    std::string_view relations;              // all of them; "" if it is not folded
    std::string_view location, pinpoint, text, evidence, footnote;
    double confidence = 1;
    double weight = 1;  // number of mentions
};

// monostate: not known.
using Value = std::variant<std::monostate, std::string_view, std::int64_t, double>;
enum class FieldType { text, integer, real };

template <class Row>
struct Field {
    std::string_view name;
    FieldType type;
    Value (*of)(const Row& row);
};

std::span<const Field<NodeRow>> node_fields();
std::span<const Field<EdgeRow>> edge_fields(bool folded);

inline bool is_known(const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return false;
    const auto* text = std::get_if<std::string_view>(&value);
    return !text || !text->empty();
}

NodeRow row_of(const CitationGraph& graph, NodeIndex index);

// What an edge is called in a file: unique in it, and never the id of a node.
inline constexpr std::string_view edge_id_prefix = "e";

// The id of each node, in the spelling of a format: never empty, and still unique after it.
std::vector<std::string> node_ids(const CitationGraph& graph, std::string (*spell)(std::string_view));

// Which parallel edges are written as one.
enum class Folding { none, by_relation, all };

inline Folding folding(bool merge) { return merge ? Folding::all : Folding::none; }

struct FoldedEdge {
    NodeIndex target = 0;
    Relation relation = Relation::mentions;
    std::string relations, location, pinpoint, text, evidence, footnote;
    double confidence = 0;  // the highest
    std::size_t mentions = 0;
};

// The edges that leave one node, by target (and relation).
std::vector<FoldedEdge> fold(std::vector<CitationGraph::Edge> edges, Folding folding);

EdgeRow row_of(const CitationGraph::Edge& edge, std::size_t number);
EdgeRow row_of(const FoldedEdge& edge, NodeIndex source, std::size_t number);

template <class Visit>
void for_each_edge(const CitationGraph& graph, Folding folding, const Visit& visit) {
    std::size_t number = 0;
    for (NodeIndex source = 0; source < graph.nodes().size(); ++source) {
        auto edges = graph.out_edges(source);
        if (folding == Folding::none) {
            for (const auto& edge : edges) visit(row_of(edge, number++));
            continue;
        }
        for (const auto& edge : fold(std::move(edges), folding)) visit(row_of(edge, source, number++));
    }
}

// The page of the document system for a symbol: "https://docs.un.org/en/A/RES/55/25" for
// "A/RES/55/25#annexII". "" for what is no symbol of a main organ.
std::string official_page(std::string_view symbol);

}  // namespace resograph
