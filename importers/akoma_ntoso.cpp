// Akoma Ntoso 3.0 (OASIS LegalDocML) and the AKN4UN profile: elements are matched by local name, in any
// version of the namespace. The markup is a hint; what real converters mark too little, the words decide
// (structure.hpp).
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "importers/importer.hpp"
#include "importers/known_structure.hpp"
#include "importers/structure.hpp"
#include "importers/text_encoding.hpp"
#include "importers/xml.hpp"

namespace resograph {

namespace {

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
}

enum class Element {
    other,  // a container, or an inline element
    meta,   // not text
    front,  // preface, cover page
    doc_title,
    doc_number,
    formula,
    recital,
    numbered,  // paragraph, point, … that may have a num
    num,
    heading,
    annex,  // attachment, component
    block,  // p and its kind: a paragraph of text
    note,
    note_ref,  // the mark of a note that stands elsewhere
    reference,
    draft,
    superscript,
};

struct Name {
    std::string_view name;
    Element element;
};
// Sorted by name.
constexpr std::array<Name, 55> names{{
    {"a", Element::reference},
    {"alinea", Element::numbered},
    {"article", Element::numbered},
    {"attachment", Element::annex},
    {"authorialNote", Element::note},
    {"block", Element::block},
    {"caption", Element::block},
    {"chapter", Element::numbered},
    {"citation", Element::recital},
    {"clause", Element::numbered},
    {"component", Element::annex},
    {"container", Element::recital},
    {"coverPage", Element::front},
    {"crossHeading", Element::heading},
    {"division", Element::numbered},
    {"docNumber", Element::doc_number},
    {"docTitle", Element::doc_title},
    {"embeddedStructure", Element::draft},
    {"formula", Element::formula},
    {"hcontainer", Element::other},
    {"heading", Element::heading},
    {"indent", Element::numbered},
    {"item", Element::numbered},
    {"li", Element::block},
    {"list", Element::other},
    {"listIntroduction", Element::block},
    {"listWrapUp", Element::block},
    {"longTitle", Element::other},
    {"meta", Element::meta},
    {"mref", Element::other},
    {"noteRef", Element::note_ref},
    {"num", Element::num},
    {"p", Element::block},
    {"paragraph", Element::numbered},
    {"part", Element::numbered},
    {"point", Element::numbered},
    {"preface", Element::front},
    {"presentation", Element::meta},
    {"quotedStructure", Element::draft},
    {"recital", Element::recital},
    {"ref", Element::reference},
    {"remark", Element::meta},
    {"rref", Element::reference},
    {"rule", Element::numbered},
    {"section", Element::numbered},
    {"subclause", Element::numbered},
    {"subheading", Element::heading},
    {"subparagraph", Element::numbered},
    {"subrule", Element::numbered},
    {"subsection", Element::numbered},
    {"sup", Element::superscript},
    {"tblock", Element::numbered},
    {"td", Element::block},
    {"th", Element::block},
    {"title", Element::numbered},
}};

// Where the names with a first letter begin in the table; those of 'a' at 0.
constexpr auto first_of_letter = [] {
    std::array<std::uint8_t, 27> first{};
    for (const auto& known : names) {
        for (auto letter = static_cast<std::size_t>(known.name[0] - 'a') + 1; letter < first.size(); ++letter)
            ++first[letter];
    }
    return first;
}();

Element element_of(std::string_view name) {
    if (name.empty() || name[0] < 'a' || name[0] > 'z') return Element::other;
    const auto letter = static_cast<std::size_t>(name[0] - 'a');
    for (std::size_t i = first_of_letter[letter]; i < first_of_letter[letter + 1]; ++i) {
        const auto& known = names[i].name;
        if (known.size() == name.size() && known.back() == name.back() && known == name)
            return names[i].element;
    }
    return Element::other;
}

// "op. 5." -> "5", "(b)" -> "b".
std::string bare_number(std::string_view printed) {
    std::string number;
    for (const char c : printed) {
        const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (kept)
            number += c;
        else if (!number.empty() && c == ' ')
            break;
    }
    return number.size() > 6 ? "" : number;
}

class Reader : private pugi::xml_tree_walker {
public:
    Reader(XmlSource source, std::string_view file, bool structure_is_known, std::size_t deepest)
        : source_(source),
          structure_is_known_(structure_is_known),
          deepest_(deepest),
          builder_(file, "akn") {}

