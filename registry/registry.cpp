#include "registry/registry.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "registry/fold.hpp"
#include "registry/tsv.hpp"

extern "C" {
#define RESOGRAPH_TABLE(name) extern const char resograph_##name##_begin[], resograph_##name##_end[]
RESOGRAPH_TABLE(instruments);
RESOGRAPH_TABLE(ilo);
RESOGRAPH_TABLE(groups);
RESOGRAPH_TABLE(ambiguous_aliases);
RESOGRAPH_TABLE(sales_numbers);
RESOGRAPH_TABLE(documents);
RESOGRAPH_TABLE(resolution_titles);
#undef RESOGRAPH_TABLE
}

namespace resograph {

namespace {

std::string_view table(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

// "A/RES/55/25", "WHA58.3"; not "Council of Europe".
bool is_symbol(std::string_view adopted_by) {
    return adopted_by.find(' ') == std::string_view::npos &&
           adopted_by.find_first_of("0123456789") != std::string_view::npos;
}

// "A/CONF.157/24(PartI), chap. III" is a symbol and a place in it; a conference in words has no place.
std::pair<std::string, std::string> split_locator(std::string_view adopted_by) {
    const auto comma = adopted_by.find(", ");
    const auto head = adopted_by.substr(0, comma);
    if (!is_symbol(head)) return {std::string(adopted_by), ""};
    return {std::string(head),
            comma == std::string_view::npos ? "" : std::string(adopted_by.substr(comma + 2))};
}

}  // namespace

std::string Instrument::symbol() const {
    if (!is_symbol(adopted_by) || (annex.empty() && !locator.empty())) return "";
    if (annex.empty()) return adopted_by;
    return adopted_by + (annex == "annex" || annex == "appendix" ? "#" + annex : "#annex" + annex);
}

std::string Instrument::place() const {
    if (annex.empty()) return locator;
    return locator + (annex == "annex" || annex == "appendix" ? ", " + annex : ", annex " + annex);
}

// Fills a registry from tables, and remembers who claimed a name first.
struct RegistryLoader {
    Registry& registry;
    std::vector<Diagnostic>& diagnostics;
    std::unordered_map<std::string, std::string> owner_of_name;  // folded name -> id

    void report(std::string_view file, std::uint32_t line, int column, std::string message) {
        diagnostics.push_back({Severity::error,
                               std::string(file),
                               {line, static_cast<std::uint32_t>(std::max(column, 0) + 1)},
                               std::move(message)});
    }

