#include "markup/insert.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "exporters/escape.hpp"
#include "importers/text_encoding.hpp"

namespace resograph {

namespace {

struct Tag {
    enum class Kind { open, close, empty, opaque };  // opaque: a comment, CDATA, an instruction
    Span span;
    std::string_view name;  // local
    Kind kind = Kind::open;
};

std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

// The end of a tag: ">" within the quotation marks of an attribute does not count.
std::size_t tag_end(std::string_view xml, std::size_t at) {
    char quote = '\0';
    for (; at < xml.size(); ++at) {
        const char c = xml[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        }
    }
    return xml.size();
}

std::size_t after(std::string_view xml, std::string_view end, std::size_t from) {
    const auto at = xml.find(end, from);
    return at == std::string_view::npos ? xml.size() : at + end.size();
}

// The file is well-formed: an importer has read it.
std::vector<Tag> tags_of(std::string_view xml) {
    std::vector<Tag> tags;
    for (auto at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', tags.back().span.end)) {
        const auto rest = xml.substr(at);
        if (rest.starts_with("<!--"))
            tags.push_back({{at, after(xml, "-->", at)}, "", Tag::Kind::opaque});
        else if (rest.starts_with("<![CDATA["))
            tags.push_back({{at, after(xml, "]]>", at)}, "", Tag::Kind::opaque});
        else if (rest.starts_with("<?"))
            tags.push_back({{at, after(xml, "?>", at)}, "", Tag::Kind::opaque});
        else if (rest.starts_with("<!"))
            tags.push_back({{at, tag_end(xml, at)}, "", Tag::Kind::opaque});
        else {
            const auto end = tag_end(xml, at);
            const bool closes = rest.starts_with("</");
            const auto begin = at + (closes ? 2 : 1);
            const auto name_end = std::min(xml.find_first_of(" \t\r\n/>", begin), end);
            const bool empty = !closes && end >= 2 && xml[end - 2] == '/';
            tags.push_back({{at, end},
                            local(xml.substr(begin, name_end - begin)),
                            closes  ? Tag::Kind::close
                            : empty ? Tag::Kind::empty
                                    : Tag::Kind::open});
        }
    }
    return tags;
}

bool is_reference(std::string_view name) {
    return name == "ref" || name == "mref" || name == "rref" || name == "a";
}

// The elements that may begin or end in the middle of a reference's words.
bool is_inline(std::string_view name) {
    static const std::set<std::string_view> names{"b",   "i",    "u",    "span", "sub", "sup",   "ins",
                                                  "del", "abbr", "term", "def",  "em",  "strong"};
    return names.contains(name);
}

class Inserter {
public:
    Inserter(std::string_view xml, std::span<const MarkedDocument> documents)
        : xml_(xml), documents_(documents), tags_(tags_of(xml)) {
        find_references();
        read_root();
    }

    std::string run() {
        for (const auto& document : documents_) {
            for (const auto& reference : document.marked.references) mark(*document.document, reference);
            for (const auto group : document.marked.groups) mark_group(*document.document, group);
        }
        return written();
    }

private:
    struct Element {
        Span span;
        std::string_view name;   // ref, rref, mref
        std::string attributes;  // after the eId
    };

    // --- what the file has already -----------------------------------------------------------------------

    void find_references() {
        struct Open {
            std::string_view name;
            std::size_t begin;
        };
        std::vector<Open> open;
        for (const auto& tag : tags_) {
            if (tag.kind == Tag::Kind::open) open.push_back({tag.name, tag.span.begin});
            if (tag.kind != Tag::Kind::close || open.empty()) continue;
            if (is_reference(open.back().name)) references_.push_back({open.back().begin, tag.span.end});
            open.pop_back();
        }
        std::sort(references_.begin(), references_.end(), [](Span a, Span b) { return a.begin < b.begin; });
        for (std::size_t at = xml_.find("ref_"); at != std::string_view::npos;
             at = xml_.find("ref_", at + 1)) {
            const auto quote = xml_.rfind('"', at);
            const auto end = xml_.find('"', at);
            if (quote != std::string_view::npos && at - quote <= 2 && end != std::string_view::npos)
                used_ids_.emplace(xml_.substr(quote + 1, end - quote - 1));
        }
    }

