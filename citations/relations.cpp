#include "citations/relations.hpp"

#include <algorithm>
#include <array>

namespace resograph {

void RelationFinder::start_block(std::uint32_t block) {
    if (last_opener_) new_openers_.emplace_back(document_.blocks[block_].location, *last_opener_);
    last_opener_.reset();
    block_ = block;
    governors_.clear();
    mentions_.clear();
}

void RelationFinder::read(std::size_t token) {
    const auto& t = tokens_.tokens[token];
    const auto* term = vocabulary_.find(t.value, TermClass::relation);
    if (term->reach == Reach::after) return;  // it governs nothing that follows
    const Governor governor{t.begin, t.end, term->relation, term->reach};
    const char first = document_.text[t.begin];
    if (governor.reach == Reach::opener
            ? !opens_clause(document_.blocks[block_].span, t.begin)
            : first >= 'A' && first <= 'Z' && t.begin != document_.blocks[block_].span.begin)
        return;
    // "Welcoming and encouraging": the first of a pair speaks.
    const bool second_of_pair =
        !governors_.empty() && governor.reach == Reach::opener && governors_.back().reach == Reach::opener &&
        std::string_view(document_.text).substr(governors_.back().end, t.begin - governors_.back().end) ==
            " and ";
    if (second_of_pair) return;
    governors_.push_back(governor);
    if (governor.reach != Reach::opener) return;
    last_opener_ = governor;
    if (document_.blocks[block_].role == Role::preambular) recital_opener_ = governor;
}

void RelationFinder::rewind(std::uint32_t block, std::size_t first_token, std::size_t offset) {
    start_block(block);
    for (auto i = first_token; i < tokens_.tokens.size() && tokens_.tokens[i].begin < offset; ++i) {
        if (tokens_.tokens[i].kind == Token::Kind::term && tokens_.tokens[i].is(TermClass::relation)) read(i);
    }
}

// Under "Requests" or "Calls upon" a text is only mentioned, unless an inner phrase says what is to be done.
Relation RelationFinder::opener_relation(const Governor& governor) const {
    return governor.relation == Relation::requests ? Relation::mentions : governor.relation;
}

namespace {

// ", contained in", "—": words that begin with punctuation need no blank before them.
bool begins_apart(std::string_view words) {
    return words[0] == ',' || words[0] == ';' || words[0] == ':' || words.starts_with("—");
}

bool ends_with_words(std::string_view text, std::string_view words) {
    if (!text.ends_with(words)) return false;
    text.remove_suffix(words.size());
    return begins_apart(words) || text.ends_with(' ');
}

bool holds_words(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        if (text.substr(at + words.size()).starts_with(' ') &&
            ends_with_words(text.substr(0, at + words.size()), words))
            return true;
    }
    return false;
}

// Words after which an inner phrase governs no more.
bool breaks_off(std::string_view gap, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i + 1 < gap.size(); ++i) {
        if (gap[i] != ' ') continue;
        const auto rest = gap.substr(i + 1);
        const bool here = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return word[0] == rest[0] && rest.starts_with(word) && rest.substr(word.size()).starts_with(' ');
        });
        if (here) return true;
    }
    return gap.find(';') != std::string_view::npos;
}

}  // namespace

// " and the ", ", as well as ".
bool RelationFinder::leads_on(std::string_view gap) const {
    if (!gap.ends_with(' ')) return false;
    gap.remove_suffix(1);
    const auto& words = vocabulary_.words(WordList::next_account);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& w) { return ends_with_words(gap, w); });
}

// Whether "report of …", "note by …" stands there.
bool RelationFinder::is_account(std::size_t offset) const {
    const auto text = std::string_view(document_.text).substr(offset);
    return vocabulary_.is_in(WordList::account, text.substr(0, text.find(' ')));
}

// "and parties to the " right before the mention: a party to that instrument does something else.
bool RelationFinder::follows_another_party(std::size_t offset) const {
    auto before = std::string_view(document_.text).substr(0, offset);
    constexpr std::string_view article = "the ";
    if (before.ends_with(article)) before.remove_suffix(article.size());
    if (!before.ends_with(' ')) return false;
    before.remove_suffix(1);
    const auto& parties = vocabulary_.words(WordList::another_party);
    return std::any_of(parties.begin(), parties.end(),
                       [&](const std::string& words) { return ends_with_words(before, words); });
}

// "resolution 70/192 on the follow-up to and implementation of the outcomes, and its resolution 70/299": the
// phrase is part of what the first is about.
bool RelationFinder::is_in_subject_of_number(const Governor& governor, Span mention) const {
    const std::string_view text = document_.text;
    const auto is_number = [&](Span span) {  // 70/192, but not "Plan of Action of 2009"
        const auto words = text_of(document_, span);
        return words.find('/') != std::string_view::npos && words.back() >= '0' && words.back() <= '9';
    };
    if (mentions_.empty() || !is_number(mention)) return false;
    const auto before = mentions_.back();
    if (before.end >= governor.begin || !is_number(before)) return false;
    const auto subject = text.substr(before.end, governor.begin - before.end);
    constexpr std::size_t longest = 160;
    if (subject.size() > longest || subject.find(" on ") == std::string_view::npos ||
        subject.find(';') != std::string_view::npos)
        return false;
    auto gap = text.substr(governor.end, mention.begin - governor.end);
    constexpr std::string_view possessive = "its ";
    if (gap.ends_with(possessive)) gap.remove_suffix(possessive.size());
    return leads_on(gap);
}

