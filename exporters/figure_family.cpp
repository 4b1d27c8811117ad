// The family of an instrument: what is annexed to the same resolutions, its protocols and amendments, the
// convention it belongs to. On the left, by year, the documents that cite any of them.
#include <algorithm>
#include <map>
#include <set>

#include "exporters/figure.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

using Edge = CitationGraph::Edge;

constexpr Relation kinship[] = {Relation::protocol_to, Relation::supplements, Relation::amends,
                                Relation::part_of, Relation::member_of};

bool is_kinship(Relation relation) { return std::ranges::find(kinship, relation) != std::end(kinship); }

bool places(Relation relation) {
    return relation == Relation::annexed_to || relation == Relation::adopted_by;
}

// An agreement that implements a convention is one of its family, but not all that is related to it.
bool is_related(const CitationGraph& graph, const Edge& edge) {
    return edge.relation == Relation::related && is_instrument(graph.node(edge.source)) &&
           is_instrument(graph.node(edge.target));
}

// A resolution may "amend" a convention; that makes it a citing document, not one of the family.
bool are_kin(const CitationGraph& graph, const Edge& edge) {
    return is_kinship(edge.relation) && is_instrument(graph.node(edge.source)) &&
           is_instrument(graph.node(edge.target));
}

// Kin and annexes, breadth first: the closest come first when not all have room.
std::vector<NodeIndex> family_of(const CitationGraph& graph, std::span<const NodeIndex> around,
                                 std::size_t most) {
    std::vector<NodeIndex> family(around.begin(), around.end());
    const auto join = [&](NodeIndex index) {
        if (family.size() < most && std::ranges::find(family, index) == family.end()) family.push_back(index);
    };
    for (std::size_t i = 0; i < family.size(); ++i) {
        const auto index = family[i];
        const bool central = i < around.size();
        for (const auto& edge : graph.out_edges(index)) {
            if (are_kin(graph, edge) || places(edge.relation) || (central && is_related(graph, edge)))
                join(edge.target);
        }
        // A group such as the core human rights treaties would bring in everything.
        if (graph.node(index).kind == "group" && !central) continue;
        for (const auto& edge : graph.in_edges(index)) {
            const bool annex = edge.relation == Relation::annexed_to;
            if (are_kin(graph, edge) || annex || (central && is_related(graph, edge))) join(edge.source);
        }
    }
    return family;
}

// The resolution that a text is annexed to, or else that adopted it.
std::optional<NodeIndex> home_of(const CitationGraph& graph, NodeIndex index,
                                 const std::set<NodeIndex>& family) {
    std::optional<NodeIndex> adopter;
    for (const auto& edge : graph.out_edges(index)) {
        if (!family.contains(edge.target)) continue;
        if (edge.relation == Relation::annexed_to) return edge.target;
        if (edge.relation == Relation::adopted_by && !adopter) adopter = edge.target;
    }
    return adopter;
}

// Each resolution with its annexes, and each text without one alone; by date.
std::vector<std::vector<NodeIndex>> households(const CitationGraph& graph,
                                               const std::vector<NodeIndex>& family) {
    const std::set<NodeIndex> members(family.begin(), family.end());
    std::map<NodeIndex, std::vector<NodeIndex>> annexes;
    for (const auto index : family) {
        const auto home = home_of(graph, index, members);
        if (home && *home != index && !home_of(graph, *home, members)) {
            annexes[*home].push_back(index);
        } else {
            annexes[index];
        }
    }
    std::vector<std::vector<NodeIndex>> result;
    for (auto& [home, texts] : annexes) {
        const bool annexed = std::ranges::any_of(annexes, [&, &home = home](const auto& other) {
            return other.first != home && std::ranges::find(other.second, home) != other.second.end();
        });
        if (annexed) continue;
        std::ranges::sort(texts, {},
                          [&](NodeIndex n) { return std::tie(graph.node(n).symbol, graph.node(n).id); });
        texts.insert(texts.begin(), home);
        result.push_back(std::move(texts));
    }
    // By the earliest of each: the date of a resolution that was not read is not known.
    const auto earlier = [&](NodeIndex a, NodeIndex b) { return is_earlier(graph.node(a), graph.node(b)); };
    std::ranges::sort(result, earlier,
                      [&](const auto& household) { return *std::ranges::min_element(household, earlier); });
    return result;
}

