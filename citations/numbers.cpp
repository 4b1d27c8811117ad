#include "citations/numbers.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "citations/plausibility.hpp"
#include "citations/titles.hpp"

namespace resograph {

namespace {

constexpr std::string_view as_written = "-";     // in tables/bodies.tsv: many bodies have this name
constexpr int last_roman_assembly_session = 30;  // 1975; then 31/1, 31/2, …
constexpr int last_roman_assembly_number = 3541;

// The years in which a session of the body met; the Human Rights Council has three a year since June 2006.
bool fits_assembly(int session, int year) {
    return year == 0 || year == 1945 + session || year == 1946 + session;
}
bool fits_human_rights_council(int session, int year) {
    if (session < 1) return false;
    const int expected = 2006 + (session - 1) / 3;
    return year == 0 || (year >= expected - 2 && year <= expected + 2);
}

void replace(std::string& pattern, std::string_view placeholder, const std::string& value) {
    if (const auto at = pattern.find(placeholder); at != std::string::npos)
        pattern.replace(at, placeholder.size(), value);
}

class NumberIdentifier {
public:
    NumberIdentifier(const Reference& reference, const Speakers& speakers, const Vocabulary& vocabulary)
        : reference_(reference), number_(reference.number), speakers_(speakers), vocabulary_(vocabulary) {}

    NumberedWork identify() const {
        auto found = by_shape();
        found.rule = rule_of(found);
        return found;
    }

private:
    NumberedWork by_shape() const {
        switch (number_.shape) {
            case Number::Shape::year:
                return work(vocabulary_.body("SC"));
            case Number::Shape::roman:
                return work(roman_body());
            case Number::Shape::special:
                return special();
            case Number::Shape::dotted:
                return work(reference_.body);
            case Number::Shape::other:
                return {number_.base, {}, 1.0, "", -1};
            case Number::Shape::slash:
                return number_.session >= 1900 ? yearly() : by_session();
        }
        return {};
    }

    // What made it this body.
    Rule rule_of(const NumberedWork& found) const {
        if (found.body < 0 || number_.shape == Number::Shape::year) return Rule::number_shape;
        if (reference_.body == found.body || reference_.short_body) return Rule::named_body;
        if (reference_.possessive && reference_.subject == found.body) return Rule::subject_body;
        if (speakers_.speaker == found.body) return Rule::speaking_body;
        if (follows_in_list() && speakers_.list_body == found.body) return Rule::list_body;
        if (reference_.last_body == found.body) return Rule::last_body;
        return leading_year(reference_.date) != 0 ? Rule::date_body : Rule::number_shape;
    }

    int body(std::string_view code) const { return vocabulary_.body(code); }
    bool is(int index, std::string_view code) const {
        return index >= 0 && vocabulary_.bodies()[static_cast<std::size_t>(index)].code == code;
    }

    static NumberedWork unknown(std::string reason) { return {"", {}, 0.0, std::move(reason), -1}; }

    NumberedWork work(int index) const {
        if (index < 0) return unknown("which body is meant is not known");
        const auto& row = vocabulary_.bodies()[static_cast<std::size_t>(index)];
        const auto& pattern = reference_.noun == Noun::decision ? row.decision : row.resolution;
        auto number = number_.base;
        if (reference_.letter != '\0') number += reference_.letter;
        if (pattern == as_written) return unknown("a number that is no symbol, of one of many bodies");
        if (pattern.empty()) {
            const auto noun = reference_.noun == Noun::decision ? "decision" : "resolution";
            return {name_id(fmt::format("{} {} {}", row.names.front(), noun, number)),
                    {},
                    0.8,
                    "a number that is no symbol",
                    index};
        }
        auto id = pattern;
        replace(id, "{n}", number);
        replace(id, "{s}", std::to_string(number_.session));
        replace(id, "{r}", std::to_string(number_.serial));
        return {id, {}, 1.0, "", index};
    }

    // The body named with the number, the subject of the clause of "its", or the one that speaks.
    int named_or_speaking() const {
        if (reference_.body >= 0) return reference_.body;
        if (reference_.possessive && reference_.subject >= 0 && !counts_otherwise(reference_.subject))
            return reference_.subject;
        return speakers_.speaker;
    }

