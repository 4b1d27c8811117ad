// Every export read by its real readers: in Python (read_exports.py), by Graphviz, xmllint and rapper in
// processes of their own, by Boost here.
#include <sys/wait.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "exporters/exporter.hpp"
#include "hostile.hpp"
#include "sample_graph.hpp"

using namespace resograph;
namespace fs = std::filesystem;

namespace {

// A folder with every export of a graph, gone at the end.
class Exports {
public:
    Exports(const CitationGraph& graph, bool merge) {
        std::string pattern = (fs::temp_directory_path() / "resograph-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        for (const auto* exporter : exporters()) {
            const auto file = (folder / ("graph" + std::string(exporter->suffix))).string();
            if (!exporter->write_edges) {
                write(exporter->write, graph, merge, file);
                continue;
            }
            write(exporter->write, graph, merge, table_files(file).nodes);
            write(exporter->write_edges, graph, merge, table_files(file).edges);
        }
    }
    ~Exports() { fs::remove_all(folder); }
    Exports(const Exports&) = delete;
    Exports& operator=(const Exports&) = delete;

    fs::path folder;

private:
    static void write(Exporter::Write write, const CitationGraph& graph, bool merge,
                      const std::string& file) {
        std::ofstream out(file, std::ios::binary);
        write(graph, {merge}, out);
    }
};

int run(const std::string& command) {
    const int status = std::system((command + " >&2").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool has(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

const std::string python = "/usr/bin/python3";

bool skip_without_python() {
    if (run(python + " -c 'import networkx, igraph, lxml' 2>/dev/null") == 0) return false;
    WARN("skipped: python3-networkx, python3-igraph or python3-lxml is not installed");
    return true;
}

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

// networkx, igraph, lxml, csv, json, rdflib: the same numbers and the same values in all of them.
int read_exports(const Exports& exports, const CitationGraph& graph, std::size_t edges) {
    return run(python + " " + quoted(fs::path(RESOGRAPH_SOURCE_DIR) / "tests/exporters/read_exports.py") +
               " " + quoted(exports.folder) + " " + std::to_string(graph.nodes().size()) + " " +
               std::to_string(edges));
}

struct Sample {
    const char* name;
    CitationGraph (*make)();
};

constexpr Sample samples[] = {
    {"small", test::small_graph}, {"crowded", test::crowded}, {"hostile", test::hostile_graph}};

}  // namespace

TEST_CASE("There are sixty hostile strings and more", "[readers]") {
    CHECK(test::hostile_strings().size() >= 60);
}

TEST_CASE("All readers find the same nodes, edges and values in all formats", "[readers]") {
    if (skip_without_python()) return;
    for (const auto& sample : samples) {
        CAPTURE(sample.name);
        const auto graph = sample.make();
        const Exports exports(graph, false);
        CHECK(read_exports(exports, graph, graph.edge_count()) == 0);
    }
}

TEST_CASE("All readers find the same with parallel edges folded", "[readers]") {
    if (skip_without_python()) return;
    for (const auto& sample : samples) {
        CAPTURE(sample.name);
        const auto graph = sample.make();
        std::set<std::pair<NodeIndex, NodeIndex>> pairs;
        for (NodeIndex node = 0; node < graph.nodes().size(); ++node) {
            for (const auto& edge : graph.out_edges(node)) pairs.emplace(edge.source, edge.target);
        }
        const Exports exports(graph, true);
        CHECK(read_exports(exports, graph, pairs.size()) == 0);
    }
}

TEST_CASE("XML is well-formed for xmllint, DOT parses in Graphviz, Turtle in rapper", "[readers]") {
    for (const auto& sample : samples) {
        CAPTURE(sample.name);
        const Exports exports(sample.make(), false);
        const auto file = [&](const char* name) { return quoted(exports.folder / name); };
        if (has("xmllint")) {
            for (const char* name : {"graph.graphml", "graph.gexf", "graph.12.gexf"})
                CHECK(run("xmllint --noout --nonet " + file(name)) == 0);
        }
        // gc gives 0 even for a syntax error: it must say nothing.
        if (has("gc")) CHECK(run("test -z \"$(gc -n " + file("graph.dot") + " 2>&1 >/dev/null)\"") == 0);
        if (has("nop")) CHECK(run("nop -p " + file("graph.dot")) == 0);
        if (has("rapper")) CHECK(run("rapper -q -c -i turtle " + file("graph.ttl")) == 0);
    }
}

TEST_CASE("graphology and Cytoscape.js hold what the files say", "[readers]") {
    const auto source = fs::path(RESOGRAPH_SOURCE_DIR);
    const auto modules = source / "build/javascript/node_modules";
    if (!has("node") || !fs::exists(modules)) {
        WARN("skipped: graphology and cytoscape are not installed (scripts/test does, where there is npm)");
        return;
    }
    for (const auto& sample : samples) {
        for (const bool merge : {false, true}) {
            CAPTURE(sample.name, merge);
            const Exports exports(sample.make(), merge);
            CHECK(run("NODE_PATH=" + quoted(modules) + " node " +
                      quoted(source / "tests/exporters/read_javascript.cjs") + " " +
                      quoted(exports.folder)) == 0);
        }
    }
}

TEST_CASE("Boost reads the GraphML with the same numbers and types", "[readers]") {
    struct Work {
        std::string label;
        int in_degree = -1;
    };
    struct Citation {
        std::string relation;
        double weight = 0;
    };
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Work, Citation>;
    for (const auto& sample : samples) {
        CAPTURE(sample.name);
        const auto graph = sample.make();
        std::stringstream xml;
        find_exporter("graphml")->write(graph, {}, xml);
        Graph read;
        boost::dynamic_properties properties(boost::ignore_other_properties);
        properties.property("label", boost::get(&Work::label, read));
        properties.property("in_degree", boost::get(&Work::in_degree, read));
        properties.property("relation", boost::get(&Citation::relation, read));
        properties.property("weight", boost::get(&Citation::weight, read));
        REQUIRE_NOTHROW(boost::read_graphml(xml, read, properties));
        CHECK(boost::num_vertices(read) == graph.nodes().size());
        CHECK(boost::num_edges(read) == graph.edge_count());
        for (const auto vertex : boost::make_iterator_range(boost::vertices(read))) {
            CHECK(!read[vertex].label.empty());
            CHECK(read[vertex].in_degree == static_cast<int>(boost::in_degree(vertex, read)));
        }
        for (const auto edge : boost::make_iterator_range(boost::edges(read))) {
            CHECK(read[edge].weight == 1.0);
            CHECK(!read[edge].relation.empty());
        }
    }
}

TEST_CASE("The probes of the project accept every export", "[readers]") {
    const auto probes = fs::path(RESOGRAPH_SOURCE_DIR) / "../shared/probes";
    if (!fs::exists(probes / "probe_graphml.py")) {
        WARN("skipped: there are no probes beside the project");
        return;
    }
    if (skip_without_python()) return;
    struct Probe {
        const char* script;
        const char* files;
    };
    constexpr Probe rows[] = {
        {"probe_graphml.py", "graph.graphml"},
        {"probe_gexf.py", "graph.gexf"},
        {"probe_gexf.py", "graph.12.gexf"},
        {"probe_dot.py", "graph.dot"},
        {"probe_json.py", "graph.json"},
        {"probe_json.py", "graph.cyjs"},
        {"probe_json.py", "graph.graphology.json"},
        {"probe_csv.py", "graph.nodes.csv graph.edges.csv"},
        {"probe_csv.py", "graph.neo4j.nodes.csv graph.neo4j.edges.csv --flavour neo4j"},
    };
    for (const auto& sample : samples) {
        for (const bool merge : {false, true}) {
            const Exports exports(sample.make(), merge);
            for (const auto& [script, files] : rows) {
                CAPTURE(sample.name, merge, files);
                CHECK(run("cd " + quoted(exports.folder) + " && " + python + " " + quoted(probes / script) +
                          " " + files + " >log 2>&1 || { grep FAIL log; exit 1; }") == 0);
            }
        }
    }
}
