#include "graph/learning.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "citations/titles.hpp"
#include "graph/dates.hpp"
#include "graph/work_iri.hpp"
#include "registry/fold.hpp"

namespace resograph {

namespace {

constexpr std::string_view name_prefix = "name:";

// A kind of the registry, and what instruments of that kind call themselves.
struct KindWords {
    std::string_view kind;
    std::string_view words;
};
constexpr std::array<KindWords, 9> kind_words{{
    {"protocol", " protocol protocols "},
    {"treaty", " convention conventions covenant treaty treaties agreement agreements accord accords "},
    {"charter", " charter "},
    {"statute", " statute "},
    {"declaration", " declaration proclamation consensus communique "},
    {"rules", " rules regulations "},
    {"principles", " principles guidelines code standards "},
    {"programme", " programme program agenda "},
    {"plan", " plan strategy framework initiative "},
}};

// Words that many names share: a name of nothing else, "Global Plan of Action", is that of many texts.
constexpr std::string_view shared_words =
    " a action additional and annual assembly basic by ceasefire common comprehensive conduct"
    " conference council document final first for fourth framework general global guiding high"
    " implementation in instrument integrated interim international joint level main meeting"
    " member ministerial national nations new of on optional outcome pact pathway peace permanent"
    " platform policy political regional relationship revised second session special states"
    " strategic summit supplementary system technical the third to united wide world ";

bool holds(std::string_view words, std::string_view word) {
    return words.find(fmt::format(" {} ", word)) != std::string_view::npos;
}

std::string_view kind_of_word(std::string_view word) {
    const auto found = std::find_if(kind_words.begin(), kind_words.end(),
                                    [&](const KindWords& kind) { return holds(kind.words, word); });
    return found == kind_words.end() ? std::string_view{} : found->kind;
}

// "name:kimberley-covenant-on-water" -> "kimberley", "covenant", …
std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words;
    name.remove_prefix(name_prefix.size());
    while (!name.empty()) {
        const auto end = std::min(name.find('-'), name.size());
        words.push_back(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

bool says_something(std::string_view word) {
    const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
    return !number && kind_of_word(word).empty() && !holds(shared_words, word);
}

// A short name, "Tashkent Declaration", is soon that of another text; "the Agreement on X and to the Protocol
// on Y" are two.
bool is_distinct(std::string_view name) {
    constexpr std::size_t fewest_words = 3;
    const auto words = words_of(name);
    return words.size() >= fewest_words && name.find("-and-to-the-") == std::string_view::npos &&
           std::any_of(words.begin(), words.end(), says_something);
}

std::set<std::string> registered_names(const Registry& registry) {
    std::set<std::string> names;
    const auto add = [&](const auto& work) {
        names.insert(name_id(work.title));
        for (const auto& alias : work.aliases) names.insert(name_id(alias));
    };
    for (const auto& instrument : registry.instruments()) add(instrument);
    for (const auto& group : registry.groups()) add(group);
    for (const auto& ambiguous : registry.ambiguous()) names.insert(name_id(ambiguous.alias));
    return names;
}

// "Protocol to the Treaty on X" with the place of the treaty is not the treaty.
bool may_be(std::string_view title, std::string_view target, const Registry& registry) {
    const auto* instrument = registry.find(target);
    const auto kind = kind_in_title(title);
    return !instrument || kind.empty() || kind == instrument->kind;
}

std::string date_of(std::string_view target, const Registry& registry) {
    if (const auto* instrument = registry.find(target)) return instrument->adopted_date;
    return session_year(split_annex(target).first);
}

std::string place_of(const Lesson& lesson) {
    return fmt::format("{} {}", lesson.source, lesson.learned.location);
}

void sort_once(std::vector<std::string>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

// What all lessons about one name come to.
LearnedName learn(const std::string& name, const std::string& target, const std::vector<Lesson>& lessons,
                  const std::vector<std::size_t>& about, const Registry& registry) {
    LearnedName learned{name, "", target, date_of(target, registry), {}, {}};
    Votes titles;
    for (const auto n : about) {
        const auto& lesson = lessons[n];
        if (lesson.learned.id != target) continue;
        titles.add(lesson.learned.title, lesson.source);
        learned.sources.push_back(lesson.source);
        learned.places.push_back(place_of(lesson));
    }
    learned.title = titles.winner();
    sort_once(learned.sources);
    sort_once(learned.places);
    return learned;
}

}  // namespace

void add_lessons(std::vector<Lesson>& lessons, const Extracted& extracted) {
    for (const auto& learned : extracted.learned) lessons.push_back({extracted.source, learned});
}

Votes::Documents::const_iterator Votes::best() const {
    return std::max_element(documents_.begin(), documents_.end(),
                            [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
}

bool Votes::is_tie() const {
    const auto most = best()->second.size();
    return std::count_if(documents_.begin(), documents_.end(),
                         [&](const auto& value) { return value.second.size() == most; }) > 1;
}

LearnedNames::LearnedNames(const std::vector<Lesson>& lessons, const Registry& registry) {
    if (lessons.empty()) return;
    const auto registered = registered_names(registry);
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t n = 0; n < lessons.size(); ++n) {
        const auto& learned = lessons[n].learned;
        titles_[learned.id].add(learned.title, lessons[n].source);
        const auto name = name_id(learned.title);
        if (learned.alone && !learned.id.starts_with(name_prefix) && is_distinct(name) &&
            !registered.contains(name) && may_be(learned.title, learned.id, registry))
            by_name[name].push_back(n);
    }
    for (const auto& [name, about] : by_name) {
        Votes targets;
        for (const auto n : about) targets.add(lessons[n].learned.id, lessons[n].source);
        if (!targets.is_tie()) names_.emplace(name, learn(name, targets.winner(), lessons, about, registry));
    }
}

const LearnedName* LearnedNames::find(std::string_view name) const {
    if (!name.starts_with(name_prefix)) return nullptr;
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : &found->second;
}

const LearnedName* LearnedNames::find(std::string_view name, std::string_view date) const {
    const auto* learned = find(name);
    return learned && compare_dates(learned->date, date) <= 0 ? learned : nullptr;
}

void LearnedNames::relink(Citation& citation, std::string_view date) const {
    const auto* learned = find(citation.target, date);
    if (!learned) return;
    citation.target = learned->target;
    citation.evidence += fmt::format(", learned from {}", learned->sources.front());
    citation.rule = Rule::learned_name;
}

void LearnedNames::relink(Extracted& extracted, std::string_view date) const {
    for (auto& citation : extracted.citations) relink(citation, date);
    for (auto& fact : extracted.facts) {
        for (auto* end : {&fact.source, &fact.target}) {
            if (const auto* learned = find(*end, date)) *end = learned->target;
        }
    }
    for (auto& learned : extracted.learned) {
        const auto titles = titles_.find(learned.id);
        if (titles != titles_.end()) learned.title = titles->second.winner();
    }
}

std::string_view kind_in_title(std::string_view title) {
    const auto folded = fold_name(title);
    for (std::string_view rest = folded; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (const auto kind = kind_of_word(rest.substr(0, end)); !kind.empty()) return kind;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return "";
}

}  // namespace resograph
