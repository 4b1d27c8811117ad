#include "citations/plausibility.hpp"

#include <charconv>

#include <fmt/format.h>

namespace resograph {

namespace {

int year_of(std::string_view date) {
    int year = 0;
    if (date.size() >= 4) std::from_chars(date.data(), date.data() + 4, year);
    return year;
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

std::string implausible(const Number& number, std::string_view body_code, std::string_view document_date,
                        const Vocabulary& vocabulary) {
    const int year = first_year(number, body_code);
    const int written = year_of(document_date);
    if (written != 0 && year > written) return fmt::format("of {}, but the document is of {}", year, written);
    if (body_code != "SC" || number.shape != Number::Shape::year) return "";
    constexpr int slack = 10;  // the table is not sure to the last number of a year
    const auto* limit = vocabulary.limit("SC", std::to_string(year));
    const auto* before = vocabulary.limit("SC", std::to_string(year - 1));
    if (limit && number.serial > limit->last + slack)
        return fmt::format("the Council had reached {} by the end of {}", limit->last, year);
    if (before && number.serial + slack <= before->last)
        return fmt::format("the Council had reached {} before {}", before->last, year);
    return "";
}

}  // namespace resograph
