#include <array>

#include <fmt/core.h>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/reading.hpp"
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

}  // namespace

Status instruments(const Options& options) {
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
