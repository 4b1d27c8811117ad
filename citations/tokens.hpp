// One pass over a text finds everything the grammar looks at: phrases of the vocabulary, numbers of
// resolutions, document symbols. What lies between two tokens is read only when a rule asks for it.
#pragma once

#include <cstdint>
#include <vector>

#include "citations/shapes.hpp"
#include "citations/vocabulary.hpp"

namespace resograph {

struct Token {
    enum class Kind : std::uint8_t { term, number, symbol };
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Kind kind = Kind::term;
    std::uint32_t classes = 0;  // of a term: mask(TermClass) of all that its words may be
    std::uint32_t value = 0;    // of a term: for Vocabulary::find; else the index in numbers or symbols

    bool is(TermClass c) const { return (classes & mask(c)) != 0; }
    bool is_any(std::uint32_t mask_of_classes) const { return (classes & mask_of_classes) != 0; }
};

struct Tokens {
    std::vector<Token> tokens;  // by place, not overlapping
    std::vector<Number> numbers;
    std::vector<Symbol> symbols;
};

// Empties `tokens` and fills it, so that its memory is used again for the next document.
void tokenize(std::string_view text, const Vocabulary& vocabulary, Tokens& tokens);

}  // namespace resograph
