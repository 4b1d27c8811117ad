#include "importers/hyphens.hpp"

#include <algorithm>
#include <array>

namespace resograph {

namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::array<std::string_view, 3> hyphens{"-", soft_hyphen, "‐"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return is_lower(lower(c)) || static_cast<unsigned char>(c) >= 0x80; }

std::string_view last_word(std::string_view line) {
    auto from = line.size();
    while (from > 0 && is_letter(line[from - 1])) --from;
    return line.substr(from);
}

std::string_view first_word(std::string_view line) {
    std::size_t to = 0;
    while (to < line.size() && is_letter(line[to])) ++to;
    return line.substr(0, to);
}

std::string_view without_blanks(std::string_view line) {
    constexpr std::string_view blanks = " \t\r\f";
    const auto first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) + 1 - first);
}

// Calls visit(line, next) for each line that may break a word.
template <class Visit>
void for_each_break(std::string_view text, Visit visit) {
    std::string_view before;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = without_blanks(text.substr(at, end - at));
        at = end + 1;
        if (line.empty()) continue;
        const auto hyphen = line_end_hyphen(before);
        if (!hyphen.empty() && is_lower(line.front()))
            visit(before.substr(0, before.size() - hyphen.size()), line);
        before = line;
    }
}

}  // namespace

std::string_view line_end_hyphen(std::string_view line) {
    for (const auto hyphen : hyphens) {
        if (line.size() > hyphen.size() && line.ends_with(hyphen))
            return line.substr(line.size() - hyphen.size());
    }
    return {};
}

Hyphens::Hyphens(std::string_view text) {
    std::size_t broken = 0, kept = 0;
    for_each_break(text, [&](std::string_view line, std::string_view next) {
        if (words_.empty()) learn_words(text);
        const auto first = last_word(line), second = first_word(next);
        if (occurs(first, "-", second))
            ++kept;
        else if (occurs(first, "", second))
            ++broken;
    });
    usual_ = broken > kept;
}

void Hyphens::learn_words(std::string_view text) {
    std::string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : '\n';
        const bool inside =
            is_letter(c) || (c == '-' && !word.empty() && i + 1 < text.size() && is_letter(text[i + 1]));
        if (inside) {
            word += lower(c);
        } else if (!word.empty()) {
            words_.insert(std::move(word));
            word.clear();
        }
    }
}

bool Hyphens::occurs(std::string_view first, std::string_view between, std::string_view second) const {
    std::string word(first);
    word += between;
    word += second;
    std::transform(word.begin(), word.end(), word.begin(), lower);
    return words_.contains(word);
}

bool Hyphens::breaks_word(std::string_view line, std::string_view next) const {
    const auto hyphen = line_end_hyphen(line);
    if (hyphen == soft_hyphen) return true;
    const auto first = last_word(line.substr(0, line.size() - hyphen.size())), second = first_word(next);
    if (hyphen.empty() || first.empty() || second.empty() || !is_lower(second.front())) return false;
    if (occurs(first, "-", second)) return false;
    return usual_ || occurs(first, "", second);
}

}  // namespace resograph
