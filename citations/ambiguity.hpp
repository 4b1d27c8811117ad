// Names that stand for different instruments in different texts.
#pragma once

#include <string>

#include "document/document.hpp"
#include "registry/registry.hpp"

namespace resograph {

// The candidate that the rules of the name choose for this block of the document; "" when they do not decide.
// The rules (column `decide` of ambiguous_aliases.tsv, registry/README.md) are tried from left to right,
// first those whose words the block itself has:
// - word,word=ID: the document's text has one of the words (in lower case, with a capital, or Each With One)
// - symbol:A/RES/=ID: the document's own symbol begins so
// - before:DATE=ID: the document is dated before that day
// - from:DATE=ID: … on that day or later
// - latest: the candidate adopted last before the document
// - else=ID: in every other document
std::string decide(const AmbiguousName& name, const Document& document, const Block& block,
                   const std::string& date, const Registry& registry);

}  // namespace resograph
