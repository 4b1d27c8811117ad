// What stands round the cards: headings, title, legend, and a line that says what was left out.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "exporters/paths.hpp"
#include "exporters/plate.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

constexpr double least_width = 460;  // of title and legend, however small the picture

struct Sample {
    std::string_view words;
    const BodyStyle* body = nullptr;         // a square in its colour, or
    Relation relation = Relation::mentions;  // a line in its style
};

double width_of(const Sample& sample) { return sample.body ? 16 : 40; }

// The organs and relations that the picture shows.
std::vector<Sample> samples_of(const Plate& plate) {
    std::set<const BodyStyle*> bodies;
    std::set<Relation> relations;
    for (const auto& card : plate.figure.cards) {
        if (card.kind != CardKind::more) bodies.insert(&style_of_work(plate.graph.node(card.node)));
    }
    for (const auto& line : plate.figure.lines) relations.insert(line.relation);
    std::vector<Sample> samples;
    for (const auto& style : body_styles()) {
        if (bodies.contains(&style)) samples.push_back({style.name, &style, {}});
    }
    for (const auto relation : relations)
        samples.push_back({style_of_line(relation).words, nullptr, relation});
    return samples;
}

std::size_t draw_mark(Plate& plate, std::string_view name, Point at, Attributes attributes) {
    add(attributes, {{"label", ""}, {"fixedsize", "true"}, {"pos", coordinates(at)}});
    plate.picture.nodes.push_back({std::string(name), std::move(attributes)});
    return plate.picture.nodes.size() - 1;
}

// The end of a line that has no card.
std::size_t draw_point(Plate& plate, Point at) {
    return draw_mark(plate, "end", at,
                     {{"shape", "point"}, {"style", "invis"}, {"width", "0.01"}, {"height", "0.01"}});
}

std::string year_of(const Plate& plate, std::size_t card) {
    const auto year = resograph::year_of(plate.node_of(card).date);
    return year ? std::to_string(*year) : "undated";
}

void draw_sample(Plate& plate, const Sample& sample, Point at) {
    if (sample.body) {
        return draw_bar(plate, {at.x, at.y - 5, at.x + 10, at.y + 5}, sample.body->fill);
    }
    const Point end{at.x + 34, at.y};
    auto attributes = line_attributes(sample.relation, structure_colour, false, false);
    add(attributes, {{"pos", rounded_path({at, end}, arrow_length(false))}});
    const auto tail = draw_point(plate, at), head = draw_point(plate, end);
    plate.picture.edges.push_back({tail, head, std::move(attributes)});
}

// Sets words one after the other, like a paragraph.
class Paragraph {
public:
    Paragraph(Plate& plate, double top) : plate_(plate), x_(plate.bounds.left), y_(top) {}

    void break_line() {
        if (x_ == plate_.bounds.left) return;
        x_ = plate_.bounds.left;
        y_ -= 19;
    }

    // Returns where it stands, with room for a sample before it.
    Point set(const Text& text, double room) {
        if (x_ + room + text.width > plate_.bounds.left + std::max(plate_.bounds.width(), least_width))
            break_line();
        const Point at{x_, y_};
        draw_text(plate_, text, {x_ + room, y_});
        x_ += room + text.width + 20;
        return at;
    }

private:
    Plate& plate_;
    double x_, y_;
};

}  // namespace