    void add_instruments(std::string_view bytes, std::string_view file);
    void check_parents(std::size_t first, std::string_view file, const std::vector<std::uint32_t>& lines);
    void check_names(const Instrument& instrument, std::string_view file, std::uint32_t line);
    void index(std::size_t position);
    void add_groups(std::string_view bytes, std::string_view file);
    void add_ambiguous(std::string_view bytes, std::string_view file);
    void add_sales_numbers(std::string_view bytes, std::string_view file);
    void add_documents(std::string_view bytes, std::string_view file);
};

void RegistryLoader::check_names(const Instrument& instrument, std::string_view file, std::uint32_t line) {
    auto names = instrument.aliases;
    names.push_back(instrument.title);
    for (const auto& name : names) {
        const auto [owner, is_new] = owner_of_name.try_emplace(fold_name(name), instrument.id);
        if (is_new || owner->second == instrument.id || owner->second == "*") continue;
        report(
            file, line, 0,
            fmt::format("\"{}\" names both {} and {}, expected one of them or a row in ambiguous_aliases.tsv",
                        name, owner->second, instrument.id));
    }
}

void RegistryLoader::index(std::size_t position) {
    const auto& instrument = registry.instruments_[position];
    registry.by_id_.emplace(instrument.id, position);
    if (const auto symbol = instrument.symbol(); !symbol.empty())
        registry.by_symbol_.emplace(symbol, position);
    if (!instrument.locator.empty()) registry.by_report_.emplace(instrument.adopted_by, position);
    constexpr std::size_t day = 10;
    if (instrument.adopted_date.size() == day)
        registry.adoption_dates_.try_emplace(instrument.adopted_by, instrument.adopted_date);
    for (const auto& place : instrument.unts) registry.by_unts_.emplace(place, position);
}

void RegistryLoader::add_instruments(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    diagnostics.insert(diagnostics.end(), tsv.diagnostics.begin(), tsv.diagnostics.end());
    const int id = tsv.column("id");
    const int title = tsv.column("title");
    if (id < 0 || title < 0) {
        report(file, 1, 0, "not a table of instruments, expected at least the columns id and title");
        return;
    }
    const auto first = registry.instruments_.size();
    std::vector<std::uint32_t> lines;
    for (const auto& row : tsv.rows) {
        const auto text = [&](const char* name) { return std::string(tsv.field(row, tsv.column(name))); };
        const auto values = [&](const char* name) { return split_values(tsv.field(row, tsv.column(name))); };
        Instrument instrument;
        instrument.id = text("id");
        if (instrument.id.empty() || instrument.id.find_first_of(" #\t") != std::string::npos) {
            report(file, row.line, id,
                   fmt::format("\"{}\" is no id, expected letters, digits and hyphens", instrument.id));
            continue;
        }
        if (registry.by_id_.contains(instrument.id)) {
            report(file, row.line, id, fmt::format("{} stands twice, expected one row an id", instrument.id));
            continue;
        }
        instrument.kind = text("kind");
        instrument.short_title = text("short");
        instrument.title = text("title");
        instrument.abbreviations = values("abbreviations");
        instrument.aliases = values("aliases");
        instrument.adopted_date = text("adopted_date");
        std::tie(instrument.adopted_by, instrument.locator) =
            split_locator(tsv.field(row, tsv.column("adopted_by")));
        instrument.annex = text("annex");
        instrument.unts = values("unts");
        instrument.parents = values("parent");
        instrument.relation = text("relation");
        instrument.in_force = text("in_force");
        instrument.confidence = text("confidence");
        instrument.folded_title = fmt::format(" {} ", fold_name(instrument.title));
        if (instrument.title.empty()) {
            report(file, row.line, title, fmt::format("{} has no title", instrument.id));
            continue;
        }
        check_names(instrument, file, row.line);
        registry.instruments_.push_back(std::move(instrument));
        lines.push_back(row.line);
        index(registry.instruments_.size() - 1);
    }
    check_parents(first, file, lines);
}

void RegistryLoader::check_parents(std::size_t first, std::string_view file,
                                   const std::vector<std::uint32_t>& lines) {
    for (auto i = first; i < registry.instruments_.size(); ++i) {
        auto& instrument = registry.instruments_[i];
        std::erase_if(instrument.parents, [&](const std::string& parent) {
            if (registry.find(parent)) return false;
            report(file, lines[i - first], 0,
                   fmt::format("the parent {} of {} is not in the registry", parent, instrument.id));
            return true;
        });
        for (const auto& parent : instrument.parents) registry.by_parent_.emplace(parent, i);
    }
}

void RegistryLoader::add_groups(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    for (const auto& row : tsv.rows) {
        Group group{std::string(tsv.field(row, tsv.column("id"))),
                    std::string(tsv.field(row, tsv.column("title"))),
                    split_values(tsv.field(row, tsv.column("aliases"))),
                    split_values(tsv.field(row, tsv.column("members"))), ""};
        group.folded_title = fmt::format(" {} ", fold_name(group.title));
        if (registry.by_id_.contains(group.id) || registry.group_by_id_.contains(group.id)) {
            report(file, row.line, 0, fmt::format("{} stands twice, expected one row an id", group.id));
            continue;
        }
        std::erase_if(group.members, [&](const std::string& member) {
            if (registry.find(member)) return false;
            report(file, row.line, 0,
                   fmt::format("the member {} of {} is not in the registry", member, group.id));
            return true;
        });
        registry.group_by_id_.emplace(group.id, registry.groups_.size());
        registry.groups_.push_back(std::move(group));
    }
}

void RegistryLoader::add_ambiguous(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    for (const auto& row : tsv.rows) {
        AmbiguousName name{std::string(tsv.field(row, tsv.column("alias"))),
                           split_values(tsv.field(row, tsv.column("candidates"))),
                           std::string(tsv.field(row, tsv.column("rule"))),
                           std::string(tsv.field(row, tsv.column("decide")))};
        owner_of_name[fold_name(name.alias)] = "*";
        registry.ambiguous_.push_back(std::move(name));
        (void)file;
    }
}

void RegistryLoader::add_sales_numbers(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    for (const auto& row : tsv.rows) {
        SalesNumber number{std::string(tsv.field(row, tsv.column("sales_no"))),
                           std::string(tsv.field(row, tsv.column("document"))),
                           std::string(tsv.field(row, tsv.column("conference"))),
                           {}};
        for (const auto& part : split_values(tsv.field(row, tsv.column("parts")))) {
            const auto equals = part.rfind('=');
            if (equals == std::string::npos || !registry.find(part.substr(equals + 1))) {
                report(file, row.line, 0,
                       fmt::format("\"{}\" is no part, expected \"chap. I, resolution 1=ID\"", part));
                continue;
            }
            number.parts.emplace_back(part.substr(0, equals), part.substr(equals + 1));
        }
        registry.sales_numbers_.push_back(std::move(number));
    }
}

void RegistryLoader::add_documents(std::string_view bytes, std::string_view file) {
    const auto tsv = read_tsv(bytes, file);
    for (const auto& row : tsv.rows) {
        registry.documents_.push_back({std::string(tsv.field(row, tsv.column("symbol"))),
                                       std::string(tsv.field(row, tsv.column("kind"))),
                                       std::string(tsv.field(row, tsv.column("author"))),
                                       std::string(tsv.field(row, tsv.column("date")))});
    }
}

Registry::Registry() {
    RegistryLoader loader{*this, diagnostics_, {}};
    loader.add_ambiguous(table(resograph_ambiguous_aliases_begin, resograph_ambiguous_aliases_end),
                         "ambiguous_aliases.tsv");
    loader.add_instruments(table(resograph_instruments_begin, resograph_instruments_end), "instruments.tsv");
    loader.add_instruments(table(resograph_ilo_begin, resograph_ilo_end), "ilo.tsv");
    loader.add_groups(table(resograph_groups_begin, resograph_groups_end), "groups.tsv");
    loader.add_sales_numbers(table(resograph_sales_numbers_begin, resograph_sales_numbers_end),
                             "sales_numbers.tsv");
    loader.add_documents(table(resograph_documents_begin, resograph_documents_end), "documents.tsv");
}

std::vector<Diagnostic> Registry::add_table(std::string_view bytes, std::string_view file) {
    std::vector<Diagnostic> found;
    RegistryLoader loader{*this, found, {}};
    for (const auto& name : ambiguous_) loader.owner_of_name[fold_name(name.alias)] = "*";
    for (const auto& instrument : instruments_) {
        loader.owner_of_name.try_emplace(fold_name(instrument.title), instrument.id);
        for (const auto& alias : instrument.aliases)
            loader.owner_of_name.try_emplace(fold_name(alias), instrument.id);
    }
    loader.add_instruments(bytes, file);
    return found;
}

const Instrument* Registry::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &instruments_[found->second];
}

const Group* Registry::find_group(std::string_view id) const {
    const auto found = group_by_id_.find(id);
    return found == group_by_id_.end() ? nullptr : &groups_[found->second];
}

const SalesNumber* Registry::find_sales_number(std::string_view number) const {
    const auto found = std::find_if(sales_numbers_.begin(), sales_numbers_.end(),
                                    [&](const SalesNumber& row) { return row.number == number; });
    return found == sales_numbers_.end() ? nullptr : &*found;
}

const KnownDocument* Registry::find_document(std::string_view symbol) const {
    const auto found = std::find_if(documents_.begin(), documents_.end(),
                                    [&](const KnownDocument& row) { return row.symbol == symbol; });
    return found == documents_.end() ? nullptr : &*found;
}

std::string_view Registry::adoption_date(std::string_view symbol) const {
    const auto found = adoption_dates_.find(std::string(symbol));
    return found == adoption_dates_.end() ? std::string_view{} : std::string_view(found->second);
}

namespace {

// The instruments that an index has under a key, in the order of the table.
std::vector<const Instrument*> under(const std::unordered_multimap<std::string, std::size_t>& index,
                                     std::string_view key, const std::vector<Instrument>& instruments) {
    std::vector<const Instrument*> found;
    const auto [first, last] = index.equal_range(std::string(key));
    for (auto it = first; it != last; ++it) found.push_back(&instruments[it->second]);
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

std::vector<const Instrument*> Registry::at(std::string_view symbol) const {
    return under(by_symbol_, symbol, instruments_);
}

std::vector<const Instrument*> Registry::in_chapters_of(std::string_view symbol) const {
    return under(by_report_, symbol, instruments_);
}

std::vector<const Instrument*> Registry::children(std::string_view id) const {
    return under(by_parent_, id, instruments_);
}

std::string Registry::canonical(std::string_view id) const {
    const auto place = std::string(id);
    if (place.find('#') == std::string::npos) return place;  // the resolution itself stays what it is
    const auto found = at(id);
    return found.size() == 1 ? found.front()->id : place;
}

std::vector<const Instrument*> Registry::in_treaty_series(std::string_view volume,
                                                          std::string_view number) const {
    std::vector<const Instrument*> found;
    if (!number.empty()) {
        const auto [first, last] = by_unts_.equal_range(fmt::format("{}:{}", volume, number));
        for (auto it = first; it != last; ++it) found.push_back(&instruments_[it->second]);
    } else {
        for (const auto& [place, position] : by_unts_) {
            if (place.starts_with(fmt::format("{}:", volume))) found.push_back(&instruments_[position]);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

const ResolutionTitle* Registry::title_of(std::string_view symbol) const {
    // 6,000 rows that most calls never need: read at the first question, by one thread.
    static_assert(std::is_same_v<decltype(titles_),
                                 std::shared_ptr<const std::unordered_map<std::string, ResolutionTitle>>>);
    auto titles = std::atomic_load(&titles_);
    if (!titles) {
        auto fresh = std::make_shared<std::unordered_map<std::string, ResolutionTitle>>();
        const auto tsv = read_tsv(table(resograph_resolution_titles_begin, resograph_resolution_titles_end),
                                  "resolution_titles.tsv");
        const int id = tsv.column("symbol");
        const int date = tsv.column("date");
        const int title = tsv.column("title");
        for (const auto& row : tsv.rows) {
            fresh->try_emplace(
                std::string(tsv.field(row, id)),
                ResolutionTitle{std::string(tsv.field(row, date)), std::string(tsv.field(row, title))});
        }
        titles = fresh;
        std::atomic_store(&titles_, titles);
    }
    const auto found = titles->find(std::string(symbol));
    return found == titles->end() ? nullptr : &found->second;
}

}  // namespace resograph
