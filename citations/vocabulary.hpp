// The vocabulary of citations: the language tables (citations/tables) and the names of the registry, all in
// one phrase trie. Built once, shared by all threads.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citations/citation.hpp"
#include "citations/phrase_trie.hpp"
#include "registry/registry.hpp"

namespace resograph {

// What a phrase is (citations/tables/README.md). A phrase may be several things: "rules" is a unit, and
// "Rules" the head of names.
enum class TermClass : std::uint8_t {
    noun,
    possessive,
    present,
    ibid,
    series,
    entitled,
    see,
    unit,
    month,
    head,
    instrument,
    instruments,
    taken_up,
    not_citing,
    body_after,
    generic,
    document,
    organization,
    body,
    short_body,
    relation,
    name,
    group,
    ambiguous,
    count,
};

constexpr std::uint32_t mask(TermClass c) { return 1U << static_cast<unsigned>(c); }

// Words that are no terms of their own, by what they do between terms (class `words` of the tables).
enum class WordList : std::uint8_t {
    within_title,
    opens_title,
    before_subject,
    ordinal,
    owner,
    second_subject,
    subtitle,
    small_head,
    dated_plan,
    about_body,
    event,
    not_yet,
    leads_to_name,
    follows_name,
    breaks_off,
    another_subject,
    another_party,
    before_opener,
    annexed_to,
    account,
    expressed,
    kind,
    agenda_item,
    next_account,
    that_resolution,
    tells_which,
    the_instrument,
    that_instrument,
    those_instruments,
    its_instrument,
    count,
};

enum class Noun : std::uint8_t { resolution, decision };
enum class Series : std::uint8_t { treaty_series, official_records, supplement, sales, volume, number };
enum class Reach : std::uint8_t { opener, inner, after };

struct Term {
    TermClass kind = TermClass::noun;
    bool exact = false;    // an abbreviation: only as written
    bool capital = false;  // its first letter must be a capital in the text
    bool article = false;  // "The" must stand before it: “The future we want”
    std::uint32_t index =
        0;  // Noun, Series, month, or the row in units(), heads(), bodies(), registry tables
    Relation relation = Relation::mentions;
    Reach reach = Reach::opener;
    std::string_view phrase;                // as in the table
    std::uint32_t next = PhraseTrie::none;  // another term with the same words
};

// A body that adopts resolutions (tables/bodies.tsv).
struct BodyRow {
    std::string code;
    std::vector<std::string> names;
    std::vector<std::string> short_names;
    std::string resolution;  // "A/RES/{n}"; empty: its numbers have no symbol
    std::string decision;
    std::uint32_t instrument = PhraseTrie::none;  // whose parties meet in it: the row in the registry

    // Whether "Council" or "Commission" may mean this body.
    bool goes_by(std::string_view short_name) const {
        return std::find(short_names.begin(), short_names.end(), short_name) != short_names.end();
    }

    // Whether its numbers are "58.3" and "70(17)", not "58/3".
    bool counts_with_dots() const { return resolution.find("{s}.{r}") != std::string::npos; }
};

// When a body's session met, or how far its numbers had come by the end of a year (tables/limits.tsv).
struct Limit {
    std::string body;
    std::string session;  // "S-26"; a year for the Security Council
    int year = 0;
    int last = 0;  // the highest number; 0: not known
};

class Vocabulary {
public:
    explicit Vocabulary(const Registry& registry);

    const PhraseTrie& trie() const { return trie_; }
    const Term& term(std::uint32_t value) const { return terms_[value]; }

    // The classes of a phrase and of all terms that share its words.
    std::uint32_t classes(std::uint32_t value) const { return classes_[value].all; }

    // Those of them that are written with a small first letter too.
    std::uint32_t small_classes(std::uint32_t value) const { return classes_[value].small; }

    // Whether more than the first letter says which classes a phrase has: it is an abbreviation, or needs an
    // article.
    bool needs_a_look(std::uint32_t value) const { return classes_[value].needs_a_look; }

    // The term of a class among those that share a phrase; nullptr if there is none.
    const Term* find(std::uint32_t value, TermClass kind) const;

    // The same of exactly this phrase.
    const Term* find(std::string_view phrase, TermClass kind) const {
        return find(trie_.value_of(phrase), kind);
    }

    const std::vector<std::string>& units() const { return units_; }  // "art", "para", …
    const std::vector<std::string>& heads() const { return heads_; }  // "Convention", …
    const std::vector<std::string>& symbol_prefixes() const {
        return symbol_prefixes_;
    }  // sorted: "A", "CRC", …
    const std::vector<std::string>& words(WordList list) const {
        return words_[static_cast<std::size_t>(list)];
    }
    bool is_in(WordList list, std::string_view word) const {
        return std::find(words(list).begin(), words(list).end(), word) != words(list).end();
    }
    const std::vector<BodyRow>& bodies() const { return bodies_; }
    int body(std::string_view code) const;        // -1: unknown
    int body_named(std::string_view name) const;  // by a full name, -1: unknown

    const Limit* limit(std::string_view body, std::string_view session) const;  // nullptr: not in the table

    // The year in which a body whose numbers run on came to this one; 0 if the table does not say.
    int year_of(std::string_view body, int serial) const;

    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    void add(std::string_view phrase, Term term);
    void add_language(std::string_view bytes, std::string_view file);
    bool add_words(std::string_view list, std::string_view words);
    void add_bodies(std::string_view bytes, std::string_view file, const Registry& registry);
    void add_relations(std::string_view bytes, std::string_view file);
    void add_limits(std::string_view bytes, std::string_view file);
    void add_names(const Registry& registry);
    const std::string* with_article_after_and(std::string_view name);
    bool is_plain_in_lower_case(std::string_view name) const;

    struct Classes {
        std::uint32_t all = 0;
        std::uint32_t small = 0;
        bool needs_a_look = false;
    };
    PhraseTrie trie_;
    std::vector<Term> terms_;
    std::deque<std::string> variants_;  // of names, where no table writes them
    std::vector<Classes> classes_;      // of each term and all that share its words
    std::vector<std::string> units_;
    std::vector<std::string> heads_;
    std::vector<std::string> symbol_prefixes_;
    std::array<std::vector<std::string>, static_cast<std::size_t>(WordList::count)> words_;
    std::vector<BodyRow> bodies_;
    std::unordered_map<std::string, Limit> limits_;  // "GA S-26"
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace resograph
