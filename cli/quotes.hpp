// The sentences in which works are cited: neither the graph nor the store keeps them, the documents are read
// again.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "graph/citation_graph.hpp"
#include "registry/registry.hpp"

namespace resograph::cli {

using Quotes = std::unordered_map<const Mention*, std::string>;

// Of each mention whose document can still be read; what cannot is reported. The mentions are the graph's.
Quotes quotes_of(const CitationGraph& graph, const std::vector<CitationGraph::Edge>& edges,
                 const Registry& registry, const Options& options, Messages& messages);

}  // namespace resograph::cli
