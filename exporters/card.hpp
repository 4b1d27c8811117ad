// How a work looks on a diagram: its card, its colour, the words at a line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/figure.hpp"

namespace resograph {

// The colour of an organ, safe for the colour-blind and different in grey too.
struct BodyStyle {
    std::string_view body;  // as in Node::body
    std::string_view name;  // for the legend
    std::string_view fill;
    std::string_view text;  // a colour readable on it
};

const BodyStyle& style_of_body(std::string_view body);
std::span<const BodyStyle> body_styles();

// A line in Graphviz's terms.
struct LineStyle {
    Relation relation;
    std::string_view words;  // "urges adherence to"
    std::string_view style;  // solid, dashed, dotted
    double width;
    std::string_view arrow;
};

const LineStyle& style_of_line(Relation relation);

// HTML-like labels of Graphviz. All text in them is escaped.
std::string card_label(const Card& card, const Node& node);
std::string line_label(const Line& line);
std::string beside_label(const Line& line);  // without the relations

// What is read when the pointer rests on a card: kind, title, symbol, date.
std::string card_tooltip(const Node& node);

// "art. 6, paras. 2, 3" for art_6__para_2 and art_6__para_3.
std::string words_of_pinpoints(std::span<const std::string> pinpoints);

// Rows of at most so many points at a size of the font, broken at spaces where there are any; "…" when cut.
std::vector<std::string> wrap(std::string_view text, int size, double width, std::size_t most_rows);

// An HTML-like label of one line.
std::string text_label(std::string_view text, int size, std::string_view colour, bool bold = false);

}  // namespace resograph
