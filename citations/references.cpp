#include "citations/references.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "citations/pinpoints.hpp"
#include "citations/relations.hpp"
#include "citations/titles.hpp"

namespace resograph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

constexpr std::uint32_t name_classes =
    mask(TermClass::name) | mask(TermClass::group) | mask(TermClass::ambiguous);

// A list that a noun has opened: "resolutions 32/123 of 16 December 1977, 33/46 …".
struct OpenList {
    bool open = false;
    Noun noun = Noun::resolution;
    int body = -1;
    bool short_body = false;
    std::string_view body_name;
    bool possessive = false;
    int subject = -1;
    std::size_t begin = 0;  // of the words that belong to the first item
    std::size_t noun_end = 0;
    std::size_t last_end = 0;  // of the last item, with its date
    bool first = true;
    std::uint32_t id = 0;
};

class Grammar {
public:
    Grammar(const Document& document, const Tokens& tokens, const Vocabulary& vocabulary)
        : document_(document),
          text_(document.text),
          tokens_(tokens),
          vocabulary_(vocabulary),
          relations_(document, tokens, vocabulary) {}

    std::vector<Reference> find() {
        references_.reserve(tokens_.tokens.size() / 4);
        std::size_t next = 0;
        for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
            const auto span = document_.blocks[block].span;
            while (next < tokens_.tokens.size() && tokens_.tokens[next].begin < span.begin) ++next;
            const auto first = next;
            while (next < tokens_.tokens.size() && tokens_.tokens[next].begin < span.end) ++next;
            const auto role = document_.blocks[block].role;
            if (role == Role::masthead || role == Role::foreign || role == Role::formula ||
                role == Role::closing || first == next)
                continue;
            if (role == Role::heading && text_of(document_, span) == document_.metadata.title) continue;
            read_block(block, first, next);
        }
        bind_marks();
        return std::move(references_);
    }

