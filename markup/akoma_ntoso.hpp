// A document of any format as Akoma Ntoso 3.0, valid against the schema, without references: insert.hpp puts
// them in.
#pragma once

#include <string>

#include "document/document.hpp"
#include "registry/registry.hpp"

namespace resograph {

// Reading it gives the same document again (importers/known_structure.hpp).
std::string to_akoma_ntoso(const Document& document, const Registry& registry);

}  // namespace resograph
