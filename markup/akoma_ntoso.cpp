#include "markup/akoma_ntoso.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "exporters/escape.hpp"
#include "graph/assemble.hpp"
#include "graph/work_iri.hpp"
#include "importers/known_structure.hpp"
#include "markup/outline.hpp"

namespace resograph {

namespace {

constexpr std::string_view akn_namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
constexpr std::string_view unknown_date = "1900-01-01";

// The bodies as Akoma Ntoso knows them: by the id of describe(), and by the name they speak under.
struct BodyName {
    std::string_view code, id, ontology, name;
};
constexpr std::array<BodyName, 5> bodies{
    {{"GA", "ga", "generalAssembly", "General Assembly"},
     {"SC", "sc", "securityCouncil", "Security Council"},
     {"ECOSOC", "ecosoc", "economicAndSocialCouncil", "Economic and Social Council"},
     {"HRC", "hrc", "humanRightsCouncil", "Human Rights Council"},
     {"CHR", "chr", "commissionOnHumanRights", "Commission on Human Rights"}}};
constexpr BodyName united_nations{"", "un", "unitedNations", "United Nations"};

struct Language {
    std::string_view two, three;
};
constexpr std::array<Language, 6> languages{
    {{"en", "eng"}, {"fr", "fra"}, {"es", "spa"}, {"ru", "rus"}, {"zh", "zho"}, {"ar", "ara"}}};

std::string_view language_code(std::string_view two) {
    const auto found =
        std::find_if(languages.begin(), languages.end(), [&](const Language& l) { return l.two == two; });
    return found == languages.end() ? "und" : found->three;
}

std::string file_stem(const std::string& file) {
    const auto slash = file.rfind('/');
    auto stem = slash == std::string::npos ? file : file.substr(slash + 1);
    stem = stem.substr(0, stem.find('.'));
    return stem.empty() ? "document" : stem;
}

class Writer {
public:
    Writer(const Document& document, const Registry& registry)
        : document_(document), outline_(outline_of(document)) {
        const auto& metadata = document.metadata;
        const auto node =
            describe(metadata.symbol.empty() ? "file:" + document.file : metadata.symbol, registry);
        kind_ = node.kind == "resolution" || node.kind == "decision" ? node.kind : "document";
        const auto body = std::find_if(bodies.begin(), bodies.end(), [&](const BodyName& b) {
            return !node.body.empty() && b.code == node.body;
        });
        author_ = body == bodies.end() ? united_nations : *body;
        iri_ = metadata.uri;
        if (iri_.empty()) iri_ = work_iri(metadata.symbol, registry, metadata.date);
        if (iri_.empty()) iri_ = work_iri("name:" + file_stem(document.file), registry);
        while (iri_.ends_with('/')) iri_.pop_back();
    }

    std::string run() {
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        open(fmt::format("akomaNtoso xmlns=\"{}\" {}=\"{}\"", akn_namespace, known_structure::declaration,
                         known_structure::namespace_name));
        const bool statement = kind_ != "document";
        open(fmt::format("{} name=\"{}\"", statement ? "statement" : "doc", kind_));
        meta("", true);
        preface();
        preamble();
        open("mainBody eId=\"mainBody\"");
        flow(outline_.body, "", false);
        if (outline_.body.begin == outline_.body.end) line("<p/>");
        close("mainBody");
        conclusions();
        annexes();
        close(statement ? "statement" : "doc");
        close("akomaNtoso");
        return std::move(out_);
    }

private:
    // --- lines -------------------------------------------------------------------------------------------

    void line(std::string_view content) {
        out_.append(depth_ * 2, ' ');
        out_ += content;
        out_ += '\n';
    }

    void open(std::string_view tag) {
        line(fmt::format("<{}>", tag));
        ++depth_;
    }

    void close(std::string_view name) {
        --depth_;
        line(fmt::format("</{}>", name));
    }

    // The id if it is new, else with a number after it: two parts of a resolution may have a paragraph 1
    // each.
    std::string id(const std::string& wanted) {
        if (ids_.insert(wanted).second) return wanted;
        return id(fmt::format("{}-{}", wanted, ++counts_[wanted] + 1));
    }

    // The next of its kind within the parent: "formula_1", "formula_2".
    std::string counted_id(const std::string& parent, std::string_view kind) {
        const auto stem = within(parent, kind);
        return id(fmt::format("{}_{}", stem, ++counts_[stem]));
    }

    static std::string within(const std::string& parent, std::string_view part) {
        return parent.empty() ? std::string(part) : fmt::format("{}__{}", parent, part);
    }

