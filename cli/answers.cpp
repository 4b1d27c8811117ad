#include "cli/answers.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "cli/output_file.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

std::string upper_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

Filter filter_of(const Options& options) {
    Filter filter;
    for (const auto& name : options.relations) {
        auto relation = Relation::mentions;
        if (parse_relation(name, relation)) filter.relations.push_back(relation);
    }
    for (const auto& body : options.bodies) filter.bodies.push_back(upper_case(body));
    filter.kinds = options.kinds;
    filter.since = options.since;
    filter.until = options.until;
    filter.min_weight = options.min_weight;
    filter.structure = !options.no_structure;
    filter.depth = options.depth;
    return filter;
}

std::optional<std::vector<std::string>> ids_of(const std::vector<std::string>& words, const Library& library,
                                               Messages& messages) {
    std::vector<std::string> ids;
    for (const auto& work : words) {
        if (auto id = find_id(work, library, messages)) ids.push_back(std::move(*id));
    }
    if (ids.size() < words.size()) return std::nullopt;
    return ids;
}

}  // namespace

std::optional<Question> question_of(const Options& options, const std::vector<std::string>& words,
                                    Messages& messages, const VisitRecord& visit) {
    return question_in(load_library(options, messages, visit), options, words, messages);
}

std::optional<Question> question_in(Library library, const Options& options,
                                    const std::vector<std::string>& words, Messages& messages) {
    Question question{std::move(library), {}, filter_of(options)};
    auto ids = ids_of(words, question.library, messages);
    auto around = ids_of(options.around, question.library, messages);
    if (!ids || !around) return std::nullopt;
    question.ids = std::move(*ids);
    question.filter.around = std::move(*around);
    return question;
}

std::vector<NodeIndex> works_asked_about(const CitationGraph& graph, const Question& question,
                                         const Options& options) {
    const auto node = graph.find(question.ids.front());
    if (!node) return {};
    std::vector<NodeIndex> works{*node};
    if (!options.with_protocols) return works;
    for (const auto protocol : protocols(graph, *node)) works.push_back(protocol);
    return works;
}

std::vector<Row> limited(std::vector<Row> rows, const Options& options, Messages& messages) {
    if (options.limit == 0 || rows.size() <= options.limit) return rows;
    messages.say(fmt::format("and {} more (--limit 0 shows all)", rows.size() - options.limit));
    rows.resize(options.limit);
    return rows;
}

void print_rows(const Options& options, std::span<const Column> columns, const std::vector<Row>& rows,
                Format otherwise) {
    OutputFile output(options.output);
    ResultWriter writer(output.stream(), parse_format(options.format).value_or(otherwise), columns,
                        line_width(output.descriptor()));
    for (const auto& row : rows) writer.write(row);
    writer.finish();
    output.finish();
}

void print_record(const Options& options, std::span<const Column> columns, const Row& row) {
    OutputFile output(options.output);
    write_record(output.stream(), parse_format(options.format).value_or(Format::table), columns, row);
    output.finish();
}

}  // namespace resograph::cli
