// Which works are akin to one: cited together with it (co-citation), or citing the same (bibliographic
// coupling).
#pragma once

#include <cstddef>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

struct Kinship {
    NodeIndex work = 0;
    std::size_t cocited = 0;  // documents that cite both
    std::size_t coupled = 0;  // works that both cite
    double similarity = 0;    // Salton's cosine of all that cite them and that they cite: 0 to 1
};

// Every work that has something in common with this one, the most similar first.
std::vector<Kinship> related(const CitationGraph& graph, NodeIndex work);

}  // namespace resograph
