#include "graph/related.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "graph/links.hpp"

namespace resograph {

namespace {

double neighbours_of(const CitationGraph& graph, NodeIndex work) {
    return static_cast<double>(documents_citing(graph, work).size() + works_cited_by(graph, work).size());
}

}  // namespace

std::vector<Kinship> related(const CitationGraph& graph, NodeIndex work) {
    std::map<NodeIndex, Kinship> kin;
    for (const auto document : documents_citing(graph, work)) {
        for (const auto other : works_cited_by(graph, document)) ++kin[other].cocited;
    }
    for (const auto cited : works_cited_by(graph, work)) {
        for (const auto other : documents_citing(graph, cited)) ++kin[other].coupled;
    }
    kin.erase(work);
    std::vector<Kinship> all;
    const auto own = neighbours_of(graph, work);
    for (auto& [other, found] : kin) {
        found.work = other;
        found.similarity =
            static_cast<double>(found.cocited + found.coupled) / std::sqrt(own * neighbours_of(graph, other));
        all.push_back(found);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Kinship& a, const Kinship& b) { return a.similarity > b.similarity; });
    return all;
}

}  // namespace resograph
