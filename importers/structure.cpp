#include "importers/structure.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "document/word_bytes.hpp"
#include "importers/structure_words.hpp"

namespace resograph {

using namespace std::string_view_literals;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

constexpr std::string_view opening_quote = "“";
constexpr std::string_view closing_quote = "”";

// Bytes at which append() has to look twice: blanks that are no blank, and the first bytes of such
// characters.
constexpr auto needs_a_look = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
    table[0xC2] = table[0xE2] = table[0x7F] = true;
    return table;
}();

struct Special {
    std::size_t length = 1;
    char superscript = '\0';  // '0' to '9'
    bool blank = false;
    bool nothing = false;  // a soft hyphen, a byte order mark, a control character
};

unsigned char byte_at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

Special special_at(std::string_view text, std::size_t i) {
    const auto first = byte_at(text, i), second = byte_at(text, i + 1), third = byte_at(text, i + 2);
    if (first <= 0x20 || first == 0x7F) {
        const bool blank = first == ' ' || first == '\n' || first == '\t' || first == '\r' || first == '\f';
        return {1, '\0', blank, !blank};
    }
    if (first == 0xC2) {
        if (second == 0xA0) return {2, '\0', true, false};
        if (second == 0xAD) return {2, '\0', false, true};
        if (second == 0xB9) return {2, '1', false, false};
        if (second == 0xB2 || second == 0xB3)
            return {2, static_cast<char>(second - 0xB2 + '2'), false, false};
        return {2, '\0', false, false};
    }
    if (second == 0x81 && third >= 0xB0 && third <= 0xB9 && third != 0xB1)
        return {3, static_cast<char>(third - 0xB0 + '0'), false, false};
    const bool thin = second == 0x80 && ((third >= 0x80 && third <= 0x8A) || third == 0xAF);
    const bool zero_width =
        (second == 0x80 && (third == 0x8B || third == 0x8D || third == 0x8E || third == 0x8F)) ||
        (second == 0x81 && third == 0xA0);
    return {3, '\0', thin, zero_width};
}

// The m² of an area is no call for a note.
bool is_unit_power(std::string_view before) {
    return before.ends_with(" m") || before.ends_with(" km") || before.ends_with("(m");
}

// What may stand between raised labels and around them: "2, 3", "[4]", "5/".
constexpr std::string_view around_labels = " ,[]()/;";

// "3", "12, 13", "**", "a": but not the "st" of "1st".
bool is_list_of_labels(std::string_view text) {
    std::size_t labels = 0;
    while (true) {
        const auto from = text.find_first_not_of(around_labels);
        if (from == std::string_view::npos) return labels > 0;
        text.remove_prefix(from);
        const auto label = text.substr(0, text.find_first_of(around_labels));
        const bool number = label.size() <= 3 && std::all_of(label.begin(), label.end(), is_digit);
        const bool stars = label.find_first_not_of('*') == std::string_view::npos;
        const bool letter = label.size() == 1 && is_lower(label[0]);
        if (!number && !stars && !letter) return false;
        ++labels;
        text.remove_prefix(label.size());
    }
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return !text.empty() && text[0] == word[0] && text.starts_with(word);
    });
}

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::size_t count_digits(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && is_digit(text[n])) ++n;
    return n;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

bool is_roman_capital(std::string_view word) {
    return !word.empty() && word.size() <= 5 && word.find_first_not_of("IVXL") == std::string_view::npos;
}

// "1166 (XII). International assistance", "78/135. Unilateral measures": the length of the number; 0 if there
// is none.
std::size_t heading_number_length(std::string_view text) {
    if (text.empty() || !(is_digit(text[0]) || text[0] == 'S' || text[0] == 'E')) return 0;
    auto end = text.starts_with("S-"sv) || text.starts_with("ES-"sv) ? text.find('-') + 1 : std::size_t{0};
    const auto digits = count_digits(text.substr(end));
    if (digits == 0 || digits > 4) return 0;
    end += digits;
    const auto rest = text.substr(end);
    if (rest.starts_with('/')) {
        const auto serial = count_digits(rest.substr(1));
        if (serial == 0 || serial > 4) return 0;
        end += 1 + serial;
        if (end < text.size() && is_upper(text[end])) ++end;
    } else if (rest.starts_with(" (") || rest.starts_with('(')) {
        const auto close = rest.find(')');
        if (close == std::string_view::npos || close > 12) return 0;
        end += close + 1;
    } else {
        return 0;
    }
    return end < text.size() && text[end] == '.' ? end : 0;
}

// "22 (l)" and "22(1)" of scans as "22(I)".
std::string as_in_symbols(std::string_view printed) {
    std::string number(printed);
    std::erase(number, ' ');
    const auto open = number.find('(');
    constexpr std::size_t longest_numeral = 3;  // one more digit makes a year
    if (open == std::string::npos || number.size() - open - 2 > longest_numeral) return number;
    std::replace_if(
        number.begin() + static_cast<std::ptrdiff_t>(open), number.end(),
        [](char c) { return c == '1' || c == 'l' || c == '|'; }, 'I');
    return number;
}

// "1984/" of "1984/48": the resolutions of one session stand on one page.
std::size_t series_length(std::string_view number) {
    const auto slash = number.find('/');
    return slash == std::string_view::npos ? number.size() : slash + 1;
}

// "General Assembly", "Conference of the Parties to the Convention": capitals and the small words between
// them.
bool is_name_of_body(std::string_view name) {
    static constexpr std::array<std::string_view, 9> small{"of", "the", "and",     "on",  "for",
                                                           "to", "in",  "against", "with"};
    while (!name.empty()) {
        const auto blank = name.find(' ');
        const auto word = name.substr(0, blank);
        if (word.empty() ||
            (!is_upper(word[0]) && std::find(small.begin(), small.end(), word) == small.end()))
            return false;
        if (blank == std::string_view::npos) break;
        name.remove_prefix(blank + 1);
    }
    return true;
}

// "Recalling its resolution", "Deeply concerned at", "Mindful of": how a recital begins.
bool is_recital_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 14> others{
        "Mindful", "Conscious", "Aware",  "Confident", "Desirous", "Cognizant", "Whereas",
        "In view", "Grateful",  "Having", "Anxious",   "Fully",    "On the",    "With a view"};
    if (starts_with_any(text, others)) return true;
    for (int word = 0; word < 2; ++word) {
        const std::string_view first(text.begin(), std::find_if(text.begin(), text.end(),
                                                                [](char c) { return c == ' ' || c == ','; }));
        if (first.size() >= 5 && (first.ends_with("ing"sv) || first.ends_with("ed"sv))) return true;
        const bool adverb = first.ends_with("ly"sv) || first == "Also" || first == "Further";
        if (first.size() == text.size() || !adverb) return false;
        text.remove_prefix(first.size() + 1);
    }
    return false;
}

// With its comma, behind which the label of a note may be glued.
bool is_whole_recital(std::string_view text) {
    while (!text.empty() && is_digit(text.back())) text.remove_suffix(1);
    return text.ends_with(',') && is_recital_sentence(text);
}

