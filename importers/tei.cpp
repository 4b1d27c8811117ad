// TEI P5 and its forerunners, as the United Nations Parallel Corpus has it: paragraphs with or without
// sentences, notes in their place or apart. Elements are matched by local name; what paragraphs are, the
// words say (structure.hpp).
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "importers/element_names.hpp"
#include "importers/importer.hpp"
#include "importers/structure.hpp"
#include "importers/text_encoding.hpp"
#include "importers/xml.hpp"

namespace resograph {

namespace {

enum class Element {
    other,
    skipped,  // the header, page numbers, what editors corrected
    title,
    heading,
    paragraph,
    sentence,
    label,
    line_break,
    highlighted,
    reference,
    note,
};

// Sorted by name.
constexpr ElementNames<Element, 21> names{{
    {"ab", Element::paragraph},     {"byline", Element::paragraph},  {"cell", Element::paragraph},
    {"closer", Element::paragraph}, {"del", Element::skipped},       {"fw", Element::skipped},
    {"head", Element::heading},     {"hi", Element::highlighted},    {"item", Element::paragraph},
    {"l", Element::paragraph},      {"label", Element::label},       {"lb", Element::line_break},
    {"note", Element::note},        {"opener", Element::paragraph},  {"orig", Element::skipped},
    {"p", Element::paragraph},      {"ref", Element::reference},     {"s", Element::sentence},
    {"sic", Element::skipped},      {"teiHeader", Element::skipped}, {"titlePart", Element::title},
}};

Element element_of(pugi::xml_node node) {
    return element_called(local_name(node.name()), names, Element::other);
}

bool is_raised(pugi::xml_node highlighted) {
    const auto how = attribute_named(highlighted, "rend");
    return how.find("sup") != std::string_view::npos;
}

// A mark where the note stands elsewhere: <ref target="#note3">3</ref>.
bool is_mark(pugi::xml_node reference) {
    constexpr std::size_t longest = 3;
    const std::string_view text = reference.text().get();
    return attribute_named(reference, "target").starts_with('#') && !text.empty() && text.size() <= longest;
}

class Reader {
public:
    Reader(XmlSource source, std::string_view file, std::size_t deepest)
        : source_(source), deepest_(deepest), builder_(file, "tei") {}

    // False where elements are nested too deep.
    bool read(pugi::xml_node document) {
        const auto too_deep = walk(
            document, [&](pugi::xml_node node) { return enter(node); },
            [&](pugi::xml_node node) { leave(node); }, deepest_);
        return !too_deep;
    }

    DocumentBuilder& builder() { return builder_; }

private:
    bool enter(pugi::xml_node node) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text(node.value());
        if (node.type() != pugi::node_element) return false;
        switch (element_of(node)) {
            case Element::skipped:
                return false;
            case Element::title:
                begin(Hint::title);
                break;
            case Element::heading:
                begin(Hint::heading);
                break;
            case Element::paragraph:
                begin(Hint::plain);
                break;
            case Element::sentence:
            case Element::line_break:
                blank();
                break;
            case Element::note:
                return begin_note(node);
            case Element::reference:
                if (is_mark(node)) {
                    builder_.mark(node.text().get());
                    return false;
                }
                reference_begin_ = builder_.position();
                break;
            case Element::highlighted:
                if (!is_raised(node)) break;
                builder_.raised(node.text().get());
                return false;
            case Element::label:
                begin(Hint::plain);
                break;
            case Element::other:
                break;
        }
        return true;
    }

    void leave(pugi::xml_node node) {
        switch (element_of(node)) {
            case Element::title:
            case Element::heading:
            case Element::paragraph:
                end();
                break;
            case Element::reference:
                if (const auto target = attribute_named(node, "target"); !target.empty() && open_)
                    builder_.reference(reference_begin_, target);
                break;
            case Element::note:
                end_note(node);
                break;
            case Element::label:
                blank();
                label_end_ = builder_.position();
                break;
            default:
                break;
        }
    }

    // Within a note a paragraph is only a break, and the item after a label goes on with it.
    void begin(Hint hint) {
        if (note_) return blank();
        if (open_ && builder_.position() == label_end_) return;
        builder_.begin(hint);
        open_ = true;
    }

    void end() {
        if (note_) return;
        builder_.end();
        open_ = false;
    }

    void blank() {
        if (open_ || note_) builder_.append(" ");
    }

