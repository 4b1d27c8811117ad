#include "inputs/metadata_table.hpp"

#include <catch2/catch.hpp>

using namespace resograph;

namespace {

Document document_in(const std::string& file) {
    Document document;
    document.file = file;
    return document;
}

}  // namespace

TEST_CASE("A table says what a document does not say itself", "[inputs]") {
    MetadataTable table;
    CHECK(table
              .add("file,symbol,title,date,language,body\r\n"
                   "d/a.txt,55/25,\"Against \"\"crime\"\", organized\",2000-11-15,fr,GA\r\n",
                   "m.csv")
              .empty());
    auto document = document_in("x/d/a.txt");
    document.metadata.date = "2000-11-16";
    document.metadata.date_from = Origin::document;
    document.metadata.symbol = "A/1/2";
    document.metadata.symbol_from = Origin::file_name;
    table.complete(document);
    const auto& m = document.metadata;
    CHECK(m.symbol == "A/RES/55/25");
    CHECK(m.symbol_from == Origin::table);
    CHECK(m.title == "Against \"crime\", organized");
    CHECK(m.date == "2000-11-16");
    CHECK(m.date_from == Origin::document);
    CHECK(m.language == "fr");

    auto other = document_in("x/a.txt");
    table.complete(other);
    CHECK(other.metadata == Metadata{});
}

TEST_CASE("A table that cannot be used is named with its line", "[inputs]") {
    struct Row {
        const char* csv;
        const char* message;
    };
    const auto row = GENERATE(values<Row>({
        {"name,symbol\n",
         "m.csv:1:1: error: the first line names other columns, expected file and some of symbol, "
         "title, date, language, body"},
        {"file,symbol\na.txt,A/1,x\n", "m.csv:2:1: error: 3 fields, expected 2 as in the first line"},
        {"file,date\n\"a\n.txt\",soon\n",
         "m.csv:2:1: error: \"soon\" is no date, expected one such as 2000-11-15, 2000-11 or 2000"},
    }));
    MetadataTable table;
    const auto diagnostics = table.add(row.csv, "m.csv");
    REQUIRE(diagnostics.size() == 1);
    CHECK(to_string(diagnostics[0]) == row.message);
}
