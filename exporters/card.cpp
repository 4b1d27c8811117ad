#include "exporters/card.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "exporters/escape.hpp"
#include "exporters/plate.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

// The hues of Okabe and Ito, each of another lightness, so that they stay apart in grey print.
constexpr BodyStyle bodies[] = {
    {"GA", "General Assembly", "#0a5182", "#ffffff"},
    {"SC", "Security Council", "#b9440a", "#ffffff"},
    {"ECOSOC", "Economic and Social Council", "#00936b", "#11181f"},
    {"HRC", "Human Rights Council", "#d17eae", "#11181f"},
    {"CHR", "Commission on Human Rights", "#efa500", "#11181f"},
    {"ILO", "International Labour Organization", "#9ed3f2", "#11181f"},
    {"", "other organs and conferences", "#313a43", "#ffffff"},
};

struct Series {
    std::string_view start;  // of a symbol, or of an id
    std::string_view body;
};

// The longer before the shorter.
constexpr Series series[] = {
    {"A/HRC/", "HRC"}, {"E/CN.4/", "CHR"}, {"A/", "GA"}, {"S/", "SC"}, {"E/", "ECOSOC"}, {"ilo-", "ILO"},
};

std::string_view body_of(const Node& node) {
    if (!node.body.empty()) return node.body;
    const auto& symbol = node.symbol.empty() ? node.id : node.symbol;
    const auto* found =
        std::ranges::find_if(series, [&](const Series& s) { return symbol.starts_with(s.start); });
    return found == std::end(series) ? "" : found->body;
}

constexpr LineStyle lines[] = {
    {Relation::recalls, "recalls", "solid", 1.1, "normal"},
    {Relation::notes, "notes", "solid", 0.7, "vee"},
    {Relation::welcomes, "welcomes", "solid", 1.1, "vee"},
    {Relation::acts_under, "acts under", "solid", 2.1, "normal"},
    {Relation::urges_adherence, "urges adherence to", "dashed", 1.6, "normal"},
    {Relation::implements, "implements", "solid", 2.1, "diamond"},
    {Relation::adopts, "adopts", "solid", 1.1, "normalnormal"},
    {Relation::endorses, "endorses", "solid", 1.1, "veevee"},
    {Relation::amends, "amends", "dashed", 2.2, "diamond"},
    {Relation::extends, "extends", "dashed", 2.2, "vee"},
    {Relation::terminates, "terminates", "dashed", 2.2, "tee"},
    {Relation::requests, "requests action on", "dashed", 1.1, "vee"},
    {Relation::mentions, "mentions", "dotted", 1.3, "vee"},
    {Relation::annexed_to, "is annexed to", "solid", 1.3, "odot"},
    {Relation::adopted_by, "was adopted by", "solid", 1.3, "obox"},
    {Relation::part_of, "is part of", "solid", 1.3, "odiamond"},
    {Relation::protocol_to, "is a protocol to", "solid", 1.6, "onormal"},
    {Relation::supplements, "supplements", "dashed", 1.6, "onormal"},
    {Relation::recommended_by, "was recommended by", "dashed", 1.1, "odot"},
    {Relation::member_of, "belongs to", "dotted", 1.6, "odot"},
    {Relation::related, "is related to", "dotted", 1.1, "none"},
};

struct Unit {
    std::string_view eid;  // as in an Akoma Ntoso eId
    std::string_view one, more;
};

constexpr Unit units[] = {
    {"art", "art.", "arts."},
    {"para", "para.", "paras."},
    {"subpara", "subpara.", "subparas."},
    {"chp", "chap.", "chaps."},
    {"sec", "sect.", "sects."},
    {"part", "part", "parts"},
    {"rule", "rule", "rules"},
    {"annex", "annex", "annexes"},
    {"guideline", "guideline", "guidelines"},
    {"point", "point", "points"},
    {"principle", "principle", "principles"},
};

std::string unit_words(std::string_view eid, bool several) {
    const auto* unit = std::ranges::find(units, eid, &Unit::eid);
    if (unit == std::end(units)) return std::string(eid);
    return std::string(several ? unit->more : unit->one);
}

struct Step {
    std::string_view unit, number;
};

std::vector<Step> steps_of(std::string_view pinpoint) {
    std::vector<Step> steps;
    while (!pinpoint.empty()) {
        const auto end = std::min(pinpoint.find("__"), pinpoint.size());
        const auto step = pinpoint.substr(0, end);
        const auto bar = std::min(step.find('_'), step.size());
        steps.push_back({step.substr(0, bar), step.substr(std::min(bar + 1, step.size()))});
        pinpoint.remove_prefix(std::min(end + 2, pinpoint.size()));
    }
    return steps;
}

