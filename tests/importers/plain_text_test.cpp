#include <catch2/catch.hpp>

#include "listing.hpp"

using namespace resograph;

namespace {

struct Row {
    const char* text;
    const char* blocks;
};

}  // namespace

TEST_CASE("Paragraphs of plain text get the location that is printed", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"A/RES/1/1\n\n1/1. Title\n\nThe General Assembly,\n\nRecalling A,\n\nNoting B,\n\n1. Decides "
         "C;\n\n2. Requests:\n\n(a) One;\n\n(b) Two:\n\n(i) Three;\n\n(ii) Four.\n",
         "pp1 Recalling A, | pp2 Noting B, | op1 Decides C; | op2 Requests: | op2.a One; | op2.b Two: | "
         "op2.b.i Three; | op2.b.ii Four."},
        {"The Security Council,\n\nRecalling A,\n\nDecides B.\n", "pp1 Recalling A, | op1 Decides B."},
        {"The General Assembly,\n\nRecalling a line\nthat is broken,\n\nDecides.\n",
         "pp1 Recalling a line that is broken, | pp2 Decides."},
        {"The General Assembly,\n\nRecalling the Geneva Con\xC2\xAD\nventions of Non-Self-\nGoverning "
         "Territories,\n",
         "pp1 Recalling the Geneva Conventions of Non-Self-Governing Territories,"},
        {"The General Assembly,\n\nRecalling the corruption and the cor-\nruption of decision-\nmaking,\n",
         "pp1 Recalling the corruption and the corruption of decisionmaking,"},
        {"The General Assembly,\n\nRecalling the decision-making, the corruption, the cor-\nruption of "
         "decision-\nmaking,\n",
         "pp1 Recalling the decision-making, the corruption, the corruption of decision-making,"},
        {"The General Assembly,\n\nRecalling the short-\nterm,\n", "pp1 Recalling the short-term,"},
        {"The General Assembly,\n\n1. Adopts the Plan.\n\nAnnex II\n\n1. First.\n\n(a) Below.\n",
         "op1 Adopts the Plan. | annexII.para_1 First. | annexII.para_1.a Below."},
        {"The General Assembly,\n\n1. Adopts the Plan.\n\nAnnex\nAwaza Plan\n\n1. First.\n",
         "op1 Adopts the Plan. | annex Awaza Plan | annex.para_1 First."},
        {"The General Assembly,\n\n1. Proclaims:\n\nArticle 4\n\n(a) Consider it;\n\n(b) Refrain.\n",
         "op1 Proclaims: | art_4.a Consider it; | art_4.b Refrain."},
        {"The General Assembly,\n\n1. Adopts it.\n\nAnnex\n\nARTICLE IX\n\n1. First.\n\nARTICLE X\n\nThe "
         "question.\n",
         "op1 Adopts it. | annex.art_IX.para_1 First. | annex.art_X The question."},
        {"The General Assembly,\n\nNoting A,\n\nAlso taking note of B,\n\nFurther taking note of C,\n",
         "pp1 Noting A, | pp2 Also taking note of B, | pp3 Further taking note of C,"},
        {"1/1. Title\n\nThe General Assembly,\n\nRecalling A,\n\nII\nFollow-up activities\n\n2. Decides.\n",
         "pp1 Recalling A, | II.op2 Decides."},
        {"1/1. Title\n\nA\n\nThe General Assembly,\n\n2. Decides.\n", "A.op2 Decides."},
        {"The General Assembly,\n\nRecalling the permanent paragraph of the territory, a Per-\nmanent "
         "para-\ngraph of the Terri-\ntory,\n",
         "pp1 Recalling the permanent paragraph of the territory, a Permanent paragraph of the Territory,"},
        {"The General Assembly,\n\nRecalling self-sufficiency, and self-\nsufficiency,\n",
         "pp1 Recalling self-sufficiency, and self-sufficiency,"},
        {"1/1. Title\n\nRecalling A,\n\nNoting B,\n\n1. Decides C.\n",
         "pp1 Recalling A, | pp2 Noting B, | op1 Decides C."},
        {"United Nations A/RES/56/120\n\nGeneral Assembly Distr.: General\n\nThe General "
         "Assembly,\n\nRecalling A,\n",
         "pp1 Recalling A,"},
    }));
    CAPTURE(row.text);
    CHECK(test::import_and_list("text", row.text) == row.blocks);
}

