#include "citations/phrase_trie.hpp"

#include <algorithm>
#include <cstring>

namespace resograph {

namespace {

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

std::uint32_t PhraseTrie::find(std::uint32_t node, std::uint64_t word_hash) const {
    const auto& parent = nodes_[node];
    if (parent.slots == 0) return none;
    const auto* slots = slots_.data() + parent.first_slot;
    for (auto i = word_hash;; ++i) {
        const auto& slot = slots[i & (parent.slots - 1)];
        if (slot.child == none || slot.key == word_hash >> 32) return slot.child;
    }
}

void PhraseTrie::insert(const Node& node, std::uint64_t word_hash, std::uint32_t child) {
    auto i = word_hash;
    const auto slot = [&] { return node.first_slot + (i & (node.slots - 1)); };
    while (slots_[slot()].child != none) ++i;
    slots_[slot()] = {static_cast<std::uint32_t>(word_hash >> 32), child};
    hashes_[slot()] = word_hash;
}

// The table goes to the end, with twice the room.
void PhraseTrie::grow(Node& node) {
    const auto old = node;
    node.first_slot = static_cast<std::uint32_t>(slots_.size());
    node.slots = std::max(2U, 2 * old.slots);
    slots_.resize(slots_.size() + node.slots);
    hashes_.resize(slots_.size());
    for (auto i = old.first_slot; i < old.first_slot + old.slots; ++i) {
        if (slots_[i].child != none) insert(node, hashes_[i], slots_[i].child);
    }
}

std::uint32_t PhraseTrie::find_or_add(std::uint32_t node, std::string_view phrase, const Word& word) {
    if (const auto child = find(node, word.hash); child != none) return child;
    const auto child = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    auto& parent = nodes_[node];
    if (2 * ++parent.children > parent.slots) grow(parent);
    insert(parent, word.hash, child);
    parent.next_letters |= letter_bit(static_cast<char>(fold_character(phrase, word.begin).folded));
    return child;
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t value, bool capital) {
    auto node = root;
    for (auto word = next_word(phrase, 0); word.found(); word = next_word(phrase, word.next))
        node = find_or_add(node, phrase, word);
    if (node == root) return;
    nodes_[node].value = value;
    note_start(phrase, capital);
}

// In the text the first letter is as in the phrase, or a capital.
void PhraseTrie::note_start(std::string_view phrase, bool capital) {
    const auto first = next_word(phrase, 0);
    const auto folded = fold_name(phrase.substr(first.begin, first.end - first.begin));
    std::uint64_t letters = 0;
    std::memcpy(&letters, folded.data(), std::min(folded.size(), prefix_length));
    const auto with_capital = folded[0] >= 'a' && folded[0] <= 'z' ? letters ^ ('a' ^ 'A') : letters;
    for (const auto start : {with_capital, capital ? with_capital : letters})
        prefixes_[prefix_bit(start) / 64] |= std::uint64_t{1} << (prefix_bit(start) % 64);
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
        if (child == none && words >= words_before_joining && gap.ends_with(' ')) {  // "prom otion"
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
