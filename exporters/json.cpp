// JSON as networkx, Cytoscape.js and graphology read it: the same members in three frames.
#include "exporters/json.hpp"

#include "exporters/exporter.hpp"

namespace resograph {

void write_json(const CitationGraph& graph, bool merge, const JsonDialect& dialect, Output& out) {
    const auto ids = node_ids(graph, clean);
    out.put(dialect.head);
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        out.put(index == 0 ? "\n" : ",\n");
        out.put(dialect.node_open);
        put_json_string(out, ids[index]);
        out.put(dialect.node_attributes);
        put_json_members(out, node_fields(), row_of(graph, index));
        out.put(dialect.node_close);
    }
    out.put(dialect.between);
    const auto fields = edge_fields(merge);
    for_each_edge(graph, folding(merge), [&](const EdgeRow& edge) {
        out.put(edge.number == 0 ? "\n" : ",\n");
        out.put(dialect.edge_open);
        out.integer(static_cast<long long>(edge.number));
        out.put("\", \"source\": ");
        put_json_string(out, ids[edge.source]);
        out.put(", \"target\": ");
        put_json_string(out, ids[edge.target]);
        out.put(dialect.edge_attributes);
        put_json_members(out, fields, edge);
        out.put(dialect.edge_close);
    });
    out.put(dialect.tail);
}

namespace {

// networkx before 3.4 reads "links"; later it wants node_link_graph(…, edges="links").
constexpr JsonDialect node_link{R"({"directed": true, "multigraph": true, "graph": {}, "nodes": [)",
                                R"({"id": )",
                                ", ",
                                "}",
                                R"(
], "links": [)",
                                R"({"key": "e)",
                                ", ",
                                "}",
                                "\n]}\n"};

constexpr JsonDialect cytoscape_js{R"({"elements": {"nodes": [)",
                                   R"({"data": {"id": )",
                                   ", ",
                                   "}}",
                                   R"(
], "edges": [)",
                                   R"({"data": {"id": "e)",
                                   ", ",
                                   "}}",
                                   "\n]}}\n"};

constexpr JsonDialect graphology_js{
    R"({"options": {"type": "directed", "multi": true, "allowSelfLoops": true}, "attributes": {}, "nodes": [)",
    R"({"key": )",
    R"(, "attributes": {)",
    "}}",
    R"(
], "edges": [)",
    R"({"key": "e)",
    R"(, "attributes": {)",
    "}}",
    "\n]}\n"};

template <const JsonDialect& dialect>
void write(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    write_json(graph, options.merge, dialect, out);
    out.flush();
}

}  // namespace

extern constinit const Exporter json, cytoscape, graphology;
constinit const Exporter json{"json", "JSON node-link for networkx", ".json", write<node_link>};
constinit const Exporter cytoscape{"cytoscape", "JSON elements for Cytoscape.js", ".cyjs",
                                   write<cytoscape_js>};
constinit const Exporter graphology{"graphology", "JSON for graphology and sigma.js", ".graphology.json",
                                    write<graphology_js>};

}  // namespace resograph
