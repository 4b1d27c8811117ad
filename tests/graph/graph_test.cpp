#include <catch2/catch.hpp>

#include "sentences.hpp"

using namespace resograph;

namespace {

DocumentRecord record(const std::string& source, const std::vector<std::string>& targets) {
    DocumentRecord record;
    record.file = source + ".txt";
    record.extracted.source = source;
    for (const auto& target : targets) {
        Citation citation;
        citation.target = target;
        citation.text = target;
        citation.location = "pp1";
        citation.relation = Relation::recalls;
        record.extracted.citations.push_back(citation);
    }
    return record;
}

}  // namespace

TEST_CASE("A graph does not depend on the order of its documents", "[graph]") {
    const Registry registry;
    const auto a = record("A/RES/60/1", {"untoc", "A/RES/55/25", "untoc"});
    const auto b = record("A/RES/61/1", {"A/RES/60/1"});
    GraphBuilder first, second;
    connect(first, a, registry);
    connect(first, b, registry);
    connect(second, b, registry);
    connect(second, a, registry);
    const auto one = std::move(first).build();
    const auto other = std::move(second).build();
    CHECK(one.nodes() == other.nodes());
    CHECK(sentences_of(one) == sentences_of(other));
    CHECK(sentences_of(one) ==
          "A/RES/60/1 recalls untoc; A/RES/60/1 recalls A/RES/55/25; A/RES/60/1 recalls untoc; A/RES/61/1 "
          "recalls "
          "A/RES/60/1; ");
}

TEST_CASE("What was read knows better than what is only described, whichever comes first", "[graph]") {
    const Registry registry;
    auto read = record("A/RES/55/25", {});
    read.metadata.title = "As it is printed";
    read.metadata.date = "2000-11-15";
    const auto citing = record("A/RES/60/1", {"A/RES/55/25"});
    for (const auto& order : {std::vector{read, citing}, std::vector{citing, read}}) {
        GraphBuilder builder;
        for (const auto& document : order) connect(builder, document, registry);
        const auto graph = std::move(builder).build();
        CHECK(graph.node(*graph.find("A/RES/55/25")).title == "As it is printed");
        CHECK(graph.node(*graph.find("A/RES/55/25")).date == "2000-11-15");
    }
}

TEST_CASE("What cites a work comes by document and by place in it", "[graph]") {
    const Registry registry;
    GraphBuilder builder;
    for (const auto* source : {"A/RES/61/1", "A/RES/60/1"}) {
        auto citing = record(source, {"crc", "untoc", "crc"});
        for (std::size_t n = 0; n < 3; ++n) citing.extracted.citations[n].location = "op" + std::to_string(n);
        connect(builder, citing, registry);
    }
    const auto graph = std::move(builder).build();
    std::string places;
    for (const auto& edge : graph.in_edges(*graph.find("crc")))
        places += graph.node(edge.source).id + " " + edge.mention->location + "; ";
    CHECK(places == "A/RES/60/1 op0; A/RES/60/1 op2; A/RES/61/1 op0; A/RES/61/1 op2; ");
}

TEST_CASE("What cites itself, is not resolved or cannot be, is no edge", "[graph]") {
    const Registry registry;
    auto own = record("A/RES/60/1", {"A/RES/60/1", "", "A/RES/99/1"});
    own.extracted.citations[2].confidence = 0.3;
    GraphBuilder builder;
    connect(builder, own, registry);
    CHECK(std::move(builder).build().edge_count() == 0);
}

TEST_CASE("The registry knows how instruments belong together", "[graph]") {
    const Registry registry;
    GraphBuilder builder;
    connect(builder, record("E/RES/2003/20", {"untoc-tip", "A/RES/50/6#annex"}), registry);
    add_structure(builder, registry);
    const auto graph = std::move(builder).build();
    const auto edges = sentences_of(graph);
    CHECK_THAT(edges, Catch::Contains("untoc-tip annexed_to A/RES/55/25; "));
    CHECK_THAT(edges, Catch::Contains("untoc-tip supplements untoc; "));
    CHECK_THAT(edges, Catch::Contains("A/RES/50/6#annex annexed_to A/RES/50/6; "));
}

TEST_CASE("A node says what its id and the registry say", "[graph]") {
    struct Row {
        const char* id;
        const char* kind;
        const char* body;
        const char* date;
    };
    const auto row = GENERATE(values<Row>({
        {"A/HRC/RES/5/1", "resolution", "HRC", ""},
        {"S/RES/2388(2017)", "resolution", "SC", "2017"},
        {"A/DEC/54/439", "decision", "GA", ""},
        {"E/RES/2003/20", "resolution", "ECOSOC", "2003"},
        {"A/RES/50/6#annexII", "annex", "GA", ""},
        {"crc", "treaty", "", "1989-11-20"},
        {"covenants", "group", "", ""},
        {"name:bridgetown-covenant", "named", "", ""},
        {"FCCC/CP/2015/10", "document", "", ""},
    }));
    const auto node = describe(row.id, Registry());
    CAPTURE(row.id);
    CHECK(node.kind == row.kind);
    CHECK(node.body == row.body);
    CHECK(node.date == row.date);
}