    // False when it is nested too deep.
    bool read(pugi::xml_node root, std::size_t& too_deep_at) {
        root.traverse(*this);
        too_deep_at = too_deep_at_;
        return !too_deep_;
    }

    bool begin(pugi::xml_node& root) override {
        enter(root);
        return true;
    }

    bool for_each(pugi::xml_node& node) override {
        const int level = depth();
        leave_from(level);
        if (!frames_.empty() && frames_.back().element == Element::meta) return true;
        if (static_cast<std::size_t>(level) >= deepest_) {
            too_deep_ = true;
            too_deep_at_ = static_cast<std::size_t>(node.offset_debug());
            return false;
        }
        const auto type = node.type();
        if (type == pugi::node_pcdata || type == pugi::node_cdata)
            text(node.value());
        else if (type == pugi::node_element)
            enter(node);
        return true;
    }

    bool end(pugi::xml_node&) override {
        leave_from(depth());
        return true;
    }

    DocumentBuilder& builder() { return builder_; }

private:
    struct Frame {
        Element element;
        pugi::xml_node node;
        int depth = 0;         // -1: the root
        std::size_t from = 0;  // of a reference
    };

    void enter(pugi::xml_node node) {
        const auto element = element_of(local_name(node.name()));
        if (element == Element::other) return;
        frames_.push_back({element, node, depth(), builder_.position()});
        switch (element) {
            case Element::num:
                number_.clear();
                break;
            case Element::block:
            case Element::heading:
                start_block();
                break;
            case Element::doc_title:
            case Element::doc_number:
                start_document_part(element);
                break;
            case Element::numbered:
                pending_number_.clear();
                break;
            case Element::annex:
                annex();
                break;
            case Element::note:
                start_note(node);
                break;
            case Element::note_ref:
                if (const auto marker = node.attribute("marker"); marker && in_block_)
                    builder_.mark(marker.value());
                break;
            case Element::draft:
                builder_.begin_draft();
                in_block_ = false;
                break;
            case Element::superscript:
                superscript_.clear();
                break;
            default:
                break;
        }
    }

    // The elements at this depth and below have been read.
    void leave_from(int level) {
        while (!frames_.empty() && frames_.back().depth >= level) leave();
    }

    void leave() {
        const auto frame = frames_.back();
        frames_.pop_back();
        switch (frame.element) {
            case Element::num:
                pending_number_ = bare_number(number_);
                printed_numbers_ += printed_numbers_.empty() ? number_ : " " + number_;
                break;
            case Element::block:
            case Element::heading:
                end_block();
                break;
            case Element::doc_title:
            case Element::doc_number:
                if (!is_within(Element::block)) end_block();
                break;
            case Element::note:
                end_note();
                break;
            case Element::draft:
                builder_.end_draft();
                in_block_ = false;
                break;
            case Element::reference:
                builder_.reference(frame.from, frame.node.attribute("href").value());
                break;
            case Element::superscript:
                if (in_known_block_)
                    builder_.mark(superscript_);
                else
                    builder_.raised(superscript_);
                break;
            default:
                break;
        }
    }

    bool is_within(Element element) const {
        return std::any_of(frames_.begin(), frames_.end(),
                           [&](const Frame& f) { return f.element == element; });
    }

    Hint hint() const {
        for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
            switch (frame->element) {
                case Element::front:
                    return Hint::masthead;
                case Element::formula:
                    return Hint::formula;
                case Element::recital:
                    return Hint::recital;
                case Element::heading:
                    return Hint::heading;
                case Element::numbered:
                    return Hint::numbered;
                case Element::draft:
                    return Hint::plain;
                default:
                    break;
            }
        }
        return Hint::plain;
    }

    void start_block() {
        if (note_depth_ > 0) {
            if (builder_.has_text()) append_separator_ = true;
            return;
        }
        if (structure_is_known_ && start_known_block()) return;
        auto kind = hint();
        if (kind == Hint::numbered && pending_number_.empty()) kind = Hint::plain;
        if (kind == Hint::plain && is_within(Element::front)) kind = Hint::masthead;
        builder_.begin(kind, kind == Hint::numbered ? std::string_view(pending_number_) : "");
        if (kind == Hint::numbered) pending_number_.clear();
        in_block_ = true;
    }

