#include "citations/resolve.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include <fmt/format.h>

#include "citations/ambiguity.hpp"
#include "citations/antecedents.hpp"
#include "citations/numbers.hpp"
#include "citations/plausibility.hpp"
#include "citations/titles.hpp"

namespace resograph {

namespace {

using Kind = Reference::Kind;

constexpr double unlikely = 0.3;  // a citation of what was not there yet, or never

// What a reference leads to: one work, or several for "those instruments" and a note with two symbols.
struct Target {
    std::string id;
    std::string symbol;  // where it is published
    std::string evidence;
    double confidence = 1.0;
    std::string reason;
    std::vector<std::string> candidates;
    std::vector<std::string> pinpoints;  // that come with the note
    Rule rule = Rule::none;
    const Instrument* instrument = nullptr;  // if it has been looked up already
    bool chosen_by_place = false;            // the chapter cited selects the instrument: it is no pinpoint
};

// What a footnote says.
struct Note {
    std::string label;
    std::vector<std::size_t> places;  // references that say where something is to be found
    std::vector<std::size_t> others;  // references after "See also"
    std::vector<Target> targets;      // of places
    bool bound = false;               // some words in the text own it
    bool foreign = false;             // it belongs to another resolution on the page
};

class Resolver {
public:
    Resolver(const Document& document, const std::vector<Reference>& references, const Vocabulary& vocabulary,
             const Registry& registry)
        : document_(document),
          text_(document.text),
          references_(references),
          vocabulary_(vocabulary),
          registry_(registry),
          date_(believable_date(document.metadata)),
          antecedents_(registry, date_) {}

    Extracted run() {
        result_.source =
            document_.metadata.symbol.empty() ? "file:" + document_.file : document_.metadata.symbol;
        speakers_.document_date = date_;
        document_speaker_ = body_of_symbol(document_.metadata.symbol, vocabulary_);
        result_.citations.reserve(references_.size());
        antecedents_.reserve(references_.size());
        read_notes();
        learn_annexed_titles();
        for (const auto& reference : references_) {
            if (document_.blocks[reference.block].role == Role::note) continue;
            enter(reference);
            resolve_in_text(reference);
        }
        for (std::size_t n = 0; n < notes_.size(); ++n) emit_note(n);
        return std::move(result_);
    }

private:
    // --- the context ------------------------------------------------------------------------------------

    void enter(const Reference& reference) {
        const auto& block = document_.blocks[reference.block];
        if (block.speaker != speaker_) {
            speaker_ = block.speaker;
            named_speaker_ = block.speaker < 0 ? -1 : vocabulary_.body_named(speaker_of(document_, block));
        }
        speakers_.speaker = named_speaker_ >= 0 ? named_speaker_ : document_speaker_;
        if (reference.body >= 0) {
            const auto& body = vocabulary_.bodies()[static_cast<std::size_t>(reference.body)];
            if (body.goes_by("Commission")) speakers_.last_commission = reference.body;
        }
    }

    bool is_title(const Reference& reference) const {
        return document_.blocks[reference.block].role == Role::title || is_title_of_annex(reference);
    }

    // What a section is about is cited by its paragraphs.
    bool is_heading_of_section(const Reference& reference) const {
        const auto& block = document_.blocks[reference.block];
        return block.role == Role::heading && block.location.empty();
    }

    // The name alone on the line below "Annex": what is annexed, not what is cited.
    bool is_title_of_annex(const Reference& reference) const {
        if (reference.block == 0) return false;
        const auto& block = document_.blocks[reference.block];
        const auto& before = document_.blocks[reference.block - 1];
        const bool first = before.role == Role::heading && block.location.starts_with("annex") &&
                           block.location == before.location;
        return first && reference.span.begin == block.span.begin && reference.span.end + 1 >= block.span.end;
    }

    // --- what a reference leads to ------------------------------------------------------------------------

    std::string with_annex(const std::string& id, const std::string& annex) const {
        return registry_.canonical(id + "#" + annex);
    }

    // The instrument in an annex that holds several is the one whose name stands at the note.
    std::vector<Target> places_of(const std::string& id, const Reference& reference,
                                  const std::string& evidence) const {
        std::vector<Target> targets;
        if (reference.annexes.empty())
            targets.push_back({id, id, evidence, 1.0, "", {}, reference.pinpoints});
        for (const auto& annex : reference.annexes) {
            const auto place = id + "#" + annex;
            targets.push_back({with_annex(id, annex), place, evidence, 1.0, "", {}, reference.pinpoints});
        }
        return targets;
    }

