#include "exporters/picture.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <mutex>

#include "exporters/escape.hpp"

namespace resograph {

namespace {

// Graphviz keeps its parser, its fonts and its plugins in globals.
std::mutex& graphviz_lock() {
    static std::mutex lock;
    return lock;
}

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

// One context for the whole process, and never freed: Graphviz 2.42 keeps the name of the last font it
// measured in a global, and that name belongs to the context.
GVC_t* graphviz_context() {
    static GVC_t* const context = gvContext();
    return context;
}

// Numbers the objects of a graph as they come. The numbers of cgraph itself are addresses of their names,
// and subgraphs are visited in the order of these: one graph would give different pictures.
class Ids {
public:
    static Agiddisc_t* discipline() {
        static Agiddisc_t functions{open, map, alloc, forget, print, close, enter};
        return &functions;
    }

private:
    explicit Ids(Agraph_t* graph) : graph_(graph) {}

    static void* open(Agraph_t* graph, Agdisc_t*) { return new Ids(graph); }
    static void close(void* ids) { delete static_cast<Ids*>(ids); }
    static long alloc(void*, int, IDTYPE) { return 0; }
    static void forget(void*, int, IDTYPE) {}
    static void enter(void*, int, void*) {}

    static long map(void* state, int kind, char* name, IDTYPE* id, int create) {
        auto& ids = *static_cast<Ids*>(state);
        if (!name) {
            if (create) *id = ids.next_++;
            return create;
        }
        const std::pair key(kind == AGINEDGE ? AGEDGE : kind, std::string(name));
        auto found = ids.by_name_.find(key);
        if (found == ids.by_name_.end()) {
            if (!create) return 0;
            found = ids.by_name_.emplace(key, ids.next_++).first;
            ids.names_[found->second] = agstrdup(ids.graph_, name);
        }
        *id = found->second;
        return 1;
    }

    static char* print(void* state, int, IDTYPE id) {
        const auto& names = static_cast<Ids*>(state)->names_;
        const auto found = names.find(id);
        return found == names.end() ? nullptr : found->second;
    }

