// Numbers that cannot be: of a later year than the document that cites them, or beyond what a body had
// reached.
#pragma once

#include <string>
#include <string_view>

#include "citations/references.hpp"
#include "citations/vocabulary.hpp"

namespace resograph {

// Why the body cannot have adopted this number when the document was written; "" if it can. `document_date`:
// ISO 8601,
// "" if unknown. The limits are in tables/limits.tsv.
std::string implausible(const Number& number, Noun noun, std::string_view body_code,
                        std::string_view document_date, const Vocabulary& vocabulary);

// The document's date, unless its own number shows that it is wrong: A/RES/45/106 is not of 1985. Then the
// first day of the session, or "".
std::string believable_date(const Metadata& metadata);

}  // namespace resograph
