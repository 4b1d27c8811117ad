// Word files (Office Open XML): the text as Word would print it, all changes accepted. Notes go with their
// marks, automatic numbers are written out, hyperlinks are kept as the editors' own references.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "document/numerals.hpp"
#include "importers/archive.hpp"
#include "importers/docx_parts.hpp"
#include "importers/element_names.hpp"
#include "importers/importer.hpp"
#include "importers/structure.hpp"
#include "importers/text_encoding.hpp"
#include "importers/xml.hpp"

namespace resograph {

namespace {

enum class Element {
    other,  // a container
    skipped,
    paragraph,
    run,
    text,
    blank,
    hyphen,  // that does not break
    symbol,
    hyperlink,
    simple_field,
    field_char,
    field_code,
    footnote,
    endnote,
    fallback,
    drawing,
    text_box,
    row,
    cell,
};

// Sorted by name.
constexpr ElementNames<Element, 36> names{{
    {"Fallback", Element::fallback},
    {"br", Element::blank},
    {"cr", Element::blank},
    {"del", Element::skipped},
    {"drawing", Element::drawing},
    {"endnoteReference", Element::endnote},
    {"fldChar", Element::field_char},
    {"fldSimple", Element::simple_field},
    {"footnoteReference", Element::footnote},
    {"hyperlink", Element::hyperlink},
    {"instrText", Element::field_code},
    {"moveFrom", Element::skipped},
    {"noBreakHyphen", Element::hyphen},
    {"object", Element::drawing},
    {"p", Element::paragraph},
    {"pPr", Element::skipped},
    {"pict", Element::drawing},
    {"ptab", Element::blank},
    {"r", Element::run},
    {"rPr", Element::skipped},
    {"rt", Element::skipped},
    {"rubyPr", Element::skipped},
    {"sdtEndPr", Element::skipped},
    {"sdtPr", Element::skipped},
    {"sectPr", Element::skipped},
    {"sym", Element::symbol},
    {"t", Element::text},
    {"tab", Element::blank},
    {"tblGrid", Element::skipped},
    {"tblPr", Element::skipped},
    {"tblPrEx", Element::skipped},
    {"tc", Element::cell},
    {"tcPr", Element::skipped},
    {"tr", Element::row},
    {"trPr", Element::skipped},
    {"txbxContent", Element::text_box},
}};

Element element_of(std::string_view name) { return element_called(name, names, Element::other); }

// The address in ` HYPERLINK "https://undocs.org/A/RES/55/25" \h`; "" for a place in the document itself.
std::string hyperlink_of(std::string_view code) {
    const auto word = code.find("HYPERLINK");
    if (word == std::string_view::npos) return "";
    const auto rest = code.substr(word);
    const auto quote = rest.find('"');
    if (quote == std::string_view::npos || rest.substr(0, quote).find("\\l") != std::string_view::npos)
        return "";
    const auto end = rest.find('"', quote + 1);
    return std::string(rest.substr(quote + 1, end == std::string_view::npos ? end : end - quote - 1));
}

// Notes by id: footnotes.xml or endnotes.xml.
struct Notes {
    std::map<std::string, pugi::xml_node, std::less<>> by_id;
    Relationships links;
    std::string number_format;
    int next = 1;
};

// All that the text of a Word file is put together from.
struct Parts {
    pugi::xml_document document, header, footnotes_xml, endnotes_xml;
    Relationships links, header_links;
    Notes footnotes, endnotes;
    DocxStyles styles;
    DocxNumbering numbering;
};

class Reader {
public:
    Reader(Parts& parts, std::string_view file, std::size_t deepest)
        : parts_(parts), deepest_(deepest), builder_(file, "docx") {}

    void read() {
        if (parts_.header) {
            in_masthead_ = true;
            read_below(parts_.header.document_element(), parts_.header_links);
            in_masthead_ = false;
        }
        read_below(parts_.document.document_element(), parts_.links);
    }

