// What one asks of a citation graph. Answers are values; printing them is elsewhere.
#pragma once

#include <string>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph::cli {

// Which citations count. Empty: all of them. Relations between instruments are never citations.
struct CitationFilter {
    std::vector<Relation> relations;
    std::vector<std::string> bodies;  // of the work that is listed: "GA"
    std::string since;                // "2000", "2000-11", "2000-11-15"; a work without a date does not count
    std::string until;
};

// The citations between one work and the work that was asked about (or, in a chain, the work `through`).
struct Neighbour {
    NodeIndex work = 0;
    NodeIndex through = 0;
    int distance = 1;
    std::vector<CitationGraph::Edge> mentions;
};

enum class Direction { citing, cited };

// The works that cite a node, or that it cites, by (distance, date, id); with chains of citations if
// transitive.
std::vector<Neighbour> neighbours(const CitationGraph& graph, NodeIndex node, Direction direction,
                                  const CitationFilter& filter, bool transitive);

// One step of a connection. Backwards: `to` cites, or belongs to, `from`.
struct Step {
    NodeIndex from = 0;
    NodeIndex to = 0;
    bool backwards = false;
    CitationGraph::Edge edge;
};

// The shortest way from one work to another along citations and relations between instruments; if there is
// none, the shortest way that may also follow them backwards. Empty: not connected.
std::vector<Step> connection(const CitationGraph& graph, NodeIndex from, NodeIndex to);

struct Standing {
    NodeIndex work = 0;
    std::size_t documents = 0;  // that cite it
    std::size_t mentions = 0;
    double pagerank = 0;
};

enum class Measure { documents, mentions, pagerank };

// The works that are cited, highest first. Bodies and dates of the filter are those of the citing document.
std::vector<Standing> ranking(const CitationGraph& graph, Measure measure, const CitationFilter& filter);

}  // namespace resograph::cli