std::string step_words(const Step& step) {
    return unit_words(step.unit, false) + (step.number.empty() ? "" : " " + std::string(step.number));
}

// Places that differ in their last number only.
struct Place {
    std::string parent;
    std::string_view unit;
    std::vector<std::string_view> numbers;
};

std::string place_words(const Place& place) {
    std::string words = place.parent + unit_words(place.unit, place.numbers.size() > 1);
    std::string_view separator = " ";
    for (const auto number : place.numbers) {
        if (number.empty()) continue;
        words += std::string(separator) + std::string(number);
        separator = ", ";
    }
    return words;
}

// About as wide as in Helvetica, in parts of the font size.
double width_of(char32_t c) {
    constexpr std::u32string_view narrow = U" \u00A0.,:;'|!()[]-ijlft/I", wide = U"mMwW@%—…";
    if (c >= 0x1100) return 1;  // Chinese, Korean, …
    if (narrow.find(c) != std::u32string_view::npos) return 0.3;
    if (wide.find(c) != std::u32string_view::npos) return 0.87;
    return c >= 'A' && c <= 'Z' ? 0.69 : 0.54;
}

// The front of a text that is at most so wide, to be broken anywhere.
std::string_view front_of_width(std::string_view text, double width) {
    auto rest = text;
    while (!rest.empty()) {
        auto next = rest;
        width -= width_of(take_code_point(next));
        if (width < 0) break;
        rest = next;
    }
    return text.substr(0, text.size() - rest.size());
}

// Takes a row from the front, broken at a space where there is one.
std::string take_row(std::string& rest, double width) {
    std::string row(front_of_width(rest, width));
    if (row.empty()) row = front(rest, 1);
    if (row.size() < rest.size() && rest[row.size()] != ' ') {
        const auto space = row.find_last_of(' ');
        if (space != std::string::npos && space > 0) row.resize(space);
    }
    rest.erase(0, row.size());
    while (row.ends_with(' ')) row.pop_back();
    return row;
}

void add_ellipsis(std::string& row, double width) {
    if (row.size() < 2) return;
    std::string shorter(front_of_width(row, width - width_of(U'…')));
    const auto space = shorter.find_last_of(' ');
    if (shorter.size() < row.size() && space != std::string::npos && space > shorter.size() / 2)
        shorter.resize(space);
    row = shorter;
    while (row.ends_with(' ') || row.ends_with(',')) row.pop_back();
    row += "…";
}

std::string without_escapes(std::string_view text) {
    std::string result;
    for (const char c : text) result += c == '\\' ? "\\\\" : std::string(1, c);
    return result;
}

std::string font(std::string_view text, int size, std::string_view colour, bool bold = false) {
    // Pango complains of a text without width.
    const auto escaped = has_text(text) ? xml_text(without_escapes(text))
                                        : "&#160;";  // "\\N" is the name of the node here too
    return bold ? fmt::format(R"(<FONT POINT-SIZE="{}" COLOR="{}"><B>{}</B></FONT>)", size, colour, escaped)
                : fmt::format(R"(<FONT POINT-SIZE="{}" COLOR="{}">{}</FONT>)", size, colour, escaped);
}

std::string font_lines(const std::vector<std::string>& texts, int size, std::string_view colour,
                       bool bold = false) {
    std::string result;
    for (const auto& text : texts) result += (result.empty() ? "" : "<BR/>") + font(text, size, colour, bold);
    return result;
}

