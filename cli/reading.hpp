// From paths to citations: files listed, read, imported and extracted, on several threads.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "citations/extract.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "importers/importer.hpp"
#include "inputs/inputs.hpp"
#include "registry/registry.hpp"

namespace resograph::cli {

struct ExtractedDocument {
    Document document;
    Extracted extracted;
};

// What became of one input.
struct ReadResult {
    InputFile file;
    std::uint64_t hash = 0;  // XXH3 of the bytes
    std::vector<ExtractedDocument> documents;
    std::vector<Diagnostic> diagnostics;
};

// The registry of the library and of --registry.
Registry load_registry(const Options& options, Messages& messages);

// Reads, imports and extracts the files; consume() gets the results in the order of the files.
void read_files(const std::vector<InputFile>& files, const Extractor& extractor, const Options& options,
                const std::function<void(ReadResult&&)>& consume);

}  // namespace resograph::cli
