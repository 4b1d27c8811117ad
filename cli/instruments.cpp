#include <algorithm>
#include <array>
#include <set>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/reading.hpp"
#include "graph/work_iri.hpp"
#include "registry/fold.hpp"

namespace resograph::cli {

namespace {

constexpr std::array<Column, 6> columns{{{"id"},
                                         {"kind"},
                                         {"adopted"},
                                         {"symbol"},
                                         {"title", Column::may_shrink},
                                         {"names", Column::not_in_table}}};

std::vector<std::string> names_of(const Instrument& instrument) {
    auto names = instrument.abbreviations;
    names.insert(names.end(), instrument.aliases.begin(), instrument.aliases.end());
    return names;
}

// All that a search looks at, with a blank at both ends so that " word" finds the beginning of a word.
std::string searched_text(const Instrument& instrument) {
    auto text = fmt::format(" {} {} {} {}", instrument.id, instrument.symbol(),
                            fold_name(instrument.short_title), fold_name(instrument.title));
    for (const auto& name : names_of(instrument)) text += ' ' + fold_name(name);
    return text;
}

bool matches(const Instrument& instrument, const std::vector<std::string>& words) {
    const auto text = searched_text(instrument);
    for (const auto& word : words) {
        if (text.find(' ' + fold_name(word)) == std::string::npos &&
            text.find(' ' + word) == std::string::npos) {
            return false;
        }
    }
    return true;
}

Row instrument_row(const Instrument& instrument) {
    return {
        instrument.id,    known(instrument.kind), known(instrument.adopted_date), known(instrument.symbol()),
        instrument.title, names_of(instrument)};
}

// --- what the documents teach ---------------------------------------------------------------------------

constexpr auto hidden = Column::not_in_table;

// Those of registry/tables/instruments.tsv, in its order; then where the documents teach it, and how many.
constexpr std::array<Column, 17> registry_columns{{{"id", hidden},
                                                   {"kind"},
                                                   {"short", hidden},
                                                   {"title", Column::may_shrink},
                                                   {"abbreviations", hidden},
                                                   {"aliases", hidden},
                                                   {"adopted_date", hidden},
                                                   {"adopted_by", Column::may_shrink},
                                                   {"annex"},
                                                   {"unts", hidden},
                                                   {"parent", hidden},
                                                   {"relation", hidden},
                                                   {"in_force", hidden},
                                                   {"source", hidden},
                                                   {"confidence", hidden},
                                                   {"where", Column::may_shrink},
                                                   {"documents"}}};

// All names that were learned for one target, those of most documents first.
using Names = std::vector<const LearnedName*>;

std::map<std::string, Names> names_by_target(const LearnedNames& learned) {
    std::map<std::string, Names> targets;
    for (const auto& [name, what] : learned.all()) targets[what.target].push_back(&what);
    for (auto& [target, names] : targets) {
        std::stable_sort(names.begin(), names.end(),
                         [](const auto* a, const auto* b) { return a->sources.size() > b->sources.size(); });
    }
    return targets;
}

// "annexII" -> "II", as the registry writes it.
std::string annex_of(std::string_view place) {
    constexpr std::string_view word = "annex";
    return std::string(place.starts_with(word) && place != word ? place.substr(word.size()) : place);
}

Instrument new_instrument(const LearnedName& name, const Registry& registry) {
    Instrument instrument;
    const auto [document, annex] = split_annex(name.target);
    instrument.id = name.name.substr(std::string_view("name:").size());
    instrument.kind = kind_in_title(name.title);
    instrument.title = name.title;
    instrument.adopted_date = describe(document, registry).date;
    instrument.adopted_by = document;
    instrument.annex = annex_of(annex);
    instrument.confidence = "low";
    return instrument;
}

// A row of the registry with more aliases, or a new one.
Instrument learned_instrument(const std::string& target, const Names& names, const Registry& registry) {
    const auto* registered = registry.find(target);
    auto instrument = registered ? *registered : new_instrument(*names.front(), registry);
    for (const auto* name : names) {
        if (name->title != instrument.title) instrument.aliases.push_back(name->title);
    }
    return instrument;
}

Row learned_row(const Instrument& instrument, const Names& names) {
    std::set<std::string> sources, places;
    for (const auto* name : names) {
        sources.insert(name->sources.begin(), name->sources.end());
        places.insert(name->places.begin(), name->places.end());
    }
    return {
        instrument.id,
        known(instrument.kind),
        known(instrument.short_title),
        instrument.title,
        instrument.abbreviations,
        instrument.aliases,
        known(instrument.adopted_date),
        known(instrument.locator.empty() ? instrument.adopted_by
                                         : fmt::format("{}, {}", instrument.adopted_by, instrument.locator)),
        known(instrument.annex),
        instrument.unts,
        instrument.parents,
        known(instrument.relation),
        known(instrument.in_force),
        fmt::format("footnote, {}", *places.begin()),
        known(instrument.confidence),
        std::vector<std::string>(places.begin(), places.end()),
        static_cast<std::int64_t>(sources.size())};
}

Status learned_instruments(const Options& options) {
    Messages messages;
    const auto library = load_names(options, messages);
    std::vector<Row> rows;
    for (const auto& [target, names] : names_by_target(library.names)) {
        const auto instrument = learned_instrument(target, names, library.registry);
        if (matches(instrument, options.words)) rows.push_back(learned_row(instrument, names));
    }
    print_rows(options, registry_columns, rows);
    if (rows.empty()) messages.say("the documents teach no such name that the registry lacks");
    return messages.status(library.documents);
}

}  // namespace

Status instruments(const Options& options) {
    if (options.learned) return learned_instruments(options);
    Messages messages;
    const auto registry = load_registry(options, messages);
    std::vector<Row> rows;
    for (const auto& instrument : registry.instruments()) {
        if (matches(instrument, options.words)) rows.push_back(instrument_row(instrument));
    }
    print_rows(options, columns, rows);
    if (rows.empty()) {
        messages.say(fmt::format("no instrument of the registry is called \"{}\"", joined(options.words)));
    }
    return messages.status(registry.instruments().size());
}

}  // namespace resograph::cli
