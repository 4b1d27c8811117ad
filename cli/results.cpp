#include "cli/results.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <ostream>

#include <fmt/format.h>

#include "cli/json.hpp"

namespace resograph::cli {

namespace {

struct FormatName {
    std::string_view name;
    Format format;
};

constexpr std::array<FormatName, 6> format_names{{{"table", Format::table},
                                                  {"json", Format::json},
                                                  {"jsonl", Format::jsonl},
                                                  {"csv", Format::csv},
                                                  {"tsv", Format::tsv},
                                                  {"markdown", Format::markdown}}};

bool is_absent(const Value& value) { return std::holds_alternative<std::monostate>(value); }

bool is_empty(const Value& value) {
    const auto* texts = std::get_if<std::vector<std::string>>(&value);
    return is_absent(value) || std::holds_alternative<std::nullptr_t>(value) || (texts && texts->empty());
}

struct AppendJson {
    std::string& json;

    void operator()(std::monostate) const {}
    void operator()(std::nullptr_t) const { json += "null"; }
    void operator()(std::int64_t number) const { json += std::to_string(number); }
    void operator()(double number) const { append_json_number(json, number); }
    void operator()(const std::string& text) const { append_json_string(json, text); }
    void operator()(Span span) const {
        fmt::format_to(std::back_inserter(json), "[{},{}]", span.begin, span.end);
    }
    void operator()(const std::vector<std::string>& texts) const {
        json += '[';
        for (const auto& text : texts) {
            if (json.back() != '[') json += ',';
            append_json_string(json, text);
        }
        json += ']';
    }
};

std::string json_object(std::span<const Column> columns, const Row& row) {
    std::string json = "{";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (is_absent(row[i])) continue;
        if (json.size() > 1) json += ',';
        append_json_string(json, columns[i].name);
        json += ':';
        std::visit(AppendJson{json}, row[i]);
    }
    return json += '}';
}

// A value as people read it.
struct PlainText {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(std::nullptr_t) const { return ""; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{:.4g}", number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(Span span) const { return fmt::format("{}-{}", span.begin, span.end); }
    std::string operator()(const std::vector<std::string>& texts) const {
        return fmt::format("{}", fmt::join(texts, ", "));
    }
};

std::string plain_text(const Value& value) { return std::visit(PlainText{}, value); }

// One line, valid UTF-8, nothing that a terminal would obey. C1 controls are "\xC2\x80" to "\xC2\x9F".
std::string one_line(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const auto character = take_character(text);
        const bool control = character[0] < 0x20 && character[0] >= 0;
        const bool c1 = character.size() == 2 && character[0] == '\xC2' &&
                        static_cast<unsigned char>(character[1]) < 0xA0;
        line += control || c1 || character[0] == 0x7F ? " " : character;
    }
    return line;
}

std::string table_cell(const Value& value) { return one_line(plain_text(value)); }

// A text that a spreadsheet would run as a formula gets an apostrophe before it.
std::string csv_cell(const Value& value) {
    auto text = plain_text(value);
    const bool number = std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
    if (!number && !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
        text.insert(0, 1, '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

std::string valid_utf8(std::string_view text) {
    std::string valid;
    while (!text.empty()) valid += take_character(text);
    return valid;
}

std::string csv_line(const Row& row) {
    std::vector<std::string> cells;
    for (const auto& value : row) cells.push_back(csv_cell(value));
    return valid_utf8(fmt::format("{}\r\n", fmt::join(cells, ",")));
}

// As the tables of the registry: nothing is quoted, "|" separates the values of a list.
std::string tsv_cell(const Value& value) {
    const auto* texts = std::get_if<std::vector<std::string>>(&value);
    return one_line(texts ? fmt::format("{}", fmt::join(*texts, "|")) : plain_text(value));
}

std::string tsv_line(const Row& row) {
    std::vector<std::string> cells;
    for (const auto& value : row) cells.push_back(tsv_cell(value));
    return fmt::format("{}\n", fmt::join(cells, "\t"));
}

// What Markdown would read as its own.
std::string markdown_cell(const Value& value) {
    std::string escaped;
    for (const char c : one_line(plain_text(value))) {
        if (std::string_view("\\|*_`<>[]").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string markdown_line(const std::vector<std::string>& cells) {
    return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

// East Asian wide characters take two columns of a terminal.
constexpr std::array<std::array<unsigned, 2>, 8> wide{{{0x1100, 0x115F},
                                                       {0x2E80, 0xA4CF},
                                                       {0xAC00, 0xD7A3},
                                                       {0xF900, 0xFAFF},
                                                       {0xFE30, 0xFE6F},
                                                       {0xFF00, 0xFF60},
                                                       {0xFFE0, 0xFFE6},
                                                       {0x20000, 0x3FFFD}}};

unsigned code_point(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return first;
    unsigned code = first & (0x7Fu >> character.size());
    for (const char c : character.substr(1)) code = code << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
    return code;
}

std::size_t width_of_character(std::string_view character) {
    const auto code = code_point(character);
    if (code >= 0x300 && code <= 0x36F) return 0;  // combining marks
    return std::any_of(wide.begin(), wide.end(), [&](auto r) { return r[0] <= code && code <= r[1]; }) ? 2
                                                                                                       : 1;
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) width += width_of_character(take_character(text));
    return width;
}

// The front of a text with "…" where it was cut.
std::string cut(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) return std::string(text);
    std::string front;
    std::size_t used = 1;
    while (!text.empty()) {
        const auto character = take_character(text);
        used += width_of_character(character);
        if (used > width) break;
        front += character;
    }
    return front + "…";
}

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;

// Identifiers and locations, which are wanted whole, are cut only when nothing else is left to cut.
constexpr std::size_t narrowest_if_whole = 12;

// The widest of the columns that are wider than the least gives up a character until the line fits.
void shrink(std::vector<std::size_t>& widths, const std::vector<std::size_t>& least, std::size_t line) {
    auto total = std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
    for (; total > line; --total) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (widths[i] <= least[i]) continue;
            if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
        }
        if (widest == widths.size()) return;
        --widths[widest];
    }
}

void fit(std::vector<std::size_t>& widths, const std::vector<bool>& may_shrink, std::size_t line) {
    if (line == 0) return;
    auto least = widths;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (may_shrink[i]) least[i] = narrowest;
    }
    shrink(widths, least, line);
    for (auto& width : least) width = std::min(width, narrowest_if_whole);
    shrink(widths, least, line);
}

std::string table_line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto cell = cut(cells[i], widths[i]);
        line += cell;
        line.append(widths[i] - std::min(width_of(cell), widths[i]) + gap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
    for (const auto& known_format : format_names) {
        if (known_format.name == name) return known_format.format;
    }
    return std::nullopt;
}

Value known(std::string_view text) {
    if (text.empty()) return nullptr;
    return std::string(text);
}

ResultWriter::ResultWriter(std::ostream& out, Format format, std::span<const Column> columns,
                           std::size_t width)
    : out_(out), format_(format), columns_(columns), width_(width) {
    std::vector<std::string> names;
    const bool whole = format_ == Format::csv || format_ == Format::tsv;
    for (const auto& column : columns_) {
        if (whole || column.width != Column::not_in_table) names.emplace_back(column.name);
    }
    if (format_ == Format::csv) out_ << fmt::format("{}\r\n", fmt::join(names, ","));
    if (format_ == Format::tsv) out_ << fmt::format("{}\n", fmt::join(names, "\t"));
    if (format_ == Format::markdown) {
        out_ << markdown_line(names) << markdown_line(std::vector<std::string>(names.size(), "---"));
    }
    if (format_ == Format::table) table_.push_back(names);
}

void ResultWriter::write(const Row& row) {
    switch (format_) {
        case Format::jsonl:
            out_ << json_object(columns_, row) << '\n';
            break;
        case Format::json:
            out_ << (first_ ? "[\n" : ",\n") << json_object(columns_, row);
            break;
        case Format::csv:
            out_ << csv_line(row);
            break;
        case Format::tsv:
            out_ << tsv_line(row);
            break;
        case Format::markdown:
            out_ << markdown_line(shown(row, markdown_cell));
            break;
        case Format::table:
            table_.push_back(shown(row, table_cell));
            break;
    }
    first_ = false;
}

std::vector<std::string> ResultWriter::shown(const Row& row, std::string (*cell)(const Value&)) const {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (columns_[i].width != Column::not_in_table) cells.push_back(cell(row[i]));
    }
    return cells;
}

void ResultWriter::finish() {
    if (format_ == Format::json) out_ << (first_ ? "[]\n" : "\n]\n");
    if (format_ != Format::table || first_) return;
    std::vector<bool> may_shrink;
    for (const auto& column : columns_) {
        if (column.width != Column::not_in_table) may_shrink.push_back(column.width == Column::may_shrink);
    }
    std::vector<std::size_t> widths(may_shrink.size());
    for (const auto& line : table_) {
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width_of(line[i]));
    }
    fit(widths, may_shrink, width_);
    for (const auto& line : table_) out_ << table_line(line, widths);
}

void write_record(std::ostream& out, Format format, std::span<const Column> columns, const Row& row) {
    if (format == Format::json) {
        out << json_object(columns, row) << '\n';
        return;
    }
    if (format != Format::table && format != Format::markdown) {
        ResultWriter writer(out, format, columns, 0);
        writer.write(row);
        return writer.finish();
    }
    constexpr std::array<Column, 2> pair{{{"field"}, {"value"}}};
    ResultWriter writer(out, format, pair, 0);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!is_empty(row[i])) writer.write({std::string(columns[i].name), row[i]});
    }
    writer.finish();
}

std::size_t line_width(int descriptor) {
    winsize size{};
    if (isatty(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    constexpr std::size_t otherwise = 120;
    const char* columns = std::getenv("COLUMNS");
    const std::string_view text = columns ? columns : "";
    std::size_t width = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), width).ec;
    return end == std::errc() && width > 0 ? width : otherwise;
}

}  // namespace resograph::cli
