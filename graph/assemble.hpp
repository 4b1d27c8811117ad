// From what was extracted to a graph: nodes for documents and cited works, citation edges, and the
// structural edges of the registry and of the texts.
#pragma once

#include <optional>

#include "citations/citation.hpp"
#include "document/document.hpp"
#include "graph/citation_graph.hpp"
#include "registry/registry.hpp"

namespace resograph {

// What of a document the graph needs, once its text is not needed any more.
struct DocumentRecord {
    std::string file;
    std::string format;
    Metadata metadata;
    Extracted extracted;
};

// How far a citation's confidence may fall before it is kept out of the graph.
inline constexpr double minimum_confidence = 0.5;

// Adds the document's node, a node for each target, and an edge a citation.
void connect(GraphBuilder& builder, const DocumentRecord& record, const Registry& registry);

// Adds the structural edges among all nodes so far, and the nodes these lead to (the resolution that an
// instrument is annexed to, the convention of a protocol, the group of a member).
void add_structure(GraphBuilder& builder, const Registry& registry);

// The node for an id, with what the registry and the id itself say of it (kind, body, label, title, uri).
Node describe(std::string_view id, const Registry& registry);

// From what a user types to a node id: "GA 55/25 annex II", "CRC", "Convention on the Rights of the Child",
// "A/Res/55/25", "1373 (2001)". nullopt when nothing is meant; then `nearest` lists similar ids.
std::optional<std::string> identify(std::string_view words, const Registry& registry);
std::vector<std::string> nearest(std::string_view words, const Registry& registry);

}  // namespace resograph
