#include "importers/text_pages.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "importers/hyphens.hpp"
#include "importers/structure.hpp"
#include "importers/structure_words.hpp"

namespace resograph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

struct Line {
    std::string_view text;    // without the blanks around it
    std::size_t offset = 0;   // of text, in the file
    std::size_t indent = 0;   // in columns
    bool page_start = false;  // a form feed stood before it
};

std::vector<Line> split_lines(std::string_view bytes) {
    std::vector<Line> lines;
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < bytes.size()) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        Line line;
        auto from = at;
        while (from < end &&
               (bytes[from] == ' ' || bytes[from] == '\t' || bytes[from] == '\f' || bytes[from] == '\r')) {
            line.page_start = line.page_start || bytes[from] == '\f';
            line.indent = bytes[from] == '\f' ? 0 : line.indent + (bytes[from] == '\t' ? 8 : 1);
            ++from;
        }
        auto to = end;
        while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == '\r' || bytes[to - 1] == '\t')) --to;
        line.text = bytes.substr(from, to - from);
        line.offset = from;
        lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

bool is_rule(std::string_view text) {
    return text.size() >= 5 && text.find_first_not_of("_-") == std::string_view::npos;
}

// "23-25915 (E) 291223", "*2325915*", "2/3", "23-25915   3/3": what the printer adds to a page.
bool is_page_furniture(std::string_view text) {
    if (text.empty()) return false;
    if (text.find_first_not_of("0123456789*-/() E.|") != std::string_view::npos) return false;
    const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
    if (digits < 2) return false;
    if (text.front() == '*' && text.back() == '*') return true;
    const auto slash = text.find('/');
    const bool page_of =
        slash != std::string_view::npos && slash > 0 && slash <= 3 && is_digit(text[slash - 1]);
    const bool job =
        text.size() >= 8 && is_digit(text[0]) && is_digit(text[1]) && text[2] == '-' && digits >= 7;
    const bool last_page = text.size() > 4 && text.find("-") != std::string_view::npos && digits >= 8;
    return page_of || job || last_page;
}

// The lines of one page, from a form feed to the next.
struct Page {
    std::size_t first = 0;
    std::size_t last = 0;  // one past
};

std::vector<Page> split_pages(const std::vector<Line>& lines) {
    std::vector<Page> pages;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (pages.empty() || lines[i].page_start) pages.push_back({i, i});
        pages.back().last = i + 1;
    }
    return pages;
}

// The running title at the top of a page that is not the first: the lines up to a blank one, if they hold a
// symbol.
std::size_t skip_running_title(const std::vector<Line>& lines, const Page& page) {
    constexpr std::size_t most_lines = 6;
    bool has_symbol = false;
    auto i = page.first;
    while (i < page.last && lines[i].text.empty()) ++i;
    for (const auto begin = i; i < page.last && i - begin < most_lines; ++i) {
        if (lines[i].text.empty()) return has_symbol ? i : page.first;
        for (const std::string_view organ : {"A/RES/", "S/RES/", "E/RES/", "A/HRC/", "A/", "S/", "E/"}) {
            const auto at = lines[i].text.find(organ);
            const bool alone = at != std::string_view::npos && (at == 0 || lines[i].text[at - 1] == ' ') &&
                               lines[i].text.find(' ', at) == std::string_view::npos;
            has_symbol =
                has_symbol || alone || (at == 0 && lines[i].text.find("   ") != std::string_view::npos);
        }
    }
    return page.first;
}

class PageReader {
public:
    PageReader(std::string_view text, std::string_view file, std::string_view format, bool same_offsets)
        : lines_(split_lines(text)), same_offsets_(same_offsets), builder_(file, format), hyphens_(text) {}

    Document read() {
        const auto pages = split_pages(lines_);
        laid_out_ = is_laid_out();
        for (std::size_t p = 0; p < pages.size(); ++p) read_page(pages[p], p > 0);
        end_paragraph();
        return builder_.finish();
    }

private:
    // Text set in pages has first lines that are indented more than the rest, and no blank line between
    // paragraphs.
    bool is_laid_out() const {
        std::size_t indented = 0, filled = 0;
        for (const auto& line : lines_) {
            filled += !line.text.empty();
            indented += line.indent >= 8 && !line.text.empty();
        }
        return indented * 2 > filled;
    }

