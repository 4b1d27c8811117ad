#include "graph/questions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>

#include "graph/dates.hpp"
#include "registry/fold.hpp"

namespace resograph {

namespace {

NodeIndex far_end(const CitationGraph::Edge& edge, Direction direction) {
    return direction == Direction::citing ? edge.source : edge.target;
}

// The works one step from a ring that were not met before, with the citations between them. The works that
// were asked about are the first ring; citations of any of them count for a neighbour.
std::vector<Neighbour> step_from(const CitationGraph& graph, const std::vector<NodeIndex>& ring,
                                 Direction direction, bool first, const std::vector<bool>& met) {
    std::map<NodeIndex, Neighbour> found;
    for (const auto node : ring) {
        for (const auto& edge :
             direction == Direction::citing ? graph.in_edges(node) : graph.out_edges(node)) {
            const auto work = far_end(edge, direction);
            if (met[work] || is_structural(edge.relation)) continue;
            const auto neighbour = found.try_emplace(work, Neighbour{work, node, 1, {}}).first;
            if (first || neighbour->second.through == node) neighbour->second.mentions.push_back(edge);
        }
    }
    std::vector<Neighbour> result;
    for (auto& [work, neighbour] : found) result.push_back(std::move(neighbour));
    return result;
}

std::vector<CitationGraph::Edge> steps_from(const CitationGraph& graph, NodeIndex node, bool backwards) {
    auto edges = graph.out_edges(node);
    if (!backwards) return edges;
    for (const auto& edge : graph.in_edges(node)) edges.push_back(edge);
    return edges;
}

std::vector<Step> shortest(const CitationGraph& graph, NodeIndex from, NodeIndex to, bool backwards) {
    std::vector<Step> arrived_by(graph.nodes().size());
    std::vector<bool> met(graph.nodes().size());
    std::vector<NodeIndex> queue{from};
    met[from] = true;
    for (std::size_t next = 0; next < queue.size() && !met[to]; ++next) {
        for (const auto& edge : steps_from(graph, queue[next], backwards)) {
            const bool against = edge.source != queue[next];
            const auto reached = against ? edge.source : edge.target;
            if (met[reached]) continue;
            met[reached] = true;
            arrived_by[reached] = {queue[next], reached, against, edge};
            queue.push_back(reached);
        }
    }
    std::vector<Step> steps;
    for (auto at = to; met[to] && at != from; at = arrived_by[at].from) steps.push_back(arrived_by[at]);
    std::reverse(steps.begin(), steps.end());
    return steps;
}

// The sum of all differences.
double change(const std::vector<double>& before, const std::vector<double>& after) {
    return std::transform_reduce(before.begin(), before.end(), after.begin(), 0.0, std::plus<>(),
                                 [](double one, double other) { return std::abs(one - other); });
}

// As networkx defines it on a multigraph: every mention is a link, and what cites nothing passes its share
// on to all. Boost's page_rank lets that share disappear.
std::vector<double> pageranks(const CitationGraph& graph, const std::vector<CitationGraph::Edge>& citations) {
    constexpr double damping = 0.85;
    constexpr double tolerance = 1e-12;
    const auto nodes = graph.nodes().size();
    std::vector<double> links(nodes);
    for (const auto& edge : citations) ++links[edge.source];
    const auto count = static_cast<double>(nodes);
    std::vector<double> rank(nodes, 1 / count);
    for (int round = 0; round < 200; ++round) {
        double dangling = 0;
        for (std::size_t n = 0; n < nodes; ++n) dangling += links[n] == 0 ? rank[n] : 0;
        std::vector<double> next(nodes, (1 - damping + damping * dangling) / count);
        for (const auto& edge : citations)
            next[edge.target] += damping * rank[edge.source] / links[edge.source];
        const bool settled = change(rank, next) < tolerance;
        rank = std::move(next);
        if (settled) break;
    }
    return rank;
}

// Divides by their sum.
void normalise(std::vector<double>& values) {
    const double sum = std::reduce(values.begin(), values.end());
    for (auto& value : values) value /= sum > 0 ? sum : 1;
}

// A good hub cites good authorities, which good hubs cite: Kleinberg's HITS as networkx defines it, from
// equal hubs to values that add up to 1. Every mention is a link here too. Boost has none.
void add_hits(std::vector<Standing>& works, const std::vector<CitationGraph::Edge>& citations) {
    constexpr double tolerance = 1e-14;
    std::vector<double> hubs(works.size(), 1 / static_cast<double>(works.size())), authorities;
    for (int round = 0; round < 1000; ++round) {
        authorities.assign(works.size(), 0);
        for (const auto& edge : citations) authorities[edge.target] += hubs[edge.source];
        normalise(authorities);
        std::vector<double> next(works.size());
        for (const auto& edge : citations) next[edge.source] += authorities[edge.target];
        normalise(next);
        const bool settled = change(hubs, next) < tolerance;
        hubs = std::move(next);
        if (settled) break;
    }
    for (std::size_t n = 0; n < works.size(); ++n) {
        works[n].authority = authorities[n];
        works[n].hub = hubs[n];
    }
}

template <class Graph>
std::vector<int> steps_to_all(const Graph& storage, NodeIndex start) {
    std::vector<int> steps(boost::num_vertices(storage), -1);
    steps[start] = 0;
    boost::breadth_first_search(storage, start,
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_distances(steps.data(), boost::on_tree_edge()))));
    return steps;
}

