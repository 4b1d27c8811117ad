// What a diagram shows: cards in columns, lines between them, frames round cards that belong together.
// Nothing here knows of Graphviz; a new layout is one file with one function and its name in figure.cpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/diagram.hpp"
#include "graph/citation_graph.hpp"

namespace resograph {

enum class CardKind {
    instrument,  // name, title, place of publication
    document,    // symbol, year, title
    compact,     // symbol and year: when there are many
    more,        // "and 37 more"
};

struct Card {
    CardKind kind = CardKind::document;
    NodeIndex node = 0;    // not for `more`
    std::string words;     // of `more`; of `compact`, where it cites: "art. 8"
    bool centre = false;   // what the diagram is about
    int least_height = 0;  // in points: room at its side for many lines
};

// Mentions of one work by another, folded into one line.
struct Line {
    std::size_t source = 0;  // indices of cards
    std::size_t target = 0;
    Relation relation = Relation::mentions;  // the weightiest: it decides how the line looks
    std::vector<Relation> relations;         // all, weightiest first
    std::vector<std::string> pinpoints;      // "art_6__para_2", each once
    std::size_t mentions = 1;
    std::optional<std::size_t> words_at;  // in a dense figure: the card that has room for its words
};

// A resolution and its annexes: cards that stand one below the other.
struct Frame {
    std::vector<std::size_t> cards;
};

struct Column {
    std::vector<std::size_t> cards;  // from top to bottom
    std::string heading;
};

struct Figure {
    std::string title;
    std::string subtitle;
    std::string note;  // what was left out
    std::vector<Card> cards;
    std::vector<Column> columns;  // from left to right
    std::vector<Line> lines;
    std::vector<Frame> frames;
    bool dense = false;  // too many lines for a slot of its own for each
    bool axis = false;   // years beside the one column
    std::string error;   // why there is no figure
};

struct DiagramLayout {
    std::string_view name;         // as typed after --layout
    std::string_view description;  // one line for --help
    Figure (*arrange)(const CitationGraph& graph, std::span<const NodeIndex> around,
                      const DiagramOptions& options);
};

std::span<const DiagramLayout> diagram_layouts();

// nullptr when no layout has that name.
const DiagramLayout* find_diagram_layout(std::string_view name);

// What the layouts share.

// With more cards in a column than these, they are compact.
inline constexpr std::size_t most_roomy = 14;
inline constexpr std::size_t most_lines = 24;  // that still have words beside them

// "and 37 more, 2004–2019".
Card more_card(const CitationGraph& graph, std::span<const NodeIndex> left_out);

// Whether a work is an instrument or a document that speaks, as a card shows it.
bool is_instrument(const Node& node);

// Folds the mentions of one pair of works. The edges are of the same source and target.
Line fold_line(std::span<const CitationGraph::Edge> edges);

// How much a relation says of the law: what is amended matters more than what is recalled.
int weight_of(Relation relation);

// Earlier first; those without a date last; then by id.
bool is_earlier(const Node& a, const Node& b);

// Words stand beside the card of a line that has fewer lines, and the card gets room for them. With more
// lines than have room, their places move to the card.
void make_dense(Figure& figure);

// The column of each card.
std::vector<std::size_t> columns_of_cards(const Figure& figure);

// Lines within a column run in lanes, each to or from one card, the hub.
bool leads_to_hub(const Figure& figure, const Line& line);

// The lines from one work to others, folded, for the targets that have a card.
std::vector<Line> lines_from(const CitationGraph& graph, NodeIndex source,
                             const std::map<NodeIndex, std::size_t>& cards);

// "Not drawn are 3 citations among the works shown."; "" for none. To be added to a note.
std::string not_drawn(std::size_t citations);

// "2003–2019", "2003", "".
std::string years_of(const CitationGraph& graph, std::span<const NodeIndex> nodes);

// "UNTOC and CRC".
std::string names_of(const CitationGraph& graph, std::span<const NodeIndex> nodes);

// The title of the one work that a figure is about, if its name does not say it.
std::string title_of(const CitationGraph& graph, std::span<const NodeIndex> around);

}  // namespace resograph
