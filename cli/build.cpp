#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
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
    files.insert(files.end(), options.metadata.begin(), options.metadata.end());
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

// The archive that holds a member; "" for a file of its own.
std::string archive_of(const std::string& file, const Stamps& stamps) {
    for (auto slash = file.find('/', 1); slash != std::string::npos; slash = file.find('/', slash + 1)) {
        if (auto outer = file.substr(0, slash); stamps.contains(outer)) return outer;
    }
    return "";
}

// Takes the files that vanished from the folders out of the store. A folder that vanished itself may be
// on a disk that is not there today: what was read from it stays.
std::size_t remove_gone(Store& store, const Stamps& stamps, const std::vector<std::string>& paths) {
    std::size_t removed = 0;
    for (const auto& [file, stamp] : stamps) {
        const auto archive = archive_of(file, stamps);
        if (!lies_in_any(file, paths) || !is_gone(archive.empty() ? file : archive)) continue;
        store.remove(file);
        ++removed;
    }
    return removed;
}

// With other rules all files are read again, also those that are not named this time.
InputList files_for(const Options& options, const Stamps& stamps, bool same_rules) {
    auto paths = options.words;
    for (const auto& [file, stamp] : stamps) {
        if (!same_rules && archive_of(file, stamps).empty()) paths.push_back(file);
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

bool has_error(const ReadResult& result) {
    return std::any_of(result.diagnostics.begin(), result.diagnostics.end(),
                       [](const auto& d) { return d.severity == Severity::error; });
}

struct Counts {
    std::size_t read = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
    std::size_t unusable = 0;
};

// Puts what was read into the store, in the order in which it comes.
class Keeper {
public:
    Keeper(Store& store, const Stamps& stored) : store_(store), stored_(stored) {}

    // A file that has become unusable leaves what was stored of it as it was.
    void keep(ReadResult&& result) {
        if (result.ends_archive) return keep_archive(result.file);
        if (result.part) return keep_part(std::move(result));
        if (!result.archive.empty()) {
            members_.insert(result.file.name);
            failed_ = failed_ || has_error(result);
        }
        if (result.known) {
            ++counts.unchanged;
        } else if (result.documents.empty()) {
            counts.unusable += has_error(result);
        } else {
            ++counts.read;
            const auto stamp = stamp_of(result);
            store_.put(stamp, records_of(std::move(result)));
        }
    }

    Counts counts;

private:
    // A file with an error is read, and reported, again each time; so its stamp fits no file.
    static FileStamp stamp_of(const ReadResult& result) {
        if (has_error(result)) return {result.file.name};
        return {result.file.name, result.file.size, result.file.modified_ns, result.hash};
    }

    static std::vector<DocumentRecord> records_of(ReadResult&& result) {
        std::vector<DocumentRecord> records;
        for (auto& document : result.documents) records.push_back(record_of(std::move(document)));
        return records;
    }

    void keep_part(ReadResult&& result) {
        const bool first = result.part == 0;
        part_failed_ = has_error(result) || (part_failed_ && !first);
        const auto& file = result.file;
        const auto stamp =
            part_failed_ ? FileStamp{file.name} : FileStamp{file.name, file.size, file.modified_ns};
        counts.read += first;
        if (first)
            store_.put(stamp, records_of(std::move(result)));
        else
            store_.add(stamp, records_of(std::move(result)));
    }

    // The members that are no longer in the archive go, if all of it could be read.
    void keep_archive(const InputFile& archive) {
        const auto folder = archive.name + '/';
        for (auto next = stored_.lower_bound(folder);
             !failed_ && next != stored_.end() && next->first.starts_with(folder); ++next) {
            if (members_.contains(next->first)) continue;
            store_.remove(next->first);
            ++counts.removed;
        }
        auto stamp =
            failed_ ? FileStamp{archive.name} : FileStamp{archive.name, archive.size, archive.modified_ns};
        store_.put(stamp, {});
        members_.clear();
        failed_ = false;
    }

    Store& store_;
    const Stamps& stored_;
    std::set<std::string> members_;  // of the archive that is being read
    bool failed_ = false;
    bool part_failed_ = false;  // one of the parts of the file that is being read
};

// `stored`: what the store holds; `stamps`: what of it need not be read again.
Counts read_into(Store& store, const std::vector<InputFile>& files, const Stamps& stored,
                 const Stamps& stamps, const Registry& registry, const Options& options, Messages& messages) {
    const Extractor extractor(registry);
    const auto is_known = [&](const std::string& file, std::uint64_t hash) {
        const auto stamp = stamps.find(file);
        return stamp != stamps.end() && stamp->second.hash == hash;
    };
    const auto metadata = load_metadata(options, messages);
    Keeper keeper(store, stored);
    std::size_t done = 0;
    const auto consume = [&](ReadResult&& result) {
        ++done;
        messages.progress("read", done, std::max(done, files.size()));
        messages.report(result.diagnostics);
        keeper.keep(std::move(result));
    };
    read_files(files, extractor, metadata, options, consume, is_known);
    return keeper.counts;
}

}  // namespace

Status build(const Options& options) {
    Messages messages;
    const auto last_build = modified_ns(options.store);
    Store store(options.store, Store::Mode::write);
    store.begin();
    const auto rules = rules_of(options);
    const bool same_rules = store.rules() == rules;
    const auto removed = remove_gone(store, stamps_of(store), options.words);
    const auto stored = stamps_of(store);
    const auto list = files_for(options, stored, same_rules);
    messages.report(list.diagnostics);
    const auto stamps = same_rules ? stored : Stamps{};
    const auto files = perhaps_changed(list.files, stamps, last_build);
    const auto registry = load_registry(options, messages);
    const auto counts = read_into(store, files, stored, stamps, registry, options, messages);
    if (counts.read + removed + counts.removed > 0) store.relink(LearnedNames(store.lessons(), registry));
    store.set_rules(rules);
    store.commit();
    const auto unchanged = list.files.size() - files.size() + counts.unchanged;
    messages.say(fmt::format("{}: {} files read, {} unchanged, {} removed, {} unusable", options.store,
                             counts.read, unchanged, removed + counts.removed, counts.unusable));
    return messages.status(counts.read + unchanged);
}

}  // namespace resograph::cli
