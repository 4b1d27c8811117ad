// References: mentions of other texts as written. The grammar of one language of resolutions; nothing is
// looked up beyond the vocabulary, and nothing of the context is known yet but the words around.
#pragma once

#include <string>
#include <vector>

#include "citations/shapes.hpp"
#include "citations/tokens.hpp"
#include "citations/vocabulary.hpp"
#include "document/document.hpp"

namespace resograph {

struct Reference {
    enum class Kind : std::uint8_t {
        number,     // "resolution 55/25", "decision 54/439"
        symbol,     // "A/59/565"
        name,       // a registered instrument
        group,      // a registered group of instruments
        ambiguous,  // a name that the context must decide
        title,      // a name nobody registered: "Bridgetown Covenant"
        anaphor,    // "the Convention", "the Protocol thereto", "that resolution", "those instruments"
        document,   // "the report of the Secretary-General,³": only a footnote or a bracket says which
        ibid,
        treaty_series,  // "United Nations, Treaty Series, vol. 1577, No. 27531": evidence in a note
        sales,          // "Sales No. E.96.IV.13": evidence in a note
    };
    enum class Determiner : std::uint8_t { none, the, that, those, its, thereto };

    Kind kind = Kind::name;
    Span span;
    std::uint32_t block = 0;
    Relation relation = Relation::mentions;
    Span governor;                       // the words that the relation comes from
    std::vector<std::string> annexes;    // "annex", "annexII", "appendix"
    std::vector<std::string> pinpoints;  // "art_6__para_3"
    std::vector<Span> places;            // the words of annexes and pinpoints
    std::string date;  // "2000-11-15", as far as printed after it; "2014" of "its 2014 Protocol"
    int mark = -1;     // index of the note mark that stands at it

    Noun noun = Noun::resolution;  // number
    Number number;                 // number
    char letter = '\0';            // number: "A" of 55/180 A; several letters are several references
    int body = -1;                 // number: a body named with it (row of Vocabulary::bodies)
    bool short_body = false;       // number: only "Council", "Assembly", "Commission"
    std::string_view body_name;    // number: that short name
    bool possessive = false;       // number: "its resolution"
    int last_conference = -1;      // number: the conference of parties named last in the document
    int last_body = -1;            // number: the body that the paragraph named last before it
    int subject = -1;              // number: the body that is the subject of the clause of "its"

    std::string value;        // symbol; title as cited; head of an anaphor; volumes and numbers
    std::uint32_t index = 0;  // name, group, ambiguous: row of the registry
    Determiner determiner = Determiner::none;  // anaphor
    bool plural = false;                       // anaphor
    bool small = false;  // anaphor: "that agreement", "the resolution": of the same paragraph only, if at all
    std::string bracket;      // name, title: the symbol in the bracket after it
    std::uint32_t list = 0;   // number: the list that it stands in
    bool silent = false;      // only an antecedent: a name within the quoted title of what is cited, an
                              // anaphor in the bracket that defines it
    bool only_heads = false;  // title: "Declaration of Commitment": a name only if it begins a longer one
    bool adopts = false;      // "by which it adopted": the nearest number before adopted this
};

// Every reference of the document, in the order of the text.
std::vector<Reference> find_references(const Document& document, const Tokens& tokens,
                                       const Vocabulary& vocabulary);

}  // namespace resograph
