// The lines of a figure. From column to column a line leaves the side of a card, runs level through its
// slot, below its label, and comes to the side of another card. Within a column lines run in lanes at its
// right side.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "exporters/escape.hpp"
#include "exporters/paths.hpp"
#include "exporters/plate.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

std::string tooltip_of(const Plate& plate, const Line& line) {
    const auto name = [&](std::size_t card) {
        return std::string(row_of(plate.graph, plate.figure.cards[card].node).label);
    };
    std::string words;
    for (const auto relation : line.relations) {
        words += (words.empty() ? "" : ", ") + std::string(style_of_line(relation).words);
    }
    auto text = name(line.source) + " " + words + " " + name(line.target);
    if (!line.pinpoints.empty()) text += ": " + words_of_pinpoints(line.pinpoints);
    return std::string(front(text, 512));
}

// What an organ says has its colour; what belongs together by itself has none.
std::string_view colour_of(const Plate& plate, const Line& line) {
    if (is_structural(line.relation)) return structure_colour;
    return style_of_work(plate.node_of(line.source)).fill;
}

void draw_line(Plate& plate, const Line& line, std::size_t tail, std::size_t head, std::string path) {
    auto attributes =
        line_attributes(line.relation, colour_of(plate, line), tail != line.source, plate.figure.dense);
    add(attributes, {{"tooltip", tooltip_of(plate, line)}, {"pos", std::move(path)}});
    plate.picture.edges.push_back({tail, head, std::move(attributes)});
}

// Spreads the ends of lines over the side of a card, in the order of their slots or, in a dense figure,
// of the cards at their other end.
void spread_ends(Plate& plate, std::size_t Route::*card, std::size_t Route::*other, Point Route::*end) {
    const auto level = [&](const Route* route) {
        return plate.figure.dense ? plate.cards[route->*other].middle() : route->slot.y;
    };
    std::map<std::size_t, std::vector<Route*>> at_card;
    for (auto& route : plate.routes) at_card[route.*card].push_back(&route);
    for (auto& [index, ends] : at_card) {
        std::ranges::stable_sort(ends, std::greater<>(), level);
        const auto& box = plate.cards[index];
        const double count = static_cast<double>(ends.size());
        const double step = std::min(12.0, box.height() * 0.9 / count);
        double y = box.middle() + step * (count - 1) / 2;
        for (auto* route : ends) {
            route->*end = {card == &Route::left ? box.right : box.left, y};
            y -= step;
        }
    }
}

// The stretch between two columns in which all lines run level.
struct Channel {
    double left = 1e9, right = -1e9;
};

std::map<std::size_t, Channel> channels_of(const Plate& plate) {
    std::map<std::size_t, Channel> channels;
    for (const auto& route : plate.routes) {
        auto& channel = channels[plate.column_of[route.left]];
        channel.left = std::min(channel.left, route.slot.x - route.label.width / 2 - 4);
        channel.right = std::max(channel.right, route.slot.x + route.label.width / 2 + 4);
    }
    return channels;
}

constexpr double gap_at_label = 6;  // between a card and the label beside it

void draw_curved(Plate& plate, const Route& route) {
    const double beside_from = level_beside(plate, plate.column_of[route.left], Side::right);
    const double beside_to = level_beside(plate, plate.column_of[route.right], Side::left);
    draw_line(
        plate, *route.line, route.left, route.right,
        curved_path(route.from, beside_from, beside_to, route.to, {route.backwards, arrow_length(true)}));
    const auto& label = route.label;
    const auto beside = route.label_at_left ? Point{route.from.x + 2 * gap_at_label, route.from.y}
                                            : Point{route.to.x - 2 * gap_at_label - label.width, route.to.y};
    draw_text(plate, label, {beside.x, beside.y + label.height / 2 + 0.5});
}

void draw_through_slot(Plate& plate, const Route& route, const Channel& channel) {
    const double level = route.slot.y - route.label.height / 2;
    draw_line(plate, *route.line, route.left, route.right,
              level_path(route.from, {channel.left, level}, {channel.right, level}, route.to,
                         {route.backwards, arrow_length(false)}));
    const double middle = (channel.left + channel.right - route.label.width) / 2;
    draw_text(plate, route.label, {middle, level + route.label.height / 2 + 1.5});
    widen(plate.bounds, {channel.left, level - 2, channel.right, level + route.label.height + 2});
}

}  // namespace

double level_beside(const Plate& plate, std::size_t column, Side side) {
    double length = 0;
    for (const auto& route : plate.routes) {
        const auto card = side == Side::right ? route.left : route.right;
        const bool here = plate.column_of[card] == column && route.label_at_left == (side == Side::right);
        if (here && route.label.width > 0) length = std::max(length, route.label.width + 3 * gap_at_label);
    }
    return length;
}

