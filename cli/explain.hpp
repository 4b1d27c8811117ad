// Why a citation is what it is: for `extract --explain` and `why`.
#pragma once

#include <iosfwd>

#include "cli/reading.hpp"

namespace resograph::cli {

// A paragraph of lines: the words, the target, the rule and the evidence for it, what the relation comes
// from, what else it might have been.
void explain(std::ostream& out, const ExtractedDocument& from, const Citation& citation,
             const Registry& registry);

}  // namespace resograph::cli
