// The shapes of what is cited: resolution numbers, document symbols, dates. Small scanners over text that
// know nothing of the context; each reads at one place or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// A number of a resolution or decision, as written.
struct Number {
    enum class Shape : std::uint8_t {
        slash,    // 55/25, 2003/20
        year,     // 1373 (2001)
        roman,    // 1514 (XV), 217 A (III), 3201 (S-VI)
        special,  // S-26/2, ES-10/2
        dotted,   // 58.3, 70(17): as the World Health Assembly counts, and only after its name
        other,    // 1/CP.21, WHA58.3
    };
    Shape shape = Shape::slash;
    Span span;            // with the letters
    std::string base;     // "55/25", "1373(2001)", "S-26/2": without blanks and letters, but "53/77AA"
    std::string letters;  // "AB" for "48/264 A and B"
    int session = 0;      // 55, 2003, 2001, 15; of a special session its own number
    int serial = 0;       // 25, 20, 1373, 1514
};

// The number that starts at `at`, if one does.
std::optional<Number> scan_number(std::string_view text, std::size_t at);

// "58.3", "70(17)": a session and a number in it. Only some bodies count so.
std::optional<Number> scan_dotted(std::string_view text, std::size_t at);

// "3", "12": a plain number of at most four digits that is no part of a longer one.
std::optional<Span> scan_digits(std::string_view text, std::size_t at);

// "2016–2020": two years.
std::optional<Span> scan_years(std::string_view text, std::size_t at);

// A document symbol as printed, with blanks taken out: "E/2002/68/Add.1", "A/CONF.157/24(PartI)",
// "S/RES/1373(2001)", "A/RES/217(III)A".
struct Symbol {
    Span span;
    std::string value;
    std::vector<std::string> more;  // "and Add.1", "and 2": symbols that share its beginning
};

// `prefixes`: what a symbol may begin with ("A", "S", "E", "CRC"), sorted.
std::optional<Symbol> scan_symbol(std::string_view text, std::size_t at,
                                  const std::vector<std::string>& prefixes);

int roman_value(std::string_view numeral);  // 0: none
std::size_t skip_blanks(std::string_view text, std::size_t at);

}  // namespace resograph
