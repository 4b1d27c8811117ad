#include "citations/shapes.hpp"

#include <algorithm>

namespace resograph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);  // E2 begins dashes and quotation marks
    return is_digit(c) || is_letter(c) || (byte >= 0xC3 && byte != 0xE2);
}

char at_or_nul(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

constexpr std::string_view non_breaking_space = "\xC2\xA0";
constexpr std::string_view en_dash = "\xE2\x80\x93";
constexpr std::string_view non_breaking_hyphen = "\xE2\x80\x91";

// Reads up to `most` digits; nothing if there are more.
std::optional<int> take_digits(std::string_view text, std::size_t& at, int most) {
    int value = 0;
    auto i = at;
    for (; is_digit(at_or_nul(text, i)); ++i) {
        if (static_cast<int>(i - at) == most) return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    if (i == at) return std::nullopt;
    at = i;
    return value;
}

std::size_t hyphen_length(std::string_view text, std::size_t at) {
    const auto rest = text.substr(std::min(at, text.size()));
    if (rest.starts_with('-')) return 1;
    if (rest.starts_with(en_dash) || rest.starts_with(non_breaking_hyphen)) return 3;
    return 0;
}

// A letter that numbers a part; Cyrillic letters that look like Latin ones get into texts by mistake.
struct Capital {
    char letter = '\0';
    std::size_t length = 0;  // in bytes; 0: there is none
};

Capital capital_at(std::string_view text, std::size_t at) {
    if (is_upper(at_or_nul(text, at))) return {text[at], 1};
    struct Row {
        std::string_view cyrillic;
        char latin;
    };
    static constexpr Row rows[] = {{"\u0410", 'A'}, {"\u0412", 'B'}, {"\u0421", 'C'}, {"\u0415", 'E'}};
    for (const auto& row : rows) {
        if (text.substr(std::min(at, text.size())).starts_with(row.cyrillic))
            return {row.latin, row.cyrillic.size()};
    }
    return {};
}

// A single capital that stands alone: the A of "55/180 A", not that of "A/55/3" or of an initial.
bool is_lone_capital(std::string_view text, std::size_t at) {
    const auto capital = capital_at(text, at);
    const char next = at_or_nul(text, at + capital.length);
    if (capital.length == 0 || is_word(next) || next == '/') return false;
    return next != '.' || !is_upper(at_or_nul(text, skip_blanks(text, at + capital.length + 1)));
}

// What stands between the letters of "A and B", "A, B and C", "A to C", "A-C"; 0: no more letters.
struct LetterGap {
    std::size_t length = 0;
    bool range = false;
};

LetterGap letter_gap(std::string_view text, std::size_t at) {
    struct Row {
        std::string_view gap;
        bool range;
    };
    static constexpr Row rows[] = {{" and ", false},    {", ", false},   {" to ", true},
                                   {" through ", true}, {" or ", false}, {"-", true},
                                   {en_dash, true},     {" et ", false}, {" y ", false}};
    for (const auto& row : rows) {
        if (text.substr(at).starts_with(row.gap) && is_lone_capital(text, at + row.gap.size())) {
            return {row.gap.size(), row.range};
        }
    }
    return {};
}

// "A", "A and B", "A-D" after a number; moves `at` past them.
std::string take_letters(std::string_view text, std::size_t& at, bool glued_only) {
    auto i = at;
    if (!glued_only) i = skip_blanks(text, i);
    if (!is_lone_capital(text, i)) return "";
    const auto first = capital_at(text, i);
    std::string letters(1, first.letter);
    at = i + first.length;
    for (;;) {
        const auto gap = letter_gap(text, at);
        if (gap.length == 0) return letters;
        const auto [next, length] = capital_at(text, at + gap.length);
        if (gap.range && next > letters.back()) {
            for (char c = static_cast<char>(letters.back() + 1); c <= next; ++c) letters += c;
        } else {
            letters += next;
        }
        at += gap.length + length;
    }
}

// The Roman numeral of a session, as scans print it: l, 1 and | stand for I.
std::string clean_roman(std::string_view printed) {
    std::string numeral;
    bool sure = false;
    for (const char c : printed) {
        if (std::string_view("IVXLC").find(c) != std::string_view::npos) {
            sure = true;
            numeral += c;
        } else if (c == 'l' || c == '1' || c == '|') {
            numeral += 'I';
        } else if (c != ' ') {
            return "";
        }
    }
    return sure || numeral.size() > 1 ? numeral : "";
}

// The session in brackets at `at`: "(XV)", "(S-VI)", "(ES-I)", "(2001)".
struct Bracket {
    Number::Shape shape;
    int session;
    std::string text;  // "XV", "S-VI", "2001"
    std::size_t end;
};

std::optional<Bracket> scan_bracket(std::string_view text, std::size_t at) {
    if (at_or_nul(text, at) != '(' && at_or_nul(text, at) != '[') return std::nullopt;
    const auto close = text.find_first_of(")]", at);
    constexpr std::size_t longest = 12;
    if (close == std::string_view::npos || close - at > longest) return std::nullopt;
    auto inner = text.substr(at + 1, close - at - 1);
    if (inner.size() == 4 && std::all_of(inner.begin(), inner.end(), is_digit)) {
        std::size_t from = 0;
        const int year = *take_digits(inner, from, 4);
        if (year < 1946 || year > 2100) return std::nullopt;
        return Bracket{Number::Shape::year, year, std::string(inner), close + 1};
    }
    std::string prefix;
    for (const std::string_view special : {"ES", "S"}) {
        if (!inner.starts_with(special)) continue;
        const auto hyphen = hyphen_length(inner, special.size());
        if (hyphen == 0) break;
        prefix = std::string(special) + "-";
        inner.remove_prefix(special.size() + hyphen);
        break;
    }
    const auto numeral = clean_roman(inner);
    const int session = roman_value(numeral);
    if (session == 0 || session > 70) return std::nullopt;
    return Bracket{Number::Shape::roman, session, prefix + numeral, close + 1};
}

std::optional<Number> scan_bracketed(std::string_view text, std::size_t start, std::size_t after_digits,
                                     int serial) {
    const auto begin = skip_blanks(text, after_digits);
    const char next = at_or_nul(text, begin);
    const bool may_be_capital = (is_upper(next) && !is_letter(at_or_nul(text, begin + 1))) ||
                                static_cast<unsigned char>(next) >= 0x80;
    if (next != '(' && next != '[' && !may_be_capital) return std::nullopt;  // nearly every number
    auto at = after_digits;
    Number number;
    auto letters = take_letters(text, at, false);
    at = skip_blanks(text, at);
    const auto bracket = scan_bracket(text, at);
    if (!bracket || (bracket->shape == Number::Shape::year && !letters.empty())) return std::nullopt;
    at = bracket->end;
    if (letters.empty() && bracket->shape == Number::Shape::roman) letters = take_letters(text, at, false);
    number.shape = bracket->shape;
    number.span = {start, at};
    number.base = std::to_string(serial) + '(' + bracket->text + ')';
    number.letters = letters;
    number.session = bracket->session;
    number.serial = serial;
    return number;
}

std::optional<Number> scan_party_decision(std::string_view text, std::size_t start, std::size_t slash,
                                          int serial) {
    for (const std::string_view organ : {"CP.", "CMP.", "CMA.", "COP."}) {
        if (!text.substr(slash + 1).starts_with(organ)) continue;
        auto at = slash + 1 + organ.size();
        const auto session = take_digits(text, at, 3);
        if (!session) return std::nullopt;
        Number number;
        number.shape = Number::Shape::other;
        number.span = {start, at};
        number.base = std::string(text.substr(start, at - start));
        number.session = *session;
        number.serial = serial;
        return number;
    }
    return std::nullopt;
}

std::optional<Number> scan_slash(std::string_view text, std::size_t start, std::size_t slash, int session) {
    auto at = slash + 1;
    if (const auto party = scan_party_decision(text, start, slash, session)) return party;
    const auto serial = take_digits(text, at, 4);
    if (!serial) return std::nullopt;
    const char next = at_or_nul(text, at);
    if (next == '/' || (is_letter(next) && !is_lone_capital(text, at))) return std::nullopt;
    if (next == '.' && is_digit(at_or_nul(text, at + 1))) return std::nullopt;
    Number number;
    number.base = std::to_string(session) + '/' + std::to_string(*serial);
    const char letter = at_or_nul(text, at + 1);
    const bool numeral = std::string_view("IVXLCDM").find(letter) != std::string_view::npos;  // "section II"
    if (next == ' ' && is_upper(letter) && !numeral && at_or_nul(text, at + 2) == letter &&
        !is_letter(at_or_nul(text, at + 3))) {
        number.base += std::string(2, letter);  // "53/77 AA" after Z; only one in a list is read
        at += 3;
    } else {
        number.letters = take_letters(text, at, false);
    }
    number.span = {start, at};
    number.session = session;
    number.serial = *serial;
    return number;
}

std::optional<Number> scan_special(std::string_view text, std::size_t start, std::size_t prefix_length) {
    const auto hyphen = hyphen_length(text, start + prefix_length);
    if (hyphen == 0) return std::nullopt;
    auto at = start + prefix_length + hyphen;
    if (at_or_nul(text, at) == ' ') ++at;  // of a page layout
    const auto session = take_digits(text, at, 2);
    if (!session || at_or_nul(text, at) != '/') return std::nullopt;
    ++at;
    const auto serial = take_digits(text, at, 4);
    if (!serial || is_letter(at_or_nul(text, at))) return std::nullopt;
    Number number;
    number.shape = Number::Shape::special;
    number.letters = take_letters(text, at, false);
    number.span = {start, at};
    number.base = text.substr(start, prefix_length);
    number.base += '-' + std::to_string(*session) + '/' + std::to_string(*serial);
    number.session = *session;
    number.serial = *serial;
    return number;
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t') {
            ++at;
        } else if (text.substr(at).starts_with(non_breaking_space)) {
            at += non_breaking_space.size();
        } else {
            break;
        }
    }
    return at;
}

