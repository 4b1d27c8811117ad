// JSON-LD: the statements of Turtle, as nested objects.
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/json.hpp"
#include "exporters/linked_data.hpp"

namespace resograph {

namespace {

void put_id(Output& out, std::string_view id) {
    out.put(R"("@id": ")");
    out.put(work_iri);
    put_iri(out, id);
    out.put('"');
}

void put_typed(Output& out, std::string_view value, std::string_view type) {
    out.put(R"({"@value": )");
    put_json_string(out, value);
    out.put(R"(, "@type": ")");
    out.put(type);
    out.put("\"}");
}

void put_object(Output& out, const Statement& statement) {
    switch (statement.kind) {
        case ObjectKind::work:
            out.put('{');
            put_id(out, statement.object);
            return out.put('}');
        case ObjectKind::term:
        case ObjectKind::page:
            out.put(R"({"@id": )");
            put_json_string(out, statement.object);
            return out.put('}');
        case ObjectKind::text:
            return put_json_string(out, statement.object);
        case ObjectKind::date:
            return put_typed(out, statement.object, "xsd:date");
        case ObjectKind::integer:
            return put_typed(out, statement.object, "xsd:integer");
        case ObjectKind::real:
            return put_typed(out, statement.object, "xsd:double");
    }
}

void put_members(Output& out, const std::vector<Statement>& statements, std::string_view separator) {
    for (const auto& statement : statements) {
        out.put(separator);
        separator = ", ";
        if (statement.predicate == "a") {
            out.put(R"("@type": )");
            put_json_string(out, statement.object);
            continue;
        }
        put_json_string(out, statement.predicate);
        out.put(": ");
        put_object(out, statement);
    }
}

void put_context(Output& out) {
    out.put(R"({"@context": {)");
    std::string_view separator;
    for (const auto& prefix : prefixes()) {
        out.put(separator);
        put_json_string(out, prefix.name);
        // "urn:…:" ends in a character that makes a prefix only when it says so.
        out.put(R"(: {"@id": )");
        put_json_string(out, prefix.iri);
        out.put(R"(, "@prefix": true})");
        separator = ", ";
    }
    out.put(R"(}, "@graph": [)");
    separator = "\n";
    for (const auto& property : own_properties()) {
        if (property.refines.empty()) continue;
        out.put(separator);
        out.put(R"({"@id": ")");
        out.put(property.name);
        out.put(R"(", "rdfs:subPropertyOf": {"@id": ")");
        out.put(property.refines);
        out.put("\"}}");
        separator = ",\n";
    }
}

void write(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    put_context(out);
    const auto ids = node_ids(graph, clean);
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        out.put(",\n{");
        put_id(out, ids[index]);
        put_members(out, statements_about(row_of(graph, index)), ", ");
        out.put('}');
    }
    for_each_edge(graph, folding(options.merge), [&](const EdgeRow& edge) {
        const auto& source = ids[edge.source];
        const auto& target = ids[edge.target];
        out.put(",\n{");
        put_id(out, source);
        put_members(out, statements_of_citing(edge, target), ", ");
        out.put('}');
        const auto citation = statements_about_citation(edge, source, target);
        if (citation.empty()) return;
        out.put(",\n{");
        put_members(out, citation, "");
        out.put('}');
    });
    out.put("\n]}\n");
    out.flush();
}

}  // namespace

extern constinit const Exporter json_ld;
constinit const Exporter json_ld{"jsonld", "RDF in JSON-LD, with CiTO and ELI", ".jsonld", write};

}  // namespace resograph
