// A file of any format, and its documents with their references marked up.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "citations/extract.hpp"
#include "importers/importer.hpp"

namespace resograph {

struct MarkedUpFile {
    std::string symbol;  // of its document, if that is known: "A/RES/55/25"
    std::string text;
};

struct Annotated {
    std::vector<MarkedUpFile> files;  // none when the input cannot be used
    std::vector<Diagnostic> diagnostics;
};

struct Annotating {
    std::function<void(Document&)> complete = {};  // adds to a document what is known of it from elsewhere
    ImportLimits limits = {};
};

// Akoma Ntoso stays as it is, byte for byte, but for the references. Of a file in another format each
// document becomes a file of its own; those without any text (records of a catalogue) cannot.
Annotated annotate(const Importer& importer, std::string_view bytes, std::string_view file,
                   const Extractor& extractor, const Annotating& options = {});

// The documents of a file as a page to read, with links and what is known of each citation.
Annotated annotate_as_html(const Importer& importer, std::string_view bytes, std::string_view file,
                           const Extractor& extractor, const Annotating& options = {});

}  // namespace resograph