    std::vector<Target> resolve_number(const Reference& reference) {
        const auto work = identify_number(reference, speakers_, vocabulary_);
        speakers_.list = reference.list;
        speakers_.list_body = work.body;
        if (work.id.empty()) {
            // A name that many bodies have: the words themselves are all there is.
            const auto id = reference.body >= 0 ? name_id(undated(reference)) : "";
            return {Target{id, "", "number", reference.body >= 0 ? 0.8 : 0.0, work.reason, work.candidates,
                           reference.pinpoints, work.rule}};
        }
        const auto code =
            work.body < 0 ? std::string_view{}
                          : std::string_view(vocabulary_.bodies()[static_cast<std::size_t>(work.body)].code);
        const auto beyond = beyond_limits(reference.number, reference.noun, code, vocabulary_);
        if (const auto known = beyond.empty() ? "" : without_glued_mark(reference, work); !known.empty())
            return {Target{known,
                           known,
                           "symbol",
                           0.9,
                           "a call for a note is glued to the number",
                           {},
                           reference.pinpoints,
                           work.rule}};
        auto targets = places_of(work.id, reference, "symbol");
        auto doubt = later_than(date_, reference.number, code);
        if (doubt.empty()) doubt = beyond;
        for (auto& target : targets) {
            target.confidence = doubt.empty() ? work.confidence : unlikely;
            target.reason = doubt.empty() ? work.reason : doubt;
            target.rule = work.rule;
        }
        return targets;
    }

    // "resolution 1995/323" after "resolution 1995/32": no session came to 323, the last digit is a mark.
    std::string without_glued_mark(const Reference& reference, const NumberedWork& work) const {
        if (reference.number.shape != Number::Shape::slash || reference.number.serial < 10) return "";
        auto shorter = work.id.substr(0, work.id.size() - 1);
        return antecedents_.has(shorter) ? shorter : "";
    }

    // "Economic Commission for Europe decision F (68)" without " of 10 April 2019".
    std::string_view undated(const Reference& reference) const {
        const auto words = text_of(document_, reference.span);
        return reference.date.empty() ? words
                                      : words.substr(0, reference.number.span.end - reference.span.begin);
    }

    std::vector<Target> resolve_symbol(const Reference& reference) const {
        for (const auto* instrument : registry_.in_chapters_of(reference.value)) {
            if (!names_part(words_after(reference), instrument->place())) continue;
            auto target = registered(*instrument, "symbol", Rule::symbol);
            target.chosen_by_place = true;
            return {std::move(target)};
        }
        auto targets = places_of(reference.value, reference, "symbol");
        for (auto& target : targets) target.rule = Rule::symbol;
        return targets;
    }

    const Instrument& instrument(const Reference& reference) const {
        return registry_.instruments()[reference.index];
    }

    static Target registered(const Instrument& known, std::string evidence, Rule rule = Rule::note) {
        return {known.id, known.symbol(), std::move(evidence), 1.0, "", {}, {}, rule, &known};
    }

    Target registered(const std::string& id, std::string evidence, Rule rule = Rule::note) const {
        if (const auto* known = registry_.find(id)) return registered(*known, std::move(evidence), rule);
        return {id, "", std::move(evidence), 1.0, "", {}, {}, rule};
    }

    std::vector<Target> resolve_treaty_series(const Reference& reference) const {
        const auto colon = reference.value.find(':');
        const auto volumes = expand(reference.value.substr(0, colon));
        auto numbers = expand(reference.value.substr(colon + 1));
        if (numbers.empty()) numbers.emplace_back();
        std::vector<Target> targets;
        for (const auto& volume : volumes) {
            for (const auto& number : numbers) {
                for (const auto* found : registry_.in_treaty_series(volume, number)) {
                    const auto same = [&](const Target& t) { return t.id == found->id; };
                    if (std::none_of(targets.begin(), targets.end(), same))
                        targets.push_back(registered(*found, "treaty series"));
                }
            }
        }
        return targets;
    }

    // "970-973,975" -> 970, 971, 972, 973, 975.
    static std::vector<std::string> expand(const std::string& list) {
        std::vector<std::string> numbers;
        std::size_t at = 0;
        while (at < list.size()) {
            const auto comma = std::min(list.find(',', at), list.size());
            const auto part = list.substr(at, comma - at);
            at = comma + 1;
            const auto dash = part.find('-');
            int first = 0, last = 0;
            std::from_chars(part.data(), part.data() + part.size(), first);
            last = first;
            if (dash != std::string::npos)
                std::from_chars(part.data() + dash + 1, part.data() + part.size(), last);
            for (int n = first; n <= last && n - first < 40; ++n) numbers.push_back(std::to_string(n));
        }
        return numbers;
    }

    std::vector<Target> resolve_sales(const Reference& reference) const {
        const auto* sales = registry_.find_sales_number(reference.value);
        if (!sales) return {};
        // "chap. I, resolution 1, annex II" stands in the words that follow the sales number.
        std::vector<Target> targets;
        for (const auto& [part, id] : sales->parts) {
            if (names_part(words_after(reference), part)) targets.push_back(registered(id, "footnote"));
        }
        if (targets.empty() && sales->parts.size() == 1)
            targets.push_back(registered(sales->parts.front().second, "footnote"));
        if (targets.empty())
            targets.push_back({sales->document, sales->document, "footnote", 1.0, "", {}, {}});
        return targets;
    }

