#include "citations/tokens.hpp"

namespace resograph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// A term counts only as its table writes it: abbreviations letter by letter, names with their capital.
std::uint32_t classes_as_written(std::string_view written, std::uint32_t value, const Vocabulary& vocabulary) {
    std::uint32_t classes = 0;
    for (; value != PhraseTrie::none; value = vocabulary.term(value).next) {
        const auto& term = vocabulary.term(value);
        const bool fits = term.exact ? written == term.phrase : !term.capital || !(written[0] >= 'a' && written[0] <= 'z');
        if (fits) classes |= mask(term.kind);
    }
    return classes;
}

// Whether a symbol may start here: a few capitals, then a slash or a bracket.
bool looks_like_symbol(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_prefix = 9;
    for (std::size_t i = at; i < text.size() && i < at + longest_prefix; ++i) {
        if (is_upper(text[i])) continue;
        if (text[i] == '-' && i > at) continue;
        return i > at && (text[i] == '/' || (text[i] == '(' && i + 1 < text.size() && is_digit(text[i + 1])));
    }
    return false;
}

}  // namespace

void tokenize(std::string_view text, const Vocabulary& vocabulary, Tokens& out) {
    out.tokens.clear();
    out.numbers.clear();
    out.symbols.clear();
    const auto& trie = vocabulary.trie();
    for (auto word = next_word(text, 0); word.found();) {
        const char first = text[word.begin];
        if (is_upper(first) && looks_like_symbol(text, word.begin)) {
            if (auto symbol = scan_symbol(text, word.begin, vocabulary.symbol_prefixes())) {
                out.tokens.push_back({static_cast<std::uint32_t>(symbol->span.begin), static_cast<std::uint32_t>(symbol->span.end),
                                      Token::Kind::symbol, 0, static_cast<std::uint32_t>(out.symbols.size())});
                const auto end = symbol->span.end;
                out.symbols.push_back(std::move(*symbol));
                word = next_word(text, end);
                continue;
            }
        }
        if (is_digit(first) || first == 'S' || first == 'E' || first == 'W') {
            if (auto number = scan_number(text, word.begin)) {
                out.tokens.push_back({static_cast<std::uint32_t>(number->span.begin), static_cast<std::uint32_t>(number->span.end),
                                      Token::Kind::number, 0, static_cast<std::uint32_t>(out.numbers.size())});
                const auto end = number->span.end;
                out.numbers.push_back(std::move(*number));
                word = next_word(text, end);
                continue;
            }
        }
        if (trie.starts(word.hash)) {
            const auto match = trie.match(text, word);
            if (match.value != PhraseTrie::none) {
                const auto classes = classes_as_written(text.substr(word.begin, match.end - word.begin), match.value, vocabulary);
                if (classes != 0) {
                    out.tokens.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(match.end),
                                          Token::Kind::term, classes, match.value});
                    word = next_word(text, match.end);
                    continue;
                }
            }
        }
        word = next_word(text, word.next);
    }
}

}  // namespace resograph
