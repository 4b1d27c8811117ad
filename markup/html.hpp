// Documents as one self-contained page to read and to print: no script, nothing loaded from elsewhere.
#pragma once

#include <span>
#include <string>

#include "citations/citation.hpp"
#include "document/document.hpp"
#include "registry/registry.hpp"

namespace resograph {

// `extracted` is what was found in each of the documents.
std::string to_html(std::span<const Document> documents, std::span<const Extracted> extracted,
                    const Registry& registry);

}  // namespace resograph