private:
    // --- the words around -------------------------------------------------------------------------------

    const Token& token(std::size_t i) const { return tokens_.tokens[i]; }
    std::string_view between(std::size_t begin, std::size_t end) const {
        return begin < end ? text_.substr(begin, end - begin) : std::string_view{};
    }
    Span block_span() const { return document_.blocks[block_].span; }

    // A semicolon, or a full stop before a capital, ends the clause in which a list or a subject is alive.
    static bool ends_clause(std::string_view gap) {
        for (std::size_t i = 0; i < gap.size(); ++i) {
            if (gap[i] == ';') return true;
            if (gap[i] != '.' || i + 2 >= gap.size() || gap[i + 1] != ' ') continue;
            if (!is_upper(gap[i + 2]) && static_cast<unsigned char>(gap[i + 2]) < 0x80) continue;
            const auto word = gap.substr(0, i).rfind(' ');
            const auto length = i - (word == std::string_view::npos ? 0 : word + 1);
            if (length > 4) return true;  // not "No." or "Add."
        }
        return false;
    }

    // --- a block ----------------------------------------------------------------------------------------

    void read_block(std::uint32_t block, std::size_t first, std::size_t last) {
        block_ = block;
        list_ = {};
        last_body_ = -1;
        places_.clear();
        first_token_ = first;
        last_token_ = last;
        first_reference_ = references_.size();
        relations_.start_block(block);
        quoted_until_ = 0;
        for (std::size_t i = first; i < last; ++i) {
            if (token(i).begin < quoted_until_) continue;
            read_token(i);
        }
        set_aside_places();
    }

    void read_token(std::size_t& i) {
        const auto& t = token(i);
        if (t.kind == Token::Kind::number) return read_number(i);
        if (t.kind == Token::Kind::symbol) return read_symbol(i);
        if (t.is(TermClass::present)) return;
        if (t.is(TermClass::body)) enter_body(t);
        if (t.is_any(name_classes)) {
            if (read_name(i)) return;
        }
        if (t.is(TermClass::noun)) return read_noun(i);
        if (t.is(TermClass::unit) && read_unit(i)) return;
        if (t.is(TermClass::head)) {
            if (is_upper(text_[t.begin])) return read_head(i);
            if (read_small_head(i)) return;
        }
        if (t.is(TermClass::taken_up) && read_taken_up(t)) return;
        if (t.is(TermClass::instrument)) return read_instrument(t);
        if (t.is(TermClass::instruments)) return read_instruments(i);
        if (t.is_any(mask(TermClass::unit) | mask(TermClass::document)) && read_kind_again(t)) return;
        if (t.is(TermClass::entitled)) return read_entitled(i);
        if (t.is(TermClass::ibid)) return read_ibid(i);
        if (t.is(TermClass::series)) return read_series(i);
        if (t.is(TermClass::relation) && !read_fate(t)) relations_.read(i);
    }

    // "paragraph 4 of resolution 748 (1992) shall cease to apply": the words after it say what becomes of it.
    bool read_fate(const Token& t) {
        const auto* term = vocabulary_.find(t.value, TermClass::relation);
        if (term->reach != Reach::after) return false;
        const auto* last = last_reference();
        if (!last || between(last->span.end, t.begin) != " ") return true;
        const auto list = last->list;
        auto r = references_.size();
        do {
            references_[--r].relation = term->relation;
            references_[r].governor = {t.begin, t.end};
        } while (list != 0 && r > first_reference_ && references_[r - 1].list == list);
        return true;
    }

    void enter_body(const Token& t) {
        last_body_ = static_cast<int>(vocabulary_.find(t.value, TermClass::body)->index);
        const auto& body = vocabulary_.bodies()[static_cast<std::size_t>(last_body_)];
        if (body.goes_by("Conference")) last_conference_ = last_body_;
        if (body.instrument != PhraseTrie::none) remember_name(t, body.instrument);
    }

    Reference& add(Reference::Kind kind, Span span) {
        auto& reference = references_.emplace_back();
        reference.kind = kind;
        reference.span = span;
        reference.block = block_;
        reference.relation = relations_.at(span);
        reference.governor = relations_.governor();
        attach_pending(reference);
        return reference;
    }

    Reference* last_reference() {
        return references_.size() > first_reference_ ? &references_.back() : nullptr;
    }

    // --- resolutions and decisions by number ------------------------------------------------------------

    // The body that stands right before a noun or number: "General Assembly resolution", "Council decision".
    void read_body_before(std::size_t i, OpenList& list) const {
        if (i == first_token_) return;
        const auto& before = token(i - 1);
        const auto gap = between(before.end, token(i).begin);
        if (before.is(TermClass::possessive) && is_adjective_gap(gap)) {
            list.possessive = true;
            list.subject = subject_before(i - 1);
            return;
        }
        const bool named = before.is(TermClass::body) || before.is(TermClass::short_body);
        if (!named || !is_plain_gap(gap)) return read_publisher_before(i, list);
        set_body(before, list);
        list.begin = before.begin;
    }

    // In a note, "Resolutions adopted by the Economic and Social Council during its fourth session,
    // resolution 26 (IV)"; "World Health Organization, document WHA58/2005/REC/1, resolution 58.3".
    void read_publisher_before(std::size_t i, OpenList& list) const {
        if (document_.blocks[block_].role != Role::note) return;
        for (auto j = i; j-- > first_token_;) {
            const auto gap = between(token(j).end, token(i).begin);
            if (gap.find(';') != std::string_view::npos || !token(j).is_any(mask(TermClass::body))) continue;
            const auto before = between(block_span().begin, token(j).begin);
            const bool of_document = text_.substr(token(j).end).starts_with(", document ");
            if (of_document || before.ends_with("adopted by the ") ||
                before.ends_with("Official Records of the "))
                set_body(token(j), list);
            return;
        }
    }

    void set_body(const Token& body, OpenList& list) const {
        if (const auto* term = vocabulary_.find(body.value, TermClass::body);
            term && body.is(TermClass::body)) {
            list.body = static_cast<int>(term->index);
            list.short_body = false;
        } else {
            list.short_body = true;
            list.body_name = between(body.begin, body.end);
        }
    }

    static bool is_plain_gap(std::string_view gap) {
        return gap == " " || gap == "\n" || gap == "’s " || gap == "'s " || gap == "’ " || gap == "' ";
    }

    // "its resolution", "its recent resolutions", "its own relevant resolutions".
    static bool is_adjective_gap(std::string_view gap) {
        constexpr std::size_t longest = 40;
        return gap.size() <= longest && gap.find_first_of(",;.()") == std::string_view::npos;
    }

    // In "the Economic and Social Council, in its resolution 2003/14" the Council; -1 when the body that
    // speaks is meant.
    int subject_before(std::size_t possessive) const {
        for (auto i = possessive; i-- > first_token_;) {
            const auto& t = token(i);
            if (ends_clause(between(t.end, token(possessive).begin))) return -1;
            if (t.is(TermClass::relation)) {
                const auto* term = vocabulary_.find(t.value, TermClass::relation);
                if (term->reach == Reach::opener) return -1;
            }
            if (t.is(TermClass::noun) || t.kind == Token::Kind::number) continue;
            if (t.is(TermClass::short_body) && !t.is(TermClass::body) &&
                between(block_span().begin, t.begin).ends_with("the "))
                return body_called(between(t.begin, t.end), i);
            if (!t.is(TermClass::body)) continue;
            if (i + 1 < last_token_ && token(i + 1).is(TermClass::noun) &&
                is_plain_gap(between(t.end, token(i + 1).begin)))
                return -1;
            return static_cast<int>(vocabulary_.find(t.value, TermClass::body)->index);
        }
        return -1;
    }

    // "the Assembly", "the Council": the body of that name that the paragraph named last, or the only one; -1
    // if several have it.
    int body_called(std::string_view short_name, std::size_t before) const {
        const auto& bodies = vocabulary_.bodies();
        for (auto i = before; i-- > first_token_;) {
            if (!token(i).is(TermClass::body)) continue;
            const auto index = vocabulary_.find(token(i).value, TermClass::body)->index;
            if (bodies[index].goes_by(short_name)) return static_cast<int>(index);
        }
        const auto goes_by = [&](const BodyRow& row) { return row.goes_by(short_name); };
        const auto only = std::find_if(bodies.begin(), bodies.end(), goes_by);
        const bool is_only = only != bodies.end() && std::none_of(only + 1, bodies.end(), goes_by);
        return is_only ? static_cast<int>(only - bodies.begin()) : -1;
    }

    void read_noun(std::size_t i) {
        const auto& t = token(i);
        OpenList list;
        list.open = true;
        list.id = ++lists_;
        list.noun = static_cast<Noun>(vocabulary_.find(t.value, TermClass::noun)->index);
        list.begin = t.begin;
        list.noun_end = list.last_end = t.end;
        read_body_before(i, list);
        if (read_that_resolution(i)) return;
        list_ = list;
        if (read_number_again(i) || read_dotted_numbers(i)) return;
        if (list.body >= 0) read_unusual_number(i);
    }

    // "resolution 2124" after "resolution 2124 (2013)"; "resolutions 1325 and 2250".
    bool read_number_again(std::size_t i) {
        if (!read_number_without_year(skip_blanks(text_, token(i).end), i)) return false;
        const bool plural = text_[token(i).end - 1] == 's';
        while (plural) {
            const auto rest = text_.substr(list_.last_end);
            const std::size_t separator = rest.starts_with(" and ") ? 5 : rest.starts_with(", ") ? 2 : 0;
            if (separator == 0 || !read_number_without_year(list_.last_end + separator, i)) break;
        }
        return true;
    }

    bool read_number_without_year(std::size_t begin, std::size_t i) {
        const auto digits = scan_digits(text_, begin);
        if (!digits || scan_number(text_, begin)) return false;
        const auto rest = text_.substr(digits->end);
        const bool year = rest.starts_with(" (") && rest.size() > 2 && is_digit(rest[2]);
        if (rest.starts_with('/') || year) return false;
        const auto printed = between(digits->begin, digits->end);
        constexpr std::size_t fewest_digits = 3;  // "decision 5" may be any
        if (printed.size() < fewest_digits) return false;
        const auto same = std::find_if(references_.rbegin(), references_.rend(), [&](const Reference& r) {
            const auto bracket = r.number.base.find('(');
            return r.kind == Reference::Kind::number && bracket != std::string::npos &&
                   std::string_view(r.number.base).substr(0, bracket) == printed;
        });
        auto number = same != references_.rend() ? same->number : number_without_year(printed);
        if (number.base.empty()) return false;
        number.span = *digits;
        number.letters.clear();
        add_number(list_, number, {list_.first ? list_.begin : digits->begin, digits->end}, i);
        return true;
    }

    // "resolution 1325" of the Security Council: its numbers run on, so that the year is known.
    Number number_without_year(std::string_view printed) const {
        Number number;
        const auto code =
            list_.body >= 0
                ? std::string_view(vocabulary_.bodies()[static_cast<std::size_t>(list_.body)].code)
                : std::string_view{};
        const auto speaker = speaker_of(document_, document_.blocks[block_]);
        const bool council =
            code == "SC" || (code.empty() && vocabulary_.body_named(speaker) == vocabulary_.body("SC"));
        std::from_chars(printed.data(), printed.data() + printed.size(), number.serial);
        number.session = council ? vocabulary_.year_of("SC", number.serial) : 0;
        if (number.session == 0) return number;
        number.shape = Number::Shape::year;
        number.base = fmt::format("{}({})", number.serial, number.session);
        return number;
    }

    // "World Health Assembly resolutions 69.1 of 27 May 2016 and 69.2", "in its resolution 63.22": only
    // bodies whose symbols are made so count so.
    bool read_dotted_numbers(std::size_t i) {
        const int body = list_.body >= 0 ? list_.body : list_.subject >= 0 ? list_.subject : last_body_;
        if (body < 0 || !vocabulary_.bodies()[static_cast<std::size_t>(body)].counts_with_dots())
            return false;
        for (auto begin = skip_blanks(text_, list_.last_end);;) {
            const auto number = scan_dotted(text_, begin);
            if (!number) return !list_.first;
            list_.body = body;
            add_number(list_, *number, {list_.first ? list_.begin : begin, number->span.end}, i);
            const auto rest = text_.substr(list_.last_end);
            const std::string_view separator = rest.starts_with(", ") ? ", " : " and ";
            if (!rest.starts_with(separator)) return true;
            begin = list_.last_end + separator.size();
        }
    }

    // "Economic Commission for Europe decision F (68)": a number of no known shape, but of a named body.
    void read_unusual_number(std::size_t i) {
        const auto begin = skip_blanks(text_, token(i).end);
        if (begin == token(i).end || scan_number(text_, begin)) return;
        auto end = begin;
        while (end < text_.size() &&
               (is_upper(text_[end]) || is_digit(text_[end]) || text_[end] == '/' || text_[end] == '.'))
            ++end;
        while (end > begin && text_[end - 1] == '.') --end;
        const auto label = between(begin, end);
        if (label.empty() || (label.size() == 1 && !text_.substr(end).starts_with(" ("))) return;
        if (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') return;
        if (text_.substr(end).starts_with(" (")) end = std::min(text_.find(')', end) + 1, end + 8);
        Number number;
        number.shape = Number::Shape::other;
        number.span = {begin, end};
        push_number(list_, number, '\0', {list_.begin, end});
        list_.last_end = read_after(references_.size() - 1, end);
        list_.first = false;
    }

    // The one of the words that stands before `at`, with a blank; nullptr if none does.
    const std::string* determiner_before(std::size_t at, WordList list) const {
        const auto before = between(block_span().begin, at);
        if (!before.ends_with(' ')) return nullptr;
        const auto& words = vocabulary_.words(list);
        const auto found = std::find_if(words.begin(), words.end(), [&](const std::string& word) {
            return before.substr(0, before.size() - 1).ends_with(word);
        });
        return found == words.end() ? nullptr : &*found;
    }

    // "that resolution", "the said decision": the one named last; "the resolution", if nothing says which.
    bool read_that_resolution(std::size_t i) {
        const auto& t = token(i);
        const auto* determiner = determiner_before(t.begin, WordList::that_resolution);
        const bool only_the = !determiner && between(t.begin, t.end) == "resolution" &&
                              !is_told_which(t.end) && !scan_digits(text_, skip_blanks(text_, t.end));
        if (only_the) determiner = determiner_before(t.begin, WordList::the_instrument);
        if (!determiner) return false;
        if (*determiner == "that" && text_[t.end - 1] == 's')
            return false;  // "recalls that decisions are made"
        if (const auto next = skip_blanks(text_, t.end); scan_number(text_, next)) return false;
        auto& reference = add(Reference::Kind::anaphor, {t.begin - determiner->size() - 1, t.end});
        reference.value = "resolution";
        reference.noun = static_cast<Noun>(vocabulary_.find(t.value, TermClass::noun)->index);
        reference.plural = text_[t.end - 1] == 's';
        reference.determiner = reference.plural ? Reference::Determiner::those : Reference::Determiner::that;
        reference.small = only_the;
        return true;
    }

    // "of 10 February", "on the Middle East" after "the resolution".
    bool is_told_which(std::size_t end) const {
        const auto word = next_word(text_, end);
        return text_.substr(end).starts_with(' ') &&
               vocabulary_.is_in(WordList::tells_which, between(word.begin, word.end));
    }

    // Whether a number belongs to the open list: right after the noun, or after a comma or a conjunction.
    bool is_list_item(const Number& number) const {
        if (!list_.open) return false;
        const auto gap = between(list_.last_end, number.span.begin);
        if (list_.first &&
            (gap == " " || gap == "\n" || gap == " No. " || gap == " Nos. " || gap == " nos. "))
            return true;
        if (document_.blocks[block_].role == Role::note && goes_on_in_note(gap)) return true;
        if (!list_.first && (gap == "; " || gap == ";\n")) return true;  // "1472 A (XIV); 61/111"
        if (ends_clause(gap)) return false;
        if (!list_.first && is_glued_mark(gap)) return true;
        if (!list_.first && gap == " " && number.shape == Number::Shape::year) return true;  // a lost comma
        if (list_.first && gap.size() > 80) return false;
        return ends_with_separator(gap);
    }

    // The ",7 " of "23/26 of 14 June 2013,7 24/22", whose note is lost.
    static bool is_glued_mark(std::string_view gap) {
        constexpr std::size_t longest = 4;
        return gap.size() > 2 && gap.size() <= longest && gap.front() == ',' && gap.back() == ' ' &&
               std::all_of(gap.begin() + 1, gap.end() - 1, is_digit);
    }

    // "52/214, sect. C, para. 3; 55/222, sect. III; and 61/121": in a note semicolons part a list.
    static bool goes_on_in_note(std::string_view gap) {
        constexpr std::size_t longest = 80;
        if (gap.size() > longest || !(gap.ends_with("; ") || gap.ends_with("; and "))) return false;
        return gap.find(". ") == std::string_view::npos || gap.find("sect. ") != std::string_view::npos ||
               gap.find("para. ") != std::string_view::npos || gap.find("paras. ") != std::string_view::npos;
    }

    static bool ends_with_separator(std::string_view gap) {
        static constexpr std::array<std::string_view, 14> separators{
            ", ",       " and ",        " or ",       " to ",           " through ", "–",       "-",
            " and in ", " as well as ", "including ", "in particular ", "notably ",  "namely ", ",\n"};
        return std::any_of(separators.begin(), separators.end(),
                           [&](std::string_view s) { return gap.ends_with(s); });
    }

    void read_number(std::size_t i) {
        const auto& number = tokens_.numbers[token(i).value];
        read_sharing_bracket(number, i);
        const bool item = is_list_item(number);
        if (!item && !stands_alone(number)) return;
        const bool range = item && !list_.first && is_range(between(list_.last_end, number.span.begin));
        OpenList list = item ? list_ : OpenList{};
        if (!item) {
            list.id = ++lists_;
            read_body_before(i, list);
        }
        if (range && !references_.empty()) add_range(references_.back().number, number, list);
        const auto begin = item && list.first ? list.begin : number.span.begin;
        add_number(list, number, {begin, number.span.end}, i);
    }

    // In "resolutions 425 and 426 (1978)" both are of 1978.
    void read_sharing_bracket(const Number& last, std::size_t i) {
        const auto bracket = last.base.find('(');
        if (!list_.open || bracket == std::string::npos) return;
        for (;;) {
            const auto begin = text_.find_first_not_of(list_.first ? " " : " ,", list_.last_end);
            const auto digits = begin < last.span.begin ? scan_digits(text_, begin) : std::nullopt;
            constexpr std::size_t longest = 4;
            if (!digits || digits->end - digits->begin > longest || digits->end >= last.span.begin) return;
            const auto after = text_.substr(digits->end);
            if (!after.starts_with(" and ") && !after.starts_with(", ")) return;
            Number number = last;
            number.span = *digits;
            number.base = std::string(between(digits->begin, digits->end)) + last.base.substr(bracket);
            number.serial = 0;
            for (auto at = digits->begin; at < digits->end; ++at)
                number.serial = number.serial * 10 + (text_[at] - '0');
            number.letters.clear();
            add_number(list_, number, {list_.first ? list_.begin : digits->begin, digits->end}, i);
        }
    }

    static bool is_range(std::string_view gap) {
        return gap == " to " || gap == "–" || gap == "-" || gap == " through ";
    }

    // Without a noun only a full date shows that it is a number of a resolution; a decision of the parties
    // to a convention has a form of its own.
    bool stands_alone(const Number& number) const {
        if (between(block_span().begin, number.span.begin).ends_with("agreed conclusions ")) return false;
        if (number.shape == Number::Shape::other) return true;
        if (number.shape == Number::Shape::year || number.shape == Number::Shape::roman) {
            return scan_date_after(number.span.end).has_value() ||
                   document_.blocks[block_].role == Role::note;
        }
        const auto date = scan_date_after(number.span.end);
        return date && date->value.size() == 10 && number.session > 30;
    }

    // Expands "60/1 to 60/5": the numbers between the ends, when both have one session.
    void add_range(const Number& from, const Number& to, const OpenList& list) {
        constexpr int longest = 50;
        if (from.session != to.session || from.shape != Number::Shape::slash ||
            to.serial - from.serial > longest)
            return;
        for (int serial = from.serial + 1; serial < to.serial; ++serial) {
            Number number = to;
            number.serial = serial;
            number.base = fmt::format("{}/{}", to.session, serial);
            push_number(list, number, '\0', to.span);
        }
    }

    Reference& push_number(const OpenList& list, const Number& number, char letter, Span span) {
        const bool follows = !list.first && last_reference() && last_reference()->list == list.id;
        auto& reference = add(Reference::Kind::number, span);
        if (follows) {
            const auto& before = references_[references_.size() - 2];
            reference.relation = before.relation;
            reference.governor = before.governor;
        }
        reference.last_conference = last_conference_;
        reference.noun = list.noun;
        reference.number = number;
        reference.letter = letter;
        reference.body = list.body;
        reference.short_body = list.short_body;
        reference.body_name = list.body_name;
        reference.possessive = list.possessive;
        reference.subject = list.subject;
        reference.list = list.id;
        reference.last_body = last_body_;
        return reference;
    }

    // "Human Rights Council resolutions 43/1 of 19 June 2020 and 47/21 … resolution 43/1": the same again.
    int body_of_same_number(const Number& number) const {
        constexpr std::size_t farthest = 200;
        const auto first =
            std::max(first_reference_, references_.size() - std::min(references_.size(), farthest));
        for (auto r = references_.size(); r-- > first;) {
            if (references_[r].kind == Reference::Kind::number && references_[r].number.base == number.base)
                return references_[r].body;
        }
        return -1;
    }

    void add_number(OpenList list, const Number& number, Span span, std::size_t i) {
        const int body_of_list = list.body;
        if (list.body < 0 && !list.short_body && !list.possessive) list.body = body_of_same_number(number);
        const auto first = references_.size();
        auto letters = number.letters.empty() ? std::string(1, '\0') : number.letters;
        for (const char letter : letters) push_number(list, number, letter, span);
        auto end = read_after(first, number.span.end);
        const int after = body_after(end, i);
        if (const int body = after >= 0 ? after : body_adopting(end, i); body >= 0) {
            for (auto r = references_.size(); r-- > first_reference_ && references_[r].list == list.id;) {
                if (references_[r].body < 0 && !references_[r].possessive) references_[r].body = body;
            }
        }
        list.body = body_of_list;
        list.first = false;
        list.open = true;
        list.last_end = end;
        list_ = list;
    }

    // "… 663 C (XXIV) of the Economic and Social Council".
    int body_after(std::size_t end, std::size_t i) const {
        if (i + 1 >= last_token_) return -1;
        for (auto j = i + 1; j < std::min(i + 4, last_token_); ++j) {
            const auto& next = token(j);
            const auto gap = between(end, next.begin);
            if (next.begin < end) continue;
            if (gap != " of the " && gap != ", of the " && gap != " of " && gap != ", adopted by the " &&
                gap != " by the ")
                return -1;
            const auto* term = vocabulary_.find(next.value, TermClass::body);
            return next.kind == Token::Kind::term && next.is(TermClass::body) && term
                       ? static_cast<int>(term->index)
                       : -1;
        }
        return -1;
    }

    // "resolution 2000/22 of 18 August 2000 on the promotion of dialogue, adopted by the Sub-Commission on …"
    int body_adopting(std::size_t end, std::size_t i) const {
        constexpr std::string_view adopted = ", adopted by the ";
        constexpr std::size_t longest = 160;
        const auto rest = between(end, std::min(block_span().end, end + longest));
        if (!rest.starts_with(" on ")) return -1;  // as after nearly every number
        const auto at = rest.find(adopted);
        if (at == std::string_view::npos || rest.substr(0, at).find(';') != std::string_view::npos) return -1;
        const auto begin = end + at + adopted.size();
        for (auto j = i + 1; j < last_token_ && token(j).begin <= begin; ++j) {
            if (token(j).kind != Token::Kind::term) return -1;
            if (token(j).begin == begin && token(j).is(TermClass::body))
                return static_cast<int>(vocabulary_.find(token(j).value, TermClass::body)->index);
        }
        return -1;
    }

    // Dates and places after a number: ", part VI, of 21 December 1990", ", annex II", ", section II, of 7
    // July 2006".
    std::size_t read_after(std::size_t first, std::size_t end) {
        for (int step = 0; step < 4; ++step) {
            if (const auto date = scan_date_after(end)) {
                for (auto r = first; r < references_.size(); ++r) {
                    references_[r].date = date->value;
                    references_[r].span.end = date->span.end;
                }
                end = date->span.end;
                continue;
            }
            break;
        }
        return end;
    }

    // --- dates ------------------------------------------------------------------------------------------

    struct Day {
        Span span;
        std::string value;
    };

    int month_at(std::size_t at, std::size_t& end) const {
        const auto word = next_word(text_, at);
        if (word.begin != at) return 0;
        const auto match = vocabulary_.trie().match(text_, word);
        const auto* term =
            match.value == PhraseTrie::none ? nullptr : vocabulary_.find(match.value, TermClass::month);
        end = word.end;
        return term ? static_cast<int>(term->index) : 0;
    }

    // " of 15 November 2000", ", adopted on 20 September 2002", ", of 8 June", after blanks.
    std::optional<Day> scan_date_after(std::size_t at) const {
        static constexpr std::array<std::string_view, 8> openings{
            " of ", ", of ", " adopted on ", ", adopted on ", " dated ", ", dated ", "\nof ", " (of "};
        const auto rest = text_.substr(std::min(at, text_.size()));
        for (const auto opening : openings) {
            if (rest.starts_with(opening)) return scan_day(at + opening.size(), at);
        }
        return std::nullopt;
    }

    static std::string date(std::string_view year, int month, int day) {
        std::string value(year);
        for (const int number : {month, day}) {
            value += '-';
            value += static_cast<char>('0' + number / 10);
            value += static_cast<char>('0' + number % 10);
        }
        return value;
    }

    std::optional<Day> scan_day(std::size_t at, std::size_t begin) const {
        auto digits = at;
        int day = 0;
        if (text_.substr(at).starts_with("l ")) {
            day = 1;  // a scan's "l July"
            digits = at + 1;
        } else {
            const auto span = scan_digits(text_, at);
            if (!span || span->end - span->begin > 2) return std::nullopt;
            for (auto i = span->begin; i < span->end; ++i) day = day * 10 + (text_[i] - '0');
            digits = span->end;
        }
        std::size_t end = digits;
        const auto month_begin = skip_blanks(text_, digits);
        const int month = month_at(month_begin, end);
        if (month == 0 || day < 1 || day > 31) return std::nullopt;
        const auto year_begin = skip_blanks(text_, end);
        if (const auto year = scan_digits(text_, year_begin); year && year->end - year->begin == 4) {
            return Day{{begin, year->end}, date(between(year->begin, year->end), month, day)};
        }
        return Day{{begin, end}, date("-", month, day)};
    }

    // --- document symbols -------------------------------------------------------------------------------

    void read_symbol(std::size_t i) {
        const auto& symbol = tokens_.symbols[token(i).value];
        auto span = symbol.span;
        if (auto* before = last_reference(); before && is_evidence_bracket(*before, span)) {
            before->bracket = symbol.value;
            if (auto annex = scan_bracketed_annex(span.end)) before->bracket += "#" + *annex;
            return;
        }
        extend_to_document(i, span);
        auto* reference = &add(Reference::Kind::symbol, span);
        reference->value = symbol.value;
        for (const auto& more : symbol.more) {
            reference = &add(Reference::Kind::symbol, symbol.span);
            reference->value = more;
        }
    }

    // "Beijing Declaration and Platform for Action (A/52/231)": the name is the citation.
    bool is_evidence_bracket(const Reference& before, Span symbol) const {
        const bool named = before.kind == Reference::Kind::name || before.kind == Reference::Kind::group ||
                           before.kind == Reference::Kind::ambiguous || before.kind == Reference::Kind::title;
        const auto gap = between(before.span.end, symbol.begin);
        return named && (gap == " (" || gap == " (see " || is_dated_bracket(gap));
    }

    // ", annex II)" after the symbol in a bracket: "annexII".
    std::optional<std::string> scan_bracketed_annex(std::size_t at) const {
        constexpr std::string_view opening = ", annex";
        if (!text_.substr(at).starts_with(opening)) return std::nullopt;
        const auto close = text_.find(')', at);
        constexpr std::size_t longest_numeral = 6;
        if (close == std::string_view::npos || close > at + opening.size() + longest_numeral)
            return std::nullopt;
        const auto numeral = between(at + opening.size(), close);
        if (numeral.empty()) return "annex";
        if (numeral.find_first_not_of(" IVX0123456789") != std::string_view::npos) return std::nullopt;
        return fmt::format("annex{}", numeral.substr(1));
    }

    // " signed in Moscow on 14 May 1994 (", " of 1993 (".
    static bool is_dated_bracket(std::string_view gap) {
        constexpr std::size_t longest = 60;
        if (gap.size() > longest || !gap.ends_with(" (") || gap.find(';') != std::string_view::npos)
            return false;
        for (const std::string_view opening :
             {" of ", ", of ", " signed ", ", signed ", " adopted ", ", adopted ", " concluded "}) {
            if (gap.starts_with(opening)) return gap.find('(') + 1 == gap.size();
        }
        return false;
    }

    // "the statement of its President of 4 August 1992 (S/24378)": the citation begins at "statement".
    void extend_to_document(std::size_t i, Span& span) const {
        const auto before = between(block_span().begin, span.begin);
        if (!before.ends_with("(")) return;
        constexpr std::size_t farthest = 400;
        for (auto j = i; j-- > first_token_;) {
            const auto& t = token(j);
            if (span.begin - t.end > farthest || t.kind != Token::Kind::term ||
                ends_clause(between(t.end, span.begin)))
                return;
            if (t.is(TermClass::relation) && !t.is(TermClass::document)) return;
            if (!references_.empty() && references_.back().span.end > t.begin) return;
            if (!t.is(TermClass::document)) continue;
            span.begin = t.begin;
            if (text_.substr(span.end).starts_with(")")) ++span.end;
            return;
        }
    }

    // --- names ------------------------------------------------------------------------------------------

    // Not cited within the name of a body, but "the Convention" after it is that one.
    void remember_name(const Token& t, std::uint32_t index) {
        auto& reference = mentioned_.emplace_back();
        reference.kind = Reference::Kind::name;
        reference.span = {t.begin, t.end};
        reference.block = block_;
        reference.index = index;
        reference.silent = true;
    }

    void remember_name(const Token& t) {
        if (t.is(TermClass::name)) remember_name(t, vocabulary_.find(t.value, TermClass::name)->index);
    }

    bool read_name(std::size_t& i) {
        const auto& t = token(i);
        if (belongs_to_body(i) || between(block_span().begin, t.begin).ends_with(" draft ")) {
            remember_name(t);
            return true;
        }
        if (is_inner_name(i)) return true;
        const auto kind = t.is(TermClass::ambiguous) ? Reference::Kind::ambiguous
                          : t.is(TermClass::name)    ? Reference::Kind::name
                                                     : Reference::Kind::group;
        const auto term_class = kind == Reference::Kind::ambiguous ? TermClass::ambiguous
                                : kind == Reference::Kind::name    ? TermClass::name
                                                                   : TermClass::group;
        if (is_anaphor_of_head(i)) return false;
        if (is_part_of_longer_title(t) && read_title(i, {t.begin, t.end})) return true;
        if (is_end_of_longer_title(t) && read_title(i, head_of(t))) return true;
        const auto index = vocabulary_.find(t.value, term_class)->index;
        if (auto* before = last_reference(); before && is_protocol_to(*before, t)) {
            before->span.end = t.end;
            return true;
        }
        if (auto* before = last_reference(); before && is_continued_name(*before, kind, index, t)) {
            before->span.end = end_with_bracket({before->span.begin, t.end});
            return true;
        }
        if (kind == Reference::Kind::group && read_group_apart(i)) return true;
        if (auto* before = last_reference();
            before && before->kind == kind && before->index == index && is_title_of(*before, t))
            return true;
        auto& reference = add(kind, {t.begin, end_with_bracket({t.begin, t.end})});
        reference.index = index;
        remember_kind(t);
        reference.adopts = follows_adoption(t.begin);
        read_year_after(reference);
        return true;
    }

    // The "guiding principles" of "guiding principles on extreme poverty and human rights".
    void remember_kind(const Token& t) {
        if (is_upper(text_[t.begin])) return;
        const auto name = between(t.begin, t.end);
        const auto kind = name.substr(0, std::min(name.find(" on "), name.find(" for ")));
        const auto last_word = kind.substr(kind.rfind(' ') + 1);
        if (kind.size() < name.size() && vocabulary_.is_in(WordList::kind, last_word)) kinds_.insert(kind);
    }

    // "the guiding principles": those.
    bool read_kind_again(const Token& t) {
        constexpr std::string_view article = "the ";
        for (const auto kind : kinds_) {
            const auto before = between(block_span().begin, t.end);
            if (!before.ends_with(kind) || !before.substr(0, before.size() - kind.size()).ends_with(article))
                continue;
            if (text_.substr(t.end).starts_with(" on ") || text_.substr(t.end).starts_with(" of "))
                return false;
            auto& reference = add(Reference::Kind::anaphor, {t.end - kind.size() - article.size(), t.end});
            reference.value = kind;
            reference.determiner = Reference::Determiner::the;
            return true;
        }
        return false;
    }

    // "the Istanbul Declaration and the Programme of Action for the Least Developed Countries": more words
    // than the group has make two names of it.
    bool read_group_apart(std::size_t& i) {
        const auto& t = token(i);
        constexpr std::string_view conjunction = " and the ";
        const auto at = between(t.begin, t.end).find(conjunction);
        if (at == std::string_view::npos || !continues_as_title(t.end)) return false;
        const auto begin = t.begin + at + conjunction.size();
        const auto match = vocabulary_.trie().match(text_, next_word(text_, begin));
        const auto* second =
            match.value == PhraseTrie::none ? nullptr : vocabulary_.find(match.value, TermClass::name);
        const auto words = between(t.begin, t.begin + at);
        const auto* first = vocabulary_.find(words, TermClass::name);
        const auto* undecided = first ? nullptr : vocabulary_.find(words, TermClass::ambiguous);
        if ((!first && !undecided) || !second || match.end <= t.end) return false;
        add(first ? Reference::Kind::name : Reference::Kind::ambiguous, {t.begin, t.begin + at}).index =
            (first ? first : undecided)->index;
        add(Reference::Kind::name, {begin, match.end}).index = second->index;
        skip_tokens_until(i, match.end);
        return true;
    }

    // "the Minimum Age Convention, 1973 (No. 138)": the bracket that a name opens is closed in it.
    std::size_t end_with_bracket(Span span) const {
        const auto name = between(span.begin, span.end);
        const bool open = name.rfind('(') != std::string_view::npos &&
                          name.find(')', name.rfind('(')) == std::string_view::npos;
        return open && text_.substr(span.end).starts_with(')') ? span.end + 1 : span.end;
    }

    // The "Universal Declaration" in "the Universal Declaration on the Achievement of a Nuclear-Weapon-Free
    // World" is not that of Human Rights.
    bool is_part_of_longer_title(const Token& t) const {
        const auto rest = text_.substr(t.end, 40);
        // "the Political Declaration of the High-level Midterm Review" may be any; "the Charter of the …" is
        // known.
        const std::string_view of_the = t.is(TermClass::ambiguous) ? " of the " : " on ";
        for (const std::string_view word :
             {of_the, std::string_view(" on "), std::string_view(" for "), std::string_view(" against "),
              std::string_view(" concerning ")}) {
            if (!rest.starts_with(word)) continue;
            auto next = word.size();
            for (const std::string_view article : {"the ", "a ", "an "}) {
                if (rest.substr(next).starts_with(article)) next += article.size();
            }
            if (next >= rest.size() || !is_upper(rest[next])) return false;
            const auto name = between(t.begin, t.end);
            constexpr std::ptrdiff_t most_blanks = 2;
            if (std::count(name.begin(), name.end(), ' ') > most_blanks) return false;
            return ends_with_head(name);
        }
        return false;
    }

    // In "the Amman Declaration on Youth, Peace and Security" the registered "Declaration on Youth" is not
    // meant.
    bool is_end_of_longer_title(const Token& t) const {
        const auto name = between(t.begin, t.end);
        const bool begins_with_head =
            vocabulary_.find(name.substr(0, name.find(' ')), TermClass::head) != nullptr;
        if (!begins_with_head && !(t.is(TermClass::ambiguous) && ends_with_head(name))) return false;
        const auto begin = capitalised_begin(text_, block_span(), t.begin, vocabulary_);
        const auto place = between(begin, t.begin);
        constexpr std::ptrdiff_t most_blanks = 3;
        const bool is_name = place.size() > 2 && is_upper(place[0]) && !is_upper(place[1]);
        return is_name && place.find(' ') + 1 == place.size() && place != "International " &&
               std::count(name.begin(), name.end(), ' ') <= most_blanks;
    }

    // "Declaration" in "Declaration on Youth", all of "Political Declaration" and "Agenda 21".
    Span head_of(const Token& t) const {
        const auto name = between(t.begin, t.end);
        const auto subject = name.find(" on ");
        const bool alone = subject != std::string_view::npos &&
                           vocabulary_.find(name.substr(0, subject), TermClass::head) != nullptr;
        return {t.begin, alone ? t.begin + subject : t.end};
    }

    // "Universal Declaration", "Bali Action Plan": by its last word or its last two.
    bool ends_with_head(std::string_view name) const {
        for (auto at = name.find_last_of(" \n"); at != std::string_view::npos;
             at = name.find_last_of(" \n", at - 1)) {
            if (vocabulary_.find(name.substr(at + 1), TermClass::head) != nullptr) return true;
            if (at == 0) break;
        }
        return false;
    }

    // "the Convention": an alias that is only a head noun is an anaphor, not a name.
    bool is_anaphor_of_head(std::size_t i) const {
        const auto& t = token(i);
        return t.is(TermClass::head) && !t.is(TermClass::name) && !t.is(TermClass::group);
    }

    // "Conference of the Parties to the X", "Committee on the X", "X Secretariat".
    bool belongs_to_body(std::size_t i) const {
        const auto& t = token(i);
        auto body = i;  // "Working Group on the Effective Implementation of the X" holds a governing word
        while (body > first_token_ && token(body - 1).is(TermClass::relation) &&
               is_upper(text_[token(body - 1).begin]))
            --body;
        if (body > first_token_ && token(body - 1).is(TermClass::not_citing)) {
            const auto gap = between(token(body - 1).end, t.begin);
            if (gap == " the " || gap == " " || gap == " a " || gap == "\nthe " || leads_on_in_capitals(gap))
                return true;
        }
        // "the Meetings of the Parties to the Protocols to the Convention"
        if (i > first_token_ && token(i - 1).is(TermClass::head) &&
            between(token(i - 1).end, t.begin) == " to the " && belongs_to_body(i - 1))
            return true;
        if (i + 1 < last_token_ && token(i + 1).is(TermClass::body_after) &&
            between(t.end, token(i + 1).begin) == " ")
            return true;
        return false;
    }

    // "the Intergovernmental Working Group on the Effective Implementation of the X": capitals lead from the
    // body to the name.
    static bool leads_on_in_capitals(std::string_view gap) {
        constexpr std::size_t longest = 80;
        if (gap.size() > longest || gap.find_first_of(",;:.()") != std::string_view::npos) return false;
        bool capital = false;
        for (auto word = next_word(gap, 0); word.found(); word = next_word(gap, word.next)) {
            const auto spelled = gap.substr(word.begin, word.end - word.begin);
            if (is_upper(spelled[0])) {
                capital = true;
            } else if (spelled != "of" && spelled != "the" && spelled != "to" && spelled != "and" &&
                       spelled != "on" && spelled != "for") {
                return false;
            }
        }
        // "Meeting of the Parties to the Barcelona Convention": only capitals.
        const bool of_place = gap.starts_with(" the ") && gap.find_first_of(' ', 5) == gap.size() - 1;
        return capital && (of_place || gap.ends_with(" of the ") || gap.ends_with(" to the "));
    }

    // "the Protocol to the X", where the registry knows X but not that protocol, names the protocol.
    bool is_inner_name(std::size_t i) {
        if (i == first_token_) return false;
        const auto& before = token(i - 1);
        const auto gap = between(before.end, token(i).begin);
        const bool amends = i > first_token_ + 1 && token(i - 2).is(TermClass::head) &&
                            between(token(i - 2).end, token(i).begin) == " amending the ";
        if (amends) {  // "the Protocol amending the Marrakesh Agreement"
            auto& amendment = add(Reference::Kind::title, {token(i - 2).begin, token(i).end});
            amendment.value = between(amendment.span.begin, amendment.span.end);
            return true;
        }
        if (!before.is(TermClass::head) || gap != " to the ") return false;
        if (auto* reference = last_reference();
            reference && reference->kind == Reference::Kind::title && reference->span.end >= before.end) {
            reference->span.end = token(i).end;
            reference->value = between(reference->span.begin, reference->span.end);
            return true;
        }
        return false;
    }

    // One instrument named twice in a row: "Convention No. 182 …, concerning the Prohibition …".
    bool is_continued_name(const Reference& before, Reference::Kind kind, std::uint32_t index,
                           const Token& t) const {
        auto gap = between(before.span.end, t.begin);
        constexpr std::size_t longest = 24;
        if (before.kind != kind || before.index != index || gap.size() > longest) return false;
        gap.remove_prefix(year_length(gap));
        for (const std::string_view word : {", entitled ", " entitled ", "The ", "the "}) {
            if (const auto at = gap.find(word); at == 0) gap.remove_prefix(word.size());
        }
        static constexpr std::array<std::string_view, 12> gaps{
            "", " (the ", " (", ", ", " (", ": ", " – ", " — ", "“", "“The ", " (“", " (the “"};
        return std::find(gaps.begin(), gaps.end(), gap) != gaps.end();
    }

    // "the outcome document of the Conference, held in Rio de Janeiro in 2012, entitled “The future we want”"
    bool is_title_of(const Reference& named, const Token& title) const {
        const auto gap = between(named.span.end, title.begin);
        constexpr std::size_t longest = 160;
        const auto entitled = gap.find(" entitled ");
        return gap.size() <= longest && entitled != std::string_view::npos && !ends_clause(gap) &&
               gap.find("“", entitled) != std::string_view::npos &&
               gap.find("”", entitled) == std::string_view::npos;
    }

    // Of the ", 1999" in "…, 1999 (Convention No. 182)".
    static std::size_t year_length(std::string_view gap) {
        const std::size_t blank = gap.starts_with(", ") ? 2 : gap.starts_with(" ") ? 1 : 0;
        constexpr std::size_t digits = 4;
        const auto year = gap.substr(blank, digits);
        const bool is_year = blank > 0 && year.size() == digits &&
                             std::all_of(year.begin(), year.end(), is_digit) &&
                             gap.substr(blank + digits).starts_with(" (");
        return is_year ? blank + digits : 0;
    }

    // "Additional Protocol I to the four Geneva Conventions" is one name.
    bool is_protocol_to(const Reference& before, const Token& t) const {
        if (before.kind != Reference::Kind::name && before.kind != Reference::Kind::ambiguous &&
            before.kind != Reference::Kind::group)
            return false;
        auto from = before.span.end;
        if (const auto date = scan_date_after(from); date && date->span.end < t.begin) from = date->span.end;
        const auto gap = between(from, t.begin);
        if (gap != " to the " && gap != " to ") return false;
        auto name = between(before.span.begin, before.span.end);
        while (!name.empty() && (name.back() == 'I' || name.back() == 'V' || name.back() == ' '))
            name.remove_suffix(1);
        return name.ends_with("Protocol") || name.ends_with("Protocols") || name.ends_with("Amendment");
    }

    bool follows_adoption(std::size_t begin) const {
        constexpr std::size_t longest = 60;
        const auto from = begin > longest ? begin - longest : 0;
        const auto before =
            text_.substr(std::max(from, block_span().begin), begin - std::max(from, block_span().begin));
        const auto at = before.rfind("adopted");
        const bool relative = before.find("which") != std::string_view::npos ||
                              before.find("wherein") != std::string_view::npos;
        return relative && at != std::string_view::npos &&
               before.find_first_of(";.", at) == std::string_view::npos &&
               before.find(" by ", at) == std::string_view::npos;
    }

    // "Convention No. 182 of 1999", "the Geneva Conventions of 12 August 1949".
    void read_year_after(Reference& reference) {
        if (const auto date = scan_date_after(reference.span.end)) {
            reference.date = date->value;
            return;
        }
        const auto rest = text_.substr(reference.span.end);
        const std::size_t opening = rest.starts_with(" of ") ? 4 : rest.starts_with(", ") ? 2 : 0;
        if (opening == 0) return;
        const auto year = scan_digits(text_, reference.span.end + opening);
        if (year && year->end - year->begin == 4 &&
            (text_[year->begin] == '1' || text_[year->begin] == '2')) {
            reference.date = between(year->begin, year->end);
        }
    }

    // --- anaphora and names nobody registered --------------------------------------------------------------

    void read_head(std::size_t& i) {
        const auto& t = token(i);
        if (belongs_to_body(i)) return;
        if (belongs_to_owner_of_body(i)) return;
        if (read_shared_tail(i) || read_shared_head(i) || read_dated_protocol(i)) return;
        if (auto anaphor = scan_anaphor(i)) {
            if (read_those_heads(i, *anaphor)) return;
            add_anaphor(*anaphor, t);
            skip_tokens_until(i, anaphor->end);
            return;
        }
        if (document_.blocks[block_].role == Role::heading) return;
        if (read_defined_name(i)) return;
        if (read_labour_conventions(t)) return;
        if (!read_title(i, {t.begin, t.end}) && t.is(TermClass::relation)) relations_.read(i);
    }

    // "Meeting of the Contracting Parties to the Barcelona Convention and its Protocols"
    bool belongs_to_owner_of_body(std::size_t i) const {
        return i >= first_token_ + 2 && token(i - 1).is(TermClass::possessive) &&
               token(i - 2).is(TermClass::head) && between(token(i - 2).end, token(i).begin) == " and its " &&
               belongs_to_body(i - 2);
    }

    // "the Declaration and Programme of Action on a Culture of Peace", where both are registered.
    bool read_shared_tail(std::size_t i) {
        if (i + 1 >= last_token_ || !token(i + 1).is(TermClass::name) ||
            (between(token(i).end, token(i + 1).begin) != " and " &&
             between(token(i).end, token(i + 1).begin) != " and the "))
            return false;
        const auto name = between(token(i + 1).begin, token(i + 1).end);
        const auto tail = std::min({name.find(" on "), name.find(" for "), name.find(" to "), name.size()});
        if (tail == name.size()) return false;
        const auto* term = vocabulary_.find(
            fmt::format("{}{}", between(token(i).begin, token(i).end), name.substr(tail)), TermClass::name);
        if (!term) return false;
        add(Reference::Kind::name, {token(i).begin, token(i).end}).index = term->index;
        return true;
    }

    // "the treaties of Tlatelolco and Pelindaba"; "that agreement", but not "the agreement", which may be
    // any.
    bool read_small_head(std::size_t& i) {
        if (belongs_to_body(i)) return false;
        const auto head = between(token(i).begin, token(i).end);
        if (vocabulary_.is_in(WordList::small_head, head))
            return read_title(i, {token(i).begin, token(i).end});
        if (vocabulary_.is_in(WordList::dated_plan, head)) return read_dated_plan(i);
        if (read_shared_head(i)) return true;
        const auto anaphor = scan_anaphor(i);
        const bool takes_up = anaphor && (anaphor->determiner == Reference::Determiner::that ||
                                          anaphor->determiner == Reference::Determiner::thereto);
        if (!takes_up || text_.substr(anaphor->begin).starts_with("this ")) return false;
        add_anaphor(*anaphor, token(i));
        return true;
    }

    // "the treaties of Tlatelolco, Rarotonga and Pelindaba", where each is registered.
    bool read_shared_head(std::size_t i) {
        const auto& t = token(i);
        constexpr std::string_view of = " of ";
        if (text_[t.end - 1] != 's' || !text_.substr(t.end).starts_with(of)) return false;
        const auto& head = vocabulary_.heads()[vocabulary_.find(t.value, TermClass::head)->index];
        static constexpr std::array<std::string_view, 3> separators{" and ", ", and ", ", "};
        std::vector<std::pair<Span, std::uint32_t>> names;
        for (auto at = t.end + of.size();;) {
            const auto place = next_word(text_.substr(0, block_span().end), at);
            if (place.begin != at) break;
            const auto* term = vocabulary_.find(
                fmt::format("{}{}{}", head, of, between(place.begin, place.end)), TermClass::name);
            if (!term) break;
            names.push_back({{place.begin, place.end}, term->index});
            const auto rest = text_.substr(place.end);
            const auto separator = std::find_if(separators.begin(), separators.end(),
                                                [&](std::string_view s) { return rest.starts_with(s); });
            if (separator == separators.end()) break;
            at = place.end + separator->size();
        }
        if (names.size() < 2) return false;
        names.front().first.begin = t.begin;
        for (const auto& [span, index] : names) add(Reference::Kind::name, span).index = index;
        return true;
    }

    // "the World Health Organization global strategy and action plan on ageing and health 2016–2020"
    bool read_dated_plan(std::size_t& i) {
        constexpr std::size_t longest = 120;
        if (i == first_token_) return false;
        const auto& owner = token(i - 1);
        if (!owner.is_any(mask(TermClass::body) | mask(TermClass::organization)) ||
            between(owner.end, token(i).begin) != " ")
            return false;
        auto rest = between(token(i).end, std::min<std::size_t>(block_span().end, token(i).end + longest));
        rest = rest.substr(0, rest.find_first_of(",;:.("));
        std::optional<Span> years;
        constexpr std::size_t digits = 4;
        for (auto dash = rest.find("–"); dash != std::string_view::npos && !years;
             dash = rest.find("–", dash + 1)) {
            if (dash >= digits) years = scan_years(rest, dash - digits);
        }
        if (!years) return false;
        auto& reference = add(Reference::Kind::title, {owner.begin, token(i).end + years->end});
        reference.value = between(reference.span.begin, reference.span.end);
        skip_tokens_until(i, reference.span.end);
        return true;
    }

    // "the Protocol of 1997 (Annex VI – Regulations …) to the International Convention for …"
    bool read_dated_protocol(std::size_t& i) {
        const auto& t = token(i);
        constexpr std::string_view of = " of ", to = " to the ";
        if (!text_.substr(t.end).starts_with(of)) return false;
        const auto year = scan_digits(text_, t.end + of.size());
        if (!year || year->end - year->begin != 4) return false;
        auto end = year->end;
        if (text_.substr(end).starts_with(" ("))
            end = std::min(text_.find(')', end), block_span().end - 1) + 1;
        if (!text_.substr(end).starts_with(to)) return false;
        for (auto j = i + 1; j < last_token_ && token(j).begin <= end + to.size(); ++j) {
            if (token(j).begin != end + to.size() || !token(j).is(TermClass::name)) continue;
            auto& reference = add(Reference::Kind::title, {t.begin, token(j).end});
            reference.value = between(t.begin, token(j).end);
            skip_tokens_until(i, token(j).end);
            return true;
        }
        return false;
    }

    // A name nobody registered, around the head noun at i. "a Framework Convention on …" is none yet.
    bool read_title(std::size_t& i, Span head) {
        auto title = scan_title(text_, block_span(), head, vocabulary_);
        if (!title) return false;
        take_body_whole(i, *title);
        const auto before_title = between(block_span().begin, title->span.begin);
        if (is_indefinite(before_title)) return true;
        if (auto* before = last_reference(); before && before->span.end > title->span.begin) return false;
        if (i > first_token_ && token(i - 1).is(TermClass::not_citing)) {
            const auto gap = between(token(i - 1).end, title->span.begin);
            if (gap == " the " || gap == " ") return true;
        }
        if (names_again(*title)) {
            skip_tokens_until(i, title->span.end);
            return true;
        }
        auto& reference = add(Reference::Kind::title, title->span);
        reference.value = title->value;
        reference.only_heads = title->only_heads;
        reference.adopts = follows_adoption(head.begin);
        define_name(reference);
        skip_tokens_until(i, title->span.end);
        return true;
    }

    // "a", "any", "the draft": what follows names none that exists.
    bool is_indefinite(std::string_view before) const {
        if (!before.ends_with(' ')) return false;
        before.remove_suffix(1);
        const auto blank = before.rfind(' ');
        return blank != std::string_view::npos &&
               vocabulary_.is_in(WordList::not_yet, before.substr(blank + 1));
    }

    // "the … Educational, Scientific and Cultural Organization Declaration of Principles": the body is no
    // part, but of "Organization of African Unity Convention" and "Association of Southeast Asian Nations
    // Joint Declaration" it is.
    void take_body_whole(std::size_t i, CitedTitle& title) const {
        constexpr auto bodies = mask(TermClass::body) | mask(TermClass::organization);
        auto before = i;
        while (before > first_token_ && token(before - 1).is(TermClass::generic)) --before;  // "Joint"
        if (before == first_token_ || !token(before - 1).is_any(bodies)) return;
        const auto& body = token(before - 1);
        if (body.begin >= title.span.begin || body.end <= title.span.begin || body.end + 1 >= title.span.end)
            return;
        const auto head = between(token(i).begin, token(i).end);
        const auto after_head = between(token(i).end, title.span.end);
        const bool named_without =
            body.end + 1 == token(i).begin &&
            vocabulary_.find(head.substr(0, head.find(' ')), TermClass::head) != nullptr &&
            std::any_of(after_head.begin(), after_head.end(), is_upper);
        title.span.begin = named_without ? body.end + 1 : body.begin;
        title.value = between(title.span.begin, title.span.end);
    }

    // "the Plan of Action for X, also called the Fez Plan of Action": from then on that one by either name.
    bool names_again(const CitedTitle& title) {
        auto* before = last_reference();
        if (!before || before->kind != Reference::Kind::title) return false;
        const auto gap = between(before->span.end, title.span.begin);
        for (const std::string_view words :
             {", also called the ", ", also known as the ", ", known as the ", " (also called the ",
              " (also known as the ", " (known as the "}) {
            if (gap != words) continue;
            defined_.push_back({title.value, before->value});
            before->span.end = title.span.end;
            return true;
        }
        return false;
    }

    // "the forced labour Conventions (Nos. 29 and 105)".
    bool read_labour_conventions(const Token& t) {
        const auto rest = text_.substr(t.end);
        const std::size_t opening = rest.starts_with(" (Nos.") ? 6 : rest.starts_with(" Nos.") ? 5 : 0;
        if (opening == 0) return false;
        std::string numbers;
        const auto end = take_number_list(t.end + opening, numbers);
        bool found = false;
        for (std::size_t at = 0; at < numbers.size();) {
            const auto comma = std::min(numbers.find(',', at), numbers.size());
            const auto* term = vocabulary_.find(
                fmt::format("ILO Convention No. {}", numbers.substr(at, comma - at)), TermClass::name);
            at = comma + 1;
            if (!term) continue;
            add(Reference::Kind::name, {t.begin, end}).index = term->index;
            found = true;
        }
        return found;
    }

    struct Anaphor {
        std::size_t begin = 0;
        std::size_t end = 0;
        Reference::Determiner determiner = Reference::Determiner::the;
        std::string_view year = {};
    };

    // "2014" at the end of "and its 2014 ".
    static std::string_view last_year(std::string_view before) {
        constexpr std::size_t length = 4;
        if (before.size() < length + 2 || !before.ends_with(' ')) return {};
        const auto year = before.substr(before.size() - length - 1, length);
        const bool digits = std::all_of(year.begin(), year.end(), is_digit);
        return digits && before[before.size() - length - 2] == ' ' ? year : std::string_view{};
    }

    // "the Convention", "that Protocol", "its Optional Protocols", "its 2014 Protocol", "the Protocol
    // thereto".
    std::optional<Anaphor> scan_anaphor(std::size_t i) const {
        const auto& t = token(i);
        struct Row {
            WordList list;
            Reference::Determiner determiner;
        };
        static constexpr std::array<Row, 4> rows{{{WordList::that_instrument, Reference::Determiner::that},
                                                  {WordList::those_instruments, Reference::Determiner::those},
                                                  {WordList::its_instrument, Reference::Determiner::its},
                                                  {WordList::the_instrument, Reference::Determiner::the}}};
        const auto before = between(block_span().begin, t.begin);
        const auto year = last_year(before);
        const auto end = t.begin - (year.empty() ? 0 : year.size() + 1);
        const std::string* words = nullptr;
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
            words = determiner_before(end, r.list);
            return words != nullptr;
        });
        const auto determiner = words ? row->determiner : Reference::Determiner::the;
        const bool bracket = !words && between(block_span().begin, end).ends_with('(');
        constexpr std::string_view thereto = " thereto";
        const auto after = text_.substr(t.end);
        if (!words && !bracket) {
            if (!after.starts_with(thereto)) return std::nullopt;  // "the relevant Protocols thereto"
            return Anaphor{t.begin, t.end + thereto.size(), Reference::Determiner::thereto};
        }
        if (!year.empty() && determiner != Reference::Determiner::its) return std::nullopt;
        Anaphor anaphor{words ? end - words->size() - 1 : t.begin, t.end, determiner, year};
        if (bracket && !after.starts_with(", Article ") && !after.starts_with(", article "))
            return std::nullopt;  // "(Statute, Article 50)"
        for (const std::string_view there : {" thereto", " therein", " thereof"}) {
            if (!after.starts_with(there)) continue;
            if (there == " thereto") anaphor.determiner = Reference::Determiner::thereto;
            anaphor.end += there.size();
            return anaphor;
        }
        // "the Optional Protocol to the Convention": the convention is the one named before.
        for (const std::string_view parent : {" to the Convention", " to the Covenant", " to the Treaty"}) {
            if (!after.starts_with(parent) || continues_as_title(t.end + parent.size())) continue;
            anaphor.determiner = Reference::Determiner::thereto;
            anaphor.end += parent.size();
            return anaphor;
        }
        if (continues_as_title(t.end) || joins_another_head(i)) return std::nullopt;
        return anaphor;
    }

    // "the Declaration and Programme of Action on a Culture of Peace" is one name.
    bool joins_another_head(std::size_t i) const {
        if (i + 1 >= last_token_ || !token(i + 1).is(TermClass::head)) return false;
        return between(token(i).end, token(i + 1).begin) == " and " && is_upper(text_[token(i + 1).begin]) &&
               continues_as_title(token(i + 1).end);
    }

    // "… a Stable and Lasting Peace (the Final Agreement)": from then on "the Final Agreement" is that one.
    void define_name(const Reference& reference) {
        constexpr std::string_view article = "the ";
        auto begin = skip_definition_opening(reference.span.end);
        if (begin == reference.span.end || !text_.substr(begin).starts_with(article)) return;
        begin += article.size();
        auto end = text_.find(')', begin);
        constexpr std::size_t longest = 80;
        if (end == std::string_view::npos || end - begin > longest) return;
        if (text_.substr(0, end).ends_with("”")) end -= 3;
        const auto name = between(begin, end);
        if (name.find(' ') == std::string_view::npos || !is_upper(name[0])) return;
        defined_.push_back({std::string(name), reference.value});
        defined_until_ = end;
    }

    // The end of " (“", " (hereinafter referred to as ": what opens a bracket that gives a short name.
    std::size_t skip_definition_opening(std::size_t at) const {
        auto end = at;
        for (const std::string_view words :
             {" (", "hereinafter ", "hereafter ", "referred to as ", "“", "\""}) {
            if (text_.substr(end).starts_with(words))
                end += words.size();
            else if (end == at)
                break;
        }
        return end;
    }

    bool read_defined_name(std::size_t i) {
        const auto& t = token(i);
        if (t.end <= defined_until_) return true;
        for (const auto& [name, value] : defined_) {
            if (!between(block_span().begin, t.end).ends_with(name)) continue;
            auto& reference = add(Reference::Kind::title, {t.end - name.size(), t.end});
            reference.value = value;
            return true;
        }
        return false;
    }

    // "1980s"
    static bool is_decade(std::string_view text) {
        constexpr std::size_t digits = 4;
        return text.size() > digits && std::all_of(text.begin(), text.begin() + digits, is_digit) &&
               text[digits] == 's';
    }

    // "the Convention on …", "the Declaration of …": no anaphor, unless what follows is no part of a title.
    bool continues_as_title(std::size_t end) const {
        const auto rest = text_.substr(end, 64);
        if (!rest.starts_with(' ')) return false;
        for (const auto& opening : vocabulary_.words(WordList::opens_title)) {
            const auto word = rest.substr(0, opening.size() + 2);  // with the blanks around it
            if (word.size() < opening.size() + 2 || word.back() != ' ' ||
                word.substr(1, opening.size()) != opening)
                continue;
            auto next = word.size();
            for (const auto& article : vocabulary_.words(WordList::before_subject)) {  // "relating to the"
                if (rest.substr(next).starts_with(article + ' ')) next += article.size() + 1;
            }
            const auto ordinal = rest.substr(next, rest.find(' ', next) - next);
            if (vocabulary_.is_in(WordList::ordinal, ordinal)) next += ordinal.size() + 1;
            return next < rest.size() && (is_upper(rest[next]) || is_decade(rest.substr(next)));
        }
        return rest.size() > 1 && rest[0] == ' ' && is_upper(rest[1]);
    }

    // "the Minamata Convention on Mercury (“the Convention”)" names once.
    bool is_definition(const Anaphor& anaphor) {
        const auto* before = last_reference();
        if (!before) return false;
        const auto date = scan_date_after(before->span.end);
        const auto named = date ? date->span.end : before->span.end;
        const auto after = text_.substr(anaphor.end);
        return skip_definition_opening(named) == anaphor.begin && anaphor.begin > named &&
               (after.starts_with(")") || after.starts_with("”)") || after.starts_with("\")"));
    }

    // "those Conventions and Protocols": all instruments of the sentence.
    bool read_those_heads(std::size_t& i, const Anaphor& anaphor) {
        if (anaphor.determiner != Reference::Determiner::those || i + 1 >= last_token_) return false;
        const auto& next = token(i + 1);
        if (!next.is(TermClass::head) || text_[next.end - 1] != 's' ||
            between(token(i).end, next.begin) != " and ")
            return false;
        add_instruments({anaphor.begin, next.end});
        ++i;
        return true;
    }

    void add_instruments(Span span) {
        auto& reference = add(Reference::Kind::anaphor, span);
        reference.value = "instruments";
        reference.plural = true;
        reference.determiner = Reference::Determiner::those;
    }

    void add_anaphor(const Anaphor& anaphor, const Token& t) {
        const auto* head = vocabulary_.find(t.value, TermClass::head);
        const bool definition = is_definition(anaphor);
        auto& reference = add(Reference::Kind::anaphor, {anaphor.begin, anaphor.end});
        reference.value = vocabulary_.heads()[head->index];
        reference.determiner = anaphor.determiner;
        reference.date = anaphor.year;
        reference.silent = definition;
        reference.plural = text_[t.end - 1] == 's' && reference.value.back() != 's';
        reference.small = !is_upper(text_[t.begin]);
    }

    // "the Framework" after "the Sendai Framework", "this instrument": what the paragraph has named, if
    // anything.
    bool read_in_paragraph(const Token& t, TermClass kind, WordList list, Reference::Determiner determiner) {
        const auto* words = determiner_before(t.begin, list);
        if (!words) return false;
        auto& reference = add(Reference::Kind::anaphor, {t.begin - words->size() - 1, t.end});
        reference.value = vocabulary_.find(t.value, kind)->phrase;
        reference.determiner = determiner;
        reference.small = true;
        return true;
    }

    // "the Framework": what is no head of other names.
    bool read_taken_up(const Token& t) {
        return !continues_as_title(t.end) &&
               read_in_paragraph(t, TermClass::taken_up, WordList::the_instrument,
                                 Reference::Determiner::the);
    }

    // "this instrument": not "that instrument of ratification".
    void read_instrument(const Token& t) {
        if (is_told_which(t.end)) return;
        read_in_paragraph(t, TermClass::instrument, WordList::that_instrument, Reference::Determiner::that);
    }

    // "those instruments": all that the sentence has just named.
    void read_instruments(std::size_t i) {
        const auto& t = token(i);
        auto before = between(block_span().begin, t.begin);
        for (const std::string_view adjective : {"human rights ", "legal ", "international "}) {
            if (before.ends_with(adjective)) before.remove_suffix(adjective.size());
        }
        for (const std::string_view determiner : {"those ", "these ", "the said "}) {
            if (before.ends_with(determiner))
                add_instruments({block_span().begin + before.size() - determiner.size(), t.end});
        }
    }

    // --- quoted titles ----------------------------------------------------------------------------------

    // The words in quotation marks after a number, or after "report", are a title of what was cited already.
    void read_entitled(std::size_t i) {
        auto open = skip_blanks(text_, token(i).end);
        if (text_.substr(open).starts_with("the ")) open += 4;
        const auto quote = quoted_span(open);
        if (!quote) return;
        auto* before = last_reference();
        const bool after_number =
            before && before->kind == Reference::Kind::number &&
            between(before->span.end, token(i).begin).find_first_not_of(" ,and") == std::string_view::npos;
        const bool is_name = i + 1 < last_token_ && token(i + 1).is_any(name_classes) &&
                             token(i + 1).begin <= quote->begin + 60 && token(i + 1).end + 8 >= quote->end;
        if (!after_number && is_name && !of_agenda_item(i)) return;
        quoted_until_ = quote->end;
        if (after_number) remember_quoted_names(i, quote->end);
    }

    // "the sub-item entitled “Convention on Biological Diversity”"
    bool of_agenda_item(std::size_t i) const {
        constexpr std::size_t longest = 40;  // "item 5 (b) of the provisional agenda, "
        const auto from =
            std::max(block_span().begin, token(i).begin - std::min<std::size_t>(token(i).begin, longest));
        const auto before = between(from, token(i).begin);
        for (auto word = next_word(before, 0); word.found(); word = next_word(before, word.next)) {
            if (vocabulary_.is_in(WordList::agenda_item, before.substr(word.begin, word.end - word.begin)))
                return before.find_first_of(";“”", word.end) == std::string_view::npos;
        }
        return false;
    }

    // resolution 70/1, entitled “Transforming our world: the 2030 Agenda …”: then "the Agenda" is that one.
    void remember_quoted_names(std::size_t i, std::size_t end) {
        for (auto j = i + 1; j < last_token_ && token(j).end <= end; ++j) {
            remember_name(token(j));
        }
    }

    // The text within quotation marks that open at `at`.
    std::optional<Span> quoted_span(std::size_t at) const {
        struct Pair {
            std::string_view open, close;
        };
        static constexpr std::array<Pair, 3> pairs{{{"“", "”"}, {"\"", "\""}, {"‘", "’"}}};
        for (const auto& pair : pairs) {
            if (!text_.substr(at).starts_with(pair.open)) continue;
            const auto begin = at + pair.open.size();
            const auto close = text_.find(pair.close, begin);
            if (close == std::string_view::npos || close > block_span().end) return std::nullopt;
            return Span{begin, close};
        }
        return std::nullopt;
    }

    // --- notes ------------------------------------------------------------------------------------------

    void read_ibid(std::size_t i) {
        if (document_.blocks[block_].role != Role::note) return;
        add(Reference::Kind::ibid, {token(i).begin, token(i).end});
    }

    void read_series(std::size_t i) {
        const auto series = static_cast<Series>(vocabulary_.find(token(i).value, TermClass::series)->index);
        if (series == Series::treaty_series) return read_treaty_series(i);
        if (series == Series::sales) return read_sales(i);
        if (series == Series::volume && last_reference() && last_reference()->kind == Reference::Kind::ibid)
            read_treaty_series(i);
    }

    // "Treaty Series, vols. 2171 and 2173, No. 27531": the value is "2171,2173:27531".
    void read_treaty_series(std::size_t i) {
        std::string volumes, numbers;
        auto end = static_cast<std::size_t>(token(i).end);
        for (auto j = i; j < last_token_ && token(j).begin < end + 12; ++j) {
            const auto* term = vocabulary_.find(token(j).value, TermClass::series);
            if (token(j).kind != Token::Kind::term || !token(j).is(TermClass::series)) continue;
            const auto series = static_cast<Series>(term->index);
            if (series != Series::volume && series != Series::number) continue;
            end = take_number_list(token(j).end, series == Series::volume ? volumes : numbers);
        }
        if (volumes.empty()) return;
        const bool repeats = last_reference() && last_reference()->kind == Reference::Kind::ibid &&
                             token(i).begin - last_reference()->span.end < 4;
        if (repeats) references_.pop_back();
        auto& reference = add(Reference::Kind::treaty_series, {token(i).begin, end});
        reference.value = volumes + ":" + numbers;
    }

    // " 2171 and 2173", ". 970–973": appended with commas; the end of the list.
    std::size_t take_number_list(std::size_t at, std::string& list) const {
        auto end = at;
        for (int n = 0; n < 40; ++n) {
            auto next = text_.find_first_not_of(" .,\n", end);
            if (next == std::string_view::npos) break;
            if (n > 0 && text_.substr(next).starts_with("and ")) next += 4;
            const bool range = n > 0 && (text_.substr(next).starts_with("–") || text_[next] == '-');
            if (range) next += text_[next] == '-' ? 1 : 3;
            auto digits_end = next;
            while (digits_end < text_.size() && is_digit(text_[digits_end])) ++digits_end;
            if (digits_end == next || digits_end - next > 6) break;
            if (!list.empty()) list += range ? '-' : ',';
            list += between(next, digits_end);
            end = digits_end;
        }
        return end;
    }

    void read_sales(std::size_t i) {
        auto begin = text_.find_first_not_of(" .", token(i).end);
        if (begin == std::string_view::npos) return;
        auto end = begin;
        while (end < text_.size() && (is_upper(text_[end]) || is_digit(text_[end]) || text_[end] == '.'))
            ++end;
        while (end > begin && text_[end - 1] == '.') --end;
        if (end - begin < 5) return;
        add(Reference::Kind::sales, {token(i).begin, end}).value = between(begin, end);
    }

    // --- pinpoints --------------------------------------------------------------------------------------

    bool read_unit(std::size_t& i) {
        const auto& t = token(i);
        const auto& unit = vocabulary_.units()[vocabulary_.find(t.value, TermClass::unit)->index];
        auto places = scan_places(text_.substr(0, block_span().end), unit, t.end);
        const bool annex = unit == "annex" || unit == "appendix";
        if (!places) {
            if (!annex || is_upper(text_[t.begin])) return false;
            places.emplace();
            places->annexes.push_back(unit);
            places->span.end = t.end;
        }
        places->span.begin = t.begin;
        if (annex && read_annex_thereto(i, *places)) return true;
        // "those resolutions and the annexes thereto": the annex of each.
        constexpr std::string_view thereto = " thereto";
        if (annex && text_.substr(places->span.end).starts_with(thereto)) {
            if (!between(block_span().begin, t.end).ends_with("the annexes") ||
                !follows_resolutions(t.begin - 4))
                return true;
            auto& reference = add(Reference::Kind::anaphor, {t.begin - 4, t.end + thereto.size()});
            reference.value = "resolution";
            reference.plural = true;
            reference.determiner = Reference::Determiner::those;
            reference.annexes.push_back(unit);
            return true;
        }
        skip_tokens_until(i, places->span.end);
        while (read_nested_unit(i, *places)) {
        }
        take_places(std::move(*places));
        return true;
    }

    // "those resolutions and", "resolutions 5/1 and 5/2 and": not "the New York Declaration and".
    bool follows_resolutions(std::size_t at) {
        const auto* before = last_reference();
        if (!before || between(before->span.end, at) != " and ") return false;
        return before->kind == Reference::Kind::number ||
               (before->kind == Reference::Kind::anaphor && before->value == "resolution" && before->plural);
    }

    // "the annex thereto", "the annex to the resolution": of the resolution named last.
    bool read_annex_thereto(std::size_t& i, const Places& places) {
        const auto rest = text_.substr(places.span.end);
        for (const std::string_view of_it :
             {" thereto", " to the resolution", " to that resolution", " to the said resolution"}) {
            if (!rest.starts_with(of_it)) continue;
            // What is in it has a name: "the annex thereto entitled “Global Digital Compact”".
            if (rest.substr(of_it.size()).starts_with(" entitled ")) return true;
            if (of_it == " thereto" &&
                !(last_reference() && last_reference()->kind == Reference::Kind::number))
                continue;
            const bool the = between(block_span().begin, places.span.begin).ends_with("the ");
            auto& reference = add(Reference::Kind::anaphor,
                                  {places.span.begin - (the ? 4 : 0), places.span.end + of_it.size()});
            reference.value = "resolution";
            reference.determiner = Reference::Determiner::that;
            reference.annexes = places.annexes;
            skip_tokens_until(i, reference.span.end);
            return true;
        }
        return false;
    }

    void skip_tokens_until(std::size_t& i, std::size_t end) const {
        while (i + 1 < last_token_ && token(i + 1).begin < end) ++i;
    }

    // "article 6, paragraph 2": the second belongs into the first. "paragraph 2 of article 6" turns them
    // round.
    bool read_nested_unit(std::size_t& i, Places& places) const {
        if (i + 1 >= last_token_ || places.pinpoints.empty()) return false;
        const auto& next = token(i + 1);
        const auto gap = between(places.span.end, next.begin);
        const bool turned = gap == " of ";
        if (!next.is(TermClass::unit) || (!turned && gap != ", " && gap != " (" && gap != " ")) return false;
        const auto& unit = vocabulary_.units()[vocabulary_.find(next.value, TermClass::unit)->index];
        auto inner = scan_places(text_.substr(0, block_span().end), unit, next.end);
        if (!inner || inner->pinpoints.empty() || last_unit(places.pinpoints.back()) == unit) return false;
        inner->span.begin = next.begin;
        if (turned) {
            nest(*inner, places);
            inner->span.end = std::max(inner->span.end, places.span.end);
            inner->span.begin = places.span.begin;
            places = std::move(*inner);
        } else {
            nest(places, *inner);
        }
        ++i;
        skip_tokens_until(i, places.span.end);
        return true;
    }

    static std::string_view last_unit(std::string_view pinpoint) {
        const auto at = pinpoint.rfind("__");
        if (at != std::string_view::npos) pinpoint.remove_prefix(at + 2);
        return pinpoint.substr(0, pinpoint.find('_'));
    }

    void take_places(Places places) {
        if (!leads_on(places.span.end) && attach_backward(places)) return;
        places_.push_back(std::move(places));
    }

    // Whether what follows leads on to the text that the places are in: "article 6 of the Protocol".
    bool leads_on(std::size_t end) const {
        if (text_.substr(end).starts_with(",")) ++end;
        const auto rest = text_.substr(end, 40);
        for (const std::string_view word :
             {" of ", " to ", " contained in", " in the annex", " in its annex", " set out in", " annexed"}) {
            if (rest.starts_with(word)) return !is_date_word(end + word.size());
        }
        return false;
    }

    bool is_date_word(std::size_t at) const { return scan_day(at, at).has_value(); }

    // "…, in particular its article 6", ", para. 1", ", annex II".
    bool attach_backward(const Places& places) {
        auto* reference = last_reference();
        if (!reference || reference->span.end > places.span.begin) return false;
        if (auto* instrument = proclaimed_in(*reference); instrument && is_article(places)) {
            add_places(*instrument, places);
            return true;
        }
        auto from = std::max(reference->span.end, after_places_);
        auto gap = between(from, places.span.begin);
        constexpr std::size_t longest = 70;
        const bool in_note = document_.blocks[block_].role == Role::note;
        const bool follows_place =
            in_note && gap.find(';') == std::string_view::npos && !ends_clause(gap) &&
            (reference->kind == Reference::Kind::ibid || reference->kind == Reference::Kind::symbol);
        const bool goes_on = !reference->places.empty() && gap.ends_with(", as well as ");
        const auto after = text_.substr(places.span.end);
        const bool in_it = after.starts_with(" thereof") || after.starts_with(", thereof");
        if (goes_on || in_it) {
            constexpr std::size_t farthest = 160;
            if (gap.size() > farthest || ends_clause(gap)) return false;
        } else if (gap.size() > longest || ends_clause(gap) ||
                   (!follows_place && !links_backward(gap, from) && !leads_in(gap))) {
            return false;
        }
        for (auto& target : same_span(*reference)) add_places(*target, places);
        after_places_ = places.span.end;
        return true;
    }

    // "report (S/2006/997) on best practices, including paragraphs 21 and 22"
    static bool leads_in(std::string_view gap) {
        return gap.ends_with(", including ") || gap.ends_with(", in particular ");
    }

    static bool is_article(const Places& places) {
        return !places.pinpoints.empty() && places.pinpoints.front().starts_with("art_");
    }

    // The instrument in "the Charter of Economic Rights and Duties of States, proclaimed by the General
    // Assembly in its resolution 3281 (XXIX), in particular article 32 thereof": resolutions have no
    // articles.
    Reference* proclaimed_in(const Reference& number) {
        if (number.kind != Reference::Kind::number || references_.size() < first_reference_ + 2)
            return nullptr;
        auto& named = references_[references_.size() - 2];
        const auto gap = between(named.span.end, number.span.begin);
        const bool is_name = named.kind == Reference::Kind::name || named.kind == Reference::Kind::title;
        constexpr std::size_t longest = 80;
        const bool proclaimed = gap.starts_with(", proclaimed ") || gap.starts_with(" proclaimed ") ||
                                gap.starts_with(", adopted ") || gap.starts_with(" adopted ") ||
                                gap.starts_with(", contained in ") || gap.starts_with(", annexed to ");
        return is_name && proclaimed && gap.size() <= longest ? &named : nullptr;
    }

    // The references of one place in the text: the letters of "48/264 A and B".
    std::vector<Reference*> same_span(const Reference& last) {
        std::vector<Reference*> found;
        for (auto i = references_.size(); i-- > first_reference_ && references_[i].span == last.span;)
            found.push_back(&references_[i]);
        return found;
    }

    bool links_backward(std::string_view gap, std::size_t at) const {
        std::size_t i = 0;
        while (i < gap.size()) {
            if (const auto date = scan_day(at + i, at + i)) {
                i = date->span.end - at;
                continue;
            }
            const auto word = next_word(gap, i);
            if (!word.found()) break;
            const auto spelled = gap.substr(word.begin, word.end - word.begin);
            if (!vocabulary_.is_in(WordList::follows_name, spelled)) return false;
            i = word.next;
            if (i < gap.size() && scan_day(at + skip_blanks(gap, i), at)) i = skip_blanks(gap, i);
        }
        return gap.find(';') == std::string_view::npos && gap.find(". ") == std::string_view::npos;
    }

    static void add_places(Reference& reference, const Places& places) {
        reference.places.push_back(places.span);
        const auto holds = [&](std::string_view outer, std::string_view inner) {
            return reference.pinpoints.front().starts_with(outer) &&
                   places.pinpoints.front().starts_with(inner);
        };
        if (reference.pinpoints.size() == 1 && places.pinpoints.size() == 1 && reference.annexes.empty() &&
            (holds("chp_", "sec_") || holds("part_", "sec_") || holds("part_", "chp_"))) {
            reference.pinpoints.front() += "__" + places.pinpoints.front();
        } else {
            reference.pinpoints.insert(reference.pinpoints.end(), places.pinpoints.begin(),
                                       places.pinpoints.end());
        }
        reference.annexes.insert(reference.annexes.end(), places.annexes.begin(), places.annexes.end());
    }

    // Places that were read before and lead on to this reference.
    void attach_pending(Reference& reference) {
        after_places_ = 0;
        auto end = reference.span.begin;
        std::vector<const Places*> found;
        for (auto i = places_.size(); i-- > 0;) {
            const auto gap = between(places_[i].span.end, end);
            if (places_[i].span.end > end || !links_forward(gap, found.empty())) break;
            found.push_back(&places_[i]);
            end = places_[i].span.begin;
        }
        for (auto i = found.size(); i-- > 0;) add_places(reference, *found[i]);
        places_.resize(places_.size() - found.size());
        if (found.empty()) share_places(reference);
        set_aside_places();
    }

    // "article 19 of the Universal Declaration and of the Covenant", "article 1 common to the Covenant on X
    // and the Covenant on Y": both have the place.
    void share_places(Reference& reference) const {
        if (references_.size() < first_reference_ + 2) return;
        const auto& before = references_[references_.size() - 2];
        const auto gap = between(before.span.end, reference.span.begin);
        const bool common =
            gap == " and the " && between(block_span().begin, before.span.begin).ends_with(" common to the ");
        if ((!common && gap != " and of the ") || before.kind == Reference::Kind::number) return;
        reference.pinpoints = before.pinpoints;
        reference.places = before.places;
    }

    // Places that no reference took may belong to a document that only its footnote identifies.
    void set_aside_places() {
        for (auto& places : places_) unattached_.push_back({block_, std::move(places)});
        places_.clear();
    }

    static bool is_genitive(std::string_view after) {
        return after.starts_with("'s ") || after.starts_with("’s ");
    }

    // " of the outcome document of the summit, entitled “"
    static bool is_entitled(std::string_view gap) {
        constexpr std::size_t longest = 240;
        constexpr std::string_view entitled = " entitled “";
        return gap.size() <= longest && gap.starts_with(" of the ") && gap.ends_with(entitled) &&
               gap.find("“") + std::string_view("“").size() == gap.size() &&
               gap.find(';') == std::string_view::npos;
    }

    // "of the", "to its", ", contained in the", "of the Secretary-General's", "and paragraph …".
    bool links_forward(std::string_view gap, bool next_is_reference) const {
        constexpr std::size_t longest = 140;
        if (is_entitled(gap)) return true;
        if (gap.size() > longest) return false;
        bool leads = !next_is_reference;
        std::size_t i = 0;
        while (i < gap.size()) {
            const auto quote = gap.find_first_not_of(" ,", i);
            if (quote != std::string_view::npos &&
                (gap.substr(quote).starts_with("‘") || gap.substr(quote).starts_with("“"))) {
                const auto close = gap.find(gap.substr(quote).starts_with("‘") ? "’" : "”", quote);
                if (close == std::string_view::npos) return false;
                i = close + 3;
                continue;
            }
            const auto word = next_word(gap, i);
            if (!word.found()) break;
            const auto spelled = gap.substr(word.begin, word.end - word.begin);
            const bool owner = is_upper(spelled.front()) && is_genitive(gap.substr(word.end));
            if (!owner && !vocabulary_.is_in(WordList::leads_to_name, spelled)) return false;
            leads = leads || spelled == "of" || spelled == "to" || spelled == "in";
            i = word.next;
        }
        return leads && gap.find(';') == std::string_view::npos;
    }

    // --- note marks -------------------------------------------------------------------------------------

    // A mark belongs to the reference that ends right before it; without one, to the document or the words
    // that end there.
    void bind_marks();
    void bind_mark(int mark, std::uint32_t block, std::size_t& next);
    bool stands_at(const Reference& reference, int mark) const;
    bool is_title_tail(const Reference& reference, std::size_t offset) const;
    static bool joins_clauses(std::string_view gap);
    static bool only_says_where(std::string_view gap);
    void take_document_around(Reference& reference, std::size_t index);
    void govern_again(Reference& reference, std::vector<Token>::const_iterator first_of_block);
    bool is_document_note(int mark) const;
    static bool parts_clauses(std::string_view gap);
    bool is_opener(const Token& t) const;
    void add_document_at(int mark, std::uint32_t block);
    bool is_only_expressed(std::string_view gap) const;

    const Document& document_;
    std::string_view text_;
    const Tokens& tokens_;
    const Vocabulary& vocabulary_;
    RelationFinder relations_;
    std::vector<Reference> references_;
    std::vector<Reference> mentioned_;  // not cited, but "the Convention" after it is that one

    std::uint32_t block_ = 0;
    std::size_t first_token_ = 0;
    std::size_t last_token_ = 0;
    std::size_t first_reference_ = 0;
    OpenList list_;
    std::uint32_t lists_ = 0;
    int last_body_ = -1;
    int last_conference_ = -1;  // of parties to a convention: its resolutions are often only "resolution 8/1"
    std::vector<Places> places_;  // read, and not yet given to a reference
    std::vector<std::pair<std::uint32_t, Places>> unattached_;
    std::size_t after_places_ = 0;  // the end of the places that the last reference was given
    std::size_t quoted_until_ = 0;
    std::vector<std::pair<std::string, std::string>>
        defined_;  // "Final Agreement" -> the name it is short for
    std::size_t defined_until_ = 0;
    std::set<std::string_view> kinds_;  // of names in small letters
};

