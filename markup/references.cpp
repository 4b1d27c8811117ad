#include "markup/references.hpp"

#include <algorithm>
#include <optional>

#include "graph/assemble.hpp"
#include "graph/work_iri.hpp"

namespace resograph {

namespace {

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// The last place before `end` where the label stands as a word.
std::optional<Span> last_word(std::string_view text, std::string_view label, std::size_t end) {
    while (!label.empty() && end >= label.size()) {
        const auto at = text.rfind(label, end - label.size());
        if (at == std::string_view::npos) break;
        const auto after = at + label.size();
        const bool alone = (at == 0 || !is_alphanumeric(text[at - 1])) &&
                           (after == text.size() || !is_alphanumeric(text[after]));
        if (alone) return Span{at, after};
        end = after - 1;
    }
    return std::nullopt;
}

// Where the labels stand, one after the other, within a part of the text; empty when one is missing.
std::vector<Span> find_labels(std::string_view text, Span within, const std::vector<std::string>& labels) {
    const auto part = text.substr(within.begin, within.end - within.begin);
    std::vector<Span> found(labels.size());
    auto end = part.size();
    for (auto n = labels.size(); n-- > 0;) {
        const auto place = last_word(part, labels[n], end);
        if (!place) return {};
        found[n] = {within.begin + place->begin, within.begin + place->end};
        end = place->begin;
    }
    return found;
}

// "art_6__para_3" -> "3"; the label of a range is "10-12".
std::string_view last_label(std::string_view pinpoint) { return pinpoint.substr(pinpoint.rfind('_') + 1); }

// "A/RES/54/263#annexII" -> "II", "A/RES/48/264A" -> "A": what tells the targets of one mention apart.
std::string_view distinguishing_label(std::string_view symbol) {
    const auto [place, annex] = split_annex(symbol);
    for (const std::string_view word : {"annex", "appendix"}) {
        if (annex.starts_with(word)) return annex.substr(word.size());
    }
    return !place.empty() && place.back() >= 'A' && place.back() <= 'Z' ? place.substr(place.size() - 1)
                                                                        : std::string_view{};
}

class Marker {
public:
    Marker(const Document& document, const Extracted& extracted, const Registry& registry)
        : document_(document), text_(document.text), extracted_(extracted), registry_(registry) {}

