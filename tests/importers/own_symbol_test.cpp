#include <catch2/catch.hpp>

#include "importers/structure.hpp"

using namespace resograph;

TEST_CASE("A document's own symbol is read from how it prints it, or from its file's name", "[importers]") {
    struct Row {
        const char* printed;
        const char* symbol;
    };
    const auto line = GENERATE(values<Row>({
        {"A/RES/78/135", "A/RES/78/135"},
        {"A/RES/S-20/2*", "A/RES/S-20/2"},
        {"United Nations                 A/RES/78/135", "A/RES/78/135"},
        {"S/RES/2388 (2017)", "S/RES/2388(2017)"},
        {"Resolution 491 (1981)", "S/RES/491(1981)"},
        {"ECOSOC Resolution 2003/20", "E/RES/2003/20"},
        {"The General Assembly,", ""},
    }));
    CHECK(own_symbol(line.printed) == line.symbol);
    const auto file = GENERATE(values<Row>({
        {"corpus/A_RES_78_135.txt", "A/RES/78/135"},
        {"S_RES_0491_1981_EN_GOLD.txt", "S/RES/491(1981)"},
        {"A_RES_1166(XII).xml", "A/RES/1166(XII)"},
        {"notes.txt", ""},
    }));
    CHECK(symbol_of_file_name(file.printed) == file.symbol);
}

TEST_CASE("A day in words becomes a date", "[importers]") {
    CHECK(first_date("adopted on 15 November 2000 in New York") == "2000-11-15");
    CHECK(first_date("May 2000") == "");
}
