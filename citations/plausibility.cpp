#include "citations/plausibility.hpp"

#include <charconv>

#include <fmt/format.h>

#include "document/numerals.hpp"

namespace resograph {

namespace {

// As the table writes it: "2001" of 1373 (2001), "XXVIII" of 3068 (XXVIII), "55" of 55/25.
std::string session_of(const Number& number) {
    if (number.shape != Number::Shape::roman) return std::to_string(number.session);
    const auto open = number.base.find('(');
    return number.base.substr(open + 1, number.base.find(')') - open - 1);
}

std::string session_before(const Number& number) {
    return number.shape == Number::Shape::roman ? formatted_number(number.session - 1, "upperRoman")
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

int leading_year(std::string_view date) {
    int year = 0;
    if (date.size() >= 4 && date[0] != '-') std::from_chars(date.data(), date.data() + 4, year);
    return year;
}

std::string believable_date(const Metadata& metadata) {
    const std::string_view symbol = metadata.symbol;
    int earliest = 0;
    for (const std::string_view prefix : {"A/RES/", "E/RES/", "S/RES/"}) {
        if (!symbol.starts_with(prefix)) continue;
        const auto number = scan_number(symbol.substr(prefix.size()), 0);
        if (number) earliest = first_year(*number, prefix == "A/RES/" ? "GA" : "");
    }
    if (metadata.date.empty() || leading_year(metadata.date) >= earliest) return metadata.date;
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

std::string later_than(std::string_view document_date, const Number& number, std::string_view body_code) {
    const int year = first_year(number, body_code);
    const int written = leading_year(document_date);
    return written != 0 && year > written ? fmt::format("of {}, but the document is of {}", year, written)
                                          : "";
}

std::string adopted_after(std::string_view document_date, std::string_view adopted_date) {
    const int year = leading_year(adopted_date);
    const int written = leading_year(document_date);
    return written != 0 && year > written
               ? fmt::format("adopted in {}, but the document is of {}", year, written)
               : "";
}

std::string beyond_limits(const Number& number, Noun noun, std::string_view body_code,
                          const Vocabulary& vocabulary) {
    if (noun != Noun::resolution) return "";
    const bool running = number.shape == Number::Shape::year || number.shape == Number::Shape::roman;
    if (running) return outside_series(number, body_code, vocabulary);
    const int last = last_of_session(number, body_code, vocabulary);
    if (number.shape == Number::Shape::slash && last > 0 && number.serial > last)
        return fmt::format("no session of the body came beyond {}", last);
    return "";
}

}  // namespace resograph
