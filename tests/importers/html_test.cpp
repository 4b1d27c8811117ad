#include <catch2/catch.hpp>

#include "listing.hpp"

using namespace resograph;

namespace {

struct Row {
    const char* page;
    const char* blocks;
};

}  // namespace

TEST_CASE("A page reads as it is shown", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"<p>Recalling <b>A</b> &amp; <i>B</i>&nbsp;&ldquo;C&rdquo;,</p>", "pp1 Recalling A & B “C”,"},
        {"<p>Recalling\n   A,<p>Noting B,", "pp1 Recalling A, | pp2 Noting B,"},
        {"Recalling A,<br><br>Noting<br>B,", "pp1 Recalling A, | pp2 Noting B,"},
        {"<ol><li>Decides:<ol type=a><li>One;<li>Two.</ol><li>Requests.</ol>",
         "op1 Decides: | op1.a One; | op1.b Two. | op2 Requests."},
        {"<ol start=5><li>Decides.<li value=9>Requests.</ol>", "op5 Decides. | op9 Requests."},
        {"<p>1. Decides.</p><ul><li>Noting B.</ul>", "op1 Decides. | op1 Noting B."},
        {"<p>Recalling A,<sup><a href=#n1>1</a></sup> and B,<a href=#n2>[2]</a></p><p id=n1>[1] Resolution "
         "1/1.</p><p><a name=n2 href=#back>[2]</a> Resolution 2/2.</p>",
         "pp1 Recalling A, and B, | fn1 Resolution 1/1. | fn2 Resolution 2/2."},
        {"<p>Recalling A,<a href=#n1 id=r1><sup>1</sup></a></p><ol><li id=n1><p>Resolution 1/1. <a "
         "href=#r1>back</a></p></ol>",
         "pp1 Recalling A, | fn1 Resolution 1/1."},
        {"<p>Recalling A,<sup>1</sup></p><p><sup>1</sup> Resolution 1/1.</p>",
         "pp1 Recalling A, | fn1 Resolution 1/1."},
        {"<script>Noting();</script><style>p{}</style><nav>Noting B,</nav><p hidden>Noting "
         "C,</p><p>Recalling "
         "A,</p><footer>Noting D,</footer>",
         "pp1 Recalling A,"},
        {"<table><tr><td>Recalling A,<td>Noting B,</table>", "pp1 Recalling A, | pp2 Noting B,"},
        {"<p>Recalling <b>A,</p></i></div></b><p>Noting <a href=>B,", "pp1 Recalling A, | pp2 Noting B,"},
        {"<p>Recalling &unknown; &#0; < A,", "pp1 Recalling &unknown; < A,"},
    }));
    CAPTURE(row.page);
    CHECK(test::import_and_list("html", "<html><body><p>The General Assembly,</p>" + std::string(row.page)) ==
          row.blocks);
}

TEST_CASE("Only the main part of a page is read, and its links are kept", "[importers]") {
    const auto imported = find_importer("html")->import(
        "<!DOCTYPE html><html lang=fr><body>Noting B,<main><p>The General Assembly,<p>Recalling <a "
        "href='https://undocs.org/A/RES/1/1'>it</a>,</main>Noting C,",
        "a.html");
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    CHECK(test::listed(document) == "pp1 Recalling it,");
    CHECK(document.metadata.language == "fr");
    CHECK(document.metadata.language_from == Origin::document);
    REQUIRE(document.references.size() == 1);
    CHECK(document.references[0].href == "https://undocs.org/A/RES/1/1");
    CHECK(text_of(document, document.references[0].span) == "it");
}

TEST_CASE("A page is recognised by its content", "[importers]") {
    for (const char* page : {"<!doctype html>x", "\n<HTML><p>x", "<div>x</div>"})
        CHECK(recognise(page) == find_importer("html"));
    CHECK(recognise("<akomaNtoso><p>x</p></akomaNtoso>") == find_importer("akn"));
    CHECK(recognise("The <html> element") == find_importer("text"));
}

TEST_CASE("No page is too broken or too deep", "[importers]") {
    std::string deep;
    for (int n = 0; n < 200'000; ++n) deep += "<div><b>";
    const auto imported = find_importer("html")->import("<html>" + deep, "a.html");
    CHECK(imported.documents.empty());
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK(to_string(imported.diagnostics[0]) ==
          "a.html: error: elements nested more than 2000 deep, expected a document (--max-depth raises the "
          "limit)");
}
