#include "citations/ambiguity.hpp"

#include "registry/fold.hpp"

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

bool contains_folded(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

std::string latest(const AmbiguousName& name, const std::string& date, const Registry& registry) {
    const Instrument* best = nullptr;
    for (const auto& id : name.candidates) {
        const auto* candidate = registry.find(id);
        if (!candidate || (!date.empty() && candidate->adopted_date > date)) continue;
        if (!best || candidate->adopted_date > best->adopted_date) best = candidate;
    }
    return best ? best->id : "";
}

}  // namespace

std::string decide(const AmbiguousName& name, const Document& document, const Registry& registry) {
    std::string chosen;
    std::string folded;
    const auto& date = document.metadata.date;
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
        if (condition.starts_with("before:")) holds = !date.empty() && date < condition.substr(7);
        else if (condition.starts_with("from:")) holds = !date.empty() && date >= condition.substr(5);
        else if (!holds) {
            if (folded.empty()) folded = fold_name(document.text);
            holds = any_part(condition, ',', [&](std::string_view word) { return contains_folded(folded, word); });
        }
        if (holds) chosen = id;
        return holds;
    });
    return chosen;
}

}  // namespace resograph
