// HTML pages, official or not, however broken: libxml2 finds the elements, and only their flow is kept, so
// that no depth of nesting matters.
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "document/numerals.hpp"
#include "importers/element_names.hpp"
#include "importers/importer.hpp"
#include "importers/structure.hpp"
#include "importers/text_encoding.hpp"
#include "importers/xml.hpp"

namespace resograph {

namespace {

// Beyond this, the time libxml2 needs for each end tag would add up.
constexpr std::size_t deepest_of_page = 2'000;

enum class Element {
    inline_text,  // flows with the text around it
    block,        // a paragraph, or what holds paragraphs
    skipped,
    main,
    heading,
    line_break,
    ordered_list,
    list,
    item,
    link,
    superscript,
};

// Sorted by name. What surrounds the document on a page (nav, footer, aside) is none of it.
constexpr ElementNames<Element, 62> names{{
    {"a", Element::link},          {"address", Element::block},    {"article", Element::block},
    {"aside", Element::skipped},   {"audio", Element::skipped},    {"blockquote", Element::block},
    {"body", Element::block},      {"br", Element::line_break},    {"button", Element::skipped},
    {"canvas", Element::skipped},  {"caption", Element::block},    {"center", Element::block},
    {"dd", Element::block},        {"details", Element::block},    {"dir", Element::list},
    {"div", Element::block},       {"dl", Element::block},         {"dt", Element::block},
    {"fieldset", Element::block},  {"figcaption", Element::block}, {"figure", Element::block},
    {"footer", Element::skipped},  {"form", Element::block},       {"h1", Element::heading},
    {"h2", Element::heading},      {"h3", Element::heading},       {"h4", Element::heading},
    {"h5", Element::heading},      {"h6", Element::heading},       {"head", Element::skipped},
    {"header", Element::block},    {"hr", Element::block},         {"html", Element::block},
    {"iframe", Element::skipped},  {"legend", Element::block},     {"li", Element::item},
    {"main", Element::main},       {"math", Element::skipped},     {"menu", Element::list},
    {"nav", Element::skipped},     {"noscript", Element::skipped}, {"object", Element::skipped},
    {"ol", Element::ordered_list}, {"p", Element::block},          {"pre", Element::block},
    {"script", Element::skipped},  {"section", Element::block},    {"select", Element::skipped},
    {"style", Element::skipped},   {"summary", Element::block},    {"sup", Element::superscript},
    {"svg", Element::skipped},     {"table", Element::block},      {"tbody", Element::block},
    {"td", Element::block},        {"template", Element::skipped}, {"textarea", Element::skipped},
    {"th", Element::block},        {"title", Element::skipped},    {"tr", Element::block},
    {"ul", Element::list},         {"video", Element::skipped},
}};

Element element_of(std::string_view name) { return element_called(name, names, Element::inline_text); }

using Attributes = std::map<std::string, std::string, std::less<>>;

// The page as a sequence: start and end tags, and text between them.
struct Token {
    enum class Kind { start, end, text } kind = Kind::text;
    Element element = Element::inline_text;
    std::string text;
    Attributes attributes;           // those that matter
    std::vector<OriginRun> origins;  // of the text, within the page

    std::string_view attribute(std::string_view name) const {
        const auto found = attributes.find(name);
        return found == attributes.end() ? std::string_view{} : found->second;
    }
    // "#fn1" -> "fn1": a place on the same page.
    std::string_view place() const {
        const auto href = attribute("href");
        return href.starts_with('#') ? href.substr(1) : std::string_view{};
    }
};

bool is_hidden(const Attributes& attributes) {
    const auto style = attributes.find("style");
    if (attributes.contains("hidden")) return true;
    if (style == attributes.end()) return false;
    auto text = style->second;
    std::erase(text, ' ');
    return text.find("display:none") != std::string::npos || text.find("mso-hide:all") != std::string::npos;
}

// What libxml2 reports, without what is skipped.
struct Tokens {
    std::vector<Token> list;
    std::string language;
    std::size_t deepest = 0;
    std::size_t depth = 0;
    std::size_t skipped_from = 0;  // the depth of a skipped element; 0: none
    bool too_deep = false;
    xmlParserCtxt* parser = nullptr;
    std::string_view page;

