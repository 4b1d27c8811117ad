#include "citations/titles.hpp"

#include <algorithm>

#include "citations/shapes.hpp"

namespace resograph {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "Asia and the Pacific", "Gender Equality and the Empowerment of Women": here "and the" does not begin
// another thing.
bool names_one_of_a_pair(std::string_view text, const Vocabulary& vocabulary) {
    constexpr std::string_view article = "the ";
    if (!text.starts_with(article)) return false;
    text.remove_prefix(article.size());
    const auto& pairs = vocabulary.words(WordList::second_subject);
    return std::any_of(pairs.begin(), pairs.end(),
                       [&](const std::string& words) { return text.starts_with(words); });
}

// "… between the Government of the Sudan and": the second party follows.
bool is_between_two(std::string_view text) {
    constexpr std::string_view conjunction = " and";
    const auto between = std::max({text.rfind(" between ") + 1, text.rfind(" Between ") + 1}) - 1;
    return between != std::string_view::npos &&
           text.find(conjunction, between) + conjunction.size() == text.size();
}

// The longest phrase that starts with a word; no classes if none does.
struct Phrase {
    std::uint32_t classes = 0;
    std::size_t end = 0;

    bool is_any(std::uint32_t mask_of_classes) const { return (classes & mask_of_classes) != 0; }
};

Phrase phrase_at(std::string_view text, const Word& word, const Vocabulary& vocabulary) {
    const auto match = vocabulary.trie().match(text, word);
    return match.value == PhraseTrie::none ? Phrase{} : Phrase{vocabulary.classes(match.value), match.end};
}

std::uint32_t classes_at(std::string_view text, const Word& word, const Vocabulary& vocabulary) {
    return phrase_at(text, word, vocabulary).classes;
}

// Capitalised words that open a clause and are no part of a name.
constexpr auto opener = mask(TermClass::relation) | mask(TermClass::not_citing) | mask(TermClass::possessive);
constexpr auto body = mask(TermClass::body) | mask(TermClass::organization);
constexpr auto month = mask(TermClass::month);

std::string collapsed(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\n' || c == '\t' || c == ' ') {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else {
            result += c;
        }
    }
    return result;
}

// The word that ends right before `at`, after one blank; not found if something else stands there.
Word word_before(std::string_view text, std::size_t block_begin, std::size_t at) {
    if (at <= block_begin || text[at - 1] != ' ') return {};
    auto begin = at - 1;
    constexpr std::string_view apostrophe = "’";
    if (text.substr(0, begin).ends_with(apostrophe)) begin -= apostrophe.size();
    while (begin > block_begin) {
        const bool within = text.substr(begin, at - 1 - begin) != "s" &&  // "N’djamena"
                            text.substr(block_begin, begin - block_begin).ends_with(apostrophe);
        if (!within && std::string_view(" ,;:()“”\"/\n").find(text[begin - 1]) != std::string_view::npos)
            break;
        begin -= within ? apostrophe.size() : 1;
    }
    // a multi-byte quotation mark is no part of a word
    const auto word = next_word(text, begin);
    const auto after = text.substr(word.end, at - 1 - std::min(word.end, at - 1));
    const bool whole = word.end == at - 1 || after == "’" || after == "'" || after == "’s" || after == "'s";
    return word.found() && whole ? word : Word{};
}

// "on 20 June", "July 30, ": what follows is the year of a day, not of a name.
bool ends_with_month(std::string_view text, const Vocabulary& vocabulary) {
    text = text.substr(0, text.find_last_not_of(" ,0123456789") + 1);
    const auto word = text.substr(text.find_last_of(" \n") + 1);
    return vocabulary.find(word, TermClass::month) != nullptr;
}

// "Women’s Empowerment Principles": where the owner of what is named begins; `begin` if it is none of the
// name, as in "the Secretary-General’s Plan of Action".
std::size_t extend_over_owner(std::string_view text, Span block, std::size_t begin,
                              const Vocabulary& vocabulary) {
    for (const auto& owner : vocabulary.words(WordList::owner)) {
        if (text.substr(block.begin, begin - block.begin).ends_with(owner + "’s ")) {
            return begin - owner.size() - std::string_view("’s ").size();
        }
    }
    return begin;
}

