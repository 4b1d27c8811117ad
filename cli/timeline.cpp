#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/questions.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 4> columns{{{"year"}, {"documents"}, {"mentions"}, {"picture"}}};

// To an eighth of a character.
std::string bar(std::size_t value, std::size_t highest) {
    constexpr std::size_t longest = 40;
    constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    auto length = static_cast<std::size_t>(
        std::lround(8.0 * longest * static_cast<double>(value) / static_cast<double>(highest)));
    if (value > 0) length = std::max<std::size_t>(length, 1);
    std::string picture;
    for (; length >= eighths.size(); length -= eighths.size()) picture += "█";
    return picture += eighths[length];
}

Row year_row(const YearOfCitations& year, std::size_t highest) {
    return {year.year ? Value(std::int64_t{*year.year}) : Value(nullptr),
            static_cast<std::int64_t>(year.documents), static_cast<std::int64_t>(year.mentions),
            bar(year.documents, highest)};
}

}  // namespace

Status timeline_of_work(const Options& options) {
    Messages messages;
    const auto question = question_of(options, {joined(options.words)}, messages);
    if (!question) return nothing_done;
    const auto graph = question->graph();
    const auto years = timeline(graph, works_asked_about(graph, *question, options));
    std::size_t highest = 1;
    for (const auto& year : years) highest = std::max(highest, year.documents);
    const bool pictured = options.format.empty() || options.format == "table";
    std::vector<Row> rows;
    for (const auto& year : years) {
        rows.push_back(year_row(year, highest));
        if (!pictured) rows.back().pop_back();
    }
    print_rows(options, std::span(columns).first(pictured ? columns.size() : columns.size() - 1), rows);
    if (rows.empty())
        messages.say(
            fmt::format("no document that was read and is asked for cites {}", question->ids.front()));
    return messages.status(question->library.documents);
}

}  // namespace resograph::cli
