#include "cli/loading.hpp"

#include <unordered_set>

#include <fmt/format.h>

#include "cli/reading.hpp"
#include "graph/store.hpp"
#include "registry/fold.hpp"

namespace resograph::cli {

namespace {

// A document in several files (formats, revisions) is one node, and its citations count once: those of the
// first file that has any.
class Connector {
public:
    Connector(GraphBuilder& builder, const Registry& registry) : builder_(builder), registry_(registry) {}

    void add(const DocumentRecord& record) {
        ++documents_;
        const auto& extracted = record.extracted;
        if (extracted.citations.empty() || with_citations_.insert(extracted.source).second) {
            return connect(builder_, record, registry_);
        }
        connect(builder_, {record.file, record.format, record.metadata, {extracted.source, {}, {}, {}}},
                registry_);
    }

    std::size_t documents() const { return documents_; }

private:
    GraphBuilder& builder_;
    const Registry& registry_;
    std::unordered_set<std::string> with_citations_;
    std::size_t documents_ = 0;
};

std::size_t connect_files(GraphBuilder& builder, const Registry& registry, const Options& options,
                          Messages& messages) {
    const Extractor extractor(registry);
    const auto metadata = load_metadata(options, messages);
    const auto list = list_files(options.from);
    messages.report(list.diagnostics);
    Connector connector(builder, registry);
    std::size_t read = 0;
    read_files(list.files, extractor, metadata, options, [&](ReadResult&& result) {
        messages.progress("read", ++read, list.files.size());
        messages.report(result.diagnostics);
        for (auto& from : result.documents) connector.add(record_of(std::move(from)));
    });
    return connector.documents();
}

std::size_t connect_stored(GraphBuilder& builder, const Registry& registry, const Options& options) {
    Connector connector(builder, registry);
    Store(options.store, Store::Mode::read).for_each([&](const auto& record) { connector.add(record); });
    return connector.documents();
}

// A title that only the documents taught: "Declaration on X".
std::optional<std::string> id_with_title(const std::string& words, const CitationGraph& graph) {
    const auto wanted = fold_name(words);
    for (const auto& node : graph.nodes()) {
        if (!node.title.empty() && fold_name(node.title) == wanted) return node.id;
    }
    return std::nullopt;
}

void report_unknown(const std::string& words, const Library& library, Messages& messages) {
    auto message = fmt::format("\"{}\" is no identifier, symbol or title known here", words);
    const auto similar = nearest(words, library.registry);
    if (!similar.empty()) message += fmt::format("; did you mean {}?", fmt::join(similar, ", "));
    messages.report({Severity::error, "resograph", {}, message});
}

}  // namespace

Library load_library(const Options& options, Messages& messages) {
    Library library{load_registry(options, messages), {}, 0};
    GraphBuilder builder;
    library.documents = options.from.empty() ? connect_stored(builder, library.registry, options)
                                             : connect_files(builder, library.registry, options, messages);
    add_structure(builder, library.registry);
    library.graph = std::move(builder).build();
    return library;
}

std::optional<std::string> find_id(const std::string& words, const Library& library, Messages& messages) {
    if (library.graph.find(words)) return words;
    const auto id = identify(words, library.registry);
    if (id && (library.graph.find(*id) || library.registry.find(*id) || library.registry.find_group(*id)))
        return id;
    if (const auto titled = id_with_title(words, library.graph)) return titled;
    report_unknown(words, library, messages);
    return std::nullopt;
}

Node node_of(const std::string& id, const Library& library) {
    const auto index = library.graph.find(id);
    return index ? library.graph.node(*index) : describe(id, library.registry);
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

}  // namespace resograph::cli