std::vector<Between> on_chains(const CitationGraph& graph, NodeIndex first, NodeIndex last) {
    const auto forward = steps_to_all(graph.storage(), first);
    const auto backward = steps_to_all(boost::make_reverse_graph(graph.storage()), last);
    std::vector<Between> works;
    for (NodeIndex n = 0; n < graph.nodes().size(); ++n) {
        if (n != first && n != last && forward[n] >= 0 && backward[n] >= 0)
            works.push_back({n, forward[n], backward[n]});
    }
    return works;
}

double value_of(const Standing& standing, Measure measure) {
    switch (measure) {
        case Measure::documents:
            return static_cast<double>(standing.documents);
        case Measure::mentions:
            return static_cast<double>(standing.mentions);
        case Measure::pagerank:
            return standing.pagerank;
        case Measure::authority:
            return standing.authority;
        case Measure::hub:
            return standing.hub;
    }
    return 0;
}

}  // namespace

std::vector<Neighbour> neighbours(const CitationGraph& graph, const std::vector<NodeIndex>& nodes,
                                  Direction direction, bool transitive) {
    std::vector<Neighbour> all;
    std::vector<bool> met(graph.nodes().size());
    for (const auto node : nodes) met[node] = true;
    auto ring = nodes;
    for (int distance = 1; !ring.empty() && (transitive || distance == 1); ++distance) {
        auto found = step_from(graph, ring, direction, distance == 1, met);
        ring.clear();
        for (auto& neighbour : found) {
            met[neighbour.work] = true;
            neighbour.distance = distance;
            ring.push_back(neighbour.work);
            all.push_back(std::move(neighbour));
        }
    }
    std::sort(all.begin(), all.end(), [&](const Neighbour& a, const Neighbour& b) {
        return std::tie(a.distance, graph.node(a.work).date, a.work) <
               std::tie(b.distance, graph.node(b.work).date, b.work);
    });
    return all;
}

std::vector<NodeIndex> protocols(const CitationGraph& graph, NodeIndex convention) {
    std::vector<NodeIndex> family{convention};
    for (std::size_t next = 0; next < family.size(); ++next) {
        for (const auto& edge : graph.in_edges(family[next])) {
            const bool hangs_on =
                edge.relation == Relation::protocol_to || edge.relation == Relation::supplements;
            if (hangs_on && std::find(family.begin(), family.end(), edge.source) == family.end())
                family.push_back(edge.source);
        }
    }
    family.erase(family.begin());
    return family;
}

