// References put into the bytes of an Akoma Ntoso file: nothing else of it changes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "markup/references.hpp"

namespace resograph {

// A document of the file, and what is to be marked up in it.
struct MarkedDocument {
    const Document* document = nullptr;  // with origins in the file
    MarkedReferences marked;
};

// `xml` is UTF-8. What the file marks up itself stays as it is, so doing it twice changes nothing.
std::string insert_references(std::string_view xml, std::span<const MarkedDocument> documents);

}  // namespace resograph