    bool too_deep() const { return too_deep_; }
    DocumentBuilder& builder() { return builder_; }

private:
    struct Link {
        std::string href;
        std::size_t from = std::string::npos;  // of its text in the paragraph; npos: none yet
    };
    // From fldChar begin to end: the code, then what it prints.
    struct Field {
        std::string code;
        bool in_result = false;
        bool is_link = false;
    };
    struct Run {
        bool raised = false;
        bool hidden = false;
        bool is_mark = false;  // the rest of the run is a note's own mark
    };

    void read_below(pugi::xml_node root, const Relationships& links) {
        const auto* outer = std::exchange(links_, &links);
        const auto deep = walk(
            root, [&](pugi::xml_node node) { return enter(node); }, [&](pugi::xml_node node) { leave(node); },
            deepest_);
        too_deep_ = too_deep_ || deep;
        links_ = outer;
    }

    // Text boxes are anchored in a paragraph and come after it. Boxes in boxes join the queue.
    void read_text_boxes() {
        if (in_text_box_) return;
        in_text_box_ = true;
        for (std::size_t n = 0; n < text_boxes_.size(); ++n) {
            const auto box = text_boxes_[n];
            read_below(box, *links_);
        }
        text_boxes_.clear();
        in_text_box_ = false;
    }

    bool enter(pugi::xml_node node) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            if (in_text_ && drawings_ == 0) append(node.value());
            if (in_code_ && !fields_.empty()) fields_.back().code += node.value();
            return false;
        }
        if (node.type() != pugi::node_element) return false;
        switch (element_of(local_name(node.name()))) {
            case Element::other:
                return true;
            case Element::skipped:
                return false;
            case Element::paragraph:
                start_paragraph(node);
                return true;
            case Element::run:
                start_run(node);
                return true;
            case Element::text:
                in_text_ = true;
                return true;
            case Element::blank:
                append(" ");
                return false;
            case Element::hyphen:
                append("-");
                return false;
            case Element::symbol:
                append_symbol(node);
                return false;
            case Element::hyperlink:
                start_link(node);
                return true;
            case Element::simple_field:
                open_links_.push_back({hyperlink_of(attribute_named(node, "instr"))});
                return true;
            case Element::field_char:
                field_char(attribute_named(node, "fldCharType"));
                return false;
            case Element::field_code:
                in_code_ = true;
                return true;
            case Element::footnote:
                read_note(node, parts_.footnotes);
                return false;
            case Element::endnote:
                read_note(node, parts_.endnotes);
                return false;
            case Element::fallback:
                return !child_named(node.parent(), "Choice");
            case Element::drawing:
                ++drawings_;
                return true;
            case Element::text_box:
                text_boxes_.push_back(node);
                return false;
            case Element::row:
                return !child_named(child_named(node, "trPr"), "del");
            case Element::cell:
                return listing_ != node.parent().parent() || node != child_named(node.parent(), "tc");
        }
        return true;
    }

    void leave(pugi::xml_node node) {
        switch (element_of(local_name(node.name()))) {
            case Element::paragraph:
                end_paragraph(node);
                break;
            case Element::run:
                run_ = {};
                break;
            case Element::text:
                in_text_ = false;
                break;
            case Element::field_code:
                in_code_ = false;
                break;
            case Element::hyperlink:
            case Element::simple_field:
                end_link();
                break;
            case Element::drawing:
                --drawings_;
                break;
            default:
                break;
        }
    }

    // --- paragraphs

    void start_paragraph(pugi::xml_node node) {
        if (in_note_ || in_listing_) {
            append(" ");
            return;
        }
        if (goes_on_) return;
        const auto properties = child_named(node, "pPr");
        const std::string style(attribute_named(child_named(properties, "pStyle"), "val"));
        hint_ = in_masthead_ ? Hint::masthead : parts_.styles.is_heading(style) ? Hint::heading : Hint::plain;
        auto numbering = read_numbering_reference(properties);
        const auto of_style = parts_.styles.numbering(style);
        if (numbering.list.empty()) numbering.list = of_style.list;
        if (!numbering.level) numbering.level = of_style.level;
        number_ = numbering.list.empty() ? "" : parts_.numbering.next(numbering, style);
    }

