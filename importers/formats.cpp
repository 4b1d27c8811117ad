#include <algorithm>
#include <array>

#include "importers/importer.hpp"
#include "importers/text_encoding.hpp"

namespace resograph {

// Each is defined in the file of the same name.
extern const Importer akoma_ntoso, docx, html, marcxml, pdf, plain_text, tei;

namespace {

constexpr std::array all{&akoma_ntoso, &docx, &marcxml, &pdf, &tei, &html, &plain_text};

}  // namespace

std::span<const Importer* const> importers() { return all; }

const Importer* find_importer(std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Importer* importer) { return importer->name == name; });
    return found == all.end() ? nullptr : *found;
}

const Importer* recognise(std::string_view bytes) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Importer* importer) { return importer->recognises(bytes); });
    return found == all.end() ? nullptr : *found;
}

}  // namespace resograph
