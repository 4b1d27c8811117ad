#include "graph/assemble.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

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

constexpr std::string_view document_page = "https://docs.un.org/en/";

struct Series {
    std::string_view prefix;
    std::string_view name;  // in the Akoma Ntoso work IRI
};
constexpr std::array<Series, 4> series{
    {{"A/HRC/RES/", "unhrc"}, {"A/RES/", "unga"}, {"S/RES/", "unsc"}, {"E/RES/", "unecosoc"}}};

// "A/RES/50/6#annexII" -> "A/RES/50/6", "annexII".
std::pair<std::string_view, std::string_view> split_annex(std::string_view id) {
    const auto hash = id.find('#');
    return {id.substr(0, hash), hash == std::string_view::npos ? std::string_view{} : id.substr(hash + 1)};
}

// "annexII" -> "annex II".
std::string annex_in_words(std::string_view annex) {
    constexpr std::size_t word = 5;
    if (!annex.starts_with("annex") || annex.size() == word) return std::string(annex);
    return fmt::format("annex {}", annex.substr(word));
}

// /akn/un/statement/deliberation/unga/2000-11-15/55-25, only where the day is known.
std::string work_iri(std::string_view symbol, std::string_view date, std::string_view annex) {
    constexpr std::size_t full_date = 10;
    const auto found = std::find_if(series.begin(), series.end(),
                                    [&](const Series& s) { return symbol.starts_with(s.prefix); });
    if (found == series.end() || date.size() != full_date) return "";
    std::string number(symbol.substr(found->prefix.size()));
    std::replace(number.begin(), number.end(), '/', '-');
    auto iri = fmt::format("/akn/un/statement/deliberation/{}/{}/{}", found->name, date, number);
    if (!annex.empty())
        iri += fmt::format("/!{}", annex == "annex" ? "annex" : fmt::format("annex_{}", annex.substr(5)));
    return iri;
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
    const auto [place, annex] = split_annex(node.symbol);
    node.uri = work_iri(place, node.date, annex);
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

// The year that a number itself tells: S/RES/1373(2001), E/RES/2003/20.
std::string year_in_symbol(std::string_view symbol) {
    constexpr std::size_t year = 4;
    const auto is_year = [](std::string_view digits) {
        return digits.size() == year && digits.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (symbol.starts_with("S/RES/") && symbol.ends_with(")") && symbol.size() > year + 1) {
        if (const auto digits = symbol.substr(symbol.size() - year - 1, year); is_year(digits))
            return std::string(digits);
    }
    for (const std::string_view prefix : {"E/RES/", "E/DEC/", "S/PRST/", "E/CN.4/RES/"}) {
        if (!symbol.starts_with(prefix)) continue;
        if (const auto digits = symbol.substr(prefix.size(), year);
            is_year(digits) && symbol.substr(prefix.size() + year).starts_with("/"))
            return std::string(digits);
    }
    return "";
}

Node of_symbol(std::string_view id, const Registry& registry) {
    const auto [place, annex] = split_annex(id);
    const auto form = std::find_if(symbol_forms.begin(), symbol_forms.end(),
                                   [&](const SymbolForm& f) { return place.starts_with(f.prefix); });
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

}  // namespace

Node describe(std::string_view id, const Registry& registry) {
    if (const auto* instrument = registry.find(id)) return of_instrument(*instrument);
    if (const auto* group = registry.find_group(id)) {
        Node node;
        node.id = group->id;
        node.kind = "group";
        node.label = node.title = group->title;
        return node;
    }
    if (id.starts_with("name:")) return of_name(id);
    auto node = of_symbol(id, registry);
    if (id.starts_with("file:")) node.label = id.substr(5), node.symbol.clear();
    if (node.uri.empty()) node.uri = work_iri(split_annex(id).first, node.date, split_annex(id).second);
    if (node.uri.empty() && !node.body.empty())
        node.uri = fmt::format("{}{}", document_page, split_annex(id).first);
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
    if (!record.metadata.uri.empty()) node.uri = record.metadata.uri;
    node.language = record.metadata.language;
    node.source = record.file;
    node.origins = origins_of(record.metadata);
    builder.add_node(std::move(node));
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
        mention.evidence = extracted.source;
        builder.add_edge(fact.source, fact.target, fact.relation, std::move(mention));
    }
}

void add_structure(GraphBuilder& builder, const Registry& registry) {
    StructureAdder(builder, registry).run();
}

}  // namespace resograph
