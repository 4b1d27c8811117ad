// Where the cards of a figure stand.
//
// dot places the cards of neighbouring columns and gives each line a slot of its own between them, so
// that labels never collide. A dense figure is lists of cards, set close. sfdp spreads out what is too
// much for columns.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "exporters/plate.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

// When there are very many, what is cited more is larger, to be read from afar.
std::string label_of_card(const Plate& plate, const Card& card) {
    const auto& node = plate.graph.node(card.node);
    if (!plate.free || card.kind != CardKind::compact) return card_label(card, node);
    const auto citations = static_cast<double>(boost::in_degree(card.node, plate.graph.storage()));
    return tag_label(node, static_cast<int>(std::min(8 + std::sqrt(citations) / 2, 20.0)));
}

Attributes card_attributes(const Plate& plate, std::size_t index) {
    const auto& card = plate.figure.cards[index];
    const auto& node = plate.graph.node(card.node);
    Attributes attributes{
        {"shape", "plain"}, {"fontname", diagram_font}, {"label", label_of_card(plate, card), true}};
    if (card.least_height > 0 && !plate.free) {
        // As plain, but of some height.
        attributes[0].value = "none";
        add(attributes,
            {{"margin", "0"}, {"width", "0"}, {"height", fmt::format("{:.4f}", card.least_height / 72.0)}});
    }
    if (card.kind == CardKind::more) return attributes;
    add(attributes, {{"tooltip", card_tooltip(node)}});
    const auto page = official_page(node.symbol);
    if (!page.empty()) add(attributes, {{"URL", page}, {"target", "_blank"}});
    return attributes;
}

Picture picture_of_cards(const Plate& plate) {
    Picture picture;
    for (std::size_t card = 0; card < plate.figure.cards.size(); ++card) {
        const bool more = plate.figure.cards[card].kind == CardKind::more;
        picture.nodes.push_back({more ? "more" : plate.node_of(card).id, card_attributes(plate, card)});
    }
    return picture;
}

// The columns as dot is told of them: ranks whose nodes stand in a fixed order.
class Ranks {
public:
    Ranks(const Figure& figure, Picture& picture) : figure_(figure), picture_(picture) {}

    void add_column(const Column& column) {
        if (column.cards.empty()) return;
        PictureGroup rank{fmt::format("column {}", picture_.groups.size()), {}, {{"rank", "same"}}};
        for (std::size_t i = 0; i < column.cards.size(); ++i) {
            const auto card = column.cards[i];
            const bool together = i > 0 && share_frame(figure_, column.cards[i - 1], card);
            const bool at_frame = i > 0 && (in_frame(card) || in_frame(column.cards[i - 1]));
            if (at_frame && !together) append(rank, spacer(), "1");
            append(rank, card, together ? "100" : "1");
        }
        if (left_) chain(*left_, column.cards.front(), "0");
        left_ = column.cards.front();
        picture_.groups.push_back(std::move(rank));
    }

private:
    bool in_frame(std::size_t card) const { return share_frame(figure_, card, card); }

    void append(PictureGroup& rank, std::size_t node, const char* weight) {
        if (!rank.nodes.empty()) chain(rank.nodes.back(), node, weight);
        rank.nodes.push_back(node);
    }

    void chain(std::size_t from, std::size_t to, const char* weight) {
        picture_.edges.push_back({from, to, {{"style", "invis"}, {"weight", weight}}});
    }

    // Room for the borders of two frames.
    std::size_t spacer() {
        picture_.nodes.push_back({"space",
                                  {{"shape", "none"},
                                   {"label", ""},
                                   {"width", "0.1"},
                                   {"height", "0.14"},
                                   {"fixedsize", "true"}}});
        return picture_.nodes.size() - 1;
    }

    const Figure& figure_;
    Picture& picture_;
    std::optional<std::size_t> left_;
};

// An empty box of the size of the label and of the line below it.
std::string slot_label(const Text& label) {
    return fmt::format(R"(<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR>)"
                       R"(<TD WIDTH="{:.0f}" HEIGHT="{:.0f}"></TD></TR></TABLE>)",
                       label.width + 8, label.height + 3);
}

