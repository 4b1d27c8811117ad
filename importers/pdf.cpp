// PDF. Poppler says which words stand where on a page; here they become lines as `pdftotext -layout` sets
// them, with raised digits as superscripts, and text_pages.hpp does the rest. Links are found by the place of
// their words.
#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

#include <fmt/format.h>

#include "importers/importer.hpp"
#include "importers/pdf_links.hpp"
#include "importers/text_encoding.hpp"
#include "importers/text_pages.hpp"

namespace resograph {

namespace {

struct Word {
    std::string text;
    double left = 0, right = 0;  // in points
    double baseline = 0;         // from the top of the page
    double size = 0;             // of the font
    const PdfLink* link = nullptr;
};

struct Line {
    std::vector<Word> words;  // from left to right
    double baseline = 0;
    double size = 0;
};

double left_of(const Line& line) { return line.words.front().left; }
double right_of(const Line& line) { return line.words.back().right; }

// Smaller than this share of the words around it, a word is a mark or an exponent.
constexpr double raised_size = 0.78;
// Notes are set smaller than the text, if only a little: 8.5 to 10 points.
constexpr double note_size = 0.92;
// Blanks are wider than a fifth of the font's size, even in tight lines; what Poppler parts at less is letter
// spacing: "increasin g".
constexpr double widest_letter_space = 0.15;

std::string as_text(const poppler::ustring& text) {
    const auto utf8 = text.to_utf8();
    return {utf8.begin(), utf8.end()};
}

// The letters of which Unicode's ligatures U+FB00 to U+FB06 consist.
std::string without_ligatures(std::string text) {
    constexpr std::array<std::string_view, 7> letters{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    constexpr std::string_view first_bytes = "\xEF\xAC";
    for (auto at = text.find(first_bytes); at != std::string::npos; at = text.find(first_bytes, at + 1)) {
        const auto which = at + 2 < text.size() ? static_cast<unsigned char>(text[at + 2]) - 0x80U : 7U;
        if (which < letters.size()) text.replace(at, 3, letters[which]);
    }
    return text;
}

// The link whose rectangle holds the middle of the box.
const PdfLink* link_at(const poppler::rectf& box, const std::vector<PdfLink>& links) {
    const auto found = std::find_if(links.begin(), links.end(), [&](const PdfLink& link) {
        return link.holds((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2);
    });
    return found == links.end() ? nullptr : &*found;
}

// Places on a page of which most words are turned are those of the page turned back.
struct Turned {
    poppler::rectf box;
    int quarters = 0;
    Word word(std::string text, double size) const {
        constexpr double below_baseline = 0.22;
        Word word{std::move(text), box.left(), box.right(), box.bottom(), size};
        if (quarters == 1) word.left = box.top(), word.right = box.bottom(), word.baseline = -box.left();
        if (quarters == 2) word.left = -box.right(), word.right = -box.left(), word.baseline = -box.top();
        if (quarters == 3) word.left = -box.bottom(), word.right = -box.top(), word.baseline = box.right();
        word.baseline -= below_baseline * size;
        return word;
    }
};

std::vector<Word> words_of(const poppler::page& page, const std::vector<PdfLink>& links) {
    const auto boxes = page.text_list(poppler::page::text_list_include_font);
    std::array<std::size_t, 4> turned{};
    for (const auto& box : boxes) ++turned[static_cast<std::size_t>(box.rotation()) % turned.size()];
    const auto usual = static_cast<int>(std::max_element(turned.begin(), turned.end()) - turned.begin());
    std::vector<Word> words;
    words.reserve(boxes.size());
    for (const auto& box : boxes) {
        if (box.rotation() % 4 != usual) continue;  // the barcode's number, set along the margin
        auto word =
            Turned{box.bbox(), usual}.word(without_ligatures(as_text(box.text())), box.get_font_size());
        word.link = link_at(box.bbox(), links);
        const bool usable = std::isfinite(word.left) && std::isfinite(word.right) &&
                            std::isfinite(word.baseline) && word.size > 0 && std::isfinite(word.size);
        if (usable && !word.text.empty()) words.push_back(std::move(word));
    }
    return words;
}

// The size in which most of the text is set.
double usual_size(const std::vector<Word>& words) {
    std::map<long, std::size_t> letters;
    for (const auto& word : words) letters[std::lround(word.size * 4)] += word.text.size();
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : static_cast<double>(most->first) / 4;
}

// Words of one baseline are a line; a small word joins the line beside which it stands.
std::vector<Line> lines_of(std::vector<Word> words, double usual) {
    const auto small = std::stable_partition(
        words.begin(), words.end(), [&](const Word& word) { return word.size > raised_size * usual; });
    const auto by_baseline = [](const Word& a, const Word& b) { return a.baseline < b.baseline; };
    std::stable_sort(words.begin(), small, by_baseline);
    std::stable_sort(small, words.end(), by_baseline);
    std::vector<Line> lines;
    const auto add = [&](Word& word, double above, double below, std::size_t first) {
        const auto line =
            std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(), [&](const Line& l) {
                return word.baseline > l.baseline - above * l.size &&
                       word.baseline < l.baseline + below * l.size;
            });
        if (line == lines.end())
            lines.push_back({{std::move(word)}, word.baseline, word.size});
        else
            line->words.push_back(std::move(word));
        return line == lines.end();
    };
    for (auto word = words.begin(); word != small; ++word)
        add(*word, 0.3, 0.3, lines.empty() ? 0 : lines.size() - 1);
    std::size_t first = 0;
    for (auto word = small; word != words.end(); ++word) {
        while (first < lines.size() && lines[first].baseline + lines[first].size < word->baseline) ++first;
        add(*word, 0.9, 0.3, first);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.baseline < b.baseline; });
    for (auto& line : lines) {
        std::stable_sort(line.words.begin(), line.words.end(),
                         [](const Word& a, const Word& b) { return a.left < b.left; });
        line.size = usual_size(line.words);
    }
    return lines;
}

// --- columns

bool spans(const Line& line, double place, double clear) {
    double before = -std::numeric_limits<double>::infinity();
    for (const auto& word : line.words) {
        if (word.left >= place) return word.left - before < clear;
        if (word.right > place) return true;
        before = word.right;
    }
    return false;
}

// The place between two columns; nothing on a page of one.
std::optional<double> gutter_of(const std::vector<Line>& lines, double usual) {
    constexpr std::size_t fewest_lines = 8;
    if (lines.size() < fewest_lines) return std::nullopt;
    double left = left_of(lines.front()), right = right_of(lines.front());
    for (const auto& line : lines)
        left = std::min(left, left_of(line)), right = std::max(right, right_of(line));
    std::optional<double> gutter;
    auto fewest_spanning = lines.size() / 4 + 1;
    const double width = right - left;
    for (int percent = 35; percent <= 65; ++percent) {
        const double place = left + width * percent / 100;
        std::size_t spanning = 0, on_left = 0, on_right = 0;
        double filled = 0;
        for (const auto& line : lines) {
            if (spans(line, place, 1.2 * usual)) {
                ++spanning;
                continue;
            }
            on_left += left_of(line) < place;
            on_right += right_of(line) > place;
            for (const auto& word : line.words) {
                if (word.left >= place) filled += word.right - word.left;
            }
        }
        // A column of running text, not the dates beside a heading.
        const bool full = filled > 0.5 * (right - place) * static_cast<double>(on_right);
        if (on_left < fewest_lines || on_right < fewest_lines || !full || spanning >= fewest_spanning)
            continue;
        fewest_spanning = spanning;
        gutter = place;
    }
    return gutter;
}

using Lines = std::vector<Line>;

// The lines in the order of reading, column by column: a line across both ends what stands above it.
std::vector<Lines> columns_of(Lines lines, double usual) {
    const auto gutter = gutter_of(lines, usual);
    if (!gutter) return {std::move(lines)};
    std::vector<Lines> columns(1);
    Lines right_column;
    double shift = 0;
    const auto end_columns = [&] {
        if (right_column.empty()) return;
        columns.push_back(std::move(right_column));
        columns.emplace_back();
        right_column.clear();
    };
    double left = std::numeric_limits<double>::infinity(), right = left;
    for (const auto& line : lines) {
        for (const auto& word : line.words)
            (word.left < *gutter ? left : right) = std::min(word.left < *gutter ? left : right, word.left);
    }
    shift = right - left;
    for (auto& line : lines) {
        if (spans(line, *gutter, 1.2 * usual)) {
            end_columns();
            columns.back().push_back(std::move(line));
            continue;
        }
        const auto split = std::find_if(line.words.begin(), line.words.end(),
                                        [&](const Word& word) { return word.left >= *gutter; });
        if (split != line.words.end()) {
            Line part{{split, line.words.end()}, line.baseline, line.size};
            for (auto& word : part.words) word.left -= shift, word.right -= shift;
            right_column.push_back(std::move(part));
        }
        if (split != line.words.begin())
            columns.back().push_back({{line.words.begin(), split}, line.baseline, line.size});
    }
    end_columns();
    return columns;
}

// --- lines as text

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "3", "*", also "12,13".
bool is_label(std::string_view text) {
    constexpr std::size_t longest = 8;
    return text.size() <= longest && text.front() != ',' &&
           text.find_first_not_of("0123456789*,") == std::string_view::npos;
}

bool is_mark(const Word& word, const Line& line) {
    return is_label(word.text) && word.size < raised_size * line.size &&
           word.baseline < line.baseline - 0.1 * line.size;
}

std::string superscript(std::string_view labels) {
    constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char c : labels) {
        if (is_digit(c))
            text += raised[static_cast<std::size_t>(c - '0')];
        else
            text += c == ',' ? ' ' : c;
    }
    return text;
}

// The length of the label in "1General Assembly", as LibreOffice sets notes that have no tab.
std::size_t glued_label(std::string_view word) {
    constexpr std::size_t longest = 3;
    const auto length = std::min(word.find_first_not_of("0123456789"), word.size());
    const bool capital = length < word.size() && word[length] >= 'A' && word[length] <= 'Z';
    return capital && length <= longest ? length : 0;
}

class PageWriter {
public:
    PageWriter(std::string& text, std::vector<SourceReference>& links) : text_(text), links_(links) {}

