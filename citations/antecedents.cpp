#include "citations/antecedents.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "registry/fold.hpp"

namespace resograph {

namespace {

bool has_word(const std::string& words, const std::string& head) {
    for (auto at = words.find(head); at != std::string::npos; at = words.find(head, at + 1)) {
        auto rest = std::string_view(words).substr(at + head.size());
        if (rest.starts_with('s')) rest.remove_prefix(1);
        if (at > 0 && words[at - 1] == ' ' && rest.starts_with(' ')) return true;
    }
    return false;
}

// The head nouns of instruments, folded, as they stand within a folded name.
constexpr std::array<std::string_view, 26> heads{
    " convention ",      " conventions ", " covenant ",    " covenants ",
    " treaty ",          " protocol ",    " protocols ",   " charter ",
    " statute ",         " agreement ",   " declaration ", " programme of action ",
    " plan of action ",  " agenda ",      " strategy ",    " platform for action ",
    " rules ",           " principles ",  " guidelines ",  " framework ",
    " code of conduct ", " pact ",        " consensus ",   " outcome ",
    " pathway ",         " instrument "};

// A bit for each of the heads that begin with a letter.
constexpr auto heads_of_letter = [] {
    std::array<std::uint64_t, 256> table{};
    for (std::size_t i = 0; i < heads.size(); ++i)
        table[static_cast<unsigned char>(heads[i][1])] |= std::uint64_t{1} << i;
    return table;
}();

constexpr std::size_t no_head = heads.size();

std::size_t head_index(std::string_view head) {
    return static_cast<std::size_t>(std::find(heads.begin(), heads.end(), head) - heads.begin());
}

// A bit for each of the heads, if the name is of a thing called so: "Protocol" in "Protocol to the
// Convention", and "Programme of Action" in "Declaration and Programme of Action", but not "Convention" or
// "Charter" in "Declaration … in accordance with the Charter". `name` begins and ends with a blank.
std::uint64_t heads_of(std::string_view name) {
    std::uint64_t met = 0;
    std::uint64_t called = 0;
    std::size_t first_end = 0;  // of the heads met so far, the one that ends last
    for (std::size_t at = 0; at + 1 < name.size(); at = std::min(name.find(' ', at + 1), name.size())) {
        auto end = first_end;
        for (auto left = heads_of_letter[static_cast<unsigned char>(name[at + 1])] & ~met; left != 0;
             left &= left - 1) {
            const auto bit = left & -left;
            const auto head = heads[static_cast<std::size_t>(std::countr_zero(left))];
            if (!name.substr(at).starts_with(head)) continue;
            met |= bit;
            end = std::max(end, at + head.size() - 1);
            const auto between = name.substr(first_end, at + 1 - std::min(first_end, at + 1));
            if (first_end == 0 || between == " " ||  // "Framework Convention"
                (between.starts_with(" and ") && between.find(" of ") == std::string_view::npos &&
                 between.find(" to ") == std::string_view::npos))
                called |= bit;
        }
        first_end = end;
    }
    return called;
}

void add_once(std::vector<std::string>& ids, const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

// Where a name goes on that begins with the words of these hashes; npos if it does not begin so.
std::size_t end_of_words(std::string_view name, const std::vector<std::uint64_t>& hashes) {
    std::size_t at = 0;
    for (const auto hash : hashes) {
        const auto word = next_word(name, at);
        if (word.hash != hash) return std::string_view::npos;
        at = word.next;
    }
    return at;
}

// Words in capitals that are more than "Revised", "Second".
bool says_whose(std::string_view words, const Vocabulary& vocabulary) {
    bool names = false;
    for (auto word = next_word(words, 0); word.found(); word = next_word(words, word.next)) {
        if (words[word.begin] < 'A' || words[word.begin] > 'Z') return false;
        names =
            names || !vocabulary.find(words.substr(word.begin, word.end - word.begin), TermClass::generic);
    }
    return names;
}

// `text` is the whole document's, as the spans are.
template <typename Earlier, typename Later>
bool in_another_sentence(const Earlier& earlier, const Later& later, std::string_view text) {
    if (earlier.block != later.block) return true;
    const auto end = earlier.span.end;
    const auto gap = text.substr(end, later.span.begin - std::min(later.span.begin, end));
    return gap.find(';') != std::string_view::npos || gap.find(". ") != std::string_view::npos;
}

}  // namespace

void Antecedents::add_name(const std::string& id, std::string_view words, Span span, std::uint32_t block,
                           bool in_title, bool cited) {
    entries_.push_back(
        {id, words, next_word(words, 0).hash, "", {}, false, Noun::resolution, span, block, in_title, cited});
}

void Antecedents::define(std::string_view head, const std::string& id) { defined_[fold_name(head)] = id; }

void Antecedents::add_number(const std::string& id, Noun noun, Span span, std::uint32_t block) {
    entries_.push_back({id, {}, 0, "", {}, true, noun, span, block, false, true});
}

// As cited first, or by the title that the registry gives it. A bit for each of the called heads.
std::uint64_t Antecedents::called_heads(const Entry& entry) const {
    if (entry.called) return *entry.called;
    const auto [known, is_new] = called_.try_emplace(entry.id, 0);
    if (is_new) {
        const auto* instrument = registry_.find(entry.id);
        const auto* group = registry_.find_group(entry.id);
        const std::string_view title = instrument ? std::string_view(instrument->folded_title)
                                       : group    ? std::string_view(group->folded_title)
                                                  : std::string_view{};
        known->second = heads_of(" " + fold_name(entry.cited) + " ") | heads_of(title);
    }
    entry.called = known->second;
    return known->second;
}

const std::string& Antecedents::words(const Entry& entry) const {
    if (!entry.words.empty()) return entry.words;
    entry.words = " " + fold_name(entry.cited) + " ";
    if (const auto* instrument = registry_.find(entry.id)) entry.words += instrument->folded_title;
    if (const auto* group = registry_.find_group(entry.id)) entry.words += group->folded_title;
    return entry.words;
}

bool Antecedents::has(std::string_view id) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.id == id; });
}