int roman_value(std::string_view numeral) {
    const auto digit = [](char c) {
        switch (c) {
            case 'I':
                return 1;
            case 'V':
                return 5;
            case 'X':
                return 10;
            case 'L':
                return 50;
            case 'C':
                return 100;
            default:
                return 0;
        }
    };
    int value = 0;
    for (std::size_t i = 0; i < numeral.size(); ++i) {
        const int here = digit(numeral[i]);
        if (here == 0) return 0;
        const int next = i + 1 < numeral.size() ? digit(numeral[i + 1]) : 0;
        value += here < next ? -here : here;
    }
    return value;
}

std::optional<Number> scan_dotted(std::string_view text, std::size_t start) {
    auto at = start;
    const auto session = take_digits(text, at, 3);
    const char separator = at_or_nul(text, at);
    if (!session || (separator != '.' && separator != '(')) return std::nullopt;
    ++at;
    const auto serial = take_digits(text, at, 3);
    if (!serial || (separator == '(' && at_or_nul(text, at++) != ')')) return std::nullopt;
    Number number;
    number.shape = Number::Shape::dotted;
    number.span = {start, at};
    number.base = std::string(text.substr(start, at - start));
    number.session = *session;
    number.serial = *serial;
    return number;
}

namespace {

// "WHA51.9" of the World Health Assembly, and its decision "WHA70(17)".
std::optional<Number> scan_health_assembly(std::string_view text, std::size_t start) {
    constexpr std::string_view prefix = "WHA";
    if (!text.substr(start).starts_with(prefix)) return std::nullopt;
    auto number = scan_dotted(text, start + prefix.size());
    if (!number) return number;
    number->shape = Number::Shape::other;
    number->span.begin = start;
    number->base.insert(0, prefix);
    return number;
}

std::optional<Number> read_number(std::string_view text, std::size_t at) {
    const char first = at_or_nul(text, at);
    if (first == 'W') return scan_health_assembly(text, at);
    if (first == 'S') return scan_special(text, at, 1);
    if (first == 'E' && at_or_nul(text, at + 1) == 'S') return scan_special(text, at, 2);
    if (!is_digit(first)) return std::nullopt;
    auto after = at;
    const auto value = take_digits(text, after, 4);
    if (!value) return std::nullopt;
    if (at_or_nul(text, after) == '/') return scan_slash(text, at, after, *value);
    return scan_bracketed(text, at, after, *value);
}

}  // namespace

