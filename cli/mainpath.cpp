#include <algorithm>
#include <array>
#include <limits>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/main_path.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 5> columns{
    {{"step"}, {"id"}, {"date"}, {"count"}, {"title", Column::may_shrink}}};

Traversal traversal_named(std::string_view name) {
    if (name == "splc") return Traversal::splc;
    return name == "spnp" ? Traversal::spnp : Traversal::spc;
}

Value count_value(long double count) {
    return static_cast<double>(std::min<long double>(count, std::numeric_limits<double>::max()));
}

Row work_row(const Node& node, std::size_t step) {
    return {static_cast<std::int64_t>(step), node.id, known(node.date), nullptr, known(node.title)};
}

// `count` is that of the citation of the work before.
std::vector<Row> rows_of(const CitationGraph& graph, const MainPath& found) {
    std::vector<Row> rows;
    if (found.path.empty()) return rows;
    rows.push_back(work_row(graph.node(found.path.front().cited), 0));
    for (const auto& arc : found.path) {
        rows.push_back(work_row(graph.node(arc.citing), rows.size()));
        rows.back()[3] = count_value(arc.count);
    }
    return rows;
}

}  // namespace

Status mainpath(const Options& options) {
    if (options.words.empty() == options.topic.empty()) {
        print_failure("expected the ID of a work or --topic WORDS");
        return wrong_usage;
    }
    Messages messages;
    const auto works =
        options.words.empty() ? std::vector<std::string>{} : std::vector{joined(options.words)};
    const auto question = question_of(options, works, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    const auto roots =
        works.empty() ? documents_on(graph, options.topic) : works_asked_about(graph, *question, options);
    const auto found = main_path(graph, roots, traversal_named(options.by));
    print_rows(options, columns, rows_of(graph, found));
    if (found.path.empty()) {
        messages.say(fmt::format("nothing that was read descends from {}",
                                 works.empty() ? joined(options.topic) : question->ids.front()));
    } else {
        messages.say(fmt::format("{} citations among {} works", found.arcs.size(), found.works));
    }
    if (found.circular > 0) messages.say(fmt::format("{} citations in circles are left out", found.circular));
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
