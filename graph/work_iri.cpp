#include "graph/work_iri.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "citations/shapes.hpp"

namespace resograph {

namespace {

constexpr std::string_view root = "/akn/un/";

// How symbols begin, and what their IRI has in place of that. The first that fits counts.
struct Series {
    std::string_view prefix;
    std::string_view path;      // type, subtype and author
    bool whole_symbol = false;  // the number of a document is its symbol
};
constexpr std::array<Series, 18> series{{
    {"A/HRC/RES/", "statement/deliberation/unhrc"},
    {"A/HRC/DEC/", "statement/decision/unhrc"},
    {"A/HRC/PRST/", "statement/presidentialStatement/unhrc"},
    {"A/HRC/", "doc/document/unhrc", true},
    {"A/RES/", "statement/deliberation/unga"},
    {"A/DEC/", "statement/decision/unga"},
    {"A/", "doc/document/unga", true},
    {"S/RES/", "statement/deliberation/unsc"},
    {"S/PRST/", "statement/presidentialStatement/unsc"},
    {"S/", "doc/document/unsc", true},
    {"E/CN.4/RES/", "statement/deliberation/unchr"},
    {"E/CN.4/", "doc/document/unchr", true},
    {"E/RES/", "statement/deliberation/unecosoc"},
    {"E/DEC/", "statement/decision/unecosoc"},
    {"E/", "doc/document/unecosoc", true},
    {"T/", "doc/document/untc", true},
    {"WHA", "statement/deliberation/wha"},
    {"", "doc/document/un", true},
}};

bool is_all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_year(std::string_view text) {
    return text.size() == 4 && is_all_digits(text) && (text.starts_with("19") || text.starts_with("20"));
}

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// "/" separates the parts of an IRI; what an IRI cannot hold is percent-encoded.
std::string segment(std::string_view text) {
    constexpr std::string_view kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._()~";
    std::string result;
    for (const char c : text) {
        if (c == '/')
            result += '-';
        else if (kept.find(c) != std::string_view::npos)
            result += c;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

// "annexII" -> "!annex_2", "annex" -> "!annex".
std::string component(std::string_view annex) {
    for (const std::string_view word : {"annex", "appendix"}) {
        if (!annex.starts_with(word)) continue;
        const auto label = annex.substr(word.size());
        if (label.empty()) return fmt::format("!{}", word);
        const int value = roman_value(label);
        return value > 0 ? fmt::format("!{}_{}", word, value) : fmt::format("!{}_{}", word, segment(label));
    }
    return fmt::format("!{}", segment(annex));
}

// A day or a year: Akoma Ntoso knows no months.
std::string iri_date(std::string_view date) {
    constexpr std::size_t day = 10;
    return std::string(date.size() == day ? date : date.substr(0, 4));
}

std::string joined(std::string_view path, std::string_view date, std::string_view number) {
    return date.empty() ? fmt::format("{}{}/{}", root, path, number)
                        : fmt::format("{}{}/{}/{}", root, path, date, number);
}

std::string iri_of_symbol(std::string_view symbol, const Registry& registry, std::string_view date) {
    const auto [place, annex] = split_annex(symbol);
    const auto& form = *std::find_if(series.begin(), series.end(), [&, &front = place](const Series& s) {
        return front.starts_with(s.prefix);
    });
    std::string path(form.path);
    std::string known(iri_date(date));
    if (const auto* document = registry.find_document(place)) {
        path = fmt::format("doc/{}/{}", document->kind, document->author);
        known = document->date;
    }
    constexpr std::size_t day = 10;
    if (known.size() != day) {
        if (const auto adopted = registry.adoption_date(place); !adopted.empty()) known = adopted;
    }
    if (const auto* title = registry.title_of(place); title && known.empty()) known = iri_date(title->date);
    if (known.empty()) known = session_year(place);
    auto iri = joined(path, known, segment(form.whole_symbol ? place : place.substr(form.prefix.size())));
    if (!annex.empty()) iri += "/" + component(annex);
    return iri;
}

// "ilo-c182" -> "convention", "182".
std::pair<std::string_view, std::string_view> ilo_number(std::string_view id) {
    constexpr std::string_view prefix = "ilo-";
    if (!id.starts_with(prefix) || !is_all_digits(id.substr(std::min(id.size(), prefix.size() + 1))))
        return {};
    const auto number = id.substr(prefix.size() + 1);
    switch (id[prefix.size()]) {
        case 'c':
            return {"convention", number};
        case 'r':
            return {"recommendation", number};
        case 'p':
            return {"protocol", number};
        default:
            return {};
    }
}

// A treaty is an act; what a conference proclaimed is a statement.
std::string iri_of_instrument(const Instrument& instrument, const Registry& registry) {
    if (const auto symbol = instrument.symbol(); !symbol.empty())
        return iri_of_symbol(symbol, registry, instrument.adopted_date);
    const auto date = iri_date(instrument.adopted_date);
    if (const auto [kind, number] = ilo_number(instrument.id); !number.empty())
        return joined(fmt::format("act/{}/ilo", kind), date, number);
    const bool act = instrument.kind == "treaty" || instrument.kind == "protocol" ||
                     instrument.kind == "charter" || instrument.kind == "statute";
    const auto kind =
        instrument.kind == "treaty" ? std::string_view("convention") : std::string_view(instrument.kind);
    return joined(fmt::format("{}/{}", act ? "act" : "statement", segment(kind)), date,
                  segment(instrument.id));
}

// The years of the special and emergency special sessions of the General Assembly, from the first on.
constexpr std::array special_sessions{1947, 1948, 1961, 1963, 1967, 1974, 1975, 1978, 1978, 1978, 1980,
                                      1982, 1986, 1986, 1988, 1989, 1990, 1990, 1997, 1998, 1999, 1999,
                                      2000, 2000, 2001, 2001, 2002, 2005, 2014, 2016, 2020, 2021};
constexpr std::array emergency_sessions{1956, 1956, 1958, 1960, 1967, 1980, 1980, 1981, 1982, 1997, 2022};

template <std::size_t N>
int year_of_session(const std::array<int, N>& years, int session) {
    return session >= 1 && session <= static_cast<int>(N) ? years[static_cast<std::size_t>(session - 1)] : 0;
}

// One a year from 1946 on.
int assembly_year(std::string_view session) {
    constexpr int latest = 120;
    if (session.starts_with("ES-")) {
        session.remove_prefix(3);
        return year_of_session(emergency_sessions,
                               is_all_digits(session) ? number_of(session) : roman_value(session));
    }
    if (session.starts_with("S-")) {
        session.remove_prefix(2);
        return year_of_session(special_sessions,
                               is_all_digits(session) ? number_of(session) : roman_value(session));
    }
    const int number = is_all_digits(session) ? number_of(session) : roman_value(session);
    return number >= 1 && number <= latest ? 1945 + number : 0;
}

// Three in 1946, and two a year after that, but for 1952 and 1964, which had one.
int council_year(int session) {
    if (session < 1 || session > 63) return 0;
    if (session <= 3) return 1946;
    if (session <= 13) return 1947 + (session - 4) / 2;
    if (session == 14) return 1952;
    if (session <= 36) return 1953 + (session - 15) / 2;
    return session == 37 ? 1964 : 1965 + (session - 38) / 2;
}

// Of the Human Rights Council: three in 2006, and three a year after that.
int rights_council_year(int session) {
    if (session < 1 || session > 200) return 0;
    return session <= 3 ? 2006 : 2007 + (session - 4) / 3;
}

// "217(III)A" -> "III", "3201(S-VI)" -> "S-VI", "55/25" -> "55", "S-26/2" -> "S-26".
std::string_view session_in(std::string_view number) {
    const auto open = number.find('(');
    if (open != std::string_view::npos) {
        const auto close = number.find(')', open);
        return close == std::string_view::npos ? std::string_view{}
                                               : number.substr(open + 1, close - open - 1);
    }
    const auto slash = number.find('/');
    return slash == std::string_view::npos ? std::string_view{} : number.substr(0, slash);
}

int year_of_numbered_session(std::string_view symbol) {
    for (const std::string_view prefix : {"A/HRC/RES/", "A/HRC/DEC/", "A/HRC/PRST/", "A/HRC/"}) {
        if (!symbol.starts_with(prefix)) continue;
        const auto session = session_in(symbol.substr(prefix.size()));
        return is_all_digits(session) ? rights_council_year(number_of(session)) : 0;
    }
    for (const std::string_view prefix : {"A/RES/", "A/DEC/", "A/"}) {
        if (symbol.starts_with(prefix)) return assembly_year(session_in(symbol.substr(prefix.size())));
    }
    for (const std::string_view prefix : {"E/RES/", "E/DEC/"}) {
        if (symbol.starts_with(prefix))
            return council_year(roman_value(session_in(symbol.substr(prefix.size()))));
    }
    return 0;
}

}  // namespace

std::pair<std::string_view, std::string_view> split_annex(std::string_view id) {
    const auto hash = id.find('#');
    return {id.substr(0, hash), hash == std::string_view::npos ? std::string_view{} : id.substr(hash + 1)};
}

std::string year_in_symbol(std::string_view symbol) {
    if (symbol.starts_with("S/RES/")) {
        const auto year = session_in(symbol.substr(6));
        return is_year(year) ? std::string(year) : "";
    }
    for (const std::string_view prefix : {"E/RES/", "E/DEC/", "S/PRST/", "E/CN.4/RES/"}) {
        if (!symbol.starts_with(prefix)) continue;
        const auto year = session_in(symbol.substr(prefix.size()));
        return is_year(year) ? std::string(year) : "";
    }
    return "";
}

std::string session_year(std::string_view symbol) {
    if (auto year = year_in_symbol(symbol); !year.empty()) return year;
    // A part that is a year: E/2002/68/Add.1, S/2004/616, E/CN.4/2006/30.
    for (std::size_t at = symbol.find('/'); at != std::string_view::npos; at = symbol.find('/', at + 1)) {
        const auto part = symbol.substr(at + 1, symbol.find('/', at + 1) - at - 1);
        if (is_year(part)) return std::string(part);
    }
    const int year = year_of_numbered_session(symbol);
    return year == 0 ? "" : std::to_string(year);
}

std::string work_iri(std::string_view id, const Registry& registry, std::string_view date) {
    if (id.empty() || id.starts_with("file:")) return "";
    if (const auto* instrument = registry.find(id)) return iri_of_instrument(*instrument, registry);
    if (registry.find_group(id)) return joined("documentCollection/instruments", "", segment(id));
    constexpr std::string_view name = "name:";
    if (id.starts_with(name)) return joined("doc/instrument", "", segment(id.substr(name.size())));
    return iri_of_symbol(id, registry, date);
}

std::string portion_iri(std::string_view work, std::string_view pinpoint) {
    const bool has_component = work.find('!') != std::string_view::npos;
    return fmt::format("{}{}~{}", work, has_component ? "" : "/", segment(pinpoint));
}

}  // namespace resograph
