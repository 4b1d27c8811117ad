#include <catch2/catch.hpp>

#include <fmt/format.h>

#include "importers/importer.hpp"

using namespace resograph;

namespace {

Imported import_marcxml(std::string_view bytes) { return find_importer("marcxml")->import(bytes, "a.xml"); }

std::string field(std::string_view tag, std::string_view a) {
    return fmt::format("<datafield tag='{}'><subfield code='a'>{}</subfield></datafield>", tag, a);
}

// "A/RES/1/1 2000-01-02 en A title -> A/1, A/2; …"
std::string listed(const Imported& imported) {
    std::string lines;
    for (const auto& document : imported.documents) {
        const auto& m = document.metadata;
        if (!lines.empty()) lines += "; ";
        lines += fmt::format("{} {} {} {}", m.symbol, m.date, m.language, m.title);
        for (const auto& related : m.related) lines += " -> " + related;
        CHECK(document.text.empty());
    }
    return lines;
}

struct Row {
    std::string bytes;
    const char* documents;
    const char* message;  // "" for none
};

}  // namespace

TEST_CASE("A catalogue record names a document and those that belong to it", "[importers]") {
    const std::string titled =
        "<datafield tag='245'><subfield code='a'>A title :</subfield><subfield code='b'>draft "
        "/</subfield><subfield code='c'>Norway</subfield></datafield>";
    const auto row = GENERATE_COPY(values<Row>({
        {"<record>" + field("041", "eng") + field("191", "A/RES/1/1") + titled + field("269", "2000-01-02") +
             field("993", "A/1/L.2") + field("993", "A/1/PV.3") + "</record>",
         "A/RES/1/1 2000-01-02 en A title : draft -> A/1/L.2 -> A/1/PV.3", ""},
        // Of two bodies; with blanks and brackets; the same twice; no date.
        {"<record>" + field("191", "A/RES/217(III)[A]") + field("191", "S/1999/1") +
             field("993", "S/1999/1") + field("993", "A/RES/217(III)[A]") + field("993", "CEDAW/C/1 /Add.1") +
             field("269", "[n.d.]") + "</record>",
         "A/RES/217(III)A    -> S/1999/1 -> CEDAW/C/1/Add.1", ""},
        // A voting record has the symbol of the resolution in 791.
        {"<record>" + field("791", "A/RES/2/2") + "</record>", "A/RES/2/2   ", ""},
        {"<collection xmlns:m='http://www.loc.gov/MARC21/slim'>\n<m:record><m:datafield "
         "tag='191'><m:subfield "
         "code='a'>A/1</m:subfield></m:datafield></m:record>\n<record>" +
             field("191", "A/2") + "</record></collection>",
         "A/1   ; A/2   ", ""},
        // Records of OAI-PMH stand in records.
        {"<OAI-PMH><record><header/><metadata><record>" + field("191", "A/1") +
             "</record></metadata></record></OAI-PMH>",
         "A/1   ", ""},
        {"<collection>\n<record>" + field("001", "") + field("245", "A map") + "</record><record>" +
             field("191", "A/2") + "</record><record></record></collection>",
         "A/2   ", "a.xml:2:1: warning: no symbol (field 191) in record  and 1 after it, left out"},
    }));
    CAPTURE(row.bytes);
    const auto imported = import_marcxml(row.bytes);
    CHECK(listed(imported) == row.documents);
    CHECK(imported.diagnostics.size() == (*row.message != '\0'));
    for (const auto& diagnostic : imported.diagnostics) CHECK(to_string(diagnostic) == row.message);
}

TEST_CASE("A bad record costs itself and is named with its line", "[importers]") {
    const std::string good = "<record>" + field("191", "A/1") + "</record>\n";
    const auto row = GENERATE_COPY(values<Row>({
        {"<collection>\n<record><datafield></record>\n" + good, "A/1   ",
         "a.xml:2:22: error: not well-formed XML: "},
        {"<collection>\n" + good + "  <record>" + field("191", "A/3") + "\n" + good, "A/1   ; A/1   ",
         "a.xml:3:3: error: the record has no end, expected </record> before the next"},
        {good + "<record><datafield", "A/1   ",
         "a.xml:2:1: error: the record has no end, expected </record>"},
        {"<collection xmlns='http://www.loc.gov/MARC21/slim'/>", "", "a.xml:1:1: error: no record in it"},
        {"", "", "a.xml:1:1: error: no record in it, expected MARC records"},
    }));
    CAPTURE(row.bytes);
    const auto imported = import_marcxml(row.bytes);
    CHECK(listed(imported) == row.documents);
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK_THAT(to_string(imported.diagnostics[0]), Catch::StartsWith(row.message));
}

TEST_CASE("Catalogues are told from other XML", "[importers]") {
    CHECK(recognise("<collection xmlns=\"http://www.loc.gov/MARC21/slim\"></collection>") ==
          find_importer("marcxml"));
    CHECK(recognise("<?xml version='1.0'?>\n<collection><record><datafield tag='191'></datafield>") ==
          find_importer("marcxml"));
    CHECK(recognise("<record><title>datafield</title></record>") != find_importer("marcxml"));
}
