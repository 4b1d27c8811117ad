#include "exporters/diagram.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<std::string_view, 4> picture_formats{"svg", "png", "pdf", "dot"};

// By -f, else by the name of the file; svg on standard output. "" when there is no such format.
std::string chosen_format(const Options& options) {
    if (options.format.empty() && options.output == "-") return "svg";
    const auto name =
        options.format.empty() ? options.output.substr(options.output.rfind('.') + 1) : options.format;
    return std::find(picture_formats.begin(), picture_formats.end(), name) == picture_formats.end() ? ""
                                                                                                    : name;
}

}  // namespace

Status diagram(const Options& options) {
    const auto format = chosen_format(options);
    if (format.empty()) {
        print_failure("a diagram is written as svg, png, pdf or dot: name the output file so, or say -f");
        return wrong_usage;
    }
    Messages messages;
    const auto question = question_of(options, options.words, messages);
    if (!question) return nothing_done;
    const auto picture = draw(question->graph(), {question->ids, options.layout, format, options.depth,
                                                  options.max_nodes, options.title});
    if (picture.bytes.empty()) {
        print_failure(fmt::format("the diagram cannot be drawn: {}", picture.error));
        return nothing_done;
    }
    OutputFile output(options.output);
    output.stream() << picture.bytes;
    output.finish();
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
