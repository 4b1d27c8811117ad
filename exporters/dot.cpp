// DOT, for Graphviz and what reads it. Written by hand: cgraph was measured 8 to 19 times slower, and
// does not escape a backslash at the end of a string.
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

// cgraph writes longer strings than it can read back (16 KB, in bytes).
constexpr std::size_t longest_value = 512;

struct PutValue {
    Output& out;
    bool is_label;
    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const {
        out.put('"');
        text = front(text, longest_value);
        is_label ? put_dot_label(out, text) : put_dot(out, text);
        out.put('"');
    }
    void operator()(std::int64_t number) const { out.integer(number); }
    void operator()(double number) const { out.real(number); }
};

template <class Row>
void put_attributes(Output& out, std::span<const Field<Row>> fields, const Row& row) {
    std::string_view separator = " [";
    for (const auto& field : fields) {
        const auto value = field.of(row);
        if (!is_known(value) || field.name == "name") continue;  // pydot keeps "name" for itself
        out.put(separator);
        out.put(field.name);
        out.put('=');
        std::visit(PutValue{out, field.name == "label"}, value);
        separator = ", ";
    }
}

// So that a picture made of the file has links.
void put_link(Output& out, const Node& node) {
    const auto page = official_page(node.symbol);
    if (page.empty()) return;
    out.put(", URL=\"");
    out.put(page);
    out.put('"');
}

// A name that starts with "%" is one that cgraph made up, and is lost.
std::string dot_name(std::string_view id) {
    auto name = clean(id);
    if (name.starts_with('%')) name.insert(0, "_");
    return name;
}

std::vector<std::string> quoted_ids(const CitationGraph& graph) {
    auto ids = node_ids(graph, dot_name);
    for (auto& id : ids) id = dot_quoted(id);
    return ids;
}

void write(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    out.put("digraph resograph {\n  graph [rankdir=LR];\n  node [shape=box];\n");
    const auto ids = quoted_ids(graph);
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        out.put("  ");
        out.put(ids[index]);
        put_attributes(out, node_fields(), row_of(graph, index));
        put_link(out, graph.node(index));
        out.put("];\n");
    }
    const auto fields = edge_fields(options.merge);
    for_each_edge(graph, folding(options.merge), [&](const EdgeRow& edge) {
        out.put("  ");
        out.put(ids[edge.source]);
        out.put(" -> ");
        out.put(ids[edge.target]);
        put_attributes(out, fields, edge);
        out.put("];\n");
    });
    out.put("}\n");
    out.flush();
}

}  // namespace

extern constinit const Exporter dot;
constinit const Exporter dot{"dot", "DOT for Graphviz", ".dot", write};

}  // namespace resograph
