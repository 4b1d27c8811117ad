// The files that a user names: folders walked, bytes read, work spread over the cores.
//
// What cannot be read is a Diagnostic; nothing here throws on what it finds in a file system.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// A regular file, or "-" for standard input. Nothing is read yet.
struct InputFile {
    std::string name;  // without "./" and "//", so that one file always has one name
    std::uint64_t size = 0;
    std::int64_t modified_ns = 0;

    friend bool operator==(const InputFile&, const InputFile&) = default;
};

struct InputList {
    std::vector<InputFile> files;  // in the order of the paths, each folder sorted by bytes; none twice
    std::vector<Diagnostic> diagnostics;
};

// The name by which a path is known: "a/b" for "./a//b/". "./-" stays, since "-" is standard input.
std::string input_name(const std::string& path);

// The files that the paths stand for. Links to files are followed, links to folders within a folder are
// not (they may lead in a circle), and names that begin with a dot are left out, unless named outright.
InputList list_files(std::span<const std::string> paths);

// The bytes an importer gets: a file, a part of it, or a member of an archive ("archive.zip/member.xml").
struct Input {
    std::string name;
    std::string bytes;
    std::uint32_t line = 1;  // of the file, where the bytes begin
};

struct ReadInput {
    std::optional<Input> input;
    std::optional<Diagnostic> diagnostic;  // why there is no input
};

inline constexpr std::uint64_t default_size_limit = std::uint64_t{256} << 20;

// Never waits: what was a file may be a fifo by now. `limit` is in bytes.
ReadInput read_file(const InputFile& file, std::uint64_t limit = default_size_limit);

}  // namespace resograph
