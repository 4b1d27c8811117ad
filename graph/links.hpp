// The graph without repetition: who cites whom, however often, and nothing but citations.
#pragma once

#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

// Each work once, sorted; never the work itself.
std::vector<NodeIndex> works_cited_by(const CitationGraph& graph, NodeIndex document);
std::vector<NodeIndex> documents_citing(const CitationGraph& graph, NodeIndex work);

}  // namespace resograph