    void write(const Lines& lines, double usual) {
        if (lines.empty()) return;
        usual_ = usual;
        const auto notes = first_note(lines);
        const auto pitch = std::min(usual_pitch(lines), double_spaced * usual);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto& line = lines[i];
            const double above = i == 0 ? 0 : line.baseline - lines[i - 1].baseline;
            if (above > std::max(1.25 * pitch, 1.5 * std::max(line.size, i == 0 ? 0 : lines[i - 1].size)))
                text_ += '\n';
            if (i == notes) text_ += "__________\n";
            in_notes_ = i >= notes;
            write(line);
        }
    }

private:
    // Where notes begin that no line of underscores sets apart: small print to the end of the page, with a
    // label at its front.
    std::size_t first_note(const Lines& lines) const {
        auto first = lines.size();
        for (auto i = lines.size(); i-- > 0;) {
            const auto& words = lines[i].words;
            if (words.front().text.starts_with("____")) return lines.size();
            const bool small = lines[i].size < note_size * usual_;
            if (!small && i + 3 < lines.size()) break;  // below the notes only the number of the page
            const auto& word = words.front().text;
            if (small && ((is_label(word) && words.size() > 1) || glued_label(word) > 0)) first = i;
        }
        return first;
    }

    static constexpr double double_spaced = 2.4;

