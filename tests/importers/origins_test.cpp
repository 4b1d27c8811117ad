#include <catch2/catch.hpp>

#include "importers/importer.hpp"

using namespace resograph;

TEST_CASE("A text leads back to the bytes it was read from", "[importers]") {
    struct Row {
        const char* format;
        std::string bytes;
    };
    const auto row = GENERATE(values<Row>({
        {"text", "A/RES/1/1\n\nThe General Assembly,\n\nRecalling  “one”\nand two,\n"},
        {"akn",
         "<akomaNtoso><statement><mainBody><p>Recalling “A &amp; B”,\r\n  a<authorialNote "
         "marker=\"1\"><p>See "
         "<b>C</b>.</p></authorialNote> text of &#8220;more&#8221; "
         "words,</p></mainBody></statement></akomaNtoso>"},
        {"tei",
         "<TEI.2><text><body><p>Recalling “A &amp; B”,\n <s>a<note n=\"1\">See C.</note> text of</s> "
         "&#8220;more&#8221; words,</p></body></text></TEI.2>"},
        {"html",
         "<!DOCTYPE html><p>Recalling “A &amp; B”,\n a<sup><a href=\"#n\">1</a></sup>&nbsp;text <b>of</b> "
         "&#8220;more&#8221;<br>words,</p><p id=\"n\">1 See <i>C</i>.</p>"},
    }));
    const auto imported = find_importer(row.format)->import(row.bytes, "a");
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    CHECK(document.text.find("Recalling") != std::string::npos);
    for (std::size_t i = 0; i < document.text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(document.text[i]);
        if (!std::isalnum(byte)) continue;
        INFO(row.format << " " << document.text.substr(i, 20));
        CHECK(row.bytes[file_offset(document, i)] == document.text[i]);
    }
}
