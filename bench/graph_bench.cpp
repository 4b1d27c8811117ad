// What a large graph takes and how soon it answers: graph_bench [NODES EDGES].
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "graph/questions.hpp"

using namespace resograph;

namespace {

// As in the corpus, a few works are cited by very many: the chance falls with the square of the place.
GraphParts made_parts(std::size_t nodes, std::size_t edges) {
    GraphParts parts;
    parts.nodes.resize(nodes);
    char id[24];
    for (std::size_t n = 0; n < nodes; ++n) {
        std::snprintf(id, sizeof id, "A/%08zu", n);
        parts.nodes[n].id = id;
    }
    std::mt19937 random(1);
    std::uniform_real_distribution<double> chance(0, 1);
    parts.ends.reserve(edges);
    parts.edges.reserve(edges);
    for (std::size_t n = 0; n < edges; ++n) {
        const double place = chance(random);
        parts.ends.emplace_back(static_cast<NodeIndex>(n * nodes / edges),
                                static_cast<NodeIndex>(place * place * static_cast<double>(nodes)));
        parts.edges.push_back({static_cast<Relation>(n % 13)});
    }
    return parts;
}

std::size_t bytes_in_use() {
    const auto memory = mallinfo2();
    return memory.uordblks + memory.hblkhd;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t nodes = argc > 2 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const std::size_t edges = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 20'000'000;
    auto parts = made_parts(nodes, edges);
    const auto of_edges = parts.ends.capacity() * sizeof(parts.ends[0]) + parts.edges.capacity();
    const auto before = bytes_in_use() - of_edges;  // the nodes, which move into the graph

    auto start = std::chrono::steady_clock::now();
    const CitationGraph graph(std::move(parts));
    const auto built = seconds_since(start);
    const auto per_edge = static_cast<double>(bytes_in_use() - before) / static_cast<double>(edges);
    std::printf("%zu nodes, %zu edges: built in %.2f s, %.1f bytes an edge\n", nodes, edges, built, per_edge);

    std::mt19937 random(2);
    std::vector<double> times;
    std::size_t answers = 0;
    constexpr std::size_t rounds = 10'000;
    for (std::size_t n = 0; n < rounds; ++n) {
        const auto node = static_cast<NodeIndex>(random() % nodes);
        start = std::chrono::steady_clock::now();
        answers += neighbours(graph, {node}, Direction::citing).size();
        times.push_back(seconds_since(start));
    }
    std::sort(times.begin(), times.end());
    std::printf(
        "citing, of %zu works: median %.3f ms, 99 of 100 within %.3f ms, slowest %.3f ms; %.1f documents\n",
        rounds, times[rounds / 2] * 1e3, times[rounds * 99 / 100] * 1e3, times.back() * 1e3,
        static_cast<double>(answers) / rounds);
}
