#include <catch2/catch.hpp>

#include "graph/assemble.hpp"

using namespace resograph;

TEST_CASE("Whatever a user writes for a work is understood", "[graph]") {
    struct Row {
        const char* typed;
        const char* id;
    };
    static const Registry registry;
    const auto row = GENERATE(values<Row>({
        {"A/RES/55/25", "A/RES/55/25"},
        {"A/Res/55/25", "A/RES/55/25"},
        {"55/25", "A/RES/55/25"},
        {"GA 55/25", "A/RES/55/25"},
        {"General Assembly resolution 55/25", "A/RES/55/25"},
        {"GA 55/25 annex II", "untoc-tip"},
        {"A/RES/55/25#annexII", "untoc-tip"},
        {"55/180 A", "A/RES/55/180A"},
        {"217 A (III)", "A/RES/217(III)A"},
        {"A/RES/217(III)[A]", "A/RES/217(III)A"},
        {"1514 (XV)", "A/RES/1514(XV)"},
        {"S-26/2", "A/RES/S-26/2"},
        {"decision 54/439", "A/DEC/54/439"},
        {"1373 (2001)", "S/RES/1373(2001)"},
        {"SC 1373", "S/RES/1373(2001)"},
        {"S/RES/1373 (2001)", "S/RES/1373(2001)"},
        {"ECOSOC resolution 2003/20", "E/RES/2003/20"},
        {"HRC resolution 5/1", "A/HRC/RES/5/1"},
        {"Commission resolution 2000/61", "E/CN.4/RES/2000/61"},
        {"E/2002/68/Add.1", "E/2002/68/Add.1"},
        {"ILO C182", "ilo-c182"},
        {"CRC", "crc"},
        {"crc", "crc"},
        {"the Convention on the Rights of the Child", "crc"},
    }));
    CAPTURE(row.typed);
    CHECK(identify(row.typed, registry) == std::optional<std::string>(row.id));
}

TEST_CASE("An unknown name suggests the nearest", "[graph]") {
    const Registry registry;
    CHECK_FALSE(identify("crcc", registry));
    const auto suggestions = nearest("crcc", registry);
    REQUIRE_FALSE(suggestions.empty());
    CHECK(suggestions.front() == "crc");
}
