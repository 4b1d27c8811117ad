#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 17> columns{{{"id"},
                                          {"kind"},
                                          {"label"},
                                          {"title"},
                                          {"names"},
                                          {"symbol"},
                                          {"body"},
                                          {"date"},
                                          {"language"},
                                          {"file"},
                                          {"uri"},
                                          {"origins"},
                                          {"relations"},
                                          {"related"},
                                          {"citing_documents"},
                                          {"mentions"},
                                          {"citations"}}};

using Texts = std::vector<std::string>;

// Abbreviations and other names, for an instrument of the registry.
Texts other_names(const Node& node, const Registry& registry) {
    const auto* instrument = registry.find(node.id);
    if (!instrument) return {};
    Texts names = instrument->abbreviations;
    names.insert(names.end(), instrument->aliases.begin(), instrument->aliases.end());
    return names;
}

// The registry and a text may both state a relation.
void add_once(Texts& texts, std::string text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

struct Surroundings {
    Texts relations;  // "annexed_to A/RES/55/25"
    Texts related;    // "untoc-tip protocol_to": who is related to this one
    std::int64_t citing_documents = 0;
    std::int64_t mentions = 0;
    std::int64_t citations = 0;
};

Surroundings surroundings(const CitationGraph& graph, NodeIndex node) {
    Surroundings found;
    for (const auto& edge : graph.out_edges(node)) {
        if (!is_structural(edge.relation)) {
            ++found.citations;
            continue;
        }
        add_once(found.relations, fmt::format("{} {}", to_string(edge.relation), graph.node(edge.target).id));
    }
    for (const auto& edge : graph.in_edges(node)) {
        if (is_structural(edge.relation)) {
            add_once(found.related,
                     fmt::format("{} {}", graph.node(edge.source).id, to_string(edge.relation)));
        }
    }
    for (const auto& work : neighbours(graph, {node}, Direction::citing)) {
        ++found.citing_documents;
        found.mentions += static_cast<std::int64_t>(work.mentions.size());
    }
    return found;
}

}  // namespace

Status show(const Options& options) {
    Messages messages;
    const auto question = question_of(options, {joined(options.words)}, messages);
    if (!question) return nothing_done;
    const auto& id = question->ids.front();
    const auto node = node_of(id, question->library);
    const auto graph = question->graph();
    const auto index = graph.find(id);
    const auto around = index ? surroundings(graph, *index) : Surroundings{};
    print_record(
        options, columns,
        {node.id, known(node.kind), known(node.label), known(node.title),
         other_names(node, question->library.registry), known(node.symbol), known(node.body),
         known(node.date), known(node.language), known(node.source), known(node.uri), node.origins,
         around.relations, around.related, around.citing_documents, around.mentions, around.citations});
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
