#include <catch2/catch.hpp>

#include <algorithm>

#include "graph/learning.hpp"

using namespace resograph;

namespace {

const Registry& registry() {
    static const Registry registry;
    return registry;
}

constexpr const char* covenant = "Kimberley Covenant on Water";
constexpr const char* covenant_name = "name:kimberley-covenant-on-water";

Lesson lesson(const std::string& source, const std::string& title, const std::string& target,
              bool alone = true) {
    return {source, {target, title, "pp1", alone}};
}

std::string target_of(const std::vector<Lesson>& lessons, const std::string& name = covenant_name) {
    const LearnedNames names(lessons, registry());
    const auto* learned = names.find(name);
    return learned ? learned->target : "";
}

// What a single document teaches by this name; "" if nothing.
std::string taught_by(const std::string& title, const std::string& target, bool alone = true) {
    const LearnedNames names({lesson("A/RES/61/5", title, target, alone)}, registry());
    return names.all().empty() ? "" : names.all().begin()->first;
}

}  // namespace

TEST_CASE("A name is learned with its title, its place and who teaches it", "[learning]") {
    const LearnedNames names({lesson("A/RES/64/2", covenant, "A/60/123#annex"),
                              lesson("A/RES/61/5", "The Kimberley covenant on water", "A/60/123#annex"),
                              lesson("A/RES/61/5", covenant, "A/60/123#annex")},
                             registry());
    REQUIRE(names.find(covenant_name) != nullptr);
    const auto& learned = *names.find(covenant_name);
    CHECK(learned.title == covenant);
    CHECK(learned.target == "A/60/123#annex");
    CHECK(learned.date == "2005");
    CHECK(learned.sources == std::vector<std::string>{"A/RES/61/5", "A/RES/64/2"});
    CHECK(learned.places == std::vector<std::string>{"A/RES/61/5 pp1", "A/RES/64/2 pp1"});
    CHECK(names.find("A/60/123#annex") == nullptr);
}

TEST_CASE("The target that most documents teach counts, and on a tie none", "[learning]") {
    const auto one = lesson("A/RES/61/5", covenant, "A/60/123#annex");
    const auto again = lesson("A/RES/64/2", covenant, "A/60/123#annex");
    const auto other = lesson("A/RES/63/9", covenant, "A/62/77#annex");
    std::vector<Lesson> lessons{again, one, other};
    std::sort(lessons.begin(), lessons.end(),
              [](const auto& a, const auto& b) { return a.source < b.source; });
    do {
        CHECK(target_of(lessons) == "A/60/123#annex");
    } while (std::next_permutation(lessons.begin(), lessons.end(),
                                   [](const auto& a, const auto& b) { return a.source < b.source; }));
    CHECK(target_of({one, other}).empty());
    // A document that says it twice, or stands in two files, is one.
    CHECK(target_of({one, one, other}).empty());
}

TEST_CASE("Only what is surely the name of one work is learned", "[learning]") {
    CHECK(taught_by(covenant, "A/60/123#annex") == covenant_name);
    CHECK(taught_by("Accra Agenda for Action", "A/63/539#annex") == "name:accra-agenda-for-action");
    CHECK(taught_by(covenant, "A/60/123#annex", false).empty());       // the note places more
    CHECK(taught_by(covenant, "name:other-covenant-of-old").empty());  // only a name again
    CHECK(taught_by("Tashkent Declaration", "A/53/96#annexII").empty());
    CHECK(taught_by("Regional Programme of Action", "A/60/123").empty());
    CHECK(taught_by("Plan of Action of 2009", "E/2009/28").empty());
    CHECK(taught_by("2010 Action Plan", "A/64/1").empty());
    // A name of the registry, decided or not.
    CHECK(taught_by("Convention on the Rights of the Child", "A/60/123").empty());
    CHECK(taught_by("Madrid Plan of Action", "A/60/123").empty());
}

TEST_CASE("A registered instrument may get another name, but not that of its protocol", "[learning]") {
    CHECK(taught_by("Convention for the Rights of Children", "crc") ==
          "name:convention-for-the-rights-of-children");
    CHECK(taught_by("Protocol to the Convention for the Rights of Children", "crc").empty());
    CHECK(taught_by("Agreement on the Seabed and to the Protocol on the Shore", "A/60/123").empty());
}

TEST_CASE("What is cited by a learned name is relinked, unless it is younger", "[learning]") {
    const LearnedNames names({lesson("A/RES/61/5", covenant, "A/60/123#annex")}, registry());
    Extracted extracted;
    extracted.citations.resize(3);
    extracted.citations[0].target = covenant_name;
    extracted.citations[0].evidence = "name";
    extracted.citations[1].target = "crc";
    extracted.citations[1].evidence = "name";
    extracted.facts = {{covenant_name, "A/RES/60/200", Relation::adopted_by}};
    auto early = extracted;

    names.relink(extracted, "2007-12-03");
    CHECK(extracted.citations[0].target == "A/60/123#annex");
    CHECK(extracted.citations[0].evidence == "name, learned from A/RES/61/5");
    CHECK(extracted.citations[0].rule == Rule::learned_name);
    CHECK(extracted.citations[1].evidence == "name");
    CHECK(extracted.citations[2].target.empty());
    CHECK(extracted.facts[0].source == "A/60/123#annex");
    auto again = extracted;
    names.relink(again, "2007-12-03");
    CHECK(again.citations[0].evidence == extracted.citations[0].evidence);

    names.relink(early, "1985-12-03");
    CHECK(early.citations[0].target == covenant_name);
    CHECK(early.facts[0].source == covenant_name);
}

TEST_CASE("A work gets the title that most documents give it", "[learning]") {
    const LearnedNames names(
        {lesson("A/RES/61/5", "Kimberley Covenant", "A/60/123#annex"),
         lesson("A/RES/62/8", covenant, "A/60/123#annex"), lesson("A/RES/64/2", covenant, "A/60/123#annex")},
        registry());
    Extracted extracted;
    extracted.learned = {{"A/60/123#annex", "Kimberley Covenant", "pp1", true}};
    names.relink(extracted, "");
    CHECK(extracted.learned[0].title == covenant);
}

TEST_CASE("A title says its kind", "[learning]") {
    CHECK(kind_in_title("Protocol to the Treaty on Water") == "protocol");
    CHECK(kind_in_title("International Plan of Action on Water") == "plan");
    CHECK(kind_in_title("Hague Code of Conduct") == "principles");
    CHECK(kind_in_title("Bridgetown Pact").empty());
}