std::optional<Number> scan_number(std::string_view text, std::size_t at) {
    if (at > 0 && (text[at - 1] == '.' || text[at - 1] == '/'))
        return std::nullopt;  // "EX.CL/Dec.263 (VIII)"
    return read_number(text, at);
}

std::optional<Span> scan_years(std::string_view text, std::size_t at) {
    constexpr std::string_view pattern = "0000–0000";
    const auto years = text.substr(std::min(at, text.size()), pattern.size());
    if (years.size() != pattern.size()) return std::nullopt;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '0' ? !is_digit(years[i]) : years[i] != pattern[i]) return std::nullopt;
    }
    return Span{at, at + pattern.size()};
}

std::optional<Span> scan_digits(std::string_view text, std::size_t at) {
    auto end = at;
    if (!take_digits(text, end, 4) || is_word(at_or_nul(text, end))) return std::nullopt;
    return Span{at, end};
}

namespace {

bool is_symbol_char(char c) {
    return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '/' || c == '(' || c == ')' ||
           c == '[' || c == ']';
}

// Full stops, hyphens and brackets that belong to the sentence, not to the symbol.
std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin) {
        const char last = text[end - 1];
        const auto inner = text.substr(begin, end - begin);
        const auto count = [&](char c) { return std::count(inner.begin(), inner.end(), c); };
        const bool unbalanced = (last == ')' && count(')') > count('(')) ||
                                (last == ']' && count(']') > count('[')) || last == '(' || last == '[';
        if (last != '.' && last != '-' && last != '/' && !unbalanced) break;
        --end;
    }
    return end;
}

