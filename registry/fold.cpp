#include "registry/fold.hpp"

#include <algorithm>
#include <array>

#include "document/word_bytes.hpp"

namespace resograph {

namespace {

// The hash of a folded word, byte by byte: the same as that of plain_word().
class WordHash {
public:
    void add(unsigned char byte) {
        block_ |= static_cast<std::uint64_t>(byte) << (8 * (length_ % 8));
        if (++length_ % 8 == 0) flush();
    }
    std::uint64_t value() {
        if (length_ % 8 != 0) flush();
        while (blocks_ < 2) flush();
        return hash_;
    }

private:
    void flush() {
        hash_ = hash_block(hash_, block_);
        block_ = 0;
        ++blocks_;
    }
    std::uint64_t hash_ = empty_word_hash;
    std::uint64_t block_ = 0;
    std::size_t length_ = 0;
    std::size_t blocks_ = 0;
};

// Lower case for letters and digits; 0 for everything that is no part of a word. Bytes from 0x80 on are 1:
// they need a look at the whole character.
constexpr auto fold_table = [] {
    std::array<unsigned char, 256> table{};
    for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = static_cast<unsigned char>(c);
    for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<unsigned char>(c);
    for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<unsigned char>(c + 32);
    for (std::size_t c = 0x80; c < 256; ++c) table[c] = 1;
    return table;
}();

// The base letters of U+00C0 to U+017F; '?' where there is none.
constexpr std::string_view latin_base =
    "aaaaaaaceeeeiiiidnooooo?ouuuuyts"   // U+00C0
    "aaaaaaaceeeeiiiidnooooo?ouuuuyty"   // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100
    "gggghhhhiiiiiiiiiiiijjkkklllllll"   // U+0120
    "lllnnnnnnnnnoooooooorrrrrrssssss"   // U+0140
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160

unsigned char at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

enum class Kind { letter, separator, joiner, apostrophe };

struct Character {
    Kind kind = Kind::separator;
    unsigned char folded = 0;  // for a letter with an ASCII base
    unsigned char length = 1;  // bytes
};

bool is_dash(unsigned char third) { return third >= 0x90 && third <= 0x93; }  // ‐ ‑ ‒ –

Character general_punctuation(unsigned char second, unsigned char third) {
    if (second == 0x80 && is_dash(third)) return {Kind::joiner, 0, 3};
    if (second == 0x80 && (third == 0x98 || third == 0x99)) return {Kind::apostrophe, 0, 3};
    return {Kind::separator, 0, 3};
}

Character classify(std::string_view text, std::size_t i) {
    const auto byte = at(text, i);
    const auto folded = fold_table[byte];
    if (folded > 1) return {Kind::letter, folded, 1};
    if (byte == '-') return {Kind::joiner, 0, 1};
    if (byte == '\'') return {Kind::apostrophe, 0, 1};
    if (folded == 0) return {Kind::separator, 0, 1};
    if (byte == 0xC2) {
        if (at(text, i + 1) == 0xAD) return {Kind::joiner, 0, 2};  // soft hyphen
        return {Kind::separator, 0, 2};
    }
    if (byte >= 0xC3 && byte <= 0xC5) {
        const auto index = static_cast<std::size_t>((byte - 0xC3) * 64 + (at(text, i + 1) & 0x3F));
        return {Kind::letter, static_cast<unsigned char>(latin_base[index]), 2};
    }
    if (byte == 0xE2) return general_punctuation(at(text, i + 1), at(text, i + 2));
    return {Kind::letter, byte, 1};  // other scripts: byte by byte
}

bool starts_word(std::string_view text, std::size_t i) {
    return i < text.size() && classify(text, i).kind == Kind::letter;
}

bool is_year(std::string_view text, std::size_t i) {
    const auto year = text.substr(std::min(i, text.size()), 4);
    return year.size() == 4 && year.find_first_not_of("0123456789") == std::string_view::npos;
}

// The length of the " – " in "2023 – 2033", and of " –" and "– "; 0 if it is none.
std::size_t joined_years(std::string_view text, std::size_t i) {
    if (i < 4 || !is_year(text, i - 4)) return 0;
    auto end = i + (at(text, i) == ' ' ? 1U : 0U);
    const auto dash = classify(text, end);
    if (dash.kind != Kind::joiner) return 0;
    end += dash.length;
    end += at(text, end) == ' ' ? 1U : 0U;
    return is_year(text, end) ? end - i : 0;
}

// How many bytes of blank and hyphen join two halves of a word at i; 0 if a word ends here.
std::size_t joiner_length(std::string_view text, std::size_t i) {
    const auto here = classify(text, i);
    if (here.kind == Kind::joiner) {
        const auto next = i + here.length;
        if (starts_word(text, next)) return here.length;
        if (here.length == 1 && at(text, next) == ' ' && starts_word(text, next + 1)) return here.length + 1U;
        return joined_years(text, i);
    }
    if (at(text, i) == ' ' && at(text, i + 1) == '-' && starts_word(text, i + 2)) return 2;
    return joined_years(text, i);
}

Word take_word(std::string_view text, std::size_t begin) {
    Word word;
    WordHash hash;
    word.begin = begin;
    auto i = begin;
    while (i < text.size()) {
        if (const auto letter = fold_table[at(text, i)]; letter > 1) {  // nearly always
            hash.add(letter);
            ++i;
            continue;
        }
        const auto c = classify(text, i);
        if (c.kind == Kind::letter) {
            hash.add(c.folded);
            i += c.length;
            continue;
        }
        if (c.kind == Kind::apostrophe && starts_word(text, i + c.length)) {
            const bool possessive =
                (at(text, i + c.length) | 0x20) == 's' && !starts_word(text, i + c.length + 1U);
            if (possessive) {
                word.next = i + c.length + 1U;
                break;
            }
            i += c.length;
            continue;
        }
        const auto joined = joiner_length(text, i);
        if (joined == 0) break;
        i += joined;
    }
    word.end = std::min(i, text.size());
    word.next = std::max(word.next, word.end);
    word.hash = hash.value();
    return word;
}

}  // namespace

Word next_word_closely(std::string_view text, std::size_t from) {
    for (auto i = from; i < text.size();) {
        const auto c = classify(text, i);
        if (c.kind == Kind::letter) return i > from ? next_word(text, i) : take_word(text, i);
        i += c.length;
    }
    return {};
}

std::uint64_t joined_hash(std::string_view text, const Word& first, const Word& second) {
    WordHash hash;
    for (const auto& word : {first, second}) {
        for (auto i = word.begin; i < word.end;) {
            const auto c = classify(text, i);
            if (c.kind == Kind::letter) hash.add(c.folded);
            i += c.length;
        }
    }
    return hash.value();
}

FoldedCharacter fold_character(std::string_view text, std::size_t i) {
    const auto c = classify(text, i);
    return {c.kind == Kind::letter ? c.folded : static_cast<unsigned char>(0), c.kind == Kind::apostrophe,
            c.length};
}

std::string fold_name(std::string_view name) {
    std::string folded;
    folded.reserve(name.size());
    for (auto word = next_word(name, 0); word.found(); word = next_word(name, word.next)) {
        const auto rest = name.substr(word.begin, word.end - word.begin);
        if (!folded.empty()) folded += ' ';
        for (std::size_t i = 0; i < rest.size();) {
            if (const auto letter = fold_table[at(rest, i)]; letter > 1) {
                folded += static_cast<char>(letter);
                ++i;
                continue;
            }
            const auto c = classify(rest, i);
            if (c.kind == Kind::letter) folded += static_cast<char>(c.folded);
            i += c.length;
        }
    }
    return folded;
}

}  // namespace resograph