    // In "organized by the World Health Organization, as well as its resolution 72/306" the number is
    // another's.
    bool counts_otherwise(int index) const {
        return number_.shape != Number::Shape::dotted &&
               vocabulary_.bodies()[static_cast<std::size_t>(index)].counts_with_dots();
    }

    int short_body(std::string_view council, std::string_view commission) const {
        const auto name = reference_.body_name;
        if (name == "Assembly") return body("GA");
        if (name == "Council") return body(council);
        if (name == "Commission" && is_commission(reference_.last_body)) return reference_.last_body;
        if (name == "Commission")
            return speakers_.last_commission >= 0 ? speakers_.last_commission : body(commission);
        if (name == "Conference" && reference_.last_conference >= 0) return reference_.last_conference;
        return only_body_called(name);
    }

    bool is_commission(int index) const {
        if (index < 0) return false;
        const auto& row = vocabulary_.bodies()[static_cast<std::size_t>(index)];
        return row.goes_by("Commission") || row.goes_by("Executive Board");
    }

    // -1 when several bodies go by this short name.
    int only_body_called(std::string_view name) const {
        int found = -1;
        for (std::size_t i = 0; i < vocabulary_.bodies().size(); ++i) {
            if (!vocabulary_.bodies()[i].goes_by(name)) continue;
            if (found >= 0) return -1;
            found = static_cast<int>(i);
        }
        return found;
    }

    int roman_body() const {
        if (reference_.body >= 0) return reference_.body;
        if (reference_.short_body) return short_body("ECOSOC", "CHR");
        if (number_.base.find("(S-") != std::string::npos || number_.base.find("(ES-") != std::string::npos)
            return body("GA");
        const int spoken = named_or_speaking();
        if (is(spoken, "CHR") && number_.serial < 100) return spoken;
        if (number_.session > last_roman_assembly_session || number_.serial > last_roman_assembly_number)
            return body("ECOSOC");
        if (is(spoken, "ECOSOC") || is(spoken, "TC")) return spoken;
        if (is_commission(reference_.last_body) &&
            !beyond_limits(number_, reference_.noun, "GA", vocabulary_).empty())
            return reference_.last_body;
        return body("GA");
    }

    NumberedWork special() const {
        if (number_.base.starts_with("ES-")) return work(body("GA"));
        int index = reference_.short_body ? short_body("HRC", "CHR") : named_or_speaking();
        if (reference_.body < 0 && follows_in_list()) index = speakers_.list_body;
        if (const int year = leading_year(reference_.date); year != 0 && reference_.body < 0) {
            const bool assembly_met = special_session_year("GA") == year;
            const bool council_met = special_session_year("HRC") == year;
            if (assembly_met != council_met) return work(body(assembly_met ? "GA" : "HRC"));
        }
        if (is(index, "HRC") || is(index, "GA")) return work(index);
        auto assembly = work(body("GA"));
        auto both = unknown("a special session of the Assembly or of the Human Rights Council");
        both.candidates = {assembly.id, work(body("HRC")).id};
        return both;
    }

    // A number without a body of its own in a list whose date has shown which body is meant.
    bool follows_in_list() const {
        return reference_.list != 0 && reference_.list == speakers_.list && speakers_.list_body >= 0;
    }

    // The year in which a special session met; 0 if unknown.
    int special_session_year(std::string_view code) const {
        const auto* limit = vocabulary_.limit(code, fmt::format("S-{}", number_.session));
        return limit ? limit->year : 0;
    }

    // 2003/20: the Economic and Social Council, or one of its commissions if it is named or speaks.
    NumberedWork yearly() const {
        if (number_.serial >= 1900) return unknown("number and year seem to be turned round");
        if (reference_.body >= 0) return work(reference_.body);
        if (reference_.short_body) return work(short_body("ECOSOC", "CHR"));
        const int index = named_or_speaking();
        if (index >= 0 && !is(index, "GA") && !is(index, "SC") && !is(index, "HRC")) return work(index);
        // "all Commission on Human Rights resolutions, the most recent being resolution 2005/9"
        if (is_commission(reference_.last_body)) return work(reference_.last_body);
        return work(body("ECOSOC"));
    }

