// Graphs made by hand for the tests of exporters and diagrams.
#pragma once

#include "graph/citation_graph.hpp"

namespace resograph::test {

// The United Nations Convention against Transnational Organized Crime, its Protocols, and resolutions
// that cite them: two pictures worth looking at in one.
CitationGraph organized_crime();

// The same, with sixty more citing documents.
CitationGraph crowded();
CitationGraph crowded_by(int documents);

// Two resolutions and a convention, with parallel citations: for golden files.
CitationGraph small_graph();

}  // namespace resograph::test
