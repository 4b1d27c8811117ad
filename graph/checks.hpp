// What contradicts itself in what was read, or was left undecided.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/assemble.hpp"

namespace resograph {

enum class Fault : unsigned char {
    forward,     // a document cites what is later than itself
    circle,      // works cite each other in a circle
    unresolved,  // nothing known is meant
    ambiguous,   // one of these works may be meant
};
inline constexpr std::array<std::string_view, 4> fault_names{"forward", "circle", "unresolved", "ambiguous"};

struct Finding {
    Fault fault = Fault::unresolved;
    std::string source;  // id of the citing document
    std::string location;
    std::string text;
    std::vector<std::string> targets;  // ids: what is cited, all of a circle, or what may be meant
    std::string detail;
};

// The faults of time in a graph, by document.
std::vector<Finding> faults_of_time(const CitationGraph& graph);

// The citations of a document that were left undecided.
std::vector<Finding> undecided(const DocumentRecord& record);

}  // namespace resograph
