#include "exporters/figure.hpp"

#include <algorithm>

#include "exporters/card.hpp"
#include "exporters/rows.hpp"

namespace resograph {

// Each is defined in the file of that name: figure_family.cpp, …
Figure arrange_family(const CitationGraph&, std::span<const NodeIndex>, const DiagramOptions&);
Figure arrange_ego(const CitationGraph&, std::span<const NodeIndex>, const DiagramOptions&);
Figure arrange_timeline(const CitationGraph&, std::span<const NodeIndex>, const DiagramOptions&);
Figure arrange_path(const CitationGraph&, std::span<const NodeIndex>, const DiagramOptions&);

namespace {

constexpr DiagramLayout layouts[] = {
    {"family", "an instrument, its protocols, annexes and amendments, and who cites them", arrange_family},
    {"ego", "who cites a work, and what it cites", arrange_ego},
    {"timeline", "a work and what is connected with it, along the years", arrange_timeline},
    {"path", "how one work leads to another", arrange_path},
};

constexpr std::string_view instrument_kinds[] = {
    "treaty",  "protocol", "declaration",    "rules", "principles", "programme", "plan",
    "charter", "statute",  "recommendation", "annex", "group",      "named"};

// From the weightiest.
constexpr Relation by_weight[] = {
    Relation::terminates, Relation::amends,      Relation::extends,        Relation::adopts,
    Relation::endorses,   Relation::implements,  Relation::acts_under,     Relation::urges_adherence,
    Relation::requests,   Relation::protocol_to, Relation::supplements,    Relation::adopted_by,
    Relation::annexed_to, Relation::part_of,     Relation::recommended_by, Relation::member_of,
    Relation::welcomes,   Relation::notes,       Relation::recalls,        Relation::mentions,
    Relation::related,
};

}  // namespace

std::span<const DiagramLayout> diagram_layouts() { return layouts; }

const DiagramLayout* find_diagram_layout(std::string_view name) {
    const auto* found = std::ranges::find(layouts, name, &DiagramLayout::name);
    return found == std::end(layouts) ? nullptr : found;
}

bool is_instrument(const Node& node) {
    return std::ranges::find(instrument_kinds, node.kind) != std::end(instrument_kinds);
}

int weight_of(Relation relation) {
    return static_cast<int>(std::end(by_weight) - std::ranges::find(by_weight, relation));
}

Line fold_line(std::span<const CitationGraph::Edge> edges) {
    Line line;
    for (const auto& edge : edges) {
        if (std::ranges::find(line.relations, edge.relation) == line.relations.end()) {
            line.relations.push_back(edge.relation);
        }
        std::string_view rest = edge.mention->pinpoint;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(", "), rest.size());
            const std::string pinpoint(rest.substr(0, end));
            if (std::ranges::find(line.pinpoints, pinpoint) == line.pinpoints.end())
                line.pinpoints.push_back(pinpoint);
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
    }
    std::ranges::stable_sort(line.relations, std::greater<>(), weight_of);
    line.relation = line.relations.front();
    const auto mentions =
        std::ranges::count_if(edges, [](const auto& edge) { return !is_structural(edge.relation); });
    line.mentions = std::max<std::size_t>(static_cast<std::size_t>(mentions), 1);
    return line;
}

bool is_earlier(const Node& a, const Node& b) {
    const auto day_a = first_day(a.date), day_b = first_day(b.date);
    if (day_a != day_b) return day_b.empty() || (!day_a.empty() && day_a < day_b);
    return a.id < b.id;
}

std::vector<Line> lines_from(const CitationGraph& graph, NodeIndex source,
                             const std::map<NodeIndex, std::size_t>& cards) {
    auto edges = graph.out_edges(source);
    std::ranges::stable_sort(edges, {}, &CitationGraph::Edge::target);
    std::vector<Line> lines;
    for (auto begin = edges.begin(); begin != edges.end();) {
        const auto end =
            std::find_if(begin, edges.end(), [&](const auto& edge) { return edge.target != begin->target; });
        const auto target = cards.find(begin->target);
        if (target != cards.end() && begin->target != source) {
            auto line = fold_line({begin, end});
            line.source = cards.at(source);
            line.target = target->second;
            lines.push_back(std::move(line));
        }
        begin = end;
    }
    return lines;
}

Card more_card(const CitationGraph& graph, std::span<const NodeIndex> left_out) {
    const auto years = years_of(graph, left_out);
    Card card;
    card.kind = CardKind::more;
    card.words = "and " + std::to_string(left_out.size()) + " more" + (years.empty() ? "" : ", " + years);
    return card;
}

