#include "inputs/inputs.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <unordered_set>

#include <fmt/core.h>

#include "inputs/descriptor.hpp"

namespace resograph {

namespace {

namespace fs = std::filesystem;

Diagnostic problem(Severity severity, const std::string& name, std::string message) {
    return {severity, name, {}, std::move(message)};
}

Diagnostic cannot(std::string_view verb, const std::string& name, int error) {
    return problem(Severity::error, name,
                   fmt::format("cannot be {}: {}", verb, std::generic_category().message(error)));
}

std::string_view kind_of(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a named pipe";
    if (S_ISSOCK(mode)) return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    return "not a file";
}

std::string not_a_file(mode_t mode) {
    return fmt::format("is {}, expected a file or a folder (\"-\" reads standard input)", kind_of(mode));
}

std::int64_t modified_ns(const struct stat& status) {
    return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

// Follows links. errno says why there is no status.
std::optional<struct stat> status_of(const std::string& name) {
    struct stat status;
    if (stat(name.c_str(), &status) != 0) return std::nullopt;
    return status;
}

InputFile file_with(const std::string& name, const struct stat& status) {
    return {name, static_cast<std::uint64_t>(status.st_size), modified_ns(status)};
}

class Lister {
public:
    void add(const std::string& path) {
        if (path == "-") return add_file({"-"});
        const auto name = input_name(path);
        const auto status = status_of(name);
        if (!status) return report(cannot("opened", name, errno));
        if (S_ISDIR(status->st_mode)) return add_folder(name);
        if (!S_ISREG(status->st_mode)) {
            return report(problem(Severity::error, name, not_a_file(status->st_mode)));
        }
        add_file(file_with(name, *status));
    }

    InputList take() && { return std::move(list_); }

private:
    void add_folder(const std::string& top) {
        const auto first = list_.files.size();
        const auto met = met_;
        std::vector<std::string> folders{top};
        while (!folders.empty()) {
            const auto folder = std::move(folders.back());
            folders.pop_back();
            for (const auto& name : entries(folder)) add_entry(name, folders);
        }
        const auto begin = list_.files.begin() + static_cast<std::ptrdiff_t>(first);
        std::sort(begin, list_.files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        if (met_ == met) {
            report(problem(Severity::error, top, "holds no files, expected documents"));
        }
    }

    std::vector<std::string> entries(const std::string& folder) {
        std::vector<std::string> names;
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            if (entry->path().filename().native().starts_with('.')) continue;
            names.push_back(input_name(entry->path().string()));
        }
        if (error) report(cannot("listed", folder, error.value()));
        std::sort(names.begin(), names.end());
        return names;
    }

    // An entry of a folder. What is no document by its nature is worth a warning, not an error.
    void add_entry(const std::string& name, std::vector<std::string>& folders) {
        const auto target = status_of(name);
        if (!target) return report(cannot("opened", name, errno));
        if (S_ISREG(target->st_mode)) return add_file(file_with(name, *target));
        if (!S_ISDIR(target->st_mode)) return leave_out(name, kind_of(target->st_mode));
        if (fs::is_symlink(fs::path(name))) return leave_out(name, "a link to a folder");
        folders.push_back(name);
    }

    void add_file(InputFile file) {
        ++met_;
        if (seen_.insert(file.name).second) list_.files.push_back(std::move(file));
    }

    void leave_out(const std::string& name, std::string_view what) {
        report(problem(Severity::warning, name, fmt::format("left out: it is {}", what)));
    }

    void report(Diagnostic diagnostic) {
        ++met_;
        list_.diagnostics.push_back(std::move(diagnostic));
    }

    InputList list_;
    std::unordered_set<std::string> seen_;
    std::size_t met_ = 0;  // files and complaints, also of files named before
};

ReadInput failed(Diagnostic diagnostic) { return {std::nullopt, std::move(diagnostic)}; }

// Reads to the end, whatever size the file claims: it may grow or be a file of /proc.
ReadInput read_all(int descriptor, const InputFile& file, std::uint64_t limit) {
    Input input{file.name, {}};
    std::size_t used = 0;
    input.bytes.resize(std::min(file.size, limit) + 1);
    for (;;) {
        if (used > limit) {
            return failed(
                problem(Severity::error, file.name,
                        fmt::format("is larger than {} MiB (--max-size raises the limit)", limit >> 20)));
        }
        if (used == input.bytes.size()) input.bytes.resize(2 * used + 4096);
        const auto count = read(descriptor, input.bytes.data() + used, input.bytes.size() - used);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(cannot("read", file.name, errno));
        if (count == 0) break;
        used += static_cast<std::size_t>(count);
    }
    input.bytes.resize(used);
    return {std::move(input), std::nullopt};
}

}  // namespace

std::string input_name(const std::string& path) {
    auto name = fs::path(path).lexically_normal().string();
    if (name.size() > 1 && name.back() == '/') name.pop_back();
    return name == "-" ? "./-" : name;
}

InputList list_files(std::span<const std::string> paths) {
    Lister lister;
    for (const auto& path : paths) lister.add(path);
    return std::move(lister).take();
}

ReadInput read_file(const InputFile& file, std::uint64_t limit) {
    if (file.name == "-") return read_all(STDIN_FILENO, file, limit);
    const auto descriptor = open_to_read(file.name);
    if (descriptor.number < 0) return failed(cannot("opened", file.name, errno));
    struct stat status;
    if (fstat(descriptor.number, &status) != 0) return failed(cannot("read", file.name, errno));
    if (!S_ISREG(status.st_mode)) {
        return failed(problem(Severity::error, file.name, not_a_file(status.st_mode)));
    }
    return read_all(descriptor.number, file_with(file.name, status), limit);
}

}  // namespace resograph