// "Decides to remain seized", "Also requests": an operative paragraph begins with a verb of the third person.
bool is_operative_sentence(std::string_view text) {
    static constexpr std::array<std::string_view, 12> adverbs{
        "Also ",     "Further ", "Strongly ",  "Solemnly ", "Once again ", "Again ",
        "Urgently ", "Fully ",   "Earnestly ", "Firmly ",   "Hereby ",     "Unanimously "};
    for (const auto adverb : adverbs) {
        if (!text.empty() && text[0] == adverb[0] && text.starts_with(adverb)) {
            text.remove_prefix(adverb.size());
            break;
        }
    }
    const auto end =
        std::find_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == ',' || c == ':'; });
    const std::string_view word(text.begin(), end);
    if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") || end == text.end()) return false;
    static constexpr std::array<std::string_view, 9> others{
        "States", "Members", "Governments", "Nations", "This", "Rights", "Conscious", "Desirous", "Anxious"};
    return std::find(others.begin(), others.end(), word) == others.end() &&
           std::all_of(word.begin() + 1, word.end(), is_lower);
}

// Session, agenda item, date of distribution, "[on the report of …]".
bool is_masthead_line(std::string_view text) {
    constexpr std::size_t longest_day = 24;
    if (starts_with_any(text, masthead_words) || text.starts_with('[')) return true;
    if (text.size() < longest_day && !first_date(text).empty()) return true;
    const auto session = text.find(" session");
    return session != std::string_view::npos && session < 40 && heading_number_length(text) == 0;
}

// "5. ", "(b) ", "(ii) " at the front: the label, and how much to take away. Nothing if there is none.
struct Printed {
    std::string_view label;
    std::size_t length = 0;
};

Printed printed_number(std::string_view text) {
    const auto digits = count_digits(text);
    if (digits > 0 && digits <= 3 && text.size() > digits + 1 && text[digits] == '.' &&
        (text[digits + 1] == ' ' || is_upper(text[digits + 1]))) {
        return {text.substr(0, digits), std::min(text.size(), text.find_first_not_of(' ', digits + 1))};
    }
    if (text.starts_with('(')) {
        const auto close = text.find(')');
        if (close == std::string_view::npos || close < 2 || close > 6) return {};
        const auto label = text.substr(1, close - 1);
        if (!std::all_of(label.begin(), label.end(), [](char c) { return is_lower(c) || is_digit(c); }))
            return {};
        const auto next = text.find_first_not_of(' ', close + 1);
        if (next == std::string_view::npos) return {};
        return {label, next};
    }
    return {};
}

// Where the text from `from` on comes from, counted from there.
std::vector<OriginRun> origins_of_rest(std::span<const OriginRun> runs, std::size_t from) {
    std::vector<OriginRun> rest;
    const auto after =
        std::upper_bound(runs.begin(), runs.end(), from,
                         [](std::size_t offset, const OriginRun& run) { return offset < run.text_offset; });
    if (after != runs.begin()) {
        const auto& within = *(after - 1);
        rest.push_back({0, within.file_offset + from - within.text_offset});
    }
    for (auto run = after; run != runs.end(); ++run)
        rest.push_back({run->text_offset - from, run->file_offset});
    return rest;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view file, std::string_view format) {
    document_.file = file;
    document_.format = format;
    symbol_of_file_ = symbol_of_file_name(file);
}

void DocumentBuilder::reserve(std::size_t length) {
    constexpr std::size_t usual_paragraph = 256;
    document_.text.reserve(length);
    document_.blocks.reserve(length / usual_paragraph);
    document_.origins.reserve(length / usual_paragraph);
}

std::string_view DocumentBuilder::paragraph() const {
    return std::string_view(document_.text).substr(begin_);
}

void DocumentBuilder::begin(Hint hint, std::string_view number) {
    if (open_) end();
    hint_ = hint;
    numbers_.clear();
    if (!number.empty()) numbers_.emplace_back(number);
    begin_ = document_.text.size();
    first_mark_ = document_.marks.size();
    open_ = true;
}

void DocumentBuilder::begin_note(std::string_view label) {
    begin(Hint::note);
    notes_.push_back({std::string(label), "", {}, {}, 0});
    note_read_at_.push_back(begin_);
    note_open_ = true;
}

void DocumentBuilder::begin_known(Block block, std::string_view speaker) {
    begin(Hint::plain);
    block.speaker = speaker_named(speaker);
    known_ = std::move(block);
    has_known_ = true;
}

void DocumentBuilder::start_inline_note(std::string_view label, std::size_t place) {
    notes_.push_back({std::string(label), "", {}, {}, place});
    note_read_at_.push_back(document_.text.size());
    outer_begin_ = begin_;
    begin_ = document_.text.size();
}

void DocumentBuilder::end_inline_note() {
    give_paragraph_to(notes_.back());
    const auto first_mark = first_mark_;
    first_mark_ = document_.marks.size();
    drop_paragraph();
    first_mark_ = first_mark;
    begin_ = outer_begin_;
}

void DocumentBuilder::append(std::string_view text, std::size_t offset) {
    auto& out = document_.text;
    if (known_) {
        if (offset != no_offset && !text.empty()) document_.origins.push_back({out.size(), offset});
        out += text;
        return;
    }
    std::size_t i = 0;
    bool new_run = true;
    std::string superscript;
    while (i < text.size()) {
        // One blank between words is as it should be; a second one, or one at the beginning, is not.
        auto end = i;
        const bool blank_is_one_too_many = out.size() == begin_ || out.back() == ' ';
        if (text[i] != ' ' || !blank_is_one_too_many) end = i + plain_length(text, i);
        if (end > i) {
            if (new_run && offset != no_offset) document_.origins.push_back({out.size(), offset + i});
            new_run = false;
            out.append(text.substr(i, end - i));
            i = end;
            continue;
        }
        const auto special = special_at(text, i);
        if (special.superscript != '\0' && !is_unit_power(out)) {
            superscript = special.superscript;
            i += special.length;
            while (i < text.size()) {
                const auto more =
                    needs_a_look[static_cast<unsigned char>(text[i])] ? special_at(text, i) : Special{};
                if (more.superscript == '\0') break;
                superscript += more.superscript;
                i += more.length;
            }
            mark(superscript);
            new_run = true;
            continue;
        }
        if (special.blank) {
            const bool wanted = out.size() > begin_ && out.back() != ' ';
            if (wanted) {
                if (new_run && offset != no_offset) document_.origins.push_back({out.size(), offset + i});
                out += ' ';
            }
            new_run = !wanted || special.length > 1;
        } else if (special.nothing) {
            new_run = true;
        } else {
            if (new_run && offset != no_offset) document_.origins.push_back({out.size(), offset + i});
            new_run = false;
            out.append(text.substr(i, special.length));
        }
        i += special.length;
    }
}

void DocumentBuilder::mark(std::string_view label) {
    auto& out = document_.text;
    while (!known_ && out.size() > begin_ && out.back() == ' ') out.pop_back();
    document_.marks.push_back({out.size(), std::string(label), -1});
}

void DocumentBuilder::raised(std::string_view text) {
    if (!is_list_of_labels(text) || is_unit_power(document_.text)) return append(text);
    for (std::size_t from = 0; from < text.size();) {
        from = text.find_first_not_of(around_labels, from);
        if (from == std::string_view::npos) return;
        const auto end = std::min(text.find_first_of(around_labels, from), text.size());
        mark(text.substr(from, end - from));
        from = end;
    }
}

