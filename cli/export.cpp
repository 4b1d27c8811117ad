#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "exporters/exporter.hpp"

namespace resograph::cli {

namespace {

// By -f, else by the name of the file.
const Exporter* chosen_exporter(const Options& options) {
    return options.format.empty() ? exporter_for_file(options.output) : find_exporter(options.format);
}

// A pair of tables takes two files; neither replaces an old one before both are written.
void write_graph(const Exporter& exporter, const CitationGraph& graph, const Options& options) {
    if (!exporter.write_edges) {
        OutputFile output(options.output);
        exporter.write(graph, {options.merge}, output.stream());
        return output.finish();
    }
    const auto names = table_files(options.output);
    OutputFile nodes(names.nodes);
    OutputFile edges(names.edges);
    exporter.write(graph, {options.merge}, nodes.stream());
    exporter.write_edges(graph, {options.merge}, edges.stream());
    nodes.finish();
    edges.finish();
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
    if (exporter->write_edges && options.output == "-") {
        print_failure(fmt::format("{} is two files: name them with -o", exporter->name));
        return wrong_usage;
    }
    Messages messages;
    const auto question = question_of(options, {}, messages);
    if (!question) return nothing_done;
    write_graph(*exporter, question->graph(), options);
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
