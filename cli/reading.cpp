#include "cli/reading.hpp"

#include <xxhash.h>

#include <exception>

#include <fmt/core.h>

namespace resograph::cli {

namespace {

Diagnostic error(const std::string& file, std::string message) {
    return {Severity::error, file, {}, std::move(message)};
}

void extract_from(const Input& input, const Extractor& extractor, const Options& options,
                  const MetadataTable& metadata, ReadResult& result) {
    const auto* importer = importer_for(input, options.input_format, result);
    if (!importer) return;
    auto imported = importer->import(input.bytes, input.name, limits_of(options));
    for (auto& document : imported.documents) {
        metadata.complete(document);
        auto extracted = extractor.extract(document);
        result.documents.push_back({std::move(document), std::move(extracted)});
    }
    result.diagnostics = std::move(imported.diagnostics);
    if (result.documents.empty() && result.diagnostics.empty()) {
        result.diagnostics.push_back(
            error(input.name, fmt::format("holds no document ({})", importer->description)));
    }
}

// Reads the tables that the user gave, and reports what is wrong with them.
template <typename Add>
void for_each_table(const std::vector<std::string>& paths, Messages& messages, Add add) {
    const auto files = list_files(paths);
    messages.report(files.diagnostics);
    for (const auto& file : files.files) {
        const auto read = read_file(file);
        if (read.diagnostic) messages.report(*read.diagnostic);
        if (read.input) messages.report(add(read.input->bytes, file.name));
    }
}

}  // namespace

const Importer* importer_for(const Input& input, const std::string& format, InputResult& result) {
    const auto* importer = format.empty() ? recognise(input.bytes) : find_importer(format);
    if (!importer) {
        result.diagnostics.push_back(error(
            input.name, input.bytes.empty()
                            ? "is empty, expected a document"
                            : "is in no format that resograph reads (\"resograph formats\" lists them)"));
    }
    return importer;
}

ImportLimits limits_of(const Options& options) {
    return {options.max_depth, options.max_pages, options.max_growth, options.max_members};
}

Registry load_registry(const Options& options, Messages& messages) {
    Registry registry;
    for_each_table(options.registries, messages, [&](std::string_view bytes, const std::string& file) {
        return registry.add_table(bytes, file);
    });
    return registry;
}

MetadataTable load_metadata(const Options& options, Messages& messages) {
    MetadataTable table;
    for_each_table(options.metadata, messages,
                   [&](std::string_view bytes, const std::string& file) { return table.add(bytes, file); });
    return table;
}

DocumentRecord record_of(ExtractedDocument&& from) {
    auto& document = from.document;
    return {std::move(document.file), std::move(document.format), std::move(document.metadata),
            std::move(from.extracted)};
}

void work_on(InputSequence::Item&& item, const Options& options,
             const std::function<void(const Input&)>& work, InputResult& result, const IsKnown& is_known) {
    result.file = std::move(item.file);
    result.archive = std::move(item.archive);
    result.ends_archive = item.ends_archive;
    result.part = item.part;
    if (item.ends_archive) return;
    try {
        const auto read =
            item.read ? std::move(*item.read) : read_file(result.file, options.max_size_mib << 20);
        if (read.diagnostic) result.diagnostics.push_back(*read.diagnostic);
        if (!read.input) return;
        if (!result.part) result.hash = XXH3_64bits(read.input->bytes.data(), read.input->bytes.size());
        result.known = !result.part && is_known && is_known(result.file.name, result.hash);
        if (result.known) return;
        work(*read.input);
        for (auto& diagnostic : result.diagnostics) {
            if (diagnostic.where.line > 0) diagnostic.where.line += read.input->line - 1;
        }
    } catch (const std::bad_alloc&) {
        result.diagnostics.push_back(error(result.file.name, "needs more memory than there is"));
    } catch (const std::exception& failure) {
        result.diagnostics.push_back(
            error(result.file.name, fmt::format("internal error: {}", failure.what())));
    }
}

void read_files(const std::vector<InputFile>& files, const Extractor& extractor,
                const MetadataTable& metadata, const Options& options,
                const std::function<void(ReadResult&&)>& consume, const IsKnown& is_known) {
    for_each_input<ReadResult>(
        files, options,
        [&](const Input& input, ReadResult& result) {
            extract_from(input, extractor, options, metadata, result);
        },
        consume, is_known);
}

}  // namespace resograph::cli
