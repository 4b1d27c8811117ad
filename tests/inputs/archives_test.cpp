#include "inputs/archives.hpp"

#include <catch2/catch.hpp>

#include "../importers/zip_bytes.hpp"

using namespace resograph;

namespace {

// "member: bytes" or "error: …" of all members.
std::vector<std::string> listed(const std::string& bytes, ArchiveLimits limits = {}) {
    const Input input{"a.zip", bytes};
    auto reader = ArchiveReader::open(input, limits);
    if (!reader) return {"no archive"};
    std::vector<std::string> result;
    while (const auto member = reader->next()) {
        result.push_back(member->read.input ? member->file.name + ": " + member->read.input->bytes
                                            : to_string(*member->read.diagnostic));
    }
    return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("The members of an archive come one by one, with its name", "[inputs]") {
    CHECK(
        listed(test::zip_of({{"b.txt", "B"}, {"./d/a.txt", "A"}, {"__MACOSX/x", "x"}, {"d/.hidden", "x"}})) ==
        Strings{"a.zip/b.txt: B", "a.zip/d/a.txt: A"});
}

TEST_CASE("What is one document is no archive", "[inputs]") {
    CHECK(listed(test::zip_of({{"[Content_Types].xml", ""}, {"word/document.xml", ""}})) ==
          Strings{"no archive"});
    CHECK(listed(test::zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}})) ==
          Strings{"no archive"});
    CHECK(listed("plain text") == Strings{"no archive"});
}

TEST_CASE("A damaged member costs itself alone", "[inputs]") {
    auto bytes = test::zip_of({{"1.txt", std::string(500, 'x') + "1"}, {"2.txt", "two"}, {"3.txt", "three"}});
    bytes[bytes.find("1.txt") + 30] ^= 0x55;
    const auto members = listed(bytes);
    REQUIRE(members.size() == 3);
    CHECK_THAT(members[0], Catch::StartsWith("a.zip/1.txt: error: cannot be unpacked: "));
    CHECK(members[1] == "a.zip/2.txt: two");
    CHECK(members[2] == "a.zip/3.txt: three");
}

TEST_CASE("An archive within an archive is named", "[inputs]") {
    const auto inner = test::zip_of({{"a.txt", "A"}});
    CHECK(listed(test::zip_of({{"inner.zip", inner}, {"b.txt", "B"}})) ==
          Strings{"a.zip/inner.zip: error: is an archive within an archive, expected documents; unpack the "
                  "outer one",
                  "a.zip/b.txt: B"});
}

TEST_CASE("What exceeds a limit is named with the option that raises it", "[inputs]") {
    const std::string mebibyte(std::size_t{1} << 20, 'x');
    CHECK(listed(test::zip_of({{"1.txt", mebibyte + mebibyte}, {"2.txt", "two"}}), {1 << 20, 10}) ==
          Strings{"a.zip/1.txt: error: is larger than 1 MiB (--max-size raises the limit)",
                  "a.zip/2.txt: two"});
    CHECK(listed(test::zip_of({{"1.txt", "1"}, {"2.txt", "2"}, {"3.txt", "3"}}), {1 << 20, 2}) ==
          Strings{"a.zip/1.txt: 1", "a.zip/2.txt: 2",
                  "a.zip: error: holds more than 2 members, the rest is left out (--max-members raises the "
                  "limit)"});
    test::Parts bomb;
    for (int n = 0; n < 4; ++n) bomb.emplace_back(std::to_string(n), mebibyte);
    const auto members = listed(test::zip_of(bomb), {1 << 20, 10});
    CHECK(members.back() ==
          "a.zip: error: unpacks to more than 200 times its size and more than 1 MiB, the rest is left out "
          "(--max-size "
          "raises the limit)");
}