std::size_t extend_left(std::string_view text, Span block, std::size_t begin, const Vocabulary& vocabulary) {
    for (int n = 0; n < 10; ++n) {
        begin = extend_over_owner(text, block, begin, vocabulary);
        const auto word = word_before(text, block.begin, begin);
        if (!word.found()) break;
        const char first = text[word.begin];
        constexpr std::string_view group = "Group of ";  // of 20, of 77
        if (is_digit(first) && text.substr(block.begin, word.begin - block.begin).ends_with(group)) {
            begin = word.begin - group.size();
            continue;
        }
        const bool year = is_digit(first) && word.end - word.begin == 4 &&
                          !ends_with_month(text.substr(block.begin, word.begin - block.begin), vocabulary);
        const auto spelled = text.substr(word.begin, word.end - word.begin);
        const bool term = is_digit(first) && (spelled.ends_with("-Year") || spelled.ends_with("-year"));
        if (!is_upper(first) && !year && !term) break;
        if (word.begin == block.begin || (classes_at(text, word, vocabulary) & (opener | month)) != 0) break;
        if (spelled == "The" || spelled == "Also") break;
        begin = word.begin;
    }
    return begin;
}

// Where the capitalised word or the year begins that `separator` sets apart from `begin`; else `begin`.
std::size_t last_word_before(std::string_view text, Span block, std::size_t begin,
                             std::string_view separator) {
    const auto before = text.substr(block.begin, begin - block.begin);
    if (before.size() <= separator.size() || !before.ends_with(separator)) return begin;
    auto from = begin - separator.size();
    while (from > block.begin && text[from - 1] != ' ') --from;
    return from > block.begin && (is_upper(text[from]) || is_digit(text[from])) ? from : begin;
}

// What has a name of its own.
constexpr auto thing = mask(TermClass::body) | mask(TermClass::short_body) | mask(TermClass::name) |
                       mask(TermClass::group) | mask(TermClass::ambiguous) | mask(TermClass::head);

// The "African Union" of "African Union Non-Aggression" only says whose it is.
bool holds_thing(std::string_view text, Span span, const Vocabulary& vocabulary) {
    for (auto word = next_word(text, span.begin); word.found() && word.begin < span.end;) {
        const auto phrase = phrase_at(text, word, vocabulary);
        const bool owner = phrase.is_any(body) && phrase.end + 1 < span.end && is_upper(text[phrase.end + 1]);
        if (phrase.is_any(thing) && !owner) return true;
        word = next_word(text, owner ? phrase.end : word.next);
    }
    return false;
}

// "the Arusha Peace and Reconciliation Agreement", "the Science, Technology and Innovation Strategy": not two
// things, since only one "the" stands there.
std::size_t extend_over_and(std::string_view text, Span block, std::size_t begin,
                            const Vocabulary& vocabulary) {
    const auto conjunction = word_before(text, block.begin, begin);
    if (!conjunction.found() || text.substr(conjunction.begin, 4) != "and ") return begin;
    auto first = extend_left(text, block, conjunction.begin, vocabulary);
    constexpr int most_items = 8;
    auto listed = first;
    for (int items = 0; items < most_items && listed < conjunction.begin; ++items, first = listed) {
        const auto last = last_word_before(text, block, listed, ", ");
        if (last == listed) break;
        listed = extend_left(text, block, last, vocabulary);
    }
    const auto word = next_word(text, first);
    const bool abbreviation = word.end - word.begin > 1 && is_upper(text[word.begin + 1]);
    if (first == conjunction.begin || abbreviation || !text.substr(0, first).ends_with("the ")) return begin;
    return holds_thing(text, {first, conjunction.begin}, vocabulary) ? begin : first;
}

// "Securing Our Common Future: An Agenda for Disarmament": the words before the colon belong to the title.
std::size_t extend_over_colon(std::string_view text, Span block, std::size_t begin,
                              const Vocabulary& vocabulary) {
    const bool article = text.substr(block.begin, begin - block.begin).ends_with(": The ");
    const auto from = last_word_before(text, block, begin, article ? ": The " : ": ");
    if (from == begin) return begin;
    const auto first = extend_left(text, block, from, vocabulary);
    return first < from ? first : begin;
}

// ", Circulation and Trafficking", ", Forced Labour, Human Trafficking and", ", Protection of Civilians and":
// a list within a title.
bool goes_on_as_list(std::string_view text, const Vocabulary& vocabulary) {
    auto word = next_word(text, 0);
    if (!word.found() || !is_upper(text[0])) return false;
    const auto is_item = [&](const Word& w) {
        return w.found() && is_upper(text[w.begin]) &&
               (classes_at(text, w, vocabulary) & (thing | opener)) == 0;
    };
    constexpr int most_words = 40;
    for (int words = 0; words < most_words && is_item(word); ++words) {
        const auto next = next_word(text, word.next);
        if (!next.found()) return false;
        const auto gap = text.substr(word.end, next.begin - word.end);
        if (gap != " " && gap != ", ") return false;
        const auto spelled = text.substr(next.begin, next.end - next.begin);
        if (spelled == "and") return is_item(next_word(text, next.next));
        if (spelled == "of") {
            word = next_word(text, next.next);
            continue;
        }
        word = next;
    }
    return false;
}