    static double usual_pitch(const Lines& lines) {
        std::vector<double> pitches;
        for (std::size_t i = 1; i < lines.size(); ++i)
            pitches.push_back(lines[i].baseline - lines[i - 1].baseline);
        if (pitches.empty()) return 0;
        const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
        std::nth_element(pitches.begin(), middle, pitches.end());
        return *middle;
    }

    void write(const Line& line) {
        const double column = usual_ / 2;
        const Word* before = nullptr;
        for (const auto& word : line.words) {
            if (before && is_mark(word, line)) {
                if (is_mark(*before, line)) text_ += ' ';
                text_ += superscript(word.text);
            } else {
                const double gap = word.left - (before ? before->right : 0);
                const bool label_before = before == &line.words.front() && is_mark(*before, line);
                const bool apart = gap > widest_letter_space * std::max(word.size, 0.8 * line.size);
                if (!before || apart || label_before) text_.append(blanks(gap / column, !before), ' ');
                if (word.link) add_link(word);
                const auto label = in_notes_ && !before ? glued_label(word.text) : 0;
                text_.append(word.text, 0, label);
                if (label > 0) text_ += ' ';
                text_.append(word.text, label);
            }
            before = &word;
        }
        text_ += '\n';
    }

    // The words of one link are one reference.
    void add_link(const Word& word) {
        if (last_link_ != word.link) links_.push_back({{text_.size(), 0}, word.link->href});
        links_.back().span.end = text_.size() + word.text.size();
        last_link_ = word.link;
    }

