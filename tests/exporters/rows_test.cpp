#include "exporters/rows.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "hostile.hpp"
#include "sample_graph.hpp"

using namespace resograph;

TEST_CASE("A date has a year and a first day, as far as it is one", "[rows]") {
    struct Row {
        const char* date;
        std::optional<int> year;
        const char* first_day;
    };
    const auto row = GENERATE(values<Row>({
        {"2000-11-15", 2000, "2000-11-15"},
        {"2000-11", 2000, "2000-11-01"},
        {"1946", 1946, "1946-01-01"},
        {"2000-02-29", 2000, "2000-02-29"},
        {"1900-02-29", {}, ""},
        {"2000-13-01", {}, ""},
        {"2000-00-10", {}, ""},
        {"2000-1-1", {}, ""},
        {"0000", {}, ""},
        {"15 November 2000", {}, ""},
        {"", {}, ""},
    }));
    CAPTURE(row.date);

    CHECK(year_of(row.date) == row.year);
    CHECK(first_day(row.date) == row.first_day);
}

TEST_CASE("Only a symbol of the document system leads to an official page", "[rows]") {
    CHECK(official_page("A/RES/55/25#annexII") == "https://docs.un.org/en/A/RES/55/25");
    CHECK(official_page("S/RES/1373(2001)") == "https://docs.un.org/en/S/RES/1373(2001)");
    CHECK(official_page("javascript:alert(1)").empty());
    CHECK(official_page("A/RES/../x").empty());
    CHECK(official_page("A/\" onload=\"x").empty());
    CHECK(official_page("C182").empty());
    CHECK(official_page("").empty());
}

TEST_CASE("Ids stay unique when they are cleaned, and are never taken for those of edges", "[rows]") {
    GraphBuilder builder;
    for (const char* id : {"a\x01", "a\x02", "e7", "", "\x01", "e7~2", "plain"}) {
        Node node;
        node.id = id;
        builder.add_node(node);
    }
    const auto graph = std::move(builder).build();
    const auto ids = node_ids(graph, clean);
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    for (const auto& id : ids) {
        CHECK(has_text(id));
        CHECK(id != "e7");
    }
    CHECK(ids.back() == "plain");
}

TEST_CASE("Parallel citations fold into one with their number and their lists", "[rows]") {
    GraphBuilder builder;
    const auto cite = [&](Relation relation, const char* location, const char* pinpoint, double confidence) {
        Mention mention;
        mention.location = location;
        mention.pinpoint = pinpoint;
        mention.confidence = confidence;
        builder.add_edge("a", "b", relation, mention);
    };
    cite(Relation::notes, "pp1", "", 0.5);
    cite(Relation::recalls, "pp2", "art_3", 0.9);
    cite(Relation::recalls, "pp2", "art_4", 0.7);
    const auto graph = std::move(builder).build();
    std::vector<std::string> rows;
    for_each_edge(graph, Folding::all, [&](const EdgeRow& edge) {
        CHECK(edge.relation == Relation::recalls);
        CHECK(edge.relations == "notes; recalls");
        CHECK(edge.location == "pp1; pp2");
        CHECK(edge.pinpoint == "art_3; art_4");
        CHECK(edge.confidence == 0.9);
        CHECK(edge.weight == 3);
        rows.emplace_back("all");
    });
    for_each_edge(graph, Folding::by_relation, [&](const EdgeRow& edge) {
        rows.push_back(std::string(to_string(edge.relation)) + std::to_string(static_cast<int>(edge.weight)));
    });
    for_each_edge(graph, Folding::none, [&](const EdgeRow& edge) {
        CHECK(edge.weight == 1);
        rows.push_back(std::to_string(edge.number));
    });
    CHECK(rows == std::vector<std::string>{"all", "recalls2", "notes1", "0", "1", "2"});
}

TEST_CASE("A label is never empty and never long", "[rows]") {
    const auto graph = test::hostile_graph();
    for (NodeIndex index = 0; index < graph.nodes().size(); ++index) {
        const auto row = row_of(graph, index);
        CHECK(has_text(row.label));
        CHECK(front(row.label, 512) == row.label);
    }
}

TEST_CASE("A format is found by its name and by the name of the file", "[formats]") {
    for (const auto* exporter : exporters()) {
        CHECK(find_exporter(exporter->name) == exporter);
        CHECK(exporter_for_file("dir.x/graph" + std::string(exporter->suffix)) == exporter);
        CHECK(!exporter->description.empty());
    }
    CHECK(find_exporter("nosuch") == nullptr);
    CHECK(exporter_for_file("graph") == nullptr);
    CHECK(exporter_for_file("x.json")->name == "json");
    CHECK(exporter_for_file("x.graphology.json")->name == "graphology");
}

TEST_CASE("A pair of tables has two names", "[formats]") {
    CHECK(table_files("out/un.csv").nodes == "out/un.nodes.csv");
    CHECK(table_files("out/un.csv").edges == "out/un.edges.csv");
    CHECK(table_files("un").edges == "un.edges.csv");
}