namespace {

Box box_of(const Plate& plate, const Column& column) {
    auto box = plate.cards[column.cards.front()];
    for (const auto card : column.cards) widen(box, plate.cards[card]);
    return box;
}

// Years beside the first card of each, along a line.
void draw_axis(Plate& plate) {
    const auto& column = plate.figure.columns.front();
    std::vector<std::string> years;
    for (const auto card : column.cards) years.push_back(year_of(plate, card));
    std::vector<Text> labels;
    for (const auto& year : years) labels.push_back(text_of(year, 13, ink, true));
    const auto texts = measured(std::move(labels));
    const auto box = box_of(plate, column);
    const double x = box.left - 16;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0 && years[i] == years[i - 1]) continue;
        const double y = plate.cards[column.cards[i]].middle();
        draw_text(plate, texts[i], {x - 12 - texts[i].width, y});
        draw_mark(plate, years[i], {x, y},
                  {{"shape", "circle"},
                   {"style", "filled"},
                   {"width", "0.09"},
                   {"height", "0.09"},
                   {"fillcolor", std::string(faint)},
                   {"color", std::string(faint)}});
        plate.bounds.left = std::min(plate.bounds.left, x - 12 - texts[i].width);
    }
    const auto top = draw_point(plate, {x, box.top}), bottom = draw_point(plate, {x, box.bottom});
    plate.picture.edges.push_back({top,
                                   bottom,
                                   {{"color", std::string(faint)},
                                    {"penwidth", "1.2"},
                                    {"dir", "none"},
                                    {"pos", straight_path({x, box.top}, {x, box.bottom})}}});
}

// What the layout left out, and what had no room.
std::string note_of(const Plate& plate) {
    auto note = plate.figure.note;
    if (plate.free) {
        note += " What is cited more is larger. The lines have no words.";
    } else if (plate.figure.dense) {
        const auto lines = std::ranges::count_if(plate.figure.lines, [](const Line& line) {
            return !line.words_at && !is_structural(line.relation);
        });
        if (lines > 0)
            note += fmt::format(" Without words, for want of room, {} {}.", lines == 1 ? "is" : "are",
                                lines == 1 ? "one line" : fmt::format("{} lines", lines));
    }
    return note;
}

}  // namespace

void draw_headings(Plate& plate) {
    if (plate.figure.axis) return draw_axis(plate);
    std::vector<Text> labels;
    for (const auto& column : plate.figure.columns)
        labels.push_back(text_of(column.heading, 11, faint, true));
    const auto texts = measured(std::move(labels));
    const double y = plate.bounds.top + 14;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& column = plate.figure.columns[i];
        if (column.heading.empty() || column.cards.empty()) continue;
        draw_text(plate, texts[i], {box_of(plate, column).left, y});
        plate.bounds.top = y + 8;
    }
}

void draw_title(Plate& plate) {
    const double width = std::max(plate.bounds.width(), least_width);
    std::vector<Text> labels;
    for (const auto& row : wrap(plate.figure.title, 22, width, 2))
        labels.push_back(text_of(row, 22, ink, true));
    for (const auto& row : wrap(plate.figure.subtitle, 13, width, 2))
        labels.push_back(text_of(row, 13, faint));
    const auto texts = measured(std::move(labels));
    double y = plate.bounds.top + 16;
    for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
        draw_text(plate, *text, {plate.bounds.left, y + text->height / 2});
        y += text->height + 3;
    }
}

void draw_legend(Plate& plate) {
    const auto samples = samples_of(plate);
    std::vector<Text> labels;
    for (const auto& sample : samples) labels.push_back(text_of(sample.words, 10, ink));
    labels.push_back(text_of("×3: mentioned three times", 10, ink));
    for (const auto& row : wrap(note_of(plate), 10, std::max(plate.bounds.width(), least_width), 6))
        labels.push_back(text_of(row, 10, faint));
    const auto texts = measured(std::move(labels));

    Paragraph paragraph(plate, plate.bounds.bottom - 28);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (i > 0 && samples[i - 1].body && !samples[i].body) paragraph.break_line();
        draw_sample(plate, samples[i], paragraph.set(texts[i], width_of(samples[i])));
    }
    const bool counted = std::ranges::any_of(plate.picture.nodes, [](const PictureNode& text) {
        return text.name.find("×") != std::string::npos;
    });
    if (counted) paragraph.set(texts[samples.size()], 0);
    for (std::size_t row = samples.size() + 1; row < texts.size(); ++row) {
        paragraph.break_line();
        paragraph.set(texts[row], 0);
    }
}

}  // namespace resograph
