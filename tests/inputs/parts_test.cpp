#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "inputs/parts.hpp"

using namespace resograph;

namespace {

struct ScratchFile {
    std::string name = (std::filesystem::temp_directory_path() / "resograph_parts.xml").string();
    ~ScratchFile() { std::filesystem::remove(name); }

    InputFile write(const std::string& bytes) const {
        std::ofstream(name, std::ios::binary) << bytes;
        return {name, bytes.size(), 0};
    }
};

std::string record(int number) {
    return "<m:record>\n<m:datafield tag='191'>" + std::to_string(number) + "</m:datafield>\n</m:record>\n";
}

std::string collection(int records) {
    std::string bytes = "<collection xmlns:m='http://www.loc.gov/MARC21/slim'>\n";
    for (int n = 0; n < records; ++n) bytes += record(n);
    return bytes + "</collection>\n";
}

constexpr std::uint64_t limit = 4096, part_size = 400;

}  // namespace

TEST_CASE("The parts of a file hold whole records, and say where they begin", "[inputs]") {
    const ScratchFile scratch;
    for (int records = 8; records < 60; ++records) {
        CAPTURE(records);
        const auto bytes = collection(records);
        auto parts = PartReader::open(scratch.write(bytes), limit, part_size);
        REQUIRE(parts);
        std::string joined;
        while (const auto read = parts->next()) {
            REQUIRE(read->input);
            CHECK(read->input->line ==
                  1 + static_cast<std::uint32_t>(std::count(joined.begin(), joined.end(), '\n')));
            CHECK(read->input->bytes.size() <= part_size);
            CHECK(read->input->bytes.find("<m:record>") != std::string::npos);
            joined += read->input->bytes;
        }
        CHECK(bytes.starts_with(joined));
        CHECK(bytes.substr(joined.size()).find("record") == std::string::npos);
    }
}

TEST_CASE("A small file, and one that has no records, is read as a whole", "[inputs]") {
    const ScratchFile scratch;
    CHECK_FALSE(PartReader::open(scratch.write(collection(1)), limit, part_size));
    CHECK_FALSE(PartReader::open(scratch.write(std::string(1000, 'x')), limit, part_size));
    CHECK_FALSE(PartReader::open({"no such file", 1000, 0}, limit, part_size));
}

TEST_CASE("A record without end does not fill the memory", "[inputs]") {
    const ScratchFile scratch;
    auto bytes = collection(20);
    bytes.insert(bytes.find("<m:record>", 600), "<m:record>" + std::string(10'000, ' '));
    auto parts = PartReader::open(scratch.write(bytes), limit, part_size);
    REQUIRE(parts);
    std::optional<ReadInput> last;
    while (auto read = parts->next()) last = std::move(read);
    REQUIRE(last);
    REQUIRE(last->diagnostic);
    CHECK(last->diagnostic->message.starts_with("a record is larger than 0 MiB"));
}
