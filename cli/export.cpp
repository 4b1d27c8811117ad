#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/loading.hpp"
#include "cli/output_file.hpp"
#include "exporters/exporter.hpp"

namespace resograph::cli {

namespace {

// By -f, else by the name of the file.
const Exporter* chosen_exporter(const Options& options) {
    return options.format.empty() ? exporter_for_file(options.output) : find_exporter(options.format);
}

}  // namespace

Status export_graph(const Options& options) {
    const auto* exporter = chosen_exporter(options);
    if (!exporter) {
        print_failure(options.format.empty()
                          ? "no format is known by the name of the output file; name one with -f"
                          : fmt::format("\"{}\" is no format that is written", options.format));
        return wrong_usage;
    }
    Messages messages;
    const auto library = load_library(options, messages);
    OutputFile output(options.output);
    exporter->write(library.graph, {options.merge}, output.stream());
    output.finish();
    return messages.status(library.documents);
}

}  // namespace resograph::cli
