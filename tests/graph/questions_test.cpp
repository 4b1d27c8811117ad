#include "graph/questions.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "graph/communities.hpp"
#include "graph/difference.hpp"
#include "graph/main_path.hpp"
#include "graph/related.hpp"
#include "sentences.hpp"

using namespace resograph;

namespace {

NodeIndex node(const CitationGraph& graph, const char* id) { return *graph.find(id); }

// Two ways lead from the charter to the last resolution, and one of them has a side way.
const char* const descent =
    "E/RES/2001/1 recalls un-charter; E/RES/2002/1 recalls un-charter; E/RES/2003/1 recalls E/RES/2001/1; "
    "E/RES/2003/1 recalls E/RES/2002/1; E/RES/2003/1 recalls E/RES/2002/1; E/RES/2003/2 recalls "
    "E/RES/2002/1; "
    "E/RES/2004/1 recalls E/RES/2003/1";

}  // namespace

TEST_CASE("The main path is the chain that most ways lead through", "[questions]") {
    struct Row {
        const char* name;
        Traversal traversal;
        long double last_count;
    };
    const auto row = GENERATE(values<Row>({
        {"spc", Traversal::spc, 2},    // from the charter over 2001/1 or 2002/1
        {"splc", Traversal::splc, 5},  // from the charter twice, 2001/1, 2002/1, 2003/1
        {"spnp", Traversal::spnp, 5},
    }));
    CAPTURE(row.name);
    const auto graph = graph_of(descent);
    const auto found = main_path(graph, {node(graph, "un-charter")}, row.traversal);
    REQUIRE(found.path.size() == 3);
    CHECK(graph.node(found.path[0].citing).id == "E/RES/2002/1");
    CHECK(graph.node(found.path[1].citing).id == "E/RES/2003/1");
    CHECK(graph.node(found.path[2].citing).id == "E/RES/2004/1");
    CHECK(found.path[2].count == row.last_count);
    CHECK(found.works == 6);
    CHECK(found.arcs.size() == 6);
}

TEST_CASE("Works that cite each other in a circle stop no descent", "[questions]") {
    const auto graph = graph_of(
        "E/RES/2001/1 recalls crc; E/RES/2001/1 recalls E/RES/2001/2; E/RES/2001/2 recalls E/RES/2001/1; "
        "E/RES/2002/1 recalls E/RES/2001/1");
    const auto found = main_path(graph, {node(graph, "crc")}, Traversal::spc);
    CHECK(found.circular == 2);
    REQUIRE(found.path.size() == 2);
    CHECK(graph.node(found.path[1].citing).id == "E/RES/2002/1");
    CHECK(main_path(graph, {node(graph, "E/RES/2002/1")}, Traversal::spc).path.empty());
    CHECK(main_path(graph, {}, Traversal::spc).path.empty());
}

TEST_CASE("Related works are cited together or cite the same, each document counted once", "[questions]") {
    const auto graph = graph_of(
        "E/RES/2001/1 recalls crc; E/RES/2001/1 recalls cedaw; E/RES/2001/1 recalls cedaw; "
        "E/RES/2002/1 recalls crc; E/RES/2002/1 recalls cedaw; E/RES/2002/1 recalls untoc");
    const auto kin = related(graph, node(graph, "crc"));
    REQUIRE(kin.size() == 2);
    CHECK(graph.node(kin[0].work).id == "cedaw");
    CHECK(kin[0].cocited == 2);
    CHECK(kin[0].similarity == Approx(1.0));
    CHECK(kin[1].similarity == Approx(1 / std::sqrt(2.0)));
    const auto coupled = related(graph, node(graph, "E/RES/2001/1"));
    REQUIRE(coupled.size() == 1);
    CHECK(coupled[0].coupled == 2);
}

TEST_CASE("Protocols of a convention are asked about with it", "[questions]") {
    const auto graph = graph_of(
        "E/RES/2001/1 recalls untoc; E/RES/2001/1 recalls untoc-tip; E/RES/2002/1 recalls untoc-som", true);
    auto works = protocols(graph, node(graph, "untoc"));
    CHECK(works.size() == 2);
    works.push_back(node(graph, "untoc"));
    const auto citing = neighbours(graph, works, Direction::citing);
    REQUIRE(citing.size() == 2);
    CHECK(citing[0].mentions.size() == 2);
}

TEST_CASE("Between two works lies what is on a chain, whichever way it leads", "[questions]") {
    const auto graph = graph_of(descent);
    for (const auto& [from, to] : {std::pair("E/RES/2004/1", "un-charter"), {"un-charter", "E/RES/2004/1"}}) {
        std::string works;
        for (const auto& place : between(graph, node(graph, from), node(graph, to)))
            works += graph.node(place.work).id + " ";
        CHECK(works == "E/RES/2003/1 E/RES/2001/1 E/RES/2002/1 ");
    }
}

TEST_CASE("A timeline has no gaps, and tells what has no date", "[questions]") {
    const auto graph = graph_of(
        "E/RES/2001/1 recalls crc; E/RES/2001/1 notes crc; E/RES/2003/1 recalls crc; A/HRC/RES/5/1 recalls "
        "crc");
    const auto years = timeline(graph, {node(graph, "crc")});
    REQUIRE(years.size() == 4);
    CHECK(years[0].year == 2001);
    CHECK(years[0].documents == 1);
    CHECK(years[0].mentions == 2);
    CHECK(years[1].documents == 0);
    CHECK_FALSE(years[3].year);
    CHECK(years[3].documents == 1);
}

TEST_CASE("Dangling works are those that are cited and were not read", "[questions]") {
    const auto graph = graph_of("E/RES/2001/1 recalls crc; E/RES/2002/1 recalls E/RES/2001/1");
    const auto works = dangling(graph);
    REQUIRE(works.size() == 1);
    CHECK(graph.node(works[0].work).id == "crc");
}

TEST_CASE("Communities are groups that cite within themselves", "[questions]") {
    const auto graph = graph_of(
        "E/RES/2001/1 recalls crc; E/RES/2001/2 recalls crc; E/RES/2001/1 recalls cedaw; E/RES/2001/2 "
        "recalls cedaw; "
        "E/RES/2002/1 recalls untoc; E/RES/2002/2 recalls untoc; E/RES/2002/1 recalls uncac; E/RES/2002/2 "
        "recalls uncac; "
        "E/RES/2002/2 recalls crc");
    const auto found = communities(graph);
    REQUIRE(found.works.size() == 2);
    CHECK(found.works[0].size() == 4);
    CHECK(components(graph).works.size() == 1);
    CHECK(communities(CitationGraph()).works.empty());
}

TEST_CASE("A citation that occurs twice and then once was removed once", "[questions]") {
    const auto changes = difference(graph_of("E/RES/2001/1 recalls crc; E/RES/2001/1 recalls crc"),
                                    graph_of("E/RES/2001/1 recalls crc; E/RES/2001/1 notes crc"));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].relation == "notes");
    CHECK(changes[0].kind == Change::Kind::added);
    CHECK(changes[1].relation == "recalls");
    CHECK(changes[1].kind == Change::Kind::removed);
}
