#include "cli/reading.hpp"

#include <xxhash.h>

#include <exception>

#include <fmt/core.h>

#include "inputs/archives.hpp"
#include "inputs/in_order.hpp"

namespace resograph::cli {

namespace {

Diagnostic error(const std::string& file, std::string message) {
    return {Severity::error, file, {}, std::move(message)};
}

void extract_from(const Input& input, const Extractor& extractor, const std::string& format,
                  ReadResult& result) {
    const auto* importer = importer_for(input, format);
    if (!importer) {
        result.diagnostics.push_back(not_recognised(input));
        return;
    }
    auto imported = importer->import(input.bytes, input.name);
    for (auto& document : imported.documents) {
        auto extracted = extractor.extract(document);
        result.documents.push_back({std::move(document), std::move(extracted)});
    }
    result.diagnostics = std::move(imported.diagnostics);
    for (auto& diagnostic : result.diagnostics) {
        if (diagnostic.where.line > 0) diagnostic.where.line += input.line - 1;
    }
    if (result.documents.empty() && result.diagnostics.empty()) {
        result.diagnostics.push_back(
            error(input.name, fmt::format("holds no document ({})", importer->description)));
    }
}

// One input must never end the work on the others: what should not happen is reported as well.
ReadResult read_one(InputSequence::Item&& item, const Extractor& extractor, const Options& options,
                    const IsKnown& is_known) {
    ReadResult result;
    result.file = std::move(item.file);
    result.archive = std::move(item.archive);
    result.ends_archive = item.ends_archive;
    result.part = item.part;
    if (item.ends_archive) return result;
    try {
        const auto read =
            item.read ? std::move(*item.read) : read_file(result.file, options.max_size_mib << 20);
        if (read.diagnostic) result.diagnostics.push_back(*read.diagnostic);
        if (!read.input) return result;
        if (!result.part) result.hash = XXH3_64bits(read.input->bytes.data(), read.input->bytes.size());
        result.known = !result.part && is_known && is_known(result.file.name, result.hash);
        if (!result.known) extract_from(*read.input, extractor, options.input_format, result);
    } catch (const std::bad_alloc&) {
        result.diagnostics.push_back(error(result.file.name, "needs more memory than there is"));
    } catch (const std::exception& failure) {
        result.diagnostics.push_back(
            error(result.file.name, fmt::format("internal error: {}", failure.what())));
    }
    return result;
}

}  // namespace

const Importer* importer_for(const Input& input, const std::string& format) {
    return format.empty() ? recognise(input.bytes) : find_importer(format);
}

Diagnostic not_recognised(const Input& input) {
    return error(input.name, input.bytes.empty()
                                 ? "is empty, expected a document"
                                 : "is in no format that resograph reads (\"resograph formats\" lists them)");
}

Registry load_registry(const Options& options, Messages& messages) {
    Registry registry;
    const auto files = list_files(options.registries);
    messages.report(files.diagnostics);
    for (const auto& file : files.files) {
        const auto read = read_file(file);
        if (read.diagnostic) messages.report(*read.diagnostic);
        if (read.input) messages.report(registry.add_table(read.input->bytes, file.name));
    }
    return registry;
}

DocumentRecord record_of(ExtractedDocument&& from) {
    auto& document = from.document;
    return {std::move(document.file), std::move(document.format), std::move(document.metadata),
            std::move(from.extracted)};
}

void read_files(const std::vector<InputFile>& files, const Extractor& extractor, const Options& options,
                const std::function<void(ReadResult&&)>& consume, const IsKnown& is_known) {
    InputSequence inputs(files, {options.max_size_mib << 20, options.max_members});
    in_order(
        options.jobs, [&] { return inputs.next(); },
        [&](InputSequence::Item&& item) { return read_one(std::move(item), extractor, options, is_known); },
        consume);
}

}  // namespace resograph::cli
