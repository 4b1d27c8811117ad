// Turtle. A mention is a cito:Citation without a name.
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/linked_data.hpp"

namespace resograph {

namespace {

void put_work(Output& out, std::string_view id) {
    out.put('<');
    out.put(work_iri);
    put_iri(out, id);
    out.put('>');
}

void put_literal(Output& out, std::string_view text, std::string_view type) {
    out.put('"');
    put_turtle(out, text);
    out.put('"');
    out.put(type);
}

void put_object(Output& out, const Statement& statement) {
    switch (statement.kind) {
        case ObjectKind::work:
            return put_work(out, statement.object);
        case ObjectKind::term:
            return out.put(statement.object);
        case ObjectKind::page:
            out.put('<');
            put_iri(out, statement.object);
            return out.put('>');
        case ObjectKind::text:
            return put_literal(out, statement.object, "");
        case ObjectKind::date:
            return put_literal(out, statement.object, "^^xsd:date");
        case ObjectKind::integer:
            return put_literal(out, statement.object, "^^xsd:integer");
        case ObjectKind::real:
            return put_literal(out, statement.object, "^^xsd:double");
    }
}

void put_statements(Output& out, const std::vector<Statement>& statements) {
    std::string_view separator = " ";
    for (const auto& statement : statements) {
        out.put(separator);
        out.put(statement.predicate);
        out.put(' ');
        put_object(out, statement);
        separator = " ;\n    ";
    }
}

void put_vocabulary(Output& out) {
    for (const auto& prefix : prefixes()) {
        out.put("@prefix ");
        out.put(prefix.name);
        out.put(": <");
        out.put(prefix.iri);
        out.put("> .\n");
    }
    out.put('\n');
    for (const auto& property : own_properties()) {
        if (property.refines.empty()) continue;
        out.put(property.name);
        out.put(" rdfs:subPropertyOf ");
        out.put(property.refines);
        out.put(" .\n");
    }
}

void write(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    put_vocabulary(out);
    const auto ids = node_ids(graph, clean);
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        out.put('\n');
        put_work(out, ids[index]);
        put_statements(out, statements_about(row_of(graph, index)));
        out.put(" .\n");
    }
    for_each_edge(graph, folding(options.merge), [&](const EdgeRow& edge) {
        const auto& source = ids[edge.source];
        const auto& target = ids[edge.target];
        out.put('\n');
        put_work(out, source);
        put_statements(out, statements_of_citing(edge, target));
        out.put(" .\n");
        const auto citation = statements_about_citation(edge, source, target);
        if (citation.empty()) return;
        out.put('[');
        put_statements(out, citation);
        out.put(" ] .\n");
    });
    out.flush();
}

}  // namespace

extern constinit const Exporter turtle;
constinit const Exporter turtle{"turtle", "RDF in Turtle, with CiTO and ELI", ".ttl", write};

}  // namespace resograph