    void read_page(const Page& page, bool follows) {
        blank_before_ = blank_before_ && !follows;
        auto i = follows ? skip_running_title(lines_, page) : page.first;
        while (laid_out_ && i < page.last && lines_[i].text.empty()) ++i;
        page_begins_ = follows;
        while (i < page.last) {
            const auto notes = note_area(i, page.last);
            margin_ = margin_of(i, notes);
            measure_ = longest(i, notes);
            for (; i < notes; ++i) read_line(lines_[i]);
            if (notes < page.last) i = read_notes(notes + 1, page.last);
        }
    }

    // In a text without pages the notes end where, after a blank line, a numbered paragraph begins.
    bool ends_notes(std::size_t i) const {
        return !laid_out_ && i > 0 && lines_[i - 1].text.empty() && begins_with_number(lines_[i].text);
    }

    // The line of underscores above the notes; page.last if there is none.
    std::size_t note_area(std::size_t first, std::size_t last) const {
        for (auto i = first; i < last; ++i) {
            if (is_rule(lines_[i].text) && i + 1 < last && starts_note(i + 1, last)) return i;
        }
        return last;
    }

    bool starts_note(std::size_t i, std::size_t last) const {
        while (i < last && lines_[i].text.empty()) ++i;
        return i < last && !note_label(lines_[i].text).empty();
    }

    // "3", "3 A/78/506.", "*": the label at the front of a line of the note area.
    static std::string_view note_label(std::string_view text) {
        std::size_t n = 0;
        while (n < text.size() && is_digit(text[n])) ++n;
        if (n == 0 && text.starts_with('*'))
            n = text.find_first_not_of('*') == std::string_view::npos ? text.size()
                                                                      : text.find_first_not_of('*');
        const bool ends = n == text.size() || text[n] == ' ' || text.substr(n).starts_with("/ ");
        return n > 0 && n <= 3 && ends ? text.substr(0, n) : std::string_view{};
    }

    // "21 November 1947, the Convention" in the middle of note 1 is no note 21.
    static bool follows(std::string_view label, std::string_view before, std::string_view line) {
        if (!is_digit(label[0]) || !is_digit(before[0]) || line == label) return true;
        const auto rest = line.substr(std::min(line.size(), label.size() + 1));
        const bool is_day = std::any_of(month_words.begin(), month_words.end(),
                                        [&](std::string_view month) { return rest.starts_with(month); });
        return number(label) == number(before) + 1 && !is_day;
    }

    static int number(std::string_view digits) {
        int value = 0;
        for (const char c : digits) value = 10 * value + (c - '0');
        return value;
    }

    // The column where most lines of running text begin.
    std::size_t margin_of(std::size_t first, std::size_t last) const {
        std::array<std::size_t, 120> count{};
        for (auto i = first; i < last; ++i) {
            constexpr std::size_t running = 50;
            if (lines_[i].text.size() >= running && lines_[i].indent < count.size())
                ++count[lines_[i].indent];
        }
        const auto most = std::max_element(count.begin(), count.end());
        return *most == 0 ? 0 : static_cast<std::size_t>(most - count.begin());
    }

    std::size_t longest(std::size_t first, std::size_t last) const {
        std::size_t length = 0;
        for (auto i = first; i < last; ++i)
            length = std::max(length, lines_[i].indent + lines_[i].text.size());
        return length;
    }

    // A line that leaves a third of the measure empty is the last of its paragraph.
    bool is_short(const Line& line) const {
        return 3 * (line.indent + line.text.size()) < margin_ + 2 * measure_;
    }

    // Whether the paragraph at the end of the page before is a whole one.
    bool ended_above(const Line& line) const { return last_was_short_ && !is_lower(line.text[0]); }

    void read_line(const Line& line) {
        if (line.text.empty()) {
            blank_before_ = true;
            if (!laid_out_) end_paragraph();
            return;
        }
        if (is_page_furniture(line.text) || is_rule(line.text)) return;
        if (starts_paragraph(line)) end_paragraph();
        add(line);
        blank_before_ = false;
    }

    bool starts_paragraph(const Line& line) const {
        if (!in_paragraph_) return true;
        if (begins_with_number(line.text) && !(laid_out_ && line.indent < margin_)) return true;
        if (line.text.starts_with("“") && !laid_out_) return true;
        if (one_line_ && DocumentBuilder::opens_division(line_before_)) return true;
        if (!laid_out_) return false;
        if (page_begins_ && ended_above(line)) return true;
        const bool first_line = line.indent >= margin_ + first_line_indent && line.indent < margin_ + centred;
        const bool set_apart =
            line.indent >= margin_ + centred && (blank_before_ || last_indent_ < margin_ + first_line_indent);
        return first_line || set_apart || (blank_before_ && !is_lower(line.text[0]));
    }