    void end_paragraph(pugi::xml_node node) {
        if (in_note_ || in_listing_) return;
        // The mark between two paragraphs was deleted.
        goes_on_ = static_cast<bool>(child_named(child_named(child_named(node, "pPr"), "rPr"), "del"));
        if (goes_on_) return;
        finish_raised();
        read_listing_after(node);
        for (auto& link : open_links_) close(link);
        if (codes_ > 0) {  // a field that never ends must not hide the rest of the document
            fields_.clear();
            codes_ = 0;
        }
        if (in_paragraph_) builder_.end();
        in_paragraph_ = false;
        read_text_boxes();
    }

    // A caption, "General Assembly resolutions", over a table of numbers and titles is one phrase with the
    // numbers: the first column is read with the caption, not row by row.
    void read_listing_after(pugi::xml_node paragraph) {
        auto table = paragraph.next_sibling();
        while (table && local_name(table.name()) != "tbl" && !child_named(table, "r"))
            table = table.next_sibling();  // empty paragraphs, bookmarks
        if (!in_paragraph_ || local_name(table.name()) != "tbl" || !lists_numbers(table)) return;
        listing_ = table;
        in_listing_ = true;
        for (const auto row : table.children()) {
            const auto cell = child_named(row, "tc");
            if (!cell) continue;
            read_below(cell, *links_);
            finish_raised();
            append(",");
        }
        in_listing_ = false;
    }

    // "2297 (XXII)", "76/245", "1472 A (XIV); 61/111": in every first cell of the table.
    static bool lists_numbers(pugi::xml_node table) {
        bool any = false;
        for (const auto row : table.children()) {
            std::string text;
            walk(
                child_named(row, "tc"),
                [&](pugi::xml_node node) {
                    if (local_name(node.name()) == "t") text += node.text().get();
                    return text.size() < 1000;
                },
                [](pugi::xml_node) {});
            if (text.find_first_not_of(" ") == std::string::npos) continue;
            const bool digits = text.find_first_of("0123456789") != std::string::npos;
            const bool divided = text.find_first_of("/(") != std::string::npos;
            const bool words =
                std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
            if (!digits || !divided || words) return false;
            any = true;
        }
        return any;
    }

    // "* A/80/50." at the foot of a title page.
    static std::string_view stars_of_note(std::string_view text) {
        const auto first = text.find_first_not_of(' ');
        if (first == std::string_view::npos) return {};
        text.remove_prefix(first);
        const auto stars = text.substr(0, text.find_first_not_of('*'));
        const auto rest = text.substr(stars.size());
        const bool alone =
            rest.empty() || (rest[0] == ' ' && rest.find_first_not_of("* ") != std::string_view::npos);
        return alone ? stars : std::string_view{};
    }

    // A paragraph begins with its first text, since that may make it a note. How much of the text was used
    // up.
    std::size_t begin_with(std::string_view text) {
        in_paragraph_ = true;
        const auto stars = number_.empty() ? stars_of_note(text) : std::string_view{};
        if (!stars.empty()) {
            builder_.begin_note(stars);
            return static_cast<std::size_t>(stars.data() + stars.size() - text.data());
        }
        builder_.begin(hint_);
        if (!number_.empty()) builder_.append(number_ + " ");
        number_.clear();
        return 0;
    }

    // --- runs and their text

    void start_run(pugi::xml_node node) {
        const auto properties = child_named(node, "rPr");
        const std::string style(attribute_named(child_named(properties, "rStyle"), "val"));
        const auto align = child_named(properties, "vertAlign");
        run_.raised = align ? is_raised(properties) : parts_.styles.is_superscript(style);
        const auto vanish = child_named(properties, "vanish");
        run_.hidden = vanish ? is_on(vanish) : parts_.styles.is_hidden(style);
        run_.is_mark = false;
    }

    bool is_silent() const { return run_.hidden || run_.is_mark || codes_ > 0; }

