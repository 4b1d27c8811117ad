#include "exporters/card.hpp"

#include <catch2/catch.hpp>

using namespace resograph;

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
