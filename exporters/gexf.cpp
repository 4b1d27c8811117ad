// GEXF with time, for Gephi: a node lives from its date, an edge from the date of its source.
//
// Gephi merges parallel edges of one kind, so these are folded beforehand. networkx reads 1.2 only.
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

struct Version {
    std::string_view head;
    std::string_view graph;
};

constexpr Version version_1_3{"<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n",
                              "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
                              "timerepresentation=\"interval\" idtype=\"string\">\n"};
constexpr Version version_1_2{"<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n",
                              "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
                              "idtype=\"string\">\n"};

constexpr std::string_view type_name(FieldType type) {
    switch (type) {
        case FieldType::text:
            return "string";
        case FieldType::integer:
            return "integer";
        case FieldType::real:
            return "double";
    }
    return "";
}

// Those are attributes of the elements themselves.
bool is_built_in(std::string_view name) { return name == "label" || name == "weight"; }

struct PutValue {
    Output& out;
    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { put_xml(out, text); }
    void operator()(std::int64_t number) const { out.integer(number); }
    void operator()(double number) const { out.real(number); }
};

void put_attribute(Output& out, std::string_view name, std::string_view text) {
    out.put(' ');
    out.put(name);
    out.put("=\"");
    put_xml(out, text);
    out.put('"');
}

template <class Row>
void declare(Output& out, std::string_view domain, std::span<const Field<Row>> fields) {
    out.put("    <attributes");
    put_attribute(out, "class", domain);
    out.put(" mode=\"static\">\n");
    for (const auto& field : fields) {
        if (is_built_in(field.name)) continue;
        out.put("      <attribute");
        put_attribute(out, "id", field.name);
        put_attribute(out, "title", field.name);
        put_attribute(out, "type", type_name(field.type));
        out.put("/>\n");
    }
    out.put("    </attributes>\n");
}

template <class Row>
void put_values(Output& out, std::span<const Field<Row>> fields, const Row& row) {
    out.put("<attvalues>");
    for (const auto& field : fields) {
        const auto value = field.of(row);
        if (is_built_in(field.name) || !is_known(value)) continue;
        out.put("<attvalue");
        put_attribute(out, "for", field.name);
        out.put(" value=\"");
        std::visit(PutValue{out}, value);
        out.put("\"/>");
    }
    out.put("</attvalues>");
}

// Without a date there must be no start at all: then it is always shown.
void put_start(Output& out, const Node& node) {
    const auto start = first_day(node.date);
    if (!start.empty()) put_attribute(out, "start", start);
}

void put_nodes(Output& out, const CitationGraph& graph, const std::vector<std::string>& ids) {
    out.put("    <nodes>\n");
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        const auto row = row_of(graph, index);
        out.put("      <node");
        put_attribute(out, "id", ids[index]);
        put_attribute(out, "label", row.label);
        put_start(out, *row.node);
        out.put('>');
        put_values(out, node_fields(), row);
        out.put("</node>\n");
    }
    out.put("    </nodes>\n");
}

void put_edges(Output& out, const CitationGraph& graph, Folding folding,
               const std::vector<std::string>& ids) {
    out.put("    <edges>\n");
    const auto fields = edge_fields(folding == Folding::all);
    for_each_edge(graph, folding, [&](const EdgeRow& edge) {
        out.put("      <edge id=\"e");
        out.integer(static_cast<long long>(edge.number));
        out.put('"');
        put_attribute(out, "source", ids[edge.source]);
        put_attribute(out, "target", ids[edge.target]);
        put_attribute(out, "kind", to_string(edge.relation));
        out.put(" weight=\"");
        out.real(edge.weight);
        out.put('"');
        put_start(out, graph.node(edge.source));
        out.put('>');
        put_values(out, fields, edge);
        out.put("</edge>\n");
    });
    out.put("    </edges>\n");
}

template <const Version& version>
void write(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    const auto folding = options.merge ? Folding::all : Folding::by_relation;
    const auto ids = node_ids(graph, clean);
    out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.put(version.head);
    out.put("  <meta><creator>resograph</creator></meta>\n");
    out.put(version.graph);
    declare(out, "node", node_fields());
    declare(out, "edge", edge_fields(options.merge));
    put_nodes(out, graph, ids);
    put_edges(out, graph, folding, ids);
    out.put("  </graph>\n</gexf>\n");
    out.flush();
}

}  // namespace

extern constinit const Exporter gexf, gexf_1_2;
constinit const Exporter gexf{"gexf", "GEXF 1.3 with time for Gephi", ".gexf", write<version_1_3>};
constinit const Exporter gexf_1_2{"gexf-1.2", "GEXF 1.2 with time for networkx", ".12.gexf",
                                  write<version_1_2>};

}  // namespace resograph
