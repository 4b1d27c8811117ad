#include "graph/assemble.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "graph/work_iri.hpp"

namespace resograph {

namespace {

// How symbols begin, the body they are of and what they number. The first that fits counts.
struct SymbolForm {
    std::string_view prefix;
    std::string_view body;
    std::string_view kind;
};
constexpr std::array<SymbolForm, 17> symbol_forms{{
    {"A/HRC/RES/", "HRC", "resolution"},
    {"A/HRC/DEC/", "HRC", "decision"},
    {"A/HRC/", "HRC", "document"},
    {"A/RES/", "GA", "resolution"},
    {"A/DEC/", "GA", "decision"},
    {"A/", "GA", "document"},
    {"S/RES/", "SC", "resolution"},
    {"S/PRST/", "SC", "document"},
    {"S/", "SC", "document"},
    {"E/RES/", "ECOSOC", "resolution"},
    {"E/DEC/", "ECOSOC", "decision"},
    {"E/CN.4/RES/", "CHR", "resolution"},
    {"E/CN.4/", "CHR", "document"},
    {"E/", "ECOSOC", "document"},
    {"T/", "TC", "document"},
    {"WHA", "WHA", "resolution"},
    {"GC(", "IAEA", "resolution"},
}};

// "annexII" -> "annex II".
std::string annex_in_words(std::string_view annex) {
    constexpr std::size_t word = 5;
    if (!annex.starts_with("annex") || annex.size() == word) return std::string(annex);
    return fmt::format("annex {}", annex.substr(word));
}

Node of_instrument(const Instrument& instrument) {
    Node node;
    node.id = instrument.id;
    node.kind = instrument.kind;
    node.label = !instrument.abbreviations.empty() ? instrument.abbreviations.front()
                 : !instrument.short_title.empty() ? instrument.short_title
                                                   : instrument.title;
    node.title = instrument.title;
    node.symbol = instrument.symbol();
    node.date = instrument.adopted_date;
    return node;
}

Node of_name(std::string_view id) {
    Node node;
    node.id = id;
    node.kind = "named";
    node.title = id.substr(5);
    std::replace(node.title.begin(), node.title.end(), '-', ' ');
    if (!node.title.empty() && node.title[0] >= 'a' && node.title[0] <= 'z')
        node.title[0] = static_cast<char>(node.title[0] - 32);
    node.label = node.title;
    return node;
}

Node of_symbol(std::string_view id, const Registry& registry) {
    const auto [place, annex] = split_annex(id);
    const auto form =
        std::find_if(symbol_forms.begin(), symbol_forms.end(),
                     [&, &symbol = place](const SymbolForm& f) { return symbol.starts_with(f.prefix); });
    Node node;
    node.id = id;
    node.symbol = id;
    node.kind = form == symbol_forms.end() ? "document" : form->kind;
    if (form != symbol_forms.end()) node.body = form->body;
    node.label = annex.empty() ? std::string(place) : fmt::format("{}, {}", place, annex_in_words(annex));
    if (!annex.empty()) node.kind = "annex";
    if (const auto* title = registry.title_of(place); title && annex.empty()) {
        node.title = title->title;
        node.date = title->date;
    }
    if (node.date.empty()) node.date = year_in_symbol(place);
    return node;
}

Relation structural_relation(std::string_view name) {
    Relation relation = Relation::related;
    if (!parse_relation(name, relation)) return Relation::related;  // "implements" between instruments
    return relation == Relation::implements ? Relation::related : relation;
}

class StructureAdder {
public:
    StructureAdder(GraphBuilder& builder, const Registry& registry)
        : builder_(builder), registry_(registry) {}

    void run() {
        for (const auto& id : builder_.node_ids()) {
            if (const auto* instrument = registry_.find(id))
                add_instrument(*instrument);
            else if (const auto* group = registry_.find_group(id))
                add_group(*group);
            else if (const auto [place, annex] = split_annex(id); !annex.empty())
                add(id, std::string(place), Relation::annexed_to);
        }
    }

private:
    void add(const std::string& source, const std::string& target, Relation relation) {
        builder_.add_node(describe(target, registry_));
        Mention mention;
        mention.evidence = "registry";
        builder_.add_edge(source, target, relation, std::move(mention));
    }

