#include "markup/annotate.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

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

Imported import_completed(const Importer& importer, std::string_view bytes, std::string_view file,
                          const Annotating& options) {
    auto imported = importer.import(bytes, file, options.limits);
    for (auto& document : imported.documents) {
        if (options.complete) options.complete(document);
    }
    return imported;
}

Annotated annotate_akoma_ntoso(const std::string& xml, std::string_view file, const Extractor& extractor,
                               const Annotating& options) {
    auto imported = import_completed(*find_importer(akoma_ntoso), xml, file, options);
    if (imported.documents.empty()) return {{}, std::move(imported.diagnostics)};
    std::vector<MarkedDocument> marked;
    for (const auto& document : imported.documents)
        marked.push_back(
            {&document, marked_references(document, extractor.extract(document), extractor.registry())});
    return {{{imported.documents.front().metadata.symbol, insert_references(xml, marked)}},
            std::move(imported.diagnostics)};
}

Diagnostic without_text(std::string_view file, std::size_t count, Severity severity) {
    return {severity,
            std::string(file),
            {},
            fmt::format("{} record{} without text left out, expected documents to mark up", count,
                        count == 1 ? "" : "s")};
}

}  // namespace

Annotated annotate(const Importer& importer, std::string_view bytes, std::string_view file,
                   const Extractor& extractor, const Annotating& options) {
    if (importer.name == akoma_ntoso) {
        const auto decoded = decode_text(bytes, file);
        auto annotated = annotate_akoma_ntoso(as_utf8(decoded), file, extractor, options);
        annotated.diagnostics.insert(annotated.diagnostics.begin(), decoded.diagnostics.begin(),
                                     decoded.diagnostics.end());
        return annotated;
    }
    auto imported = import_completed(importer, bytes, file, options);
    Annotated annotated{{}, std::move(imported.diagnostics)};
    std::size_t empty = 0;
    for (const auto& document : imported.documents) {
        if (document.blocks.empty()) {
            ++empty;
            continue;
        }
        const auto xml = to_akoma_ntoso(document, extractor.registry());
        // It holds what is known already, and no limit is there for it.
        auto files = annotate_akoma_ntoso(xml, file, extractor, {}).files;
        std::move(files.begin(), files.end(), std::back_inserter(annotated.files));
    }
    if (empty > 0) {
        const auto severity = annotated.files.empty() ? Severity::error : Severity::warning;
        annotated.diagnostics.push_back(without_text(file, empty, severity));
    }
    return annotated;
}

Annotated annotate_as_html(const Importer& importer, std::string_view bytes, std::string_view file,
                           const Extractor& extractor, const Annotating& options) {
    auto imported = import_completed(importer, bytes, file, options);
    if (imported.documents.empty()) return {{}, std::move(imported.diagnostics)};
    std::vector<Extracted> extracted;
    for (const auto& document : imported.documents) extracted.push_back(extractor.extract(document));
    return {{{imported.documents.front().metadata.symbol,
              to_html(imported.documents, extracted, extractor.registry())}},
            std::move(imported.diagnostics)};
}

}  // namespace resograph
