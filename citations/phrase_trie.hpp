// All phrases the extractor looks for, in one trie over folded words: names of instruments, bodies,
// nouns, units, governing verbs. One pass over a text finds the leftmost longest of them.
#pragma once

#include <array>
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

    // Whether a phrase may start with these letters of a word: a cheap test before match(), wrong in a few of
    // a hundred cases, and only in one direction.
    bool may_start(const WordStart& word) const {
        const auto bit = prefix_bit(word.letters);
        return !word.sure | ((prefixes_[bit / 64] >> (bit % 64) & 1) != 0);
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
        std::uint32_t key = 0;  // the upper half of the word's hash; the lower half says in which slot
        std::uint32_t child = none;
    };
    // Each node has a table of its children of its own, a power of two and at least half empty: what a text
    // often comes to stays in the cache.
    struct Node {
        std::uint32_t value = none;
        std::uint32_t next_letters = 0;  // a bit for each letter or digit that a child begins with
        std::uint32_t first_slot = 0;
        std::uint32_t slots = 0;
        std::uint32_t children = 0;
    };
    static std::size_t prefix_bit(std::uint64_t letters) { return letters * 0x9E3779B97F4A7C15U >> 47; }
    bool may_go_on(const Node& node, std::string_view text, std::size_t at) const;
    std::uint32_t find(std::uint32_t node, std::uint64_t word_hash) const;
    void note_start(std::string_view phrase, bool capital);
    void grow(Node& node);
    void insert(const Node& node, std::uint64_t word_hash, std::uint32_t child);
    std::uint32_t find_or_add(std::uint32_t node, std::string_view phrase, const Word& word);

    std::vector<Node> nodes_{Node{}};
    std::vector<Slot> slots_;
    std::vector<std::uint64_t> hashes_;  // of the words in the slots; looked at only when a table grows
    std::array<std::uint64_t, 2048> prefixes_{};  // which letters may start a phrase: a bit for each hash
};

}  // namespace resograph