    static bool begins_with_number(std::string_view text) {
        std::size_t n = 0;
        while (n < text.size() && is_digit(text[n])) ++n;
        if (n > 0 && n <= 3 && n + 1 < text.size() && text[n] == '.' && text[n + 1] == ' ') return true;
        if (!text.starts_with("(")) return false;
        const auto close = text.find(')');
        return close != std::string_view::npos && close >= 2 && close <= 5 && close + 1 < text.size() &&
               text[close + 1] == ' ' &&
               std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(close), is_lower);
    }

    void add(const Line& line) {
        one_line_ = !in_paragraph_;
        if (!in_paragraph_) {
            // After the notes of a page, a line that is not indented goes on with the paragraph above them.
            const bool goes_on = cut_ && laid_out_ && line.indent < margin_ + first_line_indent &&
                                 !begins_with_number(line.text) && !ended_above(line);
            builder_.begin(goes_on ? Hint::continuation : Hint::plain);
            in_paragraph_ = true;
            cut_ = false;
        }
        append(line.text, line.offset);
        last_indent_ = line.indent;
        last_was_short_ = is_short(line);
        page_begins_ = false;
    }

    // A line of a paragraph or a note. Its hyphen waits for the next line.
    void append(std::string_view text, std::size_t offset) {
        if (!line_before_.empty() && line_end_hyphen(line_before_).empty()) builder_.append(" ");
        if (!hyphens_.breaks_word(line_before_, text)) append_hyphen();
        line_before_ = text;
        line_offset_ = offset;
        append_at(text.substr(0, text.size() - line_end_hyphen(text).size()), offset);
    }

    void append_hyphen() {
        const auto hyphen = line_end_hyphen(line_before_);
        append_at(hyphen, line_offset_ + line_before_.size() - hyphen.size());
        line_before_ = {};
    }

    void append_at(std::string_view text, std::size_t offset) {
        builder_.append(text, same_offsets_ ? offset : DocumentBuilder::no_offset);
    }

    void end() {
        append_hyphen();
        builder_.end();
    }

    void end_paragraph() {
        if (in_paragraph_) end();
        in_paragraph_ = false;
    }

    // The notes at a page's end; the paragraph above may go on on the next page.
    std::size_t read_notes(std::size_t first, std::size_t last) {
        cut_ = in_paragraph_ || cut_;
        end_paragraph();
        bool open = false;
        std::string_view last_label;
        auto i = first;
        for (; i < last && !(open && ends_notes(i)); ++i) {
            auto text = lines_[i].text;
            if (text.empty() || is_page_furniture(text) || is_rule(text)) continue;
            if (const auto label = note_label(text);
                !label.empty() && (!open || follows(label, last_label, text))) {
                last_label = label;
                if (open) end();
                builder_.begin_note(label);
                open = true;
                const auto rest = text.find_first_not_of(" /", label.size());
                if (rest != std::string_view::npos) append(text.substr(rest), lines_[i].offset + rest);
            } else if (open) {
                append(text, lines_[i].offset);
            }
        }
        if (open) end();
        return i;
    }

    static constexpr std::size_t first_line_indent = 3;
    static constexpr std::size_t centred = 12;

    std::vector<Line> lines_;
    bool same_offsets_;
    DocumentBuilder builder_;
    bool laid_out_ = false;
    std::size_t margin_ = 0;
    bool in_paragraph_ = false;
    bool one_line_ = false;  // has been read of the paragraph
    bool blank_before_ = true;
    bool cut_ = false;         // notes stood between the halves of a paragraph
    std::size_t measure_ = 0;  // the end of the longest line
    std::size_t last_indent_ = 0;
    bool last_was_short_ = false;
    bool page_begins_ = false;
    Hyphens hyphens_;
    std::string_view line_before_;  // of the same paragraph
    std::size_t line_offset_ = 0;
};

}  // namespace

Document read_text_pages(std::string_view text, std::string_view file, std::string_view format,
                         bool same_offsets) {
    return PageReader(text, file, format, same_offsets).read();
}

}  // namespace resograph
