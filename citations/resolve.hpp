// From references to citations: whose resolution, which instrument, what the footnotes say.
#pragma once

#include <vector>

#include "citations/citation.hpp"
#include "citations/references.hpp"
#include "citations/vocabulary.hpp"
#include "registry/registry.hpp"

namespace resograph {

Extracted resolve(const Document& document, const std::vector<Reference>& references,
                  const Vocabulary& vocabulary, const Registry& registry);

}  // namespace resograph
