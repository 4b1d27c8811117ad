#include "citations/ambiguity.hpp"

namespace resograph {

namespace {

// Calls `visit` for each part of a list; stops when it returns true.
template <class Visit>
bool any_part(std::string_view list, char separator, Visit visit) {
    while (!list.empty()) {
        const auto end = list.find(separator);
        if (visit(list.substr(0, end))) return true;
        if (end == std::string_view::npos) break;
        list.remove_prefix(end + 1);
    }
    return false;
}

// "human rights", "Human rights", "Human Rights".
bool contains_words(std::string_view text, std::string_view words) {
    std::string spelled(words);
    if (text.find(spelled) != std::string_view::npos) return true;
    const auto raise = [](char& c) { c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
    raise(spelled.front());
    if (text.find(spelled) != std::string_view::npos) return true;
    for (std::size_t i = 1; i < spelled.size(); ++i) {
        if (spelled[i - 1] == ' ' || spelled[i - 1] == '-') raise(spelled[i]);
    }
    return text.find(spelled) != std::string_view::npos;
}

bool existed(const Instrument* instrument, const std::string& date) {
    return !instrument || date.empty() || instrument->adopted_date <= date;
}

std::string latest(const AmbiguousName& name, const std::string& date, const Registry& registry) {
    const Instrument* best = nullptr;
    for (const auto& id : name.candidates) {
        const auto* candidate = registry.find(id);
        if (!candidate || !existed(candidate, date)) continue;
        if (!best || candidate->adopted_date > best->adopted_date) best = candidate;
    }
    return best ? best->id : "";
}

class Rules {
public:
    Rules(const AmbiguousName& name, const Document& document, const std::string& date,
          const Registry& registry)
        : name_(name), symbol_(document.metadata.symbol), date_(date), registry_(registry) {}

    // The candidate of the first rule that holds, for rules of words where they occur in the text; empty if
    // none does.
    std::string by_words(std::string_view text) const { return first_that_holds(text, true); }
    std::string by_any_rule(std::string_view text) const { return first_that_holds(text, false); }

private:
    std::string first_that_holds(std::string_view text, bool only_words) const {
        std::string chosen;
        any_part(name_.decide, ';', [&](std::string_view rule) {
            while (rule.starts_with(' ')) rule.remove_prefix(1);
            const auto equals = rule.find('=');
            if (equals == std::string_view::npos) {
                if (rule == "latest" && !only_words) chosen = latest(name_, date_, registry_);
                return !chosen.empty();
            }
            const auto condition = rule.substr(0, equals);
            const auto id = std::string(rule.substr(equals + 1));
            const bool words = condition != "else" && condition.find(':') == std::string_view::npos;
            const bool met = words ? any_occurs(condition, text) : !only_words && is_met(condition);
            const bool holds = met && existed(registry_.find(id), date_);
            if (holds) chosen = id;
            return holds;
        });
        return chosen;
    }

    static bool any_occurs(std::string_view list, std::string_view text) {
        return any_part(
            list, ',', [&](std::string_view words) { return !words.empty() && contains_words(text, words); });
    }

    // else, before:DATE, from:DATE, symbol:PREFIX.
    bool is_met(std::string_view condition) const {
        if (condition == "else") return true;
        const auto colon = condition.find(':') + 1;
        const auto kind = condition.substr(0, colon);
        const auto value = condition.substr(colon);
        if (kind == "symbol:") return symbol_.starts_with(value);
        if (date_.empty()) return false;
        return (kind == "before:" && date_ < value) || (kind == "from:" && date_ >= value);
    }

    const AmbiguousName& name_;
    std::string_view symbol_;
    const std::string& date_;
    const Registry& registry_;
};

}  // namespace

std::string decide(const AmbiguousName& name, const Document& document, const Block& block,
                   const std::string& date, const Registry& registry) {
    const Rules rules(name, document, date, registry);
    const auto text = std::string_view(document.text);
    const auto near = rules.by_words(text.substr(block.span.begin, block.span.end - block.span.begin));
    return near.empty() ? rules.by_any_rule(text) : near;
}

}  // namespace resograph