    static std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

    static void start(void* self, const xmlChar* name, const xmlChar** attributes) {
        auto& tokens = *static_cast<Tokens*>(self);
        if (++tokens.depth > tokens.deepest) {
            tokens.too_deep = true;
            xmlStopParser(tokens.parser);
            return;
        }
        if (tokens.skipped_from > 0) return;
        Token token{Token::Kind::start, element_of(view(name)), "", {}, {}};
        static constexpr std::array<std::string_view, 8> kept{"href", "id",    "name",  "style",
                                                              "type", "start", "value", "hidden"};
        for (; attributes && attributes[0]; attributes += 2) {
            const auto key = view(attributes[0]);
            const auto value = attributes[1] ? view(attributes[1]) : std::string_view{};
            if (key == "lang" && tokens.language.empty()) tokens.language = value.substr(0, 2);
            if (std::find(kept.begin(), kept.end(), key) != kept.end()) token.attributes.emplace(key, value);
        }
        if (token.element == Element::skipped || is_hidden(token.attributes)) {
            tokens.skipped_from = tokens.depth;
            return;
        }
        tokens.list.push_back(std::move(token));
    }

    static void end(void* self, const xmlChar* name) {
        auto& tokens = *static_cast<Tokens*>(self);
        if (tokens.depth == 0) return;
        const auto depth = tokens.depth--;
        if (tokens.skipped_from == 0) {
            tokens.list.push_back({Token::Kind::end, element_of(view(name)), "", {}, {}});
        } else if (tokens.skipped_from == depth) {
            tokens.skipped_from = 0;
        }
    }

    static void text(void* self, const xmlChar* text, int length) {
        auto& tokens = *static_cast<Tokens*>(self);
        if (tokens.skipped_from > 0 || length <= 0) return;
        const std::string_view more(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
        if (tokens.list.empty() || tokens.list.back().kind != Token::Kind::text)
            tokens.list.push_back({Token::Kind::text, Element::inline_text, "", {}, {}});
        auto& token = tokens.list.back();
        // The parser stands behind what it reports, unless it has replaced an entity.
        const auto end = static_cast<std::size_t>(xmlByteConsumed(tokens.parser));
        const auto offset = end - std::min(end, more.size());
        if (end <= tokens.page.size() && tokens.page.substr(offset, more.size()) == more)
            token.origins.push_back({token.text.size(), offset});
        token.text += more;
    }
};

struct FreeParser {
    void operator()(xmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

Tokens tokens_of(std::string_view page, std::size_t deepest) {
    // Once, before threads need it.
    static const bool ready = (xmlInitParser(), true);
    static_cast<void>(ready);
    Tokens tokens;
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
        htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())));
    if (!parser) return tokens;
    tokens.parser = parser.get();
    tokens.page = page;
    tokens.deepest = deepest;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                         HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    std::memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = Tokens::start;
    parser->sax->endElement = Tokens::end;
    parser->sax->characters = Tokens::text;
    parser->sax->ignorableWhitespace = Tokens::text;
    parser->userData = &tokens;
    htmlParseDocument(parser.get());
    return tokens;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

// "[1]" -> "1", "*"; "" if it is no label.
std::string label_of(std::string_view text) {
    constexpr std::string_view around = " \t\r\n[]()./";
    const auto from = text.find_first_not_of(around);
    if (from == std::string_view::npos) return "";
    text = text.substr(from, text.find_last_not_of(around) + 1 - from);
    const bool number = text.size() <= 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
    const bool stars = text.find_first_not_of('*') == std::string_view::npos;
    return number || stars ? std::string(text) : "";
}

class Reader {
public:
    Reader(std::vector<Token> tokens, std::string_view file, bool same_offsets)
        : tokens_(std::move(tokens)), same_offsets_(same_offsets), builder_(file, "html") {}