// "A/RES/55/25, annex II" for "A/RES/55/25#annexII".
std::string place_of_publication(std::string_view symbol) {
    const auto hash = symbol.find('#');
    if (hash == std::string_view::npos) return std::string(symbol);
    std::string words = std::string(symbol.substr(0, hash)) + ", annex";
    auto number = symbol.substr(hash + 1);
    if (number.starts_with("annex")) number.remove_prefix(5);
    if (!number.empty()) words += " " + std::string(number);
    return words;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

std::string year_words(const Node& node) {
    const auto year = year_of(node.date);
    return year ? std::to_string(*year) : "";
}

std::string label_of(const Node& node) {
    for (const auto* text : {&node.label, &node.symbol, &node.title, &node.id}) {
        if (has_text(*text)) return *text;
    }
    return "?";
}

constexpr int card_width = 250;  // in points

// Graphviz sets text at the top of its line: as much room again above it.
const std::string leading = R"(<FONT POINT-SIZE="3">&#160;</FONT><BR/>)";

const std::string space = R"(<FONT POINT-SIZE="10">&#160;</FONT>)";
const std::string tight_leading = R"(<FONT POINT-SIZE="2">&#160;</FONT><BR/>)";

std::string table_open(const Card& card, std::string_view colour) {
    return fmt::format(R"(<TABLE BORDER="{}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" COLOR="{}" )"
                       R"(BGCOLOR="#ffffff">)",
                       card.centre ? 2 : 1, colour);
}

std::string cell(std::string_view attributes, int padding, const std::string& content) {
    return fmt::format(R"(<TD ALIGN="LEFT" BALIGN="LEFT" CELLPADDING="{}" {}>{}</TD>)", padding, attributes,
                       content);
}

// A head in the colour of the organ; below it the title, and where and when it was published.
std::string instrument_label(const Card& card, const Node& node) {
    const auto& style = style_of_work(node);
    const auto name = label_of(node);
    const auto head =
        font_lines(wrap(name, card.centre ? 16 : 13, 225, 3), card.centre ? 16 : 13, style.text, true);
    std::vector<std::string> below;
    if (const auto title = title_below(node, name); !title.empty())
        below.push_back(font_lines(wrap(title, 10, 240, 4), 10, ink));
    auto where = node.symbol == name ? "" : place_of_publication(node.symbol);
    const auto year = year_words(node);
    if (!where.empty() && !year.empty()) where += " · ";
    where += year;
    if (has_text(where)) below.push_back(font_lines(wrap(where, 10, 240, 1), 10, faint));
    const auto head_cell = fmt::format(R"(WIDTH="{}" BGCOLOR="{}")", card_width, style.fill);
    auto label = table_open(card, style.fill) + "<TR>" + cell(head_cell, 5, leading + head) + "</TR>";
    if (!below.empty()) label += "<TR>" + cell("", 5, fmt::format("{}", fmt::join(below, "<BR/>"))) + "</TR>";
    return label + "</TABLE>";
}

std::string document_open(const Card& card, const BodyStyle& style, int rows) {
    return table_open(card, card.centre ? style.fill : "#9aa5b1") +
           fmt::format(R"(<TR><TD WIDTH="7" ROWSPAN="{}" BGCOLOR="{}"></TD>)", rows, style.fill);
}

// A bar in the colour of the organ, the symbol, the year at the right; below them the title.
std::string document_label(const Card& card, const Node& node) {
    const auto name = label_of(node);
    const auto title = title_below(node, name);
    const auto& style = style_of_work(node);
    auto label = document_open(card, style, title.empty() ? 1 : 2);
    label += cell(fmt::format(R"(WIDTH="{}")", card_width - 47), 4,
                  leading + font_lines(wrap(name, 12, 180, 2), 12, ink, true));
    label += fmt::format(R"(<TD WIDTH="40" ALIGN="RIGHT" CELLPADDING="4">{}</TD></TR>)",
                         font_lines(wrap(year_words(node), 11, 40, 1), 11, faint));
    if (!title.empty())
        label += "<TR>" + cell(R"(COLSPAN="2")", 4, font_lines(wrap(title, 10, 232, 3), 10, faint)) + "</TR>";
    return label + "</TABLE>";
}

// The same in one row, with the places that are cited.
std::string compact_label(const Card& card, const Node& node) {
    auto label = document_open(card, style_of_work(node), 1);
    const bool alone = card.words.empty();
    const auto name = wrap(label_of(node), 10, alone ? 160 : 100, 1);
    label += cell(fmt::format(R"(WIDTH="{}" HEIGHT="{}")", alone ? 173 : 108, card.least_height), 1,
                  tight_leading + space + font_lines(name, 10, ink, true));
    if (!alone)
        label += cell(R"(WIDTH="65")", 1, tight_leading + font_lines(wrap(card.words, 8, 65, 1), 8, faint));
    label += fmt::format(R"(<TD WIDTH="30" ALIGN="RIGHT" CELLPADDING="1">{}{}</TD></TR>)", tight_leading,
                         font_lines(wrap(year_words(node), 10, 30, 1), 10, faint));
    return label + "</TABLE>";
}

std::string more_label(const Card& card) {
    return R"(<TABLE BORDER="0" CELLBORDER="0" BGCOLOR="#ffffff"><TR><TD CELLPADDING="5">)" +
           font(card.words, 11, faint) + "</TD></TR></TABLE>";
}

Text text_of_rows(const std::vector<std::string>& rows, int size) {
    Text text;
    std::string content;
    for (const auto& row : rows) {
        if (row.empty()) continue;
        text.words += (text.words.empty() ? "" : " ") + row;
        content += (content.empty() ? "" : "<BR/>") + font(row, size, ink);
    }
    text.label = R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR><TD>)" + content +
                 "</TD></TR></TABLE>";
    return text;
}

