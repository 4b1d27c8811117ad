// Which body a number is of, and so the symbol it stands for (contract, section 2; citation_forms, "Whose
// resolution").
#pragma once

#include <string>
#include <vector>

#include "citations/references.hpp"
#include "citations/vocabulary.hpp"

namespace resograph {

// What the text around says of the bodies.
struct Speakers {
    int speaker = -1;           // the body that speaks in this part of the text
    std::string document_date;  // of the citing document, "" if unknown
    int last_commission = -1;   // the commission last named in full
    std::uint32_t list = 0;     // the list of the number before, and which body that was of
    int list_body = -1;
};

struct NumberedWork {
    std::string id;  // "" when the body or its symbols are not known
    std::vector<std::string> candidates;
    double confidence = 1.0;
    std::string reason;
    int body = -1;
    Rule rule = Rule::number_shape;
};

NumberedWork identify_number(const Reference& reference, const Speakers& speakers,
                             const Vocabulary& vocabulary);

// The body whose symbols begin like this one: HRC for "A/HRC/RES/5/1". -1: unknown.
int body_of_symbol(std::string_view symbol, const Vocabulary& vocabulary);

}  // namespace resograph
