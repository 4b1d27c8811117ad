#include "graph/dates.hpp"

#include <algorithm>
#include <charconv>

namespace resograph {

namespace {

struct Date {
    int year = 0, month = 1, day = 1;
};

bool take_digits(std::string_view& text, std::size_t count, int& value) {
    if (text.size() < count) return false;
    const auto digits = text.substr(0, count);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
    std::from_chars(digits.data(), digits.data() + count, value);
    text.remove_prefix(count);
    return true;
}

bool take_part(std::string_view& text, int& value) {
    if (text.empty()) return true;
    if (!text.starts_with('-')) return false;
    text.remove_prefix(1);
    return take_digits(text, 2, value);
}

int days_in(const Date& date) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return date.month == 2 && leap ? 29 : days[date.month - 1];
}

std::optional<Date> parse_date(std::string_view text) {
    Date date;
    if (!take_digits(text, 4, date.year) || !take_part(text, date.month) || !take_part(text, date.day))
        return {};
    if (!text.empty() || date.year == 0 || date.month < 1 || date.month > 12) return {};
    if (date.day < 1 || date.day > days_in(date)) return {};
    return date;
}

}  // namespace

std::optional<int> year_of(std::string_view date) {
    const auto parsed = parse_date(date);
    return parsed ? std::optional(parsed->year) : std::nullopt;
}

std::string first_day(std::string_view date) {
    if (!parse_date(date)) return "";
    return std::string(date) + std::string(std::string_view("0000-01-01").substr(date.size()));
}

int compare_dates(std::string_view a, std::string_view b) {
    const auto length = std::min(a.size(), b.size());
    return a.substr(0, length).compare(b.substr(0, length));
}

}  // namespace resograph
