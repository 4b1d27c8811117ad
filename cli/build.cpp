#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <string_view>

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "graph/store.hpp"

namespace resograph::cli {

namespace {

using Stamps = std::map<std::string, FileStamp>;

// What a stored citation depends on besides its document: this very program, its tables among it, and the
// tables of the user.
std::string rules_of(const Options& options) {
    std::string rules = RESOGRAPH_VERSION;
    auto files = options.registries;
    files.insert(files.begin(), "/proc/self/exe");
    for (const auto& file : files) {
        const auto read = read_file({file});
        if (read.input)
            rules += fmt::format(" {:016x}", XXH3_64bits(read.input->bytes.data(), read.input->bytes.size()));
    }
    return rules;
}

// When a file was written less than this before the store, the same time can stand for other bytes.
constexpr std::int64_t clock_grain_ns = 2'000'000'000;

std::int64_t modified_ns(const std::string& file) {
    struct stat status;
    if (stat(file.c_str(), &status) != 0) return 0;
    return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

bool is_folder(const std::string& path) {
    struct stat status;
    return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_gone(const std::string& file) {
    struct stat status;
    return stat(file.c_str(), &status) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

bool lies_in(std::string_view file, const std::string& folder) {
    if (folder == ".") return !file.starts_with('/') && !file.starts_with("../");
    return file.starts_with(folder.ends_with('/') ? folder : folder + '/');
}

bool lies_in_any(const std::string& file, const std::vector<std::string>& paths) {
    return std::any_of(paths.begin(), paths.end(),
                       [&](const auto& path) { return is_folder(path) && lies_in(file, input_name(path)); });
}

// Takes the files that vanished from the folders out of the store. A folder that vanished itself may be
// on a disk that is not there today: what was read from it stays.
std::size_t remove_gone(Store& store, const std::vector<std::string>& paths) {
    std::size_t removed = 0;
    for (const auto& stamp : store.files()) {
        if (!lies_in_any(stamp.file, paths) || !is_gone(stamp.file)) continue;
        store.remove(stamp.file);
        ++removed;
    }
    return removed;
}

// With other rules all files are read again, also those that are not named this time.
InputList files_for(const Options& options, const Store& store, bool same_rules) {
    auto paths = options.words;
    if (!same_rules) {
        for (const auto& stamp : store.files()) paths.push_back(stamp.file);
    }
    return list_files(paths);
}

Stamps stamps_of(const Store& store) {
    Stamps stamps;
    for (auto& stamp : store.files()) stamps.emplace(stamp.file, stamp);
    return stamps;
}

// The files that are not surely as they were: of another size or time, or written so shortly before the
// last build that the same time may stand for other bytes.
std::vector<InputFile> perhaps_changed(const std::vector<InputFile>& files, const Stamps& stamps,
                                       std::int64_t last_build) {
    std::vector<InputFile> result;
    for (const auto& file : files) {
        const auto stamp = stamps.find(file.name);
        const bool same = stamp != stamps.end() && stamp->second.size == file.size &&
                          stamp->second.modified_ns == file.modified_ns &&
                          file.modified_ns < last_build - clock_grain_ns;
        if (!same) result.push_back(file);
    }
    return result;
}

// A file with an error is read, and reported, again each time; so its stamp fits no file.
FileStamp stamp_of(const ReadResult& result) {
    const bool failed = std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                                    [](const auto& d) { return d.severity == Severity::error; });
    if (failed) return {result.file.name};
    return {result.file.name, result.file.size, result.file.modified_ns, result.hash};
}

struct Counts {
    std::size_t read = 0;
    std::size_t unchanged = 0;
    std::size_t unusable = 0;
};

// A file that has become unusable leaves what was stored of it as it was.
void keep(Store& store, ReadResult&& result, Counts& counts) {
    if (result.known) {
        ++counts.unchanged;
        return;
    }
    if (result.documents.empty()) {
        ++counts.unusable;
        return;
    }
    ++counts.read;
    const auto stamp = stamp_of(result);
    std::vector<DocumentRecord> records;
    for (auto& document : result.documents) records.push_back(record_of(std::move(document)));
    store.put(stamp, records);
}

Counts read_into(Store& store, const std::vector<InputFile>& files, const Stamps& stamps,
                 const Options& options, Messages& messages) {
    const auto registry = load_registry(options, messages);
    const Extractor extractor(registry);
    const auto is_known = [&](const std::string& file, std::uint64_t hash) {
        const auto stamp = stamps.find(file);
        return stamp != stamps.end() && stamp->second.hash == hash;
    };
    Counts counts;
    std::size_t done = 0;
    const auto consume = [&](ReadResult&& result) {
        messages.progress("read", ++done, files.size());
        messages.report(result.diagnostics);
        keep(store, std::move(result), counts);
    };
    read_files(files, extractor, options, consume, is_known);
    return counts;
}

}  // namespace

Status build(const Options& options) {
    Messages messages;
    const auto last_build = modified_ns(options.store);
    Store store(options.store, Store::Mode::write);
    store.begin();
    const auto rules = rules_of(options);
    const bool same_rules = store.rules() == rules;
    const auto removed = remove_gone(store, options.words);
    const auto list = files_for(options, store, same_rules);
    messages.report(list.diagnostics);
    const auto stamps = same_rules ? stamps_of(store) : Stamps{};
    const auto files = perhaps_changed(list.files, stamps, last_build);
    const auto counts = read_into(store, files, stamps, options, messages);
    store.set_rules(rules);
    store.commit();
    const auto unchanged = list.files.size() - files.size() + counts.unchanged;
    messages.say(fmt::format("{}: {} files read, {} unchanged, {} removed, {} unusable", options.store,
                             counts.read, unchanged, removed, counts.unusable));
    return messages.status(counts.read + unchanged);
}

}  // namespace resograph::cli
