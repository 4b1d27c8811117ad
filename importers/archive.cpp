#include "importers/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <fmt/format.h>

#include <algorithm>

namespace resograph {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

Archive open_zip(std::string_view bytes) {
    Archive opened(archive_read_new());
    archive_read_support_format_zip(opened.get());
    if (archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) opened.reset();
    return opened;
}

// Goes to the entry of that name; nullptr if there is none. `problem` says why the search ended early.
archive_entry* find_entry(archive* opened, std::string_view name, std::uint64_t most, std::string& problem) {
    for (std::uint64_t n = 0; n < most; ++n) {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(opened, &entry);
        if (result == ARCHIVE_EOF) return nullptr;
        if (result < ARCHIVE_WARN) {
            problem = archive_problem(opened);
            return nullptr;
        }
        if (same_name(entry_name(entry), name)) return entry;
    }
    problem =
        fmt::format("has more than {} entries, expected some dozens (--max-members raises the limit)", most);
    return nullptr;
}

}  // namespace

void CloseArchive::operator()(archive* opened) const { archive_read_free(opened); }

std::string entry_name(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (!name) name = archive_entry_pathname(entry);
    std::string result(name ? name : "");
    std::replace(result.begin(), result.end(), '\\', '/');
    return result;
}

std::string archive_problem(archive* opened) {
    const char* words = archive_error_string(opened);
    return words ? words : "unknown";
}

Unpacked unpack(archive* opened, archive_entry* entry, std::uint64_t limit) {
    Unpacked result;
    if (archive_entry_is_encrypted(entry)) {
        result.problem = "is encrypted, expected a file without a password";
        return result;
    }
    constexpr std::size_t chunk = 1 << 16;
    std::size_t used = 0;
    if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > 0) {
        const auto claimed = static_cast<std::uint64_t>(archive_entry_size(entry));
        result.bytes.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(claimed, 16 * chunk)) + chunk);
    }
    for (;;) {
        result.bytes.resize(used + chunk);
        const auto count = archive_read_data(opened, result.bytes.data() + used, chunk);
        if (count == ARCHIVE_RETRY) continue;
        if (count < 0) result.problem = "cannot be unpacked: " + archive_problem(opened);
        if (count <= 0) break;
        used += static_cast<std::size_t>(count);
        result.too_large = used > limit;
        if (result.too_large) break;
    }
    result.bytes.resize(result.too_large ? 0 : used);
    return result;
}

bool ZipFile::has(std::string_view name) const {
    const auto opened = open_zip(bytes_);
    std::string problem;
    return opened && find_entry(opened.get(), name, most_entries_, problem) != nullptr;
}

Unpacked ZipFile::read(std::string_view name, std::uint64_t limit) const {
    const auto opened = open_zip(bytes_);
    if (!opened) return {"", false, "is in a damaged zip file"};
    std::string problem;
    auto* entry = find_entry(opened.get(), name, most_entries_, problem);
    if (entry) return unpack(opened.get(), entry, limit);
    return {"", false, problem.empty() ? "is missing" : "cannot be found: " + problem};
}

}  // namespace resograph
