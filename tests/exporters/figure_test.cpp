#include "exporters/figure.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sample_graph.hpp"

using namespace resograph;

namespace {

Figure arrange(const char* layout, const CitationGraph& graph, const std::vector<std::string>& ids,
               std::size_t most = 60, int depth = 1) {
    DiagramOptions options;
    options.max_nodes = most;
    options.depth = depth;
    std::vector<NodeIndex> around;
    for (const auto& id : ids) around.push_back(graph.find(id).value());
    return find_diagram_layout(layout)->arrange(graph, around, options);
}

// The ids in a column, from top to bottom.
std::vector<std::string> ids_in(const CitationGraph& graph, const Figure& figure, std::size_t column) {
    std::vector<std::string> ids;
    for (const auto card : figure.columns[column].cards) {
        const auto& shown = figure.cards[card];
        ids.push_back(shown.kind == CardKind::more ? shown.words : graph.node(shown.node).id);
    }
    return ids;
}

const Line* line_between(const CitationGraph& graph, const Figure& figure, std::string_view source,
                         std::string_view target) {
    for (const auto& line : figure.lines) {
        if (graph.node(figure.cards[line.source].node).id == source &&
            graph.node(figure.cards[line.target].node).id == target)
            return &line;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("A family is the resolutions with their annexes, and who cites them by year", "[figure]") {
    const auto graph = test::organized_crime();
    const auto figure = arrange("family", graph, {"untoc"});
    CHECK(ids_in(graph, figure, 0) == std::vector<std::string>{"E/RES/2003/20", "A/RES/58/137",
                                                               "A/RES/61/144", "A/HRC/RES/8/12",
                                                               "S/RES/2331(2016)"});
    CHECK(ids_in(graph, figure, 1) == std::vector<std::string>{"A/RES/55/25", "untoc", "untoc-tip",
                                                               "untoc-som", "A/RES/55/255",
                                                               "untoc-firearms"});
    REQUIRE(figure.frames.size() == 2);
    CHECK(figure.frames[0].cards.size() == 4);
    CHECK(figure.frames[1].cards.size() == 2);
    CHECK(line_between(graph, figure, "untoc-tip", "untoc")->relation == Relation::protocol_to);
    CHECK(line_between(graph, figure, "A/RES/55/25", "untoc") == nullptr);
    CHECK(figure.note ==
          "Shown are all 5 documents read that cite them. Not drawn are 3 citations among the works shown.");
}

TEST_CASE("The same family whichever of its members is asked for", "[figure]") {
    const auto graph = test::organized_crime();
    for (const char* id : {"untoc-tip", "A/RES/55/25", "untoc-firearms"}) {
        CHECK(ids_in(graph, arrange("family", graph, {id}), 1).size() == 6);
    }
}

TEST_CASE("Two works are more than one in the title too", "[figure]") {
    const auto graph = test::organized_crime();
    CHECK(arrange("family", graph, {"untoc"}).title == "UNTOC, its family, and who cites them");
    CHECK(arrange("family", graph, {"untoc", "crc"}).title ==
          "UNTOC and CRC, their family, and who cites them");
    CHECK(arrange("ego", graph, {"untoc", "crc"}).title ==
          "UNTOC and CRC: who cites them, and what they cite");
}

TEST_CASE("Parallel citations are one line, with all relations, pinpoints and their number", "[figure]") {
    const auto graph = test::organized_crime();
    const auto figure = arrange("family", graph, {"untoc"});
    const auto* line = line_between(graph, figure, "E/RES/2003/20", "untoc-tip");
    REQUIRE(line);
    CHECK(line->mentions == 5);
    CHECK(line->relation == Relation::acts_under);
    CHECK(line->relations ==
          std::vector{Relation::acts_under, Relation::urges_adherence, Relation::notes, Relation::recalls});
    CHECK(line->pinpoints == std::vector<std::string>{"art_6__para_2", "art_6__para_3", "art_6__para_4"});
}

TEST_CASE("What has no room is counted", "[figure]") {
    const auto graph = test::crowded();
    const auto figure = arrange("family", graph, {"untoc"}, 40);
    REQUIRE(figure.columns.size() == 3);
    CHECK(figure.cards.size() == 41);
    CHECK(ids_in(graph, figure, 2).back().starts_with("and 31 more, 20"));
    CHECK(figure.note ==
          "Shown are the 34 of 65 citing documents that mention the family most. Not drawn are 2 citations "
          "among the works shown.");
    CHECK(figure.dense);
    const auto few = arrange("ego", graph, {"untoc"}, 5);
    CHECK(few.cards.size() <= 7);
    CHECK(few.note.find("Left out are") == 0);
    CHECK(arrange("timeline", graph, {"untoc"}, 5).cards.size() == 5);
}

TEST_CASE("In a dense figure a card is high enough for the words of its lines", "[figure]") {
    const auto graph = test::crowded();
    const auto figure = arrange("family", graph, {"untoc"}, 40);
    REQUIRE(figure.dense);
    std::map<std::size_t, int> lines_at;
    for (const auto& line : figure.lines) {
        if (figure.cards[line.source].kind != CardKind::compact) continue;
        CHECK(line.words_at == line.source);
        ++lines_at[line.source];
    }
    CHECK(std::ranges::any_of(lines_at, [](const auto& entry) { return entry.second > 1; }));
    for (const auto& [card, lines] : lines_at) {
        if (lines > 1) CHECK(figure.cards[card].least_height >= 15 * lines);
    }
}

TEST_CASE("A relative does not cite", "[figure]") {
    GraphBuilder builder;
    for (const char* treaty : {"one", "other"}) {
        Node node;
        node.id = treaty;
        node.kind = "treaty";
        builder.add_node(node);
        builder.add_edge(treaty, "treaties", Relation::member_of, {});
    }
    const auto figure = arrange("family", std::move(builder).build(), {"one"});
    CHECK(figure.note == "No document read cites them.");
}

TEST_CASE("An ego stands between what cites it and what it cites", "[figure]") {
    const auto graph = test::organized_crime();
    const auto figure = arrange("ego", graph, {"E/RES/2003/20"});
    REQUIRE(figure.columns.size() == 3);
    CHECK(ids_in(graph, figure, 0) == std::vector<std::string>{"A/RES/58/137"});
    CHECK(ids_in(graph, figure, 1) == std::vector<std::string>{"E/RES/2003/20"});
    CHECK(ids_in(graph, figure, 2) ==
          std::vector<std::string>{"crc", "crc-opsc", "A/RES/55/25", "untoc", "untoc-som", "untoc-tip"});
    const auto deeper = arrange("ego", graph, {"E/RES/2003/20"}, 60, 2);
    CHECK(ids_in(graph, deeper, 0) == std::vector<std::string>{"A/RES/61/144"});
}

TEST_CASE("What is further away gets its share of the room", "[figure]") {
    const auto graph = test::crowded_by(60);
    const auto figure = arrange("ego", graph, {"untoc"}, 20, 2);
    const auto citing = std::ranges::find(figure.columns, "What cites it", &Column::heading);
    REQUIRE(citing != figure.columns.end());
    CHECK(citing->cards.size() <= 10);  // and not twenty
    CHECK(std::ranges::find(figure.columns, "What cites those", &Column::heading) != figure.columns.end());
}

TEST_CASE("A timeline is one column by date", "[figure]") {
    const auto graph = test::organized_crime();
    const auto figure = arrange("timeline", graph, {"untoc-tip"});
    REQUIRE(figure.columns.size() == 1);
    CHECK(ids_in(graph, figure, 0) ==
          std::vector<std::string>{"A/RES/55/25", "untoc", "untoc-tip", "E/RES/2003/20", "A/RES/58/137",
                                   "A/RES/61/144", "A/HRC/RES/8/12", "S/RES/2331(2016)"});
    CHECK(figure.axis);
}

TEST_CASE("A path shows the shortest ways, along the citations if there are any", "[figure]") {
    const auto graph = test::organized_crime();
    const auto figure = arrange("path", graph, {"A/HRC/RES/8/12", "E/RES/2003/20"});
    REQUIRE(figure.columns.size() == 4);
    CHECK(ids_in(graph, figure, 1) == std::vector<std::string>{"A/RES/61/144"});
    CHECK(figure.subtitle == "Along the arrows, in 3 steps.");
    CHECK(arrange("path", graph, {"E/RES/2003/20", "A/HRC/RES/8/12"}).subtitle ==
          "Against the arrows, in 3 steps.");
    CHECK(arrange("path", graph, {"crc", "S/RES/1373(2001)"})
              .subtitle.starts_with("No way leads along the arrows alone"));
}

TEST_CASE("A path that does not exist is said, not drawn", "[figure]") {
    GraphBuilder builder;
    builder.add_edge("a", "b", Relation::recalls, {});
    builder.add_edge("c", "d", Relation::recalls, {});
    const auto graph = std::move(builder).build();
    CHECK(arrange("path", graph, {"a", "d"}).error == "nothing connects a and d");
    CHECK(!arrange("path", graph, {"a"}).error.empty());
}