void DocumentBuilder::reference(std::size_t from, std::string_view href) {
    if (from < begin_) from = begin_;
    if (from < document_.text.size())
        document_.references.push_back({{from, document_.text.size()}, std::string(href)});
}

void DocumentBuilder::begin_draft() {
    if (open_) end();
    outer_.push_back(now_);
    now_ = {};
    now_.draft = true;
}

void DocumentBuilder::end_draft() {
    if (open_) end();
    if (outer_.empty()) return;
    now_ = outer_.back();
    outer_.pop_back();
    quoted_draft_ = false;
}

std::span<const OriginRun> DocumentBuilder::origins_from(std::size_t offset) const {
    const auto first =
        std::lower_bound(document_.origins.begin(), document_.origins.end(), offset,
                         [](const OriginRun& run, std::size_t at) { return run.text_offset < at; });
    return {first, document_.origins.end()};
}

std::size_t DocumentBuilder::references_before_paragraph() const {
    auto count = document_.references.size();
    while (count > 0 && document_.references[count - 1].span.begin >= begin_) --count;
    return count;
}

void DocumentBuilder::give_paragraph_to(Note& note) const {
    const auto shift = note.text.size();
    for (const auto& run : origins_from(begin_))
        note.origins.push_back({run.text_offset - begin_ + shift, run.file_offset});
    for (auto i = references_before_paragraph(); i < document_.references.size(); ++i) {
        const auto& r = document_.references[i];
        note.references.push_back({{r.span.begin - begin_ + shift, r.span.end - begin_ + shift}, r.href});
    }
    note.text += paragraph();
}

// Takes the paragraph out of the text again: it is furniture, or a note.
void DocumentBuilder::drop_paragraph() {
    document_.text.resize(begin_);
    document_.marks.resize(first_mark_);
    document_.origins.resize(document_.origins.size() - origins_from(begin_).size());
    document_.references.resize(references_before_paragraph());
}

void DocumentBuilder::end() {
    if (!open_) return;
    open_ = false;
    auto& text = document_.text;
    if (known_) {
        document_.blocks.push_back(std::move(*known_));
        document_.blocks.back().span = {begin_, text.size()};
        known_.reset();
        text += '\n';
        return;
    }
    while (text.size() > begin_ && text.back() == ' ') text.pop_back();
    if (note_open_) {
        note_open_ = false;
        give_paragraph_to(notes_.back());
        drop_paragraph();
        if (notes_.back().text.empty()) drop_last_note();
        return;
    }
    if (paragraph().find_first_not_of("_-* ") == std::string_view::npos) {
        drop_paragraph();
        return;
    }
    classify();
}

void DocumentBuilder::push(Role role, std::string location) {
    auto& block = document_.blocks.emplace_back();
    block.role = role;
    block.location = std::move(location);
    block.span = {begin_, document_.text.size()};
    block.speaker = now_.speaker;
    block.draft = now_.draft;
    block.number = printed();
    document_.text += '\n';
}

// {"5", "b"} -> "5. (b)".
std::string DocumentBuilder::printed() const {
    std::string number;
    for (const auto& label : numbers_) {
        const bool digits = is_digit(label[0]);
        if (!number.empty()) number += ' ';
        if (!digits) number += '(';
        number += label;
        number += digits ? '.' : ')';
    }
    return number;
}

std::string DocumentBuilder::prefix() const {
    if (!now_.annex.empty()) return now_.annex;
    return now_.part.empty() ? "" : now_.part.substr(0, now_.part.size() - 1);
}

// --- what a paragraph is
// -----------------------------------------------------------------------------------------

void DocumentBuilder::classify() {
    if (take_note(paragraph())) return;
    strip_quotes_and_stars();
    const auto text = paragraph();
    if (text.empty()) return drop_paragraph();
    if (hint_ == Hint::heading && is_whole_recital(text)) hint_ = Hint::recital;  // a converter's mistake
    if (hint_ == Hint::masthead || hint_ == Hint::symbol) {
        if (hint_ == Hint::symbol || document_.metadata.symbol.empty()) {
            if (const auto symbol = own_symbol(text); !symbol.empty() && document_.metadata.symbol.empty())
                document_.metadata.symbol = symbol;
        }
        return push(Role::masthead, "");
    }
    if (take_foreign(text)) return push(Role::foreign, "");
    if (hint_ == Hint::title) {
        title_found_ = true;
        if (document_.metadata.title.empty())
            document_.metadata.title = text.substr(std::min(text.size(), title_start(text)));
        return push(Role::title, "title");
    }
    if (hint_ == Hint::continuation && take_continuation(text)) return;
    if (take_formula(text)) return;
    if (take_statement(text)) {
        now_.path = {std::to_string(++now_.operatives)};
        return push(Role::operative, fmt::format("op{}", now_.operatives));
    }
    if (classify_front_matter(text)) return;
    if (classify_division(text)) return;
    if (take_continuation(text)) return;
    take_printed_number();
    number_paragraph();
    if (quoted_draft_ && !outer_.empty() && ends_quote_) end_draft();
}

std::size_t DocumentBuilder::title_start(std::string_view text) const {
    const auto number = heading_number_length(text);
    return number == 0 ? 0 : std::min(text.size(), text.find_first_not_of(". ", number));
}

// A quotation mark opens each paragraph of a draft, stars stand for italics: neither is part of the words.
void DocumentBuilder::strip_quotes_and_stars() {
    ends_quote_ = false;
    if (!outer_.empty() || awaits_draft_) {
        const auto opens = count_of(paragraph(), opening_quote);
        const auto closes = count_of(paragraph(), closing_quote);
        const bool opened = paragraph().starts_with(opening_quote);
        const bool closed = paragraph().ends_with(closing_quote) || paragraph().ends_with("”.");
        ends_quote_ = !outer_.empty() && closed && (closes > opens || (opened && closes == opens));
        if (ends_quote_) erase(document_.text.rfind(closing_quote), closing_quote.size());
        if (opened && (opens > closes || ends_quote_)) erase(begin_, opening_quote.size());
    }
    for (auto at = document_.text.find('*', begin_); at != std::string::npos;
         at = document_.text.find('*', at)) {
        const bool mark_of_note =
            at > begin_ && document_.text[at - 1] != ' ' && at + 1 == document_.text.size();
        if (mark_of_note && paragraph().size() > 60) break;
        erase(at, 1);
    }
}

void DocumentBuilder::erase(std::size_t from, std::size_t count) {
    document_.text.erase(from, count);
    const auto moved = [&](std::size_t at) { return at > from ? at - std::min(count, at - from) : at; };
    for (auto m = document_.marks.rbegin(); m != document_.marks.rend() && m->offset > from; ++m)
        m->offset = moved(m->offset);
    for (auto r = document_.references.rbegin(); r != document_.references.rend() && r->span.end > from; ++r)
        r->span = {moved(r->span.begin), moved(r->span.end)};
    auto& runs = document_.origins;
    std::size_t i = runs.size();
    while (i > 0 && runs[i - 1].text_offset > from) --i;
    // The run that holds `from` goes on behind the gap; runs inside the gap go.
    OriginRun resumed{from, 0};
    bool has_resumed = false;
    auto first = i;
    if (i > 0) {
        resumed.file_offset = runs[i - 1].file_offset + (from + count - runs[i - 1].text_offset);
        has_resumed = true;
    }
    while (first < runs.size() && runs[first].text_offset < from + count) {
        resumed.file_offset = runs[first].file_offset + (from + count - runs[first].text_offset);
        has_resumed = true;
        ++first;
    }
    const bool next_starts_here = first < runs.size() && runs[first].text_offset == from + count;
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i),
               runs.begin() + static_cast<std::ptrdiff_t>(first));
    for (auto j = i; j < runs.size(); ++j) runs[j].text_offset -= count;
    if (has_resumed && !next_starts_here && from < document_.text.size())
        runs.insert(runs.begin() + static_cast<std::ptrdiff_t>(i), resumed);
}

