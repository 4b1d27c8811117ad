// A table of nodes and one of edges, with the headers of Gephi or of neo4j-admin.
//
// Gephi merges parallel edges of one kind, so these are folded beforehand; neo4j keeps every mention.
#include <algorithm>

#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

struct PutValue {
    Output& out;
    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { put_csv(out, text); }
    void operator()(std::int64_t number) const { out.integer(number); }
    void operator()(double number) const { out.real(number); }
};

// Gephi's own columns; the others keep the name of the attribute.
std::string_view gephi_column(std::string_view name) {
    if (name == "label") return "Label";
    if (name == "relation") return "Kind";
    if (name == "interaction") return "Label";
    if (name == "weight") return "Weight";
    return name;
}

template <class Row>
void put_gephi_header(Output& out, std::span<const Field<Row>> fields) {
    for (const auto& field : fields) {
        out.put(',');
        out.put(gephi_column(field.name));
    }
    out.put("\n");
}

std::string_view neo4j_type(FieldType type) {
    switch (type) {
        case FieldType::text:
            return "";
        case FieldType::integer:
            return ":int";
        case FieldType::real:
            return ":double";
    }
    return "";
}

template <class Row>
void put_neo4j_header(Output& out, std::span<const Field<Row>> fields) {
    for (const auto& field : fields) {
        out.put(',');
        out.put(field.name);
        out.put(neo4j_type(field.type));
    }
    out.put("\n");
}

template <class Row>
void put_cells(Output& out, std::span<const Field<Row>> fields, const Row& row) {
    for (const auto& field : fields) {
        out.put(',');
        std::visit(PutValue{out}, field.of(row));
    }
    out.put("\n");
}

void write_gephi_nodes(const CitationGraph& graph, const ExportOptions&, std::ostream& stream) {
    Output out(stream);
    out.put("Id");
    put_gephi_header(out, node_fields());
    const auto ids = node_ids(graph, csv_text);
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        put_csv(out, ids[index]);
        put_cells(out, node_fields(), row_of(graph, index));
    }
    out.flush();
}

void write_gephi_edges(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    const auto fields = edge_fields(options.merge);
    out.put("Id,Source,Target,Type");
    put_gephi_header(out, fields);
    const auto ids = node_ids(graph, csv_text);
    for_each_edge(graph, options.merge ? Folding::all : Folding::by_relation, [&](const EdgeRow& edge) {
        out.put(edge_id_prefix);
        out.integer(static_cast<long long>(edge.number));
        out.put(',');
        put_csv(out, ids[edge.source]);
        out.put(',');
        put_csv(out, ids[edge.target]);
        out.put(",Directed");
        put_cells(out, fields, edge);
    });
    out.flush();
}

// "treaty" is the label "Treaty"; a kind that is no word would make neo4j-admin see several labels.
void put_neo4j_labels(Output& out, std::string_view kind) {
    out.put("Work");
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (kind.empty() || !std::ranges::all_of(kind, is_letter)) return;
    out.put(';');
    out.put(static_cast<char>(kind[0] - 'a' + 'A'));
    out.put(kind.substr(1));
}

// Neo4j writes the types of relationships so: ACTS_UNDER.
std::string upper_case(std::string_view name) {
    std::string result(name);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return result;
}

void write_neo4j_nodes(const CitationGraph& graph, const ExportOptions&, std::ostream& stream) {
    Output out(stream);
    out.put("id:ID(work),:LABEL");
    put_neo4j_header(out, node_fields());
    const auto ids = node_ids(graph, csv_text);
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        put_csv(out, ids[index]);
        out.put(',');
        put_neo4j_labels(out, graph.node(index).kind);
        put_cells(out, node_fields(), row_of(graph, index));
    }
    out.flush();
}

void write_neo4j_edges(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    const auto fields = edge_fields(options.merge);
    out.put(":START_ID(work),:END_ID(work),:TYPE");
    put_neo4j_header(out, fields);
    const auto ids = node_ids(graph, csv_text);
    for_each_edge(graph, folding(options.merge), [&](const EdgeRow& edge) {
        put_csv(out, ids[edge.source]);
        out.put(',');
        put_csv(out, ids[edge.target]);
        out.put(',');
        out.put(upper_case(to_string(edge.relation)));
        put_cells(out, fields, edge);
    });
    out.flush();
}

}  // namespace

extern constinit const Exporter csv, neo4j;
constinit const Exporter csv{"csv", "two CSV tables for Gephi and spreadsheets", ".csv", write_gephi_nodes,
                             write_gephi_edges};
constinit const Exporter neo4j{"neo4j", "two CSV tables for neo4j-admin import", ".neo4j.csv",
                               write_neo4j_nodes, write_neo4j_edges};

}  // namespace resograph