Placement place_in_columns(Plate& plate) {
    std::size_t tallest = 0;
    for (const auto& column : plate.figure.columns) tallest = std::max(tallest, column.cards.size());
    auto picture = picture_of_cards(plate);
    // In inches. Lines that climb far need room, or they meet their card almost upright.
    picture.attributes = {{"rankdir", "LR"},
                          {"nodesep", "0.12"},
                          {"ranksep", fmt::format("{:.2f}", 0.7 + 0.05 * static_cast<double>(tallest))}};
    for (const auto& route : plate.routes) {
        picture.edges.push_back({route.left, route.right, {{"label", slot_label(route.label), true}}});
    }
    Ranks ranks(plate.figure, picture);
    for (const auto& column : plate.figure.columns) ranks.add_column(column);
    auto placement = lay_out(picture, "dot");
    for (std::size_t i = 0; placement.error.empty() && i < plate.routes.size(); ++i) {
        std::sscanf(placement.labels[i].c_str(), "%lf,%lf", &plate.routes[i].slot.x, &plate.routes[i].slot.y);
    }
    return placement;
}

double gap_below(const Figure& figure, std::size_t card, std::size_t next) {
    if (figure.cards[card].kind == CardKind::compact) return 4;
    return figure.axis || share_frame(figure, card, next) ? 12 : 2 * frame_margin + 8;
}

// The cards of each column close below each other, and the columns side by side on one middle line: a
// list is read more easily than cards spread out to straighten their lines.
Placement place_as_lists(Plate& plate) {
    constexpr double room_for_curves = 150;
    const auto& figure = plate.figure;
    auto placement = lay_out(picture_of_cards(plate), "dot");  // for their sizes
    if (!placement.error.empty()) return placement;
    double left = 0;
    for (std::size_t index = 0; index < figure.columns.size(); ++index) {
        const auto& column = figure.columns[index];
        double width = 0, y = 0;
        for (std::size_t i = 0; i < column.cards.size(); ++i) {
            auto& box = placement.nodes[column.cards[i]];
            if (i > 0) y -= gap_below(figure, column.cards[i - 1], column.cards[i]);
            box = {left, y - box.height(), left + box.width(), y};
            y = box.bottom;
            width = std::max(width, box.width());
        }
        for (const auto card : column.cards) {
            placement.nodes[card].bottom -= y / 2;
            placement.nodes[card].top -= y / 2;
        }
        left += width + room_for_curves + level_beside(plate, index, Side::right) +
                level_beside(plate, index + 1, Side::left);
    }
    return placement;
}

std::size_t centre_of(const Figure& figure) {
    const auto found = std::ranges::find(figure.cards, true, &Card::centre);
    return found == figure.cards.end() ? 0 : static_cast<std::size_t>(found - figure.cards.begin());
}

Placement place_freely(Plate& plate) {
    auto picture = picture_of_cards(plate);
    picture.attributes = {{"overlap", "prism"}, {"sep", "+6"}, {"outputorder", "edgesfirst"}};
    for (const auto& line : plate.figure.lines) picture.edges.push_back({line.source, line.target, {}});
    for (std::size_t card = 0; card < plate.figure.cards.size(); ++card) {
        // Not far away, though no line leads to it.
        if (plate.figure.cards[card].kind == CardKind::more)
            picture.edges.push_back({card, centre_of(plate.figure), {{"style", "invis"}}});
    }
    auto placement = lay_out(picture, "sfdp");
    plate.free_paths = placement.lines;
    return placement;
}

}  // namespace

bool share_frame(const Figure& figure, std::size_t a, std::size_t b) {
    return std::ranges::any_of(figure.frames, [&](const Frame& frame) {
        return std::ranges::find(frame.cards, a) != frame.cards.end() &&
               std::ranges::find(frame.cards, b) != frame.cards.end();
    });
}

std::string place_cards(Plate& plate) {
    const bool list = plate.figure.dense || plate.figure.columns.size() == 1;
    const auto placement = plate.free ? place_freely(plate)
                           : list     ? place_as_lists(plate)
                                      : place_in_columns(plate);
    if (!placement.error.empty()) return placement.error;
    const auto count = plate.figure.cards.size();
    plate.cards.assign(placement.nodes.begin(), placement.nodes.begin() + static_cast<std::ptrdiff_t>(count));
    plate.picture.nodes = picture_of_cards(plate).nodes;
    plate.bounds = plate.cards.front();
    for (std::size_t card = 0; card < count; ++card) {
        const auto& box = plate.cards[card];
        add(plate.picture.nodes[card].attributes, {{"pos", coordinates({box.centre(), box.middle()})}});
        widen(plate.bounds, box);
    }
    return "";
}

}  // namespace resograph
