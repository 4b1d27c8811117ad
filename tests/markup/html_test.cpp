#include <catch2/catch.hpp>

#include "markup/annotate.hpp"
#include "markup/html.hpp"

using namespace resograph;

namespace {

const Extractor& extractor() {
    static const Registry registry;
    static const Extractor one(registry);
    return one;
}

std::string page(const std::string& text) {
    const auto files = annotate_as_html(*find_importer("text"), text, "x.txt", extractor()).files;
    return files.size() == 1 ? files.front().text : "nothing";
}

bool has(const std::string& html, const std::string& part) { return html.find(part) != std::string::npos; }

constexpr auto resolution =
    "A/RES/60/1\n\nA title\n\nThe General Assembly,\n\n"
    "Recalling the Convention on the Rights of the Child,¹\n\n"
    "1. Recalls paragraph 3 of its resolution 55/25;\n\n(a) An item;\n\n"
    "¹ General Assembly resolution 44/25, annex.\n";

}  // namespace

TEST_CASE("A page links to the official documents and explains each citation", "[markup]") {
    const auto html = page(resolution);
    CHECK(has(html, "<title>A/RES/60/1: A title</title>"));
    CHECK(has(html,
              "<a class=\"ref\" href=\"https://docs.un.org/en/A/RES/44/25\">Convention on the Rights of the "
              "Child"));
    CHECK(has(html, "<i>relation</i>recalls"));
    CHECK(has(html, "<i>place</i>para_3"));
    CHECK(has(html, "<span class=\"number\">1.</span>"));
    CHECK(has(html, "<sup><a href=\"#fn1\" id=\"mark1\">1</a></sup>"));
    CHECK(has(html, "<p id=\"fn1\"><a class=\"back\" href=\"#mark1\">1</a>"));
}

TEST_CASE("No text of a document becomes markup of the page", "[markup]") {
    Document document;
    Extracted extracted;
    const std::string attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&lt;\x01";
    document.file = document.metadata.title = document.metadata.symbol = document.metadata.language = attack;
    document.text = attack + "\n" + attack + "\n";
    document.blocks = {
        {Role::operative, attack, {0, attack.size()}, 0, false, attack},
        {Role::note, "fn" + attack, {attack.size() + 1, 2 * attack.size() + 1}, -1, false, ""}};
    document.speakers = {attack};
    document.marks = {{attack.size(), attack, 1}, {attack.size(), attack, -1}};
    for (const std::string target : {"", "A/RES/\" onload=\"x", "javascript:alert(1)", "name:<b>"}) {
        Citation citation;
        citation.location = citation.text = citation.evidence = citation.footnote = citation.reason = attack;
        citation.symbol = "javascript:alert(1)";
        citation.pinpoints = citation.candidates = {attack};
        citation.target = target;
        citation.span = {extracted.citations.size(), extracted.citations.size() + 1};
        extracted.citations.push_back(citation);
    }
    const auto html = to_html({&document, 1}, {&extracted, 1}, extractor().registry());
    CHECK(!has(html, "<script"));
    CHECK(!has(html, "<img"));
    CHECK(!has(html, "href=\"javascript"));
    CHECK(!has(html, "\x01"));
    CHECK(!has(html, "\" onload"));
    CHECK(has(html, "&lt;script&gt;"));
}
