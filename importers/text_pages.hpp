// Lines of text to a document: paragraphs from indents and blank lines, pages put together again. Shared by
// what comes as lines: plain text and PDF.
#pragma once

#include <string_view>

#include "document/document.hpp"

namespace resograph {

// UTF-8, as typed or as `pdftotext -layout` sets it: a form feed between pages, a line of underscores above
// the notes of a page. `same_offsets`: an offset in the text is an offset in the file.
Document read_text_pages(std::string_view text, std::string_view file, std::string_view format,
                         bool same_offsets);

}  // namespace resograph