void Grammar::bind_marks() {
    std::size_t next = 0;
    std::uint32_t block = 0;
    const auto count = references_.size();
    for (std::size_t m = 0; m < document_.marks.size(); ++m) {
        const auto offset = document_.marks[m].offset;
        while (block + 1 < document_.blocks.size() && document_.blocks[block].span.end < offset) ++block;
        if (document_.blocks[block].role == Role::foreign) continue;
        while (next < count && references_[next].span.begin < offset) ++next;
        bind_mark(static_cast<int>(m), block, next);
    }
    const auto before = [](const Reference& a, const Reference& b) { return a.span.begin < b.span.begin; };
    const auto sort = [&](std::vector<Reference>& references) {
        if (!std::is_sorted(references.begin(), references.end(), before))
            std::stable_sort(references.begin(), references.end(), before);
    };
    sort(references_);
    sort(mentioned_);
    const auto cited = static_cast<std::ptrdiff_t>(references_.size());
    references_.insert(references_.end(), std::make_move_iterator(mentioned_.begin()),
                       std::make_move_iterator(mentioned_.end()));
    std::inplace_merge(references_.begin(), references_.begin() + cited, references_.end(), before);
}

void Grammar::bind_mark(int mark, std::uint32_t block, std::size_t& next) {
    const auto offset = document_.marks[static_cast<std::size_t>(mark)].offset;
    bool bound = false;
    for (auto i = next; i-- > 0 && references_[i].block == block;) {
        auto& reference = references_[i];
        if (reference.silent) continue;
        if (bound && !(reference.span == references_[next - 1].span)) break;
        if (!bound && !stands_at(reference, mark)) break;
        if (is_title_tail(reference, offset)) {
            reference.span.end = text_.find_last_not_of(" ,.;:)", offset - 1) + 1;
            reference.value = between(reference.span.begin, reference.span.end);
        }
        if (reference.mark < 0) reference.mark = mark;
        bound = true;
        next = std::max(next, i + 1);
        take_document_around(reference, i);
    }
    if (!bound && document_.marks[static_cast<std::size_t>(mark)].note >= 0) add_document_at(mark, block);
}