    // A paragraph of text, in an element of this name: p or heading.
    void block(std::size_t index, std::string_view element, const std::string& parent,
               std::string_view around = "") {
        const auto& b = document_.blocks[index];
        auto start = fmt::format("<{} eId=\"{}\" {}=\"{}\"", element, counted_id(parent, element),
                                 known_structure::role, to_string(b.role));
        if (!b.location.empty())
            start += fmt::format(" {}=\"{}\"", known_structure::location, xml_text(b.location));
        if (b.speaker != speaker_)
            start += fmt::format(" {}=\"{}\"", known_structure::speaker, xml_text(speaker_of(document_, b)));
        speaker_ = b.speaker;
        auto text = words(index);
        if (!around.empty()) text = fmt::format("<{0}>{1}</{0}>", around, text);
        line(fmt::format("{}>{}</{}>", start, text, element));
    }

    // --- words and notes ---------------------------------------------------------------------------------

    std::string words(std::size_t index) {
        const auto span = document_.blocks[index].span;
        std::string text;
        auto from = span.begin;
        for (; next_mark_ < document_.marks.size() && document_.marks[next_mark_].offset <= span.end;
             ++next_mark_) {
            const auto& mark = document_.marks[next_mark_];
            if (mark.offset < from) continue;
            text += xml_text(text_of(document_, {from, mark.offset}));
            from = mark.offset;
            text += marked(mark);
        }
        text += xml_text(text_of(document_, {from, span.end}));
        if (index == outline_.last) text += notes_without_mark();
        return text;
    }

    std::string marked(const NoteMark& mark) {
        const auto label = xml_text(mark.label);
        if (mark.note < 0) return fmt::format("<sup>{}</sup>", label);
        const auto place = static_cast<std::size_t>(mark.note) - outline_.first_note + 1;
        if (written_notes_.insert(place).second) return note(place, true);
        return fmt::format("<noteRef href=\"#{}{}\" marker=\"{}\" placement=\"bottom\"/>",
                           known_structure::note_id, place, label);
    }

    std::string note(std::size_t place, bool called) {
        const auto& b = document_.blocks[outline_.first_note + place - 1];
        constexpr std::size_t prefix = 2;  // "fn" before the label
        const auto id = fmt::format("{}{}", known_structure::note_id, place);
        return fmt::format(
            "<authorialNote eId=\"{0}\" marker=\"{1}\" placement=\"bottom\"{2}><p "
            "eId=\"{0}__p_1\">{3}</p></authorialNote>",
            id, xml_text(std::string_view(b.location).substr(std::min(prefix, b.location.size()))),
            called ? "" : fmt::format(" {}=\"no\"", known_structure::called),
            xml_text(text_of(document_, b.span)));
    }

    std::string notes_without_mark() {
        std::string notes;
        for (std::size_t place = 1; place <= document_.blocks.size() - outline_.first_note; ++place) {
            const bool called =
                std::any_of(document_.marks.begin(), document_.marks.end(), [&](const NoteMark& m) {
                    return m.note == static_cast<int>(outline_.first_note + place - 1);
                });
            if (!called) notes += note(place, false);
        }
        return notes;
    }

    // --- metadata ----------------------------------------------------------------------------------------

    void meta(const std::string& component, bool with_references) {
        const auto& m = document_.metadata;
        constexpr std::size_t day = 10;
        const auto date = m.date.size() == day ? std::string_view(m.date) : unknown_date;
        const auto date_name = m.date.size() == day ? "adoption" : "unknown";
        const auto part = component.empty() ? std::string("!main") : component;
        const auto language = language_code(m.language);
        const auto expression =
            fmt::format("{}/{}{}", iri_, language, m.date.size() == day ? "@" + m.date : "");
        open("meta");
        open("identification source=\"#resograph\"");
        open("FRBRWork");
        property("FRBRthis", fmt::format("{}/{}", iri_, part));
        property("FRBRuri", iri_);
        if (component.empty()) {
            alias("symbol", m.symbol);
            alias("title", m.title);
            if (m.date.size() != day) alias("date", m.date);
        }
        line(fmt::format("<FRBRdate date=\"{}\" name=\"{}\"/>", xml_text(date), date_name));
        line(fmt::format("<FRBRauthor href=\"#{}\" as=\"#author\"/>", author_.id));
        line("<FRBRcountry value=\"un\"/>");
        if (kind_ != "document") line("<FRBRsubtype value=\"deliberation\"/>");
        property("FRBRnumber", iri_.substr(iri_.rfind('/') + 1));
        property("FRBRname", component.empty() ? kind_ : "annex");
        close("FRBRWork");
        open("FRBRExpression");
        property("FRBRthis", fmt::format("{}/{}", expression, part));
        property("FRBRuri", expression);
        line(fmt::format("<FRBRdate date=\"{}\" name=\"{}\"/>", xml_text(date), date_name));
        line(fmt::format("<FRBRauthor href=\"#{}\" as=\"#author\"/>", author_.id));
        line(fmt::format("<FRBRlanguage language=\"{}\"/>", language));
        close("FRBRExpression");
        open("FRBRManifestation");
        property("FRBRthis", fmt::format("{}/{}.xml", expression, part));
        property("FRBRuri", fmt::format("{}.akn", expression));
        line(fmt::format("<FRBRdate date=\"{}\" name=\"markup\"/>", xml_text(date)));
        line("<FRBRauthor href=\"#resograph\" as=\"#editor\"/>");
        line("<FRBRformat value=\"application/akn+xml\"/>");
        close("FRBRManifestation");
        close("identification");
        if (with_references) references();
        close("meta");
    }

