// A document as lines that a table can hold.
#pragma once

#include <string>
#include <string_view>

#include "importers/importer.hpp"

namespace resograph::test {

// "pp1 Recalling …; op1 Decides …": location and text of what is no masthead, formula, heading or closing.
inline std::string listed(const Document& document) {
    std::string lines;
    for (const auto& block : document.blocks) {
        if (block.location.empty() || block.role == Role::heading || block.role == Role::title) continue;
        if (!lines.empty()) lines += " | ";
        lines += block.location + " " + std::string(text_of(document, block.span));
    }
    return lines;
}

inline std::string import_and_list(std::string_view format, std::string_view bytes) {
    const auto imported = find_importer(format)->import(bytes, "a.txt");
    return imported.documents.empty() ? "" : listed(imported.documents.front());
}

}  // namespace resograph::test