// ", Circulation and Trafficking of Small Arms" between a name nobody registered and its mark: the name goes
// on.
bool Grammar::is_title_tail(const Reference& reference, std::size_t offset) const {
    if (reference.kind != Reference::Kind::title || reference.span.end >= offset) return false;
    const auto gap = between(reference.span.end, offset);
    constexpr std::size_t longest = 160;
    if (gap.size() > longest || gap.find_first_of(";.(") != std::string_view::npos) return false;
    bool capital = false;
    for (auto word = next_word(gap, 0); word.found(); word = next_word(gap, word.next)) {
        const auto spelled = gap.substr(word.begin, word.end - word.begin);
        const bool small = spelled == "and" || spelled == "of" || spelled == "the" || spelled == "in" ||
                           spelled == "for" || spelled == "on" || spelled == "to";
        if (!small && !is_upper(spelled[0])) return false;
        capital = capital || !small;
    }
    return capital;
}

// Nothing but punctuation, a date or a bracket lies between the reference and the mark.
bool Grammar::stands_at(const Reference& reference, int mark) const {
    const auto offset = document_.marks[static_cast<std::size_t>(mark)].offset;
    if (reference.span.end >= offset) return reference.span.begin < offset;
    if (reference.kind == Reference::Kind::number && is_document_note(mark)) return false;
    auto gap = between(reference.span.end, offset);
    const std::size_t longest = reference.kind == Reference::Kind::title ? 240 : 120;
    if (gap.size() > longest) return false;
    if (const auto date = scan_date_after(reference.span.end); date && date->span.end <= offset)
        gap = between(date->span.end, offset);
    if (gap.find_first_not_of(" ,.:;)”\"’") == std::string_view::npos || is_title_tail(reference, offset))
        return true;
    const bool numbered = reference.kind == Reference::Kind::number;
    if (gap.find(';') < (numbered ? gap.size() : gap.find_last_not_of(" ;"))) return false;
    const auto open = gap.find_first_not_of(" ,");
    if (gap[open] == '(' && gap.find(')') != std::string_view::npos && gap.find(')') + 3 >= gap.size())
        return true;
    const auto rest = gap.substr(open);
    for (const std::string_view word : {"adopted ", "held ", "convened ", "issued ", "submitted ", "signed ",
                                        "concluded ", "done ", "of ", "paragraph", "para", "article", "annex",
                                        "chap", "sect", "in particular", "on ", "concerning ", "entitled "}) {
        if (rest.starts_with(word)) return !joins_clauses(rest) && only_says_where(rest);
    }
    return false;
}

