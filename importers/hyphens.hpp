// Hyphens at the ends of lines: the one of "corrup-" and "tion" belongs to the line, the one of "Self-" and
// "governing" to the word.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace resograph {

// The hyphen at the end of a line; "" if there is none.
std::string_view line_end_hyphen(std::string_view line);

// How words are written in the middle of lines decides how they are to be read at the ends.
class Hyphens {
public:
    explicit Hyphens(std::string_view text);

    // Whether `line` ends with a hyphen that is there only because the line is full.
    bool breaks_word(std::string_view line, std::string_view next) const;

private:
    void learn_words(std::string_view text);
    bool occurs(std::string_view first, std::string_view between, std::string_view second) const;

    std::unordered_set<std::string> words_;  // in lower case, also those with hyphens
    bool usual_ = false;                     // to break words is the habit of this text
};

}  // namespace resograph