    void text(std::string_view value) {
        if (!open_ && !note_) {
            if (value.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
            begin(Hint::plain);  // text where the standard wants a paragraph
        }
        source_.append_to(builder_, value);
    }

    // A note in a note is part of it; a remark of the editors is no note of the document.
    bool begin_note(pugi::xml_node node) {
        if (note_) return true;
        const auto place = attribute_named(node, "place");
        if (place == "margin" || place == "left" || place == "right") return false;
        std::string label(attribute_named(node, "n"));
        if (label.empty()) label = std::to_string(++unlabelled_notes_);
        note_ = node;
        within_ = open_;
        if (within_) {
            builder_.mark(label);
            builder_.start_inline_note(label);
        } else {
            builder_.begin_note(label);
        }
        return true;
    }

    void end_note(pugi::xml_node node) {
        if (node != note_) return;
        if (within_)
            builder_.end_inline_note();
        else
            builder_.end();
        note_ = {};
    }

    XmlSource source_;
    std::size_t deepest_;
    DocumentBuilder builder_;
    bool open_ = false;          // a paragraph
    std::size_t label_end_ = 0;  // of the item before
    pugi::xml_node note_;        // the one that is read
    bool within_ = false;        // it stands in a paragraph
    int unlabelled_notes_ = 0;
    std::size_t reference_begin_ = 0;
};

// The text of the first descendant of this name.
std::string_view value_of(pugi::xml_node header, std::string_view name) {
    std::string_view value;
    walk(
        header,
        [&](pugi::xml_node node) {
            if (value.empty() && local_name(node.name()) == name) value = node.text().get();
            return value.empty() && node.type() == pugi::node_element;
        },
        [](pugi::xml_node) {});
    return value;
}

// "20031208", "2003-12-08", "8 December 2003"; "" for anything else.
std::string iso_date(std::string_view printed) {
    std::string digits(printed);
    std::erase(digits, '-');
    const bool compact = digits.size() == 8 && digits.find_first_not_of("0123456789") == std::string::npos;
    if (!compact) return first_date(printed);
    return fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
}

void read_metadata(pugi::xml_node document, Metadata& metadata) {
    const auto header = child_named(document, "teiHeader");
    metadata.symbol = own_symbol(value_of(header, "idno"));
    metadata.date = iso_date(value_of(header, "date"));
    for (const std::string_view name : {"xml:lang", "lang"}) {
        const std::string_view language = document.attribute(name.data()).value();
        if (language.size() == 2) metadata.language = language;
    }
}

// The documents of a corpus, or the one of the file.
std::vector<pugi::xml_node> documents_of(pugi::xml_node root) {
    if (local_name(root.name()) != "teiCorpus") return {root};
    std::vector<pugi::xml_node> documents;
    for (const auto child : root.children()) {
        if (local_name(child.name()).starts_with("TEI")) documents.push_back(child);
    }
    return documents;
}

bool recognises_tei(std::string_view bytes) {
    constexpr std::size_t head = 4096;
    const auto decoded = decode_text(bytes.substr(0, head), "");
    const auto root = root_element(decoded.view);
    return root == "TEI" || root == "TEI.2" || root == "teiCorpus";
}

Imported import_tei(std::string_view bytes, std::string_view file, const ImportLimits& limits) {
    Imported imported;
    auto decoded = decode_text(bytes, file);
    imported.diagnostics = std::move(decoded.diagnostics);
    std::string copy;
    pugi::xml_document xml;
    if (auto problem = parse_xml(decoded.view, file, "a TEI document", copy, xml)) {
        imported.diagnostics.push_back(std::move(*problem));
        return imported;
    }
    const auto fail = [&](pugi::xml_node at, std::string message) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(at.offset_debug(), 0));
        imported.diagnostics.push_back(
            {Severity::error, std::string(file), position_at(decoded.view, offset), std::move(message)});
    };
    const auto deepest = limits.depth_or(deepest_element);
    for (const auto node : documents_of(xml.document_element())) {
        Reader reader({decoded.view, copy.data(), decoded.same_offsets}, file, deepest);
        read_metadata(node, reader.builder().metadata());
        if (!reader.read(node)) {
            fail(node, nested_too_deep(deepest));
            continue;
        }
        auto document = reader.builder().finish();
        if (document.metadata.title.empty())
            document.metadata.title = value_of(child_named(node, "teiHeader"), "title");
        if (document.blocks.empty()) {
            fail(node, "the document has no text, expected paragraphs");
            continue;
        }
        imported.documents.push_back(std::move(document));
    }
    if (imported.documents.empty() && imported.diagnostics.empty())
        fail(xml.document_element(), "no document in it, expected TEI elements");
    return imported;
}

}  // namespace

extern constinit const Importer tei{"tei", "TEI, as in the United Nations Parallel Corpus", ".xml .tei",
                                    recognises_tei, import_tei};

}  // namespace resograph
