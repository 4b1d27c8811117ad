// Plain text as it really comes: typed, scanned, or laid out in pages by pdftotext.
#include "importers/importer.hpp"
#include "importers/text_encoding.hpp"
#include "importers/text_pages.hpp"

namespace resograph {

namespace {

bool recognises_text(std::string_view bytes) { return !bytes.empty() && !looks_binary(bytes); }

Imported import_text(std::string_view bytes, std::string_view file, const ImportLimits&) {
    Imported imported;
    auto decoded = decode_text(bytes, file);
    imported.diagnostics = std::move(decoded.diagnostics);
    auto document = read_text_pages(decoded.view, file, "text", decoded.same_offsets);
    if (document.blocks.empty()) {
        imported.diagnostics.push_back({Severity::error, std::string(file), {1, 1}, "empty, expected text"});
        return imported;
    }
    imported.documents.push_back(std::move(document));
    return imported;
}

}  // namespace

extern constinit const Importer plain_text{"text", "plain text, typed or scanned or laid out in pages",
                                           ".txt", recognises_text, import_text};

}  // namespace resograph