// A scanned page holds the end of one resolution and the beginning of the next: only the document's own
// counts.
bool DocumentBuilder::take_foreign(std::string_view text) {
    const auto length = heading_number_length(text);
    const auto& symbol = document_.metadata.symbol.empty() ? symbol_of_file_ : document_.metadata.symbol;
    if (length == 0 || symbol.empty()) return foreign_;
    const auto number = as_in_symbols(text.substr(0, length));
    const auto own = symbol.substr(symbol.find("RES/") == std::string::npos ? 0 : symbol.find("RES/") + 4);
    const bool is_own = own.starts_with(number) || number.starts_with(own);
    if (is_own) {
        if (!title_found_ || foreign_) forget_page_before();
        foreign_ = false;
        return false;
    }
    const bool outside = hint_ != Hint::numbered && outer_.empty();
    const bool of_series = number.substr(0, series_length(number)) == own.substr(0, series_length(own)) ||
                           (number.ends_with(')') && own.ends_with(number.substr(number.find('('))));
    if (outside && (of_series || now_.annex.empty()) && (now_.has_formula || !title_found_)) foreign_ = true;
    return foreign_;
}

// What a page holds above the document's own heading is the end of another resolution.
void DocumentBuilder::forget_page_before() {
    const bool only_masthead =
        std::all_of(document_.blocks.begin(), document_.blocks.end(), [&](const Block& b) {
            const auto text = text_of(document_, b.span);
            return b.role == Role::masthead && heading_number_length(text) == 0 &&
                   printed_number(text).length == 0;
        });
    if (only_masthead) return;
    for (auto& block : document_.blocks) {
        block.role = Role::foreign;
        block.location.clear();
    }
    now_ = {};
    outer_.clear();
    awaits_draft_ = quoted_draft_ = false;
}

// "“The Security Council recalls …": in a statement the body speaks in every paragraph, without a formula.
bool DocumentBuilder::take_statement(std::string_view text) {
    if (now_.has_formula && !now_.statement) return false;
    if (text.starts_with(opening_quote)) text.remove_prefix(opening_quote.size());
    if (!text.starts_with("The ")) return false;
    for (const auto body : stating_bodies) {
        const auto rest = text.substr(4);
        if (!rest.starts_with(body) || rest.size() <= body.size() + 1 || rest[body.size()] != ' ') continue;
        if (!now_.statement && !is_operative_sentence(rest.substr(body.size() + 1))) continue;
        if (!now_.has_formula) start_speech(body);
        now_.statement = now_.in_operative = true;
        return true;
    }
    return false;
}

// "The General Assembly,": the body that speaks from here on.
bool DocumentBuilder::take_formula(std::string_view text) {
    if (text.starts_with(opening_quote) && text.find(',') == std::string_view::npos)
        text.remove_prefix(opening_quote.size());  // “The Human Rights Council
    if (text.empty() || text[0] != 'T' || (!text.starts_with("The "sv) && !text.starts_with("THE "sv)))
        return false;
    constexpr std::size_t longest = 140;
    auto end = text.find(',');
    if (end == std::string_view::npos) end = text.size();
    if (end > longest) return false;
    const auto name = text.substr(4, end - 4);
    if (!contains_any(name, body_words) || !is_name_of_body(name)) return false;
    const auto rest = end < text.size() ? text.substr(end + 1) : std::string_view{};
    const auto words = rest.find_first_not_of(' ');
    const bool alone = words == std::string_view::npos;
    if (!alone && !(is_upper(rest[words]) && now_.recitals == 0 && hint_ != Hint::numbered)) return false;
    if (alone && hint_ == Hint::plain && end == text.size() && text.ends_with('.')) return false;
    start_speech(name);
    if (alone) {
        push(Role::formula, "");
        return true;
    }
    // "The Security Council, Recalling …": the formula and the first recital in one line.
    const auto split = begin_ + end + 1 + words;
    const auto tail_begin = split;
    document_.blocks.push_back({Role::formula, "", {begin_, begin_ + end + 1}, now_.speaker, now_.draft, ""});
    begin_ = tail_begin;
    return false;
}

bool DocumentBuilder::is_letter_part(std::string_view part) {
    return part.size() == 2 && is_upper(part[0]) && !is_roman_capital(part.substr(0, 1));
}

int DocumentBuilder::speaker_named(std::string_view name) {
    if (name.empty()) return -1;
    auto& speakers = document_.speakers;
    const auto found = std::find(speakers.begin(), speakers.end(), name);
    const auto index = static_cast<int>(found - speakers.begin());
    if (found == speakers.end()) speakers.emplace_back(name);
    return index;
}

void DocumentBuilder::start_speech(std::string_view name) {
    const auto speaker = speaker_named(name);
    const bool other_body = now_.has_formula && speaker != now_.speaker;
    if (awaits_draft_ && outer_.empty() && other_body) {
        outer_.push_back(now_);
        now_ = {};
        now_.draft = true;
        quoted_draft_ = true;
        awaits_draft_ = false;
    } else if (now_.has_formula) {
        const bool annexed = !now_.annex.empty() && other_body && !now_.closed;
        if (annexed) {
            now_.speaker = speaker;
            return;
        }
        if (now_.closed && is_letter_part(now_.part)) ++now_.part[0];  // the next part, whose letter is lost
        now_.recitals = now_.operatives = 0;
        now_.path.clear();
        now_.annex.clear();
        now_.article.clear();
        now_.in_operative = false;
    }
    if (!now_.has_formula) forget_recitals_before_formula();
    now_.speaker = speaker;
    now_.has_formula = true;
    now_.closed = false;
}

// A line of the masthead that the source took for a recital: "on 16 September 1998".
void DocumentBuilder::forget_recitals_before_formula() {
    if (now_.recitals == 0 || now_.operatives > 0 || now_.draft) return;
    for (auto& block : document_.blocks) {
        if (block.role != Role::preambular) continue;
        block.role = Role::masthead;
        block.location.clear();
    }
    now_.recitals = 0;
}

