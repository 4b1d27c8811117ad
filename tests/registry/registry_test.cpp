#include "registry/registry.hpp"

#include <catch2/catch.hpp>

#include "registry/fold.hpp"

using namespace resograph;

TEST_CASE("The tables of the library hold no contradiction", "[registry]") {
    const Registry registry;
    for (const auto& diagnostic : registry.diagnostics()) FAIL_CHECK(to_string(diagnostic));
    CHECK(registry.instruments().size() == 1011);
    CHECK(registry.groups().size() == 30);
}

TEST_CASE("Names are compared by their folded words", "[registry]") {
    struct Row {
        const char* written;
        const char* folded;
    };
    const auto row = GENERATE(values<Row>({
        {"The Convention on the Law of the Sea,  1982", "the convention on the law of the sea 1982"},
        {"Co-operation", "cooperation"},
        {"sea-bed", "seabed"},
        {"Treaty on the Non -Proliferation of Nuclear Weapons",
         "treaty on the nonproliferation of nuclear weapons"},
        {"Kunming- Montreal", "kunmingmontreal"},
        {"Women’s rights", "women rights"},
        {"Workers' Convention", "workers convention"},
        {"Cartagena de Índias – Escazú", "cartagena de indias escazu"},
        {"“The future\nwe want”", "the future we want"},
        {"2016–2020", "20162020"},
        {"2016-2020", "20162020"},
    }));
    CHECK(fold_name(row.written) == row.folded);
}

TEST_CASE("A place of publication leads to its instrument, unless it holds several", "[registry]") {
    const Registry registry;
    CHECK(registry.canonical("A/RES/55/25#annexII") == "untoc-tip");
    CHECK(registry.canonical("A/RES/44/25#annex") == "crc");
    CHECK(registry.canonical("A/RES/2200(XXI)A#annex") == "A/RES/2200(XXI)A#annex");
    CHECK(registry.at("A/RES/2200(XXI)A#annex").size() == 3);
    CHECK(registry.canonical("A/RES/70/1") == "A/RES/70/1");
    CHECK(registry.in_treaty_series("1577", "27531").front()->id == "crc");
    REQUIRE(registry.find_sales_number("E.96.IV.13"));
    CHECK(registry.find_sales_number("E.96.IV.13")->parts.size() == 2);
    REQUIRE(registry.title_of("S/RES/1(1946)"));
    CHECK(registry.title_of("S/RES/1(1946)")->title == "Military Staff Committee");
}

TEST_CASE("A user's table is checked row by row, and the good rows are used", "[registry]") {
    struct Row {
        const char* table;
        std::size_t added;
        const char* message;
    };
    const auto row = GENERATE(values<Row>({
        {"id\ttitle\nmy-code\tMy Code of Conduct\n", 1, ""},
        {"id\ttitle\ncrc\tAnother\n", 0, "t.tsv:2:1: error: crc stands twice, expected one row an id"},
        {"id\ttitle\tparent\na-b\tA B\tnobody\n", 1,
         "t.tsv:2:1: error: the parent nobody of a-b is not in the registry"},
        {"id\ttitle\na-b\tA\tB\n", 0, "t.tsv:2:7: error: 3 fields, expected the 2 of the header"},
        {"id\ttitle\nbad id\tA\ngood\tB\n", 1,
         "t.tsv:2:1: error: \"bad id\" is no id, expected letters, digits and hyphens"},
        {"id\ttitle\nmine\tConvention on the rights of the child\n", 1,
         "t.tsv:2:1: error: \"Convention on the rights of the child\" names both crc and mine, expected one "
         "of them or a row in "
         "ambiguous_aliases.tsv"},
        {"name\n", 0,
         "t.tsv:1:1: error: not a table of instruments, expected at least the columns id and title"},
    }));
    CAPTURE(row.table);
    Registry registry;
    const auto before = registry.instruments().size();
    const auto diagnostics = registry.add_table(row.table, "t.tsv");
    CHECK(registry.instruments().size() == before + row.added);
    CHECK((diagnostics.empty() ? "" : to_string(diagnostics.front())) == row.message);
}

TEST_CASE("A short word is the same by its beginning and by the text", "[registry]") {
    constexpr std::string_view text =
        "The States parties’ non-proliferation Treaty, A/RES/55/25 (1996) of 5 July: the café’s naïve "
        "women's "
        "Women’s co- operation in Kunming -Montreal, internationally; Rev.1 and a 2023 – 2033 Ägypten plan x";
    int found = 0;
    for_each_word(text, [&](const WordStart& start) {
        const auto word = short_word(start);
        if (!word.found()) return;
        const auto expected = next_word(text, start.at);
        CAPTURE(text.substr(start.at, 12));
        CHECK(word.begin == expected.begin);
        CHECK(word.end == expected.end);
        CHECK(word.next == expected.next);
        CHECK(word.hash == expected.hash);
        ++found;
    });
    CHECK(found >= 12);
}
