// Numbers that cannot be: of a later year than the document that cites them, or beyond what a body had
// reached.
#pragma once

#include <string>
#include <string_view>

#include "citations/references.hpp"
#include "citations/vocabulary.hpp"

namespace resograph {

// Why a document of that date cannot cite the number: it is of a later year; "" if it can. `document_date`:
// ISO 8601, "" if unknown.
std::string later_than(std::string_view document_date, const Number& number, std::string_view body_code);

// Why a document of that date cannot cite an instrument adopted on another: it is of a later year; "" if it
// can.
std::string adopted_after(std::string_view document_date, std::string_view adopted_date);

// Why the body never adopted the number, whatever the date: beyond what it reached in that session or year
// (tables/ limits.tsv); "" if it may have.
std::string beyond_limits(const Number& number, Noun noun, std::string_view body_code,
                          const Vocabulary& vocabulary);

// The year that a date begins with; 0 if it has none: "--05-03". The rest is not looked at, since scans
// misread days.
int leading_year(std::string_view date);

// The document's date, unless its own number shows that it is wrong: A/RES/45/106 is not of 1985. Then the
// first day of the session, or "".
std::string believable_date(const Metadata& metadata);

}  // namespace resograph
