#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/explain.hpp"
#include "cli/loading.hpp"
#include "cli/output_file.hpp"

namespace resograph::cli {

// The explanation is not stored: the document is read again from its file.
Status why(const Options& options) {
    Messages messages;
    const auto library = load_library(options, messages);
    const auto source = find_id(options.words[0], library, messages);
    const auto target = find_id(options.words[1], library, messages);
    if (!source || !target) return nothing_done;
    const auto file = node_of(*source, library).source;
    if (file.empty()) {
        messages.say(fmt::format("{} was not read, so nothing is known of what it cites", *source));
        return nothing_done;
    }
    const Extractor extractor(library.registry);
    const auto list = list_files(std::vector<std::string>{file});
    messages.report(list.diagnostics);
    OutputFile output(options.output);
    std::size_t explained = 0;
    const auto metadata = load_metadata(options, messages);
    read_files(list.files, extractor, metadata, options, [&](ReadResult&& result) {
        messages.report(result.diagnostics);
        for (auto& from : result.documents) {
            if (from.extracted.source != *source) continue;
            library.names.relink(from.extracted, from.document.metadata.date);
            for (const auto& citation : from.extracted.citations) {
                if (citation.target != *target) continue;
                ++explained;
                explain(output.stream(), from, citation, library.registry);
            }
        }
    });
    output.finish();
    if (explained == 0) messages.say(fmt::format("{} does not cite {}", *source, *target));
    return messages.status(explained);
}

}  // namespace resograph::cli
