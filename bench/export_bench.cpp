// How long a large graph takes to be written as GraphML, against writing the same bytes and against
// Boost's writer: export_bench [NODES EDGES]. Each time is the best of seven rounds, taken in turn.
#include <boost/graph/graphml.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/vector_property_map.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "exporters/exporter.hpp"

using namespace resograph;

namespace {

CitationGraph make_graph(std::size_t nodes, std::size_t edges) {
    GraphBuilder builder;
    std::mt19937 random(1);
    const auto id_of = [](std::size_t n) {
        return "A/RES/" + std::to_string(n / 300) + "/" + std::to_string(n % 300);
    };
    for (std::size_t n = 0; n < nodes; ++n) {
        Node node;
        node.id = node.label = node.symbol = id_of(n);
        node.kind = "resolution";
        node.body = "GA";
        node.title = "Strengthening international cooperation in the field of subject " + std::to_string(n);
        node.date = std::to_string(1946 + n % 75) + "-12-18";
        builder.add_node(std::move(node));
    }
    for (std::size_t n = 0; n < edges; ++n) {
        Mention mention;
        mention.location = "op" + std::to_string(n % 40);
        mention.pinpoint = n % 8 == 0 ? "art_" + std::to_string(n % 90) + "__para_2" : "";
        mention.text =
            "resolution " + std::to_string(n % 99) + "/" + std::to_string(n % 300) + " of 18 December 2003";
        mention.evidence = "symbol";
        mention.confidence = n % 4 == 0 ? 0.95 : 1.0;
        // Extraction gives one document after the other.
        builder.add_edge(id_of(n * nodes / edges), id_of(random() % nodes), static_cast<Relation>(n % 13),
                         std::move(mention));
    }
    return std::move(builder).build();
}

template <class Work>
double seconds(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Boost's writer takes its graph and its properties as they are: the same keys, no copies made.
void write_with_boost(const CitationGraph& graph, std::ostream& out) {
    using Storage = CitationGraph::Storage;
    using Vertex = boost::graph_traits<Storage>::vertex_descriptor;
    using Edge = boost::graph_traits<Storage>::edge_descriptor;
    const auto& storage = graph.storage();
    boost::dynamic_properties properties;
    const auto of_node = [&](std::string Node::*field) {
        return boost::make_function_property_map<Vertex>([&graph, field](Vertex v) -> std::string {
            return graph.node(static_cast<NodeIndex>(v)).*field;
        });
    };
    const auto of_edge = [&](std::string Mention::*field) {
        return boost::make_function_property_map<Edge>(
            [&graph, &storage, field](const Edge& e) -> std::string {
                return graph.mention(boost::get(boost::edge_index, storage, e)).*field;
            });
    };
    for (const auto& [name, field] : {std::pair("label", &Node::label),
                                      {"kind", &Node::kind},
                                      {"title", &Node::title},
                                      {"body", &Node::body},
                                      {"symbol", &Node::symbol},
                                      {"date", &Node::date}}) {
        properties.property(name, of_node(field));
    }
    for (const auto& [name, field] : {std::pair("location", &Mention::location),
                                      {"pinpoint", &Mention::pinpoint},
                                      {"text", &Mention::text},
                                      {"evidence", &Mention::evidence}}) {
        properties.property(name, of_edge(field));
    }
    properties.property("relation",
                        boost::make_function_property_map<Edge>([&storage](const Edge& e) -> std::string {
                            return std::string(to_string(storage[e].relation));
                        }));
    properties.property("confidence",
                        boost::make_function_property_map<Edge>([&graph, &storage](const Edge& e) -> double {
                            return graph.mention(boost::get(boost::edge_index, storage, e)).confidence;
                        }));
    boost::write_graphml(out, storage, properties, true);
}

struct Best {
    double time = 1e9;
    void add(double seconds) { time = std::min(time, seconds); }
};

}  // namespace

int main(int argc, char** argv) {
    const std::size_t nodes = argc > 2 ? std::strtoull(argv[1], nullptr, 10) : 50'000;
    const std::size_t edges = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000;
    const auto graph = make_graph(nodes, edges);
    const auto* graphml = find_exporter("graphml");
    const auto file = std::filesystem::temp_directory_path() / "resograph_export_bench.graphml";

    std::ostringstream in_memory;
    graphml->write(graph, {}, in_memory);
    const auto bytes = std::move(in_memory).str();
    const auto to_file = [&](const auto& write) {
        return seconds([&] {
            std::ofstream out(file, std::ios::binary);
            write(out);
            out.close();
        });
    };

    Best raw, ours, boosts;
    std::uintmax_t boost_bytes = 0;
    for (int round = 0; round < 7; ++round) {
        raw.add(to_file(
            [&](std::ostream& out) { out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); }));
        ours.add(to_file([&](std::ostream& out) { graphml->write(graph, {}, out); }));
        if (round >= 3) continue;  // it is slow
        boosts.add(to_file([&](std::ostream& out) { write_with_boost(graph, out); }));
        boost_bytes = std::filesystem::file_size(file);
    }
    std::filesystem::remove(file);
    std::printf("%zu nodes, %zu edges, %.1f MB of GraphML\n", nodes, graph.edge_count(),
                static_cast<double>(bytes.size()) / 1e6);
    std::printf("write the same bytes  %.3f s\n", raw.time);
    std::printf("resograph             %.3f s  %.2f x writing\n", ours.time, ours.time / raw.time);
    std::printf("boost::write_graphml  %.3f s  %.1f x resograph (%.1f MB)\n", boosts.time,
                boosts.time / ours.time, static_cast<double>(boost_bytes) / 1e6);
}
