// Which words of a document become references, and where they lead: the same for every format that is
// written. docs/annotate.md says what was decided, and why.
#pragma once

#include <string>
#include <vector>

#include "citations/citation.hpp"
#include "document/document.hpp"
#include "registry/registry.hpp"

namespace resograph {

struct MarkedReference {
    Span span;
    std::string href;
    std::string up_to;  // the end of a range: "paragraphs 10–12"
    std::string target;
    int citation = -1;  // index of Extracted::citations; -1: a footnote that places what the text names
};

// No two references overlap, and none overlaps a group without lying within it.
struct MarkedReferences {
    std::vector<MarkedReference> references;  // in the order of the text
    std::vector<Span> groups;                 // a work with its pinpoints: an mref
};

MarkedReferences marked_references(const Document& document, const Extracted& extracted,
                                   const Registry& registry);

}  // namespace resograph