TEST_CASE("Notes leave the text, and their marks stay where they stood", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"The General Assembly,\n\nRecalling the Charter,¹ and\n\n¹ Resolution 1/1.\n\nmore words,\n",
         "pp1 Recalling the Charter, and more words, | fn1 Resolution 1/1."},
        {"The General Assembly,\n\nRecalling the Rights of the Child2 and more,\n\n__________\n\n2 "
         "Resolution 44/25.\n",
         "pp1 Recalling the Rights of the Child and more, | fn2 Resolution 44/25."},
        {"The General Assembly,\n\nRecalling the Covenants, 3 and paragraph 3,\n\n__________\n\n3 Resolution "
         "2200 A (XXI), annex.\n",
         "pp1 Recalling the Covenants, and paragraph 3, | fn3 Resolution 2200 A (XXI), annex."},
        {"The General Assembly,\n\nRecalling the Declaration, 1/\n\n1/ Resolution 217 A (III).\n",
         "pp1 Recalling the Declaration, | fn1 Resolution 217 A (III)."},
        {"The General Assembly,\n\nRecalling the Convention, 1 and more,\n\n__________\n\n1 These include "
         "that of"
         "\n21 November 1947 and\n2 May 1948.\n",
         "pp1 Recalling the Convention, and more, | fn1 These include that of 21 November 1947 and 2 May "
         "1948."},
        {"The General Assembly,\n\nRecalling resolution 48/104 of 2 May,\n",
         "pp1 Recalling resolution 48/104 of 2 May,"},
    }));
    CAPTURE(row.text);
    const auto imported = find_importer("text")->import(row.text, "a.txt");
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    CHECK(test::listed(document) == row.blocks);
    for (const auto& mark : document.marks) {
        REQUIRE(mark.note >= 0);
        CHECK(document.blocks[static_cast<std::size_t>(mark.note)].location == "fn" + mark.label);
    }
}

TEST_CASE("Marks of notes as copies leave them are no words of the text", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"the Treaty on the Non-Proliferation of Nuclear Weapons5 and placement",
         "the Treaty on the Non-Proliferation of Nuclear Weapons and placement"},
        {"the Convention on the Rights of the Child2 and the Optional Protocols thereto3",
         "the Convention on the Rights of the Child and the Optional Protocols thereto"},
        {"the Vienna Declaration and Programme of Action, 4 the United Nations Millennium Declaration 5 and "
         "the outcome document",
         "the Vienna Declaration and Programme of Action, the United Nations Millennium Declaration and the "
         "outcome document"},
        {"the report (S/8560) 6 and the letter", "the report (S/8560) and the letter"},
        {"the Universal Declaration of Human Rights,  1/ the International Covenants on Human Rights  2/ and "
         "more",
         "the Universal Declaration of Human Rights, the International Covenants on Human Rights and more"},
        {"resolution 2005/44 of 19 April 2005, 1 and more", "resolution 2005/44 of 19 April 2005, and more"},
        {"the Republic of the Congo,5 6 and more", "the Republic of the Congo, and more"},
        {"the rights of the child, 1 0F and more 2 1F 2F", "the rights of the child, and more"},
        {"the Convention 3F 4F 5F and article 1F of another", "the Convention and article 1F of another"},
        {"human rights[1]5 and more", "human rights and more"},
        {"the Convention¹ and the Protocol,⁶ and more", "the Convention and the Protocol, and more"},
    }));
    std::string text = "The General Assembly,\n\nRecalling " + std::string(row.text) + ",\n\n__________\n\n";
    for (int n = 1; n <= 6; ++n) text += std::to_string(n) + " Resolution 44/2" + std::to_string(n) + ".\n\n";
    CAPTURE(row.text);
    const auto listed = test::import_and_list("text", text);
    CHECK(listed.substr(0, listed.find(" | ")) == "pp1 Recalling " + std::string(row.blocks) + ",");
}

TEST_CASE("In a draft the other body speaks, and its paragraphs count", "[importers]") {
    const auto imported = find_importer("text")->import(
        "The Economic and Social Council\n\nRecommends to the General Assembly the following draft "
        "resolution:\n\n“The General Assembly,\n\n“Recalling A,\n\n“1. Decides B.”\n",
        "a.txt");
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    CHECK(test::listed(document) ==
          "op1 Recommends to the General Assembly the following draft resolution: | pp1 Recalling A, | op1 "
          "Decides B.");
    CHECK_FALSE(document.blocks[1].draft);
    CHECK(document.blocks.back().draft);
    CHECK(speaker_of(document, document.blocks.back()) == "General Assembly");
}

TEST_CASE("What is no text, or badly encoded, is said", "[importers]") {
    CHECK(recognise("") == nullptr);
    CHECK(recognise(std::string_view("\x7F"
                                     "ELF\0\0\0\0",
                                     8)) == nullptr);
    const auto broken =
        find_importer("text")->import("The General Assembly,\n\nRecalling \xFF the “Charter”,\n", "b.txt");
    REQUIRE(broken.documents.size() == 1);
    REQUIRE(broken.diagnostics.size() == 1);
    CHECK(
        to_string(broken.diagnostics.front()) ==
        "b.txt:3:11: warning: byte 33 is no character of UTF-8, expected valid UTF-8; it is read as U+FFFD");
    CHECK(test::import_and_list("text", "The General Assembly,\n\nRecalling \x93it\x94,\n") ==
          "pp1 Recalling “it”,");
}
