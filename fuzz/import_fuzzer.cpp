// Any bytes through one importer: a document or a message comes of it, and the document holds together.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "importers/importer.hpp"
#include "importers/text_encoding.hpp"

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void check(const resograph::Document& document) {
    const auto size = document.text.size();
    require(resograph::find_invalid(document.text) == std::string_view::npos);
    for (const auto& block : document.blocks)
        require(block.span.begin <= block.span.end && block.span.end <= size);
    for (const auto& mark : document.marks) {
        require(mark.offset <= size);
        require(mark.note < static_cast<int>(document.blocks.size()));
    }
    for (const auto& reference : document.references)
        require(reference.span.begin <= reference.span.end && reference.span.end <= size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static const auto* const importer = resograph::find_importer(RESOGRAPH_FORMAT);
    importer->recognises(bytes);
    const auto imported = importer->import(bytes, "fuzz");
    require(!imported.documents.empty() || !imported.diagnostics.empty());
    for (const auto& document : imported.documents) check(document);
    return 0;
}
