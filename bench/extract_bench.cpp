// What extraction costs, as a ratio to reading the same files and letting pugixml parse them, in one run:
//     extract_bench FILE.xml…
// Both sides take turns; the best of the rounds counts. With --names N the registry gets N invented names
// more.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
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

// Of this thread on a processor, so that other work on the machine counts little.
double cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

template <class Work>
double seconds(Work work) {
    const auto start = cpu_seconds();
    work();
    return cpu_seconds() - start;
}

class Bench {
public:
    Bench(std::vector<const char*> files, const resograph::Extractor& extractor)
        : files_(std::move(files)), extractor_(extractor) {}

    void run(int rounds) {
        for (int round = 0; round < rounds; ++round) {
            bytes_ = citations_ = 0;
            parse_ = std::min(parse_, seconds([&] { parse(); }));
            import_ = std::min(import_, seconds([&] { import(false); }));
            extract_ = std::min(extract_, seconds([&] { import(true); }));
        }
    }

    void print() const {
        fmt::print("{} files, {:.1f} MB, {} citations\n", files_.size(), static_cast<double>(bytes_) / 1e6,
                   citations_);
        const auto line = [&](const char* what, double time) {
            fmt::print("{:22}  {:8.1f} ms  {:5.2f}\n", what, time * 1e3, time / parse_);
        };
        line("read and parse", parse_);
        line("read and import", import_);
        line("read, import, extract", extract_);
    }

private:
    void parse() {
        for (const auto* file : files_) {
            const auto read = read_into(file, buffer_);
            bytes_ += read.size();
            pugi::xml_document document;
            document.load_buffer_inplace(buffer_.data(), read.size(),
                                         pugi::parse_default | pugi::parse_ws_pcdata);
        }
    }

    void import(bool with_extraction) {
        for (const auto* file : files_) {
            const auto read = read_into(file, buffer_);
            const auto* importer = resograph::recognise(read);
            if (!importer) continue;
            const auto imported = importer->import(read, file);
            if (!with_extraction) continue;
            for (const auto& document : imported.documents)
                citations_ += extractor_.extract(document).citations.size();
        }
    }

    std::vector<const char*> files_;
    const resograph::Extractor& extractor_;
    std::vector<char> buffer_ = std::vector<char>(1U << 24);
    std::size_t bytes_ = 0;
    std::size_t citations_ = 0;
    double parse_ = 1e9;
    double import_ = 1e9;
    double extract_ = 1e9;
};

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
    Bench bench(std::move(files), extractor);
    bench.run(rounds);
    bench.print();
}
