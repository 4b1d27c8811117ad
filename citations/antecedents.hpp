// What "the Convention", "the Protocol thereto", "that resolution" and "those instruments" stand for: the
// texts that the same document has named before. Never across documents.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "citations/references.hpp"
#include "registry/registry.hpp"

namespace resograph {

class Antecedents {
public:
    Antecedents(const Registry& registry, std::string document_date)
        : registry_(registry), document_date_(std::move(document_date)) {}

    // About how many texts will be named.
    void reserve(std::size_t count) { entries_.reserve(count); }

    // A text that was named in full. `words`: as in the document. `cited`: not only within the name of a
    // body.
    void add_name(const std::string& id, std::string_view words, Span span, std::uint32_t block,
                  bool in_title, bool cited);  // keeps the view
    void add_number(const std::string& id, Noun noun, Span span, std::uint32_t block);

    // A bracket said so: "(the Guidelines)" after the name is from then on that text.
    void define(std::string_view head, const std::string& id);

    // The ids an anaphor stands for; none when nothing before fits.
    std::vector<std::string> find(const Reference& anaphor, std::string_view text);

    // Which of the ids was named last in this block; else the only one of them that was named at all; "" if
    // none or several were.
    std::string_view named_of(const std::vector<std::string>& ids, std::uint32_t block) const;

    // Whether this id was named before.
    bool has(std::string_view id) const;

    // The instrument whose name in full begins with these words: "World Programme of Action" after "World
    // Programme of Action for Youth"; "" if none.
    std::string beginning_with(std::string_view words) const;

    // The one whose name is these words after others in capitals: "Programme of Action for Youth" after
    // "World Programme of Action for Youth"; "" if none.
    std::string ending_with(std::string_view words, const Vocabulary& vocabulary) const;

private:
    struct Entry {
        std::string id;
        std::string_view cited;        // the words in the document
        std::uint64_t first_word = 0;  // the hash of the first of them
        mutable std::string words;  // folded when first asked for: " convention on the rights of the child "
        mutable std::optional<std::uint64_t> called;  // of called_heads(), when first asked for
        bool number = false;
        Noun noun = Noun::resolution;
        Span span;
        std::uint32_t block = 0;
        bool in_title = false;
        bool is_cited = true;
    };
    const std::string& words(const Entry& entry) const;
    std::uint64_t called_heads(const Entry& entry) const;
    std::vector<std::string> numbers(const Reference& anaphor, std::string_view text) const;
    std::vector<std::string> instruments(const Reference& anaphor, std::string_view text) const;
    std::vector<std::string> last_instrument(const Reference& anaphor) const;
    std::string member_called(const std::string& id, const std::string& word) const;
    std::vector<std::string> protocols_to(const Entry& entry, std::string_view date) const;
    std::vector<std::string> protocols(const Reference& anaphor, std::string_view text) const;
    std::vector<std::string> named(const Reference& anaphor, std::string_view text);
    std::vector<std::string> last_few(const Reference& anaphor, const std::string& head,
                                      std::string_view text) const;

    const Registry& registry_;
    std::string document_date_;
    std::vector<Entry> entries_;
    mutable std::unordered_map<std::string, std::uint64_t> called_;  // by id
    std::unordered_map<std::string, std::string>
        defined_;  // "guidelines" -> what "(the Guidelines)" stands for
    std::unordered_map<std::string, std::string> bound_;  // "treaty" -> what "the Treaty" meant first
};

}  // namespace resograph