// All before the enacting formula: symbol, session, agenda item, title.
bool DocumentBuilder::classify_front_matter(std::string_view text) {
    if (now_.has_formula || hint_ == Hint::recital || hint_ == Hint::numbered || hint_ == Hint::annex)
        return false;
    if (!outer_.empty()) return false;
    const auto number = heading_number_length(text);
    if (const auto symbol = own_symbol(text); !symbol.empty() && text.size() < 40) {
        if (document_.metadata.symbol.empty()) document_.metadata.symbol = symbol;
        push(Role::masthead, "");
        return true;
    }
    const bool part_letter = title_found_ && text.size() == 1 && is_part_label(text);
    if (is_annex_word(text) || part_letter) return false;
    if (number == 0 && is_masthead_line(text)) {
        if ((text.starts_with("Resolution") || text.starts_with("Adopted")) && !first_date(text).empty())
            document_.metadata.date = first_date(text);
        push(Role::masthead, "");
        return true;
    }
    if (number == 0 && title_found_) {
        const bool formula_is_lost = is_whole_recital(text);
        if (formula_is_lost || is_operative_sentence(text) || printed_number(text).length > 0) return false;
        push(Role::masthead, "");
        return true;
    }
    title_found_ = true;
    const auto start = title_start(text);
    if (document_.metadata.title.empty()) document_.metadata.title = text.substr(start);
    push(Role::title, "title");
    return true;
}

bool DocumentBuilder::is_annex_word(std::string_view text) {
    constexpr std::size_t longest = 14;
    return text.size() <= longest && starts_with_any(text, annex_words);
}

// "IV", "A".
bool DocumentBuilder::is_part_label(std::string_view text) {
    constexpr std::size_t longest = 5;
    return text.size() <= longest && (is_roman_capital(text) || (text.size() == 1 && is_upper(text[0])));
}

bool DocumentBuilder::opens_division(std::string_view text) {
    return !text.empty() && !is_lower(text[0]) && (is_annex_word(text) || is_part_label(text));
}

// Annexes, parts, sections, articles, closing lines.
bool DocumentBuilder::classify_division(std::string_view text) {
    if (is_annex_word(text) && hint_ != Hint::numbered) {
        const auto blank = text.find(' ');
        auto number = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
        while (!number.empty() && !is_upper(number.back()) && !is_digit(number.back()))
            number.remove_suffix(1);
        now_.annex = fmt::format("annex{}", number);
        now_.closed = false;
        now_.part.clear();
        now_.article.clear();
        now_.path.clear();
        push(Role::heading, now_.annex);
        return true;
    }
    if (starts_with_any(text, closing_words) || is_closing_line(text)) {
        now_.closed = true;
        push(now_.annex.empty() && hint_ != Hint::numbered ? Role::closing : Role::annex, now_.annex);
        return true;
    }
    if (is_part_label(text) && hint_ != Hint::numbered && now_.annex.empty()) {
        now_.part = fmt::format("{}.", text);
        now_.closed = now_.in_operative = false;
        now_.recitals = now_.operatives = 0;
        now_.path.clear();
        push(Role::heading, "");
        return true;
    }
    if (text.size() < 24 && (text.starts_with("Article "sv) || text.starts_with("ARTICLE "sv))) {
        auto number = text.substr(8);
        number = number.substr(0, number.find_first_of(". :"));
        if (!number.empty() && (is_digit(number[0]) || is_roman_capital(number))) {
            now_.article = fmt::format("art_{}", number);
            now_.path.clear();
            push(Role::heading,
                 prefix().empty() ? now_.article : fmt::format("{}.{}", prefix(), now_.article));
            return true;
        }
    }
    if (hint_ == Hint::heading || is_title_of_part(text)) {
        push(Role::heading, now_.annex);
        return true;
    }
    return false;
}

// "Follow-up and implementation activities" below "VIII".
bool DocumentBuilder::is_title_of_part(std::string_view text) const {
    if (document_.blocks.empty() || document_.blocks.back().role != Role::heading)
        return false;  // as for nearly every paragraph
    constexpr std::size_t longest = 160;
    if (text.size() > longest || !numbers_.empty() || hint_ != Hint::plain || is_lower(text[0]) ||
        !is_part_label(text_of(document_, document_.blocks.back().span)))
        return false;
    return printed_number(text).length == 0 && !is_operative_sentence(text) &&
           std::string_view(",;:.").find(text.back()) == std::string_view::npos;
}

bool DocumentBuilder::is_closing_line(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) return false;
    const auto digits = count_digits(text);
    if (digits == 0) return false;
    if (text.find("meeting") != std::string_view::npos) return true;
    return digits <= 2 && !first_date(text).empty();
}

// A page end or a note has cut the paragraph before in two.
bool DocumentBuilder::take_continuation(std::string_view text) {
    if (document_.blocks.empty() || !numbers_.empty() || hint_ == Hint::numbered) return false;
    auto& before = document_.blocks.back();
    const bool body =
        before.role == Role::preambular || before.role == Role::operative || before.role == Role::annex;
    if (!body || (!is_lower(text[0]) && hint_ != Hint::continuation) || before.span.end + 1 != begin_)
        return false;
    document_.text[before.span.end] = ' ';
    before.span.end = document_.text.size();
    document_.text += '\n';
    return true;
}

// --- numbers
// -----------------------------------------------------------------------------------------------------

namespace {

bool is_roman_label(std::string_view label) {
    return label.find_first_not_of("ivxl") == std::string_view::npos;
}

// Whether "(i)" goes on from "(h)", or "(v)" from "(u)".
bool follows_letter(std::string_view before, std::string_view label) {
    return before.size() == 1 && label.size() == 1 && label[0] == before[0] + 1;
}

}  // namespace

void DocumentBuilder::take_printed_number() {
    if (!numbers_.empty()) return;
    while (true) {
        const auto printed = printed_number(paragraph());
        if (printed.length == 0) return;
        numbers_.emplace_back(printed.label);
        erase(begin_, printed.length);
    }
}

void DocumentBuilder::number_paragraph() {
    for (const auto& number : numbers_) enter_number(number);
    const auto text = paragraph();
    if (text.ends_with(':') && (text.find("following draft") != std::string_view::npos ||
                                text.find("draft resolution") != std::string_view::npos)) {
        awaits_draft_ = true;
    }
    if (!now_.annex.empty() || !now_.article.empty()) return number_annex_paragraph();
    if (numbers_.empty()) {
        const bool recital = is_recital_sentence(text);
        const bool in_preamble =
            hint_ == Hint::recital || (!now_.in_operative && !is_operative_sentence(text));
        if (in_preamble || (recital && text.ends_with(',') && hint_ != Hint::numbered)) {
            // Below a heading of the operative part: a section with recitals of its own.
            if (recital && now_.in_operative && document_.blocks.back().role == Role::heading) {
                now_.recitals = now_.operatives = 0;
                now_.in_operative = false;
            }
            // A sentence that is none of a preamble, marked as a recital by mistake, does not count.
            if (recital || now_.recitals == 0 || hint_ != Hint::recital || text.ends_with(','))
                ++now_.recitals;
            now_.lists_in_recital = recital && text.ends_with(':');
            return push(Role::preambular, now_.part + "pp" + std::to_string(now_.recitals));
        }
    }
    const bool item_of_recital =
        !numbers_.empty() && !is_digit(numbers_[0][0]) && !now_.in_operative && now_.lists_in_recital;
    if (item_of_recital) return push(Role::preambular, now_.part + "pp" + std::to_string(now_.recitals));
    now_.in_operative = true;
    if (numbers_.empty()) {
        if (now_.path.empty() || !is_digit(now_.path[0][0]) || now_.operatives > 0) {
            if (is_operative_sentence(text) || now_.path.empty())
                now_.path.assign(1, std::to_string(++now_.operatives));
        } else {
            now_.path.resize(1);  // the words that close a list, or a paragraph without a number
        }
    }
    auto location = now_.part + "op";
    for (const auto& number : now_.path) {
        if (&number != &now_.path.front()) location += '.';
        location += number;
    }
    push(Role::operative, std::move(location));
}

