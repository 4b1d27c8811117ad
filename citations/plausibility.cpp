#include "citations/plausibility.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace resograph {

namespace {

std::string roman_numeral(int value) {
    struct Digit {
        int value;
        std::string_view letters;
    };
    constexpr std::array<Digit, 7> digits{
        {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string numeral;
    for (const auto& digit : digits) {
        for (; value >= digit.value; value -= digit.value) numeral += digit.letters;
    }
    return numeral;
}

int year_of(std::string_view date) {
    int year = 0;
    if (date.size() >= 4) std::from_chars(date.data(), date.data() + 4, year);
    return year;
}

// As the table writes it: "2001" of 1373 (2001), "XXVIII" of 3068 (XXVIII), "55" of 55/25.
std::string session_of(const Number& number) {
    if (number.shape != Number::Shape::roman) return std::to_string(number.session);
    const auto open = number.base.find('(');
    return number.base.substr(open + 1, number.base.find(')') - open - 1);
}

std::string session_before(const Number& number) {
    return number.shape == Number::Shape::roman ? roman_numeral(number.session - 1)
                                                : std::to_string(number.session - 1);
}

// The year in which the number's session began, or the year that the number itself names; 0 if it tells none.
int first_year(const Number& number, std::string_view body_code) {
    if (number.shape == Number::Shape::year || number.session >= 1900) return number.session;
    const bool of_assembly =
        body_code == "GA" && (number.shape == Number::Shape::slash || number.shape == Number::Shape::roman);
    if (of_assembly && number.base.find("S-") == std::string::npos) return 1945 + number.session;
    return 0;
}

}  // namespace

std::string believable_date(const Metadata& metadata) {
    const std::string_view symbol = metadata.symbol;
    int earliest = 0;
    for (const std::string_view prefix : {"A/RES/", "E/RES/", "S/RES/"}) {
        if (!symbol.starts_with(prefix)) continue;
        const auto number = scan_number(symbol.substr(prefix.size()), 0);
        if (number) earliest = first_year(*number, prefix == "A/RES/" ? "GA" : "");
    }
    if (metadata.date.empty() || year_of(metadata.date) >= earliest) return metadata.date;
    return fmt::format("{}-12-31", earliest);
}

namespace {

// The highest number of a session, or of any session of the body ("*" in the table); 0: not known.
int last_of_session(const Number& number, std::string_view body_code, const Vocabulary& vocabulary) {
    const auto* limit = vocabulary.limit(body_code, session_of(number));
    if (!limit) limit = vocabulary.limit(body_code, "*");
    return limit ? limit->last : 0;
}

// Numbers that go on from year to year, or from session to session until 1975, also have a lowest one.
std::string outside_series(const Number& number, std::string_view body_code, const Vocabulary& vocabulary) {
    constexpr int slack = 10;  // the table is not sure to the last number
    const auto* limit = vocabulary.limit(body_code, session_of(number));
    const auto* before = vocabulary.limit(body_code, session_before(number));
    if (limit && limit->last > 0 && number.serial > limit->last + slack)
        return fmt::format("the body had reached {} by the end of {}", limit->last, limit->session);
    if (limit && before && number.serial + slack <= before->last)
        return fmt::format("the body had reached {} before {}", before->last, limit->session);
    return "";
}

}  // namespace

std::string implausible(const Number& number, Noun noun, std::string_view body_code,
                        std::string_view document_date, const Vocabulary& vocabulary) {
    const int year = first_year(number, body_code);
    const int written = year_of(document_date);
    if (written != 0 && year > written) return fmt::format("of {}, but the document is of {}", year, written);
    if (noun != Noun::resolution) return "";
    const bool running = number.shape == Number::Shape::year || number.shape == Number::Shape::roman;
    if (running) return outside_series(number, body_code, vocabulary);
    const int last = last_of_session(number, body_code, vocabulary);
    if (number.shape == Number::Shape::slash && last > 0 && number.serial > last)
        return fmt::format("no session of the body came beyond {}", last);
    return "";
}

}  // namespace resograph
