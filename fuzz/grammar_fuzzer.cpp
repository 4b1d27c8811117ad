// Any text through the grammar: each line is a paragraph of a preamble, or a note called at the end of the
// line before when it begins with an asterisk. Every citation found has a place in the text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "citations/extract.hpp"
#include "importers/text_encoding.hpp"
#include "registry/registry.hpp"

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

resograph::Document document_of(std::string_view bytes) {
    using namespace resograph;
    Document document;
    document.file = "fuzz";
    document.metadata.symbol = "A/RES/62/141";
    document.metadata.date = "2007-12-18";
    const auto decoded = decode_text(bytes, "fuzz");
    document.text = decoded.view;
    document.speakers = {"General Assembly"};
    int recitals = 0;
    for (std::size_t begin = 0; begin < document.text.size();) {
        const auto end = std::min(document.text.find('\n', begin), document.text.size());
        const bool note = document.text[begin] == '*' && begin > 0;
        if (note) document.marks.push_back({begin - 1, "*", static_cast<int>(document.blocks.size())});
        document.blocks.push_back({note ? Role::note : Role::preambular,
                                   note ? "fn*" : "pp" + std::to_string(++recitals),
                                   {begin, end},
                                   0,
                                   false,
                                   ""});
        begin = end + 1;
    }
    return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const resograph::Registry registry;
    static const resograph::Extractor extractor(registry);
    const auto document = document_of({reinterpret_cast<const char*>(data), size});
    for (const auto& citation : extractor.extract(document).citations) {
        require(citation.span.begin <= citation.span.end && citation.span.end <= document.text.size());
        require(citation.text == resograph::text_of(document, citation.span));
        require(!citation.target.empty() || !citation.reason.empty());
    }
    return 0;
}
