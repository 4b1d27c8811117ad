#include "graph/difference.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace resograph {

namespace {

// The citations, as changes of one kind.
std::vector<Change> citations_of(const CitationGraph& graph, Change::Kind kind) {
    std::vector<Change> citations;
    for (NodeIndex source = 0; source < graph.nodes().size(); ++source) {
        for (const auto& edge : graph.out_edges(source)) {
            citations.push_back({kind, graph.node(source).id, graph.node(edge.target).id,
                                 std::string(to_string(edge.relation)), edge.mention->location,
                                 edge.mention->text});
        }
    }
    return citations;
}

auto without_kind(const Change& change) {
    return std::tie(change.source, change.target, change.relation, change.location, change.text);
}

bool is_before(const Change& a, const Change& b) { return without_kind(a) < without_kind(b); }

// Sorted; what occurs twice in one and once in the other is there once.
void append_only_in(std::vector<Change>& changes, const std::vector<Change>& one,
                    const std::vector<Change>& other) {
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(changes),
                        is_before);
}

bool was_read(const Node& node) { return !node.source.empty(); }

const Node* read_in(const CitationGraph& graph, const std::string& id) {
    const auto node = graph.find(id);
    return node && was_read(graph.node(*node)) ? &graph.node(*node) : nullptr;
}

void append_documents(std::vector<Change>& changes, const CitationGraph& before, const CitationGraph& after) {
    for (const auto& node : before.nodes()) {
        if (was_read(node) && !read_in(after, node.id))
            changes.push_back({Change::Kind::removed, node.id, "", "", "", node.title});
    }
    for (const auto& node : after.nodes()) {
        if (!was_read(node)) continue;
        const auto* old = read_in(before, node.id);
        if (!old)
            changes.push_back({Change::Kind::added, node.id, "", "", "", node.title});
        else if (std::tie(old->date, old->title) != std::tie(node.date, node.title))
            changes.push_back({Change::Kind::changed, node.id, "", "", "", node.date + " " + node.title});
    }
}

}  // namespace

std::vector<Change> difference(const CitationGraph& before, const CitationGraph& after) {
    auto old = citations_of(before, Change::Kind::removed), recent = citations_of(after, Change::Kind::added);
    std::sort(old.begin(), old.end(), is_before);
    std::sort(recent.begin(), recent.end(), is_before);
    std::vector<Change> changes;
    append_documents(changes, before, after);
    append_only_in(changes, old, recent);
    append_only_in(changes, recent, old);
    std::stable_sort(changes.begin(), changes.end(), is_before);
    return changes;
}

}  // namespace resograph
