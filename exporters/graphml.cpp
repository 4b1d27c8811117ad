// GraphML, for networkx, igraph, Boost, Gephi, NetworKit, Cytoscape and yEd.
//
// No booleans and no defaults, since readers differ; readable key ids, since Gephi takes "d3" and "d7"
// for labels; a weight on every edge, since igraph makes NaN of a missing one; nodes before edges, and
// unprefixed names, since NetworKit reads no others.
#include <vector>

#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

constexpr std::string_view type_name(FieldType type) {
    switch (type) {
        case FieldType::text:
            return "string";
        case FieldType::integer:
            return "int";
        case FieldType::real:
            return "double";
    }
    return "";
}

template <class Row>
struct Column {
    const Field<Row>* field;
    std::string open;  // <data key="n_label">
};

// Declares the attributes, and returns what their elements start with.
template <class Row>
std::vector<Column<Row>> put_keys(Output& out, std::string_view domain, std::span<const Field<Row>> fields) {
    std::vector<Column<Row>> columns;
    for (const auto& field : fields) {
        const auto id = std::string(domain.substr(0, 1)) + "_" + std::string(field.name);
        columns.push_back({&field, "<data key=\"" + id + "\">"});
        for (const std::string_view piece :
             {std::string_view("  <key id=\""), std::string_view(id), std::string_view("\" for=\""), domain,
              std::string_view("\" attr.name=\""), field.name, std::string_view("\" attr.type=\""),
              type_name(field.type), std::string_view("\"/>\n")}) {
            out.put(piece);
        }
    }
    return columns;
}

struct PutValue {
    Output& out;
    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { put_xml(out, text); }
    void operator()(std::int64_t number) const { out.integer(number); }
    void operator()(double number) const { out.real(number); }
};

template <class Row>
void put_data(Output& out, const std::vector<Column<Row>>& columns, const Row& row) {
    for (const auto& column : columns) {
        const auto value = column.field->of(row);
        if (!is_known(value)) continue;
        out.put(column.open);
        std::visit(PutValue{out}, value);
        out.put("</data>");
    }
}

// The ids as they stand between quotation marks.
std::vector<std::string> xml_ids(const CitationGraph& graph) {
    auto ids = node_ids(graph, clean);
    for (auto& id : ids) id = xml_text(id);
    return ids;
}

void write(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    out.put(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    const auto node_columns = put_keys(out, "node", node_fields());
    const auto edge_columns = put_keys(out, "edge", edge_fields(options.merge));
    const auto ids = xml_ids(graph);

    out.put("  <graph id=\"resograph\" edgedefault=\"directed\">\n");
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        out.put("    <node id=\"");
        out.put(ids[index]);
        out.put("\">");
        put_data(out, node_columns, row_of(graph, index));
        out.put("</node>\n");
    }
    for_each_edge(graph, folding(options.merge), [&](const EdgeRow& edge) {
        out.put("    <edge id=\"e");
        out.integer(static_cast<long long>(edge.number));
        out.put("\" source=\"");
        out.put(ids[edge.source]);
        out.put("\" target=\"");
        out.put(ids[edge.target]);
        out.put("\">");
        put_data(out, edge_columns, edge);
        out.put("</edge>\n");
    });
    out.put("  </graph>\n</graphml>\n");
    out.flush();
}

}  // namespace

extern constinit const Exporter graphml;
constinit const Exporter graphml{"graphml", "GraphML for networkx, igraph, Gephi, Cytoscape, yEd", ".graphml",
                                 write};

}  // namespace resograph