    void property(std::string_view name, std::string_view value) {
        line(fmt::format("<{} value=\"{}\"/>", name, xml_text(value)));
    }

    void alias(std::string_view name, std::string_view value) {
        if (has_text(value))
            line(fmt::format("<FRBRalias value=\"{}\" name=\"{}\"/>", xml_text(value), name));
    }

    // What the metadata and the text refer to: bodies, roles, the program, the concept of a draft.
    void references() {
        open("references source=\"#resograph\"");
        organization(author_);
        bool has_draft = false;
        std::set<std::string_view> named{author_.id};
        for (const auto& b : document_.blocks) {
            has_draft = has_draft || b.draft;
            for (const auto& body : bodies) {
                if (body.name == speaker_of(document_, b) && named.insert(body.id).second) organization(body);
            }
        }
        line(
            "<TLCProcess eId=\"resograph\" href=\"/akn/ontology/process/un/resograph\" "
            "showAs=\"resograph\"/>");
        line("<TLCRole eId=\"author\" href=\"/akn/ontology/role/un/author\" showAs=\"Author\"/>");
        line("<TLCRole eId=\"editor\" href=\"/akn/ontology/role/un/editor\" showAs=\"Editor\"/>");
        if (has_draft)
            line(
                "<TLCConcept eId=\"resolutionDraft\" href=\"/akn/ontology/concept/un/resolutionDraft\" "
                "showAs=\"Draft resolution\"/>");
        close("references");
    }

    void organization(const BodyName& body) {
        line(fmt::format(
            "<TLCOrganization eId=\"{}\" href=\"/akn/ontology/organization/un/{}\" showAs=\"{}\"/>", body.id,
            body.ontology, body.name));
    }

    // --- the parts of a resolution -----------------------------------------------------------------------

    void preface() {
        if (outline_.preface.begin == outline_.preface.end) return;
        open("preface eId=\"preface\"");
        for (auto i = outline_.preface.begin; i < outline_.preface.end; ++i) {
            if (document_.blocks[i].role != Role::title) {
                block(i, "p", "preface");
                continue;
            }
            const auto title = counted_id("preface", "longTitle");
            open(fmt::format("longTitle eId=\"{}\"", title));
            block(i, "p", title, "docTitle");
            close("longTitle");
        }
        close("preface");
    }

    void preamble() {
        if (outline_.preamble.begin == outline_.preamble.end) return;
        open("preamble eId=\"preamble\"");
        opening(outline_.preamble, "");
        close("preamble");
    }

    // Enacting formulas and recitals.
    void opening(Range range, const std::string& parent) {
        for (auto i = range.begin; i < range.end;) {
            if (document_.blocks[i].role == Role::formula) {
                const auto formula = counted_id(parent, "formula");
                open(fmt::format("formula name=\"enactingFormula\" eId=\"{}\"", formula));
                block(i++, "p", formula);
                close("formula");
                continue;
            }
            const auto recitals = counted_id(parent, "recs");
            open(fmt::format("recitals eId=\"{}\"", recitals));
            for (int n = 1; i < range.end && document_.blocks[i].role == Role::preambular; ++i, ++n) {
                const auto recital = id(within(recitals, fmt::format("rec_{}", n)));
                open(fmt::format("recital eId=\"{}\"", recital));
                block(i, "p", recital);
                close("recital");
            }
            close("recitals");
        }
    }

    void conclusions() {
        if (outline_.conclusions.begin == outline_.conclusions.end) return;
        open("conclusions eId=\"conclusions\"");
        for (auto i = outline_.conclusions.begin; i < outline_.conclusions.end; ++i)
            block(i, "p", "conclusions");
        close("conclusions");
    }

