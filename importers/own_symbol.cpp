// How documents and their files name themselves.
#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "importers/structure.hpp"
#include "importers/structure_words.hpp"

namespace resograph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_symbol_byte(char c) {
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') ||
           std::string_view("/.-()[]").find(c) != std::string_view::npos;
}

std::string without_blanks(std::string_view text) {
    std::string result(text);
    std::erase(result, ' ');
    return result;
}

// "A/RES/217(III)[A]" -> "A/RES/217(III)A".
std::string canonical(std::string symbol) {
    std::erase(symbol, '[');
    std::erase(symbol, ']');
    std::erase(symbol, ' ');
    for (const std::string_view spelling : {"/Res/", "/res/"}) {
        if (const auto at = symbol.find(spelling); at != std::string::npos)
            symbol.replace(at, spelling.size(), "/RES/");
    }
    while (!symbol.empty() && !is_digit(symbol.back()) && !is_upper(symbol.back()) && symbol.back() != ')')
        symbol.pop_back();
    return symbol;
}

// The symbol at the front of a line, "A/RES/78/135", "S/RES/1373 (2001)".
std::string symbol_at_front(std::string_view line) {
    static constexpr std::array<std::string_view, 4> organs{"A/", "S/", "E/", "T/"};
    const bool known = std::any_of(organs.begin(), organs.end(),
                                   [&](std::string_view organ) { return line.starts_with(organ); });
    if (!known) return "";
    auto end = std::find_if_not(line.begin(), line.end(), is_symbol_byte) - line.begin();
    auto symbol = line.substr(0, static_cast<std::size_t>(end));
    const auto rest = line.substr(static_cast<std::size_t>(end));
    std::string bracket;
    if (rest.starts_with(" (") && rest.find(')') < 20) {
        // "A/80/6 (Sect. 3)/Add.6"
        const auto tail = rest.substr(rest.find(')') + 1);
        const auto more = std::find_if_not(tail.begin(), tail.end(), is_symbol_byte) - tail.begin();
        bracket = rest.substr(1, rest.find(')'));
        if (tail.starts_with('/')) bracket += tail.substr(0, static_cast<std::size_t>(more));
    }
    const bool has_digit = std::any_of(symbol.begin(), symbol.end(), is_digit);
    return has_digit ? canonical(std::string(symbol) + bracket) : "";
}

struct Body {
    std::string_view words;
    std::string_view prefix;
};
constexpr std::array<Body, 6> bodies{{{"Human Rights Council", "A/HRC/RES/"},
                                      {"ECOSOC", "E/RES/"},
                                      {"Economic and Social Council", "E/RES/"},
                                      {"General Assembly", "A/RES/"},
                                      {"Security Council", "S/RES/"},
                                      {"Resolution", ""}}};

// "ECOSOC Resolution 2003/20", "Resolution 491 (1981)".
std::string symbol_in_words(std::string_view line) {
    const auto noun = std::min(line.find("Resolution "), line.find("resolution "));
    if (noun == std::string_view::npos) return "";
    const auto number = line.substr(noun + 11);
    const auto length = static_cast<std::size_t>(
        std::find_if_not(number.begin(), number.end(), [](char c) { return is_digit(c) || c == '/'; }) -
        number.begin());
    if (length == 0) return "";
    auto printed = std::string(number.substr(0, length));
    const auto rest = number.substr(length);

    const bool year_of_four =
        rest.size() >= 7 && rest.starts_with(" (") && is_digit(rest[2]) && rest.find(')') == 6;
    if (year_of_four) return fmt::format("S/RES/{}{}", printed, rest.substr(1, 6));
    for (const auto& body : bodies) {
        if (!body.prefix.empty() && line.substr(0, noun).find(body.words) != std::string_view::npos &&
            printed.find('/') != std::string::npos) {
            return std::string(body.prefix) + printed;
        }
    }
    return "";
}

}  // namespace

std::string own_symbol(std::string_view line) {
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (auto symbol = symbol_at_front(line); !symbol.empty()) return symbol;
    if (line.starts_with("United Nations")) {
        const auto at = line.find_last_of(' ');
        return at == std::string_view::npos ? "" : symbol_at_front(line.substr(at + 1));
    }
    return symbol_in_words(line);
}

// "A_RES_78_135.txt" -> "A/RES/78/135", "S_RES_0491_1981_EN_GOLD.txt" -> "S/RES/491(1981)".
std::string symbol_of_file_name(std::string_view file) {
    const auto slash = file.find_last_of("/!");
    auto name = file.substr(slash == std::string_view::npos ? 0 : slash + 1);
    if (const auto dot = name.rfind('.'); dot != std::string_view::npos && dot > 0)
        name = name.substr(0, dot);
    static constexpr std::array<std::string_view, 3> organs{"A_", "S_", "E_"};
    if (std::none_of(organs.begin(), organs.end(),
                     [&](std::string_view organ) { return name.starts_with(organ); }))
        return "";
    if (const auto gold = name.find("_EN"); gold != std::string_view::npos) name = name.substr(0, gold);
    std::string symbol(name);
    std::replace(symbol.begin(), symbol.end(), '_', '/');
    constexpr std::string_view council = "S/RES/";
    if (symbol.starts_with(council) && symbol.find('(') == std::string::npos) {
        const auto number = std::string_view(symbol).substr(council.size());
        const auto year = number.find('/');
        int serial = 0;
        std::from_chars(number.data(), number.data() + number.size(), serial);
        if (year != std::string_view::npos && serial > 0)
            return fmt::format("S/RES/{}({})", serial, number.substr(year + 1, 4));
    }
    return symbol.find_first_of("0123456789") == std::string::npos ? "" : without_blanks(symbol);
}

std::string first_date(std::string_view text) {
    static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
    for (std::size_t m = 0; m < months.size(); ++m) {
        for (auto at = text.find(months[m]); at != std::string_view::npos;
             at = text.find(months[m], at + 1)) {
            const auto after = text.substr(at + months[m].size());
            if (after.size() < 5 || after[0] != ' ' || !is_digit(after[1]) || !is_digit(after[4])) continue;
            auto day_end = at;
            while (day_end > 0 && text[day_end - 1] == ' ') --day_end;
            auto day_begin = day_end;
            while (day_begin > 0 && is_digit(text[day_begin - 1])) --day_begin;
            if (day_begin == day_end || day_end - day_begin > 2) continue;
            int day = 0;
            std::from_chars(text.data() + day_begin, text.data() + day_end, day);
            if (day >= 1 && day <= 31) return fmt::format("{}-{:02}-{:02}", after.substr(1, 4), m + 1, day);
        }
    }
    return "";
}

}  // namespace resograph