// Where a printed number stands: "(i)" below "(b)" below "5.".
void DocumentBuilder::enter_number(const std::string& label) {
    auto& path = now_.path;
    if (is_digit(label[0])) {
        path.resize(1);
        path[0] = label;
        return;
    }
    const std::size_t letters = !path.empty() && is_digit(path[0][0]) ? 1 : 0;  // the level of (a), (b)
    const bool letter_before = path.size() > letters && !path[letters].empty();
    const bool after_letter = letter_before && follows_letter(path[letters], label);
    const bool roman = is_roman_label(label) && !after_letter &&
                       (label.size() > 1 || label == "i" || path.size() > letters + 1);
    const bool below_letter = roman && letter_before && !is_roman_label(path[letters]);
    path.resize(std::min(path.size(), below_letter ? letters + 1 : letters));
    path.push_back(label);
}

void DocumentBuilder::number_annex_paragraph() {
    std::string location = prefix();
    const auto add = [&](std::string_view part) {
        if (!location.empty()) location += '.';
        location += part;
    };
    if (!now_.article.empty()) add(now_.article);
    if (!numbers_.empty() || (hint_ != Hint::heading && !now_.path.empty())) {
        for (std::size_t i = 0; i < now_.path.size(); ++i) {
            add(i == 0 && is_digit(now_.path[0][0]) ? "para_" : "");
            location += now_.path[i];
        }
    }
    push(Role::annex, std::move(location));
}

// --- notes
// -------------------------------------------------------------------------------------------------------

// "¹ General Assembly resolution 40/34, annex.", "6/ Universal Declaration …", "108 See E/CN.5/536."
bool DocumentBuilder::take_note(std::string_view text) {
    std::string label;
    std::size_t skip = 0;
    if (document_.marks.size() > first_mark_ && document_.marks[first_mark_].offset == begin_) {
        label = document_.marks[first_mark_].label;
    } else {
        const auto digits = count_digits(text);
        if (digits == 0 || digits > 3 || digits == text.size() || hint_ == Hint::numbered) return false;
        const auto rest = text.substr(digits);
        if (rest.starts_with("/ ")) {
            skip = digits + 2;
        } else if (rest.starts_with(' ') && starts_with_any(rest.substr(1), note_words)) {
            skip = digits + 1;
        } else {
            return false;
        }
        label = text.substr(0, digits);
    }
    const auto from = begin_ + std::min(text.size(), text.find_first_not_of(" /", skip));
    notes_.push_back({label, document_.text.substr(from), origins_of_rest(document_.origins, from), {}, 0});
    note_read_at_.push_back(begin_);
    split_run_on_notes();
    drop_paragraph();
    return true;
}

// "Ibid., document S/12342. 56 Ibid., document S/12323.": a scan runs the notes of a page together.
void DocumentBuilder::split_run_on_notes() {
    while (is_digit(notes_.back().label.empty() ? ' ' : notes_.back().label[0])) {
        auto& note = notes_.back();
        int number = 0;
        std::from_chars(note.label.data(), note.label.data() + note.label.size(), number);
        const auto label = std::to_string(number + 1);
        const auto opening = fmt::format(". {} ", label);
        const auto at = note.text.find(opening);
        const auto next = at + opening.size();
        if (at == std::string::npos || next >= note.text.size() || !is_upper(note.text[next])) return;
        Note following{label, note.text.substr(next), origins_of_rest(note.origins, next), {}, note.place};
        note.text.resize(at + 1);
        std::erase_if(note.origins, [&](const OriginRun& run) { return run.text_offset > at; });
        notes_.push_back(std::move(following));
        note_read_at_.push_back(begin_);
    }
}

// A row of stars that looked like a note.
void DocumentBuilder::drop_last_note() {
    notes_.pop_back();
    note_read_at_.pop_back();
}

// A report or a budget has no enacting formula: what follows its title is the document itself. A paragraph
// stands where the number before it says.
void DocumentBuilder::find_body_without_formula() {
    auto& blocks = document_.blocks;
    const auto is = [](Role role) { return [role](const Block& block) { return block.role == role; }; };
    if (std::any_of(blocks.begin(), blocks.end(), is(Role::formula))) return;
    auto block = std::find_if(blocks.begin(), blocks.end(), is(Role::title));
    bool begun = false;
    std::string location;
    for (; block != blocks.end(); ++block) {
        if (block->role == Role::operative || block->role == Role::annex) location = block->location;
        begun = begun || (block->role != Role::title && !is_masthead_line(text_of(document_, block->span)));
        if (block->role != Role::masthead || !begun) continue;
        block->role = Role::operative;
        block->location = location;
    }
}

Document DocumentBuilder::finish() {
    if (open_) end();
    find_body_without_formula();
    if (has_known_) {
        std::stable_sort(notes_.begin(), notes_.end(),
                         [](const Note& a, const Note& b) { return a.place < b.place; });
    } else {
        find_marks_of_notes();
    }
    for (std::size_t n = 0; n < notes_.size(); ++n) {
        auto& note = notes_[n];
        const auto begin = document_.text.size();
        for (const auto& run : note.origins)
            document_.origins.push_back({run.text_offset + begin, run.file_offset});
        for (const auto& r : note.references)
            document_.references.push_back({{r.span.begin + begin, r.span.end + begin}, r.href});
        document_.text += note.text;
        document_.blocks.push_back(
            {Role::note, fmt::format("fn{}", note.label), {begin, document_.text.size()}, -1, false, ""});
        document_.text += '\n';
    }
    bind_marks();
    complete_metadata();
    return std::move(document_);
}

void DocumentBuilder::complete_metadata() {
    auto& m = document_.metadata;
    const auto origin = [](const std::string& value) {
        return value.empty() ? Origin::unknown : Origin::document;
    };
    m.symbol_from = origin(m.symbol);
    m.title_from = origin(m.title);
    m.date_from = origin(m.date);
    m.language_from = origin(m.language);
    if (m.symbol.empty() && !symbol_of_file_.empty()) {
        m.symbol = symbol_of_file_;
        m.symbol_from = Origin::file_name;
    }
    if (m.language.empty()) {
        m.language = "en";
        m.language_from = Origin::assumed;
    }
}

// Labels may start again in each part of a document: a mark's note is the next one of its label.
void DocumentBuilder::bind_marks() {
    const auto first_note = document_.blocks.size() - notes_.size();
    std::vector<bool> taken(notes_.size());
    for (auto& m : document_.marks) {
        for (std::size_t n = 0; n < notes_.size(); ++n) {
            if (taken[n] || notes_[n].label != m.label) continue;
            taken[n] = true;
            m.note = static_cast<int>(first_note + n);
            auto& block = document_.blocks[first_note + n];
            const auto owner =
                std::lower_bound(document_.blocks.begin(), document_.blocks.end(), m.offset,
                                 [](const Block& b, std::size_t offset) { return b.span.end < offset; });
            if (owner != document_.blocks.end() && owner->span.begin <= m.offset) {
                block.speaker = owner->speaker;
                block.draft = owner->draft;
            }
            break;
        }
        if (m.note >= 0) continue;
        for (auto n = notes_.size(); n-- > 0;) {  // the same note called twice
            if (notes_[n].label == m.label) m.note = static_cast<int>(first_note + n);
        }
    }
    const auto speaker = first_speaker();
    for (auto& block : document_.blocks) {
        if (block.role == Role::note && block.speaker < 0) block.speaker = speaker;
    }
}

