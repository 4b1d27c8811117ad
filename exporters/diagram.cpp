#include "exporters/diagram.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exporters/plate.hpp"

namespace resograph {

std::string coordinates(Point point) { return fmt::format("{:.2f},{:.2f}", point.x, point.y); }

void widen(Box& box, const Box& by) {
    box = {std::min(box.left, by.left), std::min(box.bottom, by.bottom), std::max(box.right, by.right),
           std::max(box.top, by.top)};
}

void add(Attributes& attributes, Attributes more) {
    attributes.insert(attributes.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
}

std::vector<Text> measured(std::vector<Text> texts) {
    if (texts.empty()) return {};
    Picture picture;
    for (const auto& text : texts) {
        picture.nodes.push_back(
            {text.words, {{"shape", "plain"}, {"fontname", diagram_font}, {"label", text.label, true}}});
    }
    const auto placement = lay_out(picture, "dot");
    for (std::size_t i = 0; i < placement.nodes.size(); ++i) {
        texts[i].width = placement.nodes[i].width();
        texts[i].height = placement.nodes[i].height();
    }
    return texts;
}

// Its name is what a browser shows when the pointer rests on it.
void draw_text(Plate& plate, const Text& text, Point left_middle) {
    if (text.words.empty()) return;
    plate.picture.nodes.push_back({text.words,
                                   {{"shape", "plain"},
                                    {"fontname", diagram_font},
                                    {"label", text.label, true},
                                    {"pos", coordinates({left_middle.x + text.width / 2, left_middle.y})}}});
}

void draw_bar(Plate& plate, const Box& box, std::string_view colour) {
    plate.picture.nodes.push_back({"bar",
                                   {{"shape", "box"},
                                    {"style", "filled"},
                                    {"label", ""},
                                    {"fixedsize", "true"},
                                    {"width", fmt::format("{:.4f}", box.width() / 72)},
                                    {"height", fmt::format("{:.4f}", box.height() / 72)},
                                    {"penwidth", "0"},
                                    {"fillcolor", std::string(colour)},
                                    {"pos", coordinates({box.centre(), box.middle()})}}});
}

Attributes line_attributes(Relation relation, std::string_view colour, bool backwards, bool fine) {
    const auto& style = style_of_line(relation);
    return {{"style", std::string(style.style)},
            {"penwidth", fmt::format("{:.2f}", style.width * (fine ? 0.6 : 1))},
            {"color", std::string(colour)},
            {"fillcolor", std::string(colour)},
            {"arrowsize", fmt::format("{:.2f}", arrow_length(fine) / 10)},
            {"dir", backwards ? "back" : "forward"},
            {backwards ? "arrowtail" : "arrowhead", std::string(style.arrow)}};
}

namespace {

constexpr std::string_view formats[] = {"svg", "png", "pdf", "dot"};

constexpr std::size_t most_for_columns = 200;  // cards; nobody reads the columns above

Diagram draw_figure(const CitationGraph& graph, const Figure& figure, const std::string& format) {
    // A timeline without its axis would be none.
    const bool free = figure.cards.size() > most_for_columns && !figure.axis;
    Plate plate{graph, figure, free, columns_of_cards(figure), {}, {}, {}, {}, {}};
    plate.picture.name = figure.title;
    plate.picture.attributes = {
        {"bgcolor", "#ffffff"}, {"pad", "0.3"}, {"outputorder", "edgesfirst"}, {"fontname", diagram_font}};
    if (format == "png") add(plate.picture.attributes, {{"dpi", "144"}});
    if (!plate.free) find_routes(plate);
    if (auto error = place_cards(plate); !error.empty()) return {"", error};
    if (plate.free) {
        draw_free_lines(plate);
    } else {
        draw_lines_between_columns(plate);
        draw_lines_within_columns(plate);
        draw_frames(plate);
        draw_rails(plate);
        draw_headings(plate);
    }
    draw_title(plate);
    draw_legend(plate);
    auto rendered = render(plate.picture, format.c_str());
    return {std::move(rendered.bytes), std::move(rendered.error)};
}

}  // namespace

Diagram draw(const CitationGraph& graph, const DiagramOptions& options) {
    const auto* layout = find_diagram_layout(options.layout);
    if (!layout) return {"", "there is no layout \"" + options.layout + "\""};
    if (std::ranges::find(formats, options.format) == std::end(formats)) {
        return {"", "there is no picture format \"" + options.format + "\""};
    }
    std::vector<NodeIndex> around;
    for (const auto& id : options.around) {
        const auto index = graph.find(id);
        if (!index) return {"", "\"" + id + "\" is not in the graph"};
        if (std::ranges::find(around, *index) == around.end()) around.push_back(*index);
    }
    if (around.empty()) return {"", "a diagram needs a work to be drawn around"};
    auto figure = layout->arrange(graph, around, options);
    if (!figure.error.empty()) return {"", figure.error};
    if (!options.title.empty()) figure.title = options.title;
    if (figure.title.find(figure.subtitle) != std::string::npos) figure.subtitle.clear();
    return draw_figure(graph, figure, options.format);
}

}  // namespace resograph
