#include "markup/html.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "exporters/escape.hpp"
#include "exporters/rows.hpp"
#include "graph/assemble.hpp"
#include "markup/outline.hpp"
#include "markup/references.hpp"

namespace resograph {

namespace {

// The card of a reference is as wide as its paragraph, so that it never leaves the page.
constexpr std::string_view style = R"(
:root { --ink: #1f2328; --soft: #59636e; --line: #d5dbe1; --link: #0b5cad; --paper: #fff; --shade: #f4f6f8; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--shade); color: var(--ink); font: 1.06rem/1.6 Georgia, "DejaVu Serif", serif; }
article { max-width: 46rem; margin: 2rem auto; padding: 2.5rem 3rem; background: var(--paper); border: 1px solid var(--line); }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .4rem 0 1.6rem; }
h2 { font-size: 1.1rem; margin: 1.8rem 0 .6rem; }
p { position: relative; margin: .7rem 0; }
.masthead, .closing { color: var(--soft); font-size: .95rem; margin: .2rem 0; }
.symbol { font-weight: bold; letter-spacing: .02em; }
.formula { font-style: italic; }
.number { color: var(--soft); margin-right: .4em; }
.level2 { margin-left: 2rem; } .level3 { margin-left: 4rem; }
.draft { margin: 1rem 0; padding: .1rem 0 .1rem 1.4rem; border-left: 3px solid var(--line); }
.ref { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .15em; }
span.ref { cursor: help; text-decoration-style: dotted; }
.unresolved { color: #8a4b00; }
.card { display: none; position: absolute; z-index: 2; left: 0; right: 0; margin-top: 1.7em; padding: .7rem .9rem;
  background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: 4px;
  box-shadow: 0 4px 14px rgba(0, 0, 0, .16); font: .86rem/1.45 "DejaVu Sans", Verdana, sans-serif; cursor: default; }
.ref:hover .card, .ref:focus .card { display: block; }
.card b { display: block; }
.card i { font-style: normal; color: var(--soft); margin-right: .3em; }
.card span { display: inline-block; margin-right: 1.1em; }
sup { line-height: 0; font-size: .72em; }
sup a { color: var(--soft); text-decoration: none; padding: 0 .1em; }
.notes, .cited { margin-top: 2.2rem; padding-top: .6rem; border-top: 1px solid var(--line); font-size: .92rem; }
.notes a.back { text-decoration: none; color: var(--soft); margin-right: .5em; }
.notes p:target { background: #fff6d6; }
.cited table { width: 100%; border-collapse: collapse; font: .84rem/1.4 "DejaVu Sans", Verdana, sans-serif; }
.cited th { text-align: left; color: var(--soft); font-weight: normal; }
.cited th, .cited td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.cited .count { text-align: right; padding-right: 0; }
.cited a { color: var(--link); }
@media (max-width: 40rem) { article { margin: 0; padding: 1.2rem; border: 0; } .level2 { margin-left: 1rem; } .level3 { margin-left: 2rem; } }
@media print {
  body { background: none; font-size: 10.5pt; } article { margin: 0; padding: 0; border: 0; max-width: none; }
  .card { display: none !important; } .ref { color: inherit; } p, tr { break-inside: avoid; }
}
)";

class Page {
public:
    Page(const Document& document, const Extracted& extracted, const Registry& registry, std::size_t number)
        : document_(document),
          extracted_(extracted),
          registry_(registry),
          outline_(outline_of(document)),
          prefix_(number == 0 ? "" : fmt::format("d{}-", number + 1)) {
        auto marked = marked_references(document, extracted, registry);
        for (auto& reference : marked.references)
            links_.push_back({reference.span, reference.target, reference.citation});
        add_unmarked();
        std::sort(links_.begin(), links_.end(),
                  [](const Link& a, const Link& b) { return a.span.begin < b.span.begin; });
    }

    std::string run() {
        out_ = fmt::format("<article lang=\"{}\"{}>\n", xml_text(document_.metadata.language),
                           document_.metadata.language == "ar" ? " dir=\"rtl\"" : "");
        bool draft = false;
        for (std::size_t i = 0; i < outline_.first_note; ++i) {
            const auto& block = document_.blocks[i];
            if (block.draft != draft)
                out_ += block.draft ? "<blockquote class=\"draft\">\n" : "</blockquote>\n";
            draft = block.draft;
            paragraph(block);
        }
        if (draft) out_ += "</blockquote>\n";
        notes();
        cited_works();
        out_ += "</article>\n";
        return std::move(out_);
    }

private:
    struct Link {
        Span span;
        std::string target;  // "": several works, or none that is known
        int citation = -1;
    };

    // What could not be resolved, and "those instruments".
    void add_unmarked() {
        for (std::size_t i = 0; i < extracted_.citations.size(); ++i) {
            const auto span = extracted_.citations[i].span;
            const auto taken = [&](const Link& link) {
                return link.span.begin < span.end && span.begin < link.span.end;
            };
            if (span.begin < span.end && std::none_of(links_.begin(), links_.end(), taken))
                links_.push_back({span, "", static_cast<int>(i)});
        }
    }

    // --- paragraphs --------------------------------------------------------------------------------------

    void paragraph(const Block& block) {
        const auto text = words(block.span);
        const auto number = block.number.empty()
                                ? ""
                                : fmt::format("<span class=\"number\">{}</span>", xml_text(block.number));
        switch (block.role) {
            case Role::title:
                out_ += fmt::format("<h1>{}</h1>\n", text);
                return;
            case Role::heading:
                out_ += fmt::format("<h2>{}{}</h2>\n", number, text);
                return;
            default:
                out_ += fmt::format("<p class=\"{}\">{}{}</p>\n", class_of(block), number, text);
        }
    }

    std::string class_of(const Block& block) const {
        if (block.role == Role::masthead && !document_.metadata.symbol.empty() &&
            text_of(document_, block.span) == document_.metadata.symbol)
            return "masthead symbol";
        const bool item = block.role == Role::operative || block.role == Role::annex;
        const auto level = item ? level_of(block) : 1;
        return level > 1 ? fmt::format("{} level{}", to_string(block.role), level)
                         : std::string(to_string(block.role));
    }

    // "op5.b.ii" stands at the third level.
    static long level_of(const Block& block) {
        const auto from = block.location.find("op");
        const auto para = block.location.find("para_");
        const auto start = from == 0 || block.location.find(".op") != std::string::npos ? from : para;
        if (start == std::string::npos) return 1;
        const auto dots = std::count(block.location.begin() + static_cast<std::ptrdiff_t>(start),
                                     block.location.end(), '.');
        return std::min<long>(dots + 1, 3);
    }

    // A mark within the words of a link follows it: a link cannot hold another.
    std::string words(Span span) {
        std::string text;
        auto at = span.begin;
        auto link = std::lower_bound(links_.begin(), links_.end(), span.begin,
                                     [](const Link& l, std::size_t begin) { return l.span.begin < begin; });
        auto mark = std::lower_bound(document_.marks.begin(), document_.marks.end(), span.begin,
                                     [](const NoteMark& m, std::size_t begin) { return m.offset < begin; });
        const auto copy_until = [&](std::size_t end) {
            if (end > at) text += xml_text(text_of(document_, {at, end}));
            at = std::max(at, end);
        };
        while (true) {
            const bool has_link = link != links_.end() && link->span.end <= span.end;
            const bool has_mark = mark != document_.marks.end() && mark->offset <= span.end;
            if (!has_link && !has_mark) break;
            if (has_link && (!has_mark || link->span.begin < mark->offset)) {
                copy_until(link->span.begin);
                text += linked(*link);
                at = std::max(at, link->span.end);
                ++link;
            } else {
                copy_until(mark->offset);
                text += called(*mark);
                ++mark;
            }
        }
        copy_until(span.end);
        return text;
    }

    std::string called(const NoteMark& mark) {
        const auto label = xml_text(mark.label);
        if (mark.note < 0) return fmt::format("<sup>{}</sup>", label);
        const auto place = static_cast<std::size_t>(mark.note) - outline_.first_note + 1;
        const bool first = called_.insert(place).second;
        return fmt::format("<sup><a href=\"#{0}fn{1}\"{2}>{3}</a></sup>", prefix_, place,
                           first ? fmt::format(" id=\"{}mark{}\"", prefix_, place) : "", label);
    }

    // --- references --------------------------------------------------------------------------------------

    std::string linked(const Link& link) const {
        const auto text = xml_text(text_of(document_, link.span));
        const auto card = card_of(link);
        const auto page = page_of(link);
        if (!page.empty())
            return fmt::format("<a class=\"ref\" href=\"{}\">{}{}</a>", xml_text(page), text, card);
        const bool resolved = !link.target.empty() || !citation_of(link).target.empty();
        return fmt::format("<span class=\"ref{}\" tabindex=\"0\">{}{}</span>", resolved ? "" : " unresolved",
                           text, card);
    }

    const Citation& citation_of(const Link& link) const {
        static const Citation none;
        return link.citation < 0 ? none : extracted_.citations[static_cast<std::size_t>(link.citation)];
    }

    std::string page_of(const Link& link) const {
        if (link.target.empty()) return "";
        const auto page = official_page(describe(link.target, registry_).symbol);
        return page.empty() ? official_page(citation_of(link).symbol) : page;
    }

    std::string card_of(const Link& link) const {
        std::string card = "<span class=\"card\">";
        if (link.citation < 0) {
            card += title_and_id(link.target);
            return card + fact("found in", "a footnote, for the words at its mark") + "</span>";
        }
        const auto& first = citation_of(link);
        if (!link.target.empty()) {
            card += title_and_id(link.target);
        } else {
            for (auto i = static_cast<std::size_t>(link.citation);
                 i < extracted_.citations.size() && extracted_.citations[i].span == link.span; ++i) {
                const auto& target = extracted_.citations[i].target;
                if (!target.empty()) card += title_and_id(target);
            }
        }
        if (first.target.empty()) {
            card += "<b>Not resolved</b>";
            card += fact("may be", fmt::format("{}", fmt::join(first.candidates, ", ")));
        }
        card += fact("relation", to_string(first.relation));
        card += fact("place", fmt::format("{}", fmt::join(first.pinpoints, ", ")));
        card += fact("evidence", first.evidence);
        card += fact("footnote", first.footnote);
        if (first.form == Form::anaphoric) card += fact("form", "anaphoric");
        card += fact("confidence", fmt::format("{:.2f}", first.confidence));
        card += fact("why", first.reason);
        return card + "</span>";
    }

    std::string title_and_id(const std::string& target) const {
        const auto node = describe(target, registry_);
        const auto& title = node.title.empty() ? node.label : node.title;
        auto text = fmt::format("<b>{}</b>", xml_text(title));
        text += fact("id", node.id);
        if (node.symbol != node.id) text += fact("published as", node.symbol);
        return text;
    }

    static std::string fact(std::string_view name, std::string_view value) {
        if (!has_text(value)) return "";
        return fmt::format(" <span><i>{}</i>{}</span>", name, xml_text(value));
    }

    // --- notes and the list of works ---------------------------------------------------------------------

    void notes() {
        if (outline_.first_note == document_.blocks.size()) return;
        out_ += "<section class=\"notes\">\n";
        for (auto i = outline_.first_note; i < document_.blocks.size(); ++i) {
            const auto& block = document_.blocks[i];
            const auto place = i - outline_.first_note + 1;
            constexpr std::size_t prefix = 2;  // "fn" before the label
            const auto label =
                xml_text(std::string_view(block.location).substr(std::min(prefix, block.location.size())));
            const auto back =
                called_.contains(place)
                    ? fmt::format("<a class=\"back\" href=\"#{}mark{}\">{}</a>", prefix_, place, label)
                    : fmt::format("<span class=\"number\">{}</span>", label);
            out_ += fmt::format("<p id=\"{}fn{}\">{}{}</p>\n", prefix_, place, back, words(block.span));
        }
        out_ += "</section>\n";
    }

    void cited_works() {
        struct Work {
            std::string target;
            std::vector<std::string> places;
        };
        std::vector<Work> works;
        for (const auto& citation : extracted_.citations) {
            if (citation.target.empty() || citation.confidence < minimum_confidence) continue;
            auto work = std::find_if(works.begin(), works.end(),
                                     [&](const Work& w) { return w.target == citation.target; });
            if (work == works.end()) work = works.insert(works.end(), {citation.target, {}});
            work->places.push_back(citation.location);
        }
        if (works.empty()) return;
        out_ +=
            "<section class=\"cited\">\n<h2>Cited works</h2>\n<table>\n<tr><th>work</th><th>id</th><th>cited "
            "in</th></tr>\n";
        for (auto& work : works) {
            work.places.erase(std::unique(work.places.begin(), work.places.end()), work.places.end());
            const auto node = describe(work.target, registry_);
            const auto page = official_page(node.symbol);
            const auto title = xml_text(node.title.empty() ? node.label : node.title);
            out_ += fmt::format(
                "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                page.empty() ? title : fmt::format("<a href=\"{}\">{}</a>", xml_text(page), title),
                xml_text(node.id), xml_text(fmt::format("{}", fmt::join(work.places, ", "))));
        }
        out_ += "</table>\n</section>\n";
    }

    const Document& document_;
    const Extracted& extracted_;
    const Registry& registry_;
    Outline outline_;
    std::string prefix_;  // of ids on a page with several documents
    std::vector<Link> links_;
    std::set<std::size_t> called_;
    std::string out_;
};

std::string page_title(const Document& document) {
    const auto& m = document.metadata;
    if (m.title.empty()) return m.symbol.empty() ? document.file : m.symbol;
    return m.symbol.empty() ? m.title : fmt::format("{}: {}", m.symbol, m.title);
}

}  // namespace

std::string to_html(std::span<const Document> documents, std::span<const Extracted> extracted,
                    const Registry& registry) {
    // The policy is a second wall: no text of a document can load or run anything even if it got through.
    auto html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
        documents.empty() ? "" : xml_text(page_title(documents.front())), style);
    for (std::size_t i = 0; i < documents.size(); ++i)
        html += Page(documents[i], extracted[i], registry, i).run();
    return html + "</body>\n</html>\n";
}

}  // namespace resograph
