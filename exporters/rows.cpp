#include "exporters/rows.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "exporters/escape.hpp"

namespace resograph {

namespace {

constexpr std::size_t longest_label = 512;  // cgraph cannot read back a string of 16 KB

constexpr Field<NodeRow> node_table[] = {
    {"label", FieldType::text, [](const NodeRow& row) -> Value { return row.label; }},
    {"name", FieldType::text,
     [](const NodeRow& row) -> Value { return row.label; }},  // for Cytoscape and yEd
    {"kind", FieldType::text, [](const NodeRow& row) -> Value { return std::string_view(row.node->kind); }},
    {"title", FieldType::text, [](const NodeRow& row) -> Value { return std::string_view(row.node->title); }},
    {"body", FieldType::text, [](const NodeRow& row) -> Value { return std::string_view(row.node->body); }},
    {"symbol", FieldType::text,
     [](const NodeRow& row) -> Value { return std::string_view(row.node->symbol); }},
    {"date", FieldType::text, [](const NodeRow& row) -> Value { return std::string_view(row.node->date); }},
    {"year", FieldType::integer,
     [](const NodeRow& row) -> Value { return row.year ? Value(std::int64_t{*row.year}) : Value(); }},
    {"language", FieldType::text,
     [](const NodeRow& row) -> Value { return std::string_view(row.node->language); }},
    {"file", FieldType::text, [](const NodeRow& row) -> Value { return std::string_view(row.node->source); }},
    {"uri", FieldType::text, [](const NodeRow& row) -> Value { return std::string_view(row.node->uri); }},
    {"in_degree", FieldType::integer,
     [](const NodeRow& row) -> Value { return static_cast<std::int64_t>(row.in_degree); }},
};

constexpr Field<EdgeRow> edge_table[] = {
    {"relation", FieldType::text, [](const EdgeRow& row) -> Value { return to_string(row.relation); }},
    {"interaction", FieldType::text,  // what Cytoscape calls it
     [](const EdgeRow& row) -> Value { return to_string(row.relation); }},
    {"location", FieldType::text, [](const EdgeRow& row) -> Value { return row.location; }},
    {"pinpoint", FieldType::text, [](const EdgeRow& row) -> Value { return row.pinpoint; }},
    {"text", FieldType::text, [](const EdgeRow& row) -> Value { return row.text; }},
    {"evidence", FieldType::text, [](const EdgeRow& row) -> Value { return row.evidence; }},
    {"footnote", FieldType::text, [](const EdgeRow& row) -> Value { return row.footnote; }},
    {"confidence", FieldType::real, [](const EdgeRow& row) -> Value { return row.confidence; }},
    {"weight", FieldType::real, [](const EdgeRow& row) -> Value { return row.weight; }},
    {"relations", FieldType::text, [](const EdgeRow& row) -> Value { return row.relations; }},
};

std::string_view label_of(const Node& node) {
    for (const std::string* text : {&node.label, &node.symbol, &node.title, &node.id}) {
        if (has_text(*text)) return front(*text, longest_label);
    }
    return "?";
}

bool looks_like_edge_id(std::string_view id) {
    return id.starts_with(edge_id_prefix) && id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// Joins the values of parallel edges, each once: "pp3; op4".
class Joined {
public:
    void add(std::string_view value) {
        if (value.empty() || std::ranges::find(parts_, value) != parts_.end()) return;
        parts_.push_back(value);
    }

    std::string str() const {
        std::string result;
        for (const auto part : parts_) {
            if (!result.empty()) result += "; ";
            result += part;
        }
        return result;
    }

private:
    std::vector<std::string_view> parts_;
};

using Edges = std::span<const CitationGraph::Edge>;

std::string joined(Edges edges, std::string Mention::*field) {
    Joined values;
    for (const auto& edge : edges) values.add(edge.mention->*field);
    return values.str();
}

// The first of equals, in the order of the contract.
Relation most_frequent(Edges edges) {
    std::array<std::size_t, 256> count{};
    for (const auto& edge : edges) ++count[static_cast<unsigned char>(edge.relation)];
    const auto most = std::ranges::max_element(count) - count.begin();
    return static_cast<Relation>(most);
}

FoldedEdge fold_group(Edges edges) {
    FoldedEdge folded;
    folded.target = edges.front().target;
    folded.relation = most_frequent(edges);
    Joined relations;
    for (const auto& edge : edges) {
        relations.add(to_string(edge.relation));
        folded.confidence = std::max(folded.confidence, edge.mention->confidence);
    }
    folded.relations = relations.str();
    folded.location = joined(edges, &Mention::location);
    folded.pinpoint = joined(edges, &Mention::pinpoint);
    folded.text = joined(edges, &Mention::text);
    folded.evidence = joined(edges, &Mention::evidence);
    folded.footnote = joined(edges, &Mention::footnote);
    folded.mentions = edges.size();
    return folded;
}

}  // namespace

std::span<const Field<NodeRow>> node_fields() { return node_table; }

std::span<const Field<EdgeRow>> edge_fields(bool folded) {
    const std::span<const Field<EdgeRow>> all = edge_table;
    return folded ? all : all.first(all.size() - 1);
}

NodeRow row_of(const CitationGraph& graph, NodeIndex index) {
    const auto& node = graph.node(index);
    return {index, &node, label_of(node), year_of(node.date), boost::in_degree(index, graph.storage())};
}

std::vector<std::string> node_ids(const CitationGraph& graph, std::string (*spell)(std::string_view)) {
    std::vector<std::string> ids;
    ids.reserve(graph.nodes().size());
    bool changed = false;
    for (const auto& node : graph.nodes()) {
        ids.push_back(has_text(node.id) ? spell(front(node.id, longest_label)) : "?");
        changed = changed || ids.back() != node.id || looks_like_edge_id(ids.back());
    }
    if (!changed) return ids;

    std::unordered_set<std::string> taken;
    for (auto& id : ids) {
        const auto wanted = id;
        for (int n = 2; looks_like_edge_id(id) || taken.contains(id); ++n)
            id = wanted + "~" + std::to_string(n);
        taken.insert(id);
    }
    return ids;
}

std::vector<FoldedEdge> fold(std::vector<CitationGraph::Edge> edges, Folding folding) {
    const auto key = [folding](const CitationGraph::Edge& edge) {
        return std::pair(edge.target, folding == Folding::by_relation ? edge.relation : Relation{});
    };
    std::ranges::stable_sort(edges, {}, key);
    std::vector<FoldedEdge> folded;
    for (auto begin = edges.begin(); begin != edges.end();) {
        const auto end =
            std::find_if(begin, edges.end(), [&](const auto& edge) { return key(edge) != key(*begin); });
        folded.push_back(fold_group({begin, end}));
        begin = end;
    }
    return folded;
}

EdgeRow row_of(const CitationGraph::Edge& edge, std::size_t number) {
    const auto& mention = *edge.mention;
    return {number,
            edge.source,
            edge.target,
            edge.relation,
            "",
            mention.location,
            mention.pinpoint,
            mention.text,
            mention.evidence,
            mention.footnote,
            mention.confidence,
            1};
}

EdgeRow row_of(const FoldedEdge& edge, NodeIndex source, std::size_t number) {
    return {number,         source,        edge.target,     edge.relation,
            edge.relations, edge.location, edge.pinpoint,   edge.text,
            edge.evidence,  edge.footnote, edge.confidence, static_cast<double>(edge.mentions)};
}

std::string official_page(std::string_view symbol) {
    constexpr std::string_view organs[] = {"A/", "E/", "S/", "ST/", "T/"};
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/.()-_";
    const auto document = symbol.substr(0, symbol.find('#'));
    const bool known = std::ranges::any_of(organs, [&](auto organ) { return document.starts_with(organ); });
    const bool safe = document.find_first_not_of(allowed) == std::string_view::npos &&
                      document.find("..") == std::string_view::npos &&
                      document.find("//") == std::string_view::npos;
    if (!known || !safe) return "";
    return "https://docs.un.org/en/" + std::string(document);
}

}  // namespace resograph
