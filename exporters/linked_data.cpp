#include "exporters/linked_data.hpp"

#include <algorithm>
#include <array>

#include "exporters/escape.hpp"

namespace resograph {

namespace {

constexpr Prefix prefix_table[] = {
    {"cito", "http://purl.org/spar/cito/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"eli", "http://data.europa.eu/eli/ontology#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"rg", "urn:x-resograph:terms:"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
};

// In the order of Relation.
constexpr std::array property_table{
    OwnProperty{"rg:recalls", "cito:cites"},
    OwnProperty{"rg:notes", "cito:citesForInformation"},
    OwnProperty{"rg:welcomes", "cito:cites"},
    OwnProperty{"rg:actsUnder", "cito:citesAsAuthority"},
    OwnProperty{"rg:urgesAdherence", "cito:cites"},
    OwnProperty{"rg:implements", "cito:cites"},
    OwnProperty{"rg:adopts", "cito:cites"},
    OwnProperty{"rg:endorses", "cito:agreesWith"},
    OwnProperty{"rg:amends", "eli:amends"},
    OwnProperty{"rg:extends", "cito:extends"},
    OwnProperty{"rg:terminates", "eli:repeals"},
    OwnProperty{"rg:requests", "cito:cites"},
    OwnProperty{"rg:mentions", "cito:cites"},
    OwnProperty{"rg:annexedTo", "eli:is_part_of"},
    OwnProperty{"rg:adoptedBy", ""},
    OwnProperty{"rg:partOf", "eli:is_part_of"},
    OwnProperty{"rg:protocolTo", "eli:related_to"},
    OwnProperty{"rg:supplements", "eli:related_to"},
    OwnProperty{"rg:recommendedBy", ""},
    OwnProperty{"rg:memberOf", "eli:is_member_of"},
    OwnProperty{"rg:related", "eli:related_to"},
};
static_assert(property_table.size() == static_cast<std::size_t>(Relation::related) + 1);

// Drops what is not known; texts are cleaned by the writer.
class Statements {
public:
    void add(std::string_view predicate, ObjectKind kind, std::string_view object) {
        if (!object.empty()) statements_.push_back({predicate, kind, std::string(object)});
    }
    void text(std::string_view predicate, std::string_view object) {
        add(predicate, ObjectKind::text, object);
    }
    std::vector<Statement> take() && { return std::move(statements_); }

private:
    std::vector<Statement> statements_;
};

std::string shortest(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, std::isfinite(value) ? value : 0).ptr};
}

}  // namespace

std::span<const Prefix> prefixes() { return prefix_table; }

const OwnProperty& property_of(Relation relation) {
    return property_table[static_cast<std::size_t>(relation)];
}

std::span<const OwnProperty> own_properties() { return property_table; }

std::vector<Statement> statements_about(const NodeRow& row) {
    const auto& node = *row.node;
    Statements about;
    about.add("a", ObjectKind::term, "eli:LegalResource");
    about.text("rdfs:label", row.label);
    about.text("eli:title", node.title);
    about.text("eli:id_local", node.symbol);
    about.text("rg:kind", node.kind);
    about.text("rg:body", node.body);
    // A year or a month alone is no xsd:date.
    const bool to_the_day = node.date.size() == 10 && !first_day(node.date).empty();
    about.add(to_the_day ? "eli:date_document" : "dcterms:date",
              to_the_day ? ObjectKind::date : ObjectKind::text, node.date);
    about.text("dcterms:language", node.language);
    about.text("dcterms:source", node.source);
    about.text("rg:workUri", node.uri);
    about.add("rdfs:seeAlso", ObjectKind::page, official_page(node.symbol));
    return std::move(about).take();
}

std::vector<Statement> statements_of_citing(const EdgeRow& edge, const std::string& target) {
    const auto& property = property_of(edge.relation);
    Statements citing;
    citing.add(property.name, ObjectKind::work, target);
    if (!property.refines.empty()) citing.add(property.refines, ObjectKind::work, target);
    if (!is_structural(edge.relation) && property.refines != "cito:cites") {
        citing.add("cito:cites", ObjectKind::work, target);
    }
    return std::move(citing).take();
}

std::vector<Statement> statements_about_citation(const EdgeRow& edge, const std::string& source,
                                                 const std::string& target) {
    if (is_structural(edge.relation)) return {};
    Statements about;
    about.add("a", ObjectKind::term, "cito:Citation");
    about.add("cito:hasCitingEntity", ObjectKind::work, source);
    about.add("cito:hasCitedEntity", ObjectKind::work, target);
    about.add("cito:hasCitationCharacterization", ObjectKind::term, property_of(edge.relation).name);
    about.text("rg:location", edge.location);
    about.text("rg:pinpoint", edge.pinpoint);
    about.text("rg:text", edge.text);
    about.text("rg:evidence", edge.evidence);
    about.text("rg:footnote", edge.footnote);
    about.text("rg:relations", edge.relations);
    about.add("rg:confidence", ObjectKind::real, shortest(edge.confidence));
    about.add("rg:weight", ObjectKind::integer, std::to_string(static_cast<long long>(edge.weight)));
    return std::move(about).take();
}

}  // namespace resograph