    void read() {
        find_notes();
        const auto [first, last] = main_part();
        for (auto n = first; n < last; ++n) {
            place_ = n;
            switch (tokens_[n].kind) {
                case Token::Kind::start:
                    start(tokens_[n]);
                    break;
                case Token::Kind::end:
                    end(tokens_[n]);
                    break;
                case Token::Kind::text:
                    text(tokens_[n]);
                    break;
            }
        }
        end_note();
        end_paragraph();
    }

    DocumentBuilder& builder() { return builder_; }

private:
    struct List {
        std::string format;  // of its numbers; "": bullets
        int last = 0;
    };
    struct Link {
        std::string href;
        std::size_t from = std::string::npos;
        std::string mark;     // the label of the note it leads to
        bool within = false;  // to another place of the page
    };

    // A link with a label for text leads to a note further down: "<a href="#fn1">1</a>".
    void find_notes() {
        std::map<std::string_view, std::size_t> places;
        for (std::size_t n = 0; n < tokens_.size(); ++n) {
            for (const std::string_view name : {"id", "name"}) {
                if (const auto place = tokens_[n].attribute(name); !place.empty()) places.emplace(place, n);
            }
        }
        for (std::size_t n = 0; n < tokens_.size(); ++n) {
            if (tokens_[n].element != Element::link || tokens_[n].place().empty()) continue;
            const auto target = places.find(tokens_[n].place());
            if (target == places.end() || target->second <= n) continue;
            const auto label = label_of(text_of_link(n));
            if (label.empty()) continue;
            marks_.emplace(n, label);
            notes_.emplace(target->second, label);
        }
    }

    std::string text_of_link(std::size_t start) const {
        constexpr std::size_t longest = 12;  // tokens
        std::string text;
        for (auto n = start + 1; n < std::min(tokens_.size(), start + longest); ++n) {
            if (tokens_[n].kind == Token::Kind::end && tokens_[n].element == Element::link) return text;
            text += tokens_[n].text;
        }
        return "";
    }

    // The main element of the page, if it has one.
    std::pair<std::size_t, std::size_t> main_part() const {
        const auto is_main = [](const Token& token) { return token.element == Element::main; };
        const auto first = std::find_if(tokens_.begin(), tokens_.end(), is_main);
        if (first == tokens_.end()) return {0, tokens_.size()};
        const auto last = std::find_if(first + 1, tokens_.end(), is_main);
        return {static_cast<std::size_t>(first - tokens_.begin()),
                static_cast<std::size_t>(last - tokens_.begin())};
    }

    void start(const Token& token) {
        if (token.element != Element::line_break) line_breaks_ = 0;
        const auto note = notes_.find(place_);
        switch (token.element) {
            case Element::inline_text:
                break;
            case Element::line_break:
                // Two in a row are how old pages part paragraphs.
                if (++line_breaks_ > 1)
                    end_paragraph();
                else
                    line_break();
                break;
            case Element::superscript:
                in_superscript_ = true;
                break;
            case Element::link:
                start_link(token);
                break;
            case Element::heading:
                end_paragraph();
                hint_ = Hint::heading;
                break;
            case Element::list:
                end_paragraph();
                lists_.push_back({});
                break;
            case Element::ordered_list:
                end_paragraph();
                lists_.push_back({number_format(token), start_number(token, "start", 1) - 1});
                break;
            case Element::item:
                end_paragraph();
                start_item(token);
                break;
            default:
                end_paragraph();
                break;
        }
        if (note != notes_.end()) {
            const bool holds_paragraphs =
                token.element != Element::link && token.element != Element::inline_text;
            end_note();
            // An anchor in the middle of a paragraph is none of a note.
            if (holds_paragraphs || !in_paragraph_) {
                note_label_ = note->second;
                note_depth_ = holds_paragraphs ? depth_ + 1 : 0;
            }
        }
        if (token.element != Element::line_break) ++depth_;
    }

    void end(const Token& token) {
        if (token.element == Element::line_break) return;
        switch (token.element) {
            case Element::inline_text:
                break;
            case Element::superscript:
                in_superscript_ = false;
                if (links_.empty() || links_.back().mark.empty()) finish_raised();
                break;
            case Element::link:
                end_link();
                break;
            case Element::list:
            case Element::ordered_list:
                end_paragraph();
                if (!lists_.empty()) lists_.pop_back();
                break;
            default:
                end_paragraph();
                hint_ = Hint::plain;
                break;
        }
        if (note_depth_ > 0 && depth_ == note_depth_) end_note();
        if (depth_ > 0) --depth_;
    }

