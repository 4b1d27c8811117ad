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

// Of the organ of a work, or of the one that its symbol names: a convention has the colour of the
// assembly that adopted it.
const BodyStyle& style_of_work(const Node& node);
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

// Words, as an HTML-like label of Graphviz, and the room they take when that has been measured.
struct Text {
    std::string words;
    std::string label;
    double width = 0, height = 0;
};

// All text in labels is escaped.
std::string card_label(const Card& card, const Node& node);
std::string tag_label(const Node& node, int size);  // the colour of the organ and the name alone
Text text_at(const Line& line);                     // relations, pinpoints and number of mentions
Text text_beside(const Line& line, int size);  // the same in one row, with the weightiest relation at least
Text text_of(std::string_view words, int size, std::string_view colour, bool bold = false);

// What a name does not say yet; "Resolution 2713 (2023)" says no more than "S/RES/2713(2023)".
std::string_view title_below(const Node& node, std::string_view name);

// What is read when the pointer rests on a card: kind, title, symbol, date.
std::string card_tooltip(const Node& node);

// "art. 6, paras. 2, 3" for art_6__para_2 and art_6__para_3.
std::string words_of_pinpoints(std::span<const std::string> pinpoints);

// Rows of at most so many points at a size of the font, broken at spaces where there are any; "…" when cut.
std::vector<std::string> wrap(std::string_view text, int size, double width, std::size_t most_rows);

}  // namespace resograph