    NumberedWork by_session() const {
        const int year = leading_year(reference_.date);
        if (number_.serial >= 1900) return unknown("number and year seem to be turned round");
        constexpr int longest_lived = 150;  // sessions: 428/12 is a number of another kind
        if (number_.session > longest_lived) return unknown("no body has come to such a session");
        if (reference_.short_body) return work(short_body("HRC", "CHR"));
        int index = named_or_speaking();
        const bool named = reference_.body >= 0;
        const bool assembly = is(index, "GA");
        const bool council = is(index, "HRC");
        const bool other = index >= 0 && !assembly && !council && !is(index, "SC") && !is(index, "ECOSOC");
        if (other) return work(index);
        if (index < 0 || (!assembly && !council)) index = body("GA");
        const bool fits_list = !is(speakers_.list_body, "HRC") || is_possible_council_session(year);
        if (!named && year == 0 && follows_in_list() && fits_list) return work(speakers_.list_body);
        if (is(index, "GA") && number_.session <= last_roman_assembly_session) {
            constexpr const char* why = "the Assembly had no such number before its thirty-first session";
            if (!named && reference_.last_body >= 0 && !is(reference_.last_body, "GA"))
                return doubtful_unless(false, work(reference_.last_body), why);
            if (year >= 2006 && fits_human_rights_council(number_.session, year))
                return doubtful_unless(named, work(body("HRC")), why);
            if (!named && reference_.last_conference >= 0)
                return doubtful_unless(false, work(reference_.last_conference), why);
            if (const int met = only_body_that_met(year); !named && met >= 0)
                return doubtful_unless(false, work(met), why);
            return unknown(why);
        }
        if (is(index, "HRC") && !named && !is_possible_council_session(year)) return work(body("GA"));
        const bool of_another = !named && is(index, "GA") && year != 0 &&
                                !fits_assembly(number_.session, year) && reference_.last_body >= 0 &&
                                !is(reference_.last_body, "GA");
        if (of_another && !fits_human_rights_council(number_.session, year))
            return doubtful_unless(false, work(reference_.last_body), "its date is none of the Assembly");
        if (is(index, "GA") && year != 0 && !fits_assembly(number_.session, year) &&
            fits_human_rights_council(number_.session, year) && year >= 2006) {
            return doubtful_unless(named, work(body("HRC")), "its date is one of the Human Rights Council");
        }
        return work(index);
    }

    // "resolution 5/1 of 22 October 2010": whose fifth session met in that year; -1 if nobody's did, or
    // several.
    int only_body_that_met(int year) const {
        int found = -1;
        for (std::size_t i = 0; i < vocabulary_.bodies().size(); ++i) {
            const auto* session =
                vocabulary_.limit(vocabulary_.bodies()[i].code, std::to_string(number_.session));
            if (!session || session->year != year) continue;
            if (found >= 0) return -1;
            found = static_cast<int>(i);
        }
        return found;
    }

    // A number of the sixtieth session in a text of 2009 is the Assembly's.
    bool is_possible_council_session(int year) const {
        if (year != 0) return fits_human_rights_council(number_.session, year);
        const int now = leading_year(speakers_.document_date);
        return now == 0 || number_.session <= (now - 2006) * 3 + 4;
    }

    static NumberedWork doubtful_unless(bool named, NumberedWork work, std::string reason) {
        work.reason = std::move(reason);
        work.confidence = named ? 0.7 : 0.9;
        return work;
    }

    const Reference& reference_;
    const Number& number_;
    const Speakers& speakers_;
    const Vocabulary& vocabulary_;
};

}  // namespace

NumberedWork identify_number(const Reference& reference, const Speakers& speakers,
                             const Vocabulary& vocabulary) {
    return NumberIdentifier(reference, speakers, vocabulary).identify();
}

int body_of_symbol(std::string_view symbol, const Vocabulary& vocabulary) {
    int best = -1;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < vocabulary.bodies().size(); ++i) {
        const std::string_view pattern = vocabulary.bodies()[i].resolution;
        const auto prefix = pattern.substr(0, pattern.find("RES/"));
        if (prefix.size() > longest && symbol.starts_with(prefix)) {
            best = static_cast<int>(i);
            longest = prefix.size();
        }
    }
    return best;
}

}  // namespace resograph