    MarkedReferences run() {
        const auto& citations = extracted_.citations;
        for (std::size_t i = 0; i < citations.size();) {
            const auto next = end_of_same(i);
            next - i == 1 ? mark_one(static_cast<int>(i)) : mark_several(i, next);
            i = next;
        }
        mark_notes();
        for (std::size_t i = 0; i < citations.size(); ++i) {
            if (taken_[i]) add_pinpoints(static_cast<int>(i));
        }
        std::sort(marked_.references.begin(), marked_.references.end(),
                  [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
        std::sort(marked_.groups.begin(), marked_.groups.end(),
                  [](Span a, Span b) { return a.begin < b.begin; });
        return std::move(marked_);
    }

private:
    const Citation& citation(int index) const {
        return extracted_.citations[static_cast<std::size_t>(index)];
    }

    std::size_t end_of_same(std::size_t first) const {
        auto end = first + 1;
        while (end < extracted_.citations.size() &&
               extracted_.citations[end].span == extracted_.citations[first].span)
            ++end;
        return end;
    }

    static bool is_settled(const Citation& c) {
        return !c.target.empty() && c.confidence >= minimum_confidence;
    }

    bool add(Span span, std::string href, const std::string& target, int index, std::string up_to = "") {
        if (href.empty() || span.begin >= span.end) return false;
        const auto taken = [&](const auto& reference) { return overlap(reference.span, span); };
        if (std::any_of(marked_.references.begin(), marked_.references.end(), taken)) return false;
        marked_.references.push_back({span, std::move(href), std::move(up_to), target, index});
        return true;
    }

    void mark_one(int index) {
        const auto& c = citation(index);
        if (!is_settled(c)) return;
        taken_[static_cast<std::size_t>(index)] =
            add(extent(c), work_iri(c.target, registry_), c.target, index);
    }

    // One mention of several works: "annexes I and II", "48/264 A and B". The first goes up to its label,
    // the others are their label. "Those instruments" stands for all of them and cannot be one reference.
    void mark_several(std::size_t first, std::size_t end) {
        std::vector<std::string> labels;
        std::vector<std::string> targets;
        for (auto i = first; i < end; ++i) {
            const auto& c = extracted_.citations[i];
            if (!is_settled(c) || c.form == Form::anaphoric) return;
            labels.emplace_back(distinguishing_label(c.symbol.empty() ? c.target : c.symbol));
            targets.push_back(c.target);
        }
        mark_labelled(extent(extracted_.citations[first]), labels, targets, static_cast<int>(first));
    }

    void mark_labelled(Span span, const std::vector<std::string>& labels,
                       const std::vector<std::string>& targets, int first_citation) {
        auto places = find_labels(text_, span, labels);
        if (places.empty()) return;
        places.front().begin = span.begin;
        for (std::size_t n = 0; n < places.size(); ++n) {
            const int index = first_citation < 0 ? -1 : first_citation + static_cast<int>(n);
            add(places[n], work_iri(targets[n], registry_), targets[n], index);
        }
        marked_.groups.push_back(hull(places.front(), places.back()));
    }

    // --- how far the words of a reference go -----------------------------------------------------------

    bool is_annex_place(Span place) const {
        const auto words = text_of(document_, place);
        return words.starts_with("annex") || words.starts_with("Annex") || words.starts_with("appendi") ||
               words.starts_with("Appendi");
    }

    // With the annex that selects the instrument, and with the rest of a title that begins with a number.
    Span extent(const Citation& c) const {
        auto span = c.span;
        for (const auto place : c.places) {
            if (is_annex_place(place)) span = hull(span, place);
        }
        span.end = end_of_title(span.end, c.target);
        return span;
    }

    // "Convention No. 182 of 1999, concerning the Prohibition …": the number names the Convention, the title
    // goes on.
    std::size_t end_of_title(std::size_t end, const std::string& target) const {
        const auto* instrument = registry_.find(target);
        if (!instrument) return end;
        auto rest = text_.substr(end);
        constexpr std::size_t of_year = 8;
        if (rest.starts_with(" of ") && rest.size() > of_year &&
            rest.substr(4, 4).find_first_not_of("0123456789") == std::string_view::npos)
            rest.remove_prefix(of_year);
        if (rest.starts_with(",")) rest.remove_prefix(1);
        if (!rest.starts_with(" ")) return end;
        rest.remove_prefix(1);
        const std::string_view title = instrument->title;
        constexpr std::size_t shortest = 20;
        for (auto blank = title.find(' '); blank != std::string_view::npos;
             blank = title.find(' ', blank + 1)) {
            const auto tail = title.substr(blank + 1);
            if (tail.size() < shortest) break;
            if (rest.starts_with(tail)) return text_.size() - rest.size() + tail.size();
        }
        return end;
    }

    // --- notes -------------------------------------------------------------------------------------------

    void mark_notes() {
        const auto& notes = extracted_.note_references;
        for (std::size_t i = 0; i < notes.size();) {
            auto next = i + 1;
            while (next < notes.size() && notes[next].span == notes[i].span) ++next;
            if (next - i == 1) {
                add(notes[i].span, work_iri(notes[i].target, registry_), notes[i].target, -1);
            } else {
                std::vector<std::string> labels, targets;
                for (auto n = i; n < next; ++n) {
                    const auto* instrument = registry_.find(notes[n].target);
                    const auto symbol = instrument ? instrument->symbol() : notes[n].target;
                    labels.emplace_back(distinguishing_label(symbol));
                    targets.push_back(notes[n].target);
                }
                mark_labelled(notes[i].span, labels, targets, -1);
            }
            i = next;
        }
    }

    // --- pinpoints ---------------------------------------------------------------------------------------

    struct Place {
        Span span;
        std::string href, up_to;
    };

    // An mref holds the pinpoints and the work, when nothing else stands between them.
    void add_pinpoints(int index) {
        const auto& c = citation(index);
        const auto places = places_of(c);
        if (places.empty()) return;
        const auto work = extent(c);
        auto group = work;
        for (const auto& span : c.places) group = hull(group, span);
        const auto in_the_way = [&](const auto& reference) {
            return reference.citation != index && overlap(reference.span, group);
        };
        const bool alone = std::none_of(marked_.references.begin(), marked_.references.end(), in_the_way) &&
                           std::none_of(marked_.groups.begin(), marked_.groups.end(),
                                        [&](Span other) { return overlap(other, group); });
        if (!alone) return;
        for (const auto& place : places) add(place.span, place.href, c.target, index, place.up_to);
        marked_.groups.push_back(group);
    }

    std::vector<Place> places_of(const Citation& c) const {
        std::vector<Span> spans;
        for (const auto place : c.places) {
            if (!is_annex_place(place)) spans.push_back(place);
        }
        if (spans.empty() || c.pinpoints.empty()) return {};
        const auto work = work_iri(c.target, registry_);
        auto all = spans.front();
        for (const auto span : spans) all = hull(all, span);
        if (overlap(all, c.span)) return {};
        std::vector<Place> places;
        std::vector<std::string> labels;
        for (const auto& pinpoint : c.pinpoints) {
            const auto label = last_label(pinpoint);
            const auto dash = label.find('-');
            labels.emplace_back(label.substr(0, dash));
            Place place{all, portion_iri(work, pinpoint), ""};
            if (dash != std::string_view::npos) {
                const auto unit = std::string_view(pinpoint).substr(0, pinpoint.size() - label.size());
                labels.emplace_back(label.substr(dash + 1));
                place.href = portion_iri(work, std::string(unit) + std::string(label.substr(0, dash)));
                place.up_to = portion_iri(work, std::string(unit) + std::string(label.substr(dash + 1)));
            }
            places.push_back(std::move(place));
        }
        if (places.size() == 1) return places;
        const auto found = find_labels(text_, all, labels);
        if (found.empty()) return {};
        std::size_t n = 0;
        for (auto& place : places) {
            place.span = found[n++];
            if (!place.up_to.empty()) place.span.end = found[n++].end;
        }
        if (spans.size() == places.size()) {
            for (std::size_t i = 0; i < places.size(); ++i) places[i].span = spans[i];
        }
        return places;
    }

    const Document& document_;
    std::string_view text_;
    const Extracted& extracted_;
    const Registry& registry_;
    MarkedReferences marked_;
    std::vector<bool> taken_ = std::vector<bool>(extracted_.citations.size());
};

}  // namespace

MarkedReferences marked_references(const Document& document, const Extracted& extracted,
                                   const Registry& registry) {
    return Marker(document, extracted, registry).run();
}

}  // namespace resograph