std::vector<std::size_t> columns_of_cards(const Figure& figure) {
    std::vector<std::size_t> column_of(figure.cards.size());
    for (std::size_t column = 0; column < figure.columns.size(); ++column) {
        for (const auto card : figure.columns[column].cards) column_of[card] = column;
    }
    return column_of;
}

bool leads_to_hub(const Figure& figure, const Line& line) {
    return figure.cards[line.target].centre || !figure.cards[line.source].centre;
}

namespace {

constexpr int most_with_words = 6;   // lines at one side of a card
constexpr int height_of_words = 15;  // in points

// The sides of cards, and how many lines meet at each. Lines within a column meet the right side.
class Sides {
public:
    explicit Sides(const Figure& figure) : column_of_(columns_of_cards(figure)) {
        for (const auto& line : figure.lines) {
            ++lines_[side(line, line.source)];
            ++lines_[side(line, line.target)];
        }
    }

    bool within_column(const Line& line) const { return column_of_[line.source] == column_of_[line.target]; }
    int lines_beside(const Line& line, std::size_t card) const { return lines_.at(side(line, card)); }

private:
    std::pair<std::size_t, bool> side(const Line& line, std::size_t card) const {
        const auto other = card == line.source ? line.target : line.source;
        return {card, column_of_[other] >= column_of_[card]};
    }

    std::vector<std::size_t> column_of_;
    std::map<std::pair<std::size_t, bool>, int> lines_;
};

std::optional<std::size_t> card_for_words(const Figure& figure, const Sides& sides, const Line& line) {
    std::vector<std::size_t> cards{line.source, line.target};
    if (sides.within_column(line)) cards.erase(cards.begin() + (leads_to_hub(figure, line) ? 1 : 0));
    std::erase_if(cards, [&](std::size_t card) {
        return figure.cards[card].kind != CardKind::compact ||
               sides.lines_beside(line, card) > most_with_words;
    });
    const auto lines = [&](std::size_t card) { return sides.lines_beside(line, card); };
    const auto fewest = std::ranges::min_element(cards, {}, lines);
    return fewest == cards.end() ? std::nullopt : std::optional(*fewest);
}

// For words, and so that many arrows do not become one.
void make_room_for_lines(Figure& figure, const Sides& sides) {
    constexpr int enough_at_card = 12, most = 600;
    for (const auto& line : figure.lines) {
        for (const auto card : {line.source, line.target}) {
            const int lines = sides.lines_beside(line, card);
            auto& height = figure.cards[card].least_height;
            if (line.words_at == card && lines > 1) height = std::max(height, height_of_words * lines);
            if (!figure.axis && lines > enough_at_card) height = std::max(height, std::min(4 * lines, most));
        }
    }
}

// Those of lines without words are written on the card.
void move_pinpoints_to_cards(Figure& figure) {
    std::map<std::size_t, std::vector<std::string>> pinpoints;
    for (const auto& line : figure.lines) {
        if (line.words_at || figure.cards[line.source].kind != CardKind::compact) continue;
        auto& places = pinpoints[line.source];
        for (const auto& place : line.pinpoints) {
            if (std::ranges::find(places, place) == places.end()) places.push_back(place);
        }
    }
    for (const auto& [card, places] : pinpoints) figure.cards[card].words = words_of_pinpoints(places);
}

}  // namespace

void make_dense(Figure& figure) {
    figure.dense = true;
    const Sides sides(figure);
    for (auto& line : figure.lines) line.words_at = card_for_words(figure, sides, line);
    make_room_for_lines(figure, sides);
    move_pinpoints_to_cards(figure);
}

std::string not_drawn(std::size_t citations) {
    if (citations == 0) return "";
    return citations == 1
               ? " Not drawn is one citation among the works shown."
               : " Not drawn are " + std::to_string(citations) + " citations among the works shown.";
}

std::string years_of(const CitationGraph& graph, std::span<const NodeIndex> nodes) {
    std::optional<int> first, last;
    for (const auto index : nodes) {
        const auto year = year_of(graph.node(index).date);
        if (!year) continue;
        first = first ? std::min(*first, *year) : year;
        last = last ? std::max(*last, *year) : year;
    }
    if (!first) return "";
    const auto start = std::to_string(*first);
    return first == last ? start : start + "–" + std::to_string(*last);
}

std::string names_of(const CitationGraph& graph, std::span<const NodeIndex> nodes) {
    std::string names;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i > 0) names += i + 1 == nodes.size() ? " and " : ", ";
        names += row_of(graph, nodes[i]).label;
    }
    return names;
}

std::string title_of(const CitationGraph& graph, std::span<const NodeIndex> around) {
    if (around.size() > 1) return "";
    return std::string(title_below(graph.node(around[0]), names_of(graph, around)));
}

}  // namespace resograph