    static std::size_t blanks(double columns, bool indent) {
        constexpr double widest = 200;
        const auto wanted = static_cast<std::size_t>(std::lround(std::clamp(columns, 0.0, widest)));
        return indent ? wanted : std::max<std::size_t>(wanted, 1);
    }

    std::string& text_;
    std::vector<SourceReference>& links_;
    const PdfLink* last_link_ = nullptr;
    double usual_ = 0;
    bool in_notes_ = false;
};

// "2, 5–7"
std::string ranges(const std::vector<int>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto first = i;
        while (i + 1 < numbers.size() && numbers[i + 1] == numbers[i] + 1) ++i;
        if (!text.empty()) text += ", ";
        text += std::to_string(numbers[first]);
        if (i > first) text += fmt::format("–{}", numbers[i]);
    }
    return text;
}

Diagnostic about(std::string_view file, Severity severity, std::string message) {
    return {severity, std::string(file), {}, std::move(message)};
}

bool recognises_pdf(std::string_view bytes) {
    constexpr std::size_t head = 1024;  // readers allow as much before the header
    return bytes.substr(0, head).find("%PDF-") != std::string_view::npos;
}

// How often Poppler complained on this thread: its function for errors is the process's, and knows no
// document.
thread_local std::size_t complaints = 0;

void listen_to_poppler() {
    static std::once_flag once;
    std::call_once(once, [] {
        poppler::set_debug_error_function([](const std::string&, void*) { ++complaints; }, nullptr);
    });
}

struct PdfText {
    std::string text;
    std::vector<int> without_text;  // pages, from 1
    std::vector<int> damaged;
    std::vector<SourceReference> links;  // in this text
};

PdfText text_of_pages(const poppler::document& pdf, int pages, std::string_view bytes) {
    PdfText result;
    auto links = links_of_pages(bytes);
    links.resize(static_cast<std::size_t>(pages));
    for (int number = 0; number < pages; ++number) {
        const auto before = complaints;
        const std::unique_ptr<poppler::page> page(pdf.create_page(number));
        auto words = page ? words_of(*page, links[static_cast<std::size_t>(number)]) : std::vector<Word>{};
        if (complaints != before) result.damaged.push_back(number + 1);
        if (words.empty()) {
            result.without_text.push_back(number + 1);
            continue;
        }
        const double usual = usual_size(words);
        for (const auto& column : columns_of(lines_of(std::move(words), usual), usual)) {
            if (column.empty()) continue;
            if (!result.text.empty()) result.text += '\f';
            PageWriter(result.text, result.links).write(column, usual);
        }
    }
    return result;
}

