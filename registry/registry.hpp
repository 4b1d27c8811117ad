// The known instruments: their ids, names, places of publication and relations to each other.
//
// The tables are in registry/tables and are part of the library; users may add rows (add_table). Their
// format, and how far to trust them, is described in registry/README.md.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// A convention, protocol, declaration, set of rules, …
struct Instrument {
    std::string id;           // "untoc-tip"
    std::string kind;         // treaty, protocol, declaration, rules, … (contract, section 3)
    std::string short_title;  // for labels
    std::string title;
    std::vector<std::string> abbreviations;  // "CRC": matched with their case
    std::vector<std::string> aliases;
    std::string adopted_date;          // ISO 8601, perhaps only a year
    std::string adopted_by;            // "A/RES/55/25", or a conference in words
    std::string locator;               // what follows the symbol in the table: "chap. III"
    std::string annex;                 // "I", "annex", "": the text is the resolution itself
    std::vector<std::string> unts;     // "2225:39574": Treaty Series volume and number
    std::vector<std::string> parents;  // ids
    std::string relation;              // to the parents: protocol_to, amends, supplements, part_of
    std::string in_force;
    std::string confidence;    // high, medium, low
    std::string folded_title;  // " convention on the rights of the child ": the words of the title (fold.hpp)

    // "A/RES/55/25#annexII", "A/RES/36/55"; empty when no document symbol is known.
    std::string symbol() const;

    // Where in a report of several it stands: "chap. I, resolution 1, annex II".
    std::string place() const;
};

// A collective name: "the Geneva Conventions of 12 August 1949".
struct Group {
    std::string id;
    std::string title;
    std::vector<std::string> aliases;
    std::vector<std::string> members;  // instrument ids
    std::string folded_title;
};

// A name that stands for different instruments in different texts. Decided by `rules`, in order.
struct AmbiguousName {
    std::string alias;
    std::vector<std::string> candidates;
    std::string rule;    // for people
    std::string decide;  // for the resolver: see registry/README.md
};

// A conference report by its United Nations sales number: which instrument each part is.
struct SalesNumber {
    std::string number;    // "E.96.IV.13"
    std::string document;  // "A/CONF.177/20/Rev.1"
    std::string conference;
    std::vector<std::pair<std::string, std::string>> parts;  // "chap. I, resolution 1, annex I" -> id
};

// A cited document whose type, author and date the symbol does not tell: they are part of its IRI.
struct KnownDocument {
    std::string symbol;  // "E/2002/68/Add.1"
    std::string kind;    // "report"
    std::string author;  // "ohchr"
    std::string date;
};

struct ResolutionTitle {
    std::string date;  // as far as known: "2000-11", "1946"
    std::string title;
};

// For tables that are asked with a std::string_view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class Registry {
public:
    // The tables of the library alone. They are checked by the tests, so this does not fail.
    Registry();

    // Adds the rows of a table of instruments in the same format. Rows that cannot be used are named in
    // the diagnostics, with line and column; the others are added.
    std::vector<Diagnostic> add_table(std::string_view bytes, std::string_view file);

    // Duplicate ids, dangling parents, one name for two instruments, in the library's own tables.
    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

    const std::vector<Instrument>& instruments() const { return instruments_; }
    const std::vector<Group>& groups() const { return groups_; }
    const std::vector<AmbiguousName>& ambiguous() const { return ambiguous_; }
    const std::vector<SalesNumber>& sales_numbers() const { return sales_numbers_; }

    // By id; nullptr when unknown.
    const Instrument* find(std::string_view id) const;
    const Group* find_group(std::string_view id) const;
    const SalesNumber* find_sales_number(std::string_view number) const;

    // The instruments published at a place such as "A/RES/55/25#annexII": none, one, or several
    // ("A/RES/2200(XXI)A#annex" holds two Covenants and a Protocol).
    std::vector<const Instrument*> at(std::string_view symbol) const;

    // Those in chapters of a report of this symbol, "A/CONF.157/24(PartI)"; Instrument::place says in which.
    std::vector<const Instrument*> in_chapters_of(std::string_view symbol) const;

    // The id of the node that also answers to this id: "untoc-tip" for "A/RES/55/25#annexII", else itself.
    std::string canonical(std::string_view id) const;

    // By Treaty Series volume and number, "1577:27531"; the number may be empty.
    std::vector<const Instrument*> in_treaty_series(std::string_view volume, std::string_view number) const;

    // The instruments that have this one as a parent: its protocols, amendments, …
    std::vector<const Instrument*> children(std::string_view id) const;

    // nullptr when no table has it.
    const KnownDocument* find_document(std::string_view symbol) const;

    // The day on which a resolution was adopted, known from the instruments that it adopted; "" if unknown.
    std::string_view adoption_date(std::string_view symbol) const;

    // The title of a resolution, nullptr when unknown.
    const ResolutionTitle* title_of(std::string_view symbol) const;

private:
    friend struct RegistryLoader;
    std::vector<Instrument> instruments_;
    std::vector<Group> groups_;
    std::vector<AmbiguousName> ambiguous_;
    std::vector<SalesNumber> sales_numbers_;
    std::vector<KnownDocument> documents_;
    std::unordered_map<std::string, std::string> adoption_dates_;  // by symbol of the resolution
    using Places = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;
    Places by_id_;
    Places group_by_id_;
    std::unordered_multimap<std::string, std::size_t> by_symbol_;
    std::unordered_multimap<std::string, std::size_t> by_report_;
    std::unordered_multimap<std::string, std::size_t> by_unts_;
    std::unordered_multimap<std::string, std::size_t> by_parent_;
    mutable std::shared_ptr<const std::unordered_map<std::string, ResolutionTitle>> titles_;
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace resograph
