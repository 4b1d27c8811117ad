// Names of instruments that nobody registered, by how they are written: "the Bridgetown Covenant",
// "the Code of Conduct on the Safety and Security of Radioactive Sources".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "citations/vocabulary.hpp"
#include "document/document.hpp"

namespace resograph {

struct CitedTitle {
    Span span;
    std::string value;        // as cited, blanks normalised
    bool only_heads = false;  // "Declaration of Commitment": by itself it may be any
};

// The name around a head noun ("Covenant", "Code of Conduct"); nullopt when the head noun stands alone.
std::optional<CitedTitle> scan_title(std::string_view text, Span block, Span head,
                                     const Vocabulary& vocabulary);

// Where the capitalised words begin that stand right before a word: "Arab Peace Initiative".
std::size_t capitalised_begin(std::string_view text, Span block, std::size_t begin,
                              const Vocabulary& vocabulary);

// "The Bridgetown Covenant" -> "name:bridgetown-covenant".
std::string name_id(std::string_view title);

}  // namespace resograph
