#include "cli/answers.hpp"

#include <algorithm>
#include <cctype>

#include "cli/output_file.hpp"

namespace resograph::cli {

namespace {

std::string upper_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

}  // namespace

CitationFilter filter_of(const Options& options) {
    CitationFilter filter{{}, {}, options.since, options.until};
    for (const auto& name : options.relations) {
        auto relation = Relation::mentions;
        if (parse_relation(name, relation)) filter.relations.push_back(relation);
    }
    for (const auto& body : options.bodies) filter.bodies.push_back(upper_case(body));
    return filter;
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
