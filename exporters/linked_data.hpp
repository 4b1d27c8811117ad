// The graph as statements, for Turtle and JSON-LD alike. Vocabularies: CiTO for citations, ELI for legal
// works, Dublin Core, and own terms (prefix rg) where those lack one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/rows.hpp"

namespace resograph {

enum class ObjectKind {
    work,  // a node, by its id
    term,  // "cito:Citation"
    page,  // an address
    text,
    date,  // xsd:date
    integer,
    real,
};

struct Statement {
    std::string_view predicate;  // "cito:cites"; "a" for the class
    ObjectKind kind = ObjectKind::text;
    std::string object;
};

struct Prefix {
    std::string_view name;  // "cito"
    std::string_view iri;
};
std::span<const Prefix> prefixes();

// What stands before the percent-encoded id of a work.
inline constexpr std::string_view work_iri = "urn:x-resograph:work:";

// An own property and the property of CiTO or ELI that it refines.
struct OwnProperty {
    std::string_view name;     // "rg:recalls"
    std::string_view refines;  // "cito:cites"; "" if there is none
};
const OwnProperty& property_of(Relation relation);
std::span<const OwnProperty> own_properties();

std::vector<Statement> statements_about(const NodeRow& row);

// The source's statements that it cites the target: by the own property, by what this refines.
std::vector<Statement> statements_of_citing(const EdgeRow& edge, const std::string& target);

// A cito:Citation: where and in which words. Empty for structural relations.
std::vector<Statement> statements_about_citation(const EdgeRow& edge, const std::string& source,
                                                 const std::string& target);

}  // namespace resograph
