#include "markup/annotate.hpp"

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/reading.hpp"

namespace resograph::cli {

namespace {

// By --format, else by the name of the file.
bool is_html(const Options& options) {
    if (!options.format.empty()) return options.format == "html";
    return options.output.ends_with(".html") || options.output.ends_with(".htm");
}

// Nothing when there is no importer for it; then the diagnostics say so.
Annotated annotate_file(const Input& input, const Extractor& extractor, const Options& options) {
    const auto* importer = importer_for(input, options.input_format);
    if (!importer) return {std::nullopt, {not_recognised(input)}};
    const auto write = is_html(options) ? annotate_as_html : annotate;
    return write(*importer, input.bytes, input.name, extractor);
}

}  // namespace

Status annotate_document(const Options& options) {
    Messages messages;
    const auto registry = load_registry(options, messages);
    const Extractor extractor(registry);
    const auto list = list_files(options.words);
    messages.report(list.diagnostics);
    if (list.files.size() > 1) {
        print_failure(
            fmt::format("\"{}\" holds {} files, expected one", options.words.front(), list.files.size()));
        return wrong_usage;
    }
    if (list.files.empty()) return messages.status(0);
    const auto read = read_file(list.files.front(), options.max_size_mib << 20);
    if (read.diagnostic) messages.report(*read.diagnostic);
    if (!read.input) return messages.status(0);
    const auto annotated = annotate_file(*read.input, extractor, options);
    messages.report(annotated.diagnostics);
    if (!annotated.file) return messages.status(0);
    OutputFile output(options.output);
    output.stream() << *annotated.file;
    output.finish();
    return messages.status(1);
}

}  // namespace resograph::cli
