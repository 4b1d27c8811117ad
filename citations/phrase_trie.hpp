// All phrases the extractor looks for, in one trie over folded words: names of instruments, bodies,
// nouns, units, governing verbs. One pass over a text finds the leftmost longest of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "registry/fold.hpp"

namespace resograph {

class PhraseTrie {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    // A later phrase with the same folded words replaces the earlier one.
    void add(std::string_view phrase, std::uint32_t value);

    // The value of exactly this phrase; none if there is none.
    std::uint32_t value_of(std::string_view phrase) const;

    struct Match {
        std::uint32_t value = none;
        std::size_t end = 0;
    };

    // Whether a phrase can start with this word: a cheap test before match().
    bool starts(std::uint64_t word_hash) const { return find(root, word_hash) != none; }

    // The longest phrase that starts with the word. Words of one phrase are apart by blanks, commas, colons,
    // quotation marks, brackets and slashes, at most a few.
    Match match(std::string_view text, const Word& first) const;

private:
    static constexpr std::uint32_t root = 0;
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t parent = none;
        std::uint32_t child = none;
    };
    std::uint32_t find(std::uint32_t node, std::uint64_t word_hash) const;
    std::uint32_t find_or_add(std::uint32_t node, std::uint64_t word_hash);
    void grow();

    std::vector<Slot> slots_;             // open addressing, a power of two
    std::vector<std::uint32_t> values_{none};  // by node
    std::size_t used_ = 0;
};

}  // namespace resograph