    std::string_view words_after(const Reference& reference) const {
        const auto begin = reference.span.end;  // of a symbol in two lines perhaps beyond the block
        const auto end = document_.blocks[reference.block].span.end;
        return text_.substr(std::min(begin, end), end - std::min(begin, end));
    }

    // Whether "…, chap. I, resolution 1, annexes I and II" holds "chap. I, resolution 1, annex II".
    static bool names_part(std::string_view words, const std::string& part) {
        const auto annex = part.rfind("annex ");
        const auto head = part.substr(0, annex == std::string::npos ? part.size() : annex);
        const auto place = std::string_view(head).substr(0, head.find_last_not_of(", ") + 1);
        const auto goes_on = [&](std::size_t found) {  // "chap. I" in "chap. II"
            const auto after = words.substr(found + place.size(), 1);
            return !after.empty() && std::string_view("IVX0123456789").find(after) != std::string_view::npos;
        };
        auto found = words.find(place);
        while (found != std::string_view::npos && goes_on(found)) found = words.find(place, found + 1);
        if (found == std::string_view::npos) return false;
        if (annex == std::string::npos) return true;
        const auto numeral = part.substr(annex + 6);
        const auto at = words.find("annex");
        if (at == std::string_view::npos) return false;
        const auto list = words.substr(at, 40);
        for (auto word = next_word(list, 0); word.found(); word = next_word(list, word.next)) {
            if (list.substr(word.begin, word.end - word.begin) == numeral) return true;
        }
        return false;
    }

    // --- notes --------------------------------------------------------------------------------------------

    void read_notes() {
        note_of_block_.assign(document_.blocks.size(), -1);
        for (std::size_t b = 0; b < document_.blocks.size(); ++b) {
            if (document_.blocks[b].role != Role::note) continue;
            note_of_block_[b] = static_cast<int>(notes_.size());
            notes_.push_back({document_.blocks[b].location, {}, {}, {}, false});
        }
        for (std::size_t r = 0; r < references_.size(); ++r) {
            const int n = note_of_block_[references_[r].block];
            if (n < 0) continue;
            auto& note = notes_[static_cast<std::size_t>(n)];
            if (references_[r].silent || is_locator(r) || is_replaced_ibid(r)) continue;
            (follows_see_also(references_[r]) ? note.others : note.places).push_back(r);
        }
        for (std::size_t n = 0; n < notes_.size(); ++n) resolve_note(n);
        leave_foreign_notes_out();
    }

    // On a page that holds several resolutions, the notes that nothing of this one calls are another's.
    void leave_foreign_notes_out() {
        const auto is_foreign = [](const Block& b) { return b.role == Role::foreign; };
        if (std::none_of(document_.blocks.begin(), document_.blocks.end(), is_foreign)) return;
        for (auto& note : notes_) note.foreign = true;
        auto block = document_.blocks.begin();
        for (const auto& mark : document_.marks) {
            while (block->span.end < mark.offset) ++block;
            const int note = mark.note < 0 ? -1 : note_of_block_[static_cast<std::size_t>(mark.note)];
            if (note >= 0 && !is_foreign(*block)) notes_[static_cast<std::size_t>(note)].foreign = false;
        }
    }

    // In "A/56/1026, annex II, resolution 14/221" and "chap. I, resolution 1" the number is a place within
    // the document.
    bool is_locator(std::size_t r) const {
        const auto& reference = references_[r];
        if (r == 0 || reference.kind != Kind::number || reference.body >= 0 ||
            reference.number.shape == Number::Shape::year)
            return false;
        const auto& before = references_[r - 1];
        if (before.block != reference.block || (before.kind != Kind::symbol && before.kind != Kind::sales))
            return false;
        const auto gap = text_.substr(before.span.end, reference.span.begin - before.span.end);
        return gap.size() < 40 && gap.starts_with(",") && gap.find(" and ") == std::string_view::npos &&
               gap.find(';') == std::string_view::npos;
    }

    // In "Ibid., document S/12323" and "Ibid., Supplement No. 53A (A/73/53/Add.1)" only the series is
    // repeated.
    bool is_replaced_ibid(std::size_t r) const {
        if (references_[r].kind != Kind::ibid || r + 1 >= references_.size()) return false;
        const auto& next = references_[r + 1];
        if (next.block != references_[r].block || next.kind != Kind::symbol) return false;
        const auto gap = text_.substr(references_[r].span.end, next.span.begin - references_[r].span.end);
        return gap.find(';') == std::string_view::npos && gap.find(" and ") == std::string_view::npos;
    }

