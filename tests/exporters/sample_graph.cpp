#include "sample_graph.hpp"

#include <string>

namespace resograph::test {

namespace {

struct Work {
    const char *id, *kind, *label, *title, *body, *symbol, *date;
};

constexpr Work works[] = {
    {"untoc", "treaty", "UNTOC", "United Nations Convention against Transnational Organized Crime", "GA",
     "A/RES/55/25#annexI", "2000-11-15"},
    {"untoc-tip", "protocol", "Trafficking in Persons Protocol",
     "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, "
     "supplementing "
     "the United Nations Convention against Transnational Organized Crime",
     "GA", "A/RES/55/25#annexII", "2000-11-15"},
    {"untoc-som", "protocol", "Smuggling of Migrants Protocol",
     "Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations "
     "Convention "
     "against Transnational Organized Crime",
     "GA", "A/RES/55/25#annexIII", "2000-11-15"},
    {"untoc-firearms", "protocol", "Firearms Protocol",
     "Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components "
     "and "
     "Ammunition, supplementing the United Nations Convention against Transnational Organized Crime",
     "GA", "A/RES/55/255#annex", "2001-05-31"},
    {"A/RES/55/25", "resolution", "A/RES/55/25",
     "United Nations Convention against Transnational Organized Crime", "GA", "A/RES/55/25", "2000-11-15"},
    {"A/RES/55/255", "resolution", "A/RES/55/255",
     "Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components "
     "and "
     "Ammunition, supplementing the United Nations Convention against Transnational Organized Crime",
     "GA", "A/RES/55/255", "2001-05-31"},
    {"crc", "treaty", "CRC", "Convention on the Rights of the Child", "GA", "A/RES/44/25#annex",
     "1989-11-20"},
    {"crc-opsc", "protocol", "Sale of Children Protocol",
     "Optional Protocol to the Convention on the Rights of the Child on the sale of children, child "
     "prostitution and "
     "child pornography",
     "GA", "A/RES/54/263#annexII", "2000-05-25"},
    {"E/RES/2003/20", "resolution", "E/RES/2003/20",
     "Strengthening international cooperation in preventing and combating trafficking in persons and "
     "protecting "
     "victims of such trafficking",
     "ECOSOC", "E/RES/2003/20", "2003-07-22"},
    {"A/RES/58/137", "resolution", "A/RES/58/137",
     "Strengthening international cooperation in preventing and combating trafficking in persons and "
     "protecting "
     "victims of such trafficking",
     "GA", "A/RES/58/137", "2003-12-22"},
    {"A/RES/61/144", "resolution", "A/RES/61/144", "Trafficking in women and girls", "GA", "A/RES/61/144",
     "2006-12-19"},
    {"A/HRC/RES/8/12", "resolution", "A/HRC/RES/8/12",
     "Special Rapporteur on trafficking in persons, especially women and children", "HRC", "A/HRC/RES/8/12",
     "2008-06-18"},
    {"S/RES/2331(2016)", "resolution", "S/RES/2331 (2016)", "Maintenance of international peace and security",
     "SC", "S/RES/2331(2016)", "2016-12-20"},
    {"S/RES/1373(2001)", "resolution", "S/RES/1373 (2001)",
     "Threats to international peace and security caused by terrorist acts", "SC", "S/RES/1373(2001)",
     "2001-09-28"},
};

struct Link {
    const char *source, *target;
    Relation relation;
    const char *location, *pinpoint, *text;
};

constexpr Link links[] = {
    {"untoc", "A/RES/55/25", Relation::annexed_to, "", "", ""},
    {"untoc-tip", "A/RES/55/25", Relation::annexed_to, "", "", ""},
    {"untoc-som", "A/RES/55/25", Relation::annexed_to, "", "", ""},
    {"untoc-firearms", "A/RES/55/255", Relation::annexed_to, "", "", ""},
    {"untoc", "A/RES/55/25", Relation::adopted_by, "", "", ""},
    {"untoc-tip", "untoc", Relation::protocol_to, "", "", ""},
    {"untoc-som", "untoc", Relation::protocol_to, "", "", ""},
    {"untoc-firearms", "untoc", Relation::protocol_to, "", "", ""},
    {"crc-opsc", "crc", Relation::protocol_to, "", "", ""},
    {"A/RES/55/25", "untoc", Relation::adopts, "op2", "",
     "the United Nations Convention against Transnational Organized Crime"},
    {"A/RES/55/255", "untoc-firearms", Relation::adopts, "op2", "", "the Firearms Protocol"},
    {"A/RES/55/255", "A/RES/55/25", Relation::recalls, "pp3", "", "its resolution 55/25 of 15 November 2000"},
    {"A/RES/55/255", "untoc", Relation::recalls, "pp4", "", "the Convention"},
    {"E/RES/2003/20", "crc", Relation::recalls, "pp3", "", "Convention on the Rights of the Child"},
    {"E/RES/2003/20", "crc-opsc", Relation::notes, "pp3", "", "Optional Protocol"},
    {"E/RES/2003/20", "crc-opsc", Relation::urges_adherence, "op4", "", "Optional Protocol"},
    {"E/RES/2003/20", "A/RES/55/25", Relation::recalls, "pp6", "",
     "its resolution 55/25 of 15 November 2000"},
    {"E/RES/2003/20", "untoc", Relation::recalls, "pp6", "",
     "United Nations Convention against Transnational Organized Crime"},
    {"E/RES/2003/20", "untoc", Relation::urges_adherence, "op4", "",
     "United Nations Convention against Transnational Organized Crime"},
    {"E/RES/2003/20", "untoc", Relation::acts_under, "op5.b.ii", "art_24, art_25",
     "United Nations Convention against Transnational Organized Crime"},
    {"E/RES/2003/20", "untoc-tip", Relation::recalls, "pp6", "",
     "Protocol to Prevent, Suppress and Punish Trafficking in Persons"},
    {"E/RES/2003/20", "untoc-tip", Relation::notes, "pp10", "",
     "Protocol to Prevent, Suppress and Punish Trafficking in Persons"},
    {"E/RES/2003/20", "untoc-tip", Relation::urges_adherence, "op4", "",
     "Protocol to Prevent, Suppress and Punish Trafficking in Persons"},
    {"E/RES/2003/20", "untoc-tip", Relation::acts_under, "op5.b.ii", "art_6__para_2",
     "Protocol to Prevent, Suppress and Punish Trafficking in Persons"},
    {"E/RES/2003/20", "untoc-tip", Relation::acts_under, "op6.c", "art_6__para_3, art_6__para_4",
     "Protocol to Prevent, Suppress and Punish Trafficking in Persons"},
    {"E/RES/2003/20", "untoc-som", Relation::notes, "pp10", "",
     "Protocol against the Smuggling of Migrants by Land, Sea and Air"},
    {"A/RES/58/137", "untoc", Relation::recalls, "pp6", "", "the Convention"},
    {"A/RES/58/137", "untoc-tip", Relation::recalls, "pp6", "", "the Protocol"},
    {"A/RES/58/137", "untoc-tip", Relation::urges_adherence, "op4", "", "the Protocol"},
    {"A/RES/58/137", "E/RES/2003/20", Relation::recalls, "pp1", "",
     "Economic and Social Council resolution 2003/20"},
    {"A/RES/61/144", "untoc", Relation::urges_adherence, "op3", "", "the Convention"},
    {"A/RES/61/144", "untoc-tip", Relation::urges_adherence, "op3", "", "the Protocol"},
    {"A/RES/61/144", "A/RES/58/137", Relation::recalls, "pp2", "", "58/137 of 22 December 2003"},
    {"A/HRC/RES/8/12", "untoc-tip", Relation::acts_under, "op4", "art_3__subpara_a", "the Protocol"},
    {"A/HRC/RES/8/12", "A/RES/61/144", Relation::recalls, "pp5", "", "General Assembly resolution 61/144"},
    {"S/RES/2331(2016)", "untoc", Relation::requests, "op2.b", "", "the Convention"},
    {"S/RES/2331(2016)", "untoc-tip", Relation::implements, "op2.b", "", "the Protocol"},
    {"S/RES/2331(2016)", "untoc-firearms", Relation::mentions, "pp12", "", "the Firearms Protocol"},
    {"S/RES/2331(2016)", "S/RES/1373(2001)", Relation::recalls, "pp2", "", "1373 (2001)"},
    {"S/RES/2331(2016)", "untoc-som", Relation::implements, "op2.b", "art_8", "the Protocol"},
};

Node node_of(const Work& work) {
    Node node;
    node.id = work.id;
    node.kind = work.kind;
    node.label = work.label;
    node.title = work.title;
    node.body = work.body;
    node.symbol = work.symbol;
    node.date = work.date;
    node.language = "en";
    return node;
}

Mention mention_of(const Link& link) {
    Mention mention;
    mention.location = link.location;
    mention.pinpoint = link.pinpoint;
    mention.text = link.text;
    return mention;
}

GraphBuilder organized_crime_builder() {
    GraphBuilder builder;
    for (const auto& work : works) builder.add_node(node_of(work));
    for (const auto& link : links)
        builder.add_edge(link.source, link.target, link.relation, mention_of(link));
    return builder;
}

void add_citing_document(GraphBuilder& builder, int n) {
    const int year = 2002 + n % 19;
    const bool council = n % 5 == 0;
    const auto symbol = council ? "E/RES/" + std::to_string(year) + "/" + std::to_string(20 + n)
                                : "A/RES/" + std::to_string(year - 1945) + "/" + std::to_string(100 + n);
    Node node;
    node.id = node.label = node.symbol = symbol;
    node.kind = "resolution";
    node.title = "Preventing and combating transnational organized crime, report " + std::to_string(n);
    node.body = council ? "ECOSOC" : "GA";
    node.date = std::to_string(year) + "-12-18";
    builder.add_node(node);
    constexpr const char* targets[] = {"untoc", "untoc-tip", "untoc-som", "untoc-firearms", "A/RES/55/25"};
    constexpr Relation relations[] = {Relation::recalls, Relation::urges_adherence, Relation::acts_under,
                                      Relation::implements};
    for (int i = 0; i <= n % 3; ++i) {
        Mention mention;
        mention.location = "pp" + std::to_string(i + 1);
        if (n % 7 == 0) mention.pinpoint = "art_" + std::to_string(n % 40 + 1);
        builder.add_edge(symbol, targets[(n + i) % 5], relations[(n * 3 + i) % 4], mention);
    }
}

}  // namespace

CitationGraph organized_crime() { return std::move(organized_crime_builder()).build(); }

CitationGraph crowded() { return crowded_by(60); }

CitationGraph crowded_by(int documents) {
    auto builder = organized_crime_builder();
    for (int n = 0; n < documents; ++n) add_citing_document(builder, n);
    return std::move(builder).build();
}

CitationGraph small_graph() {
    GraphBuilder builder;
    for (const auto& work : works) {
        const std::string_view id = work.id;
        if (id == "crc" || id == "crc-opsc" || id == "E/RES/2003/20" || id == "A/RES/58/137")
            builder.add_node(node_of(work));
    }
    Node partly_known;
    partly_known.id = "name:dakar-framework-for-action";
    partly_known.kind = "named";
    partly_known.label = "Dakar “Framework” for Action & <more>";
    partly_known.date = "2000";
    partly_known.source = "samples/dakar.txt";
    builder.add_node(partly_known);
    for (const auto& link : links) {
        const std::string_view source = link.source, target = link.target;
        const bool child = target == "crc" || target == "crc-opsc" || target == "E/RES/2003/20";
        if (!child || (source != "E/RES/2003/20" && source != "crc-opsc" && source != "A/RES/58/137"))
            continue;
        auto mention = mention_of(link);
        if (!is_structural(link.relation)) {
            mention.evidence = "footnote";
            mention.footnote = "3";
            mention.confidence = 0.95;
        }
        builder.add_edge(source, target, link.relation, mention);
    }
    Mention mention;
    mention.location = "op7";
    mention.text = "the “Dakar” Framework";
    builder.add_edge("A/RES/58/137", "name:dakar-framework-for-action", Relation::mentions, mention);
    builder.add_edge("A/RES/58/137", "name:dakar-framework-for-action", Relation::mentions, mention);
    return std::move(builder).build();
}

}  // namespace resograph::test
