#include "document/sentences.hpp"

#include <algorithm>

namespace resograph {

namespace {

// "; ", ". " before a capital: not after "No." nor "para.".
bool ends_sentence(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size() || (text[at + 1] != ' ' && text[at + 1] != '\n')) return false;
    if (text[at] == ';') return true;
    constexpr std::size_t longest_abbreviation = 4;
    const auto word = text.substr(0, at).find_last_of(" \n");
    const auto length = at - (word == std::string_view::npos ? 0 : word + 1);
    const bool capital = at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
    return text[at] == '.' && capital && length > longest_abbreviation;
}

}  // namespace

std::string sentence_around(const Document& document, Span words) {
    const auto block = std::find_if(document.blocks.begin(), document.blocks.end(), [&](const Block& b) {
        return b.span.begin <= words.begin && words.end <= b.span.end;
    });
    if (block == document.blocks.end()) return "";
    const auto text = text_of(document, block->span);
    auto begin = words.begin - block->span.begin;
    while (begin > 0 && !ends_sentence(text, begin - 1)) --begin;
    auto end = words.end - block->span.begin;
    while (end < text.size() && !ends_sentence(text, end)) ++end;
    auto sentence = std::string(text.substr(begin, std::min(end + 1, text.size()) - begin));
    std::replace(sentence.begin(), sentence.end(), '\n', ' ');
    sentence.erase(0, sentence.find_first_not_of(' '));
    return sentence;
}

}  // namespace resograph
