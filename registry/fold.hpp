// How names are compared. A name is a sequence of folded words: case, hyphens, apostrophes, quotation
// marks, diacritics of Latin letters and the blanks between words do not count ("Co-operation" is
// "cooperation", "sea-bed" is "seabed", "Women’s" is "women"). Commas, colons and brackets do not count
// either; a semicolon or a full stop ends a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/word_bytes.hpp"

namespace resograph {

// A word of a text. `hash` is that of its folded spelling.
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;   // without a trailing possessive
    std::size_t next = 0;  // where to look for the next word
    std::uint64_t hash = 0;

    bool found() const { return end > begin; }
};

// As next_word(), character by character.
Word next_word_closely(std::string_view text, std::size_t from);

// The first word that begins at or after `from`. Reads a hyphen that a page layout set apart
// ("Non -Proliferation", "Kunming- Montreal") as part of the word.
inline Word next_word(std::string_view text, std::size_t from) {
    const bool blank = from < text.size() && text[from] == ' ';  // what lies between most words
    const auto begin = from + std::size_t{blank};
    const auto plain = plain_word(text, begin);
    if (plain.hash == 0) return next_word_closely(text, begin);
    return {begin, begin + plain.length, begin + plain.length, plain.hash};
}

// The word that begins so. Not found when it takes a look at the text: a long one, or one that may be joined
// to more.
inline Word short_word(const WordStart& start) {
    const auto unused_bytes = static_cast<std::size_t>(std::countl_zero(start.letters)) / 8;
    if (!start.sure || unused_bytes == 0) return {};
    const auto end = start.at + prefix_length - unused_bytes;
    return {start.at, end, end, hash_two_blocks(start.letters | lower_case_first, 0)};
}

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
