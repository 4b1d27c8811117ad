#include "graph/checks.hpp"

#include <fmt/core.h>

#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include "graph/dates.hpp"

namespace resograph {

namespace {

struct IsCitation {
    const CitationGraph::Storage* storage = nullptr;
    bool operator()(const CitationGraph::Storage::edge_descriptor& edge) const {
        return !is_structural((*storage)[edge].relation);
    }
};

bool is_later(const Node& cited, const Node& citing) {
    return !cited.date.empty() && !citing.date.empty() && compare_dates(cited.date, citing.date) > 0;
}

std::vector<Finding> forward_citations(const CitationGraph& graph) {
    std::vector<Finding> findings;
    for (NodeIndex source = 0; source < graph.nodes().size(); ++source) {
        for (const auto& edge : graph.out_edges(source)) {
            const auto &citing = graph.node(source), &cited = graph.node(edge.target);
            if (is_structural(edge.relation) || !is_later(cited, citing)) continue;
            findings.push_back({Fault::forward,
                                citing.id,
                                edge.mention->location,
                                edge.mention->text,
                                {cited.id},
                                fmt::format("of {} cites what is of {}", citing.date, cited.date)});
        }
    }
    return findings;
}

// Works that cite each other, directly or through others: a strong component of more than one.
std::vector<Finding> circles(const CitationGraph& graph) {
    const auto& storage = graph.storage();
    const boost::filtered_graph<CitationGraph::Storage, IsCitation> citations(storage, IsCitation{&storage});
    std::vector<NodeIndex> component(graph.nodes().size());
    const auto count = boost::strong_components(
        citations,
        boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, storage)));
    std::vector<std::vector<std::string>> members(count);
    for (NodeIndex n = 0; n < component.size(); ++n) members[component[n]].push_back(graph.node(n).id);
    std::vector<Finding> findings;
    for (NodeIndex n = 0; n < component.size(); ++n) {
        auto& works = members[component[n]];
        if (works.size() < 2) continue;
        const auto detail = fmt::format("{} works cite each other in a circle", works.size());
        findings.push_back({Fault::circle, graph.node(n).id, "", "", std::move(works), detail});
        works.clear();
    }
    return findings;
}

}  // namespace

std::vector<Finding> faults_of_time(const CitationGraph& graph) {
    auto findings = forward_citations(graph);
    for (auto& finding : circles(graph)) findings.push_back(std::move(finding));
    return findings;
}

std::vector<Finding> undecided(const DocumentRecord& record) {
    std::vector<Finding> findings;
    for (const auto& citation : record.extracted.citations) {
        const bool itself = citation.candidates == std::vector{record.extracted.source};
        if (!citation.target.empty() || itself) continue;
        const auto fault = citation.candidates.empty() ? Fault::unresolved : Fault::ambiguous;
        findings.push_back({fault, record.extracted.source, citation.location, citation.text,
                            citation.candidates, citation.reason});
    }
    return findings;
}

}  // namespace resograph