    // --- lists

    static std::string number_format(const Token& list) {
        const auto type = list.attribute("type");
        auto style = std::string(list.attribute("style"));
        const auto has = [&](std::string_view words) { return style.find(words) != std::string::npos; };
        if (type == "a" || has("lower-alpha") || has("lower-latin")) return "lowerLetter";
        if (type == "A" || has("upper-alpha") || has("upper-latin")) return "upperLetter";
        if (type == "i" || has("lower-roman")) return "lowerRoman";
        if (type == "I" || has("upper-roman")) return "upperRoman";
        return has("none") ? "" : "decimal";
    }

    static int start_number(const Token& token, std::string_view attribute, int otherwise) {
        const auto text = token.attribute(attribute);
        constexpr int largest = 1'000'000;
        return text.empty() ? otherwise : std::clamp(std::atoi(std::string(text).c_str()), 0, largest);
    }

    void start_item(const Token& item) {
        if (lists_.empty() || lists_.back().format.empty()) return;
        auto& list = lists_.back();
        list.last = start_number(item, "value", list.last + 1);
        number_ = formatted_number(list.last, list.format);
    }

    // --- paragraphs

    void begin_paragraph(std::string_view& text) {
        in_paragraph_ = true;
        if (!note_label_.empty()) {
            builder_.begin_note(note_label_);
            number_.clear();
            drop_label(text);
            return;
        }
        if (number_.empty()) return builder_.begin(hint_);
        builder_.begin(Hint::numbered, std::exchange(number_, {}));
    }