std::string_view Antecedents::named_of(const std::vector<std::string>& ids, std::uint32_t block) const {
    for (auto entry = entries_.rbegin(); entry != entries_.rend() && entry->block == block; ++entry) {
        if (const auto id = std::find(ids.begin(), ids.end(), entry->id); id != ids.end()) return *id;
    }
    const auto named = [&](const std::string& id) { return has(id); };
    const auto found = std::find_if(ids.begin(), ids.end(), named);
    const bool only = found != ids.end() && std::none_of(found + 1, ids.end(), named);
    return only ? std::string_view(*found) : std::string_view{};
}

std::string Antecedents::beginning_with(std::string_view words) const {
    std::vector<std::uint64_t> hashes;
    for (auto word = next_word(words, 0); word.found(); word = next_word(words, word.next))
        hashes.push_back(word.hash);
    if (hashes.empty()) return "";
    const auto found = std::find_if(entries_.rbegin(), entries_.rend(), [&](const Entry& entry) {
        if (entry.number || entry.first_word != hashes.front()) return false;
        const auto end = end_of_words(entry.cited, hashes);
        return end != std::string_view::npos && (next_word(entry.cited, end).found() ||
                                                 registry_.find(entry.id) || registry_.find_group(entry.id));
    });
    return found == entries_.rend() ? "" : found->id;
}

std::string Antecedents::ending_with(std::string_view words, const Vocabulary& vocabulary) const {
    const auto found = std::find_if(entries_.rbegin(), entries_.rend(), [&](const Entry& entry) {
        if (entry.number || entry.cited.size() <= words.size() + 1 || !entry.cited.ends_with(words))
            return false;
        const auto more = entry.cited.substr(0, entry.cited.size() - words.size());
        return more.ends_with(' ') && says_whose(more, vocabulary);
    });
    return found == entries_.rend() ? "" : found->id;
}

std::vector<std::string> Antecedents::find(const Reference& anaphor, std::string_view text) {
    if (anaphor.value == "resolution") return numbers(anaphor, text);
    if (anaphor.value == "instruments") return instruments(anaphor, text);
    if (anaphor.value == "instrument") return last_instrument(anaphor);
    const bool of_another = anaphor.determiner == Reference::Determiner::thereto ||
                            anaphor.determiner == Reference::Determiner::its;
    if (of_another && anaphor.value == "Protocol") return protocols(anaphor, text);
    return named(anaphor, text);
}

// "that resolution": the last one; "those resolutions": all of the sentence that named the last one.
std::vector<std::string> Antecedents::numbers(const Reference& anaphor, std::string_view text) const {
    std::vector<std::string> found;
    const Entry* last = nullptr;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (anaphor.small && entry->block != anaphor.block) break;
        if (!entry->number || entry->noun != anaphor.noun || entry->span.end > anaphor.span.begin) continue;
        if (last && in_another_sentence(*entry, *last, text)) break;
        add_once(found, entry->id);
        last = &*entry;
        if (!anaphor.plural) break;
    }
    std::reverse(found.begin(), found.end());
    return found;
}

// "those instruments": all that the same sentence has cited, if they are several, or a group.
std::vector<std::string> Antecedents::instruments(const Reference& anaphor, std::string_view text) const {
    std::vector<std::string> found;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (in_another_sentence(*entry, anaphor, text)) break;
        if (!entry->number && entry->is_cited) add_once(found, entry->id);
    }
    if (found.size() == 1 && !registry_.find_group(found.front())) found.clear();
    std::reverse(found.begin(), found.end());
    return found;
}

// "this instrument": the one that the paragraph named last.
std::vector<std::string> Antecedents::last_instrument(const Reference& anaphor) const {
    for (auto entry = entries_.rbegin(); entry != entries_.rend() && entry->block == anaphor.block; ++entry) {
        if (!entry->number && entry->is_cited) return {entry->id};
    }
    return {};
}

