// What is in one graph and not in another.
#pragma once

#include <string>
#include <vector>

#include "graph/citation_graph.hpp"

namespace resograph {

struct Change {
    enum class Kind : unsigned char { removed, added, changed } kind = Kind::added;
    std::string source;    // id of the document
    std::string target;    // id of the cited work; "" if the document itself came, went or changed
    std::string relation;  // of the citation
    std::string location;
    std::string text;  // of the citation; of a changed document, its new date and title

    friend auto operator<=>(const Change&, const Change&) = default;
};

// Documents that were read, and citations and relations, by document.
std::vector<Change> difference(const CitationGraph& before, const CitationGraph& after);

}  // namespace resograph
