// What is found in a file, without the place where it stands in the file.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "citations/extract.hpp"
#include "importers/importer.hpp"

namespace resograph {

inline std::vector<std::string> citations_in(std::string_view bytes, const std::string& file,
                                             const Extractor& extractor) {
    std::vector<std::string> records;
    const auto* importer = recognise(bytes);
    if (!importer) return {"not recognised"};
    for (const auto& document : importer->import(bytes, file).documents) {
        for (const auto& c : extractor.extract(document).citations) {
            records.push_back(fmt::format(
                "{} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {}", c.location, c.text, c.target,
                fmt::join(c.candidates, ","), to_string(c.relation), fmt::join(c.pinpoints, ","),
                c.form == Form::anaphoric, c.footnote, c.evidence, c.symbol, c.confidence, c.draft));
        }
    }
    return records;
}

}  // namespace resograph
