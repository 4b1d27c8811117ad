// How names are compared. A name is a sequence of folded words: case, hyphens, apostrophes, quotation
// marks, diacritics of Latin letters and the blanks between words do not count ("Co-operation" is
// "cooperation", "sea-bed" is "seabed", "Women’s" is "women"). Commas, colons and brackets do not count
// either; a semicolon or a full stop ends a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace resograph {

// A word of a text. `hash` is that of its folded spelling.
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;   // without a trailing possessive
    std::size_t next = 0;  // where to look for the next word
    std::uint64_t hash = 0;

    bool found() const { return end > begin; }
};

// The first word that begins at or after `from`. Reads a hyphen that a page layout set apart
// ("Non -Proliferation", "Kunming- Montreal") as part of the word.
Word next_word(std::string_view text, std::size_t from);

// The hash of two words set apart by a page layout ("prom otion") read as one.
std::uint64_t joined_hash(std::string_view text, const Word& first, const Word& second);

// The character at i: what it folds to (0: no letter or digit), and its bytes.
struct FoldedCharacter {
    unsigned char folded = 0;
    bool apostrophe = false;
    std::size_t length = 1;
};
FoldedCharacter fold_character(std::string_view text, std::size_t i);

// "The Convention on the Law of the Sea,  1982" -> "the convention on the law of the sea 1982".
std::string fold_name(std::string_view name);

}  // namespace resograph