    bool follows_see_also(const Reference& reference) const {
        const auto begin = document_.blocks[reference.block].span.begin;
        const auto before = text_.substr(begin, reference.span.begin - begin);
        return before.find("ee also") != std::string_view::npos ||
               before.find(" as modified by ") != std::string_view::npos ||
               before.find(" as amended by ") != std::string_view::npos;
    }

    void resolve_note(std::size_t n) {
        auto& note = notes_[n];
        for (const auto r : note.places) {
            const auto& reference = references_[r];
            enter(reference);
            for (auto& target : resolve_place(reference, n)) {
                if (!target.id.empty())
                    result_.note_references.push_back({with_places(reference), target.id});
                note.targets.push_back(std::move(target));
            }
        }
        drop_report_of_sales(note);
    }

    static Span with_places(const Reference& reference) {
        auto span = reference.span;
        for (const auto& place : reference.places) span.end = std::max(span.end, place.end);
        return span;
    }

    std::vector<Target> resolve_place(const Reference& reference, std::size_t n) {
        switch (reference.kind) {
            case Kind::number:
                return resolve_number(reference);
            case Kind::symbol:
                return resolve_symbol(reference);
            case Kind::treaty_series:
                return resolve_treaty_series(reference);
            case Kind::sales:
                return resolve_sales(reference);
            case Kind::ibid:
                return repeat_note(reference, n);
            case Kind::name:
                return {registered(instrument(reference), "name", Rule::registered_name)};
            case Kind::group:
                return {Target{
                    registry_.groups()[reference.index].id, "", "name", 1.0, "", {}, reference.pinpoints}};
            case Kind::ambiguous:
                return decided(reference);
            default:
                return {};
        }
    }

    // "Article 2 of the Relationship Agreement"; "(Protocol II …" only says again what stands before it.
    std::vector<Target> decided(const Reference& reference) const {
        if (text_.substr(0, reference.span.begin).ends_with('(')) return {};
        const auto id = decide(registry_.ambiguous()[reference.index], document_,
                               document_.blocks[reference.block], date_, registry_);
        if (id.empty()) return {};
        auto target = registered(id, "context", Rule::name_by_table);
        target.pinpoints = reference.pinpoints;
        return {std::move(target)};
    }

    // "Ibid., Fourth Year, Special Supplement No. 3": only the series is repeated.
    bool names_another_volume(const Reference& reference) const {
        constexpr std::size_t nearby = 60;
        const auto rest = words_after(reference).substr(0, nearby);
        return rest.find(" Year") != std::string_view::npos ||
               rest.find(" Session") != std::string_view::npos ||
               rest.find("Supplement") != std::string_view::npos;
    }

    // A place is one of the source that was named last, with its corrigenda.
    static void keep_last_source(std::vector<Target>& targets) {
        const auto last = targets.back().id;
        std::erase_if(targets,
                      [&](const Target& t) { return t.id != last && !last.starts_with(t.id + '/'); });
    }

    // "Ibid., annex II": the note before, with what is new.
    std::vector<Target> repeat_note(const Reference& reference, std::size_t n) {
        if (n == 0 || notes_[n - 1].targets.empty() || names_another_volume(reference)) return {};
        auto targets = notes_[n - 1].targets;
        for (auto& target : targets) {
            target.evidence = "ibid.";
            target.rule = Rule::repeated_note;
            if (!reference.pinpoints.empty()) target.pinpoints = reference.pinpoints;
        }
        if (!reference.pinpoints.empty()) keep_last_source(targets);
        if (reference.annexes.empty()) return targets;
        const auto base = targets.back().symbol.substr(0, targets.back().symbol.find('#'));
        return places_of(base, reference, "ibid.");
    }

    // In "Report of the X Conference (A/CONF.…) (Sales No. …), chap. I, resolution 1" the sales number says
    // it all; the "resolution 1" is the conference's.
    static void drop_report_of_sales(Note& note) {
        const auto by_sales = [](const Target& t) { return t.evidence == "footnote"; };
        if (std::any_of(note.targets.begin(), note.targets.end(), by_sales))
            std::erase_if(note.targets, [&](const Target& t) { return !by_sales(t); });
    }

    Note* note_at(const Reference& reference) {
        if (reference.mark < 0) return nullptr;
        const int block = document_.marks[static_cast<std::size_t>(reference.mark)].note;
        if (block < 0 || note_of_block_[static_cast<std::size_t>(block)] < 0) return nullptr;
        return &notes_[static_cast<std::size_t>(note_of_block_[static_cast<std::size_t>(block)])];
    }