    void annexes() {
        if (outline_.annexes.empty()) return;
        open("attachments");
        int number = 0;
        for (const auto& annex : outline_.annexes) {
            const auto part = id(fmt::format("att_{}", ++number));
            const auto component =
                outline_.annexes.size() == 1 ? std::string("!annex") : fmt::format("!annex_{}", number);
            open(fmt::format("attachment eId=\"{}\"", part));
            auto rest = annex;
            block(rest.begin++, "heading", part);
            open("doc name=\"annex\"");
            meta(component, false);
            open(fmt::format("mainBody eId=\"{}__mainBody\"", part));
            if (rest.begin == rest.end) line("<p/>");
            flow(rest, part, false);
            close("mainBody");
            close("doc");
            close("attachment");
        }
        close("attachments");
    }

    // --- the flow of paragraphs --------------------------------------------------------------------------

    void flow(Range range, const std::string& parent, bool in_draft) {
        for (auto i = range.begin; i < range.end;) {
            const auto& b = document_.blocks[i];
            const auto numbered = numbered_run(document_, i, range.end, in_draft);
            if (numbered > i) {
                for (const auto& paragraph : paragraphs_of(document_, {i, numbered}, in_draft))
                    hierarchy(paragraph, "paragraph", parent);
                i = numbered;
            } else if (b.draft && !in_draft) {
                const auto end = draft_run(document_, i, range.end);
                draft({i, end}, parent);
                i = end;
            } else if (in_draft && (b.role == Role::formula || b.role == Role::preambular)) {
                auto end = i;
                while (end < range.end && (document_.blocks[end].role == Role::formula ||
                                           document_.blocks[end].role == Role::preambular))
                    ++end;
                opening({i, end}, parent);
                i = end;
            } else if (b.role == Role::heading) {
                const auto container = counted_id(parent, "hcontainer");
                open(fmt::format("hcontainer name=\"heading\" eId=\"{}\"", container));
                block(i++, "heading", container);
                close("hcontainer");
            } else {
                block(i++, "p", parent);
            }
        }
    }

    // Each paragraph of the draft begins with a quotation mark, and the last one ends with one.
    void draft(Range range, const std::string& parent) {
        const auto structure = counted_id("", "embeddedStructure");
        line(fmt::format(
            "<p eId=\"{}\"><embeddedStructure eId=\"{}\" refersTo=\"#resolutionDraft\" startQuote=\"“\" "
            "inlineQuote=\"“\" endQuote=\"”\">",
            counted_id(parent, "p"), structure));
        ++depth_;
        flow(range, structure, true);
        --depth_;
        line("</embeddedStructure></p>");
    }

    // A paragraph with its points. Never deep: the numbers of a paragraph are at most three.
    void hierarchy(const Paragraph& paragraph, std::string_view element, const std::string& parent) {
        const auto short_name = element == "paragraph" ? "para" : "point";
        const auto own = id(within(parent, fmt::format("{}_{}", short_name, id_part(paragraph.label))));
        open(fmt::format("{} eId=\"{}\"", element, own));
        if (!paragraph.number.empty()) line(fmt::format("<num>{}</num>", xml_text(paragraph.number)));
        if (paragraph.points.empty()) {
            contents("content", paragraph.before, own);
        } else {
            const auto list = counted_id(own, "list");
            open(fmt::format("list eId=\"{}\"", list));
            if (!paragraph.before.empty()) contents("intro", paragraph.before, list);
            for (const auto& point : paragraph.points) hierarchy(point, "point", list);
            if (!paragraph.after.empty()) contents("wrapUp", paragraph.after, list);
            close("list");
        }
        close(element);
    }

    void contents(std::string_view element, const std::vector<Content>& contents, const std::string& parent) {
        const auto own = id(within(parent, element));
        open(fmt::format("{} eId=\"{}\"", element, own));
        for (const auto& content : contents) {
            if (content.draft)
                draft(content.blocks, own);
            else
                block(content.blocks.begin, "p", own);
        }
        close(element);
    }

    // Labels of broken documents may hold anything; an id holds no blanks.
    static std::string id_part(std::string_view label) {
        std::string part;
        for (const char c : label) {
            const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            part += kept ? c : '-';
        }
        return part.empty() ? "1" : part;
    }

    const Document& document_;
    Outline outline_;
    std::string kind_;  // resolution, decision, document
    BodyName author_;
    std::string iri_;
    std::string out_;
    std::size_t depth_ = 0;
    std::set<std::string> ids_;
    std::map<std::string, int> counts_;
    int speaker_ = -1;
    std::size_t next_mark_ = 0;
    std::set<std::size_t> written_notes_;
};

}  // namespace

std::string to_akoma_ntoso(const Document& document, const Registry& registry) {
    return Writer(document, registry).run();
}

}  // namespace resograph
