// The list of file formats resograph reads. A new format is one file in this folder and its name in
// formats.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// The documents of one file, and what there is to say about it. A file that cannot be used gives no
// document and at least one error. Import never throws on any bytes and never reads another file.
struct Imported {
    std::vector<Document> documents;
    std::vector<Diagnostic> diagnostics;
};

// What protects from hostile files; the option of the command line that raises each.
struct ImportLimits {
    std::size_t depth = 0;            // of nested elements; 0: what the format bears (--max-depth)
    std::size_t pages = 10'000;       // of a PDF (--max-pages)
    std::size_t growth = 50;          // how many times its size a Word file may unpack to (--max-growth)
    std::uint64_t members = 100'000;  // parts of a Word file (--max-members)

    std::size_t depth_or(std::size_t otherwise) const { return depth > 0 ? depth : otherwise; }
};

// A file format.
struct Importer {
    std::string_view name;         // as typed after --input-format
    std::string_view description;  // one line for `resograph formats`
    std::string_view suffixes;     // ".xml .akn": a hint for people; recognition is by content
    bool (*recognises)(std::string_view bytes);
    Imported (*read)(std::string_view bytes, std::string_view file, const ImportLimits& limits);
    std::string_view record = {};  // the element of which a file has many: it may be imported in parts

    Imported import(std::string_view bytes, std::string_view file, const ImportLimits& limits = {}) const {
        return read(bytes, file, limits);
    }
};

// Every importer, in the order in which they are tried.
std::span<const Importer* const> importers();

// nullptr when no importer has that name.
const Importer* find_importer(std::string_view name);

// The importer for these bytes, by content alone; nullptr for a binary file or an empty one.
const Importer* recognise(std::string_view bytes);

}  // namespace resograph