    void append(std::string_view text) {
        if (text.empty() || is_silent()) return;
        const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (!in_paragraph_ && blank) return;
        if (run_.raised && !blank) {
            raised_ += text;
            return;
        }
        finish_raised();
        if (!in_paragraph_) text.remove_prefix(begin_with(text));
        for (auto& link : open_links_) link.from = std::min(link.from, builder_.position());
        builder_.append(text);
    }

    // Raised text may be cut into runs: "1" "2" is mark 12.
    void finish_raised() {
        if (raised_.empty()) return;
        if (!in_paragraph_) begin_with("");
        const auto raised = std::exchange(raised_, {});
        if (!in_note_) return builder_.raised(raised);
        if (raised != own_label_) builder_.append(raised);  // a note repeats its mark
    }

    // Characters of symbol fonts stand where Unicode has none, from F000 on.
    void append_symbol(pugi::xml_node node) {
        const auto code = std::strtoul(std::string(attribute_named(node, "char")).c_str(), nullptr, 16);
        constexpr unsigned long last = 0xD7FF;
        std::string text;
        if (code >= ' ' && code <= last) append_utf8(text, static_cast<std::uint32_t>(code));
        append(text);
    }

    // --- links and fields

    void start_link(pugi::xml_node node) {
        const auto found = links_->find(attribute_named(node, "id"));
        open_links_.push_back({found == links_->end() ? "" : found->second});
    }

    void end_link() {
        finish_raised();
        if (open_links_.empty()) return;
        close(open_links_.back());
        open_links_.pop_back();
    }

    void close(Link& link) {
        if (link.from != std::string::npos && !link.href.empty()) builder_.reference(link.from, link.href);
        link.from = std::string::npos;
    }

    void field_char(std::string_view type) {
        if (type == "begin") {
            fields_.push_back({});
            ++codes_;
            return;
        }
        if (fields_.empty()) return;
        auto& field = fields_.back();
        if (type == "separate" && !field.in_result) {
            field.in_result = true;
            --codes_;
            auto href = hyperlink_of(field.code);
            field.is_link = !href.empty();
            if (field.is_link) open_links_.push_back({std::move(href)});
        } else if (type == "end") {
            if (!field.in_result) --codes_;
            if (field.is_link) end_link();
            fields_.pop_back();
        }
    }

    // --- notes

    void read_note(pugi::xml_node reference, Notes& notes) {
        if (in_note_ || is_silent()) return;
        const auto note = notes.by_id.find(attribute_named(reference, "id"));
        if (note == notes.by_id.end()) return;
        finish_raised();
        if (!in_paragraph_) begin_with("");
        std::string label;
        const auto custom = attribute_named(reference, "customMarkFollows");
        if (!custom.empty() && custom != "0" && custom != "false") {
            run_.is_mark = true;
            for (auto next = reference.next_sibling(); next; next = next.next_sibling())
                label += next.text().get();
            std::erase(label, ' ');
        }
        if (label.empty()) label = formatted_number(notes.next++, notes.number_format);
        builder_.mark(label);
        builder_.start_inline_note(label);
        read_note_text(note->second, notes.links, label);
        builder_.end_inline_note();
    }

    void read_note_text(pugi::xml_node note, const Relationships& links, std::string_view label) {
        in_note_ = true;
        own_label_ = label;
        const auto run = std::exchange(run_, {});
        auto outer_links = std::exchange(open_links_, {});
        auto fields = std::exchange(fields_, {});
        const auto codes = std::exchange(codes_, 0);
        const auto text = std::exchange(in_text_, false);
        read_below(note, links);
        finish_raised();
        for (auto& link : open_links_) close(link);
        in_text_ = text;
        codes_ = codes;
        fields_ = std::move(fields);
        open_links_ = std::move(outer_links);
        run_ = run;
        in_note_ = false;
    }

