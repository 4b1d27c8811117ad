#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "listing.hpp"

using namespace resograph;

namespace {

std::string statement(const std::string& body) {
    return "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement "
           "name=\"resolution\">" +
           body + "</statement></akomaNtoso>";
}

std::string file_bytes(const std::string& name) {
    std::ifstream in(std::string(RESOGRAPH_SOURCE_DIR) + "/samples/" + name);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

struct Row {
    const char* body;
    const char* blocks;
};

}  // namespace

TEST_CASE("Elements of Akoma Ntoso become located paragraphs", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"<preamble><formula><p>The General Assembly,</p></formula><recitals><recital><p>Recalling <i>A</i> "
         "<b>B</b>,</p></recital></recitals></preamble>",
         "pp1 Recalling A B,"},
        {"<preamble><formula><p>The General Assembly,</p></formula><container name=\"Noting\"><p>Noting "
         "A,</p></container></preamble>",
         "pp1 Noting A,"},
        {"<mainBody><paragraph><num>5.</num><content><p>Invites:</p></content><point><num>(b)</"
         "num><content><p>To act;</p></content></point></paragraph></mainBody>",
         "op5 Invites: | op5.b To act;"},
        {"<preamble><formula><p>The General Assembly,</p></formula><recitals><recital><p>Recalling "
         "it,<authorialNote marker=\"1\"><p>Resolution 1/1.</p></authorialNote> and more,</p>"
         "</recital></recitals></preamble>",
         "pp1 Recalling it, and more, | fn1 Resolution 1/1."},
        {"<preamble><formula><p>The General Assembly,</p></formula></preamble><mainBody><paragraph><content>"
         "<p>Recalling A,</p></content></paragraph><paragraph><num>1.</num><content><p>Decides "
         "B.</p></content>"
         "</paragraph><hcontainer><heading>Unforeseen expenses</heading></hcontainer><paragraph><content>"
         "<p>Recalling C,</p></content></paragraph><paragraph><num>1.</num><content><p>Decides "
         "D.</p></content>"
         "</paragraph></mainBody>",
         "pp1 Recalling A, | op1 Decides B. | pp1 Recalling C, | op1 Decides D."},
        {"<preamble><formula><p>The General Assembly,</p></formula><recitals><recital><heading>Recalling A,"
         "</heading></recital><recital><heading>Disputes</heading></recital><recital><p>Noting "
         "B,</p></recital>"
         "</recitals></preamble>",
         "pp1 Recalling A, | pp2 Noting B,"},
        {"<preamble><formula><p>The General Assembly,</p></formula><recitals><recital><p>Recalling A &amp; B "
         "&#8220;C&#8221;,</p></recital></recitals></preamble>",
         "pp1 Recalling A & B “C”,"},
    }));
    CAPTURE(row.body);
    CHECK(test::import_and_list("akn", statement(row.body)) == row.blocks);
}

TEST_CASE("The seed reads the same as text and as Akoma Ntoso", "[importers]") {
    const auto text = find_importer("text")->import(file_bytes("e-res-2003-20.txt"), "seed.txt");
    const auto akn = find_importer("akn")->import(file_bytes("e-res-2003-20.akn.xml"), "seed.xml");
    REQUIRE(text.documents.size() == 1);
    REQUIRE(akn.documents.size() == 1);
    CHECK(test::listed(text.documents.front()) == test::listed(akn.documents.front()));
    CHECK(akn.documents.front().metadata.symbol == "E/RES/2003/20");
    CHECK(text.documents.front().metadata.symbol == "E/RES/2003/20");
    CHECK(akn.documents.front().marks.size() == 11);
}

TEST_CASE("A bad file is an error with its place, never a crash", "[importers]") {
    struct Bad {
        std::string bytes;
        const char* message;
    };
    const auto deep = [] {
        std::string nested = "<akomaNtoso><statement>";
        for (int i = 0; i < 200'000; ++i) nested += "<p>";
        return nested;
    };
    const auto row = GENERATE_COPY(values<Bad>({
        {"<akomaNtoso><statement><p>cut", "a.xml:1:29: error: not well-formed XML: "},
        {"<akomaNtoso></akomaNtoso>",
         "a.xml:1:1: error: no document in it, expected a statement, doc or act"},
        {"<other>akomaNtoso</other>", "a.xml:1:2: error: the root element is other, expected akomaNtoso"},
        {statement("<meta/>"), "error: the document has no text, expected paragraphs"},
        {deep(), "error: "},
    }));
    const auto imported = find_importer("akn")->import(row.bytes, "a.xml");
    CHECK(imported.documents.empty());
    REQUIRE_FALSE(imported.diagnostics.empty());
    CHECK_THAT(to_string(imported.diagnostics.front()), Catch::Contains(row.message));
}

TEST_CASE("No mutation of a file breaks an importer", "[importers]") {
    const auto seed = file_bytes("e-res-2003-20.akn.xml").substr(0, 12'000);
    std::uint32_t random = 20031120;
    const auto next = [&] { return random = random * 1664525U + 1013904223U; };
    for (int round = 0; round < 400; ++round) {
        auto bytes = seed;
        for (int n = 0; n < 5; ++n) {
            const auto at = next() % bytes.size();
            if (next() % 2 == 0)
                bytes[at] = static_cast<char>(next() >> 24);
            else
                bytes.erase(at, next() % 40);
        }
        for (const auto* importer : importers()) {
            for (const auto& document : importer->import(bytes, "m").documents) {
                std::size_t end = 0;
                for (const auto& block : document.blocks) {
                    REQUIRE(block.span.begin >= end);
                    REQUIRE(block.span.end <= document.text.size());
                    end = block.span.end;
                }
                for (const auto& mark : document.marks)
                    REQUIRE(mark.note < static_cast<int>(document.blocks.size()));
            }
        }
    }
}
