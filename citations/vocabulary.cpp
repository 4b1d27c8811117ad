#include "citations/vocabulary.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "registry/tsv.hpp"

extern "C" {
extern const char resograph_en_begin[], resograph_en_end[];
extern const char resograph_bodies_begin[], resograph_bodies_end[];
extern const char resograph_limits_begin[], resograph_limits_end[];
extern const char resograph_relations_begin[], resograph_relations_end[];
}

namespace resograph {

namespace {

std::string_view table(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

constexpr std::array<std::pair<std::string_view, TermClass>, 18> language_classes{{
    {"noun", TermClass::noun},
    {"possessive", TermClass::possessive},
    {"sentence", TermClass::present},
    {"ibid", TermClass::ibid},
    {"series", TermClass::series},
    {"entitled", TermClass::entitled},
    {"see", TermClass::see},
    {"unit", TermClass::unit},
    {"month", TermClass::month},
    {"head", TermClass::head},
    {"instrument", TermClass::instrument},
    {"instruments", TermClass::instruments},
    {"taken_up", TermClass::taken_up},
    {"not_citing", TermClass::not_citing},
    {"body_after", TermClass::body_after},
    {"generic", TermClass::generic},
    {"document", TermClass::document},
    {"organization", TermClass::organization},
}};

// In the order of WordList.
constexpr std::array<std::string_view, static_cast<std::size_t>(WordList::count)> word_lists{
    "within_title",    "opens_title",    "before_subject",  "ordinal",           "owner",
    "second_subject",  "subtitle",       "small_head",      "dated_plan",        "about_body",
    "event",           "not_yet",        "leads_to_name",   "follows_name",      "breaks_off",
    "another_subject", "another_party",  "before_opener",   "annexed_to",        "account",
    "expressed",       "kind",           "agenda_item",     "next_account",      "that_resolution",
    "tells_which",     "the_instrument", "that_instrument", "those_instruments", "its_instrument"};

constexpr std::array<std::string_view, 6> series_names{"treaty_series", "official_records", "supplement",
                                                       "sales",         "volume",           "number"};

template <class Names>
std::uint32_t place(Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::uint32_t>(found - names.begin());
    names.emplace_back(name);
    return static_cast<std::uint32_t>(names.size() - 1);
}

bool begins_with_capital(std::string_view phrase) {
    return !phrase.empty() && phrase[0] >= 'A' && phrase[0] <= 'Z';
}

std::string_view without_article(std::string_view name) {
    constexpr std::size_t article = 4;
    return name.starts_with("The ") || name.starts_with("the ") ? name.substr(article) : name;
}

}  // namespace

Vocabulary::Vocabulary(const Registry& registry) {
    add_language(table(resograph_en_begin, resograph_en_end), "en.tsv");
    add_names(registry);
    add_bodies(table(resograph_bodies_begin, resograph_bodies_end), "bodies.tsv", registry);
    add_relations(table(resograph_relations_begin, resograph_relations_end), "relations.tsv");
    add_limits(table(resograph_limits_begin, resograph_limits_end), "limits.tsv");
    classes_.resize(terms_.size());
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
        auto& classes = classes_[i];
        for (auto value = i; value != PhraseTrie::none; value = terms_[value].next) {
            const auto& term = terms_[value];
            classes.all |= mask(term.kind);
            if (!term.capital) classes.small |= mask(term.kind);
            classes.needs_a_look = classes.needs_a_look || term.exact || term.article;
        }
    }
}

void Vocabulary::add(std::string_view phrase, Term term) {
    const auto shared = trie_.value_of(phrase);
    for (auto value = shared; value != PhraseTrie::none; value = terms_[value].next) {
        if (terms_[value].kind == term.kind && terms_[value].index == term.index &&
            terms_[value].relation == term.relation) {
            // Written with and without a capital in the tables: then it may be either in a text.
            if (terms_[value].capital && !term.capital && !term.exact) {
                terms_[value].capital = false;
                trie_.add(phrase, shared, false);
            }
            return;
        }
    }
    term.phrase = phrase;
    term.next = shared;
    terms_.push_back(term);
    trie_.add(phrase, static_cast<std::uint32_t>(terms_.size() - 1), term.capital || term.exact);
}

const Term* Vocabulary::find(std::uint32_t value, TermClass kind) const {
    for (; value != PhraseTrie::none; value = terms_[value].next) {
        if (terms_[value].kind == kind) return &terms_[value];
    }
    return nullptr;
}

int Vocabulary::body(std::string_view code) const {
    const auto found =
        std::find_if(bodies_.begin(), bodies_.end(), [&](const BodyRow& row) { return row.code == code; });
    return found == bodies_.end() ? -1 : static_cast<int>(found - bodies_.begin());
}

int Vocabulary::body_named(std::string_view name) const {
    const auto value = trie_.value_of(without_article(name));
    const auto* term = find(value, TermClass::body);
    return term ? static_cast<int>(term->index) : -1;
}

namespace {

// Splits on '|' without copying: terms keep views into the table.
template <class Visit>
void for_each_value(std::string_view field, Visit visit) {
    while (!field.empty()) {
        const auto bar = field.find('|');
        if (const auto value = field.substr(0, bar); !value.empty()) visit(value);
        if (bar == std::string_view::npos) return;
        field.remove_prefix(bar + 1);
    }
}

}  // namespace

bool Vocabulary::add_words(std::string_view list, std::string_view words) {
    const auto found = std::find(word_lists.begin(), word_lists.end(), list);
    if (found == word_lists.end()) return false;
    words_[static_cast<std::size_t>(found - word_lists.begin())] = split_values(words);
    return true;
}

void Vocabulary::add_language(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    for (const auto& row : tsv.rows) {
        const auto name = tsv.field(row, 0);
        const auto value = tsv.field(row, 1);
        if (name == "symbol") {
            symbol_prefixes_ = split_values(tsv.field(row, 2));
            std::sort(symbol_prefixes_.begin(), symbol_prefixes_.end());
            continue;
        }
        if (name == "words" && add_words(value, tsv.field(row, 2))) continue;
        const auto found = std::find_if(language_classes.begin(), language_classes.end(),
                                        [&](const auto& c) { return c.first == name; });
        if (found == language_classes.end()) {
            diagnostics_.push_back({Severity::error,
                                    std::string(file),
                                    {row.line, 1},
                                    fmt::format("\"{}\" is no class of phrases", name)});
            continue;
        }
        Term term;
        term.kind = found->second;
        switch (term.kind) {
            case TermClass::noun:
                term.index = value == "decision";
                break;
            case TermClass::unit:
                term.index = place(units_, value);
                break;
            case TermClass::head:
                term.index = place(heads_, value);
                break;
            case TermClass::month:
                std::from_chars(value.data(), value.data() + value.size(), term.index);
                break;
            case TermClass::series:
                term.index = static_cast<std::uint32_t>(
                    std::find(series_names.begin(), series_names.end(), value) - series_names.begin());
                break;
            default:
                break;
        }
        for_each_value(tsv.field(row, 2), [&](std::string_view phrase) {
            term.capital = begins_with_capital(phrase);
            add(phrase, term);
        });
    }
}

void Vocabulary::add_bodies(std::string_view bytes, std::string_view file, const Registry& registry) {
    const auto tsv = read_tsv(bytes, file);
    for (const auto& row : tsv.rows) {
        const auto index = static_cast<std::uint32_t>(bodies_.size());
        bodies_.push_back({std::string(tsv.field(row, 0)), split_values(tsv.field(row, 1)),
                           split_values(tsv.field(row, 2)), std::string(tsv.field(row, 3)),
                           std::string(tsv.field(row, 4)), PhraseTrie::none});
        if (const auto id = tsv.field(row, 5); !id.empty()) {
            if (const auto* instrument = registry.find(id))
                bodies_.back().instrument =
                    static_cast<std::uint32_t>(instrument - registry.instruments().data());
            else
                diagnostics_.push_back({Severity::error,
                                        std::string(file),
                                        {row.line, 1},
                                        fmt::format("\"{}\" is no id of the registry", id)});
        }
        Term term;
        term.index = index;
        term.capital = true;
        term.kind = TermClass::body;
        for_each_value(tsv.field(row, 1), [&](std::string_view phrase) { add(phrase, term); });
        term.kind = TermClass::short_body;
        term.index = 0;  // which one is for the context to say
        for_each_value(tsv.field(row, 2), [&](std::string_view phrase) { add(phrase, term); });
    }
}

void Vocabulary::add_relations(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    for (const auto& row : tsv.rows) {
        Term term;
        term.kind = TermClass::relation;
        if (!parse_relation(tsv.field(row, 0), term.relation)) {
            diagnostics_.push_back({Severity::error,
                                    std::string(file),
                                    {row.line, 1},
                                    fmt::format("\"{}\" is no relation of the contract", tsv.field(row, 0))});
            continue;
        }
        const auto reach = tsv.field(row, 1);
        term.reach = reach == "inner" ? Reach::inner : reach == "after" ? Reach::after : Reach::opener;
        for_each_value(tsv.field(row, 2), [&](std::string_view phrase) { add(phrase, term); });
    }
}

void Vocabulary::add_limits(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    const auto number = [](std::string_view digits) {
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    };
    for (const auto& row : tsv.rows) {
        Limit limit{std::string(tsv.field(row, 0)), std::string(tsv.field(row, 1)), number(tsv.field(row, 2)),
                    number(tsv.field(row, 3))};
        limits_.emplace(limit.body + ' ' + limit.session, limit);
    }
}

const Limit* Vocabulary::limit(std::string_view body, std::string_view session) const {
    std::string key(body);
    key += ' ';
    key += session;
    const auto found = limits_.find(key);
    return found == limits_.end() ? nullptr : &found->second;
}

int Vocabulary::year_of(std::string_view body, int serial) const {
    int year = 0;
    for (const auto& [key, limit] : limits_) {
        if (limit.body == body && limit.year > 0 && limit.last >= serial && (year == 0 || limit.year < year))
            year = limit.year;
    }
    return year;
}

namespace {

// Whether one of the words is this, with a capital or without.
bool names_kind(std::string_view name, std::string_view kind) {
    const auto at = name.find(kind.substr(1));
    return at != std::string_view::npos && at > 0 && name.substr(at + kind.size() - 1).starts_with(' ');
}

}  // namespace

// "declaration on the commemoration of the seventy-fifth anniversary …", "further initiatives for social
// development": a long name that says what it is, or has no capital but its first, means nothing else in
// small letters.
bool Vocabulary::is_plain_in_lower_case(std::string_view name) const {
    constexpr std::ptrdiff_t blanks_of_sentence = 4;
    const bool as_sentence =
        std::none_of(name.begin() + 1, name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (as_sentence && std::count(name.begin(), name.end(), ' ') >= blanks_of_sentence &&
        std::any_of(words(WordList::kind).begin(), words(WordList::kind).end(),
                    [&](const std::string& kind) { return names_kind(name, kind); }))
        return true;
    constexpr std::ptrdiff_t blanks = 8;
    if (std::count(name.begin(), name.end(), ' ') < blanks) return false;
    const auto first = name.find(' ');
    const auto second = name.find(' ', first + 1);
    return find(name.substr(0, first), TermClass::head) != nullptr ||
           find(name.substr(first + 1, second - first - 1), TermClass::head) != nullptr;
}

// "Copenhagen Declaration and the Programme of Action" for "Copenhagen Declaration and Programme of Action";
// nullptr if no head follows an "and".
const std::string* Vocabulary::with_article_after_and(std::string_view name) {
    constexpr std::string_view conjunction = " and ";
    const auto at = name.find(conjunction);
    if (at == std::string_view::npos) return nullptr;
    const auto second = at + conjunction.size();
    const auto match = trie_.match(name, next_word(name, second));
    if (match.value == PhraseTrie::none || !find(match.value, TermClass::head)) return nullptr;
    return &variants_.emplace_back(fmt::format("{}the {}", name.substr(0, second), name.substr(second)));
}

void Vocabulary::add_names(const Registry& registry) {
    const auto add_name = [&](std::string_view name, TermClass kind, std::size_t index, bool exact) {
        Term term;
        const bool has_article = name.starts_with("The ");
        name = without_article(name);
        term.article = has_article && !begins_with_capital(name) && name[0] >= 'a';
        term.kind = kind;
        term.index = static_cast<std::uint32_t>(index);
        term.exact = exact;
        term.capital = begins_with_capital(name) && !is_plain_in_lower_case(name);
        add(name, term);
    };
    const auto add_variants = [&](std::string_view name, TermClass kind, std::size_t index) {
        add_name(name, kind, index, false);
        if (const auto* variant = with_article_after_and(name)) add_name(*variant, kind, index, false);
    };
    for (std::size_t i = 0; i < registry.groups().size(); ++i) {
        const auto& group = registry.groups()[i];
        add_variants(group.title, TermClass::group, i);
        for (const auto& alias : group.aliases) add_variants(alias, TermClass::group, i);
    }
    for (std::size_t i = 0; i < registry.ambiguous().size(); ++i) {
        const auto& name = registry.ambiguous()[i];
        const bool is_group = find(without_article(name.alias), TermClass::group) != nullptr;
        if (!name.candidates.empty() && !is_group) add_name(name.alias, TermClass::ambiguous, i, false);
    }
    const auto is_ambiguous = [&](std::string_view name) {
        return find(without_article(name), TermClass::ambiguous) != nullptr;
    };
    for (std::size_t i = 0; i < registry.instruments().size(); ++i) {
        const auto& instrument = registry.instruments()[i];
        const auto add_alias = [&](const std::string& name) {
            if (!name.empty() && !is_ambiguous(name)) add_variants(name, TermClass::name, i);
        };
        add_alias(instrument.title);
        add_alias(instrument.short_title);
        for (const auto& alias : instrument.aliases) add_alias(alias);
        for (const auto& abbreviation : instrument.abbreviations)
            add_name(abbreviation, TermClass::name, i, true);
    }
}

}  // namespace resograph