std::vector<NodeIndex> documents_on(const CitationGraph& graph, const std::vector<std::string>& words) {
    std::vector<NodeIndex> documents;
    for (NodeIndex n = 0; n < graph.nodes().size(); ++n) {
        const auto& node = graph.node(n);
        const auto title = ' ' + fold_name(node.title);
        const auto occurs = [&](const auto& word) {
            return title.find(' ' + fold_name(word)) != std::string::npos;
        };
        if (!node.source.empty() && std::all_of(words.begin(), words.end(), occurs)) documents.push_back(n);
    }
    return documents;
}

std::vector<Step> connection(const CitationGraph& graph, NodeIndex from, NodeIndex to) {
    auto steps = shortest(graph, from, to, false);
    return steps.empty() ? shortest(graph, from, to, true) : steps;
}

std::vector<Between> between(const CitationGraph& graph, NodeIndex first, NodeIndex last) {
    auto works = on_chains(graph, first, last);
    if (works.empty()) works = on_chains(graph, last, first);
    std::stable_sort(works.begin(), works.end(), [](const Between& a, const Between& b) {
        return std::pair(a.from_first + a.to_last, a.from_first) <
               std::pair(b.from_first + b.to_last, b.from_first);
    });
    return works;
}

std::vector<YearOfCitations> timeline(const CitationGraph& graph, const std::vector<NodeIndex>& works) {
    std::map<int, YearOfCitations> years;
    YearOfCitations undated;
    for (const auto& found : neighbours(graph, works, Direction::citing)) {
        const auto year = year_of(graph.node(found.work).date);
        auto& entry = year ? years[*year] : undated;
        ++entry.documents;
        entry.mentions += found.mentions.size();
    }
    std::vector<YearOfCitations> all;
    if (!years.empty()) {
        for (int year = years.begin()->first; year <= years.rbegin()->first; ++year) {
            years[year].year = year;
            all.push_back(years[year]);
        }
    }
    if (undated.documents > 0) all.push_back(undated);
    return all;
}

std::vector<Standing> ranking(const CitationGraph& graph, Measure measure) {
    std::vector<Standing> all(graph.nodes().size());
    std::vector<CitationGraph::Edge> citations;
    std::vector<NodeIndex> last_citing(graph.nodes().size());  // the document that cited a work last, plus 1
    for (NodeIndex source = 0; source < graph.nodes().size(); ++source) {
        for (const auto& edge : graph.out_edges(source)) {
            if (is_structural(edge.relation)) continue;
            citations.push_back(edge);
            const bool again = std::exchange(last_citing[edge.target], source + 1) == source + 1;
            all[edge.target].documents += again ? 0 : 1;
            ++all[edge.target].mentions;
        }
    }
    const auto ranks = pageranks(graph, citations);
    for (NodeIndex n = 0; n < all.size(); ++n) {
        all[n].work = n;
        all[n].pagerank = ranks[n];
    }
    if (measure == Measure::authority || measure == Measure::hub) add_hits(all, citations);
    std::vector<bool> cites(all.size());
    for (const auto& edge : citations) cites[edge.source] = true;
    std::erase_if(all, [&](const Standing& standing) {
        return measure == Measure::hub ? !cites[standing.work] : standing.mentions == 0;
    });
    const auto merit = [&](const Standing& s) { return std::tuple(value_of(s, measure), s.mentions); };
    std::stable_sort(all.begin(), all.end(),
                     [&](const Standing& a, const Standing& b) { return merit(a) > merit(b); });
    return all;
}

std::vector<Standing> dangling(const CitationGraph& graph) {
    auto all = ranking(graph, Measure::documents);
    std::erase_if(all, [&](const Standing& standing) { return !graph.node(standing.work).source.empty(); });
    return all;
}

}  // namespace resograph
