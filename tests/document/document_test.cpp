#include "document/document.hpp"
#include "document/sentences.hpp"

#include <catch2/catch.hpp>

using namespace resograph;

TEST_CASE("A byte offset becomes the line and the code point column a person counts", "[document]") {
    const std::string_view bytes = "ab\n“c”d\n";
    CHECK(position_at(bytes, 0) == Position{1, 1});
    CHECK(position_at(bytes, 1) == Position{1, 2});
    CHECK(position_at(bytes, 3) == Position{2, 1});
    CHECK(position_at(bytes, 10) == Position{2, 4});
    CHECK(position_at(bytes, 999) == Position{3, 1});
}

TEST_CASE("A diagnostic is one harmless line", "[document]") {
    const Diagnostic d{Severity::error, "a\x1b]0;b.xml", {3, 7}, "unexpected\nend"};
    CHECK(to_string(d) == "a\\x1b]0;b.xml:3:7: error: unexpected\\x0aend");
    CHECK(to_string(Diagnostic{Severity::warning, "a.txt", {}, "empty"}) == "a.txt: warning: empty");
}

TEST_CASE("A text offset leads back to the byte it was read from", "[document]") {
    Document document;
    document.text = "one\ntwo";
    document.origins = {{0, 10}, {4, 100}};
    CHECK(file_offset(document, 0) == 10);
    CHECK(file_offset(document, 2) == 12);
    CHECK(file_offset(document, 5) == 101);
}

TEST_CASE("The sentence around some words ends at a semicolon or a full stop", "[document]") {
    Document document;
    document.text = "Recalls the Pact;\nUrges States, under art. 6 of\nthe Protocol, to comply. It goes on";
    document.blocks.push_back({Role::operative, "op1", {0, document.text.size()}, -1, false, ""});
    const auto at = [&](std::string_view words) {
        const auto begin = document.text.find(words);
        return sentence_around(document, {begin, begin + words.size()});
    };
    CHECK(at("Pact") == "Recalls the Pact;");
    CHECK(at("Protocol") == "Urges States, under art. 6 of the Protocol, to comply.");
    CHECK(at("goes") == "It goes on");
    CHECK(sentence_around(document, {0, document.text.size() + 1}).empty());
}
