#include "graph/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>

#include "graph/links.hpp"

namespace resograph {

namespace {

// Boost has no such algorithm: Louvain moves each vertex to the community of a neighbour that raises
// modularity most, then makes each community a vertex, and begins again.
struct Level {
    std::vector<std::map<std::size_t, double>> links;  // weights to other vertices, both ways
    std::vector<double> inner;                         // weight of the links within a vertex, twice
};

double degree(const Level& level, std::size_t vertex) {
    double sum = level.inner[vertex];
    for (const auto& [other, weight] : level.links[vertex]) sum += weight;
    return sum;
}

Level first_level(const CitationGraph& graph) {
    const auto size = graph.nodes().size();
    Level level{std::vector<std::map<std::size_t, double>>(size), std::vector<double>(size)};
    for (NodeIndex document = 0; document < size; ++document) {
        for (const auto cited : works_cited_by(graph, document)) {
            ++level.links[document][cited];
            ++level.links[cited][document];
        }
    }
    return level;
}

using Labels = std::vector<std::size_t>;  // the community of each vertex

// Moves vertices until nothing is gained; false if nothing was moved.
bool move_vertices(const Level& level, Labels& community) {
    const auto size = community.size();
    std::vector<double> degrees(size);
    for (std::size_t v = 0; v < size; ++v) degrees[v] = degree(level, v);
    auto total = degrees;  // of each community
    const auto all = std::accumulate(degrees.begin(), degrees.end(), 0.0);
    constexpr double least_gain = 1e-9;  // less is rounding, and may go round in circles
    bool any = false;
    for (bool moved = true; moved;) {
        moved = false;
        for (std::size_t v = 0; v < size; ++v) {
            std::map<std::size_t, double> towards{{community[v], 0}};
            for (const auto& [other, weight] : level.links[v]) towards[community[other]] += weight;
            total[community[v]] -= degrees[v];
            const auto gain = [&](std::size_t c) { return towards[c] - degrees[v] * total[c] / all; };
            auto best = community[v];
            for (const auto& [candidate, weight] : towards) {
                if (gain(candidate) > gain(best) + least_gain) best = candidate;
            }
            total[best] += degrees[v];
            moved = moved || best != community[v];
            community[v] = best;
        }
        any = any || moved;
    }
    return any;
}

// Numbers the communities from 0 without gaps.
std::size_t renumber(Labels& community) {
    std::map<std::size_t, std::size_t> numbers;
    for (auto& label : community) label = numbers.try_emplace(label, numbers.size()).first->second;
    return numbers.size();
}

Level next_level(const Level& level, const Labels& community, std::size_t count) {
    Level next{std::vector<std::map<std::size_t, double>>(count), std::vector<double>(count)};
    for (std::size_t v = 0; v < community.size(); ++v) {
        next.inner[community[v]] += level.inner[v];
        for (const auto& [other, weight] : level.links[v]) {
            if (community[other] == community[v])
                next.inner[community[v]] += weight;
            else
                next.links[community[v]][community[other]] += weight;
        }
    }
    return next;
}

double modularity_of(const Level& level) {
    double all = 0, sum = 0;
    for (std::size_t v = 0; v < level.inner.size(); ++v) all += degree(level, v);
    for (std::size_t v = 0; v < level.inner.size() && all > 0; ++v) {
        const auto share = degree(level, v) / all;
        sum += level.inner[v] / all - share * share;
    }
    return sum;
}

// The labels as lists of works that cite or are cited, and how modular they are.
Communities listed(const Level& first, const Labels& labels, std::size_t count) {
    Communities result;
    result.modularity = modularity_of(next_level(first, labels, count));
    result.works.resize(count);
    for (NodeIndex n = 0; n < labels.size(); ++n) {
        if (!first.links[n].empty()) result.works[labels[n]].push_back(n);
    }
    std::erase_if(result.works, [](const auto& works) { return works.empty(); });
    std::stable_sort(result.works.begin(), result.works.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return result;
}

}  // namespace

Communities communities(const CitationGraph& graph) {
    const auto first = first_level(graph);
    Labels labels(graph.nodes().size());
    std::iota(labels.begin(), labels.end(), std::size_t{0});
    auto count = labels.size();
    for (auto level = first;;) {
        Labels community(count);
        std::iota(community.begin(), community.end(), std::size_t{0});
        if (!move_vertices(level, community)) break;
        count = renumber(community);
        level = next_level(level, community, count);
        for (auto& label : labels) label = community[label];
    }
    return listed(first, labels, count);
}

Communities components(const CitationGraph& graph) {
    const auto first = first_level(graph);
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> undirected(graph.nodes().size());
    for (std::size_t v = 0; v < first.links.size(); ++v) {
        for (const auto& [other, weight] : first.links[v]) {
            if (v < other) boost::add_edge(v, other, undirected);
        }
    }
    Labels labels(graph.nodes().size());
    const auto count = boost::connected_components(undirected, labels.data());
    return listed(first, labels, static_cast<std::size_t>(count));
}

}  // namespace resograph