// A linked word comes with the punctuation around it: "(A/78/429," and "1514 (XV).".
Span without_punctuation(std::string_view text, Span span) {
    constexpr std::string_view closing = ".,;:";
    const auto words = [&] { return text.substr(span.begin, span.end - span.begin); };
    if (words().starts_with('(')) ++span.begin;
    const auto ends_outside = [&] {
        if (words().empty()) return false;
        const auto count = [&](char bracket) { return std::count(words().begin(), words().end(), bracket); };
        return closing.find(words().back()) != std::string_view::npos ||
               (words().back() == ')' && count(')') > count('('));
    };
    while (ends_outside()) --span.end;
    return span;
}

// Where the words of the pages, in which the links were found, have come to stand in the document.
void add_links(Document& document, const std::vector<SourceReference>& links) {
    auto runs = document.origins;
    const auto before = [](const OriginRun& a, const OriginRun& b) { return a.file_offset < b.file_offset; };
    std::stable_sort(runs.begin(), runs.end(), before);
    const auto place = [&](std::size_t offset) {
        const auto next = std::upper_bound(runs.begin(), runs.end(), OriginRun{0, offset}, before);
        if (next == runs.begin()) return std::string::npos;
        return (next - 1)->text_offset + offset - (next - 1)->file_offset;
    };
    for (const auto& link : links) {
        const auto first = place(link.span.begin), last = place(link.span.end - 1);
        if (first > last || last >= document.text.size()) continue;
        document.references.push_back({without_punctuation(document.text, {first, last + 1}), link.href});
    }
    std::stable_sort(document.references.begin(), document.references.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
}

Imported import_pdf(std::string_view bytes, std::string_view file, const ImportLimits& limits) {
    listen_to_poppler();
    Imported imported;
    const auto fail = [&](std::string message) {
        imported.diagnostics.push_back(about(file, Severity::error, std::move(message)));
        return imported;
    };
    if (bytes.size() > std::numeric_limits<int>::max())
        return fail("larger than 2 GiB, expected a PDF below that");
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!pdf) return fail("damaged or incomplete, expected a whole PDF");
    if (pdf->is_locked()) return fail("encrypted, expected a PDF that opens without a password");
    const int pages = pdf->pages();
    if (pages <= 0) return fail("no pages in it, expected a PDF with text");
    if (static_cast<std::size_t>(pages) > limits.pages)
        return fail(
            fmt::format("{} pages, expected at most {} (--max-pages raises the limit)", pages, limits.pages));
    const auto text = text_of_pages(*pdf, pages, bytes);
    if (text.text.empty())
        return fail(fmt::format("no text on any of its {} pages: they seem scanned, expected a PDF with text",
                                pages));
    const auto warn_of = [&](const std::vector<int>& numbers, std::string_view what) {
        if (numbers.empty()) return;
        imported.diagnostics.push_back(
            about(file, Severity::warning,
                  fmt::format("page{} {}: {}", numbers.size() > 1 ? "s" : "", ranges(numbers), what)));
    };
    warn_of(text.damaged, "damaged, some text may be missing");
    warn_of(text.without_text, "no text, blank or scanned");
    const auto decoded = decode_text(text.text, file);
    auto document = read_text_pages(decoded.view, file, "pdf", decoded.same_offsets);
    if (decoded.same_offsets) add_links(document, text.links);
    document.origins.clear();  // a PDF has no lines
    if (document.blocks.empty()) return fail("no paragraph in it, expected a document");
    imported.documents.push_back(std::move(document));
    return imported;
}

}  // namespace

extern constinit const Importer pdf{"pdf", "PDF with text", ".pdf", recognises_pdf, import_pdf};

}  // namespace resograph
