// Strings that break files: what stands in titles, file names and damaged scans, and what an attacker
// would put there.
#pragma once

#include <string>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph::test {

// At least sixty, all different.
std::vector<std::string> hostile_strings();

// Each hostile string once in each text field of a node, and once in each of an edge.
CitationGraph hostile_graph();

}  // namespace resograph::test
