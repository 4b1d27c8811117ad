// What documents teach each other: a name that one of them places in a note is found by name in the others.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "citations/citation.hpp"
#include "registry/registry.hpp"

namespace resograph {

// What one document says of where a name is to be found.
struct Lesson {
    std::string source;  // the document
    Learned learned;
};

void add_lessons(std::vector<Lesson>& lessons, const Extracted& extracted);

// A name that no registry lists, and where most documents that place it do so.
struct LearnedName {
    std::string name;                  // "name:kimberley-covenant-on-water"
    std::string title;                 // as most of them write it
    std::string target;                // "A/60/123#annex"
    std::string date;                  // of the target, as far as its symbol tells; "" if unknown
    std::vector<std::string> sources;  // the documents that place it there, sorted
    std::vector<std::string> places;   // "A/RES/61/5 pp3", sorted
};

// How often each of some values was given; a document counts once for a value.
class Votes {
public:
    void add(const std::string& value, const std::string& document) { documents_[value].insert(document); }

    // The value that most documents give, the first in the alphabet if several are given equally often.
    const std::string& winner() const { return best()->first; }
    bool is_tie() const;

private:
    using Documents = std::map<std::string, std::set<std::string>>;
    Documents::const_iterator best() const;
    Documents documents_;
};

// Does not depend on the order of the lessons. Precision comes first: a name that two works bear equally
// often, a name in general words, and a name that the registry knows otherwise are not learned.
class LearnedNames {
public:
    LearnedNames() = default;
    LearnedNames(const std::vector<Lesson>& lessons, const Registry& registry);

    // By name; nullptr when it was not learned.
    const LearnedName* find(std::string_view name) const;
    // As above, for a document of that date: what is younger cannot be meant.
    const LearnedName* find(std::string_view name, std::string_view date) const;
    const std::map<std::string, LearnedName, std::less<>>& all() const { return names_; }

    // Gives what a document cites by a learned name its target, and what it teaches the title that most
    // documents give it. `date`: of the document.
    void relink(Extracted& extracted, std::string_view date) const;
    void relink(Citation& citation, std::string_view date) const;

private:
    std::map<std::string, LearnedName, std::less<>> names_;
    std::map<std::string, Votes> titles_;  // of every target, by its id
};

// "declaration", "treaty", …: what the title calls itself first; "" when it does not say.
std::string_view kind_in_title(std::string_view title);

}  // namespace resograph