// " (Part I)", " (Vol. II)", " (Sect. 6)", " (927/93)" after a symbol: part of it.
std::size_t bracket_after_symbol(std::string_view text, std::size_t at) {
    const auto open = skip_blanks(text, at);
    if (at_or_nul(text, open) != '(' || open - at > 2) return at;
    const auto close = text.find(')', open);
    constexpr std::size_t longest = 16;
    if (close == std::string_view::npos || close - open > longest) return at;
    const auto inner = text.substr(open + 1, close - open - 1);
    static constexpr std::string_view parts[] = {"Part", "part", "Vol",  "vol",
                                                 "PART", "SUPP", "Sect", "sect"};
    const bool is_part =
        std::any_of(std::begin(parts), std::end(parts), [&](auto part) { return inner.starts_with(part); });
    const auto slash = inner.find('/');
    const bool is_meeting = slash != std::string_view::npos && slash > 0 && slash + 1 < inner.size() &&
                            inner.find_first_not_of("0123456789/") == std::string_view::npos;
    return is_part || is_meeting ? close + 1 : at;
}

std::string without_blanks(std::string_view printed) {
    std::string value;
    for (std::size_t i = 0; i < printed.size(); ++i) {
        if (printed.substr(i).starts_with(non_breaking_space)) {
            ++i;
        } else if (printed[i] != ' ' && printed[i] != '\n') {
            value += printed[i];
        }
    }
    return value;
}

// "A/Res/55/25" and "A/RES/217(III)[A]" in the spelling of the contract.
std::string canonical_symbol(std::string value) {
    for (const std::string_view spelling : {"/Res/", "/res/"}) {
        if (const auto at = value.find(spelling); at != std::string::npos)
            value.replace(at, spelling.size(), "/RES/");
    }
    if (value.find("/RES/") != std::string::npos) {
        std::erase(value, '[');
        std::erase(value, ']');
    }
    return value;
}

// "S/PRST/ 2014/23": a blank that a page layout left.
bool is_blank_after_slash(std::string_view text, std::size_t at) {
    return at_or_nul(text, at) == ' ' && at > 0 && text[at - 1] == '/' && is_digit(at_or_nul(text, at + 1));
}

