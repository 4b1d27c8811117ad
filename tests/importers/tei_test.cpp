#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "listing.hpp"

using namespace resograph;

namespace {

struct Row {
    const char* body;
    const char* blocks;
};

Imported import_tei(std::string_view bytes) { return find_importer("tei")->import(bytes, "a.xml"); }

}  // namespace

TEST_CASE("TEI is read with and without sentences, namespaces and divisions", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"<p>The General Assembly,</p><p>Recalling A,</p><p>1. Decides B.</p>",
         "pp1 Recalling A, | op1 Decides B."},
        {"<div><p id='1'><s id='1:1'>The General Assembly,</s></p><p id='2'><s>Recalling A</s><s>and "
         "more,</s></p></div>",
         "pp1 Recalling A and more,"},
        {"<p>The General Assembly,</p><p>Recalling <hi rend='italic'>A</hi> and<lb/>B,</p>",
         "pp1 Recalling A and B,"},
        {"<p>The General Assembly,</p><p>1. "
         "Requests:</p><list><label>(a)</label><item>One;</item><label>(b)</label>"
         "<item><p>Two.</p></item></list>",
         "op1 Requests: | op1.a One; | op1.b Two."},
        {"<p>The General Assembly,</p><p>Recalling "
         "<choice><sic>Aa</sic><corr>A</corr></choice>,<fw>A/RES/1/1</fw></p>",
         "pp1 Recalling A,"},
        {"The General Assembly,<p>Recalling A,</p>", "pp1 Recalling A,"},
    }));
    CAPTURE(row.body);
    for (const char* shell :
         {"<TEI.2><teiHeader/><text><body>{}</body></text></TEI.2>",
          "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>{}</body></text></TEI>"}) {
        const auto bytes = fmt::format(fmt::runtime(shell), row.body);
        CHECK(test::import_and_list("tei", bytes) == row.blocks);
        CHECK(recognise(bytes) == find_importer("tei"));
    }
}

TEST_CASE("Notes of TEI stand in their place or apart", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"<p>The General Assembly,</p><p>Recalling A,<note place='foot' n='3'>Resolution 1/1.</note> and "
         "B,</p>",
         "pp1 Recalling A, and B, | fn3 Resolution 1/1."},
        {"<p>The General Assembly,</p><p>Recalling A,<note><p>Resolution</p><p>1/1.</p></note></p>",
         "pp1 Recalling A, | fn1 Resolution 1/1."},
        {"<p>The General Assembly,</p><p>Recalling A,<ref target='#n1'>1</ref> and B,</p><note "
         "n='1'>Resolution "
         "1/1.</note><p>Noting C,</p>",
         "pp1 Recalling A, and B, | pp2 Noting C, | fn1 Resolution 1/1."},
        {"<p>The General Assembly,</p><p>Recalling A,<hi rend='superscript'>1</hi></p><note n='1'>Resolution "
         "1/1.</note>",
         "pp1 Recalling A, | fn1 Resolution 1/1."},
    }));
    CAPTURE(row.body);
    const auto imported = import_tei(fmt::format("<TEI><text>{}</text></TEI>", row.body));
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    CHECK(test::listed(document) == row.blocks);
    REQUIRE(document.marks.size() == 1);
    CHECK(document.marks[0].note >= 0);
    CHECK(document.text.substr(0, document.marks[0].offset).ends_with("Recalling A,"));
}

TEST_CASE("The header of TEI says what the document is", "[importers]") {
    const auto imported = import_tei(
        "<TEI.2><teiHeader><titleStmt><title>A "
        "title</title></titleStmt><publicationStmt><date>20030722</date>"
        "<idno>E/RES/2003/20</idno></publicationStmt></teiHeader><text><p>The Economic and Social "
        "Council,</p><p>Recalling "
        "<ref target='https://undocs.org/A/RES/55/25'>resolution 55/25</ref>,</p></text></TEI.2>");
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    CHECK(document.metadata.symbol == "E/RES/2003/20");
    CHECK(document.metadata.date == "2003-07-22");
    CHECK(document.metadata.title == "A title");
    REQUIRE(document.references.size() == 1);
    CHECK(text_of(document, document.references[0].span) == "resolution 55/25");
}

TEST_CASE("A corpus in one file is several documents", "[importers]") {
    const auto imported = import_tei(
        "<teiCorpus><teiHeader/><TEI><text><p>The General "
        "Assembly,</p></text></TEI><TEI><text/></TEI><TEI><text><p>The "
        "Security Council,</p></text></TEI></teiCorpus>");
    CHECK(imported.documents.size() == 2);
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK(to_string(imported.diagnostics[0]) ==
          "a.xml:1:77: error: the document has no text, expected paragraphs");
}

TEST_CASE("TEI that cannot be used says why and where", "[importers]") {
    struct Broken {
        std::string bytes;
        const char* message;
    };
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += "<div>";
    for (int i = 0; i < 20'000; ++i) deep += "</div>";
    const auto row = GENERATE_COPY(values<Broken>({
        {"<TEI><text><p>The", "a.xml:1:17: error: not well-formed XML: "},
        {"<TEI/>", "a.xml:1:2: error: the document has no text, expected paragraphs"},
        {"<teiCorpus/>", "a.xml:1:2: error: no document in it, expected TEI elements"},
        {"<TEI>" + deep + "</TEI>",
         "a.xml:1:2: error: elements nested more than 10000 deep, expected a document (--max-depth raises "
         "the limit)"},
    }));
    const auto imported = import_tei(row.bytes);
    CHECK(imported.documents.empty());
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK_THAT(to_string(imported.diagnostics[0]), Catch::StartsWith(row.message));
}

TEST_CASE("A mark that two ways of looking find is taken out once", "[importers]") {
    const auto imported = import_tei(
        "<TEI><text><body><p>The General Assembly,</p><p>Recalling A, 1 0F and B,</p><p>1. Decides C.</p>"
        "<note n='F'>See A/52/231.</note></body></text></TEI>");
    REQUIRE(imported.documents.size() == 1);
    const auto& text = imported.documents.front().text;
    CHECK(text.find("Decides C.") == text.rfind("Decides C."));
    CHECK(imported.documents.front().blocks.back().span.end <= text.size());
}
