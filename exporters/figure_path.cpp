// How one work leads to another: all shortest ways, from left to right.
#include <algorithm>
#include <limits>

#include "exporters/figure.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

constexpr auto unreached = std::numeric_limits<std::size_t>::max();

enum class Along { citations, either_way };

std::vector<NodeIndex> next_to(const CitationGraph& graph, NodeIndex node, Along along) {
    std::vector<NodeIndex> result;
    for (const auto& edge : graph.out_edges(node)) result.push_back(edge.target);
    if (along == Along::either_way) {
        for (const auto& edge : graph.in_edges(node)) result.push_back(edge.source);
    }
    return result;
}

// How many steps each work is away.
std::vector<std::size_t> distances(const CitationGraph& graph, NodeIndex from, Along along) {
    std::vector<std::size_t> distance(graph.nodes().size(), unreached);
    std::vector<NodeIndex> queue{from};
    distance[from] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const auto node : next_to(graph, queue[i], along)) {
            if (distance[node] != unreached) continue;
            distance[node] = distance[queue[i]] + 1;
            queue.push_back(node);
        }
    }
    return distance;
}

// The works on shortest ways, by their distance from the start.
std::vector<std::vector<NodeIndex>> steps_between(const CitationGraph& graph, NodeIndex from, NodeIndex to,
                                                  Along along) {
    const auto distance = distances(graph, from, along);
    if (distance[to] == unreached) return {};
    std::vector<std::vector<NodeIndex>> steps(distance[to] + 1);
    steps.back().push_back(to);
    for (auto step = distance[to]; step > 0; --step) {
        for (NodeIndex node = 0; node < distance.size(); ++node) {
            if (distance[node] != step - 1) continue;
            const auto after = next_to(graph, node, along);
            const bool leads_on = std::ranges::any_of(after, [&](NodeIndex next) {
                return std::ranges::find(steps[step], next) != steps[step].end();
            });
            if (leads_on) steps[step - 1].push_back(node);
        }
    }
    return steps;
}

struct Way {
    std::vector<std::vector<NodeIndex>> steps;
    std::string words;
};

// "2 steps".
std::string count_of(const std::vector<std::vector<NodeIndex>>& steps) {
    return steps.size() == 2 ? "one step" : std::to_string(steps.size() - 1) + " steps";
}

// Along the citations if possible, else against them, else in any direction.
Way way_between(const CitationGraph& graph, NodeIndex from, NodeIndex to) {
    if (auto steps = steps_between(graph, from, to, Along::citations); !steps.empty()) {
        const auto count = count_of(steps);
        return {std::move(steps), "Along the arrows, in " + count + "."};
    }
    if (auto steps = steps_between(graph, to, from, Along::citations); !steps.empty()) {
        const auto count = count_of(steps);
        std::ranges::reverse(steps);
        return {std::move(steps), "Against the arrows, in " + count + "."};
    }
    auto steps = steps_between(graph, from, to, Along::either_way);
    const auto count = steps.empty() ? "" : count_of(steps);
    return {std::move(steps), "No way leads along the arrows alone; there is one of " + count + "."};
}

constexpr std::size_t most_ways = 5;  // side by side

bool are_joined(const CitationGraph& graph, NodeIndex a, const std::vector<NodeIndex>& nodes) {
    const auto has = [&](NodeIndex node) { return std::ranges::find(nodes, node) != nodes.end(); };
    return std::ranges::any_of(next_to(graph, a, Along::either_way), has);
}

// Of each step the works that most others cite, as long as they lead from the start to the end.
void keep_main_ways(const CitationGraph& graph, std::vector<std::vector<NodeIndex>>& steps) {
    for (std::size_t step = 1; step + 1 < steps.size(); ++step) {
        std::erase_if(steps[step], [&](NodeIndex node) { return !are_joined(graph, node, steps[step - 1]); });
        std::ranges::stable_sort(steps[step], std::greater<>(),
                                 [&](NodeIndex node) { return boost::in_degree(node, graph.storage()); });
        if (steps[step].size() > most_ways) steps[step].resize(most_ways);
    }
    for (auto step = steps.size() - 1; step-- > 1;) {
        std::erase_if(steps[step], [&](NodeIndex node) { return !are_joined(graph, node, steps[step + 1]); });
    }
}

std::size_t count(const std::vector<std::vector<NodeIndex>>& steps) {
    std::size_t sum = 0;
    for (const auto& step : steps) sum += step.size();
    return sum;
}

}  // namespace

Figure arrange_path(const CitationGraph& graph, std::span<const NodeIndex> around, const DiagramOptions&) {
    Figure figure;
    if (around.size() != 2) {
        figure.error = "a path needs two works, where it starts and where it ends";
        return figure;
    }
    auto way = way_between(graph, around[0], around[1]);
    if (way.steps.empty()) {
        figure.error = "nothing connects " + names_of(graph, around);
        return figure;
    }
    const auto all = count(way.steps);
    keep_main_ways(graph, way.steps);
    std::map<NodeIndex, std::size_t> card_of, step_of;
    for (std::size_t step = 0; step < way.steps.size(); ++step) {
        auto& nodes = way.steps[step];
        std::ranges::sort(nodes,
                          [&](NodeIndex a, NodeIndex b) { return is_earlier(graph.node(a), graph.node(b)); });
        Column column;
        for (const auto node : nodes) {
            card_of[node] = figure.cards.size();
            step_of[node] = step;
            column.cards.push_back(figure.cards.size());
            const auto kind = is_instrument(graph.node(node)) ? CardKind::instrument : CardKind::document;
            figure.cards.push_back({kind, node, "", node == around[0] || node == around[1]});
        }
        figure.columns.push_back(std::move(column));
    }
    for (const auto& [node, card] : card_of) {
        for (auto& line : lines_from(graph, node, card_of)) {
            const auto source = step_of[node], target = step_of[figure.cards[line.target].node];
            if (source + 1 == target || target + 1 == source) figure.lines.push_back(std::move(line));
        }
    }
    figure.title = "How " + std::string(row_of(graph, around[0]).label) + " leads to " +
                   std::string(row_of(graph, around[1]).label);
    figure.subtitle = way.words;
    figure.note = "Shown are all shortest ways.";
    if (const auto left_out = all - count(way.steps); left_out > 0) {
        figure.note = "Equally short ways through " + std::to_string(left_out) +
                      " other works, cited less, are left out.";
    }
    return figure;
}

}  // namespace resograph
