// All phrases the extractor looks for, in one trie over folded words: names of instruments, bodies,
// nouns, units, governing verbs. One pass over a text finds the leftmost longest of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/word_bytes.hpp"
#include "registry/fold.hpp"

namespace resograph {

class PhraseTrie {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    // A later phrase with the same folded words replaces the earlier one. `capital`: only where the text has
    // a capital.
    void add(std::string_view phrase, std::uint32_t value, bool capital);

    // The value of exactly this phrase; none if there is none.
    std::uint32_t value_of(std::string_view phrase) const;

    // Whether a phrase may start with the word at `at`, by its first eight letters: a cheap test before
    // match(), wrong in a few of a hundred cases, and only in one direction.
    bool may_start(std::string_view text, std::size_t at, std::size_t length) const {
        const auto prefix = word_prefix(text, at, length);
        const bool capital = text[at] >= 'A' && text[at] <= 'Z';
        const auto bit = prefix_bit(prefix.letters, capital);
        return !prefix.sure | ((prefixes_[bit / 64] >> (bit % 64) & 1) != 0);
    }

    struct Match {
        std::uint32_t value = none;
        std::size_t end = 0;
    };

    // The longest phrase that starts with the word. Words of one phrase are apart by blanks, commas, colons,
    // quotation marks, brackets and slashes, at most a few.
    Match match(std::string_view text, const Word& first) const;

private:
    static constexpr std::uint32_t root = 0;
    struct Slot {
        std::uint64_t key = 0;  // of the parent node and the word
        std::uint32_t child = none;
    };
    // Open addressing, a power of two. First words have a table of their own: it stays in the cache.
    struct Children {
        std::vector<Slot> slots = std::vector<Slot>(1024);
        std::size_t used = 0;

        std::uint32_t find(std::uint64_t key) const;
        void add(std::uint64_t key, std::uint32_t child);
    };
    // What may come next is tested by its first letter, before the next word is read at all.
    struct Node {
        std::uint32_t value = none;
        std::uint32_t next_letters = 0;  // a bit for each letter or digit that a child begins with
    };
    static std::size_t prefix_bit(std::uint64_t letters, bool capital) {
        return (letters * 0x9E3779B97F4A7C15U >> 48) | static_cast<std::size_t>(capital) << 16;
    }
    bool may_go_on(const Node& node, std::string_view text, std::size_t at) const;
    std::uint32_t find(std::uint32_t node, std::uint64_t word_hash) const;
    std::uint32_t find_or_add(std::uint32_t node, std::string_view phrase, const Word& word);

    Children first_words_;
    Children later_words_;
    std::vector<Node> nodes_{Node{}};
    // Which letters may start a phrase: 65,536 bits for words without a capital, then as many for those with
    // one.
    std::vector<std::uint64_t> prefixes_ = std::vector<std::uint64_t>(2048);
};

}  // namespace resograph