// An "and" that stands between more than capitals, as in "Stability and Sustainable", or days, as in "3 and 4
// September".
bool Grammar::joins_clauses(std::string_view gap) {
    constexpr std::string_view conjunction = " and ";
    for (auto at = gap.find(conjunction); at != std::string_view::npos; at = gap.find(conjunction, at + 1)) {
        const auto next = at + conjunction.size();
        const auto first = gap.substr(0, at).find_last_of(" (") + 1;  // npos + 1 == 0
        const auto is_name = [&](std::size_t i) { return is_upper(gap[i]) || is_digit(gap[i]); };
        if (next >= gap.size() || !is_name(first) || !is_name(next)) return true;
    }
    return false;
}

// "issued at the summit meeting, held in Shusha, Azerbaijan, on 10 October": after its commas only places and
// days.
bool Grammar::only_says_where(std::string_view gap) {
    for (auto at = gap.find(", "); at != std::string_view::npos && at + 2 < gap.size();
         at = gap.find(", ", at + 2)) {
        const auto rest = gap.substr(at + 2);
        const bool goes_on = is_upper(rest[0]) || rest.starts_with("held ") || rest.starts_with("in ") ||
                             rest.starts_with("on ") || rest.starts_with("from ");
        if (!goes_on) return false;
    }
    return true;
}

