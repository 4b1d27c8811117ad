#include "citations/phrase_trie.hpp"

namespace resograph {

namespace {

std::size_t slot_of(std::uint32_t node, std::uint64_t hash) {
    const auto mixed = (hash ^ (node * 0x9E3779B97F4A7C15ULL)) * 0xff51afd7ed558ccdULL;
    return static_cast<std::size_t>(mixed >> 20);
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
    if (slots_.empty()) return none;
    const auto mask = slots_.size() - 1;
    for (auto i = slot_of(node, word_hash) & mask;; i = (i + 1) & mask) {
        const auto& slot = slots_[i];
        if (slot.parent == none) return none;
        if (slot.hash == word_hash && slot.parent == node) return slot.child;
    }
}

void PhraseTrie::grow() {
    auto old = std::move(slots_);
    slots_.assign(old.empty() ? 1024 : old.size() * 2, {});
    const auto mask = slots_.size() - 1;
    for (const auto& slot : old) {
        if (slot.parent == none) continue;
        auto i = slot_of(slot.parent, slot.hash) & mask;
        while (slots_[i].parent != none) i = (i + 1) & mask;
        slots_[i] = slot;
    }
}

std::uint32_t PhraseTrie::find_or_add(std::uint32_t node, std::uint64_t word_hash) {
    if (const auto child = find(node, word_hash); child != none) return child;
    if ((used_ + 1) * 2 > slots_.size()) grow();
    const auto mask = slots_.size() - 1;
    auto i = slot_of(node, word_hash) & mask;
    while (slots_[i].parent != none) i = (i + 1) & mask;
    const auto child = static_cast<std::uint32_t>(values_.size());
    slots_[i] = {word_hash, node, child};
    values_.push_back(none);
    ++used_;
    return child;
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t value) {
    auto node = root;
    for (auto word = next_word(phrase, 0); word.found(); word = next_word(phrase, word.next)) {
        node = find_or_add(node, word.hash);
    }
    if (node != root) values_[node] = value;
}

std::uint32_t PhraseTrie::value_of(std::string_view phrase) const {
    auto node = root;
    for (auto word = next_word(phrase, 0); word.found(); word = next_word(phrase, word.next)) {
        node = find(node, word.hash);
        if (node == none) return none;
    }
    return node == root ? none : values_[node];
}

PhraseTrie::Match PhraseTrie::match(std::string_view text, const Word& first) const {
    Match longest;
    auto word = first;
    auto node = find(root, word.hash);
    while (node != none) {
        if (values_[node] != none) longest = {values_[node], word.end};
        const auto next = next_word(text, word.next);
        if (!next.found()) break;
        const auto gap = text.substr(word.end, next.begin - word.end);
        if (!may_lie_between(gap) || is_sentence_end(text, word, gap)) break;
        auto child = find(node, next.hash);
        auto reached = next;
        if (child == none && gap == " ") {  // "prom otion"
            const auto after = next_word(text, next.next);
            if (after.found() && after.begin == next.end + 1) {
                child = find(node, joined_hash(text, next, after));
                reached = {next.begin, after.end, after.next, 0};
            }
        }
        word = reached;
        node = child;
    }
    return longest;
}

}  // namespace resograph
