#include <array>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "exporters/exporter.hpp"
#include "importers/importer.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 4> columns{{{"direction"}, {"name"}, {"suffix"}, {"description"}}};

}  // namespace

Status formats(const Options& options) {
    std::vector<Row> rows;
    for (const auto* importer : importers()) {
        rows.push_back({"reads", std::string(importer->name), std::string(importer->suffixes),
                        std::string(importer->description)});
    }
    for (const auto* exporter : exporters()) {
        rows.push_back({"writes", std::string(exporter->name), std::string(exporter->suffix),
                        std::string(exporter->description)});
    }
    print_rows(options, columns, rows);
    return done;
}

}  // namespace resograph::cli
