#include <algorithm>
#include <array>

#include "exporters/exporter.hpp"

namespace resograph {

// Each is defined in the file of the same name; the three dialects of JSON in json.cpp, neo4j in csv.cpp.
extern constinit const Exporter csv, cytoscape, dot, gexf, gexf_1_2, graphml, graphology, json, json_ld,
    neo4j, pajek, turtle;

namespace {

constexpr std::array all{&dot,        &graphml, &gexf,  &gexf_1_2, &json,    &cytoscape,
                         &graphology, &csv,     &neo4j, &pajek,    &json_ld, &turtle};

}  // namespace

std::span<const Exporter* const> exporters() { return all; }

const Exporter* find_exporter(std::string_view name) {
    const auto found = std::ranges::find(all, name, &Exporter::name);
    return found == all.end() ? nullptr : *found;
}

// ".graphology.json" rather than ".json": the longest suffix that fits.
const Exporter* exporter_for_file(std::string_view file) {
    const Exporter* best = nullptr;
    for (const auto* exporter : all) {
        if (file.ends_with(exporter->suffix) && (!best || exporter->suffix.size() > best->suffix.size()))
            best = exporter;
    }
    return best;
}

TableFiles table_files(std::string_view file) {
    constexpr std::string_view suffix = ".csv";
    const auto stem =
        std::string(file.ends_with(suffix) ? file.substr(0, file.size() - suffix.size()) : file);
    return {stem + ".nodes.csv", stem + ".edges.csv"};
}

}  // namespace resograph