    // A note repeats its label: "[1] Resolution 55/25".
    void drop_label(std::string_view& text) const {
        const auto from = text.find_first_not_of(" \t\r\n[(");
        if (from == std::string_view::npos || !text.substr(from).starts_with(note_label_)) return;
        const auto rest = text.substr(from + note_label_.size());
        if (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') return;
        text = rest.substr(std::min(rest.size(), rest.find_first_not_of("]).")));
    }

    void end_paragraph() {
        finish_raised();
        for (auto& link : links_) close(link);
        if (note_depth_ > 0 && in_paragraph_) {
            builder_.append(" ");  // a note of several paragraphs
            return;
        }
        if (in_paragraph_) builder_.end();
        if (in_paragraph_ && note_depth_ == 0) note_label_.clear();
        in_paragraph_ = false;
    }

    void end_note() {
        if (note_label_.empty()) return;
        note_depth_ = 0;
        end_paragraph();
        note_label_.clear();
    }

    void text(const Token& token) {
        std::string_view text = token.text;
        const bool blank = is_blank(text);
        if (!blank) line_breaks_ = 0;
        if (!in_paragraph_ && blank) return;
        if (is_within_mark() || is_way_back()) return;
        if (in_superscript_) {
            if (note_label_.empty() || label_of(text) != note_label_) raised_ += text;
            return;
        }
        if (!in_paragraph_) begin_paragraph(text);
        for (auto& link : links_) link.from = std::min(link.from, builder_.position());
        append(token, text);
    }

    void line_break() {
        if (!in_paragraph_ || is_within_mark() || is_way_back()) return;
        if (in_superscript_)
            raised_ += ' ';
        else
            builder_.append(" ");
    }

    // The label that calls for a note is none of the text, nor is the link back from the note to it.
    bool is_within_mark() const { return !links_.empty() && !links_.back().mark.empty(); }
    bool is_way_back() const { return !note_label_.empty() && !links_.empty() && links_.back().within; }

    // A part of the token's text, run by run.
    void append(const Token& token, std::string_view part) {
        const auto& runs = token.origins;
        auto at = static_cast<std::size_t>(part.data() - token.text.data());
        const auto end = at + part.size();
        while (at < end) {
            const auto next = std::upper_bound(
                runs.begin(), runs.end(), at,
                [](std::size_t offset, const OriginRun& run) { return offset < run.text_offset; });
            const auto until = next == runs.end() ? end : std::min(end, next->text_offset);
            const bool known = same_offsets_ && next != runs.begin();
            builder_.append(
                part.substr(0, until - at),
                known ? (next - 1)->file_offset + at - (next - 1)->text_offset : DocumentBuilder::no_offset);
            part.remove_prefix(until - at);
            at = until;
        }
    }

    void finish_raised() {
        if (raised_.empty()) return;
        const auto raised = std::exchange(raised_, {});
        std::string_view nothing;
        if (!in_paragraph_) begin_paragraph(nothing);
        if (note_label_.empty())
            builder_.raised(raised);
        else
            builder_.append(raised);
    }

    // --- links

    void start_link(const Token& token) {
        const auto mark = marks_.find(place_);
        const bool within = !token.place().empty();
        const bool is_mark = mark != marks_.end() && note_label_.empty();
        links_.push_back({within ? "" : std::string(token.attribute("href")), std::string::npos,
                          is_mark ? mark->second : "", within});
    }

    void end_link() {
        if (links_.empty()) return;
        auto link = std::move(links_.back());
        links_.pop_back();
        if (!link.mark.empty()) {
            std::string_view nothing;
            if (!in_paragraph_) begin_paragraph(nothing);
            builder_.mark(link.mark);
            return;
        }
        finish_raised();
        close(link);
    }

    void close(Link& link) {
        if (link.from != std::string::npos && !link.href.empty()) builder_.reference(link.from, link.href);
        link.from = std::string::npos;
    }

    std::vector<Token> tokens_;
    bool same_offsets_;
    std::size_t place_ = 0;
    DocumentBuilder builder_;
    std::map<std::size_t, std::string> marks_;  // by the place of the link
    std::map<std::size_t, std::string> notes_;  // by the place that the link leads to
    std::vector<List> lists_;
    std::vector<Link> links_;
    Hint hint_ = Hint::plain;
    std::string number_;
    std::string raised_;
    std::string note_label_;      // of the note that is being read
    std::size_t note_depth_ = 0;  // of the element that holds all of it; 0: it is one paragraph
    std::size_t depth_ = 0;
    int line_breaks_ = 0;
    bool in_superscript_ = false;
    bool in_paragraph_ = false;
};

bool recognises_html(std::string_view bytes) {
    constexpr std::size_t head = 4096;
    const auto decoded = decode_text(bytes.substr(0, std::min(bytes.size(), head)), "");
    std::string start(decoded.view);
    std::transform(start.begin(), start.end(), start.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    static constexpr std::array<std::string_view, 6> signs{"<!doctype html", "<html", "<head",
                                                           "<body",          "<p>",   "<div"};
    const auto first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string::npos && start[first] == '<' &&
           std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return start.find(sign) != std::string::npos; });
}

Imported import_html(std::string_view bytes, std::string_view file, const ImportLimits& limits) {
    Imported imported;
    const auto fail = [&](std::string message) {
        imported.diagnostics.push_back({Severity::error, std::string(file), {}, std::move(message)});
        return std::move(imported);
    };
    auto decoded = decode_text(bytes, file);
    imported.diagnostics = std::move(decoded.diagnostics);
    if (decoded.view.size() > std::numeric_limits<int>::max())
        return fail("is larger than 2 GiB, expected a page");
    const auto deepest = limits.depth_or(deepest_of_page);
    auto tokens = tokens_of(decoded.view, deepest);
    if (tokens.too_deep) return fail(nested_too_deep(deepest));
    Reader reader(std::move(tokens.list), file, decoded.same_offsets);
    if (!tokens.language.empty()) reader.builder().metadata().language = tokens.language;
    reader.read();
    auto document = reader.builder().finish();
    if (document.blocks.empty()) return fail("the page has no text, expected paragraphs");
    imported.documents.push_back(std::move(document));
    return imported;
}

}  // namespace

extern constinit const Importer html{"html", "HTML pages", ".html .htm", recognises_html, import_html};

}  // namespace resograph
