// Which part of a graph a question, an export or a picture is about.
#pragma once

#include <string>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

// Which citations count. What is empty allows all.
struct Filter {
    std::vector<Relation> relations;
    std::vector<std::string> bodies;  // of the citing document: "GA"
    std::string since;                // its date: "2000", "2000-11", "2000-11-15"; no date, no citation
    std::string until;
    std::vector<std::string> kinds;   // of the cited work: "treaty"
    std::size_t min_weight = 1;       // how often the document must cite the work
    bool structure = true;            // the relations between instruments as well
    std::vector<std::string> around;  // only what is at most `depth` steps from one of these ids
    int depth = 1;
};

// The citations that count, the works they connect, and the families of these (whatever the relations
// between instruments connect with them). The works with the ids `kept` stay in any case.
CitationGraph filtered(CitationGraph graph, const Filter& filter, const std::vector<std::string>& kept = {});

// Where one end of the citations is given, as in "who cites this", bodies, dates and kinds are asked of the
// works at the other end: whether this is one of them.
bool fits(const Node& work, const Filter& filter);

// The rest of such a filter, which is for the graph; and what it asks of citing documents alone.
Filter without_ends(Filter filter);
Filter of_documents(Filter filter);

}  // namespace resograph
