#include "markup/annotate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "importers/text_encoding.hpp"
#include "markup/akoma_ntoso.hpp"
#include "markup/html.hpp"
#include "markup/insert.hpp"
#include "markup/references.hpp"

namespace resograph {

namespace {

constexpr std::string_view akoma_ntoso = "akn";

// A file in another encoding becomes UTF-8, and says so.
std::string as_utf8(const DecodedText& decoded) {
    std::string xml(decoded.view);
    if (decoded.same_offsets) return xml;
    const auto end = xml.starts_with("<?xml") ? xml.find("?>") : std::string::npos;
    const auto encoding = xml.find("encoding=");
    if (end == std::string::npos || encoding >= end) return xml;
    const auto value = encoding + std::string_view("encoding=").size();
    const auto close = xml.find(xml[value], value + 1);
    if (close < end) xml.replace(value, close - value + 1, "\"UTF-8\"");
    return xml;
}

Annotated annotate_akoma_ntoso(const std::string& xml, std::string_view file, const Extractor& extractor) {
    const auto imported = find_importer(akoma_ntoso)->import(xml, file);
    if (imported.documents.empty()) return {std::nullopt, imported.diagnostics};
    std::vector<MarkedDocument> marked;
    for (const auto& document : imported.documents)
        marked.push_back(
            {&document, marked_references(document, extractor.extract(document), extractor.registry())});
    return {insert_references(xml, marked), imported.diagnostics};
}

Diagnostic not_one_document(std::string_view file, std::size_t count) {
    return {Severity::error, std::string(file), {}, fmt::format("holds {} documents, expected one", count)};
}

}  // namespace

Annotated annotate(const Importer& importer, std::string_view bytes, std::string_view file,
                   const Extractor& extractor) {
    if (importer.name == akoma_ntoso) {
        const auto decoded = decode_text(bytes, file);
        auto annotated = annotate_akoma_ntoso(as_utf8(decoded), file, extractor);
        annotated.diagnostics.insert(annotated.diagnostics.begin(), decoded.diagnostics.begin(),
                                     decoded.diagnostics.end());
        return annotated;
    }
    auto imported = importer.import(bytes, file);
    if (imported.documents.size() == 1) {
        const auto xml = to_akoma_ntoso(imported.documents.front(), extractor.registry());
        return {annotate_akoma_ntoso(xml, file, extractor).file, std::move(imported.diagnostics)};
    }
    if (!imported.documents.empty())
        imported.diagnostics.push_back(not_one_document(file, imported.documents.size()));
    return {std::nullopt, std::move(imported.diagnostics)};
}

Annotated annotate_as_html(const Importer& importer, std::string_view bytes, std::string_view file,
                           const Extractor& extractor) {
    auto imported = importer.import(bytes, file);
    if (imported.documents.empty()) return {std::nullopt, std::move(imported.diagnostics)};
    std::vector<Extracted> extracted;
    for (const auto& document : imported.documents) extracted.push_back(extractor.extract(document));
    return {to_html(imported.documents, extracted, extractor.registry()), std::move(imported.diagnostics)};
}

}  // namespace resograph
