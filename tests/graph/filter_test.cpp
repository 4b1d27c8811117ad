#include <catch2/catch.hpp>

#include "graph/filter.hpp"
#include "sentences.hpp"

using namespace resograph;

namespace {

const char* const citations =
    "E/RES/2003/20 recalls crc; E/RES/2003/20 acts_under crc; E/RES/2003/20 recalls A/RES/50/6; "
    "S/RES/2388(2017) recalls untoc-tip; S/RES/2388(2017) recalls E/RES/2003/20";

Filter relation(Relation wanted) {
    Filter filter;
    filter.relations = {wanted};
    return filter;
}
Filter body(const char* wanted) {
    Filter filter;
    filter.bodies = {wanted};
    return filter;
}
Filter kind(const char* wanted) {
    Filter filter;
    filter.kinds = {wanted};
    return filter;
}
Filter dates(const char* since, const char* until) {
    Filter filter;
    filter.since = since;
    filter.until = until;
    return filter;
}
Filter weight(std::size_t least) {
    Filter filter;
    filter.min_weight = least;
    return filter;
}
Filter around(const char* id, int depth) {
    Filter filter;
    filter.around = {id};
    filter.depth = depth;
    return filter;
}

}  // namespace

TEST_CASE("A filter says which citations count, and the works without any go", "[filter]") {
    struct Row {
        const char* name;
        Filter filter;
        const char* works;
        std::size_t citations;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing", {}, "A/RES/50/6, E/RES/2003/20, S/RES/2388(2017), crc, untoc-tip", 5},
        {"acts_under", relation(Relation::acts_under), "E/RES/2003/20, crc", 1},
        {"SC", body("SC"), "E/RES/2003/20, S/RES/2388(2017), untoc-tip", 2},
        {"treaty", kind("treaty"), "E/RES/2003/20, crc", 2},
        {"until 2003", dates("", "2003-06"), "A/RES/50/6, E/RES/2003/20, crc", 3},
        {"since 2004", dates("2004", ""), "E/RES/2003/20, S/RES/2388(2017), untoc-tip", 2},
        {"since 2018", dates("2018", ""), "", 0},
        {"twice", weight(2), "E/RES/2003/20, crc", 2},
        {"around crc", around("crc", 1), "E/RES/2003/20, crc", 2},
        {"two steps", around("crc", 2), "A/RES/50/6, E/RES/2003/20, S/RES/2388(2017), crc", 4},
        {"no steps", around("crc", 0), "crc", 0},
    }));
    CAPTURE(row.name);
    const auto part = filtered(graph_of(citations), row.filter);
    CHECK(works_of(part) == row.works);
    CHECK(part.edge_count() == row.citations);
}

TEST_CASE("Relations between instruments stay with the families of the works, unless they are not wanted",
          "[filter]") {
    const auto graph = graph_of(citations, true);
    auto filter = body("SC");
    const auto with = sentences_of(filtered(graph, filter));
    CHECK_THAT(with, Catch::Contains("untoc-tip supplements untoc; "));
    CHECK_THAT(with, Catch::Contains("untoc-tip annexed_to A/RES/55/25; "));
    CHECK_THAT(with, !Catch::Contains("crc"));
    filter.structure = false;
    CHECK(sentences_of(filtered(graph, filter)) ==
          "S/RES/2388(2017) recalls untoc-tip; S/RES/2388(2017) recalls E/RES/2003/20; ");
}

TEST_CASE("The works that were asked about stay", "[filter]") {
    CHECK(works_of(filtered(graph_of(citations), dates("2018", ""), {"crc", "bwc"})) == "crc");
    auto filter = dates("2018", "");
    filter.around = {"untoc-tip"};
    CHECK(works_of(filtered(graph_of(citations), filter, {"crc"})) == "crc, untoc-tip");
}

TEST_CASE("A filtered graph keeps what is known of its works and citations", "[filter]") {
    GraphBuilder builder;
    Node read;
    read.id = "A/RES/60/1";
    read.source = "a.txt";
    read.body = "GA";
    builder.add_node(read);
    builder.add_edge("A/RES/60/1", "crc", Relation::notes,
                     {"pp1", "art_3", "the Convention", "name", "2", 0.9});
    builder.add_edge("A/RES/59/1", "crc", Relation::recalls, {});
    const auto part = filtered(std::move(builder).build(), body("GA"));
    REQUIRE(part.edge_count() == 1);
    CHECK(part.node(*part.find("A/RES/60/1")) == read);
    CHECK(*part.in_edges(*part.find("crc")).front().mention ==
          Mention{"pp1", "art_3", "the Convention", "name", "2", 0.9});
}
