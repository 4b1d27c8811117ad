// What libarchive unpacks, within bounds: archives of documents (inputs/) and Word files, which are zips.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace resograph {

struct CloseArchive {
    void operator()(archive* opened) const;
};
using Archive = std::unique_ptr<archive, CloseArchive>;

// The name of an entry as it is stored, with "/" between folders.
std::string entry_name(archive_entry* entry);

// Why libarchive could not go on, in its words.
std::string archive_problem(archive* opened);

// The bytes of one entry. Not more than `limit`, whatever size the entry claims.
struct Unpacked {
    std::string bytes;
    bool too_large = false;
    std::string problem;  // "" when all is well
};
Unpacked unpack(archive* opened, archive_entry* entry, std::uint64_t limit);

// A zip whose bytes are in memory.
class ZipFile {
public:
    ZipFile(std::string_view bytes, std::uint64_t most_entries)
        : bytes_(bytes), most_entries_(most_entries) {}

    bool has(std::string_view name) const;

    // The problem of a part that is not there is "is missing". Names are compared without regard to case.
    Unpacked read(std::string_view name, std::uint64_t limit) const;

private:
    std::string_view bytes_;
    std::uint64_t most_entries_;  // more are not looked through
};

}  // namespace resograph
