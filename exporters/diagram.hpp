// A picture of a part of the graph, laid out by Graphviz (cgraph and gvc).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

struct DiagramOptions {
    std::vector<std::string> around;  // canonical ids at the centre; of a path, its two ends
    std::string layout = "family";    // family, ego, timeline, path
    std::string format = "svg";       // svg, png, pdf, dot
    int depth = 1;                    // of ego and timeline: how many citations away
    std::size_t max_nodes = 60;       // the least important are folded into "and 37 more"
    std::string title;                // "": one that says what is shown
};

struct Diagram {
    std::string bytes;  // the file; empty when it could not be drawn
    std::string error;
};

// The same bytes for the same graph and options. Not thread-safe within Graphviz: calls take one lock.
Diagram draw(const CitationGraph& graph, const DiagramOptions& options);

}  // namespace resograph
