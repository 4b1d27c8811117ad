// Every document of samples/ and, where it is there, of ../shared/corpus: marked up it is valid, gives the
// same citations, and does not change when it is marked up again.
#include <sys/wait.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "markup/annotate.hpp"
#include "round_trip.hpp"

using namespace resograph;
namespace fs = std::filesystem;

namespace {

fs::path shared() {
    const auto* named = std::getenv("RESOGRAPH_SHARED");
    return named ? fs::path(named) : fs::path(RESOGRAPH_SOURCE_DIR).parent_path() / "shared";
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<fs::path> every_file() {
    auto files = files_in(fs::path(RESOGRAPH_SOURCE_DIR) / "samples");
    std::erase_if(files, [](const fs::path& file) { return file.filename() == "README.md"; });
    for (const auto* folder : {"akn", "akn-other", "text", "layout", "security-council"}) {
        const auto more = files_in(shared() / "corpus" / folder);
        files.insert(files.end(), more.begin(), more.end());
    }
    return files;
}

// The files that the schema refuses.
std::vector<std::string> invalid(const std::vector<fs::path>& files, const fs::path& folder) {
    const auto list = folder / "list", report = folder / "report";
    std::ofstream(list) << [&] {
        std::string names;
        for (const auto& file : files) names += file.string() + "\n";
        return names;
    }();
    const auto schema = shared() / "schema/akomantoso30.xsd";
    const auto command = fmt::format("xargs xmllint --noout --nonet --schema {} < {} > {} 2>&1",
                                     schema.string(), list.string(), report.string());
    (void)!std::system(command.c_str());
    std::vector<std::string> refused;
    std::ifstream in(report);
    const std::string fails = " fails to validate";
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with(fails))
            refused.push_back(fs::path(line.substr(0, line.size() - fails.size())).filename().string());
    }
    std::sort(refused.begin(), refused.end());
    return refused;
}

class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "resograph-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    fs::path path;
};

}  // namespace

TEST_CASE("A marked-up document is valid, gives the same citations, and stays as it is", "[markup]") {
    const Registry registry;
    const Extractor extractor(registry);
    const Folder folder;
    std::vector<fs::path> before, after;
    std::size_t citations = 0, references = 0;
    const auto files = every_file();
    for (const auto& file : files) {
        CAPTURE(file.string());
        const auto bytes = bytes_of(file);
        const auto* importer = recognise(bytes);
        REQUIRE(importer);
        const auto annotated = annotate(*importer, bytes, file.string(), extractor);
        if (annotated.files.empty()) {
            CHECK(std::any_of(annotated.diagnostics.begin(), annotated.diagnostics.end(),
                              [](const Diagnostic& d) { return d.severity == Severity::error; }));
            continue;
        }
        REQUIRE(annotated.files.size() == 1);
        const auto& text = annotated.files.front().text;
        const auto expected = citations_in(bytes, file.string(), extractor);
        const auto found = citations_in(text, file.string(), extractor);
        CHECK(found == expected);
        citations += expected.size();
        for (auto at = text.find("ref eId="); at != std::string::npos; at = text.find("ref eId=", at + 1))
            ++references;
        const auto again = annotate(*recognise(text), text, file.string(), extractor);
        REQUIRE(again.files.size() == 1);
        CHECK(again.files.front().text == text);
        after.push_back(folder.path / file.filename());
        std::ofstream(after.back(), std::ios::binary) << text;
        if (importer->name == "akn") before.push_back(file);
    }
    CHECK(files.size() > 5);
    if (!fs::exists(shared() / "schema")) {
        WARN("no schema in " << shared() << ": nothing is validated, and only samples/ are read");
        return;
    }
    // Two files break the schema before they are marked up, by an eId that stands twice, and three are of an
    // older version.
    CHECK(invalid(after, folder.path) == invalid(before, folder.path));
    std::cerr << files.size() << " documents, " << citations << " citations, " << references
              << " references\n";
}
