// What extraction costs, as a ratio to reading the same files and letting pugixml parse them, in one run:
//     extract_bench FILE.xml…
// Both sides take turns; the best of the rounds counts. With --names N the registry gets N invented names
// more.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>
#include <pugixml.hpp>

#include "citations/extract.hpp"
#include "importers/importer.hpp"

namespace {

using Clock = std::chrono::steady_clock;

// Reads a file into the buffer, which keeps its size from file to file.
std::string_view read_into(const char* file, std::vector<char>& buffer) {
    const int descriptor = open(file, O_RDONLY);
    if (descriptor < 0) return {};
    const auto count = read(descriptor, buffer.data(), buffer.size());
    close(descriptor);
    return {buffer.data(), count < 0 ? 0 : static_cast<std::size_t>(count)};
}

// Names that no document has, but that begin as names do.
std::string invented_names(int count) {
    std::string table = "id\ttitle\n";
    for (int i = 0; i < count; ++i) {
        table += fmt::format("invented-{}\tConvention on the {} Protection of {} Matters of {}\n", i,
                             i * 7919 % 10007, i * 104729 % 10009, i);
    }
    return table;
}

template <class Work>
double seconds(Work work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<const char*> files(argv + 1, argv + argc);
    resograph::Registry registry;
    if (files.size() > 2 && std::string_view(files[0]) == "--names") {
        registry.add_table(invented_names(std::atoi(files[1])), "invented.tsv");
        files.erase(files.begin(), files.begin() + 2);
    }
    const resograph::Extractor extractor(registry);
    constexpr int rounds = 7;
    double parse = 1e9, import = 1e9, extract = 1e9;
    std::size_t bytes = 0, citations = 0, nodes = 0;
    for (int round = 0; round < rounds; ++round) {
        std::vector<char> buffer(1U << 24);
        bytes = citations = 0;
        parse = std::min(parse, seconds([&] {
                             for (const auto* file : files) {
                                 const auto read = read_into(file, buffer);
                                 bytes += read.size();
                                 pugi::xml_document document;
                                 document.load_buffer_inplace(buffer.data(), read.size(),
                                                              pugi::parse_default | pugi::parse_ws_pcdata);
                                 nodes += !document.document_element().empty();
                             }
                         }));
        const auto run = [&](bool with_extraction) {
            for (const auto* file : files) {
                const auto read = read_into(file, buffer);
                const auto* importer = resograph::recognise(read);
                if (!importer) continue;
                const auto imported = importer->import(read, file);
                if (!with_extraction) continue;
                for (const auto& document : imported.documents)
                    citations += extractor.extract(document).citations.size();
            }
        };
        import = std::min(import, seconds([&] { run(false);
    }));
    extract = std::min(extract, seconds([&] { run(true); }));
}
fmt::print("{} files, {:.1f} MB, {} citations\n", files.size(), static_cast<double>(bytes) / 1e6, citations);
fmt::print("read and parse          {:8.1f} ms  1.00\n", parse * 1e3);
fmt::print("read and import         {:8.1f} ms  {:.2f}\n", import * 1e3, import / parse);
fmt::print("read, import, extract   {:8.1f} ms  {:.2f}\n", extract * 1e3, extract / parse);
return nodes == 0;
}
