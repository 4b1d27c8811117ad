// The sentence that holds some words of a document: what a reader needs to see to judge a citation.
#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace resograph {

// From the full stop or semicolon before `words` to the one after, within the block that holds them; line
// breaks are blanks. "" if no block does.
std::string sentence_around(const Document& document, Span words);

}  // namespace resograph