// "Regulations and Rules", "Declaration and Programme of Action".
bool joins_heads(std::string_view text, const Word& connector, const Vocabulary& vocabulary) {
    if (text.substr(connector.begin, connector.end - connector.begin) != "and") return false;
    const auto next = next_word(text, connector.next);
    return next.found() && is_upper(text[next.begin]) &&
           phrase_at(text, next, vocabulary).is_any(mask(TermClass::head));
}

// "… and Code of Conduct for Judges" after a name that has its subject already.
bool begins_another(std::string_view text, const Word& word, const Vocabulary& vocabulary) {
    const auto phrase = phrase_at(text, word, vocabulary);
    if (!phrase.is_any(mask(TermClass::head))) return false;
    const auto next = next_word(text, phrase.end);
    return next.found() &&
           vocabulary.is_in(WordList::opens_title, text.substr(next.begin, next.end - next.begin));
}

// "on the Eradication of Illicit Drug Crops and on Alternative Development"
bool goes_on_with_subject(std::string_view text, std::size_t head_end, const Word& on,
                          const Vocabulary& vocabulary) {
    constexpr std::string_view subject = " on ";
    if (!text.substr(head_end).starts_with(subject) || !text.substr(on.begin - 1).starts_with(subject))
        return false;
    const auto next = next_word(text, on.next);
    return next.found() && is_upper(text[next.begin]) && (classes_at(text, next, vocabulary) & thing) == 0;
}

// "and Economic and Social Council resolution 2006/6" after "Fundamental Principles of Official Statistics".
bool is_body_with_number(std::string_view text, const Word& word, const Vocabulary& vocabulary) {
    const auto phrase = phrase_at(text, word, vocabulary);
    return phrase.is_any(mask(TermClass::body)) &&
           phrase_at(text, next_word(text, phrase.end), vocabulary).is_any(mask(TermClass::noun));
}

