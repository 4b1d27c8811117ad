// A figure on its way to a picture: Graphviz has placed cards and labels; lines, frames, headings, title
// and legend are drawn round them one after the other.
#pragma once

#include "exporters/card.hpp"
#include "exporters/figure.hpp"
#include "exporters/picture.hpp"

namespace resograph {

// Metric-compatible fonts stand behind the first two names nearly everywhere, so that text keeps its
// width in a browser.
inline constexpr const char* diagram_font = "Helvetica,Arial,Liberation Sans,sans-serif";
inline constexpr std::string_view ink = "#1f2933";    // text
inline constexpr std::string_view faint = "#52606d";  // text of less weight

inline constexpr std::string_view structure_colour = "#3e4c59";

inline constexpr double frame_margin = 9;  // in points, round the cards of a frame

struct Point {
    double x = 0, y = 0;
};

// A line from column to column.
struct Route {
    const Line* line = nullptr;
    bool backwards = false;           // it points to the left
    std::size_t left = 0, right = 0;  // cards
    Text label;
    bool label_at_left = false;  // in a dense figure: beside which of the two cards
    Point slot;                  // the middle of the room for label and line
    Point from, to;              // at the sides of the cards
};

struct Plate {
    const CitationGraph& graph;
    const Figure& figure;
    bool free = false;                   // too large for columns
    std::vector<std::size_t> column_of;  // of each card
    std::vector<Box> cards;              // where each is, with its rails
    std::vector<Route> routes;
    std::vector<std::string> free_paths;  // of each line, when free
    Box bounds;                           // of all that is drawn so far
    Picture picture;                      // what is rendered in the end; its first nodes are the cards

    const Node& node_of(std::size_t card) const { return graph.node(figure.cards[card].node); }
};

// "12.5,30.1"
std::string coordinates(Point point);

void widen(Box& box, const Box& by);
void add(Attributes& attributes, Attributes more);

// All at once, since each time costs a layout.
std::vector<Text> measured(std::vector<Text> texts);

void draw_text(Plate& plate, const Text& text, Point left_middle);

// A fine line has a smaller arrow.
constexpr double arrow_length(bool fine) { return fine ? 4.5 : 7; }

// How a line of this relation looks. A backwards one has its arrow where it starts; a fine one is thinner.
Attributes line_attributes(Relation relation, std::string_view colour, bool backwards, bool fine);

// A filled rectangle, in a colour.
void draw_bar(Plate& plate, const Box& box, std::string_view colour);

bool share_frame(const Figure& figure, std::size_t a, std::size_t b);

// How far all lines run level beside the cards of a column of a dense figure, below their labels.
enum class Side { left, right };
double level_beside(const Plate& plate, std::size_t column, Side side);

// The steps of drawing, in their order.
void find_routes(Plate& plate);
std::string place_cards(Plate& plate);  // what went wrong; "" if nothing
void draw_lines_between_columns(Plate& plate);
void draw_lines_within_columns(Plate& plate);
void draw_free_lines(Plate& plate);
void draw_frames(Plate& plate);
void draw_rails(Plate& plate);
void draw_headings(Plate& plate);
void draw_title(Plate& plate);
void draw_legend(Plate& plate);

}  // namespace resograph