    // A note that no words own counts by itself, and so does what stands after "See also".
    void emit_note(std::size_t n) {
        auto& note = notes_[n];
        if (note.foreign) return;
        if (!note.bound && !is_said_already(n)) {
            for (const auto r : note.places) {
                const auto& reference = references_[r];
                if (reference.kind == Kind::treaty_series || reference.kind == Kind::sales) continue;
                enter(reference);
                if (reference.kind == Kind::title) emit_title(reference, nullptr);
                for (const auto& target : resolve_place(reference, n)) {
                    emit(reference, target, reference.kind == Kind::ibid ? Form::anaphoric : Form::explicit_);
                }
            }
        }
        for (const auto r : note.others) {
            const auto& reference = references_[r];
            enter(reference);
            for (const auto& target : resolve_place(reference, n)) emit(reference, target, Form::explicit_);
        }
    }

    // The words near the mark have been found to mean what the note says: it is evidence for them.
    bool is_said_already(std::size_t n) const {
        const auto& note = notes_[n];
        const auto block =
            static_cast<int>(std::find(note_of_block_.begin(), note_of_block_.end(), static_cast<int>(n)) -
                             note_of_block_.begin());
        const auto mark = std::find_if(document_.marks.begin(), document_.marks.end(),
                                       [&](const NoteMark& m) { return m.note == block; });
        if (mark == document_.marks.end() || note.targets.empty()) return false;
        return std::any_of(result_.citations.begin(), result_.citations.end(), [&](const Citation& c) {
            const auto& said = note.targets.front().id;
            return (c.target == said || work_of(c.symbol) == work_of(said)) && leads_to(c, *mark);
        });
    }

    static std::string_view work_of(std::string_view symbol) { return symbol.substr(0, symbol.find('#')); }

    // Whether the mark stands near the citation, or after "…, adopted by the Conference on 20 October 2016".
    bool leads_to(const Citation& citation, const NoteMark& mark) const {
        constexpr std::size_t nearby = 60;
        constexpr std::size_t farthest = 250;
        if (citation.span.end > mark.offset || citation.span.end + farthest < mark.offset) return false;
        if (citation.span.end + nearby > mark.offset) return true;
        const auto gap = text_.substr(citation.span.end, mark.offset - citation.span.end);
        const bool says_when = gap.starts_with(", adopted ") || gap.starts_with(" adopted ") ||
                               gap.starts_with(" by the ") || gap.starts_with(", held ") ||
                               gap.starts_with(", opened for signature ") || gap.starts_with(", signed ");
        return says_when && citation.footnote.empty() && gap.find_first_of(";\n") == std::string_view::npos;
    }

    // --- references in the text
    // -----------------------------------------------------------------------------

    void resolve_in_text(const Reference& reference) {
        auto* note = note_at(reference);
        if (note) note->bound = note->bound || !is_heading_of_section(reference);
        switch (reference.kind) {
            case Kind::number:
                return emit_number(reference, note);
            case Kind::symbol:
                return emit_all(reference, resolve_symbol(reference), Form::explicit_);
            case Kind::name:
                return emit_name(reference, registered(instrument(reference), "name", Rule::registered_name),
                                 note);
            case Kind::group:
                return emit_name(reference,
                                 Target{registry_.groups()[reference.index].id,
                                        "",
                                        "name",
                                        1.0,
                                        "",
                                        {},
                                        {},
                                        Rule::registered_group},
                                 note);
            case Kind::ambiguous:
                return emit_ambiguous(reference, note);
            case Kind::title:
                return emit_title(reference, note);
            case Kind::document:
                return emit_document(reference, note);
            case Kind::anaphor:
                return emit_anaphor(reference, note);
            default:
                return;
        }
    }

    void emit_number(const Reference& reference, Note* note) {
        auto targets = resolve_number(reference);
        if (note && !note->targets.empty()) confirm(reference, targets, *note);
        for (auto& target : targets) {
            if (const auto printed = printed_in_.find(target.id); printed != printed_in_.end())
                target.id = target.symbol = printed->second;
        }
        for (const auto& target : targets) {
            if (!target.id.empty())
                antecedents_.add_number(target.id, reference.noun, reference.span, reference.block);
            last_number_ = target.id;
            last_number_block_ = reference.block;
        }
        emit_all(reference, std::move(targets), Form::explicit_);
    }

    // A note at a number confirms it, or says in which document it is printed: "decision 26/COP.15,⁵" with
    // "See ICCD/COP(15)/23/Add.1."
    void confirm(const Reference& reference, std::vector<Target>& targets, const Note& note) {
        if (reference.number.shape == Number::Shape::other && targets.size() == 1 &&
            is_document(note.targets.front()))
            printed_in_.try_emplace(targets.front().id, note.targets.front().id);
        for (auto& target : targets) {
            for (const auto& place : note.targets) {
                if (place.id == target.id) target.evidence = "symbol, " + note.label;
            }
        }
    }

