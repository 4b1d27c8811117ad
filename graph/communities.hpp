// Works that belong together by their citations.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

struct Communities {
    // The works of each, sorted; the largest community first. Works without citations are in none.
    std::vector<std::vector<NodeIndex>> works;
    double modularity = 0;  // Newman's: 0 as if citations fell by chance, at most 1
};

// By the modularity of citations regardless of their direction (the method of Louvain). The same graph
// always gives the same communities.
Communities communities(const CitationGraph& graph);

// What hangs together at all.
Communities components(const CitationGraph& graph);

}  // namespace resograph
