// Graphs as tests write and read them: "E/RES/2003/20 recalls crc; E/RES/2003/20 recalls untoc".
#pragma once

#include <sstream>
#include <string>

#include "graph/assemble.hpp"

namespace resograph {

// The works are as the registry describes them; what cites was read.
inline CitationGraph graph_of(const std::string& sentences, bool structure = false) {
    static const Registry registry;
    GraphBuilder builder;
    std::istringstream in(sentences);
    for (std::string sentence; std::getline(in, sentence, ';');) {
        std::istringstream words(sentence);
        std::string source, relation_name, target;
        words >> source >> relation_name >> target;
        auto relation = Relation::mentions;
        parse_relation(relation_name, relation);
        auto node = describe(source, registry);
        if (!is_structural(relation)) node.source = source + ".txt";
        builder.add_node(std::move(node));
        builder.add_node(describe(target, registry));
        builder.add_edge(source, target, relation, {});
    }
    if (structure) add_structure(builder, registry);
    return std::move(builder).build();
}

inline std::string sentences_of(const CitationGraph& graph) {
    std::string sentences;
    for (NodeIndex n = 0; n < graph.nodes().size(); ++n) {
        for (const auto& edge : graph.out_edges(n)) {
            sentences += graph.node(edge.source).id + " " + std::string(to_string(edge.relation)) + " " +
                         graph.node(edge.target).id + "; ";
        }
    }
    return sentences;
}

// "crc, untoc"
inline std::string works_of(const CitationGraph& graph) {
    std::string works;
    for (const auto& node : graph.nodes()) works += (works.empty() ? "" : ", ") + node.id;
    return works;
}

}  // namespace resograph