    void emit_name(const Reference& reference, Target target, Note* note) {
        if (note && places_another(*note, target)) note->bound = false;
        if (note && note->bound && !note->targets.empty()) {
            target.evidence = note->label;
            for (const auto& place : note->targets) {
                if (place.id == target.id || place.id == target.symbol) target.pinpoints = place.pinpoints;
                if (place.id == target.id || target.symbol.empty()) target.symbol = place.symbol;
                give_places_to_owner(place, target, reference);
            }
        }
        antecedents_.add_name(target.id, text_of(document_, reference.span), reference.span, reference.block,
                              is_title(reference), !reference.silent);
        if (reference.silent) return;
        const auto* known = target.instrument ? target.instrument : registry_.find(target.id);
        if (auto doubt = known ? adopted_after(date_, known->adopted_date) : ""; !doubt.empty()) {
            target.confidence = unlikely;
            target.reason = std::move(doubt);
        }
        if (reference.adopts && last_number_block_ == reference.block && !last_number_.empty()) {
            result_.facts.push_back({target.id, last_number_, Relation::adopted_by});
        }
        emit(reference, std::move(target), Form::explicit_);
    }

    // In "the political declaration on the midterm review of the Sendai Framework,⁵" the note places the
    // political declaration: a resolution that is not where the Framework is to be found.
    bool places_another(const Note& note, const Target& named) const {
        const auto is_another = [&](const Target& place) {
            return place.id.find("/RES/") != std::string::npos && work_of(place.id) != work_of(named.symbol);
        };
        return !named.symbol.empty() && !note.targets.empty() &&
               std::all_of(note.targets.begin(), note.targets.end(), is_another);
    }

    // In "the Outcome for the implementation of the Programme,⁴" the note may place the Outcome: its
    // paragraph belongs there.
    void give_places_to_owner(const Target& place, const Target& named, const Reference& reference) {
        if (place.pinpoints.empty() || place.id == named.id || place.id == named.symbol) return;
        const auto& location = document_.blocks[reference.block].location;
        for (auto c = result_.citations.rbegin(); c != result_.citations.rend() && c->location == location;
             ++c) {
            if (c->symbol != place.id && c->target != place.id) continue;
            if (c->pinpoints.empty()) c->pinpoints = place.pinpoints;
            return;
        }
    }

    // "the principles relating to the status of national institutions (Paris Principles)": named already.
    bool is_in_bracket_after_name(const Reference& reference, const AmbiguousName& name) const {
        if (&reference == references_.data()) return false;
        const auto& before = *(&reference - 1);  // the reference is one of references_
        if (before.silent || before.kind != Reference::Kind::name || before.block != reference.block ||
            before.span.end > reference.span.begin)
            return false;
        const auto gap = text_.substr(before.span.end, reference.span.begin - before.span.end);
        const auto& id = registry_.instruments()[before.index].id;
        return (gap == " (" || gap == " (the ") && text_.substr(reference.span.end).starts_with(')') &&
               std::find(name.candidates.begin(), name.candidates.end(), id) != name.candidates.end();
    }

    void emit_ambiguous(const Reference& reference, Note* note) {
        const auto& name = registry_.ambiguous()[reference.index];
        if (is_in_bracket_after_name(reference, name)) return;
        if (note) {
            for (const auto& candidate : name.candidates) {
                const auto target = registered(candidate, note->label, Rule::name_by_note);
                for (const auto& place : note->targets) {
                    if (place.id == target.symbol) return emit_name(reference, target, note);
                }
            }
            for (const auto& place : note->targets) {
                if (std::find(name.candidates.begin(), name.candidates.end(), place.id) ==
                        name.candidates.end() &&
                    !registry_.find(place.id))
                    continue;
                return emit_name(reference, registered(place.id, note->label, Rule::name_by_note), note);
            }
            if (!note->targets.empty() && !note->targets.front().id.empty())
                return emit_title(reference, note);
        }
        if (const auto id = antecedents_.named_of(name.candidates, reference.block); !id.empty())
            return emit_name(reference, registered(std::string(id), "context", Rule::name_by_context), note);
        // "the New York Declaration" after "the New York Declaration on the Peaceful Settlement of …".
        const auto shortened = antecedents_.beginning_with(text_of(document_, reference.span));
        if (shortened.starts_with("name:"))
            return emit_name(reference, registered(shortened, "context", Rule::shortened_name), note);
        // In an annex "its" is not the body's that adopted it.
        const auto& block = document_.blocks[reference.block];
        const bool of_annex = name.alias.starts_with("its ") && block.role == Role::annex;
        const auto choice = of_annex ? "" : decide(name, document_, block, date_, registry_);
        if (!choice.empty())
            return emit_name(reference, registered(choice, "context", Rule::name_by_table), note);
        if (!shortened.empty())
            return emit_name(reference, registered(shortened, "context", Rule::shortened_name), note);
        emit(reference,
             Target{"",
                    "",
                    "name",
                    0.0,
                    "the context does not decide: " + name.rule,
                    name.candidates,
                    {},
                    Rule::undecided_name},
             Form::explicit_);
    }