// "and Add.1", ", Add.2 and Corr.1": what follows shares the symbol's beginning.
void take_more(std::string_view text, Symbol& symbol) {
    for (;;) {
        auto at = skip_blanks(text, symbol.span.end);
        if (at_or_nul(text, at) == ',') at = skip_blanks(text, at + 1);
        if (text.substr(at).starts_with("and ")) at = skip_blanks(text, at + 4);
        if (text.substr(at).starts_with("to Add.")) at = skip_blanks(text, at + 3);
        if (at == symbol.span.end) return;
        const auto rest = text.substr(at);
        const bool addendum = rest.starts_with("Add.") || rest.starts_with("Amend.");
        if (!addendum && !rest.starts_with("Corr.") && !rest.starts_with("Rev.")) return;
        auto end = rest.find_first_of(" ,;)\n");
        end = trimmed_end(text, at, end == std::string_view::npos ? text.size() : at + end);
        if (addendum) {
            const auto kind = "/" + std::string(rest.substr(0, rest.find('.') + 1));
            const auto document = symbol.value.substr(0, symbol.value.rfind(kind));  // npos: all of it
            symbol.more.push_back(document + "/" + std::string(text.substr(at, end - at)));
        }
        symbol.span.end = end;
    }
}

}  // namespace

namespace {

// " A" that is a part of a resolution: not the first word of a sentence.
bool is_lone_letter(std::string_view text, std::size_t at) {
    return at_or_nul(text, at) == ' ' && is_upper(at_or_nul(text, at + 1)) &&
           std::string_view(",.;) ").find(at_or_nul(text, at + 2)) != std::string_view::npos;
}

// In "EC-110/DEC.1" the session is part of what the symbol begins with: the end of "-110"; else `end`.
std::size_t after_session(std::string_view text, std::size_t end) {
    auto digits = end + 1;
    if (at_or_nul(text, end) != '-') return end;
    while (is_digit(at_or_nul(text, digits))) ++digits;
    const bool names_kind = at_or_nul(text, digits) == '/' && is_upper(at_or_nul(text, digits + 1)) &&
                            is_upper(at_or_nul(text, digits + 2));
    return digits > end + 1 && names_kind ? digits : end;
}

}  // namespace

std::optional<Symbol> scan_symbol(std::string_view text, std::size_t at,
                                  const std::vector<std::string>& prefixes) {
    auto end = at;
    while (is_upper(at_or_nul(text, end)) ||
           (end > at && at_or_nul(text, end) == '-' && is_upper(at_or_nul(text, end + 1))))
        ++end;
    const auto session = after_session(text, end);
    const auto prefix = text.substr(at, end - at + (session > end ? 1 : 0));  // "EC-"
    if (!std::binary_search(prefixes.begin(), prefixes.end(), prefix)) return std::nullopt;
    end = session;
    const char after = at_or_nul(text, end);
    if (after != '/' && !(after == '(' && is_digit(at_or_nul(text, end + 1)))) return std::nullopt;
    while (is_symbol_char(at_or_nul(text, end)) || is_blank_after_slash(text, end)) ++end;
    end = trimmed_end(text, at, end);
    auto printed = text.substr(at, end - at);
    if (printed.find('/') == std::string_view::npos || std::none_of(printed.begin(), printed.end(), is_digit))
        return std::nullopt;
    Symbol symbol;
    if (const auto res = printed.find("/RES/");
        res != std::string_view::npos || printed.find("/Res/") != std::string_view::npos) {
        // "S/RES/1373 (2001)", "A/RES/217 A (III)": the number after the last slash may go on.
        const auto start = at + printed.rfind("/RES/") + 5;
        if (const auto number = read_number(text, start); number && number->span.end > end) {
            symbol.span = {at, number->span.end};
            symbol.value = canonical_symbol(std::string(text.substr(at, start - at)) + number->base +
                                            number->letters.substr(0, 1));
            return symbol;
        }
    }
    end = bracket_after_symbol(text, end);
    if (printed.starts_with("GC(") && is_lone_letter(text, end)) {  // "GC(67)/RES/10 A", "GC(69)/RES/9 A.2"
        end += 2;
        if (at_or_nul(text, end) == '.' && is_digit(at_or_nul(text, end + 1))) end += 2;
    }
    symbol.span = {at, end};
    symbol.value = canonical_symbol(without_blanks(text.substr(at, end - at)));
    take_more(text, symbol);
    return symbol;
}

}  // namespace resograph
