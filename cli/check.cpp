#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "graph/checks.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 6> columns{{{"fault"},
                                         {"id"},
                                         {"location"},
                                         {"text", Column::may_shrink},
                                         {"targets", Column::may_shrink},
                                         {"detail", Column::may_shrink}}};

Row finding_row(const Finding& finding) {
    return {std::string(fault_names[static_cast<std::size_t>(finding.fault)]),
            finding.source,
            known(finding.location),
            known(finding.text),
            finding.targets,
            known(finding.detail)};
}

// "3 forward, 510 unresolved"
std::string counts_of(const std::vector<Finding>& findings) {
    std::string counts;
    for (std::size_t fault = 0; fault < fault_names.size(); ++fault) {
        const auto count = std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
            return static_cast<std::size_t>(finding.fault) == fault;
        });
        if (count > 0)
            counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count, fault_names[fault]);
    }
    return counts;
}

}  // namespace

Status check(const Options& options) {
    Messages messages;
    std::vector<Finding> undecided_ones;
    const auto question = question_of(options, {}, messages, [&](const DocumentRecord& record) {
        for (auto& finding : undecided(record)) undecided_ones.push_back(std::move(finding));
    });
    if (!question) return nothing_done;
    auto findings = faults_of_time(question->graph());
    for (auto& finding : undecided_ones) {
        const auto source = question->library.graph.find(finding.source);
        if (source && fits(question->library.graph.node(*source), of_documents(question->filter)))
            findings.push_back(std::move(finding));
    }
    std::vector<Row> rows;
    for (const auto& finding : findings) rows.push_back(finding_row(finding));
    print_rows(options, columns, rows);
    messages.say(findings.empty() ? "no contradiction was found" : counts_of(findings));
    const auto status = messages.status(question->library.documents);
    return findings.empty() || status == nothing_done ? status : partly_done;
}

}  // namespace resograph::cli