bool Grammar::is_opener(const Token& t) const {
    if (!t.is(TermClass::relation) || t.is(TermClass::document)) return false;
    return vocabulary_.find(t.value, TermClass::relation)->reach == Reach::opener;
}

// A comma that parts more than the capitals of a name: not that of "Accountability, Transparency and
// Integrity".
bool Grammar::parts_clauses(std::string_view gap) {
    for (auto at = gap.find(','); at != std::string_view::npos; at = gap.find(',', at + 1)) {
        if (at + 2 >= gap.size() || !is_upper(gap[at + 2])) return true;
    }
    return false;
}

// "the report of the Meeting of States on the Programme of Action,⁶": where the note gives a document, the
// report is cited, and the Programme of Action only belongs to its name.
void Grammar::take_document_around(Reference& reference, std::size_t index) {
    const bool named = reference.kind == Reference::Kind::name || reference.kind == Reference::Kind::group ||
                       reference.kind == Reference::Kind::ambiguous ||
                       reference.kind == Reference::Kind::title;
    if (!named || !is_document_note(reference.mark)) return;
    const auto block = document_.blocks[reference.block].span;
    const auto first = std::lower_bound(tokens_.tokens.begin(), tokens_.tokens.end(), block.begin,
                                        [](const Token& t, std::size_t at) { return t.begin < at; });
    auto t = std::lower_bound(first, tokens_.tokens.end(), reference.span.begin,
                              [](const Token& token, std::size_t at) { return token.begin < at; });
    while (t != first) {
        --t;
        if (t->kind == Token::Kind::symbol || is_opener(*t)) return;
        constexpr std::size_t farthest = 400;
        const auto gap = between(t->end, reference.span.begin);
        if (gap.size() > farthest || gap.find_first_of(";.") != std::string_view::npos || parts_clauses(gap))
            return;
        if (t->is(TermClass::document) && vocabulary_.is_in(WordList::account, between(t->begin, t->end)))
            break;
        if (t == first) return;
    }
    if (t == first && !t->is(TermClass::document)) return;
    for (auto i = index;
         i-- > 0 && references_[i].span.begin > t->begin && references_[i].block == reference.block;)
        references_[i].kind = Reference::Kind::ibid;
    reference.kind = Reference::Kind::document;
    reference.span.begin = t->begin;
    govern_again(reference, first);
}