// Capitalised words after the head, with the connectors that lead from one to the next.
std::size_t extend_right(std::string_view text, Span block, std::size_t end, const Vocabulary& vocabulary) {
    const bool of_the = text.substr(end).starts_with(" of the ");
    auto reached = end;
    auto at = end;
    int connectors_in_a_row = 0;
    std::string_view connector;  // the one before the word
    bool addressed = false;      // after "to", "to the"
    bool listing = false;        // after a comma that a list within the title goes on over
    auto next = end;
    for (int n = 0; n < 40; ++n) {
        const auto word = next_word(text.substr(0, block.end), next);
        if (!word.found()) break;
        const auto gap = text.substr(at, word.begin - at);
        const bool comma = gap == ", ";
        if (comma && connectors_in_a_row == 0 && reached != end &&
            goes_on_as_list(text.substr(word.begin, block.end - word.begin), vocabulary)) {
            at = reached = word.end;
            next = word.next;
            listing = true;
            continue;
        }
        // "… on Disaster Risk Reduction for Resilience: Towards an Integrated Approach": its second title.
        const bool subtitle =
            gap == ": " && connectors_in_a_row == 0 && reached != end && is_upper(text[word.begin]);
        const bool possessive = gap == "’ " || gap == "' " || gap == "’s " || gap == "'s ";
        if (gap != " " && !possessive && !subtitle && !(comma && reached == at) && gap != "/") break;
        const auto spelled = text.substr(word.begin, word.end - word.begin);
        const char first = spelled.front();
        // "of the seventh World Water Forum"
        const bool ordinal =
            text.substr(0, word.begin).ends_with(" of the ") && vocabulary.is_in(WordList::ordinal, spelled);
        if (ordinal || vocabulary.is_in(WordList::within_title, spelled)) {
            const bool ends_list = listing && spelled == "and";  // ", and Cultural Rights"
            if ((comma && !ends_list) || ++connectors_in_a_row > 3) break;
            if (spelled == "and") listing = false;
            const bool goes_on = (spelled == "of" && !text.substr(word.end).starts_with(" the ")) ||
                                 goes_on_with_subject(text, end, word, vocabulary) ||
                                 names_one_of_a_pair(text.substr(word.begin), vocabulary) ||
                                 (spelled == "the" && is_between_two(text.substr(end, at - end)));
            if (connector == "and" && connectors_in_a_row > 1 && !goes_on) break;
            addressed = spelled == "to" || (addressed && spelled == "the");
            connector = spelled;
            // "the Convention in the Territory" is the Convention.
            if (n == 0 && !vocabulary.is_in(WordList::opens_title, spelled) &&
                !joins_heads(text, word, vocabulary))
                break;
            if (spelled == "the" && text.substr(at).starts_with(" the") && at >= 3 &&
                text.substr(at - 3, 3) == " by")
                break;
        } else if (is_upper(first) || (is_digit(first) && spelled.size() >= 4)) {
            if (comma) break;
            const auto classes = classes_at(text, word, vocabulary);
            // "Declaration on Supporting Principles" goes on, "the Declaration Recognizing" does not.
            const bool after_preposition = connectors_in_a_row > 0 && connector != "and";
            // "the Principles of the Charter": the words are those of a name of its own.
            constexpr auto names = mask(TermClass::name) | mask(TermClass::group);
            if (reached == end && of_the && (classes & names) != 0) break;
            // Within its subject a name goes on over what governs elsewhere ("for the Accelerated
            // Implementation of"), but "of the Third Review Conference of the Parties to" is an event.
            const auto breaking = reached == end ? opener : of_the ? mask(TermClass::not_citing) : 0;
            if (!after_preposition && (classes & breaking) != 0) break;
            // "Operational Guidance for the Implementation of Security Council Resolution 2272 (2016)"
            if ((classes & mask(TermClass::noun)) != 0) {
                const auto number = scan_number(text, skip_blanks(text, word.end));
                if (number) return number->span.end;
            }
            if (connector == "and" && connectors_in_a_row > 0 && reached != end &&
                begins_another(text, word, vocabulary))
                break;
            if ((classes & month) != 0) break;
            if (connector == "and" && connectors_in_a_row > 0 && is_body_with_number(text, word, vocabulary))
                break;
            // "the follow-up to the Programme of Action to the General Assembly": who receives it is no part.
            if (addressed && (classes & mask(TermClass::body)) != 0) break;
            reached = word.end;
            connectors_in_a_row = 0;
            addressed = false;
        } else {
            break;
        }
        at = word.end;
        next = word.next;
    }
    return reached;
}

// "Declaration of the World Food Summit: five years later": a subtitle in small letters, from a list.
std::size_t extend_over_subtitle(std::string_view text, Span block, std::size_t end,
                                 const Vocabulary& vocabulary) {
    constexpr std::string_view colon = ": ";
    const auto after = text.substr(0, block.end).substr(std::min(end, block.end));
    if (!after.starts_with(colon)) return end;
    for (const auto& subtitle : vocabulary.words(WordList::subtitle)) {
        if (after.substr(colon.size()).starts_with(subtitle)) return end + colon.size() + subtitle.size();
    }
    return end;
}

// "(2023–2027)" at the end of a name.
std::size_t extend_over_years(std::string_view text, Span block, std::size_t end) {
    constexpr std::string_view opening = " (";
    const auto within = text.substr(0, block.end);
    if (!within.substr(std::min(end, block.end)).starts_with(opening)) return end;
    const auto years = scan_years(within, end + opening.size());
    return years && within.substr(years->end).starts_with(')') ? years->end + 1 : end;
}

// The end of "Guidelines on Bycatch Management" in "… of the Food and Agriculture Organization": who
// publishes it is no part of a name that has its subject. In "Declaration on the Role and Mandate of the …"
// it is.
std::size_t without_publisher(std::string_view text, std::size_t head_end, std::size_t end,
                              const Vocabulary& vocabulary) {
    constexpr std::string_view of = " of the ";
    const auto subject = text.substr(head_end, end - head_end);
    if (subject.starts_with(" of ")) return end;
    const auto ends_with_one_of = [](std::string_view words, const std::vector<std::string>& lasts) {
        return std::any_of(lasts.begin(), lasts.end(),
                           [&](const std::string& last) { return words.ends_with(" " + last); });
    };
    for (auto at = subject.find(of); at != std::string_view::npos; at = subject.find(of, at + 1)) {
        const auto publisher = next_word(text, head_end + at + of.size());
        const auto phrase = phrase_at(text, publisher, vocabulary);
        const bool known = phrase.is_any(body) && phrase.end == end;
        if (!known &&
            !ends_with_one_of(subject.substr(at + of.size() - 1), vocabulary.words(WordList::event)))
            continue;
        const auto before = subject.substr(0, at);
        return ends_with_one_of(before, vocabulary.words(WordList::about_body)) ? end : head_end + at;
    }
    return end;
}

