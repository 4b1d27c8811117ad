// A citation: a mention of another text whose target is known, or at least described.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// How the citing words treat the cited text, or how two instruments belong together.
// The first thirteen come from the words that govern a mention (contract, section 3); the others are
// structural edges between instruments.
enum class Relation : unsigned char {
    recalls,
    notes,
    welcomes,
    acts_under,
    urges_adherence,
    implements,
    adopts,
    endorses,
    amends,
    extends,
    terminates,
    requests,
    mentions,
    annexed_to,
    adopted_by,
    part_of,
    protocol_to,
    supplements,
    recommended_by,
    member_of,
    related,
};

std::string_view to_string(Relation relation);

// Relation::mentions and false when no relation has that name.
bool parse_relation(std::string_view name, Relation& relation);

// True for the relations between instruments (annexed_to, protocol_to, …).
bool is_structural(Relation relation);

enum class Form : unsigned char { explicit_, anaphoric };

// What settled the target of a citation; explained in words by explanation().
enum class Rule : unsigned char {
    none,
    number_shape,
    named_body,
    subject_body,
    speaking_body,
    date_body,
    list_body,
    last_body,
    symbol,
    registered_name,
    registered_group,
    name_by_note,
    name_by_context,
    name_by_table,
    undecided_name,
    unregistered_name,
    name_in_bracket,
    taught_name,
    shortened_name,
    antecedent,
    note,
    repeated_note,
    learned_name,
};

// "the body is named with the number".
std::string_view explanation(Rule rule);

// One record of `resograph extract` (contract, section 4).
struct Citation {
    std::string location;                 // "pp3", "op5.b.ii", "fn3"
    std::string text;                     // the words as written
    std::string target;                   // canonical id; empty: found but not resolved
    std::vector<std::string> candidates;  // what an unresolved one may be
    Relation relation = Relation::mentions;
    std::vector<std::string> pinpoints;  // "art_6__para_3"
    Form form = Form::explicit_;
    std::string footnote;  // label of the note at the mention
    std::string evidence;  // what settled the target: name, symbol, footnote, context
    std::string symbol;    // where the target is published: "A/RES/44/25#annex"
    double confidence = 1.0;
    Span span;                 // of `text` in Document::text
    std::vector<Span> places;  // the words of the pinpoints and of an annex: "article 6, paragraph 2"
    bool draft = false;        // within a recommended draft
    std::string reason;        // why the confidence is low
    Rule rule = Rule::none;
    Span governor;  // the words that the relation comes from; empty: none do
};

// What a text says of the relation between two instruments: "resolution 55/25, by which it adopted the
// Convention" makes the Convention adopted_by A/RES/55/25.
struct StructuralFact {
    std::string source;
    std::string target;
    Relation relation = Relation::adopted_by;
};

// An instrument that a document names and places, but no registry lists.
struct Learned {
    std::string id;        // "A/RES/50/12#annex", or "name:…"
    std::string title;     // as cited
    std::string location;  // where it is named: "pp3"
    bool alone = false;    // it is placed there and nowhere else, so that other documents may rely on it
};

// A reference in a footnote that says where a text is published which the document names at the mark:
// evidence for that citation, and no citation itself.
struct NoteReference {
    Span span;  // with its annex: "General Assembly resolution 44/25, annex"
    std::string target;
};

// All that extraction finds in one document.
struct Extracted {
    std::string source;               // the document's id: its symbol, or "file:NAME" when it has none
    std::vector<Citation> citations;  // in document order
    std::vector<StructuralFact> facts;
    std::vector<Learned> learned;
    std::vector<NoteReference> note_references;  // by note
};

}  // namespace resograph
