// The list of formats the graph is written in. A new format is one file in this folder and its name in
// formats.cpp.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "graph/citation_graph.hpp"

namespace resograph {

struct ExportOptions {
    bool merge = false;  // fold parallel edges into one, with their number as weight
};

// An output format. write() streams; it leaves checking the stream to the caller.
struct Exporter {
    std::string_view name;         // as typed after -f
    std::string_view description;  // one line for `resograph formats`
    std::string_view suffix;       // ".graphml": chosen by the name of the output file
    void (*write)(const CitationGraph& graph, const ExportOptions& options, std::ostream& out);
};

std::span<const Exporter* const> exporters();

// By name, or by the suffix of a file name; nullptr when there is none.
const Exporter* find_exporter(std::string_view name);
const Exporter* exporter_for_file(std::string_view file);

}  // namespace resograph
