#include <catch2/catch.hpp>

#include "importers/importer.hpp"
#include "importers/text_encoding.hpp"

using namespace resograph;
using namespace std::string_literals;

namespace {

struct Row {
    const char* name;
    std::string bytes;
    const char* text;
    std::size_t warnings;
};

std::string utf16(std::string_view ascii, bool little) {
    std::string bytes;
    for (const char c : ascii) little ? bytes += {c, '\0'} : bytes += {'\0', c};
    return bytes;
}

}  // namespace

TEST_CASE("Every encoding of the field becomes UTF-8", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"UTF-8", "“Recalling” é", "“Recalling” é", 0},
        {"Windows-1252", "\x93Recalling\x94 \xE9", "“Recalling” é", 0},
        {"UTF-16, little end first, marked", "\xFF\xFE" + utf16("Recalling", true), "Recalling", 0},
        {"UTF-16, big end first, marked", "\xFE\xFF" + utf16("Recalling", false), "Recalling", 0},
        {"UTF-16, little end first", utf16("Recalling it", true), "Recalling it", 0},
        {"UTF-16, big end first", utf16("Recalling it", false), "Recalling it", 0},
        {"UTF-16 with a character of two units", "\xFF\xFE\x3D\xD8\x00\xDE"s, "😀", 0},
        {"UTF-16 that ends in the middle", "\xFF\xFE" + utf16("Recalling", true) + "x", "Recalling", 0},
        {"UTF-8 with a stray byte", "“Recalling” \xFF é é", "“Recalling” \uFFFD é é", 1},
    }));
    CAPTURE(row.name);
    const auto decoded = decode_text(row.bytes, "a.txt");
    CHECK(decoded.view == row.text);
    CHECK(decoded.diagnostics.size() == row.warnings);
    CHECK(recognise(row.bytes) == find_importer("text"));
}

TEST_CASE("A binary file is no text of any encoding", "[importers]") {
    CHECK(
        looks_binary("\x7F"
                     "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0"s));
    CHECK(looks_binary(std::string(100, '\0')));
}
