// read_graphml FILE: what Boost reads, one JSON array a line: of a node its label and in-degree, then of an
// edge the labels of its ends, its relation, text and weight.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

struct Work {
    std::string label;
    int in_degree = -1;
};

struct Citation {
    std::string relation, text;
    double weight = 0;
};

int main(int argc, char** argv) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Work, Citation> graph;
    boost::dynamic_properties properties(boost::ignore_other_properties);
    properties.property("label", boost::get(&Work::label, graph));
    properties.property("in_degree", boost::get(&Work::in_degree, graph));
    properties.property("relation", boost::get(&Citation::relation, graph));
    properties.property("text", boost::get(&Citation::text, graph));
    properties.property("weight", boost::get(&Citation::weight, graph));
    std::ifstream file(argc > 1 ? argv[1] : "");
    boost::read_graphml(file, graph, properties);
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph)))
        std::cout << nlohmann::json{graph[vertex].label, graph[vertex].in_degree} << '\n';
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        const auto& citation = graph[edge];
        std::cout << nlohmann::json{graph[boost::source(edge, graph)].label,
                                    graph[boost::target(edge, graph)].label, citation.relation, citation.text,
                                    citation.weight}
                  << '\n';
    }
}
