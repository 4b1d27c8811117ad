#include "citations/phrase_trie.hpp"

#include <algorithm>
#include <cstring>

namespace resograph {

namespace {

std::uint64_t key_of(std::uint32_t node, std::uint64_t hash) { return hash ^ (node * 0x9E3779B97F4A7C15ULL); }

// One of 32 bits for the first letter of a word, which may be folded or not.
std::uint32_t letter_bit(char letter) { return 1U << (static_cast<unsigned char>(letter) & 0x1F); }

bool is_ascii_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// A name goes on over these, but not over a semicolon, or over the full stop of a sentence.
bool may_lie_between(std::string_view gap) {
    constexpr std::size_t longest = 8;
    if (gap.size() > longest) return gap.find_first_not_of(" \n\t") == std::string_view::npos;
    return gap.find(';') == std::string_view::npos;
}

bool is_sentence_end(std::string_view text, const Word& before, std::string_view gap) {
    constexpr std::size_t longest_abbreviation = 4;  // "No.", "vol.", "Nos."
    return gap.find('.') != std::string_view::npos && before.end - before.begin > longest_abbreviation &&
           before.end < text.size();
}

}  // namespace

std::uint32_t PhraseTrie::Children::find(std::uint64_t key) const {
    const auto mask = slots.size() - 1;
    for (auto i = key & mask;; i = (i + 1) & mask) {
        if (slots[i].child == none) return none;
        if (slots[i].key == key) return slots[i].child;
    }
}

void PhraseTrie::Children::add(std::uint64_t key, std::uint32_t child) {
    if ((used + 1) * 2 > slots.size()) {
        Children larger;
        larger.slots.assign(slots.size() * 2, {});
        for (const auto& slot : slots) {
            if (slot.child != none) larger.add(slot.key, slot.child);
        }
        *this = std::move(larger);
    }
    const auto mask = slots.size() - 1;
    auto i = key & mask;
    while (slots[i].child != none) i = (i + 1) & mask;
    slots[i] = {key, child};
    ++used;
}

std::uint32_t PhraseTrie::find(std::uint32_t node, std::uint64_t word_hash) const {
    return (node == root ? first_words_ : later_words_).find(key_of(node, word_hash));
}

std::uint32_t PhraseTrie::find_or_add(std::uint32_t node, std::string_view phrase, const Word& word) {
    if (const auto child = find(node, word.hash); child != none) return child;
    const auto child = static_cast<std::uint32_t>(nodes_.size());
    (node == root ? first_words_ : later_words_).add(key_of(node, word.hash), child);
    nodes_[node].next_letters |= letter_bit(static_cast<char>(fold_character(phrase, word.begin).folded));
    nodes_.emplace_back();
    return child;
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t value, bool capital) {
    auto node = root;
    const auto first = next_word(phrase, 0);
    for (auto word = first; word.found(); word = next_word(phrase, word.next)) {
        node = find_or_add(node, phrase, word);
    }
    if (node == root) return;
    nodes_[node].value = value;
    std::uint64_t letters = 0;
    const auto folded = fold_name(phrase.substr(first.begin, first.end - first.begin));
    std::memcpy(&letters, folded.data(), std::min(folded.size(), prefix_length));
    for (const bool in_text : {false, true}) {
        const auto bit = prefix_bit(letters, in_text);
        if (in_text || !capital) prefixes_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
}

std::uint32_t PhraseTrie::value_of(std::string_view phrase) const {
    auto node = root;
    for (auto word = next_word(phrase, 0); word.found(); word = next_word(phrase, word.next)) {
        node = find(node, word.hash);
        if (node == none) return none;
    }
    return node == root ? none : nodes_[node].value;
}

bool PhraseTrie::may_go_on(const Node& node, std::string_view text, std::size_t at) const {
    if (node.next_letters == 0) return false;
    if (at + 1 >= text.size() || text[at] != ' ' || !is_ascii_letter_or_digit(text[at + 1])) return true;
    return (node.next_letters & letter_bit(text[at + 1])) != 0;
}

PhraseTrie::Match PhraseTrie::match(std::string_view text, const Word& first) const {
    constexpr int words_before_joining = 2;  // a broken word is looked for only within a name
    Match longest;
    int words = 0;
    auto word = first;
    auto node = find(root, word.hash);
    while (node != none) {
        if (nodes_[node].value != none) longest = {nodes_[node].value, word.end};
        if (!may_go_on(nodes_[node], text, word.next)) break;
        const auto next = next_word(text, word.next);
        if (!next.found()) break;
        const auto gap = text.substr(word.end, next.begin - word.end);
        if (gap != " " && (!may_lie_between(gap) || is_sentence_end(text, word, gap))) break;
        auto child = find(node, next.hash);
        auto reached = next;
        if (child == none && words >= words_before_joining && gap == " ") {  // "prom otion"
            const auto after = next_word(text, next.next);
            if (after.found() && after.begin == next.end + 1) {
                child = find(node, joined_hash(text, next, after));
                reached = {next.begin, after.end, after.next, 0};
            }
        }
        word = reached;
        node = child;
        ++words;
    }
    return longest;
}

}  // namespace resograph