    // ", annexed to ", " contained in the annex to its ".
    bool is_annexed_gap(std::string_view gap) const {
        const auto from = gap.find_first_not_of(" ,");
        if (from == std::string_view::npos || !gap.ends_with(' ')) return false;
        gap = gap.substr(from, gap.size() - from - 1);
        if (gap.ends_with(" its")) gap.remove_suffix(4);
        return vocabulary_.is_in(WordList::annexed_to, gap);
    }

    // "the Declaration on X, annexed to resolution 70/57" places X for the whole document.
    void learn_annexed_titles() {
        for (std::size_t r = 0; r + 1 < references_.size(); ++r) {
            const auto& title = references_[r];
            const auto& number = references_[r + 1];
            if (title.kind != Kind::title || number.kind != Kind::number || number.block != title.block)
                continue;
            const auto gap = text_.substr(title.span.end, number.span.begin - title.span.end);
            if (!is_annexed_gap(gap)) continue;
            enter(number);
            const auto targets = resolve_number(number);
            if (targets.empty() || targets.front().id.empty()) continue;
            auto id = targets.front().id;
            if (id.find('#') == std::string::npos) id = registry_.canonical(id + "#annex");
            learn(title, title.value, id, targets.size() == 1);
        }
    }

    // "A/57/218 and A/57/218/Corr.1" is one document.
    static bool places_one(const std::vector<Target>& targets) {
        const auto part = targets.front().id + '/';
        return std::all_of(targets.begin() + 1, targets.end(),
                           [&](const Target& target) { return target.id.starts_with(part); });
    }

    void learn(const Reference& reference, const std::string& words, const std::string& id, bool alone) {
        result_.learned.push_back({id, words, document_.blocks[reference.block].location, alone});
        learned_.emplace_back(words, id);
    }

    // A name nobody registered is what its note says, or else only a name.
    void emit_title(const Reference& reference, Note* note) {
        const auto words =
            reference.value.empty() ? std::string(text_of(document_, reference.span)) : reference.value;
        if (reference.only_heads && note && note->targets.size() > 1) note = nullptr;
        if (note) {
            for (const auto& place : note->targets) {
                if (place.id.empty()) continue;
                auto target = place;
                target.evidence = note->label;
                target.rule = Rule::note;
                learn(reference, words, target.id,
                      reference.kind == Kind::title && places_one(note->targets));
                return emit_name(reference, target, nullptr);
            }
        }
        if (!reference.bracket.empty()) {
            const auto id = registry_.canonical(reference.bracket);
            return emit_name(reference,
                             Target{id, reference.bracket, "symbol", 1.0, "", {}, {}, Rule::name_in_bracket},
                             nullptr);
        }
        for (const auto& [title, id] : learned_) {
            if (title == words)
                return emit_name(reference, Target{id, "", "context", 1.0, "", {}, {}, Rule::taught_name},
                                 nullptr);
        }
        if (const auto id = antecedents_.beginning_with(words); !id.empty())
            return emit_name(reference, registered(id, "context", Rule::shortened_name), nullptr);
        if (reference.only_heads) return;
        if (const auto id = antecedents_.ending_with(words, vocabulary_); !id.empty())
            return emit_name(reference, registered(id, "context", Rule::shortened_name), nullptr);
        auto id = name_id(words);
        if (const auto plain = without_year(words); plain.size() != words.size()) {
            if (auto plain_id = name_id(plain); antecedents_.has(plain_id)) id = std::move(plain_id);
        }
        emit_name(
            reference,
            Target{id, "", "name", 0.8, "a name that no registry lists", {}, {}, Rule::unregistered_name},
            nullptr);
    }

    // "2012 Geneva Communiqué" is the "Geneva Communiqué" that was named before.
    static std::string_view without_year(std::string_view words) {
        const bool year = words.size() > 5 && words[0] >= '1' && words[0] <= '2' && words[4] == ' ' &&
                          words.find_first_not_of("0123456789") == 4;
        return year ? words.substr(5) : words;
    }

    // Only a document answers "the report, ³": a resolution in the note counts by itself.
    void emit_document(const Reference& reference, Note* note) {
        if (!note) return;
        note->bound = std::any_of(note->targets.begin(), note->targets.end(),
                                  [&](const Target& t) { return is_document(t); });
        for (auto target : note->targets) {
            if (!is_document(target)) continue;
            target.evidence = note->label;
            target.rule = Rule::note;
            emit(reference, target, Form::explicit_);
        }
    }

    static bool is_document(const Target& target) {
        return !target.id.empty() && target.id.find('/') != std::string::npos &&
               target.id.find("/RES/") == std::string::npos && target.id.find("/DEC/") == std::string::npos;
    }