    bool start_known_block() {
        if (frames_.empty()) return false;
        const auto node = frames_.back().node;
        const auto role = parse_role(node.attribute(known_structure::role).value());
        if (!role) return false;
        if (const auto speaker = node.attribute(known_structure::speaker)) speaker_ = speaker.value();
        builder_.begin_known({*role,
                              node.attribute(known_structure::location).value(),
                              {},
                              -1,
                              is_within(Element::draft),
                              std::exchange(printed_numbers_, "")},
                             speaker_);
        in_block_ = in_known_block_ = true;
        return true;
    }

    void start_document_part(Element element) {
        if (note_depth_ > 0 || in_known_block_) return;
        // docTitle and docNumber stand in a p: the paragraph is theirs.
        builder_.begin(element == Element::doc_title ? Hint::title : Hint::symbol);
        in_block_ = true;
    }

    void end_block() {
        if (note_depth_ > 0) return;
        builder_.end();
        in_block_ = in_known_block_ = false;
    }

    void annex() {
        if (structure_is_known_) return;  // its heading says so
        builder_.begin(Hint::plain);
        builder_.append("Annex");
        builder_.end();
        in_block_ = false;
    }

    // A note stands in the middle of a paragraph: its text is gathered apart, and the paragraph goes on.
    void start_note(pugi::xml_node node) {
        if (note_depth_++ > 0) return;
        note_label_ = node.attribute("marker").value();
        if (note_label_.empty()) note_label_ = std::to_string(++unlabelled_notes_);
        const bool called = std::string_view(node.attribute(known_structure::called).value()) != "no";
        if (called) builder_.mark(note_label_);
        builder_.start_inline_note(note_label_, structure_is_known_ ? place_of_note(node) : 0);
    }

    static std::size_t place_of_note(pugi::xml_node node) {
        std::string_view id = node.attribute("eId").value();
        if (!id.starts_with(known_structure::note_id)) return 0;
        id.remove_prefix(known_structure::note_id.size());
        std::size_t place = 0;
        std::from_chars(id.data(), id.data() + id.size(), place);
        return place;
    }

    void end_note() {
        if (--note_depth_ == 0) builder_.end_inline_note();
    }

    void text(std::string_view value) {
        if (!frames_.empty() && frames_.back().element == Element::num) {
            number_ += value;
            return;
        }
        if (!frames_.empty() && frames_.back().element == Element::superscript) {
            superscript_ += value;
            return;
        }
        if (!in_block_ && note_depth_ == 0) {
            if (is_blank(value)) return;
            start_block();  // text where the standard wants an element
        }
        if (append_separator_) {
            builder_.append(" ");
            append_separator_ = false;
        }
        source_.append_to(builder_, value);
    }

    XmlSource source_;
    bool structure_is_known_;
    std::size_t deepest_;
    DocumentBuilder builder_;
    std::vector<Frame> frames_;
    std::size_t too_deep_at_ = 0;
    bool too_deep_ = false;
    bool in_block_ = false;
    bool in_known_block_ = false;
    bool append_separator_ = false;
    int note_depth_ = 0;
    int unlabelled_notes_ = 0;
    std::string note_label_;
    std::string speaker_;  // of the known paragraph before
    std::string number_;
    std::string printed_numbers_;  // since the known paragraph before
    std::string pending_number_;
    std::string superscript_;
};

pugi::xml_node descend(pugi::xml_node node, std::initializer_list<std::string_view> path) {
    for (const auto name : path) node = child_named(node, name);
    return node;
}

bool is_symbol(std::string_view value) {
    return value.find('/') != std::string_view::npos && !value.starts_with('/');
}

// FRBRWork: symbol, IRI, date; FRBRExpression: language.
void read_metadata(pugi::xml_node document, Metadata& metadata) {
    const auto identification = descend(document, {"meta", "identification"});
    const auto work = child_named(identification, "FRBRWork");
    for (const auto child : work.children()) {
        const auto name = local_name(child.name());
        const std::string_view value = child.attribute("value").value();
        if (name == "FRBRuri") metadata.uri = value;
        if (name == "FRBRnumber" && is_symbol(value)) metadata.symbol = value;
        const std::string_view alias = name == "FRBRalias" ? child.attribute("name").value() : "";
        if (alias == "symbol") metadata.symbol = value;
        if (alias == "title") metadata.title = value;
        if (name == "FRBRdate" && metadata.date.empty()) metadata.date = child.attribute("date").value();
    }
    constexpr std::string_view unknown = "1900-01-01";
    if (metadata.date == unknown) metadata.date.clear();
    const std::string_view language =
        descend(identification, {"FRBRExpression", "FRBRlanguage"}).attribute("language").value();
    struct Language {
        std::string_view three, two;
    };
    static constexpr std::array<Language, 6> languages{
        {{"eng", "en"}, {"fra", "fr"}, {"spa", "es"}, {"rus", "ru"}, {"zho", "zh"}, {"ara", "ar"}}};
    for (const auto& l : languages) {
        if (language == l.three) metadata.language = l.two;
    }
}

