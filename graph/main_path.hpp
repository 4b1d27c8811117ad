// The main path: along which citations a text has come down to its latest descendants.
//
// The graph is read from the cited work to the citing document. How many ways lead through a citation is
// its traversal count; the main path is the chain whose citations have the highest sum of counts.
// After Hummon and Doreian (1989) and Batagelj (2003).
#pragma once

#include <cstddef>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

enum class Traversal {
    spc,   // search path count: ways from where the descent begins to where it ends
    splc,  // search path link count: ways that may begin at any work before it
    spnp,  // search path node pair: ways that may also end at any work after it
};

// One citation that the descent goes along.
struct Arc {
    NodeIndex cited = 0;
    NodeIndex citing = 0;
    long double count = 0;  // grows beyond what a double can hold in long descents
};

struct MainPath {
    std::vector<Arc> path;  // from the oldest work to the latest
    std::vector<Arc> arcs;  // all citations of the descent, by (cited, citing)
    std::size_t works = 0;  // that descend from the roots, with these
    // Citations among works that cite each other in a circle have no direction of descent: left out.
    std::size_t circular = 0;
};

// The descent from these works to all documents that cite them, directly or not.
MainPath main_path(const CitationGraph& graph, const std::vector<NodeIndex>& roots, Traversal traversal);

}  // namespace resograph