    void emit_anaphor(const Reference& reference, Note* note) {
        // "this Declaration" in the document that proclaims one is the document itself.
        if (text_of(document_, reference.span).starts_with("this ") &&
            document_.metadata.title.find(reference.value) != std::string::npos)
            return;
        auto found = antecedents_.find(reference, text_);
        if (reference.silent) {
            if (found.size() == 1) antecedents_.define(reference.value, found.front());
            return;
        }
        if (found.size() == 1 && reference.plural) found = named_apart(found.front(), reference);
        if (!reference.annexes.empty() && reference.plural && found.size() < 2) return;
        if (!reference.annexes.empty() && reference.value == "resolution") {
            for (auto& id : found) id = with_annex(id.substr(0, id.find('#')), reference.annexes.front());
        }
        for (const auto& id : found) {
            const bool number = reference.value == "resolution";
            if (!number)
                antecedents_.add_name(id, text_of(document_, reference.span), reference.span, reference.block,
                                      false, true);
            emit(reference, registered(id, note ? note->label : "context", Rule::antecedent),
                 Form::anaphoric);
        }
        if (found.empty() && note && !note->targets.empty()) {
            for (const auto& target : note->targets) emit(reference, target, Form::anaphoric);
        } else if (found.empty() && !reference.small) {
            emit(reference,
                 Target{"", "", "context", 0.0, "nothing before it fits", {}, {}, Rule::antecedent},
                 Form::anaphoric);
        }
    }

    // "the Optional Protocols thereto on the involvement of children in armed conflict and on the sale of
    // children …": those members of the group whose subjects follow.
    std::vector<std::string> named_apart(const std::string& id, const Reference& reference) const {
        constexpr std::string_view on = " on the ";
        const auto* group = registry_.find_group(id);
        if (!group || !words_after(reference).starts_with(on)) return {id};
        constexpr std::size_t longest = 300;
        auto after = words_after(reference).substr(0, longest);
        after = after.substr(0, after.find(';'));
        const auto words = fold_name(after);
        std::vector<std::string> named;
        for (const auto& member : group->members) {
            const auto* instrument = registry_.find(member);
            const auto subject = instrument ? instrument->title.rfind(on) : std::string::npos;
            if (subject != std::string::npos &&
                words.find(fold_name(instrument->title.substr(subject + on.size()))) != std::string::npos)
                named.push_back(member);
        }
        return named.empty() ? std::vector<std::string>{id} : named;
    }

    // "these Principles" in the resolution that proclaims them.
    bool is_in_document(std::string_view id) const {
        const auto* instrument = registry_.find(id);
        return instrument && !result_.source.empty() && instrument->adopted_by == result_.source;
    }

    void emit_all(const Reference& reference, std::vector<Target> targets, Form form) {
        for (auto& target : targets) emit(reference, std::move(target), form);
    }

    void emit(const Reference& reference, Target target, Form form) {
        if (is_title(reference) || is_heading_of_section(reference)) return;
        if (target.id == result_.source ||
            (text_of(document_, reference.span).starts_with("these ") && is_in_document(target.id)))
            return emit(
                reference,
                Target{"", "", target.evidence, 0.0, "the document itself", {target.id}, {}, target.rule},
                form);
        const auto& block = document_.blocks[reference.block];
        auto& citation = result_.citations.emplace_back();
        citation.location = block.location;
        citation.text = text_of(document_, reference.span);
        citation.target = std::move(target.id);
        citation.candidates = std::move(target.candidates);
        citation.relation = reference.relation;
        if (!target.chosen_by_place)
            citation.pinpoints =
                reference.pinpoints.empty() ? std::move(target.pinpoints) : reference.pinpoints;
        citation.form = form;
        if (reference.mark >= 0)
            citation.footnote = document_.marks[static_cast<std::size_t>(reference.mark)].label;
        citation.evidence = std::move(target.evidence);
        citation.symbol = std::move(target.symbol);
        citation.confidence = target.confidence;
        citation.span = reference.span;
        citation.places = reference.places;
        citation.draft = block.draft;
        citation.reason = std::move(target.reason);
        citation.rule = target.rule;
        citation.governor = reference.governor;
    }

    const Document& document_;
    std::string_view text_;
    const std::vector<Reference>& references_;
    const Vocabulary& vocabulary_;
    const Registry& registry_;
    std::string date_;
    Antecedents antecedents_;
    Speakers speakers_;
    int document_speaker_ = -1;
    int speaker_ = -1;
    int named_speaker_ = -1;
    std::vector<Note> notes_;
    std::vector<int> note_of_block_;
    std::vector<std::pair<std::string, std::string>> learned_;  // title -> id
    std::unordered_map<std::string, std::string> printed_in_;   // "26/COP.15" -> its document
    std::string last_number_;
    std::uint32_t last_number_block_ = 0;
    Extracted result_;
};

}  // namespace

Extracted resolve(const Document& document, const std::vector<Reference>& references,
                  const Vocabulary& vocabulary, const Registry& registry) {
    return Resolver(document, references, vocabulary, registry).run();
}

}  // namespace resograph
