// A work in the middle; on the left what cites it, on the right what it cites; further columns for what
// cites those, as deep as is asked.
#include <algorithm>
#include <set>

#include "exporters/figure.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

struct Neighbour {
    NodeIndex node = 0;
    std::size_t lines = 0;   // between it and the column before
    std::size_t degree = 0;  // in the whole graph
};

enum class Side { citing, cited };

// What is one citation further away than `column`, the most connected first.
std::vector<Neighbour> next_column(const CitationGraph& graph, const std::vector<NodeIndex>& column,
                                   Side side, const std::set<NodeIndex>& known) {
    std::map<NodeIndex, std::size_t> found;
    for (const auto node : column) {
        for (const auto& edge : side == Side::citing ? graph.in_edges(node) : graph.out_edges(node)) {
            const auto other = side == Side::citing ? edge.source : edge.target;
            if (!known.contains(other)) ++found[other];
        }
    }
    std::vector<Neighbour> neighbours;
    for (const auto& [node, lines] : found)
        neighbours.push_back({node, lines, boost::in_degree(node, graph.storage())});
    std::ranges::stable_sort(neighbours, [&](const Neighbour& a, const Neighbour& b) {
        return a.lines != b.lines ? a.lines > b.lines : a.degree > b.degree;
    });
    return neighbours;
}

class Ego {
public:
    Ego(const CitationGraph& graph, std::span<const NodeIndex> around, const DiagramOptions& options)
        : graph_(graph), around_(around.begin(), around.end()), options_(options) {}

    Figure arrange() {
        known_.insert(around_.begin(), around_.end());
        add_columns();
        for (const auto& [node, card] : card_of_) {
            for (auto& line : lines_from(graph_, node, card_of_)) add_line(std::move(line));
        }
        if (dense_ || figure_.lines.size() > most_lines) condense();
        const bool one = around_.size() == 1;
        figure_.title = names_of(graph_, around_) +
                        (one ? ": who cites it, and what it cites" : ": who cites them, and what they cite");
        figure_.subtitle = title_of(graph_, around_);
        figure_.note = left_out_ > 0
                           ? "Left out are " + std::to_string(left_out_) + " works with fewer connections."
                           : "Shown are all works read that cite " +
                                 std::string(one ? "it or that it cites." : "them or that they cite.");
        figure_.note += not_drawn(not_drawn_);
        return std::move(figure_);
    }

private:
    void condense() {
        for (auto& card : figure_.cards) {
            if (!card.centre && card.kind != CardKind::more) card.kind = CardKind::compact;
        }
        make_dense(figure_);
    }

    // Each step gets the same share of the room, and in it each side, but for what others leave.
    void add_columns() {
        auto all_room = options_.max_nodes > around_.size() ? options_.max_nodes - around_.size() : 0;
        const bool one = around_.size() == 1;
        const auto steps = static_cast<std::size_t>(std::max(options_.depth, 1));
        std::vector<std::vector<NodeIndex>> left{around_}, right{around_};
        std::vector<Column> left_columns, right_columns;
        for (std::size_t step = 0; step < steps; ++step) {
            const auto room = all_room / (steps - step);
            const auto citing = next_column(graph_, left.back(), Side::citing, known_);
            for (const auto& neighbour : citing) known_.insert(neighbour.node);
            const auto cited = next_column(graph_, right.back(), Side::cited, known_);
            for (const auto& neighbour : cited) known_.insert(neighbour.node);
            const auto for_citing =
                std::min(citing.size(), std::max(room / 2, room - std::min(room, cited.size())));
            left.push_back(
                add_column(left_columns, citing, for_citing,
                           step == 0 ? (one ? "What cites it" : "What cites them") : "What cites those"));
            const auto for_cited = std::min(cited.size(), room - for_citing);
            right.push_back(
                add_column(right_columns, cited, for_cited,
                           step == 0 ? (one ? "What it cites" : "What they cite") : "What those cite"));
            all_room -= for_citing + for_cited;
        }
        figure_.columns.assign(left_columns.rbegin(), left_columns.rend());
        Column centre;
        for (const auto node : around_) centre.cards.push_back(add_card(node, CardKind::instrument, true));
        figure_.columns.push_back(std::move(centre));
        figure_.columns.insert(figure_.columns.end(), right_columns.begin(), right_columns.end());
    }

    std::vector<NodeIndex> add_column(std::vector<Column>& columns, const std::vector<Neighbour>& all,
                                      std::size_t room, const char* heading) {
        std::vector<NodeIndex> shown, left_out;
        for (std::size_t i = 0; i < all.size(); ++i) (i < room ? shown : left_out).push_back(all[i].node);
        std::ranges::sort(
            shown, [&](NodeIndex a, NodeIndex b) { return is_earlier(graph_.node(a), graph_.node(b)); });
        left_out_ += left_out.size();
        if (shown.empty()) return shown;
        dense_ = dense_ || shown.size() > most_roomy;
        Column column;
        column.heading = heading;
        for (const auto node : shown) {
            const auto kind = is_instrument(graph_.node(node)) ? CardKind::instrument : CardKind::document;
            column.cards.push_back(add_card(node, kind, false));
        }
        if (!left_out.empty()) {
            column.cards.push_back(figure_.cards.size());
            figure_.cards.push_back(more_card(graph_, left_out));
        }
        columns.push_back(std::move(column));
        return shown;
    }

    std::size_t add_card(NodeIndex node, CardKind kind, bool centre) {
        figure_.cards.push_back({kind, node, "", centre});
        card_of_[node] = figure_.cards.size() - 1;
        return figure_.cards.size() - 1;
    }

    // Only from column to column: what neighbours say of each other is another diagram.
    void add_line(Line line) {
        const auto source = column_of(line.source), target = column_of(line.target);
        const bool neighbouring = source + 1 == target || target + 1 == source;
        const bool central = figure_.cards[line.source].centre && figure_.cards[line.target].centre;
        if (neighbouring || central) {
            figure_.lines.push_back(std::move(line));
        } else {
            ++not_drawn_;
        }
    }

    std::size_t column_of(std::size_t card) const {
        const auto found = std::ranges::find_if(figure_.columns, [&](const Column& column) {
            return std::ranges::find(column.cards, card) != column.cards.end();
        });
        return static_cast<std::size_t>(found - figure_.columns.begin());
    }

    const CitationGraph& graph_;
    std::vector<NodeIndex> around_;
    const DiagramOptions& options_;
    std::set<NodeIndex> known_;
    std::map<NodeIndex, std::size_t> card_of_;
    std::size_t left_out_ = 0;
    std::size_t not_drawn_ = 0;
    bool dense_ = false;
    Figure figure_;
};

}  // namespace

Figure arrange_ego(const CitationGraph& graph, std::span<const NodeIndex> around,
                   const DiagramOptions& options) {
    return Ego(graph, around, options).arrange();
}

}  // namespace resograph
