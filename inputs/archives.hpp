// Zip, tar, tar.gz, tar.zst: the documents in an archive, one after the other. An archive is never held in
// memory, and nothing of it is written to a disk.
#pragma once

#include <memory>
#include <optional>

#include "inputs/inputs.hpp"
#include "inputs/parts.hpp"

namespace resograph {

struct ArchiveLimits {
    std::uint64_t member_size = default_size_limit;  // in bytes, unpacked
    std::uint64_t members = 100'000;
};

// The members of one archive.
class ArchiveReader {
public:
    // nullopt when the file is no archive of documents: a Word file is a zip, but a document.
    static std::optional<ArchiveReader> open(const InputFile& file, const ArchiveLimits& limits);

    // The same for bytes in memory, which must live as long as the reader.
    static std::optional<ArchiveReader> open(const Input& archive, const ArchiveLimits& limits);

    ArchiveReader(ArchiveReader&&) noexcept;
    ArchiveReader& operator=(ArchiveReader&&) noexcept;
    ~ArchiveReader();

    // A member "archive.zip/folder/member.xml", or why there is none; nullopt at the end. A member that is
    // damaged costs nothing but itself.
    struct Member {
        InputFile file;
        ReadInput read;
    };
    std::optional<Member> next();

private:
    struct State;
    explicit ArchiveReader(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

// The files and, in the place of each archive, its members; a file of many records in parts.
class InputSequence {
public:
    InputSequence(const std::vector<InputFile>& files, const ArchiveLimits& limits)
        : files_(files), limits_(limits) {}

    struct Item {
        InputFile file;
        std::optional<ReadInput> read;         // a plain file is read later, on any thread
        std::string archive = "";              // that holds the member; "" for a file of its own
        bool ends_archive = false;             // all members of the archive `file` have come
        std::optional<std::size_t> part = {};  // from 0, where the file comes in parts
    };
    std::optional<Item> next();

private:
    std::optional<Item> next_member();
    std::optional<Item> next_part();
    std::optional<Item> next_file();

    const std::vector<InputFile>& files_;
    ArchiveLimits limits_;
    std::size_t place_ = 0;
    InputFile archive_;
    std::optional<Input> in_memory_;  // of standard input
    std::optional<ArchiveReader> reader_;
    std::optional<PartReader> parts_;
    std::size_t part_ = 0;
};

}  // namespace resograph