int DocumentBuilder::first_speaker() const {
    const auto found = std::find_if(document_.blocks.begin(), document_.blocks.end(),
                                    [](const Block& b) { return b.speaker >= 0; });
    return found == document_.blocks.end() ? -1 : found->speaker;
}

namespace {

bool is_year_end(std::string_view text, std::size_t at) {
    constexpr std::size_t digits = 4;
    if (at < digits + 1 || text[at - digits - 1] != ' ') return false;
    const auto year = text.substr(at - digits, digits);
    return count_digits(year) == digits && (year.starts_with("19") || year.starts_with("20"));
}

// "2015–2030" ends there.
bool is_end_of_years(std::string_view text, std::size_t at) {
    constexpr std::string_view dash = "–";
    constexpr std::size_t digits = 4;
    if (at < 2 * digits + dash.size()) return false;
    const auto years = text.substr(at - 2 * digits - dash.size(), 2 * digits + dash.size());
    return count_digits(years) == digits && years.substr(digits).starts_with(dash) &&
           count_digits(years.substr(digits + dash.size())) == digits;
}

bool ends_with_month(std::string_view text) {
    return std::any_of(month_words.begin(), month_words.end(),
                       [&](std::string_view month) { return text.ends_with(month); });
}

// The I of "Additional Protocol I6 to the Convention".
bool ends_roman_numeral(std::string_view before) {
    const auto numeral = before.substr(before.find_last_of(" \n") + 1);
    return !numeral.empty() && numeral.size() < before.size() &&
           numeral.find_first_not_of("IVX") == std::string_view::npos;
}

// Where the "[1]" begins that a web page put between a word and its mark ("human rights[1]52"); `at` if none
// does.
std::size_t bracketed_label_begin(std::string_view text, std::size_t at) {
    if (at < 1 || text[at - 1] != ']') return at;
    auto open = at - 1;
    while (open > 0 && is_digit(text[open - 1])) --open;
    const bool label = open > 1 && open < at - 1 && text[open - 1] == '[' && is_lower(text[open - 2]);
    return label ? open - 1 : at;
}

// "0F", "1F", "2H" behind a mark or in a row ("1 0F", "3F 4F 5F"): what the fields of a word processor leave.
// "article 1F" is none.
bool is_field_code(std::string_view word) {
    const auto digits = count_digits(word);
    return digits > 0 && digits <= 2 && word.size() == digits + 1 &&
           (word.back() == 'F' || word.back() == 'H');
}

std::string_view word_before(std::string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] != ' ') return {};
    const auto begin = at < 2 ? std::string_view::npos : text.find_last_of(" \n", at - 2);
    return text.substr(begin == std::string_view::npos ? 0 : begin + 1,
                       at - 1 - (begin == std::string_view::npos ? 0 : begin + 1));
}

std::string_view word_at(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find_first_of(" \n,;", at), text.size()) - at);
}