// The protocols to an instrument, or to those of a group, that existed when the document was written.
std::vector<std::string> Antecedents::protocols_to(const Entry& entry, std::string_view date) const {
    std::vector<std::string> parents{entry.id};
    if (const auto* group = registry_.find_group(entry.id)) parents = group->members;
    std::vector<std::string> found;
    for (const auto& parent : parents) {
        for (const auto* child : registry_.children(parent)) {
            const bool existed = document_date_.empty() || child->adopted_date.empty() ||
                                 child->adopted_date <= document_date_;
            if (existed && child->adopted_date.starts_with(date) && has_word(child->folded_title, "protocol"))
                add_once(found, child->id);
        }
    }
    if (found.size() < 2) return found;
    const auto is_child = [&](const std::string& member) {
        const auto* instrument = registry_.find(member);
        return instrument &&
               std::any_of(instrument->parents.begin(), instrument->parents.end(),
                           [&](const std::string& parent) {
                               return std::find(parents.begin(), parents.end(), parent) != parents.end();
                           });
    };
    for (const auto& group : registry_.groups()) {
        if (has_word(group.folded_title, "protocol") &&
            std::all_of(group.members.begin(), group.members.end(), is_child))
            return {group.id};
    }
    return found;
}

// "the Optional Protocols thereto": the group of the protocols of the convention named last, if the registry
// has one, else those that existed. Where there was only one, the plural goes back to the conventions before.
std::vector<std::string> Antecedents::protocols(const Reference& anaphor, std::string_view text) const {
    std::vector<std::string> found;
    const Entry* last = nullptr;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (entry->number) continue;
        if (last && in_another_sentence(*entry, *last, text)) break;
        const auto protocols = protocols_to(*entry, anaphor.date);
        if (protocols.empty()) continue;
        const bool several = protocols.size() > 1 || registry_.find_group(protocols.front()) != nullptr;
        if (!last && several) return anaphor.plural ? protocols : std::vector<std::string>{};
        if (!anaphor.plural) return protocols;
        for (const auto& id : protocols) add_once(found, id);
        last = &*entry;
    }
    std::reverse(found.begin(), found.end());
    return found;
}

// The one named in the same paragraph, else what the same words meant first, else the one in the document's
// title, else the one named last.
std::vector<std::string> Antecedents::named(const Reference& anaphor, std::string_view text) {
    const auto head = fold_name(anaphor.value);
    const auto defined = anaphor.determiner == Reference::Determiner::the && !anaphor.plural
                             ? defined_.find(head)
                             : defined_.end();
    if (defined != defined_.end()) return {defined->second};
    if (anaphor.plural) return last_few(anaphor, head, text);
    const auto word = " " + head + " ";
    const auto is_called_so = [&, index = head_index(word)](const Entry& entry) {
        return index == no_head ? words(entry).find(word) != std::string::npos
                                : (called_heads(entry) >> index & 1) != 0;
    };
    const Entry* last = nullptr;
    const Entry* of_title = nullptr;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (entry->number || entry->span.begin >= anaphor.span.begin || !is_called_so(*entry)) continue;
        if (!last) last = &*entry;
        if (entry->in_title) of_title = &*entry;
        if (last->block == anaphor.block) break;
    }
    if (!last) return head == "charter" ? std::vector<std::string>{"un-charter"} : std::vector<std::string>{};
    if (anaphor.small && last->block != anaphor.block) return {};
    if (last->block == anaphor.block) {
        const auto [bound, is_new] = bound_.try_emplace(head, last->id);
        if (!is_new && bound->second != last->id) bound->second.clear();  // each paragraph has its own
        return {member_called(last->id, word)};
    }
    const auto* chosen = of_title ? of_title : last;
    const auto& bound = bound_.try_emplace(head, chosen->id).first->second;
    return {member_called(bound.empty() ? chosen->id : bound, word)};
}

// "the Platform for Action" after "the Beijing Declaration and Platform for Action" is the one member called
// so.
std::string Antecedents::member_called(const std::string& id, const std::string& word) const {
    const auto* group = registry_.find_group(id);
    const auto index = head_index(word);
    if (!group || index == no_head) return id;
    std::string found;
    for (const auto& member : group->members) {
        const auto* instrument = registry_.find(member);
        if (!instrument || (heads_of(instrument->folded_title) >> index & 1) == 0) continue;
        if (!found.empty()) return id;
        found = member;
    }
    return found.empty() ? id : found;
}

// "the Covenants": a group, or all of the sentence that named the last one.
std::vector<std::string> Antecedents::last_few(const Reference& anaphor, const std::string& head,
                                               std::string_view text) const {
    std::vector<std::string> found;
    const Entry* last = nullptr;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        if (entry->number || !has_word(words(*entry), head) || entry->span.begin >= anaphor.span.begin)
            continue;
        if (registry_.find_group(entry->id)) return {entry->id};
        if (last && in_another_sentence(*entry, *last, text)) break;
        add_once(found, entry->id);
        last = &*entry;
    }
    if (found.size() == 1) found.clear();
    std::reverse(found.begin(), found.end());
    return found;
}

}  // namespace resograph