    void read_root() {
        for (const auto& tag : tags_) {
            if (tag.name != "akomaNtoso") continue;
            const auto written = xml_.substr(tag.span.begin, tag.span.end - tag.span.begin);
            const auto colon = written.substr(0, written.find_first_of(" \t\r\n>")).find(':');
            if (colon != std::string_view::npos) prefix_ = written.substr(1, colon);
            const bool old = written.find("akomantoso.org/2.0") != std::string_view::npos ||
                             written.find("akomantoso.org/1.0") != std::string_view::npos;
            if (old) id_ = "id";
            return;
        }
    }

    bool is_marked_up(Span bytes) const {
        for (const auto reference : references_) {
            if (reference.begin >= bytes.end) break;
            if (reference.end > bytes.begin) return true;
        }
        return false;
    }

    // --- from the text to the file -----------------------------------------------------------------------

    // The bytes of a character of the text, nothing for one that the file does not have: the blank where a
    // page end had cut a paragraph.
    std::optional<Span> bytes_of(const Document& document, std::size_t at, std::size_t length) const {
        const auto offset = file_offset(document, at);
        if (offset >= xml_.size()) return std::nullopt;
        const auto character = std::string_view(document.text).substr(at, length);
        if (xml_.substr(offset, length) == character && character != "&")
            return Span{offset, offset + length};
        if (xml_[offset] == '&') return Span{offset, after(xml_, ";", offset)};
        if (character != " ") return std::nullopt;
        if (xml_.substr(offset, 2) == "\xC2\xA0") return Span{offset, offset + 2};
        const bool blank = std::string_view(" \t\r\n").find(xml_[offset]) != std::string_view::npos;
        return blank ? std::optional(Span{offset, offset + 1}) : std::nullopt;
    }

    // The bytes of a part of the text, cut wherever markup or dropped blanks lie between. Empty when a word
    // of it does not stand in the file as it stands in the text.
    std::vector<Span> pieces_of(const Document& document, Span span) const {
        std::vector<Span> pieces;
        for (auto at = span.begin; at < span.end;) {
            const auto length = std::min(character_length(document.text[at]), span.end - at);
            const bool blank = document.text[at] == ' ';
            at += length;
            const auto bytes = bytes_of(document, at - length, length);
            const bool in_order = bytes && (pieces.empty() || bytes->begin >= pieces.back().end);
            if (!in_order && blank) continue;
            if (!in_order) return {};
            if (!pieces.empty() && pieces.back().end == bytes->begin)
                pieces.back().end = bytes->end;
            else
                pieces.push_back(*bytes);
        }
        return pieces;
    }

    std::size_t first_tag_from(std::size_t offset) const {
        return static_cast<std::size_t>(
            std::lower_bound(tags_.begin(), tags_.end(), offset,
                             [](const Tag& tag, std::size_t at) { return tag.span.begin < at; }) -
            tags_.begin());
    }

    // The bytes that hold all markup between whole: "<i>General</i> Assembly" begins before the <i>. Nothing
    // when a paragraph or a note lies between, or CDATA around.
    std::optional<Span> balanced(Span bytes) const {
        auto tag = first_tag_from(bytes.begin);
        if (tag > 0 && tags_[tag - 1].span.end > bytes.begin) return std::nullopt;
        const auto before = tag;
        std::vector<std::string_view> open;
        std::size_t unopened = 0;
        for (; tag < tags_.size() && tags_[tag].span.begin < bytes.end; ++tag) {
            if (tags_[tag].kind == Tag::Kind::empty || tags_[tag].kind == Tag::Kind::opaque) continue;
            if (!is_inline(tags_[tag].name)) return std::nullopt;
            if (tags_[tag].kind == Tag::Kind::open)
                open.push_back(tags_[tag].name);
            else if (!open.empty())
                open.pop_back();
            else
                ++unopened;
        }
        for (auto n = before; unopened > 0; --unopened, --n) {
            if (n == 0 || tags_[n - 1].span.end != bytes.begin || tags_[n - 1].kind != Tag::Kind::open ||
                !is_inline(tags_[n - 1].name))
                return std::nullopt;
            bytes.begin = tags_[n - 1].span.begin;
        }
        for (auto n = tag; !open.empty(); open.pop_back(), ++n) {
            if (n == tags_.size() || tags_[n].span.begin != bytes.end || tags_[n].kind != Tag::Kind::close)
                return std::nullopt;
            bytes.end = tags_[n].span.end;
        }
        return bytes;
    }

