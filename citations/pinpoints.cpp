#include "citations/pinpoints.hpp"

#include "citations/shapes.hpp"

namespace resograph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_word(char c) {
    const auto byte = static_cast<unsigned char>(c);  // E2 begins dashes and quotation marks
    return is_digit(c) || is_upper(c) || is_lower(c) || (byte >= 0xC3 && byte != 0xE2);
}
char at_or_nul(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

constexpr std::string_view en_dash = "\xE2\x80\x93";

// "6", "17 bis", "VII", "A", "5.2": the number itself; empty if there is none.
std::string_view scan_label(std::string_view text, std::size_t at) {
    auto end = at;
    if (is_digit(at_or_nul(text, at))) {
        while (is_digit(at_or_nul(text, end))) ++end;
        if (end - at > 4) return {};
        while (at_or_nul(text, end) == '.' && is_digit(at_or_nul(text, end + 1))) {
            ++end;
            while (is_digit(at_or_nul(text, end))) ++end;
        }
        if (at_or_nul(text, end) == '/' || is_upper(at_or_nul(text, end))) return {};
        if (at_or_nul(text, end) == '.' && is_lower(at_or_nul(text, end + 1)) &&
            !is_word(at_or_nul(text, end + 2)))
            end += 2;  // "9.c"
        return text.substr(at, end - at);
    }
    while (std::string_view("IVXLC").find(at_or_nul(text, end)) != std::string_view::npos &&
           at_or_nul(text, end) != '\0')
        ++end;
    if (end > at && !is_word(at_or_nul(text, end)) && roman_value(text.substr(at, end - at)) > 0) {
        const bool divided = at_or_nul(text, end) == '.' && is_upper(at_or_nul(text, end + 1)) &&
                             !is_word(at_or_nul(text, end + 2));
        if (divided) return text.substr(at, end - at + 2);  // "II.B"
        if (at_or_nul(text, end) == '.' && is_digit(at_or_nul(text, end + 1))) {
            ++end;  // "VI.103"
            while (is_digit(at_or_nul(text, end))) ++end;
        }
        return text.substr(at, end - at);
    }
    if (is_upper(at_or_nul(text, at)) && at_or_nul(text, at + 1) == '.' &&
        is_digit(at_or_nul(text, at + 2))) {
        end = at + 2;  // "E.1"
        while (is_digit(at_or_nul(text, end))) ++end;
        return text.substr(at, end - at);
    }
    if (is_upper(at_or_nul(text, at)) && !is_word(at_or_nul(text, at + 1))) return text.substr(at, 1);
    return {};
}

// "(b)", "(ii)", "(1)" at `at`, after blanks; the label without its brackets.
std::optional<std::string_view> scan_sub(std::string_view text, std::size_t& at) {
    const auto open = skip_blanks(text, at);
    if (at_or_nul(text, open) != '(' || open - at > 1) return std::nullopt;
    const auto close = text.find(')', open);
    if (close == std::string_view::npos || close - open > 5 || close == open + 1) return std::nullopt;
    const auto label = text.substr(open + 1, close - open - 1);
    for (const char c : label) {
        if (!is_lower(c) && !is_digit(c)) return std::nullopt;
    }
    at = close + 1;
    return label;
}

std::string_view unit_of_sub(std::string_view outer_unit, std::string_view label) {
    return outer_unit == "art" && is_digit(label.front()) ? "para" : "subpara";
}

std::string join(std::string_view outer, std::string_view unit, std::string_view label) {
    std::string place(outer);
    if (!outer.empty()) place += "__";
    place += unit;
    place += '_';
    place += label;
    return place;
}

// What stands between two numbers of a list.
struct Gap {
    std::size_t length = 0;
    bool range = false;
};

Gap scan_gap(std::string_view text, std::size_t at) {
    struct Row {
        std::string_view gap;
        bool range;
    };
    static constexpr Row rows[] = {{", and ", false}, {" and ", false},    {", ", false},  {" or ", false},
                                   {" to ", true},    {" through ", true}, {" - ", true},  {"-", true},
                                   {en_dash, true},   {" et ", false},     {" y ", false}, {" à ", true},
                                   {" a ", true}};
    const auto rest = text.substr(at);
    for (const auto& row : rows) {
        if (rest.starts_with(row.gap)) return {row.gap.size(), row.range};
    }
    return {};
}

class PlaceScanner {
public:
    PlaceScanner(std::string_view text, std::string_view unit) : text_(text), unit_(unit) {}

    std::optional<Places> scan(std::size_t at) {
        at = skip_blanks(text_, at);
        const bool abbreviation = unit_ != "annex" && unit_ != "appendix";
        if (at_or_nul(text_, at) == '.' && abbreviation) at = skip_blanks(text_, at + 1);
        if (!take_item(at, false)) return std::nullopt;
        for (;;) {
            const auto gap = scan_gap(text_, at);
            auto next = at + gap.length;
            if (gap.length == 0 || !take_item(next, gap.range)) break;
            at = next;
        }
        places_.span.end = at;
        return std::move(places_);
    }

private:
    // One number with its brackets, or only brackets that go on with the number before ("5 (b) and (c)").
    bool take_item(std::size_t& at, bool range) {
        const auto label = scan_label(text_, at);
        if (label.empty()) return take_bracket_item(at);
        if (is_resolution_number(at, label)) return false;
        at += label.size();
        const auto outer = join("", unit_, label);
        if (range && !places_.pinpoints.empty()) {
            places_.pinpoints.back() += '-';
            places_.pinpoints.back() += label;
            base_ = outer;
            return true;
        }
        base_ = outer;
        auto place = outer;
        auto outer_unit = unit_;
        if (const auto letter = scan_bare_letter(at); !letter.empty()) {
            place = join(place, "subpara", letter);
            at += 1 + letter.size();
        }
        while (const auto sub = scan_sub(text_, at)) {
            const auto sub_unit = unit_of_sub(outer_unit, *sub);
            place = join(place, sub_unit, *sub);
            outer_unit = sub_unit;
        }
        places_.pinpoints.push_back(place);
        return true;
    }

    // " b" of "Article 73 b of the Charter".
    std::string_view scan_bare_letter(std::size_t at) const {
        const bool letter = unit_ == "art" && at_or_nul(text_, at) == ' ' &&
                            is_lower(at_or_nul(text_, at + 1)) && text_[at + 1] != 'a' &&
                            text_.substr(at + 2).starts_with(" of ");
        return letter ? text_.substr(at + 1, 1) : std::string_view{};
    }

    bool take_bracket_item(std::size_t& at) {
        auto next = at;
        const auto sub = scan_sub(text_, next);
        if (!sub) return false;
        if (base_.empty() && unit_ != "subpara" && unit_ != "para") return false;
        at = next;
        const auto unit = base_.empty() ? unit_ : unit_of_sub(unit_, *sub);
        places_.pinpoints.push_back(join(base_, unit, *sub));
        return true;
    }

    // In "paragraph 5 and 1373 (2001)" the second number is no paragraph.
    bool is_resolution_number(std::size_t at, std::string_view label) const {
        if (!is_digit(label.front())) return false;
        const auto number = scan_number(text_, at);
        return number && number->shape != Number::Shape::special;
    }

    std::string_view text_;
    std::string_view unit_;
    std::string base_;
    Places places_;
};

}  // namespace

std::optional<Places> scan_places(std::string_view text, std::string_view unit, std::size_t at) {
    auto places = PlaceScanner(text, unit).scan(at);
    if (!places) return places;
    if (unit == "annex" || unit == "appendix") {
        for (const auto& pinpoint : places->pinpoints) {
            std::string annex = pinpoint;
            std::erase(annex, '_');
            places->annexes.push_back(annex);
        }
        places->pinpoints.clear();
    }
    return places;
}

void nest(Places& outer, const Places& inner) {
    std::vector<std::string> nested;
    if (outer.pinpoints.empty()) {
        nested = inner.pinpoints;
    } else {
        nested.assign(outer.pinpoints.begin(), outer.pinpoints.end() - 1);
        for (const auto& place : inner.pinpoints) nested.push_back(outer.pinpoints.back() + "__" + place);
    }
    outer.pinpoints = std::move(nested);
    outer.span.end = std::max(outer.span.end, inner.span.end);
}

}  // namespace resograph
