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

}  // namespace

std::string decide(const AmbiguousName& name, const Document& document, const std::string& date,
                   const Registry& registry) {
    std::string chosen;
    any_part(name.decide, ';', [&](std::string_view rule) {
        while (rule.starts_with(' ')) rule.remove_prefix(1);
        if (rule == "latest") {
            chosen = latest(name, date, registry);
            return !chosen.empty();
        }
        const auto equals = rule.find('=');
        if (equals == std::string_view::npos) return false;
        const auto condition = rule.substr(0, equals);
        const auto id = std::string(rule.substr(equals + 1));
        bool holds = condition == "else";
        if (condition.starts_with("before:"))
            holds = !date.empty() && date < condition.substr(7);
        else if (condition.starts_with("from:"))
            holds = !date.empty() && date >= condition.substr(5);
        else if (condition.starts_with("symbol:"))
            holds = document.metadata.symbol.starts_with(condition.substr(7));
        else if (!holds) {
            holds = any_part(condition, ',', [&](std::string_view word) {
                return !word.empty() && contains_words(document.text, word);
            });
        }
        holds = holds && existed(registry.find(id), date);
        if (holds) chosen = id;
        return holds;
    });
    return chosen;
}

}  // namespace resograph