struct Citing {
    NodeIndex node = 0;
    std::size_t mentions = 0;
};

// The documents that cite the family, those that do it most before the others.
std::vector<Citing> citing_documents(const CitationGraph& graph, const std::set<NodeIndex>& family,
                                     std::span<const NodeIndex> around) {
    std::map<NodeIndex, std::size_t> mentions;
    for (const auto member : family) {
        // A mention of what the diagram is about counts twice.
        const std::size_t worth = std::ranges::find(around, member) != around.end() ? 2 : 1;
        for (const auto& edge : graph.in_edges(member)) {
            if (!family.contains(edge.source) && !is_structural(edge.relation))
                mentions[edge.source] += worth;
        }
    }
    std::vector<Citing> citing;
    for (const auto& [node, count] : mentions) citing.push_back({node, count});
    std::ranges::stable_sort(citing, [&](const Citing& a, const Citing& b) {
        if (a.mentions != b.mentions) return a.mentions > b.mentions;
        return is_earlier(graph.node(b.node), graph.node(a.node));
    });
    return citing;
}

class Family {
public:
    Family(const CitationGraph& graph, std::span<const NodeIndex> around, const DiagramOptions& options)
        : graph_(graph), around_(around), most_(std::max<std::size_t>(options.max_nodes, 2)) {}

    Figure arrange() {
        const auto family = family_of(graph_, around_, most_);
        const auto whole_family = family_of(graph_, around_, graph_.nodes().size());
        add_family(family);
        if (!figure_.frames.empty()) family_.heading = "Instruments, with the resolutions that adopted them";
        add_citing(std::set<NodeIndex>(family.begin(), family.end()));
        add_lines();
        describe(family, whole_family.size());
        return std::move(figure_);
    }

private:
    std::size_t add_card(NodeIndex node, CardKind kind) {
        const bool centre = std::ranges::find(around_, node) != around_.end();
        figure_.cards.push_back({kind, node, "", centre});
        card_of_[node] = figure_.cards.size() - 1;
        return figure_.cards.size() - 1;
    }

    void add_family(const std::vector<NodeIndex>& family) {
        for (const auto& household : households(graph_, family)) {
            Frame frame;
            for (const auto node : household) {
                const auto kind =
                    is_instrument(graph_.node(node)) ? CardKind::instrument : CardKind::document;
                frame.cards.push_back(add_card(node, kind));
                family_.cards.push_back(frame.cards.back());
            }
            if (frame.cards.size() > 1) figure_.frames.push_back(std::move(frame));
        }
    }

    void add_citing(const std::set<NodeIndex>& family) {
        auto citing = citing_documents(graph_, family, around_);
        const auto all = citing.size();
        const auto room = most_ > family.size() ? most_ - family.size() : 0;
        std::vector<NodeIndex> left_out;
        while (citing.size() > room) {
            left_out.push_back(citing.back().node);
            citing.pop_back();
        }
        std::ranges::sort(citing, [&](const Citing& a, const Citing& b) {
            return is_earlier(graph_.node(a.node), graph_.node(b.node));
        });
        std::vector<NodeIndex> documents;
        for (const auto& document : citing) documents.push_back(document.node);
        set_columns(documents, left_out);
        figure_.note = left_out.empty()
                           ? all_are_shown(all)
                           : "Shown are the " + std::to_string(documents.size()) + " of " +
                                 std::to_string(all) + " citing documents that mention the family most.";
    }

    static std::string all_are_shown(std::size_t documents) {
        if (documents == 0) return "No document read cites them.";
        return documents == 1
                   ? "Shown is the one document read that cites them."
                   : "Shown are all " + std::to_string(documents) + " documents read that cite them.";
    }