// By the words before the reference, once the whole document has been read.
void Grammar::govern_again(Reference& reference, std::vector<Token>::const_iterator first_of_block) {
    relations_.rewind(reference.block, static_cast<std::size_t>(first_of_block - tokens_.tokens.begin()),
                      reference.span.begin);
    reference.relation = relations_.at(reference.span);
    reference.governor = relations_.governor();
}

// A note that begins with a document symbol: "A/CONF.192/BMS/2022/1.", "A/75/810/Rev.1, annex."
bool Grammar::is_document_note(int mark) const {
    const int note = document_.marks[static_cast<std::size_t>(mark)].note;
    if (note < 0) return false;
    const auto span = document_.blocks[static_cast<std::size_t>(note)].span;
    const auto t = std::lower_bound(tokens_.tokens.begin(), tokens_.tokens.end(), span.begin,
                                    [](const Token& token, std::size_t at) { return token.begin < at; });
    if (t == tokens_.tokens.end() || t->kind != Token::Kind::symbol || t->begin > span.begin + 4 ||
        t->end > span.end)
        return false;
    auto last = t;  // of "A/63/170, A/65/129 and A/67/177"
    const auto joins = [](std::string_view gap) { return gap == ", " || gap == " and " || gap == ", and "; };
    while (last + 1 != tokens_.tokens.end() && (last + 1)->kind == Token::Kind::symbol &&
           (last + 1)->begin < span.end && joins(between(last->end, (last + 1)->begin)))
        ++last;
    constexpr std::size_t longest_place = 20;
    const auto next = last + 1;
    const bool with_place = next != tokens_.tokens.end() && next->is(TermClass::unit) &&
                            between(last->end, next->begin) == ", " &&
                            next->begin + longest_place >= span.end;
    const bool whole = last->end + 2 >= span.end || with_place;
    return whole && tokens_.symbols[t->value].value.find("/RES/") == std::string::npos;
}

