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
#include "inputs/archives.hpp"
#include "inputs/in_order.hpp"
#include "inputs/inputs.hpp"
#include "inputs/metadata_table.hpp"
#include "registry/registry.hpp"

namespace resograph::cli {

struct ExtractedDocument {
    Document document;
    Extracted extracted;
};

// What became of one input: a file or a member of an archive.
struct InputResult {
    InputFile file;
    std::uint64_t hash = 0;           // XXH3 of the bytes
    std::string archive;              // that holds the member; "" for a file of its own
    bool ends_archive = false;        // all members of `file` have come; nothing else was read
    std::optional<std::size_t> part;  // from 0, where a file of many records comes in parts
    bool known = false;               // nothing was done, since these very bytes are known
    std::vector<Diagnostic> diagnostics;
};

// With its documents.
struct ReadResult : InputResult {
    std::vector<ExtractedDocument> documents;
};

// What the graph and the store keep of a document.
DocumentRecord record_of(ExtractedDocument&& from);

// The registry of the library and of --registry.
Registry load_registry(const Options& options, Messages& messages);

// The importer of that name, or by the content; nullptr when there is none, and then the result says so.
const Importer* importer_for(const Input& input, const std::string& format, InputResult& result);

ImportLimits limits_of(const Options& options);

// What --metadata says of the documents.
MetadataTable load_metadata(const Options& options, Messages& messages);

// Whether the bytes of a file, given by their hash, need not be extracted again.
using IsKnown = std::function<bool(const std::string& file, std::uint64_t hash)>;

// Reads, imports and extracts the files; consume() gets the results in the order of the files, and
// in that of its members for an archive.
void read_files(const std::vector<InputFile>& files, const Extractor& extractor,
                const MetadataTable& metadata, const Options& options,
                const std::function<void(ReadResult&&)>& consume, const IsKnown& is_known = {});

// The same with other work than extraction on each input; a Result is an InputResult with what comes of it.
// One input never ends the work on the others: what should not happen is reported as well.
void work_on(InputSequence::Item&& item, const Options& options,
             const std::function<void(const Input&)>& work, InputResult& result, const IsKnown& is_known);

template <typename Result>
void for_each_input(const std::vector<InputFile>& files, const Options& options,
                    const std::function<void(const Input&, Result&)>& work,
                    const std::function<void(Result&&)>& consume, const IsKnown& is_known = {}) {
    InputSequence inputs(files, {options.max_size_mib << 20, options.max_members});
    in_order(
        options.jobs, [&] { return inputs.next(); },
        [&](InputSequence::Item&& item) {
            Result result;
            work_on(
                std::move(item), options, [&](const Input& input) { work(input, result); }, result, is_known);
            return result;
        },
        consume);
}

}  // namespace resograph::cli
