// From paths to citations: files listed, read, imported and extracted, on several threads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "citations/extract.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "graph/assemble.hpp"
#include "importers/importer.hpp"
#include "inputs/inputs.hpp"
#include "inputs/metadata_table.hpp"
#include "registry/registry.hpp"

namespace resograph::cli {

struct ExtractedDocument {
    Document document;
    Extracted extracted;
};

// What became of one input: a file or a member of an archive.
struct ReadResult {
    InputFile file;
    std::uint64_t hash = 0;           // XXH3 of the bytes
    std::string archive;              // that holds the member; "" for a file of its own
    bool ends_archive = false;        // all members of `file` have come; nothing else was read
    std::optional<std::size_t> part;  // from 0, where a file of many records comes in parts
    bool known = false;               // nothing was extracted, since these very bytes are known
    std::vector<ExtractedDocument> documents;
    std::vector<Diagnostic> diagnostics;
};

// What the graph and the store keep of a document.
DocumentRecord record_of(ExtractedDocument&& from);

// The registry of the library and of --registry.
Registry load_registry(const Options& options, Messages& messages);

// By name, or by the content; nullptr when there is none, and then what to say of it.
const Importer* importer_for(const Input& input, const std::string& format);
Diagnostic not_recognised(const Input& input);

// What --metadata says of the documents.
MetadataTable load_metadata(const Options& options, Messages& messages);

// Whether the bytes of a file, given by their hash, need not be extracted again.
using IsKnown = std::function<bool(const std::string& file, std::uint64_t hash)>;

// Reads, imports and extracts the files; consume() gets the results in the order of the files, and
// in that of its members for an archive.
void read_files(const std::vector<InputFile>& files, const Extractor& extractor,
                const MetadataTable& metadata, const Options& options,
                const std::function<void(ReadResult&&)>& consume, const IsKnown& is_known = {});

}  // namespace resograph::cli
