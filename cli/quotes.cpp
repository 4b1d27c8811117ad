#include "cli/quotes.hpp"

#include <set>

#include "cli/reading.hpp"
#include "document/sentences.hpp"

namespace resograph::cli {

namespace {

// A mention is known by where it stands and its words.
void quote(const ExtractedDocument& from, const std::vector<const Mention*>& mentions, Quotes& quotes) {
    for (const auto* mention : mentions) {
        for (const auto& citation : from.extracted.citations) {
            if (citation.location != mention->location || citation.text != mention->text) continue;
            quotes[mention] = sentence_around(from.document, citation.span);
            break;
        }
    }
}

}  // namespace

Quotes quotes_of(const CitationGraph& graph, const std::vector<CitationGraph::Edge>& edges,
                 const Registry& registry, const Options& options, Messages& messages) {
    std::unordered_map<std::string, std::vector<const Mention*>> wanted;  // by source
    std::set<std::string> files;
    for (const auto& edge : edges) {
        const auto& source = graph.node(edge.source);
        if (source.source.empty() || edge.mention->location.empty()) continue;
        wanted[source.id].push_back(edge.mention);
        files.insert(source.source);
    }
    const auto list = list_files(std::vector<std::string>(files.begin(), files.end()));
    messages.report(list.diagnostics);
    const auto metadata = load_metadata(options, messages);
    const Extractor extractor(registry);
    Quotes quotes;
    read_files(list.files, extractor, metadata, options, [&](ReadResult&& result) {
        messages.report(result.diagnostics);
        for (const auto& from : result.documents) {
            const auto mentions = wanted.find(from.extracted.source);
            if (mentions != wanted.end()) quote(from, mentions->second, quotes);
        }
    });
    return quotes;
}

}  // namespace resograph::cli
