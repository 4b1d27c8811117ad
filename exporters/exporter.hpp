// The list of formats the graph is written in. A new format is one file in this folder and its name in
// formats.cpp.
//
// Every exporter writes the same attributes (rows.hpp) of the same nodes and edges. Whatever a text
// holds, the file stays valid: see escape.hpp.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "graph/citation_graph.hpp"

namespace resograph {

struct ExportOptions {
    bool merge = false;  // fold parallel edges into one, with their number as weight
};

// An output format. The functions stream; they leave checking the stream to the caller.
struct Exporter {
    using Write = void (*)(const CitationGraph& graph, const ExportOptions& options, std::ostream& out);

    std::string_view name;         // as typed after -f
    std::string_view description;  // one line for `resograph formats`
    std::string_view suffix;       // ".graphml": chosen by the name of the output file
    Write write;                   // the whole file; of a pair of tables, the nodes
    Write write_edges = nullptr;   // the second file of a pair of tables
};

std::span<const Exporter* const> exporters();

// By name, or by the suffix of a file name; nullptr when there is none.
const Exporter* find_exporter(std::string_view name);
const Exporter* exporter_for_file(std::string_view file);

// The two files of a pair of tables: for "out/un.csv" they are "out/un.nodes.csv" and "out/un.edges.csv".
struct TableFiles {
    std::string nodes;
    std::string edges;
};
TableFiles table_files(std::string_view file);

}  // namespace resograph