    void add_instrument(const Instrument& instrument) {
        for (const auto& parent : instrument.parents)
            add(instrument.id, parent, structural_relation(instrument.relation));
        const auto symbol = instrument.symbol();
        if (symbol.empty()) return;
        const auto [place, annex] = split_annex(symbol);
        // Most resolutions of the table are cited and never read: the year is that of the text they adopted.
        auto home = describe(place, registry_);
        if (home.kind == "resolution" && home.date.empty()) home.date = instrument.adopted_date.substr(0, 4);
        builder_.add_node(std::move(home));
        add(instrument.id, std::string(place), annex.empty() ? Relation::adopted_by : Relation::annexed_to);
    }

    // Only the members that are cited or read: a group of nineteen conventions would fill every picture.
    void add_group(const Group& group) {
        for (const auto& member : group.members) {
            if (!builder_.find(member)) continue;
            Mention mention;
            mention.evidence = "registry";
            builder_.add_edge(member, group.id, Relation::member_of, std::move(mention));
        }
    }

    GraphBuilder& builder_;
    const Registry& registry_;
};

std::string joined(const std::vector<std::string>& values) {
    return fmt::format("{}", fmt::join(values, ", "));
}

Node of_group(const Group& group) {
    Node node;
    node.id = group.id;
    node.kind = "group";
    node.label = node.title = group.title;
    return node;
}

Node named_by(std::string_view id, const Registry& registry) {
    if (const auto* instrument = registry.find(id)) return of_instrument(*instrument);
    if (const auto* group = registry.find_group(id)) return of_group(*group);
    if (id.starts_with("name:")) return of_name(id);
    auto node = of_symbol(id, registry);
    if (id.starts_with("file:")) node.label = id.substr(5), node.symbol.clear();
    return node;
}

}  // namespace

Node describe(std::string_view id, const Registry& registry) {
    auto node = named_by(id, registry);
    node.uri = work_iri(id, registry);
    return node;
}

namespace {

std::vector<std::string> origins_of(const Metadata& metadata) {
    std::vector<std::string> origins;
    const auto add = [&](std::string_view name, Origin origin) {
        if (origin != Origin::unknown) origins.push_back(fmt::format("{}: {}", name, to_string(origin)));
    };
    add("symbol", metadata.symbol_from);
    add("title", metadata.title_from);
    add("date", metadata.date_from);
    add("language", metadata.language_from);
    return origins;
}

}  // namespace

void connect(GraphBuilder& builder, const DocumentRecord& record, const Registry& registry) {
    const auto& extracted = record.extracted;
    auto node = describe(extracted.source, registry);
    if (!record.metadata.title.empty()) node.title = record.metadata.title;
    if (!record.metadata.date.empty()) node.date = record.metadata.date;
    node.uri = record.metadata.uri.empty() ? work_iri(extracted.source, registry, record.metadata.date)
                                           : record.metadata.uri;
    node.language = record.metadata.language;
    node.source = record.file;
    node.origins = origins_of(record.metadata);
    builder.add_node(std::move(node));
    if (!extracted.citations.empty()) builder.set_source(extracted.source, record.file);
    for (const auto& learned : extracted.learned) {
        auto described = describe(learned.id, registry);
        if (described.title.empty() || described.kind == "named" || described.kind == "annex")
            described.title = learned.title;
        builder.add_node(std::move(described));
    }
    for (const auto& citation : extracted.citations) {
        if (citation.target.empty() || citation.target == extracted.source ||
            citation.confidence < minimum_confidence)
            continue;
        auto target = describe(citation.target, registry);
        if (target.kind == "named") target.title = target.label = citation.text;
        builder.add_node(std::move(target));
        builder.add_edge(extracted.source, citation.target, citation.relation,
                         {citation.location, joined(citation.pinpoints), citation.text, citation.evidence,
                          citation.footnote, citation.confidence});
    }
    for (const auto& fact : extracted.facts) {
        builder.add_node(describe(fact.source, registry));
        builder.add_node(describe(fact.target, registry));
        Mention mention;
        mention.evidence = fact.relation == Relation::related ? "catalogue" : extracted.source;
        builder.add_edge(fact.source, fact.target, fact.relation, std::move(mention));
    }
}

void add_structure(GraphBuilder& builder, const Registry& registry) {
    StructureAdder(builder, registry).run();
}

}  // namespace resograph
