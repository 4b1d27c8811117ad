// What a question is asked of: the registry, and the graph of --from PATH… or of the store.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "graph/assemble.hpp"
#include "graph/learning.hpp"

namespace resograph::cli {

struct Library {
    Registry registry;
    LearnedNames names;  // what the documents teach each other; not of load_citing()
    CitationGraph graph;
    std::size_t documents = 0;
};

using VisitRecord = std::function<void(const DocumentRecord&)>;

// Problems are reported; StoreError for a store that cannot be read. `visit` sees the citations that become
// no edges too.
Library load_library(const Options& options, Messages& messages, const VisitRecord& visit = {});

// The registry and the names, without the graph.
Library load_names(const Options& options, Messages& messages);

// Of a store, no more than is needed to say who cites a work: the documents that cite it or,
// --with-protocols, one of its protocols. Nothing if that is not enough: for chains, for what is near a work,
// and for words that only the titles of documents explain.
std::optional<Library> load_citing(const Options& options, const std::string& words, Messages& messages);

// The canonical id of what the words mean, whether the documents cite it or only the registry knows it.
// When nothing is meant, that is reported, with similar ids.
std::optional<std::string> find_id(const std::string& words, const Library& library, Messages& messages);

// The node with that id, as the registry describes it when no document cites it.
Node node_of(const std::string& id, const Library& library);

std::string joined(const std::vector<std::string>& words);

}  // namespace resograph::cli
