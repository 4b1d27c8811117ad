// What one asks of a citation graph. Answers are values; printing them is elsewhere. To ask of a part of a
// graph, filter it (graph/filter.hpp).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

// The citations between one work and the works that were asked about (or, in a chain, the work `through`).
struct Neighbour {
    NodeIndex work = 0;
    NodeIndex through = 0;
    int distance = 1;
    std::vector<CitationGraph::Edge> mentions;
};

enum class Direction { citing, cited };

// The works that cite one of these nodes, or that these cite, by (distance, date, id); with chains of
// citations if transitive.
std::vector<Neighbour> neighbours(const CitationGraph& graph, const std::vector<NodeIndex>& nodes,
                                  Direction direction, bool transitive = false);

// The protocols of a convention, and what else supplements it.
std::vector<NodeIndex> protocols(const CitationGraph& graph, NodeIndex convention);

// The documents that were read and whose titles have all these words, or words that begin so.
std::vector<NodeIndex> documents_on(const CitationGraph& graph, const std::vector<std::string>& words);

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

// A work on a chain that leads from one work to another.
struct Between {
    NodeIndex work = 0;
    int from_first = 0;  // steps
    int to_last = 0;
};

// All works on the chains of citations and relations that lead from the first to the last, or, if there is
// none, from the last to the first; both ends are left out. Those on the shortest chains come first.
std::vector<Between> between(const CitationGraph& graph, NodeIndex first, NodeIndex last);

// The citations of a year. No year: those of documents without a date.
struct YearOfCitations {
    std::optional<int> year;
    std::size_t documents = 0;
    std::size_t mentions = 0;
};

// How often works are cited each year, from the first to the last without gaps; then what has no date.
std::vector<YearOfCitations> timeline(const CitationGraph& graph, const std::vector<NodeIndex>& works);

struct Standing {
    NodeIndex work = 0;
    std::size_t documents = 0;  // that cite it
    std::size_t mentions = 0;
    double pagerank = 0;
    double authority = 0, hub = 0;  // of HITS, if ranked by one of these
};

enum class Measure { documents, mentions, pagerank, authority, hub };

// The works that are cited, or for hubs those that cite; highest first.
std::vector<Standing> ranking(const CitationGraph& graph, Measure measure);

// The works that are cited but were not read, those that most documents cite first.
std::vector<Standing> dangling(const CitationGraph& graph);

}  // namespace resograph