    // Many documents stand at both sides of the family, the earlier ones on the left.
    void set_columns(std::span<const NodeIndex> documents, std::span<const NodeIndex> left_out) {
        const bool many = documents.size() > most_roomy || lines_of(documents) > most_lines;
        const auto on_left = many ? (documents.size() + 1) / 2 : documents.size();
        figure_.columns.push_back(citing_column(documents.first(on_left), many));
        figure_.columns.push_back(family_);
        if (many) figure_.columns.push_back(citing_column(documents.subspan(on_left), many));
        if (left_out.empty()) return;
        figure_.columns[many ? 2 : 0].cards.push_back(figure_.cards.size());
        figure_.cards.push_back(more_card(graph_, left_out));
    }

    std::size_t lines_of(std::span<const NodeIndex> documents) const {
        std::size_t lines = 0;
        for (const auto node : documents) {
            std::set<NodeIndex> targets;
            for (const auto& edge : graph_.out_edges(node)) targets.insert(edge.target);
            lines += static_cast<std::size_t>(
                std::ranges::count_if(targets, [&](NodeIndex t) { return card_of_.contains(t); }));
        }
        return lines;
    }

    Column citing_column(std::span<const NodeIndex> documents, bool many) {
        Column column;
        column.heading = many ? "Citing " + them() + ", " + years_of(graph_, documents)
                              : "Documents that cite " + them() + ", by year";
        for (const auto node : documents)
            column.cards.push_back(add_card(node, many ? CardKind::compact : CardKind::document));
        return column;
    }

    std::string them() const { return family_.cards.size() == 1 ? "it" : "them"; }

    // Between the lines that leave a card of the family there is room for their labels.
    void make_room_for_labels() {
        constexpr int height_of_label = 15;
        for (const auto& line : figure_.lines) {
            if (in_family(line.source)) figure_.cards[line.source].least_height += height_of_label;
        }
    }

    void add_lines() {
        for (const auto& [node, card] : card_of_) {
            for (auto& line : lines_from(graph_, node, card_of_)) add_line(std::move(line));
        }
        if (figure_.columns.size() > 2) {
            make_dense(figure_);
        } else {
            make_room_for_labels();
        }
    }

    // Lines among citing documents are counted, not drawn; what a frame shows needs no line.
    void add_line(Line line) {
        if (!in_family(line.target)) {
            if (!in_family(line.source)) ++not_drawn_;
            return;
        }
        const bool framed = share_frame(line.source, line.target);
        const bool kin = in_family(line.source);
        std::erase_if(line.relations,
                      [&](Relation r) { return (framed && !is_kinship(r)) || (kin && places(r)); });
        if (line.relations.empty()) return;
        line.relation = line.relations.front();
        figure_.lines.push_back(std::move(line));
    }

    bool in_family(std::size_t card) const {
        return std::ranges::find(family_.cards, card) != family_.cards.end();
    }

    bool share_frame(std::size_t a, std::size_t b) const {
        return std::ranges::any_of(figure_.frames, [&](const Frame& frame) {
            return std::ranges::find(frame.cards, a) != frame.cards.end() &&
                   std::ranges::find(frame.cards, b) != frame.cards.end();
        });
    }

    void describe(const std::vector<NodeIndex>& family, std::size_t whole_family) {
        if (whole_family > family.size()) {
            figure_.note += " Left out are " + std::to_string(whole_family - family.size()) +
                            " more distant works of the family.";
        }
        figure_.note += not_drawn(not_drawn_);
        const auto names = names_of(graph_, around_);
        const bool one = around_.size() == 1;
        if (family.size() > around_.size()) {
            figure_.title = names + (one ? ", its" : ", their") + " family, and who cites them";
        } else {
            figure_.title = names + " and who cites " + (one ? "it" : "them");
        }
        figure_.subtitle = title_of(graph_, around_);
    }

    const CitationGraph& graph_;
    std::span<const NodeIndex> around_;
    std::size_t most_;
    std::map<NodeIndex, std::size_t> card_of_;
    Column family_;
    std::size_t not_drawn_ = 0;
    Figure figure_;
};

}  // namespace

Figure arrange_family(const CitationGraph& graph, std::span<const NodeIndex> around,
                      const DiagramOptions& options) {
    return Family(graph, around, options).arrange();
}

}  // namespace resograph