    Parts& parts_;
    std::size_t deepest_;
    const Relationships* links_ = nullptr;
    DocumentBuilder builder_;
    std::vector<pugi::xml_node> text_boxes_;
    std::vector<Link> open_links_;
    std::vector<Field> fields_;
    int codes_ = 0;  // fields whose code is being read
    Run run_;
    Hint hint_ = Hint::plain;
    std::string number_;  // printed before the paragraph that has begun
    std::string raised_;
    std::string_view own_label_;
    int drawings_ = 0;
    pugi::xml_node listing_;  // the table whose first column was read with its caption
    bool in_masthead_ = false;
    bool in_paragraph_ = false;
    bool in_text_ = false;
    bool in_code_ = false;
    bool in_note_ = false;
    bool in_listing_ = false;
    bool in_text_box_ = false;
    bool goes_on_ = false;
    bool too_deep_ = false;
};

// Reads the parts of the zip; what is wrong with one is said once, and names the part.
class Loader {
public:
    Loader(std::string_view bytes, std::string_view file, const ImportLimits& limits)
        : zip_(bytes, limits.members), file_(file), growth_(limits.growth), left_(most(bytes, growth_)) {}

    // False: there is no document that could be read.
    bool load(Parts& parts) {
        pugi::xml_document root;
        std::string main = "word/document.xml";
        if (zip_.has("_rels/.rels") && read("_rels/.rels", root, Severity::warning)) {
            const auto target = target_of_type(root, "officeDocument");
            if (!target.empty()) main = target.substr(target.find_first_not_of('/'));
        }
        if (!read(main, parts.document, Severity::error)) return false;
        if (const auto root_name = local_name(parts.document.document_element().name());
            root_name != "document") {
            say(Severity::error, main, {1, 1},
                fmt::format("the root element is {}, expected the document of a Word file", root_name));
            return false;
        }
        folder_ = main.substr(0, main.rfind('/') + 1);
        pugi::xml_document relationships;
        read_links_of(main, relationships, parts.links);
        pugi::xml_document styles, numbering;
        if (read_target(relationships, "styles", styles)) parts.styles.read(styles);
        if (read_target(relationships, "numbering", numbering)) parts.numbering.read(numbering, parts.styles);
        load_notes(relationships, "footnotes", parts.footnotes_xml, parts.footnotes);
        load_notes(relationships, "endnotes", parts.endnotes_xml, parts.endnotes);
        pugi::xml_document settings;
        parts.endnotes.number_format = "lowerRoman";
        if (read_target(relationships, "settings", settings)) {
            read_note_numbers(child_named(settings.document_element(), "footnotePr"), parts.footnotes);
            read_note_numbers(child_named(settings.document_element(), "endnotePr"), parts.endnotes);
        }
        load_header(parts);
        return true;
    }

    std::vector<Diagnostic> diagnostics;

private:
    // Word's XML packs to a tenth or so; a file that unpacks to fifty times its size is none of Word's.
    static std::uint64_t most(std::string_view bytes, std::uint64_t growth) {
        constexpr std::uint64_t least = std::uint64_t{8} << 20;
        return std::max<std::uint64_t>(least, growth * bytes.size());
    }

    void say(Severity severity, std::string_view part, Position where, std::string message) {
        diagnostics.push_back({severity, fmt::format("{}/{}", file_, part), where, std::move(message)});
    }