// "comments and concerns expressed in the debates": what was said is no document.
bool Grammar::is_only_expressed(std::string_view gap) const {
    const auto& words = vocabulary_.words(WordList::expressed);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return gap.find(word) != std::string_view::npos; });
}

// "the report of the Secretary-General,³": the words from "report" on, up to the mark.
void Grammar::add_document_at(int mark, std::uint32_t block) {
    auto offset = document_.marks[static_cast<std::size_t>(mark)].offset;
    while (offset > document_.blocks[block].span.begin &&
           std::string_view(" ,.;:").find(text_[offset - 1]) != std::string_view::npos)
        --offset;
    const auto first =
        std::lower_bound(tokens_.tokens.begin(), tokens_.tokens.end(), document_.blocks[block].span.begin,
                         [](const Token& t, std::size_t at) { return t.begin < at; });
    const auto last = std::lower_bound(first, tokens_.tokens.end(), offset,
                                       [](const Token& t, std::size_t at) { return t.begin < at; });
    Reference reference;
    reference.kind = Reference::Kind::document;
    reference.block = block;
    reference.mark = mark;
    reference.span = {offset, offset};
    for (auto t = last; t != first;) {
        --t;
        const bool opens = is_opener(*t) && relations_.opens_clause(document_.blocks[block].span, t->begin);
        if (t->kind == Token::Kind::symbol || ends_clause(between(t->end, offset)) || opens) break;
        if (!t->is(TermClass::document)) continue;
        if (is_only_expressed(between(t->end, offset))) continue;
        reference.span.begin = t->begin;
        if (is_upper(text_[t->begin])) break;
        const auto before = t == first ? std::string_view{} : between((t - 1)->end, t->begin);
        if (before.find(" of the ") == std::string_view::npos) break;
    }
    if (reference.span.begin == offset) return;
    reference.span.begin =
        capitalised_begin(text_, document_.blocks[block].span, reference.span.begin, vocabulary_);
    while (reference.span.end > reference.span.begin &&
           std::string_view(" ,.;:").find(text_[reference.span.end - 1]) != std::string_view::npos) {
        --reference.span.end;
    }
    for (const auto& [place_block, places] : unattached_) {
        const bool before = place_block == block && places.span.end <= reference.span.begin;
        if (before && links_forward(between(places.span.end, reference.span.begin), true))
            add_places(reference, places);
    }
    govern_again(reference, first);
    references_.push_back(std::move(reference));
}

}  // namespace

std::vector<Reference> find_references(const Document& document, const Tokens& tokens,
                                       const Vocabulary& vocabulary) {
    return Grammar(document, tokens, vocabulary).find();
}

}  // namespace resograph