// "acts under, recalls", to be broken between relations only.
std::string words_of_relations(std::span<const Relation> relations) {
    std::string words;
    for (const auto relation : relations) {
        words += words.empty() ? "" : ", ";
        for (const char c : style_of_line(relation).words) words += c == ' ' ? "\u00A0" : std::string(1, c);
    }
    return words;
}

std::string times(const Line& line) { return line.mentions > 1 ? "  ×" + std::to_string(line.mentions) : ""; }

}  // namespace

const BodyStyle& style_of_work(const Node& node) {
    const auto* found = std::ranges::find(bodies, body_of(node), &BodyStyle::body);
    return found == std::end(bodies) ? *(std::end(bodies) - 1) : *found;
}

std::span<const BodyStyle> body_styles() { return bodies; }

std::string_view title_below(const Node& node, std::string_view name) {
    const bool repeats = node.title == name || (node.title.starts_with("Resolution ") &&
                                                digits_of(node.title) == digits_of(node.symbol));
    return repeats || !has_text(node.title) ? std::string_view() : node.title;
}

const LineStyle& style_of_line(Relation relation) {
    return *std::ranges::find(lines, relation, &LineStyle::relation);
}

std::string card_label(const Card& card, const Node& node) {
    switch (card.kind) {
        case CardKind::instrument:
            return instrument_label(card, node);
        case CardKind::document:
            return document_label(card, node);
        case CardKind::compact:
            return compact_label(card, node);
        case CardKind::more:
            break;
    }
    return more_label(card);
}

std::string tag_label(const Node& node, int size) {
    return document_open({}, style_of_work(node), 1) +
           cell("", 1,
                tight_leading + space + font_lines(wrap(label_of(node), size, 16 * size, 1), size, ink)) +
           "</TR></TABLE>";
}

Text text_at(const Line& line) {
    auto rows = wrap(words_of_relations(line.relations), 9, 130, 3);
    for (auto& row : wrap(words_of_pinpoints(line.pinpoints), 9, 130, 3)) rows.push_back(std::move(row));
    rows.back() += times(line);
    return text_of_rows(rows, 9);
}

Text text_beside(const Line& line, int size) {
    constexpr double width = 170;
    const auto pinpoints = words_of_pinpoints(line.pinpoints);
    std::vector<std::string> rows;
    for (auto shown = line.relations.size(); shown > 0; --shown) {
        auto words = words_of_relations({line.relations.data(), shown});
        if (shown < line.relations.size()) words += ", …";
        if (!pinpoints.empty()) words += " · " + pinpoints;
        rows = wrap(words, size, width, shown == 1 ? 1 : 2);
        if (rows.size() == 1) break;
    }
    rows.back() += times(line);
    return text_of_rows(rows, size);
}

std::string card_tooltip(const Node& node) {
    std::string text = node.kind.empty() ? "work" : node.kind;
    text += ": " + (has_text(node.title) ? node.title : label_of(node));
    if (has_text(node.symbol)) text += " (" + place_of_publication(node.symbol) + ")";
    if (has_text(node.date)) text += ", " + node.date;
    return clean(front(text, 512));
}

std::string words_of_pinpoints(std::span<const std::string> pinpoints) {
    std::vector<Place> places;
    for (const auto& pinpoint : pinpoints) {
        auto steps = steps_of(pinpoint);
        if (steps.empty()) continue;
        std::string parent;
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) parent += step_words(steps[i]) + ", ";
        const auto& last = steps.back();
        const auto same = std::ranges::find_if(
            places, [&](const Place& p) { return p.parent == parent && p.unit == last.unit; });
        if (same == places.end()) {
            places.push_back({parent, last.unit, {last.number}});
        } else {
            same->numbers.push_back(last.number);
        }
    }
    std::string words;
    for (const auto& place : places) words += (words.empty() ? "" : "; ") + place_words(place);
    return words;
}

std::vector<std::string> wrap(std::string_view text, int size, double width, std::size_t most_rows) {
    auto rest = clean(text);
    std::vector<std::string> rows;
    while (has_text(rest) && rows.size() < most_rows) {
        rest.erase(0, rest.find_first_not_of(' '));
        rows.push_back(take_row(rest, width / size));
    }
    if (!rows.empty() && has_text(rest)) add_ellipsis(rows.back(), width / size);
    return rows;
}

Text text_of(std::string_view words, int size, std::string_view colour, bool bold) {
    const auto shown = has_text(words) ? words : "?";
    return {std::string(words),
            R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD>)" +
                font(shown, size, colour, bold) + "</TD></TR></TABLE>"};
}

}  // namespace resograph