    bool read(const std::string& part, pugi::xml_document& xml, Severity severity) {
        auto unpacked = zip_.read(part, left_);
        if (unpacked.too_large)
            unpacked.problem = fmt::format(
                "unpacks to more than {} MiB, which is more than {} times the file, expected a Word document "
                "(--max-growth raises the limit)",
                left_ >> 20, growth_);
        if (!unpacked.problem.empty()) {
            say(severity, part, {}, unpacked.problem);
            return false;
        }
        left_ -= unpacked.bytes.size();
        auto decoded = decode_text(unpacked.bytes, file_);
        const auto parsed = xml.load_buffer(decoded.view.data(), decoded.view.size(),
                                            pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (parsed) return true;
        say(severity, part, position_at(decoded.view, static_cast<std::size_t>(parsed.offset)),
            fmt::format("not well-formed XML: {}, expected a part of a Word document", parsed.description()));
        return false;
    }

    void read_links_of(const std::string& part, pugi::xml_document& xml, Relationships& links) {
        const auto slash = part.rfind('/') + 1;
        const auto name = fmt::format("{}_rels/{}.rels", part.substr(0, slash), part.substr(slash));
        if (zip_.has(name) && read(name, xml, Severity::warning)) links = read_relationships(xml);
    }

    std::string part_named(const std::string& target) const {
        return target.starts_with('/') ? target.substr(1) : folder_ + target;
    }

    bool read_target(const pugi::xml_document& relationships, std::string_view type,
                     pugi::xml_document& xml) {
        const auto target = target_of_type(relationships, type);
        return !target.empty() && read(part_named(target), xml, Severity::warning);
    }

    void load_notes(const pugi::xml_document& relationships, std::string_view type, pugi::xml_document& xml,
                    Notes& notes) {
        if (!read_target(relationships, type, xml)) return;
        for (const auto note : xml.document_element().children()) {
            // The separators between text and notes are no notes.
            if (const auto kind = attribute_named(note, "type"); !kind.empty() && kind != "normal") continue;
            notes.by_id.emplace(attribute_named(note, "id"), note);
        }
        pugi::xml_document links;
        read_links_of(part_named(target_of_type(relationships, type)), links, notes.links);
    }

    static void read_note_numbers(pugi::xml_node properties, Notes& notes) {
        const auto format = attribute_named(child_named(properties, "numFmt"), "val");
        const auto start = attribute_named(child_named(properties, "numStart"), "val");
        if (!format.empty()) notes.number_format = format;
        if (!start.empty()) notes.next = std::atoi(std::string(start).c_str());
    }

    // Symbol, date and session stand in the header of the first page.
    void load_header(Parts& parts) {
        pugi::xml_node section;
        walk(
            parts.document,
            [&](pugi::xml_node node) {
                if (!section && local_name(node.name()) == "sectPr") section = node;
                return !section;
            },
            [](pugi::xml_node) {});
        const std::string_view wanted = is_on(child_named(section, "titlePg")) ? "first" : "default";
        for (const auto child : section.children()) {
            if (local_name(child.name()) != "headerReference" || attribute_named(child, "type") != wanted)
                continue;
            const auto target = parts.links.find(attribute_named(child, "id"));
            if (target == parts.links.end() ||
                !read(part_named(target->second), parts.header, Severity::warning))
                continue;
            pugi::xml_document links;
            read_links_of(part_named(target->second), links, parts.header_links);
        }
    }

    ZipFile zip_;
    std::string_view file_;
    std::uint64_t growth_;
    std::uint64_t left_;
    std::string folder_;
};

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

bool recognises_docx(std::string_view bytes) {
    if (bytes.starts_with(compound_file)) return true;
    if (!bytes.starts_with("PK\x03\x04")) return false;
    const ZipFile zip(bytes, ImportLimits{}.members);
    return zip.has("word/document.xml") || (zip.has("[Content_Types].xml") && zip.has("_rels/.rels"));
}

Imported import_docx(std::string_view bytes, std::string_view file, const ImportLimits& limits) {
    Imported imported;
    if (bytes.starts_with(compound_file)) {
        imported.diagnostics.push_back(
            {Severity::error,
             std::string(file),
             {},
             "is a Word file of before 2007 (.doc) or one with a password, expected .docx "
             "without a password"});
        return imported;
    }
    Parts parts;
    Loader loader(bytes, file, limits);
    const bool loaded = loader.load(parts);
    imported.diagnostics = std::move(loader.diagnostics);
    if (!loaded) return imported;
    const auto deepest = limits.depth_or(deepest_element);
    Reader reader(parts, file, deepest);
    reader.read();
    if (reader.too_deep()) {
        imported.diagnostics.push_back({Severity::error, std::string(file), {}, nested_too_deep(deepest)});
        return imported;
    }
    auto document = reader.builder().finish();
    if (document.blocks.empty()) {
        imported.diagnostics.push_back(
            {Severity::error, std::string(file), {}, "the document has no text, expected paragraphs"});
        return imported;
    }
    imported.documents.push_back(std::move(document));
    return imported;
}

}  // namespace

extern constinit const Importer docx{"docx", "Word, Office Open XML", ".docx", recognises_docx, import_docx};

}  // namespace resograph
