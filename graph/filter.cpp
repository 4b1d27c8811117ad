#include "graph/filter.hpp"

#include <algorithm>
#include <map>

#include "graph/dates.hpp"

namespace resograph {

namespace {

bool date_fits(std::string_view date, const Filter& filter) {
    if (filter.since.empty() && filter.until.empty()) return true;
    return !date.empty() && compare_dates(date, filter.since) >= 0 && compare_dates(date, filter.until) <= 0;
}

template <typename T>
bool allows(const std::vector<T>& wanted, const T& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool may_cite(const Node& document, const Filter& filter) {
    return allows(filter.bodies, document.body) && date_fits(document.date, filter);
}

bool chooses_citations(const Filter& filter) {
    return !filter.relations.empty() || !filter.bodies.empty() || !filter.kinds.empty() ||
           !filter.since.empty() || !filter.until.empty() || filter.min_weight > 1;
}

// A part of a graph: which nodes, and which edges, by their numbers.
struct Part {
    std::vector<bool> nodes;
    std::vector<bool> edges;
};

// Whether each edge of a document counts. `edges` are all it has.
std::vector<bool> chosen(const CitationGraph& graph, const std::vector<CitationGraph::Edge>& edges,
                         const Filter& filter) {
    std::vector<bool> counts;
    std::map<NodeIndex, std::size_t> weights;
    for (const auto& edge : edges) {
        const bool citation = !is_structural(edge.relation);
        const bool wanted = citation ? allows(filter.relations, edge.relation) &&
                                           may_cite(graph.node(edge.source), filter) &&
                                           allows(filter.kinds, graph.node(edge.target).kind)
                                     : filter.structure;
        counts.push_back(wanted);
        if (citation && wanted) ++weights[edge.target];
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (!is_structural(edges[i].relation) && weights[edges[i].target] < filter.min_weight)
            counts[i] = false;
    }
    return counts;
}

// Adds what the relations between instruments connect with the nodes of the part.
void add_families(const CitationGraph& graph, Part& part) {
    std::vector<NodeIndex> queue;
    for (NodeIndex n = 0; n < part.nodes.size(); ++n) {
        if (part.nodes[n]) queue.push_back(n);
    }
    const auto reach = [&](NodeIndex node) {
        if (part.nodes[node]) return;
        part.nodes[node] = true;
        queue.push_back(node);
    };
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const auto node = queue[next];
        for (const auto& edge : graph.out_edges(node)) {
            if (is_structural(edge.relation)) reach(edge.target);
        }
        for (const auto& edge : graph.in_edges(node)) {
            if (is_structural(edge.relation)) reach(edge.source);
        }
    }
}

Part choose(const CitationGraph& graph, const Filter& filter, const std::vector<std::string>& kept) {
    Part part{std::vector<bool>(graph.nodes().size(), !chooses_citations(filter)), {}};
    part.edges.reserve(graph.edge_count());
    for (NodeIndex source = 0; source < graph.nodes().size(); ++source) {
        const auto edges = graph.out_edges(source);
        const auto counts = chosen(graph, edges, filter);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            part.edges.push_back(counts[i]);
            if (!counts[i] || is_structural(edges[i].relation)) continue;
            part.nodes[source] = part.nodes[edges[i].target] = true;
        }
    }
    for (const auto& ids : {kept, filter.around}) {
        for (const auto& id : ids) {
            if (const auto node = graph.find(id)) part.nodes[*node] = true;
        }
    }
    if (filter.structure) add_families(graph, part);
    return part;
}

CitationGraph cut_out(const CitationGraph& graph, const Part& part) {
    GraphParts parts;
    std::vector<NodeIndex> place(graph.nodes().size());
    for (NodeIndex n = 0; n < graph.nodes().size(); ++n) {
        place[n] = static_cast<NodeIndex>(parts.nodes.size());
        if (part.nodes[n]) parts.nodes.push_back(graph.node(n));
    }
    std::size_t number = 0;
    for (NodeIndex source = 0; source < graph.nodes().size(); ++source) {
        for (const auto& edge : graph.out_edges(source)) {
            if (!part.edges[number++] || !part.nodes[source] || !part.nodes[edge.target]) continue;
            parts.ends.emplace_back(place[source], place[edge.target]);
            parts.edges.push_back({edge.relation});
            parts.mentions.push_back(*edge.mention);
        }
    }
    return CitationGraph(std::move(parts));
}

// The nodes at most `depth` steps from one of the ids, along edges in either direction.
std::vector<bool> surroundings(const CitationGraph& graph, const std::vector<std::string>& ids, int depth) {
    std::vector<bool> near(graph.nodes().size());
    std::vector<NodeIndex> ring;
    const auto reach = [&](std::vector<NodeIndex>& reached, NodeIndex node) {
        if (near[node]) return;
        near[node] = true;
        reached.push_back(node);
    };
    for (const auto& id : ids) {
        if (const auto centre = graph.find(id)) reach(ring, *centre);
    }
    for (int step = 0; step < depth && !ring.empty(); ++step) {
        std::vector<NodeIndex> next;
        for (const auto node : ring) {
            for (const auto& edge : graph.out_edges(node)) reach(next, edge.target);
            for (const auto& edge : graph.in_edges(node)) reach(next, edge.source);
        }
        ring = std::move(next);
    }
    return near;
}

}  // namespace

CitationGraph filtered(CitationGraph graph, const Filter& filter, const std::vector<std::string>& kept) {
    if (chooses_citations(filter) || !filter.structure) graph = cut_out(graph, choose(graph, filter, kept));
    if (filter.around.empty()) return graph;
    Part part{surroundings(graph, filter.around, filter.depth), std::vector<bool>(graph.edge_count(), true)};
    for (const auto& id : kept) {
        if (const auto node = graph.find(id)) part.nodes[*node] = true;
    }
    return cut_out(graph, part);
}

bool fits(const Node& work, const Filter& filter) {
    return may_cite(work, filter) && allows(filter.kinds, work.kind);
}

Filter without_ends(Filter filter) {
    filter.bodies.clear();
    filter.kinds.clear();
    filter.since.clear();
    filter.until.clear();
    return filter;
}

Filter of_documents(Filter filter) {
    filter.kinds.clear();
    return filter;
}

}  // namespace resograph
