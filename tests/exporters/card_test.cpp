#include "exporters/card.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace resograph;

namespace {

// 0 is black, 100 is white: CIE L*, as grey print shows a colour.
double lightness(std::string_view colour) {
    const auto linear = [&](std::size_t at) {
        const double part = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const double luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    return 116 * std::cbrt(luminance) - 16;
}

}  // namespace

// What differs in lightness differs to every eye, whatever colours it takes for one.
TEST_CASE("The colours of organs differ in grey print, and words on them are readable", "[card]") {
    const auto styles = body_styles();
    for (std::size_t a = 0; a < styles.size(); ++a) {
        CAPTURE(styles[a].name);
        CHECK(std::abs(lightness(styles[a].fill) - lightness(styles[a].text)) > 45);
        for (std::size_t b = a + 1; b < styles.size(); ++b) {
            CAPTURE(styles[b].name);
            CHECK(std::abs(lightness(styles[a].fill) - lightness(styles[b].fill)) > 7);
        }
    }
}

TEST_CASE("The words beside a line are one row: the weightiest relation, places, and how often", "[card]") {
    Line line;
    line.relations = {Relation::implements};
    CHECK(text_beside(line, 9).words == "implements");
    line.mentions = 3;
    line.pinpoints = {"art_6"};
    CHECK(text_beside(line, 9).words == "implements · art. 6  ×3");
    line.relations = {Relation::implements, Relation::acts_under, Relation::urges_adherence,
                      Relation::recalls};
    CHECK(text_beside(line, 9).words == "implements, acts\u00A0under, … · art. 6  ×3");
}

TEST_CASE("A title that only repeats the symbol is left out", "[card]") {
    Node node;
    node.symbol = node.label = "S/RES/2713(2023)";
    node.title = "Resolution 2713 (2023)";
    CHECK(card_label({}, node).find("Resolution") == std::string::npos);
    node.title = "Women and peace and security";
    CHECK(card_label({}, node).find("Women") != std::string::npos);
}

TEST_CASE("Pinpoints are read as a lawyer writes them", "[card]") {
    struct Row {
        std::vector<std::string> pinpoints;
        std::string words;
    };
    const auto row = GENERATE(values<Row>({
        {{}, ""},
        {{"art_6"}, "art. 6"},
        {{"art_24", "art_25"}, "arts. 24, 25"},
        {{"art_6__para_2"}, "art. 6, para. 2"},
        {{"art_6__para_2", "art_6__para_3", "art_6__para_4"}, "art. 6, paras. 2, 3, 4"},
        {{"art_6__para_2", "art_9"}, "art. 6, para. 2; art. 9"},
        {{"chp_III", "sec_II"}, "chap. III; sect. II"},
        {{"guideline_8"}, "guideline 8"},
        {{"annex"}, "annex"},
        {{"tome_7"}, "tome 7"},
        {{"", "__", "_"}, ""},
    }));
    CAPTURE(row.pinpoints);

    CHECK(words_of_pinpoints(row.pinpoints).substr(0, row.words.size()) == row.words);
    if (row.words.empty())
        CHECK(words_of_pinpoints(row.pinpoints).find_first_not_of("; ,") == std::string::npos);
}

TEST_CASE("Text is wrapped at spaces, long words anywhere, and cut with an ellipsis", "[card]") {
    struct Row {
        std::string text;
        double width;
        std::size_t most;
        std::vector<std::string> rows;
    };
    const auto row = GENERATE(values<Row>({
        {"", 100, 3, {}},
        {"  \n ", 100, 3, {}},
        {"one two", 100, 3, {"one two"}},
        {"one two three", 50, 3, {"one two", "three"}},
        {"one two three four five six", 50, 2, {"one two", "three…"}},
        {"abcdefghijklmnop", 30, 2, {"abcde", "fghij…"}},
        {"安全理事会安全理事会", 55, 1, {"安全理事…"}},
    }));
    CAPTURE(row.text);

    CHECK(wrap(row.text, 10, row.width, row.most) == row.rows);
}

TEST_CASE("Every relation has its own line, and a lawyer's words for it", "[card]") {
    std::vector<std::string> looks;
    for (int i = 0; i <= static_cast<int>(Relation::related); ++i) {
        const auto& style = style_of_line(static_cast<Relation>(i));
        CHECK(style.relation == static_cast<Relation>(i));
        CHECK(!style.words.empty());
        looks.push_back(std::string(style.style) + std::string(style.arrow) + std::to_string(style.width));
    }
    std::ranges::sort(looks);
    CHECK(std::ranges::adjacent_find(looks) == looks.end());
}

TEST_CASE("A work has the colour of its organ, or of the one its symbol names", "[card]") {
    Node node;
    node.body = "SC";
    CHECK(style_of_work(node).name == "Security Council");
    node.body = "";
    node.symbol = "A/RES/55/25#annexI";
    CHECK(style_of_work(node).name == "General Assembly");
    node.symbol = "A/HRC/RES/5/1";
    CHECK(style_of_work(node).name == "Human Rights Council");
    node.symbol = "";
    node.id = "ilo-c182";
    CHECK(style_of_work(node).name == "International Labour Organization");
    node.id = "un-charter";
    CHECK(style_of_work(node).name == "other organs and conferences");
}

TEST_CASE("Text in a label is no markup and no escape of Graphviz", "[card]") {
    Node node;
    node.id = "x";
    node.label = "<B>\\N</B> & \"q\"";
    const auto label = card_label({}, node);
    CHECK(label.find("&lt;B&gt;\\\\N&lt;/B&gt; &amp; &quot;q&quot;") != std::string::npos);
}
