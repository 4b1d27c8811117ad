// A file of any format, and the same document with its references marked up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citations/extract.hpp"
#include "importers/importer.hpp"

namespace resograph {

struct Annotated {
    std::optional<std::string> file;  // none when the input cannot be used
    std::vector<Diagnostic> diagnostics;
};

// Akoma Ntoso stays as it is, byte for byte, but for the references. A file in another format must hold one
// document.
Annotated annotate(const Importer& importer, std::string_view bytes, std::string_view file,
                   const Extractor& extractor);

// The documents of a file as a page to read, with links and what is known of each citation.
Annotated annotate_as_html(const Importer& importer, std::string_view bytes, std::string_view file,
                           const Extractor& extractor);

}  // namespace resograph
