#include "graph/main_path.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dag_shortest_paths.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>

#include "graph/links.hpp"
#include "graph/questions.hpp"

namespace resograph {

namespace {

// From cited to citing. Vertices are places in a list of works; an edge knows its traversal count.
using Descent = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                      boost::property<boost::edge_weight_t, long double>>;
using Vertex = Descent::vertex_descriptor;

// The roots and all that cite them, sorted.
std::vector<NodeIndex> descendants(const CitationGraph& graph, const std::vector<NodeIndex>& roots) {
    auto works = roots;
    for (const auto& found : neighbours(graph, roots, Direction::citing, true)) works.push_back(found.work);
    std::sort(works.begin(), works.end());
    works.erase(std::unique(works.begin(), works.end()), works.end());
    return works;
}

Descent descent_of(const CitationGraph& graph, const std::vector<NodeIndex>& works) {
    Descent descent(works.size());
    for (Vertex cited = 0; cited < works.size(); ++cited) {
        for (const auto document : documents_citing(graph, works[cited])) {
            const auto citing = std::lower_bound(works.begin(), works.end(), document);
            boost::add_edge(cited, static_cast<Vertex>(citing - works.begin()), descent);
        }
    }
    return descent;
}

std::size_t remove_circles(Descent& descent) {
    std::vector<std::size_t> component(boost::num_vertices(descent));
    boost::strong_components(descent, boost::make_iterator_property_map(
                                          component.begin(), boost::get(boost::vertex_index, descent)));
    const auto before = boost::num_edges(descent);
    boost::remove_edge_if(
        [&](const auto& edge) {
            return component[boost::source(edge, descent)] == component[boost::target(edge, descent)];
        },
        descent);
    return before - boost::num_edges(descent);
}

// How many ways lead to each work from before it, and from it to after it. A way may begin (or end) where
// nothing goes on, and, if `anywhere`, at each work.
std::vector<long double> ways_to(const Descent& descent, const std::vector<Vertex>& from_oldest,
                                 bool anywhere) {
    std::vector<long double> ways(from_oldest.size());
    for (const auto work : from_oldest) {
        ways[work] = anywhere || boost::in_degree(work, descent) == 0 ? 1 : 0;
        for (auto [edge, end] = boost::in_edges(work, descent); edge != end; ++edge)
            ways[work] += ways[boost::source(*edge, descent)];
    }
    return ways;
}

std::vector<long double> ways_from(const Descent& descent, const std::vector<Vertex>& from_latest,
                                   bool anywhere) {
    std::vector<long double> ways(from_latest.size());
    for (const auto work : from_latest) {
        ways[work] = anywhere || boost::out_degree(work, descent) == 0 ? 1 : 0;
        for (auto [edge, end] = boost::out_edges(work, descent); edge != end; ++edge)
            ways[work] += ways[boost::target(*edge, descent)];
    }
    return ways;
}

void count_traversals(Descent& descent, Traversal traversal) {
    std::vector<Vertex> order;  // Boost gives the latest first
    boost::topological_sort(descent, std::back_inserter(order));
    const auto after = ways_from(descent, order, traversal == Traversal::spnp);
    std::reverse(order.begin(), order.end());
    const auto before = ways_to(descent, order, traversal != Traversal::spc);
    for (auto [edge, end] = boost::edges(descent); edge != end; ++edge) {
        boost::put(boost::edge_weight, descent, *edge,
                   before[boost::source(*edge, descent)] * after[boost::target(*edge, descent)]);
    }
}

// The vertices of the heaviest way. Empty if there is no citation.
std::vector<Vertex> heaviest_way(Descent descent) {
    const auto works = boost::num_vertices(descent);
    const auto start = boost::add_vertex(descent);
    for (Vertex work = 0; work < works; ++work) {
        const bool begins = boost::in_degree(work, descent) == 0 && boost::out_degree(work, descent) > 0;
        if (begins) boost::add_edge(start, work, 0.0L, descent);
    }
    constexpr long double unreached = -1;
    std::vector<long double> weight(works + 1);
    std::vector<Vertex> before(works + 1);
    boost::dag_shortest_paths(descent, start,
                              boost::distance_map(weight.data())
                                  .predecessor_map(before.data())
                                  .distance_inf(unreached)
                                  .distance_compare(std::greater<>()));
    const auto last =
        static_cast<Vertex>(std::max_element(weight.begin(), weight.end() - 1) - weight.begin());
    std::vector<Vertex> way;
    if (weight[last] <= 0) return way;
    for (auto work = last; work != start; work = before[work]) way.push_back(work);
    std::reverse(way.begin(), way.end());
    return way;
}

}  // namespace

MainPath main_path(const CitationGraph& graph, const std::vector<NodeIndex>& roots, Traversal traversal) {
    const auto works = descendants(graph, roots);
    auto descent = descent_of(graph, works);
    MainPath result;
    result.works = works.size();
    result.circular = remove_circles(descent);
    count_traversals(descent, traversal);
    const auto arc_of = [&](const Descent::edge_descriptor& edge) {
        return Arc{works[boost::source(edge, descent)], works[boost::target(edge, descent)],
                   boost::get(boost::edge_weight, descent, edge)};
    };
    for (auto [edge, end] = boost::edges(descent); edge != end; ++edge) result.arcs.push_back(arc_of(*edge));
    std::sort(result.arcs.begin(), result.arcs.end(), [](const Arc& a, const Arc& b) {
        return std::pair(a.cited, a.citing) < std::pair(b.cited, b.citing);
    });
    const auto way = heaviest_way(descent);
    for (std::size_t n = 1; n < way.size(); ++n)
        result.path.push_back(arc_of(boost::edge(way[n - 1], way[n], descent).first));
    return result;
}

}  // namespace resograph