    Agraph_t* graph_;
    std::map<std::pair<int, std::string>, IDTYPE> by_name_;
    std::map<IDTYPE, char*> names_;  // of the graph's own pool, which cgraph expects
    IDTYPE next_ = 1;
};

// cgraph takes char* and does not write to it.
char* mutable_text(const char* text) { return const_cast<char*>(text); }
char* mutable_text(const std::string& text) { return const_cast<char*>(text.c_str()); }

std::string doubled_backslashes(std::string text) {
    for (auto at = text.find('\\'); at != std::string::npos; at = text.find('\\', at + 2))
        text.insert(at, 1, '\\');
    return text;
}

// So that "\N", "\G" and "&#1;" are what they look like.
std::string without_escapes(std::string_view text) {
    return doubled_backslashes(without_entities(clean(text)));
}

void set(Agraph_t* root, void* object, int kind, const Attribute& attribute) {
    auto* name = mutable_text(attribute.name);
    if (!agattr(root, kind, name, nullptr)) agattr(root, kind, name, mutable_text(""));
    if (!attribute.html) {
        auto value = without_escapes(attribute.value);
        if (std::string_view(name) == "tooltip") value = doubled_backslashes(value);  // is unescaped twice
        agset(object, name, mutable_text(value));
        return;
    }
    char* html = agstrdup_html(root, mutable_text(attribute.value));
    agset(object, name, html);
    agstrfree(root, html);
}

struct Built {
    Graph graph;
    std::vector<Agnode_t*> nodes;
    std::vector<Agedge_t*> edges;
};

// A name that is taken would be the same node, and one that starts with "%" is lost.
Agnode_t* new_node(Agraph_t* graph, const std::string& name) {
    auto unique = without_escapes(name.starts_with('%') ? "_" + name : name);
    while (agnode(graph, mutable_text(unique), 0)) unique += ' ';
    return agnode(graph, mutable_text(unique), 1);
}

Built build(const Picture& picture) {
    Built built;
    Agdisc_t discipline{&AgMemDisc, Ids::discipline(), &AgIoDisc};
    built.graph.reset(agopen(mutable_text(without_escapes(picture.name)), Agdirected, &discipline));
    auto* root = built.graph.get();
    for (const auto& attribute : picture.attributes) set(root, root, AGRAPH, attribute);
    for (const auto& node : picture.nodes) {
        built.nodes.push_back(new_node(root, node.name));
        for (const auto& attribute : node.attributes) set(root, built.nodes.back(), AGNODE, attribute);
    }
    for (const auto& edge : picture.edges) {
        built.edges.push_back(agedge(root, built.nodes[edge.tail], built.nodes[edge.head], nullptr, 1));
        for (const auto& attribute : edge.attributes) set(root, built.edges.back(), AGEDGE, attribute);
    }
    for (const auto& group : picture.groups) {
        auto* subgraph = agsubg(root, mutable_text(group.name), 1);
        for (const auto node : group.nodes) agsubnode(subgraph, built.nodes[node], 1);
        for (const auto& attribute : group.attributes) set(root, subgraph, AGRAPH, attribute);
    }
    return built;
}

// "27,61" or "0,0,160,122", as many numbers as are asked for.
template <std::size_t n>
std::array<double, n> numbers(const char* text) {
    std::array<double, n> values{};
    if (!text) return values;
    std::string_view rest = text;
    for (auto& value : values) {
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
        if (rest.starts_with(',')) rest.remove_prefix(1);
    }
    return values;
}

std::string text_of(void* object, const char* attribute) {
    const char* text = agget(object, mutable_text(attribute));
    return text ? text : "";
}

Box box_of(Agnode_t* node) {
    const auto [x, y] = numbers<2>(agget(node, mutable_text("pos")));
    const auto [width] = numbers<1>(agget(node, mutable_text("width")));
    const auto [height] = numbers<1>(agget(node, mutable_text("height")));
    const double half_width = width * 36, half_height = height * 36;  // inches, halved, in points
    return {x - half_width, y - half_height, x + half_width, y + half_height};
}

constexpr const char* failed = "Graphviz could not lay out the picture";

// Frees what the layout left in the graph, also when rendering fails.
class LaidOut {
public:
    LaidOut(GVC_t* context, Agraph_t* graph, const char* engine)
        : context_(context), graph_(graph), done_(gvLayout(context, graph, engine) == 0) {}
    ~LaidOut() {
        if (done_) gvFreeLayout(context_, graph_);
    }
    LaidOut(const LaidOut&) = delete;
    LaidOut& operator=(const LaidOut&) = delete;
    bool done() const { return done_; }

private:
    GVC_t* context_;
    Agraph_t* graph_;
    bool done_;
};

// The same picture is to be the same bytes. The length stays, and with it the offsets in the file.
void forget_time(std::string& pdf) {
    constexpr std::string_view key = "/CreationDate (D:";
    const auto at = pdf.rfind(key);
    if (at == std::string::npos) return;
    for (auto digit = at + key.size(); digit < pdf.size() && pdf[digit] >= '0' && pdf[digit] <= '9';
         ++digit) {
        pdf[digit] = "20000101000000"[std::min<std::size_t>(digit - at - key.size(), 13)];
    }
}

}  // namespace

Placement lay_out(const Picture& picture, const char* engine) {
    const std::scoped_lock lock(graphviz_lock());
    agseterr(AGMAX);
    auto* const context = graphviz_context();
    const auto built = build(picture);
    Placement placement;
    const LaidOut laid_out(context, built.graph.get(), engine);
    if (!laid_out.done()) {
        placement.error = failed;
        return placement;
    }
    attach_attrs(built.graph.get());
    for (auto* node : built.nodes) placement.nodes.push_back(box_of(node));
    for (auto* edge : built.edges) {
        placement.lines.push_back(text_of(edge, "pos"));
        placement.labels.push_back(text_of(edge, "lp"));
    }
    const auto [left, bottom, right, top] = numbers<4>(agget(built.graph.get(), mutable_text("bb")));
    placement.bounds = {left, bottom, right, top};
    return placement;
}

Rendered render(const Picture& picture, const char* format) {
    const std::scoped_lock lock(graphviz_lock());
    agseterr(AGMAX);
    auto* const context = graphviz_context();
    const auto built = build(picture);
    const LaidOut laid_out(context, built.graph.get(), "nop2");
    if (!laid_out.done()) return {"", failed};
    char* data = nullptr;
    unsigned int size = 0;
    if (gvRenderData(context, built.graph.get(), format, &data, &size) != 0 || !data) {
        return {"", "Graphviz could not write the picture as " + std::string(format)};
    }
    Rendered rendered{std::string(data, size), ""};
    gvFreeRenderData(data);
    if (std::string_view(format) == "pdf") forget_time(rendered.bytes);
    return rendered;
}

}  // namespace resograph