void find_routes(Plate& plate) {
    for (const auto& line : plate.figure.lines) {
        const auto source = plate.column_of[line.source], target = plate.column_of[line.target];
        if (source == target) continue;
        Route route;
        route.line = &line;
        route.backwards = source > target;
        route.left = route.backwards ? line.target : line.source;
        route.right = route.backwards ? line.source : line.target;
        if (!plate.figure.dense) route.label = text_at(line);
        if (line.words_at) {
            route.label = text_beside(line, 8);
            route.label_at_left = *line.words_at == route.left;
        }
        plate.routes.push_back(route);
    }
    std::vector<Text> labels;
    for (auto& route : plate.routes) labels.push_back(route.label);
    labels = measured(std::move(labels));
    for (std::size_t i = 0; i < labels.size(); ++i) plate.routes[i].label = std::move(labels[i]);
}

void draw_lines_between_columns(Plate& plate) {
    spread_ends(plate, &Route::left, &Route::right, &Route::from);
    spread_ends(plate, &Route::right, &Route::left, &Route::to);
    if (plate.figure.dense) {
        for (const auto& route : plate.routes) draw_curved(plate, route);
        return;
    }
    const auto channels = channels_of(plate);
    for (const auto& route : plate.routes)
        draw_through_slot(plate, route, channels.at(plate.column_of[route.left]));
}

void draw_free_lines(Plate& plate) {
    for (std::size_t i = 0; i < plate.figure.lines.size(); ++i) {
        const auto& line = plate.figure.lines[i];
        draw_line(plate, line, line.source, line.target, plate.free_paths[i]);
    }
}

namespace {

// Lines of one relation to (or from) one card, its hub.
struct Lane {
    std::size_t hub = 0;
    Relation relation = Relation::mentions;
    bool to_hub = true;
    std::vector<const Line*> lines;

    std::size_t far_end(const Line& line) const { return to_hub ? line.source : line.target; }
};

// How far a lane reaches up and down: the nearer ones run inside.
double reach(const Plate& plate, const Lane& lane) {
    double longest = 0;
    for (const auto* line : lane.lines) {
        longest = std::max(longest,
                           std::abs(plate.cards[line->source].middle() - plate.cards[line->target].middle()));
    }
    return longest;
}

std::vector<Lane> lanes_of(const Plate& plate, std::size_t column) {
    std::vector<Lane> lanes;
    for (const auto& line : plate.figure.lines) {
        if (plate.column_of[line.source] != column || plate.column_of[line.target] != column) continue;
        const bool to_hub = leads_to_hub(plate.figure, line);
        const auto hub = to_hub ? line.target : line.source;
        const auto found = std::ranges::find_if(lanes, [&](const Lane& lane) {
            return lane.hub == hub && lane.relation == line.relation && lane.to_hub == to_hub;
        });
        if (found == lanes.end()) {
            lanes.push_back({hub, line.relation, to_hub, {&line}});
        } else {
            found->lines.push_back(&line);
        }
    }
    std::ranges::stable_sort(lanes, {}, [&](const Lane& lane) { return reach(plate, lane); });
    return lanes;
}

// Where a lane meets the right side of a card.
struct Port {
    std::size_t card = 0, lane = 0;
    bool up = false;  // it comes from above
    double y = 0;
};

class Ports {
public:
    Ports(const Plate& plate, const std::vector<Lane>& lanes) : plate_(plate) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            for (const auto* line : lanes[lane].lines) {
                const auto far = lanes[lane].far_end(*line);
                add(far, lane, is_above(lanes[lane].hub, far));
                add(lanes[lane].hub, lane, is_above(far, lanes[lane].hub));
            }
        }
        spread();
    }

    double y(std::size_t card, std::size_t lane) const {
        return std::ranges::find_if(ports_, [&](const Port& p) { return p.card == card && p.lane == lane; })
            ->y;
    }

private:
    bool is_above(std::size_t a, std::size_t b) const {
        return plate_.cards[a].middle() > plate_.cards[b].middle();
    }

    void add(std::size_t card, std::size_t lane, bool up) {
        const bool known =
            std::ranges::any_of(ports_, [&](const Port& p) { return p.card == card && p.lane == lane; });
        if (!known) ports_.push_back({card, lane, up, 0});
    }

    // From the top: what goes up, inner lanes first, then what goes down, inner lanes last. So none cross.
    void spread() {
        std::ranges::stable_sort(ports_, [](const Port& a, const Port& b) {
            if (a.card != b.card) return a.card < b.card;
            if (a.up != b.up) return a.up;
            return a.up ? a.lane < b.lane : a.lane > b.lane;
        });
        for (auto begin = ports_.begin(); begin != ports_.end();) {
            const auto end =
                std::find_if(begin, ports_.end(), [&](const Port& p) { return p.card != begin->card; });
            const auto& box = plate_.cards[begin->card];
            const double count = static_cast<double>(end - begin);
            const double step = std::min(13.0, box.height() * 0.8 / count);
            double y = box.middle() + step * (count - 1) / 2;
            for (; begin != end; ++begin, y -= step) begin->y = y;
        }
    }

    const Plate& plate_;
    std::vector<Port> ports_;
};

