#include <array>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/explain.hpp"
#include "cli/output_file.hpp"
#include "cli/reading.hpp"
#include "cli/results.hpp"

namespace resograph::cli {

namespace {

constexpr auto hidden = Column::not_in_table;

// A citation record (contract, section 4).
constexpr std::array<Column, 16> columns{{{"source", hidden},
                                          {"file", hidden},
                                          {"location"},
                                          {"text", Column::may_shrink},
                                          {"target"},
                                          {"relation"},
                                          {"pinpoints", Column::may_shrink},
                                          {"form", hidden},
                                          {"footnote"},
                                          {"evidence"},
                                          {"symbol", hidden},
                                          {"confidence", hidden},
                                          {"span", hidden},
                                          {"within", hidden},
                                          {"candidates", hidden},
                                          {"reason", hidden}}};

Row citation_record(const ExtractedDocument& from, const Citation& citation) {
    const auto form = citation.form == Form::anaphoric ? "anaphoric" : "explicit";
    Row row{from.extracted.source,
            from.document.file,
            citation.location,
            citation.text,
            known(citation.target),
            std::string(to_string(citation.relation)),
            citation.pinpoints,
            form,
            known(citation.footnote),
            known(citation.evidence),
            known(citation.symbol),
            citation.confidence,
            citation.span};
    row.resize(columns.size());
    if (citation.draft) row[13] = "draft";
    if (!citation.candidates.empty()) row[14] = citation.candidates;
    if (!citation.reason.empty()) row[15] = citation.reason;
    return row;
}

void write_text(std::ostream& out, const Document& document) {
    out << document.text;
    if (!document.text.ends_with('\n')) out << '\n';
}

}  // namespace

Status extract(const Options& options) {
    Messages messages;
    const auto registry = load_registry(options, messages);
    const Extractor extractor(registry);
    const auto metadata = load_metadata(options, messages);
    const auto list = list_files(options.words);
    messages.report(list.diagnostics);

    OutputFile output(options.output);
    ResultWriter writer(output.stream(), parse_format(options.format).value_or(Format::jsonl), columns,
                        line_width(output.descriptor()));
    std::size_t read = 0;
    std::size_t used = 0;
    read_files(list.files, extractor, metadata, options, [&](const ReadResult& result) {
        messages.progress("read", ++read, list.files.size());
        messages.report(result.diagnostics);
        for (const auto& from : result.documents) {
            ++used;
            if (options.text) write_text(output.stream(), from.document);
            if (options.text) continue;
            for (const auto& citation : from.extracted.citations) {
                if (options.explain)
                    explain(output.stream(), from, citation, registry);
                else
                    writer.write(citation_record(from, citation));
            }
        }
    });
    if (!options.text && !options.explain) writer.finish();
    output.finish();
    return messages.status(used);
}

}  // namespace resograph::cli