// An inner phrase governs what directly follows it, and a list that goes on from there; but in "established
// pursuant to resolution 59/300 and the reports of" the reports are another thing.
bool RelationFinder::still_governs(const Governor& governor, std::size_t offset) const {
    if (governor.reach == Reach::opener) return true;
    const std::string_view text = document_.text;
    const auto& breaks = vocabulary_.words(WordList::breaks_off);
    constexpr std::size_t longest_first = 140;
    constexpr std::size_t longest_next = 45;
    auto from = governor.end;
    auto longest = longest_first;
    bool of_accounts = false;
    for (const auto& mention : mentions_) {
        if (mention.begin < governor.end) continue;
        if (mention.begin > from &&
            (mention.begin - from > longest || breaks_off(text.substr(from, mention.begin - from), breaks)))
            return false;
        if (longest == longest_first) of_accounts = is_account(mention.begin);
        from = std::max(from, mention.end);
        longest = longest_next;
    }
    if (from >= offset) return true;
    const auto gap = text.substr(from, offset - from);
    const bool another_account = !of_accounts && is_account(offset) && leads_on(gap);
    const auto& others = vocabulary_.words(WordList::another_subject);
    const bool another_subject =
        longest == longest_next && std::any_of(others.begin(), others.end(), [&](const std::string& words) {
            return holds_words(gap, words);
        });
    return gap.size() <= longest && !breaks_off(gap, breaks) && !another_subject && !another_account;
}

// "Recalling", ", and noting", "; recalls": not "is guided by", nor "to recognize".
bool RelationFinder::opens_clause(Span block, std::size_t begin) const {
    auto before = std::string_view(document_.text).substr(block.begin, begin - block.begin);
    constexpr std::size_t longest_beginning = 24;  // “1. Strongly
    if (before.size() <= longest_beginning && before.find(',') == std::string_view::npos) return true;
    if (!before.ends_with(' ')) return false;
    before.remove_suffix(1);
    const auto& openings = vocabulary_.words(WordList::before_opener);
    return std::any_of(openings.begin(), openings.end(),
                       [&](const std::string& words) { return ends_with_words(before, words); });
}

const RelationFinder::Governor* RelationFinder::opener_of(std::string_view location) {
    for (const auto& [place, opener] : new_openers_) openers_[place] = opener;
    new_openers_.clear();
    const auto found = openers_.find(location);
    return found == openers_.end() ? nullptr : &found->second;
}

Relation RelationFinder::at(Span mention) {
    const auto& block = document_.blocks[block_];
    if (block.role == Role::note || block.role == Role::title) return Relation::mentions;
    auto relation = Relation::mentions;
    bool found = false;
    const Governor* action = nullptr;  // "disseminate": what is requested, if an opener requests
    const Governor* inner = nullptr;   // what governs otherwise
    governor_ = {};
    const auto take = [&](const Governor& words, Relation given) {
        relation = given;
        governor_ = {words.begin, words.end};
        found = true;
    };
    const auto take_opener = [&](const Governor& opener) {
        if (action && opener.relation == Relation::requests) return take(*action, Relation::requests);
        if (inner) return take(*inner, inner->relation);
        take(opener, opener_relation(opener));
    };
    // "Reaffirming the Paris Agreement, encouraging its parties to implement it, and parties to": reaffirmed
    const bool another_party = follows_another_party(mention.begin);
    for (auto i = governors_.size(); i-- > 0 && !found;) {
        const auto& governor = governors_[i];
        const bool of_others = governor.reach == Reach::inner || governor.relation == Relation::requests;
        if ((another_party && of_others) || governor.end > mention.begin ||
            !still_governs(governor, mention.begin))
            continue;
        if (governor.reach == Reach::opener) {
            take_opener(governor);
        } else if (!inner && !is_in_subject_of_number(governor, mention)) {
            if (governor.relation != Relation::requests)
                inner = &governor;
            else if (!action)
                action = &governor;
            if (inner && !action) take(*inner, inner->relation);
        }
    }
    for (std::string_view place = block.location; !found && !place.empty();) {
        const auto dot = place.rfind('.');
        place = place.substr(0, dot == std::string_view::npos ? 0 : dot);
        if (const auto* opener = opener_of(place)) take_opener(*opener);
    }
    // A list below a recital: "Recalling the following:" governs its items, which have no number.
    if (!found && block.role == Role::preambular && governors_.empty() && recital_opener_)
        take_opener(*recital_opener_);
    if (!found && inner) take(*inner, inner->relation);
    mentions_.push_back(mention);
    return relation;
}

}  // namespace resograph