    // As few elements as the markup of the file allows.
    std::vector<Span> whole_ranges(const std::vector<Span>& pieces) const {
        std::vector<Span> ranges;
        for (std::size_t i = 0; i < pieces.size();) {
            auto next = pieces.size();
            std::optional<Span> range;
            for (; next > i && !range; --next) range = balanced({pieces[i].begin, pieces[next - 1].end});
            if (range) ranges.push_back(*range);
            i = range ? next + 1 : i + 1;
        }
        return ranges;
    }

    bool is_blank(Span bytes) const {
        return xml_.substr(bytes.begin, bytes.end - bytes.begin).find_first_not_of(" \t\r\n") ==
               std::string_view::npos;
    }

    void mark(const Document& document, const MarkedReference& reference) {
        const auto ranges = whole_ranges(pieces_of(document, reference.span));
        if (std::any_of(ranges.begin(), ranges.end(), [&](Span range) { return is_marked_up(range); }))
            return;
        for (const auto range : ranges) {
            if (is_blank(range)) continue;
            const auto href = xml_text(reference.href);
            if (reference.up_to.empty())
                elements_.push_back({range, "ref", fmt::format("href=\"{}\"", href)});
            else
                elements_.push_back(
                    {range, "rref", fmt::format("from=\"{}\" upTo=\"{}\"", href, xml_text(reference.up_to))});
        }
    }

    void mark_group(const Document& document, Span group) {
        const auto ranges = whole_ranges(pieces_of(document, group));
        if (ranges.size() != 1 || is_marked_up(ranges.front())) return;
        const auto within = std::count_if(elements_.begin(), elements_.end(), [&](const Element& element) {
            return element.span.begin >= ranges.front().begin && element.span.end <= ranges.front().end;
        });
        if (within > 1) elements_.push_back({ranges.front(), "mref", ""});
    }

    // --- the file anew -----------------------------------------------------------------------------------

    std::string written() {
        std::sort(elements_.begin(), elements_.end(), [](const Element& a, const Element& b) {
            if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
            if (a.span.end != b.span.end) return a.span.end > b.span.end;
            return a.name == "mref" && b.name != "mref";
        });
        result_.reserve(xml_.size() + elements_.size() * 120);
        for (const auto& element : elements_) {
            while (!open_.empty() && open_.back()->span.end <= element.span.begin) close();
            if (!open_.empty() && open_.back()->span.end < element.span.end) continue;
            copy_until(element.span.begin);
            result_ += fmt::format("<{}{} {}=\"{}\"", prefix_, element.name, id_, new_id(element.name));
            if (!element.attributes.empty()) result_ += " " + element.attributes;
            result_ += '>';
            open_.push_back(&element);
        }
        while (!open_.empty()) close();
        copy_until(xml_.size());
        return std::move(result_);
    }

    void close() {
        copy_until(open_.back()->span.end);
        result_ += fmt::format("</{}{}>", prefix_, open_.back()->name);
        open_.pop_back();
    }

    void copy_until(std::size_t end) {
        result_ += xml_.substr(copied_, end - copied_);
        copied_ = end;
    }

    std::string new_id(std::string_view name) {
        auto& count = name == "ref" ? refs_ : name == "mref" ? mrefs_ : rrefs_;
        while (true) {
            auto id = fmt::format("{}_{}", name, ++count);
            if (used_ids_.insert(id).second) return id;
        }
    }

    std::string_view xml_;
    std::span<const MarkedDocument> documents_;
    std::vector<Tag> tags_;
    std::vector<Span> references_;  // of the file itself
    std::set<std::string> used_ids_;
    std::string_view prefix_;
    std::string_view id_ = "eId";
    std::vector<Element> elements_;
    std::vector<const Element*> open_;
    std::string result_;
    std::size_t copied_ = 0;
    int refs_ = 0, mrefs_ = 0, rrefs_ = 0;
};

}  // namespace

std::string insert_references(std::string_view xml, std::span<const MarkedDocument> documents) {
    return Inserter(xml, documents).run();
}

}  // namespace resograph
