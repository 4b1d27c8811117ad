#include "cli/loading.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "citations/titles.hpp"
#include "cli/reading.hpp"
#include "graph/store.hpp"
#include "registry/fold.hpp"

namespace resograph::cli {

namespace {

// A document in several files (formats, revisions) is one node, and its citations count once: those of the
// first file that has any.
class Connector {
public:
    Connector(GraphBuilder& builder, const Registry& registry, const LearnedNames& names,
              const VisitRecord& visit)
        : builder_(builder), registry_(registry), names_(names), visit_(visit) {}

    void add(DocumentRecord&& record) {
        ++documents_;
        auto& extracted = record.extracted;
        names_.relink(extracted, record.metadata.date);
        if (extracted.citations.empty() || with_citations_.insert(extracted.source).second) {
            if (visit_) visit_(record);
            return connect(builder_, record, registry_);
        }
        connect(builder_, {record.file, record.format, record.metadata, {extracted.source, {}, {}, {}, {}}},
                registry_);
    }

    std::size_t documents() const { return documents_; }

private:
    GraphBuilder& builder_;
    const Registry& registry_;
    const LearnedNames& names_;
    const VisitRecord& visit_;
    std::unordered_set<std::string> with_citations_;
    std::size_t documents_ = 0;
};

std::vector<DocumentRecord> read_records(const Registry& registry, const Options& options,
                                         Messages& messages) {
    const Extractor extractor(registry);
    const auto metadata = load_metadata(options, messages);
    const auto list = list_files(options.from);
    messages.report(list.diagnostics);
    std::vector<DocumentRecord> records;
    std::size_t read = 0;
    read_files(list.files, extractor, metadata, options, [&](ReadResult&& result) {
        messages.progress("read", ++read, list.files.size());
        messages.report(result.diagnostics);
        for (auto& from : result.documents) records.push_back(record_of(std::move(from)));
    });
    return records;
}

LearnedNames names_in(const std::vector<DocumentRecord>& records, const Registry& registry) {
    std::vector<Lesson> lessons;
    for (const auto& record : records) add_lessons(lessons, record.extracted);
    return {lessons, registry};
}

// All are read before the first is connected, since the last may teach what the first cites.
std::size_t connect_files(GraphBuilder& builder, Library& library, const Options& options,
                          const VisitRecord& visit, Messages& messages) {
    auto records = read_records(library.registry, options, messages);
    library.names = names_in(records, library.registry);
    Connector connector(builder, library.registry, library.names, visit);
    for (auto& record : records) connector.add(std::exchange(record, {}));
    return connector.documents();
}

std::size_t connect_stored(GraphBuilder& builder, Library& library, const Options& options,
                           const VisitRecord& visit) {
    const Store store(options.store, Store::Mode::read);
    library.names = LearnedNames(store.lessons(), library.registry);
    Connector connector(builder, library.registry, library.names, visit);
    store.for_each([&](DocumentRecord&& record) { connector.add(std::move(record)); });
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

// The work and, --with-protocols, all that hangs on it according to the registry.
std::vector<std::string> family_of(const std::string& id, const Options& options, const Registry& registry) {
    std::vector<std::string> family{id};
    if (!options.with_protocols) return family;
    for (std::size_t next = 0; next < family.size(); ++next) {
        for (const auto* child : registry.children(family[next])) {
            if (std::find(family.begin(), family.end(), child->id) == family.end())
                family.push_back(child->id);
        }
    }
    return family;
}

}  // namespace

Library load_library(const Options& options, Messages& messages, const VisitRecord& visit) {
    Library library{load_registry(options, messages), {}, {}, 0};
    GraphBuilder builder;
    library.documents = options.from.empty() ? connect_stored(builder, library, options, visit)
                                             : connect_files(builder, library, options, visit, messages);
    add_structure(builder, library.registry);
    library.graph = std::move(builder).build();
    return library;
}

Library load_names(const Options& options, Messages& messages) {
    Library library{load_registry(options, messages), {}, {}, 0};
    if (options.from.empty()) {
        const Store store(options.store, Store::Mode::read);
        library.names = LearnedNames(store.lessons(), library.registry);
        library.documents = store.documents();
    } else {
        const auto records = read_records(library.registry, options, messages);
        library.names = names_in(records, library.registry);
        library.documents = records.size();
    }
    return library;
}

std::optional<Library> load_citing(const Options& options, const std::string& words, Messages& messages) {
    if (!options.from.empty() || options.transitive || !options.around.empty()) return std::nullopt;
    const Store store(options.store, Store::Mode::read);
    Library library{load_registry(options, messages), {}, {}, store.documents()};
    const auto id = store.knows(words) ? words : identify(words, library.registry);
    if (!id || !(store.knows(*id) || library.registry.find(*id))) return std::nullopt;
    GraphBuilder builder;
    for (const auto& work : family_of(*id, options, library.registry)) {
        builder.add_node(describe(work, library.registry));
        store.for_each_citing(work, [&](const auto& record) { connect(builder, record, library.registry); });
    }
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
    if (const auto* learned = library.names.find(id.value_or(name_id(words)))) return learned->target;
    report_unknown(words, library, messages);
    return std::nullopt;
}

Node node_of(const std::string& id, const Library& library) {
    const auto index = library.graph.find(id);
    return index ? library.graph.node(*index) : describe(id, library.registry);
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

}  // namespace resograph::cli