// "the Protocol to the Convention" names nothing: all its capitalised words are heads.
bool names_more_than_heads(std::string_view text, std::size_t begin, std::size_t end,
                           const Vocabulary& vocabulary) {
    for (auto word = next_word(text, begin); word.found() && word.begin < end;
         word = next_word(text, word.next)) {
        const bool leading_year = word.begin == begin && is_digit(text[begin]);  // "2005 Protocol"
        if (!is_upper(text[word.begin]) && !leading_year) continue;
        const auto value = vocabulary.trie().value_of(text.substr(word.begin, word.end - word.begin));
        if (value == PhraseTrie::none ||
            (vocabulary.classes(value) & (mask(TermClass::head) | mask(TermClass::generic))) == 0)
            return true;
    }
    return false;
}

// "the Geneva communiqué": a name before some heads in small letters.
std::optional<CitedTitle> scan_small_title(std::string_view text, Span block, Span head,
                                           const Vocabulary& vocabulary) {
    if (!vocabulary.is_in(WordList::small_head, text.substr(head.begin, head.end - head.begin)))
        return std::nullopt;
    const auto begin = extend_left(text, block, head.begin, vocabulary);
    if (begin == head.begin || holds_thing(text, {begin, head.begin}, vocabulary) ||
        !names_more_than_heads(text, begin, head.end, vocabulary))
        return std::nullopt;
    return CitedTitle{{begin, head.end}, collapsed(text.substr(begin, head.end - begin)), false};
}

}  // namespace

std::optional<CitedTitle> scan_title(std::string_view text, Span block, Span head,
                                     const Vocabulary& vocabulary) {
    const bool year = is_digit(text[head.begin]);  // "2030 Agenda"
    if (!year && !is_upper(text[head.begin])) return scan_small_title(text, block, head, vocabulary);
    if (text.substr(head.begin, head.end - head.begin).ends_with("ties")) return std::nullopt;
    // A line in capitals: where a name begins and ends in it is not known.
    if (is_upper(text[head.end - 1])) return std::nullopt;
    // In "Global Compact Government Group" the compact is not what is named.
    if (head.end + 1 < block.end && text[head.end] == ' ' && is_upper(text[head.end + 1]))
        return std::nullopt;
    auto begin = extend_left(text, block, head.begin, vocabulary);
    if (year && begin == head.begin) return std::nullopt;
    const bool plural = text[head.end - 1] == 's';
    if (begin < head.begin && !plural) begin = extend_over_and(text, block, begin, vocabulary);
    begin = extend_over_colon(text, block, begin, vocabulary);
    auto end = without_publisher(text, head.end, extend_right(text, block, head.end, vocabulary), vocabulary);
    end = extend_over_years(text, block, extend_over_subtitle(text, block, end, vocabulary));
    if (begin == head.begin && end == head.end) return std::nullopt;
    return CitedTitle{{begin, end},
                      collapsed(text.substr(begin, end - begin)),
                      !names_more_than_heads(text, begin, end, vocabulary)};
}

std::size_t capitalised_begin(std::string_view text, Span block, std::size_t begin,
                              const Vocabulary& vocabulary) {
    return extend_left(text, block, begin, vocabulary);
}

namespace {

// "Lima Declaration of Guidelines on Auditing Precepts of 1977": the year is when, not what.
std::string_view without_year_after(std::string_view title) {
    constexpr std::size_t tail = 8;  // " of 1977"
    if (title.size() <= tail) return title;
    const auto end = title.substr(title.size() - tail);
    const bool year = end.starts_with(" of ") && std::all_of(end.begin() + 4, end.end(), is_digit);
    return year ? title.substr(0, title.size() - tail) : title;
}

}  // namespace

std::string name_id(std::string_view title) {
    if (title.starts_with("the ") || title.starts_with("The ")) title.remove_prefix(4);
    title = without_year_after(title);
    std::string id = "name:";
    bool hyphen = false;
    for (std::size_t i = 0; i < title.size();) {
        const auto c = fold_character(title, i);
        if (c.folded == 0) {
            hyphen = hyphen || !c.apostrophe;
        } else {
            if (hyphen && id.size() > 5) id += '-';
            hyphen = false;
            id += static_cast<char>(c.folded);
        }
        i += c.length;
    }
    return id;
}

}  // namespace resograph