bool recognises_akn(std::string_view bytes) {
    constexpr std::size_t head = 4096;
    const auto has_element = [](std::string_view text) {
        return text.find("akomaNtoso") != std::string_view::npos && text.find('<') != std::string_view::npos;
    };
    return has_element(bytes.substr(0, head)) || has_element(decode_text(bytes.substr(0, head), "").view);
}

Diagnostic at(std::string_view bytes, std::string_view file, std::size_t offset, Severity severity,
              std::string message) {
    return {severity, std::string(file), position_at(bytes, offset), std::move(message)};
}

// The documents of an akomaNtoso element: one, or those of a documentCollection.
std::vector<pugi::xml_node> documents_of(pugi::xml_node root) {
    std::vector<pugi::xml_node> found;
    for (const auto child : root.children()) {
        if (child.type() == pugi::node_element && local_name(child.name()) != "components")
            found.push_back(child);
    }
    return found;
}

bool is_known_structure(pugi::xml_node root) {
    return std::string_view(root.attribute(known_structure::declaration.data()).value()) ==
           known_structure::namespace_name;
}

Imported import_akn(std::string_view bytes, std::string_view file, const ImportLimits& limits) {
    Imported imported;
    auto decoded = decode_text(bytes, file);
    imported.diagnostics = std::move(decoded.diagnostics);
    std::string copy;
    pugi::xml_document xml;
    if (auto problem = parse_xml(decoded.view, file, "an Akoma Ntoso document", copy, xml)) {
        imported.diagnostics.push_back(std::move(*problem));
        return imported;
    }
    const auto root = xml.document_element();
    if (local_name(root.name()) != "akomaNtoso") {
        imported.diagnostics.push_back(
            at(decoded.view, file, static_cast<std::size_t>(root.offset_debug()), Severity::error,
               fmt::format("the root element is {}, expected akomaNtoso", root.name())));
        return imported;
    }
    const auto prolog = decoded.view.substr(0, static_cast<std::size_t>(root.offset_debug()));
    if (prolog.find("<!ENTITY") != std::string_view::npos) {
        imported.diagnostics.push_back({Severity::warning,
                                        std::string(file),
                                        {1, 1},
                                        "entities that the document declares are not expanded"});
    }
    const auto documents = documents_of(root);
    const auto deepest = limits.depth_or(deepest_element);
    for (const auto document : documents) {
        Reader reader({decoded.view, copy.data(), decoded.same_offsets}, file, is_known_structure(root),
                      deepest);
        reader.builder().reserve(decoded.view.size() / documents.size());
        read_metadata(document, reader.builder().metadata());
        std::size_t too_deep = 0;
        if (!reader.read(document, too_deep)) {
            imported.diagnostics.push_back(
                at(decoded.view, file, too_deep, Severity::error, nested_too_deep(deepest)));
            continue;
        }
        auto result = reader.builder().finish();
        if (result.blocks.empty()) {
            imported.diagnostics.push_back(
                at(decoded.view, file, static_cast<std::size_t>(document.offset_debug()), Severity::error,
                   "the document has no text, expected paragraphs"));
            continue;
        }
        imported.documents.push_back(std::move(result));
    }
    if (imported.documents.empty() && imported.diagnostics.empty()) {
        imported.diagnostics.push_back(at(decoded.view, file, 0, Severity::error,
                                          "no document in it, expected a statement, doc or act"));
    }
    return imported;
}

}  // namespace

extern constinit const Importer akoma_ntoso{"akn", "Akoma Ntoso 3.0, AKN4UN", ".xml .akn", recognises_akn,
                                            import_akn};

}  // namespace resograph
