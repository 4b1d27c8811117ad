// Every format against a file that was looked at: golden/NAME for the graph as it is, golden/merged/NAME
// with parallel edges folded. With ACCEPT_GOLDEN in the environment the files are written anew.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "exporters/exporter.hpp"
#include "sample_graph.hpp"

using namespace resograph;

namespace {

std::string written(Exporter::Write write, const CitationGraph& graph, bool merge) {
    std::ostringstream out;
    write(graph, {merge}, out);
    return out.str();
}

void check_golden(const std::filesystem::path& name, const std::string& bytes) {
    const auto file = std::filesystem::path(RESOGRAPH_SOURCE_DIR) / "tests/exporters/golden" / name;
    CAPTURE(file);
    if (std::getenv("ACCEPT_GOLDEN")) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in);
    const std::string golden{std::istreambuf_iterator<char>(in), {}};
    CHECK(bytes == golden);
}

}  // namespace

TEST_CASE("Every format writes the small graph as it is in its golden file", "[golden]") {
    const auto graph = test::small_graph();
    for (const auto* exporter : exporters()) {
        for (const bool merge : {false, true}) {
            const std::filesystem::path folder = merge ? "merged" : ".";
            const auto name = "small" + std::string(exporter->suffix);
            if (!exporter->write_edges) {
                check_golden(folder / name, written(exporter->write, graph, merge));
                continue;
            }
            const auto files = table_files(name);
            check_golden(folder / files.nodes, written(exporter->write, graph, merge));
            check_golden(folder / files.edges, written(exporter->write_edges, graph, merge));
        }
    }
}

TEST_CASE("An empty graph is a valid file in every format", "[golden]") {
    const CitationGraph empty;
    for (const auto* exporter : exporters()) {
        CAPTURE(exporter->name);
        CHECK(!written(exporter->write, empty, false).empty());
    }
}

TEST_CASE("A full disk is seen in the stream", "[golden]") {
    std::ofstream full("/dev/full", std::ios::binary);
    if (!full) {
        WARN("skipped: there is no /dev/full");
        return;
    }
    find_exporter("graphml")->write(test::small_graph(), {}, full);
    full.flush();
    CHECK(!full);
}
