// The list of file formats resograph reads. A new format is one file in this folder and its name in
// formats.cpp.
#pragma once

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

// A file format.
struct Importer {
    std::string_view name;         // as typed after --input-format
    std::string_view description;  // one line for `resograph formats`
    std::string_view suffixes;     // ".xml .akn": a hint for people; recognition is by content
    bool (*recognises)(std::string_view bytes);
    Imported (*import)(std::string_view bytes, std::string_view file);
    std::string_view record = {};  // the element of which a file has many: it may be imported in parts
};

// Every importer, in the order in which they are tried.
std::span<const Importer* const> importers();

// nullptr when no importer has that name.
const Importer* find_importer(std::string_view name);

// The importer for these bytes, by content alone; nullptr for a binary file or an empty one.
const Importer* recognise(std::string_view bytes);

}  // namespace resograph