std::vector<std::pair<std::size_t, std::size_t>> field_codes(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    // One letter at a time, since finding either is many times slower.
    for (const char letter : {'F', 'H'}) {
        for (auto at = text.find(letter); at != std::string_view::npos; at = text.find(letter, at + 1)) {
            if (at == 0 || !is_digit(text[at - 1])) continue;
            auto begin = at;
            while (begin > 0 && is_digit(text[begin - 1])) --begin;
            if (begin == 0 || text[begin - 1] != ' ' || !is_field_code(word_at(text, begin))) continue;
            const auto before = word_before(text, begin);
            const bool after_mark =
                !before.empty() && before.size() <= 2 && count_digits(before) == before.size();
            const bool in_row = is_field_code(before) || (at + 2 < text.size() && text[at + 1] == ' ' &&
                                                          is_field_code(word_at(text, at + 2)));
            if (after_mark || in_row) found.emplace_back(begin, at + 1 - begin);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

// How sure it is that the digits at `at` call for a note; 0: they do not.
int mark_score(std::string_view text, std::size_t at, std::size_t length) {
    const char after = at + length < text.size() ? text[at + length] : '\n';
    if (is_digit(after) || (after == '.' && at + length + 1 < text.size() && is_digit(text[at + length + 1])))
        return 0;
    if (after == '/' && at + length + 1 < text.size() && is_digit(text[at + length + 1])) return 0;
    if (at == 0) return 0;
    const char before = text[at - 1];
    if (before == ']' && bracketed_label_begin(text, at) < at) return 5;
    if (is_digit(before) || before == '/' || before == '-' || before == '(' || before == '.') {
        const bool after_year = is_digit(before) && is_year_end(text, at) && !is_digit(after);
        if (is_end_of_years(text, at)) return 5;                              // "2015–20305 and"
        if (after_year && ends_with_month(text.substr(0, at - 5))) return 4;  // "of 19 July 20242 and"
        if (after_year && length > 1) return 2;                               // "in 1976108 and"
        if (after_year && text.substr(0, at - 4).ends_with(" of "))
            return 2;  // "Convention of 19617 as amended"
        return before == '.' && at >= 2 && is_lower(text[at - 2]) && (after == ' ' || after == '\n') ? 2 : 0;
    }
    if (is_lower(before) || before == ')' || before == ',' || before == ';' ||
        static_cast<unsigned char>(before) >= 0x80) {
        if (after == '%') return 0;
        return !is_lower(after) ? 5 : is_lower(before) ? 2 : 0;  // "Agreement4and"
    }
    if (ends_roman_numeral(text.substr(0, at))) return after == ' ' || after == ',' ? 4 : 0;
    if (before != ' ' || at < 2) return 0;
    if (after != ' ' && after != ',' && after != ';' && after != '.' && after != '\n' && after != '/' &&
        after != ':')
        return 0;
    const char punctuation = text[at - 2];
    if (punctuation == ',' || punctuation == ';' || punctuation == ')' ||
        text.substr(0, at - 1).ends_with(closing_quote)) {
        return starts_with_any(text.substr(std::min(text.size(), at + length + 1)), month_words) ? 0 : 4;
    }
    // "Declaration 5 and", but not "paragraph 5 and" nor "5 May".
    const auto word_begin = text.substr(0, at - 1).find_last_of(" \n");
    const auto word = text.substr(word_begin == std::string_view::npos ? 0 : word_begin + 1,
                                  at - 2 - (word_begin == std::string_view::npos ? 0 : word_begin));
    const bool other_agenda = word == "Agenda" && text.substr(at, length) != "21";  // "New Urban Agenda 7 is"
    if (!other_agenda && std::find(counted_words.begin(), counted_words.end(), word) != counted_words.end())
        return 0;
    if (starts_with_any(text.substr(std::min(text.size(), at + length + 1)), month_words)) return 0;
    return 3;
}

}  // namespace

// The marks that a text without superscripts leaves among the words: "Nations, 1 which", "Conventions3 and",
// "human rights, 1/ the". Looked for between the marks of the notes before and after, on the page of the
// note.
void DocumentBuilder::find_marks_of_notes() {
    struct Found {
        std::size_t at, length;
        std::string label;
    };
    std::vector<Found> found;
    std::size_t from = 0;
    const std::string_view text = document_.text;
    std::vector<std::string_view> marked;
    for (const auto& m : document_.marks) marked.push_back(m.label);
    for (std::size_t n = 0; n < notes_.size(); ++n) {
        const auto& label = notes_[n].label;
        if (std::find(marked.begin(), marked.end(), label) != marked.end() || label.empty()) continue;
        const auto until = std::min(text.size(), note_read_at_[n] + std::size_t{0});
        std::size_t best_at = 0;
        int best = 0;
        const auto look = [&](std::size_t first, std::size_t last, int least) {
            for (auto at = text.find(label, first); at != std::string_view::npos && at < last && best < 4;
                 at = text.find(label, at + 1)) {
                const int score = is_digit(label[0]) ? mark_score(text, at, label.size()) : 1;
                if (score <= best || score < least) continue;
                best = score;
                best_at = at;
            }
        };
        look(from, until, 1);
        // A scan may have read a note before the page that calls it; then only a glued mark is sure.
        if (best == 0 && label.size() > 1 && is_digit(label[0])) look(until, text.size(), 5);
        if (best == 0) continue;
        auto length = label.size();
        if (best_at + length < text.size() && text[best_at + length] == '/') ++length;
        found.push_back({best_at, length, label});
        from = best_at + length;
    }
    const auto is_found = [&](std::size_t at) {
        return std::any_of(found.begin(), found.end(), [&](const Found& f) { return f.at == at; });
    };
    // Where one mark is written "6/", all are: a note may be called again.
    const bool with_slash = std::any_of(found.begin(), found.end(),
                                        [&](const Found& f) { return text[f.at + f.length - 1] == '/'; });
    for (std::size_t n = 0; with_slash && n < notes_.size(); ++n) {
        const auto printed = notes_[n].label + "/";
        for (auto at = text.find(printed); at != std::string_view::npos; at = text.find(printed, at + 1)) {
            const char after = at + printed.size() < text.size() ? text[at + printed.size()] : '\n';
            const bool alone = at > 0 && text[at - 1] == ' ' && (after == ' ' || after == '\n');
            if (alone && !is_found(at)) found.push_back({at, printed.size(), notes_[n].label});
        }
    }
    // A note of a scanned page may be called twice: "Near East17 and".
    for (const auto& note : notes_) {
        if (note.label.size() < 2 || !is_digit(note.label[0])) continue;
        for (auto at = text.find(note.label); at != std::string_view::npos;
             at = text.find(note.label, at + 1)) {
            const bool glued = mark_score(text, at, note.label.size()) >= 5 && is_lower(text[at - 1]);
            if (glued && !is_found(at)) found.push_back({at, note.label.size(), note.label});
        }
    }
    if (notes_.empty()) {
        for (const auto& [at, length] : stray_marks())
            found.push_back({at, length, std::string(text.substr(at, length))});
    }
    for (const auto& [at, length] : field_codes(text)) found.push_back({at, length, ""});
    remove_marks_from_text([&] {
        std::vector<RemovedMark> removed;
        for (const auto& f : found) {
            auto at = f.at;
            auto length = f.length;
            if (const auto open = bracketed_label_begin(text, at); open < at) length += at - open, at = open;
            if (at > 0 && text[at - 1] == ' ') --at, ++length;
            removed.push_back({at, length, f.label});
        }
        return removed;
    }());
}

// Digits glued to a word or a comma, where the notes themselves are lost: "Convention1 is", "2004,6 to".
std::vector<std::pair<std::size_t, std::size_t>> DocumentBuilder::stray_marks() const {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    const std::string_view text = document_.text;
    for_each_number(text, [&](std::size_t at) {
        if (at < 4) return;
        const char before = text[at - 1];
        if (before != ',' && !is_lower(before)) return;  // as before nearly every number
        const auto length = count_digits(text.substr(at, 4));
        const char after = at + length < text.size() ? text[at + length] : '\n';
        const bool ends =
            after == ' ' || after == ',' || after == ';' || after == '.' || after == '\n' || after == ':';
        const bool glued =
            is_lower(before) && is_lower(text[at - 2]) && is_lower(text[at - 3]) && is_lower(text[at - 4]);
        const bool after_comma =
            before == ',' && (is_lower(text[at - 2]) || is_digit(text[at - 2]) || text[at - 2] == ')') &&
            after == ' ' && at + length + 1 < text.size() && !is_digit(text[at + length + 1]);
        if (length <= 2 && ends && (glued || after_comma)) found.emplace_back(at, length);
    });
    return found;
}

void DocumentBuilder::remove_marks_from_text(std::vector<RemovedMark> removed) {
    if (removed.empty()) return;
    std::sort(removed.begin(), removed.end(),
              [](const RemovedMark& a, const RemovedMark& b) { return a.at < b.at; });
    // Two ways to find marks may both have found one.
    for (std::size_t i = 1; i < removed.size();) {
        if (removed[i].at < removed[i - 1].at + removed[i - 1].length)
            removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    auto& old = document_.text;
    std::string text;
    text.reserve(old.size());
    std::vector<OriginRun> runs;
    std::size_t run = 0;
    std::size_t from = 0;
    const auto copy_until = [&](std::size_t until) {
        const auto shift = from - text.size();
        bool resumed = from != 0;
        while (run < document_.origins.size() && document_.origins[run].text_offset < until) {
            const auto& o = document_.origins[run];
            if (o.text_offset < from) {
                ++run;
                continue;
            }
            if (resumed && o.text_offset > from && run > 0)
                runs.push_back({from - shift, document_.origins[run - 1].file_offset + from -
                                                  document_.origins[run - 1].text_offset});
            resumed = false;
            runs.push_back({o.text_offset - shift, o.file_offset});
            ++run;
        }
        if (resumed && run > 0 && from < until)
            runs.push_back({from - shift, document_.origins[run - 1].file_offset + from -
                                              document_.origins[run - 1].text_offset});
        text.append(old, from, until - from);
    };
    for (const auto& r : removed) {
        copy_until(r.at);
        from = r.at + r.length;
    }
    copy_until(old.size());
    const auto moved = [&](std::size_t at) {
        std::size_t gone = 0;
        for (const auto& r : removed) {
            if (r.at >= at) break;
            gone += std::min(r.length, at - r.at);
        }
        return at - gone;
    };
    for (auto& block : document_.blocks) block.span = {moved(block.span.begin), moved(block.span.end)};
    for (auto& r : document_.references) r.span = {moved(r.span.begin), moved(r.span.end)};
    for (auto& m : document_.marks) m.offset = moved(m.offset);
    for (const auto& r : removed) {
        if (!r.label.empty()) document_.marks.push_back({moved(r.at), r.label, -1});
    }
    std::stable_sort(document_.marks.begin(), document_.marks.end(),
                     [](const NoteMark& a, const NoteMark& b) { return a.offset < b.offset; });
    old = std::move(text);
    document_.origins = std::move(runs);
}

}  // namespace resograph
