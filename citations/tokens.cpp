#include "citations/tokens.hpp"

#include <array>
#include <span>

#include "document/word_bytes.hpp"

namespace resograph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// “The future we want” is a name only as a whole title in quotation marks.
bool is_quoted_title(std::string_view before, std::string_view after) {
    return (before.ends_with("“The ") || before.ends_with("\"The ")) &&
           (after.starts_with("”") || after.starts_with("\"") || after.starts_with(",”"));
}

// A term counts only as its table writes it: abbreviations letter by letter, names with their capital.
std::uint32_t classes_as_written(std::string_view before, std::string_view written, std::string_view after,
                                 std::uint32_t value, const Vocabulary& vocabulary) {
    if (!vocabulary.needs_a_look(value))
        return is_lower(written[0]) ? vocabulary.small_classes(value) : vocabulary.classes(value);
    std::uint32_t classes = 0;
    for (; value != PhraseTrie::none; value = vocabulary.term(value).next) {
        const auto& term = vocabulary.term(value);
        const bool fits = term.exact ? written == term.phrase : !term.capital || !is_lower(written[0]);
        if (fits && (!term.article || is_quoted_title(before, after))) classes |= mask(term.kind);
    }
    return classes;
}

// Whether a symbol may start here: a few capitals, perhaps a session, then a slash or a bracket.
bool looks_like_symbol(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_prefix = 9;
    for (std::size_t i = at; i < text.size() && i < at + longest_prefix; ++i) {
        if (is_upper(text[i])) continue;
        if (text[i] == '-' && i > at) continue;
        if (is_digit(text[i]) && i > at && (text[i - 1] == '-' || is_digit(text[i - 1]))) continue;
        return i > at && (text[i] == '/' || (text[i] == '(' && i + 1 < text.size() && is_digit(text[i + 1])));
    }
    return false;
}

// All digits, and the first letter of WHA58.3; S-26/2 and ES-10/2 are found by their hyphen.
constexpr auto may_start_number = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'W'}) table[c] = true;
    return table;
}();

class Tokenizer {
public:
    Tokenizer(std::string_view text, const Vocabulary& vocabulary, Tokens& out)
        : text_(text), vocabulary_(vocabulary), trie_(vocabulary.trie()), out_(out) {}

    // The words are tested a few hundred at a time: that needs no branch that depends on the text.
    void run() {
        std::array<WordStart, 512> candidates;  // where a token may start
        std::size_t count = 0;
        const auto text = text_;
        constexpr std::size_t usual_distance = 64;
        out_.tokens.reserve(text.size() / usual_distance);
        for_each_word(text, [&](const WordStart& word) {
            candidates[count] = word;
            const bool may_start = trie_.may_start(word) | may_start_number[word.letters & 0xFF];
            count += std::size_t{may_start};
            if (count == candidates.size()) {
                read(candidates);
                count = 0;
            }
        });
        read(std::span(candidates).first(count));
    }

private:
    void read(std::span<const WordStart> candidates) {
        for (const auto& start : candidates) {
            if (start.at >= resume_ && !is_second_half(start.at)) resume_ = read_at(start);
        }
    }

    // The second half of a hyphenated word begins no phrase; a number after a hyphen may, but not the 32/3 of
    // another body's resolution A-32/3.
    bool is_second_half(std::size_t at) const {
        if (at < 2 || text_[at - 1] != '-') return false;
        const char before = text_[at - 2];
        return is_digit(text_[at]) ? is_upper(before) : is_word_byte[static_cast<unsigned char>(before)];
    }

    // The end of the token that begins here; where it begins, if none does.
    std::size_t read_at(const WordStart& start) {
        const auto end = is_lower(text_[start.at]) ? start.at : read_symbol_or_number(start.at);
        return end > start.at ? end : read_phrase(start);
    }

    std::size_t read_symbol_or_number(std::size_t at) {
        if (is_upper(text_[at]) && looks_like_symbol(text_, at)) {
            if (auto symbol = scan_symbol(text_, at, vocabulary_.symbol_prefixes())) {
                const auto span = symbol->span;
                push(span, Token::Kind::symbol, out_.symbols.size());
                out_.symbols.push_back(std::move(*symbol));
                return span.end;
            }
        }
        if (looks_like_number(at)) {
            if (auto number = scan_number(text_, at)) {
                const auto span = number->span;
                push(span, Token::Kind::number, out_.numbers.size());
                out_.numbers.push_back(std::move(*number));
                return span.end;
            }
        }
        return at;
    }

    std::size_t read_phrase(const WordStart& start) {
        const auto at = start.at;
        auto word = short_word(start);
        if (!word.found()) word = next_word(text_, at);
        if (word.begin != at) return at;
        const auto match = trie_.match(text_, word);
        if (match.value == PhraseTrie::none) return at;
        const auto classes = classes_as_written(text_.substr(0, at), text_.substr(at, match.end - at),
                                                text_.substr(match.end), match.value, vocabulary_);
        if (classes == 0) return at;
        out_.tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(match.end),
                               Token::Kind::term, classes, match.value});
        return match.end;
    }

    void push(Span span, Token::Kind kind, std::size_t index) {
        out_.tokens.push_back({static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end),
                               kind, 0, static_cast<std::uint32_t>(index)});
    }

    // A digit, or the S, ES and WHA that special numbers begin with.
    bool looks_like_number(std::size_t at) const {
        const char first = text_[at];
        if (is_digit(first)) return true;
        const char second = at + 1 < text_.size() ? text_[at + 1] : '\0';
        return (first == 'S' && !is_lower(second)) || (first == 'E' && second == 'S') ||
               (first == 'W' && second == 'H');
    }

    std::string_view text_;
    const Vocabulary& vocabulary_;
    const PhraseTrie& trie_;
    Tokens& out_;
    std::size_t resume_ = 0;
};

}  // namespace

void tokenize(std::string_view text, const Vocabulary& vocabulary, Tokens& out) {
    out.tokens.clear();
    out.numbers.clear();
    out.symbols.clear();
    Tokenizer(text, vocabulary, out).run();
}

}  // namespace resograph