// Beside the card where a line starts, if there is room.
std::vector<Text> labels_beside(const Plate& plate, const std::vector<Lane>& lanes) {
    std::vector<Text> labels;
    for (const auto& lane : lanes) {
        for (const auto* line : lane.lines) {
            const bool roomy = !plate.figure.dense || line->words_at;
            labels.push_back(roomy ? text_beside(*line, plate.figure.dense ? 8 : 9) : Text());
        }
    }
    return measured(std::move(labels));
}

// Of the lines that come to the hub from one side, the furthest is drawn from end to end; the others join
// it, since two dashed lines on top of each other look like none.
bool is_furthest(const Plate& plate, const Lane& lane, const Line& line) {
    const double hub = plate.cards[lane.hub].middle();
    const double distance = plate.cards[lane.far_end(line)].middle() - hub;
    return std::ranges::none_of(lane.lines, [&](const Line* other) {
        const double theirs = plate.cards[lane.far_end(*other)].middle() - hub;
        return (theirs > 0) == (distance > 0) && std::abs(theirs) > std::abs(distance);
    });
}

std::string_view colour_of(const Plate& plate, const Lane& lane) {
    const auto colour = colour_of(plate, *lane.lines.front());
    const bool same =
        std::ranges::all_of(lane.lines, [&](const Line* line) { return colour_of(plate, *line) == colour; });
    return same ? colour : structure_colour;
}

void draw_in_lane(Plate& plate, const Lane& lane, const Line& line, double x, double from, double to) {
    const Point start{plate.cards[line.source].right, from}, end{plate.cards[line.target].right, to};
    const bool fine = plate.figure.dense && !is_structural(line.relation);
    auto attributes = line_attributes(line.relation, colour_of(plate, lane), false, fine);
    std::string path;
    if (is_furthest(plate, lane, line)) {
        path = rounded_path({start, {x, from}, {x, to}, end}, arrow_length(fine));
    } else if (lane.to_hub) {
        path = straight_path(start, {x, from});
        add(attributes, {{"dir", "none"}});
    } else {
        path = rounded_path({{x, to}, end}, arrow_length(fine));
    }
    add(attributes, {{"tooltip", tooltip_of(plate, line)}, {"pos", std::move(path)}});
    plate.picture.edges.push_back({line.source, line.target, std::move(attributes)});
}

void draw_lanes(Plate& plate, std::size_t column) {
    const auto lanes = lanes_of(plate, column);
    if (lanes.empty()) return;
    const Ports ports(plate, lanes);
    const auto labels = labels_beside(plate, lanes);
    const double margin = plate.figure.frames.empty() ? 8 : frame_margin + 6;
    double inner = 0, room = frame_margin;
    for (const auto card : plate.figure.columns[column].cards)
        inner = std::max(inner, plate.cards[card].right);
    for (const auto& label : labels) room = std::max(room, label.width + margin);
    std::size_t next_label = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const double x = inner + room + 13 * static_cast<double>(i + 1);
        for (const auto* line : lanes[i].lines) {
            draw_in_lane(plate, lanes[i], *line, x, ports.y(line->source, i), ports.y(line->target, i));
            const auto far = lanes[i].far_end(*line);
            const auto& label = labels[next_label++];
            draw_text(plate, label, {plate.cards[far].right + margin, ports.y(far, i) + label.height / 2});
        }
        plate.bounds.right = std::max(plate.bounds.right, x + 4);
    }
}

}  // namespace

void draw_lines_within_columns(Plate& plate) {
    for (std::size_t column = 0; column < plate.figure.columns.size(); ++column) draw_lanes(plate, column);
}

// Where a card is lower than the ends of its lines take.
void draw_rails(Plate& plate) {
    constexpr double width = 4, worth_a_rail = 14;
    std::vector<std::size_t> cards;
    std::vector<Text> labels;
    for (std::size_t card = 0; card < plate.cards.size(); ++card) {
        if (plate.figure.cards[card].least_height == 0) continue;
        cards.push_back(card);
        labels.push_back({"card", card_label(plate.figure.cards[card], plate.node_of(card))});
    }
    labels = measured(std::move(labels));
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto& box = plate.cards[cards[i]];
        if (box.height() < labels[i].height + worth_a_rail) continue;
        const auto colour = style_of_work(plate.node_of(cards[i])).fill;
        draw_bar(plate, {box.left, box.bottom, box.left + width, box.top}, colour);
        draw_bar(plate, {box.right - width, box.bottom, box.right, box.top}, colour);
    }
}

void draw_frames(Plate& plate) {
    for (std::size_t i = 0; i < plate.figure.frames.size(); ++i) {
        const auto& cards = plate.figure.frames[i].cards;
        auto box = plate.cards[cards.front()];
        for (const auto card : cards) widen(box, plate.cards[card]);
        box = {box.left - frame_margin, box.bottom - frame_margin, box.right + frame_margin,
               box.top + frame_margin};
        plate.picture.groups.push_back(
            {fmt::format("cluster_{}", i),
             cards,
             {{"bb", coordinates({box.left, box.bottom}) + "," + coordinates({box.right, box.top})},
              {"style", "rounded,filled"},
              {"fillcolor", "#eef1f5"},
              {"color", "#c3ccd6"}}});
        widen(plate.bounds, box);
    }
}

}  // namespace resograph
