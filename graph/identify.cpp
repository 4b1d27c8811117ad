// From what a user types to a node.
#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "citations/shapes.hpp"
#include "graph/assemble.hpp"
#include "registry/fold.hpp"

namespace resograph {

namespace {

struct BodyWords {
    std::string_view words;  // folded
    std::string_view resolution;
    std::string_view decision;
};
constexpr std::array<BodyWords, 14> body_words{{
    {"general assembly", "A/RES/", "A/DEC/"},
    {"ga", "A/RES/", "A/DEC/"},
    {"assembly", "A/RES/", "A/DEC/"},
    {"security council", "S/RES/", "S/RES/"},
    {"sc", "S/RES/", "S/RES/"},
    {"economic and social council", "E/RES/", "E/DEC/"},
    {"ecosoc", "E/RES/", "E/DEC/"},
    {"human rights council", "A/HRC/RES/", "A/HRC/DEC/"},
    {"hrc", "A/HRC/RES/", "A/HRC/DEC/"},
    {"commission on human rights", "E/CN.4/RES/", "E/CN.4/DEC/"},
    {"chr", "E/CN.4/RES/", "E/CN.4/DEC/"},
    {"council", "", ""},
    {"commission", "E/CN.4/RES/", "E/CN.4/DEC/"},
    {"unga", "A/RES/", "A/DEC/"},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string compact(std::string_view words) {
    std::string result;
    for (const char c : words) {
        if (c != ' ' && c != '[' && c != ']') result += c;
    }
    return result;
}

// ", annex II" or "#annexII" at the end of what was typed: taken off and returned as "annexII".
std::string take_annex(std::string& words) {
    auto folded = fold_name(words);
    const auto at = folded.rfind("annex");
    auto place = words.rfind("annex");
    if (place == std::string::npos) place = words.rfind("Annex");
    if (at == std::string::npos || place == std::string::npos) return "";
    auto number = compact(std::string_view(words).substr(place + 5));
    std::transform(number.begin(), number.end(), number.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    words = words.substr(0, place);
    while (!words.empty() && std::string_view(" ,#").find(words.back()) != std::string_view::npos)
        words.pop_back();
    return "annex" + number;
}

// "SC 1373": the year that the titles know.
std::string council_number(std::string_view digits, const Registry& registry) {
    for (int year = 1946; year <= 2100; ++year) {
        auto id = fmt::format("S/RES/{}({})", digits, year);
        if (registry.title_of(id)) return id;
    }
    return "";
}

std::string by_number(std::string_view words, const Registry& registry) {
    const auto first_digit = std::find_if(words.begin(), words.end(), is_digit);
    if (first_digit == words.end()) return "";
    auto at = static_cast<std::size_t>(first_digit - words.begin());
    for (const std::string_view special : {"ES-", "S-"}) {
        if (at >= special.size() && words.substr(at - special.size(), special.size()) == special) {
            at -= special.size();
            break;
        }
    }
    const auto before = fold_name(words.substr(0, at));
    const bool decision = before.find("decision") != std::string::npos;
    std::string_view prefix;
    bool named = false;
    for (const auto& body : body_words) {
        const bool stands = before == body.words || before.starts_with(fmt::format("{} ", body.words));
        if (!stands) continue;
        prefix = decision ? body.decision : body.resolution;
        named = true;
        break;
    }
    const auto rest = before.substr(0, before.find(' '));
    if (!named && !before.empty() && rest != "resolution" && rest != "decision" && rest != "res") return "";
    const auto number = scan_number(words, at);
    if (!number) {
        const auto digits = scan_digits(words, at);
        const bool whole = digits && digits->end == words.size();
        return whole && prefix == "S/RES/" ? council_number(words.substr(at), registry) : "";
    }
    if (number->span.end != words.size()) return "";
    if (prefix.empty()) {
        if (number->shape == Number::Shape::year)
            prefix = "S/RES/";
        else if (number->session >= 1900)
            prefix = decision ? "E/DEC/" : "E/RES/";
        else if (number->shape == Number::Shape::slash && number->session <= 30)
            prefix = decision ? "A/HRC/DEC/" : "A/HRC/RES/";
        else if (number->shape == Number::Shape::roman && number->session > 30)
            prefix = "E/RES/";
        else
            prefix = decision ? "A/DEC/" : "A/RES/";
    }
    return fmt::format("{}{}{}", prefix, number->base, number->letters);
}

std::string by_symbol(std::string_view words) {
    const auto symbol = compact(words);
    static constexpr std::array<std::string_view, 5> organs{"A/", "S/", "E/", "T/", "GC("};
    std::string upper = symbol;
    if (upper.size() > 1 && upper[0] >= 'a' && upper[0] <= 'z' && upper[1] == '/')
        upper[0] = static_cast<char>(upper[0] - 32);
    for (const std::string_view spelling : {"/Res/", "/res/"}) {
        if (const auto at = upper.find(spelling); at != std::string::npos)
            upper.replace(at, spelling.size(), "/RES/");
    }
    const bool known = std::any_of(organs.begin(), organs.end(),
                                   [&](std::string_view organ) { return upper.starts_with(organ); });
    return known && std::any_of(upper.begin(), upper.end(), is_digit) ? upper : "";
}

std::string without_article(std::string folded) {
    return folded.starts_with("the ") ? folded.substr(4) : folded;
}

std::string by_name(std::string_view words, const Registry& registry) {
    const auto wanted = without_article(fold_name(words));
    if (wanted.empty()) return "";
    std::string found;
    const auto fits = [&](const std::string& name) {
        return !name.empty() && without_article(fold_name(name)) == wanted;
    };
    for (const auto& instrument : registry.instruments()) {
        const bool named =
            fits(instrument.id) || fits(instrument.title) || fits(instrument.short_title) ||
            std::any_of(instrument.abbreviations.begin(), instrument.abbreviations.end(), fits) ||
            std::any_of(instrument.aliases.begin(), instrument.aliases.end(), fits);
        if (named) return instrument.id;
    }
    for (const auto& group : registry.groups()) {
        if (fits(group.id) || fits(group.title) ||
            std::any_of(group.aliases.begin(), group.aliases.end(), fits))
            return group.id;
    }
    for (const auto& name : registry.ambiguous()) {
        if (name.candidates.size() == 1 && fits(name.alias)) return name.candidates.front();
    }
    return found;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

// 0: the same; 1: nothing in common.
double difference(const std::string& wanted, const std::string& name) {
    if (name.empty()) return 1.0;
    constexpr std::size_t longest = 120;
    const auto a = std::string_view(wanted).substr(0, longest), b = std::string_view(name).substr(0, longest);
    const auto letters =
        static_cast<double>(edit_distance(a, b)) / static_cast<double>(std::max(a.size(), b.size()));
    std::size_t shared = 0, all = 0;
    for (auto word = next_word(wanted, 0); word.found(); word = next_word(wanted, word.next)) {
        ++all;
        shared += name.find(wanted.substr(word.begin, word.end - word.begin)) != std::string::npos;
    }
    const auto words = 1.0 - static_cast<double>(shared) / static_cast<double>(std::max<std::size_t>(all, 1));
    return std::min(letters, 0.2 + words * 0.8);
}

}  // namespace

std::optional<std::string> identify(std::string_view words, const Registry& registry) {
    std::string typed(words);
    while (!typed.empty() && (typed.back() == ' ' || typed.back() == '.')) typed.pop_back();
    if (registry.find(typed) || registry.find_group(typed)) return typed;
    if (typed.starts_with("name:") || typed.starts_with("file:")) return typed;
    if (auto id = by_name(typed, registry); !id.empty()) return id;
    const auto annex = take_annex(typed);
    auto id = by_symbol(typed);
    if (id.empty()) id = by_number(typed, registry);
    if (id.empty()) return std::nullopt;
    return annex.empty() ? id : registry.canonical(id + "#" + annex);
}

std::vector<std::string> nearest(std::string_view words, const Registry& registry) {
    constexpr std::size_t most = 5;
    constexpr double farthest = 0.6;
    const auto wanted = without_article(fold_name(words));
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& instrument : registry.instruments()) {
        auto best = std::min(difference(wanted, fold_name(instrument.id)),
                             difference(wanted, fold_name(instrument.title)));
        for (const auto& name : instrument.abbreviations)
            best = std::min(best, difference(wanted, fold_name(name)));
        if (best < farthest) ranked.emplace_back(best, instrument.id);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) ids.push_back(ranked[i].second);
    return ids;
}

}  // namespace resograph
