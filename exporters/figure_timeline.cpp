// A work and what is connected with it, one below the other by date.
#include <algorithm>
#include <set>

#include "exporters/figure.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

struct Found {
    std::vector<NodeIndex> nodes;  // what the diagram is about first, then the most connected
    std::vector<NodeIndex> left_out;
};

// Whatever cites or is cited, so many steps away.
Found connected(const CitationGraph& graph, std::span<const NodeIndex> around, int depth, std::size_t most) {
    std::set<NodeIndex> known(around.begin(), around.end());
    std::vector<NodeIndex> border(around.begin(), around.end());
    Found found{border, {}};
    for (int step = 0; step < std::max(depth, 1); ++step) {
        std::map<NodeIndex, std::size_t> lines;
        for (const auto node : border) {
            for (const auto& edge : graph.in_edges(node)) ++lines[edge.source];
            for (const auto& edge : graph.out_edges(node)) ++lines[edge.target];
        }
        border.clear();
        for (const auto& [node, count] : lines) {
            if (known.insert(node).second) border.push_back(node);
        }
        std::ranges::stable_sort(border, std::greater<>(), [&](NodeIndex node) { return lines[node]; });
        found.nodes.insert(found.nodes.end(), border.begin(), border.end());
    }
    const auto room = std::max(most, around.size());
    if (found.nodes.size() > room) {
        found.left_out.assign(found.nodes.begin() + static_cast<std::ptrdiff_t>(room), found.nodes.end());
        found.nodes.resize(room);
    }
    return found;
}

}  // namespace

Figure arrange_timeline(const CitationGraph& graph, std::span<const NodeIndex> around,
                        const DiagramOptions& options) {
    const auto found = connected(graph, around, options.depth, options.max_nodes);
    const bool many = found.nodes.size() > most_roomy;
    Figure figure;
    std::map<NodeIndex, std::size_t> card_of;
    Column column;
    auto nodes = found.nodes;
    std::ranges::sort(nodes,
                      [&](NodeIndex a, NodeIndex b) { return is_earlier(graph.node(a), graph.node(b)); });
    for (const auto index : nodes) {
        const bool centre = std::ranges::find(around, index) != around.end();
        const auto kind = centre ? CardKind::instrument : many ? CardKind::compact : CardKind::document;
        column.cards.push_back(figure.cards.size());
        card_of[index] = figure.cards.size();
        figure.cards.push_back({kind, index, "", centre});
    }
    figure.columns.push_back(std::move(column));
    std::size_t not_shown = 0;
    for (const auto& [node, card] : card_of) {
        for (auto& line : lines_from(graph, node, card_of)) {
            const bool about = figure.cards[line.source].centre || figure.cards[line.target].centre;
            if (about || options.depth > 1) {
                figure.lines.push_back(std::move(line));
            } else {
                ++not_shown;
            }
        }
    }
    figure.axis = true;
    if (many) make_dense(figure);
    figure.title = names_of(graph, around) + " along the years";
    figure.subtitle = title_of(graph, around);
    figure.note = found.left_out.empty()
                      ? "Shown are all works read that are connected with " +
                            std::string(around.size() == 1 ? "it." : "them.")
                      : "Left out are " + std::to_string(found.left_out.size()) +
                            " works with fewer connections, " + years_of(graph, found.left_out) + ".";
    figure.note += not_drawn(not_shown);
    return figure;
}

}  // namespace resograph
