#include "exporters/diagram.hpp"

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>
#include <thread>

#include "exporters/figure.hpp"
#include "hostile.hpp"
#include "sample_graph.hpp"

using namespace resograph;
namespace fs = std::filesystem;

namespace {

std::string drawn(const CitationGraph& graph, const char* layout, const char* format,
                  const std::vector<std::string>& around, std::size_t most = 60) {
    DiagramOptions options;
    options.layout = layout;
    options.format = format;
    options.around = around;
    options.max_nodes = most;
    const auto diagram = draw(graph, options);
    CHECK(diagram.error == "");
    return diagram.bytes;
}

struct Sample {
    const char* layout;
    std::vector<std::string> around;
};

const std::vector<Sample> samples = {
    {"family", {"untoc"}},
    {"ego", {"E/RES/2003/20"}},
    {"ego", {"untoc"}},
    {"timeline", {"untoc-tip"}},
    {"path", {"S/RES/2331(2016)", "A/RES/55/25"}},
};

// All text of an SVG, a space between its pieces.
std::string text_of(const std::string& svg) {
    pugi::xml_document document;
    const auto result = document.load_buffer(svg.data(), svg.size());
    REQUIRE(result);
    std::string text;
    for (const auto& found : document.select_nodes("//text"))
        text += std::string(found.node().text().get()) + " ";
    return text;
}

class File {
public:
    explicit File(const std::string& bytes)
        : path_((fs::temp_directory_path() / "resograph-XXXXXX").string()) {
        close(mkstemp(path_.data()));
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~File() { fs::remove(path_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

int run(const std::string& command) {
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool has(const std::string& program) { return run("command -v " + program + " >/dev/null 2>&1") == 0; }

struct Placed {
    std::string name;
    double x, y, width, height;
};

// The cards and texts of a picture, as another Graphviz finds them in the DOT file.
std::vector<Placed> placed(const std::string& dot) {
    const File file(dot);
    FILE* pipe = popen(("neato -n2 -Tplain " + file.path() + " 2>/dev/null").c_str(), "r");
    std::string plain;
    char buffer[4096];
    while (const auto size = fread(buffer, 1, sizeof buffer, pipe)) plain.append(buffer, size);
    pclose(pipe);
    std::vector<Placed> result;
    std::istringstream lines(plain);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("node ")) continue;
        std::istringstream rest(line.substr(5));
        Placed node{};
        if (rest.peek() == '"') {
            rest.get();
            std::getline(rest, node.name, '"');
        } else {
            rest >> node.name;
        }
        rest >> node.x >> node.y >> node.width >> node.height;
        if (line.find(" plain ") != std::string::npos) result.push_back(node);  // not a mark of the legend
    }
    return result;
}

bool overlap(const Placed& a, const Placed& b) {
    constexpr double tolerance = 0.02;  // inches: sizes are rounded to points
    return std::abs(a.x - b.x) < (a.width + b.width) / 2 - tolerance &&
           std::abs(a.y - b.y) < (a.height + b.height) / 2 - tolerance;
}

}  // namespace

TEST_CASE("A picture in SVG holds every name, a title and a legend", "[diagram]") {
    const auto graph = test::organized_crime();
    const auto text = text_of(drawn(graph, "family", "svg", {"untoc"}));
    for (const char* name : {"UNTOC", "Trafficking in Persons Protocol", "Smuggling of Migrants Protocol",
                             "Firearms Protocol", "A/RES/55/25", "A/RES/55/255", "E/RES/2003/20",
                             "A/RES/58/137", "A/RES/61/144", "A/HRC/RES/8/12", "S/RES/2331 (2016)"}) {
        CHECK_THAT(text, Catch::Contains(name));
    }
    CHECK_THAT(text, Catch::Contains("UNTOC, its family, and who cites them"));
    CHECK_THAT(text, Catch::Contains("art. 6, paras. 2, 3, 4"));
    CHECK_THAT(text, Catch::Contains("×5"));
    CHECK_THAT(text, Catch::Contains("Economic and Social Council"));
    CHECK_THAT(text, Catch::Contains("is a protocol to"));
}

TEST_CASE("A title can be chosen", "[diagram]") {
    DiagramOptions options;
    options.around = {"untoc"};
    options.title = "Palermo <2000> & after";
    CHECK_THAT(text_of(draw(test::organized_crime(), options).bytes), Catch::Contains(options.title));
}

TEST_CASE("A browser names the picture by its title", "[diagram]") {
    pugi::xml_document document;
    const auto svg = drawn(test::organized_crime(), "family", "svg", {"untoc"});
    REQUIRE(document.load_buffer(svg.data(), svg.size()));
    CHECK(document.select_node("/svg/g/title").node().text().get() ==
          std::string("UNTOC, its family, and who cites them"));
}

TEST_CASE("Links lead to the official document and nowhere else", "[diagram]") {
    pugi::xml_document document;
    const auto svg = drawn(test::organized_crime(), "family", "svg", {"untoc"});
    REQUIRE(document.load_buffer(svg.data(), svg.size()));
    std::size_t links = 0;
    for (const auto& found : document.select_nodes("//a/@xlink:href")) {
        CHECK(std::string_view(found.attribute().value()).starts_with("https://docs.un.org/en/"));
        ++links;
    }
    CHECK(links == 11);
}

TEST_CASE("The same graph and options give the same bytes in every format", "[diagram]") {
    const auto graph = test::organized_crime();
    struct Start {
        const char* format;
        std::string bytes;
    };
    for (const auto& [format, start] :
         {Start{"svg", "<?xml"}, {"png", "\x89PNG"}, {"pdf", "%PDF"}, {"dot", "digraph"}}) {
        for (const auto& [layout, around] : samples) {
            CAPTURE(format, layout);
            const auto first = drawn(graph, layout, format, around);
            CHECK(first.substr(0, start.size()) == start);
            const bool same = first == drawn(graph, layout, format, around);
            CHECK(same);
        }
    }
}

TEST_CASE("A PDF does not know when it was made", "[diagram]") {
    const auto pdf = drawn(test::small_graph(), "family", "pdf", {"crc"});
    CHECK(pdf.find("/CreationDate (D:20000101000000") != std::string::npos);
}

TEST_CASE("No card, label or text lies on another", "[diagram]") {
    if (!has("neato")) {
        WARN("skipped: graphviz is not installed");
        return;
    }
    for (const auto& graph :
         {test::organized_crime(), test::crowded(), test::crowded_by(14), test::crowded_by(300)}) {
        for (const auto& [layout, around] : samples) {
            for (const std::size_t most : {12, 60, 250}) {
                CAPTURE(layout, around, most);
                const auto nodes = placed(drawn(graph, layout, "dot", around, most));
                REQUIRE(nodes.size() > 4);
                for (std::size_t a = 0; a < nodes.size(); ++a) {
                    for (std::size_t b = a + 1; b < nodes.size(); ++b) {
                        CAPTURE(nodes[a].name, nodes[b].name);
                        if (overlap(nodes[a], nodes[b])) FAIL_CHECK("they overlap");
                    }
                }
            }
        }
    }
}

TEST_CASE("What is too much for columns is still drawn", "[diagram]") {
    const auto graph = test::crowded_by(300);
    const auto text = text_of(drawn(graph, "family", "svg", {"untoc"}, 250));
    CHECK_THAT(text, Catch::Contains("and 61 more"));
    CHECK_THAT(text, Catch::Contains("The lines have no words."));
}

TEST_CASE("However many works are shown, each has its name", "[diagram]") {
    const auto graph = test::crowded_by(300);
    for (const char* layout : {"family", "ego", "timeline"}) {
        CAPTURE(layout);
        const auto text = text_of(drawn(graph, layout, "svg", {"untoc-tip"}, 1000));
        for (const auto& edge : graph.in_edges(graph.find("untoc-tip").value())) {
            const auto& citing = graph.node(edge.source);
            CHECK_THAT(text, Catch::Contains(citing.label.empty() ? citing.symbol : citing.label));
        }
    }
}

TEST_CASE("Lines that have no room for words are counted", "[diagram]") {
    GraphBuilder builder;
    for (char near = 'a'; near < 'i'; ++near) {
        builder.add_edge({&near, 1}, "centre", Relation::recalls, {});
        for (char far = 'r'; far < 'z'; ++far) builder.add_edge({&far, 1}, {&near, 1}, Relation::recalls, {});
    }
    DiagramOptions options;
    options.layout = "ego";
    options.around = {"centre"};
    options.depth = 2;
    const auto diagram = draw(std::move(builder).build(), options);
    CHECK_THAT(text_of(diagram.bytes), Catch::Contains("Without words, for want of room, are 64 lines."));
}

namespace {

// An SVG that holds shapes, text, and links to the document system; "" or what else is in it.
std::string what_could_run(const std::string& svg) {
    constexpr std::string_view harmless[] = {"svg",  "g",       "a",        "title",  "text",
                                             "path", "polygon", "polyline", "ellipse"};
    pugi::xml_document document;
    if (!document.load_buffer(svg.data(), svg.size())) return "no XML";
    for (const auto& found : document.select_nodes("//*")) {
        const std::string_view name = found.node().name();
        if (std::ranges::find(harmless, name) == std::end(harmless)) return std::string(name);
        for (const auto attribute : found.node().attributes()) {
            const std::string_view key = attribute.name(), value = attribute.value();
            if (key.starts_with("on") || key == "style") return std::string(key);
            if (key.ends_with("href") && !value.starts_with("https://docs.un.org/en/"))
                return std::string(value);
        }
    }
    return "";
}

}  // namespace

TEST_CASE("Hostile text makes no picture that is refused, and none that runs", "[diagram]") {
    const auto graph = test::hostile_graph();
    for (const char* layout : {"family", "ego", "timeline"}) {
        for (const std::size_t most : {20, 60, 3000}) {
            CAPTURE(layout, most);
            const auto svg = drawn(graph, layout, "svg", {"A/RES/1/1"}, most);
            CHECK(what_could_run(svg) == "");
            CHECK(svg.find("node title 24 resograph") == std::string::npos);  // \N \G
            if (has("xmllint")) CHECK(run("xmllint --noout --nonet " + File(svg).path()) == 0);
            CHECK(drawn(graph, layout, "png", {"A/RES/1/1"}, most).starts_with("\x89PNG"));
            if (has("nop"))
                CHECK(run("nop -p " + File(drawn(graph, layout, "dot", {"A/RES/1/1"}, most)).path()) == 0);
        }
    }
    for (NodeIndex node = 0; node < graph.nodes().size(); node += 7) {
        CAPTURE(graph.node(node).id);
        CHECK(what_could_run(drawn(graph, "family", "svg", {graph.node(node).id})) == "");
    }
}

TEST_CASE("What cannot be drawn is said", "[diagram]") {
    const auto graph = test::small_graph();
    struct Row {
        DiagramOptions options;
        std::string error;
    };
    std::vector<Row> rows(5);
    rows[0] = {{}, "a diagram needs a work to be drawn around"};
    rows[1].options.around = {"nosuch"};
    rows[1].error = "\"nosuch\" is not in the graph";
    rows[2].options.around = {"crc"};
    rows[2].options.layout = "circle";
    rows[2].error = "there is no layout \"circle\"";
    rows[3].options.around = {"crc"};
    rows[3].options.format = "gif";
    rows[3].error = "there is no picture format \"gif\"";
    rows[4].options.around = {"crc"};
    rows[4].options.layout = "path";
    rows[4].error = "a path needs two works, where it starts and where it ends";
    for (const auto& row : rows) {
        const auto diagram = draw(graph, row.options);
        CHECK(diagram.error == row.error);
        CHECK(diagram.bytes.empty());
    }
}

TEST_CASE("A work that nothing cites has a picture too", "[diagram]") {
    GraphBuilder builder;
    Node node;
    node.id = node.label = "alone";
    builder.add_node(node);
    const auto graph = std::move(builder).build();
    for (const char* layout : {"family", "ego", "timeline"})
        CHECK_THAT(text_of(drawn(graph, layout, "svg", {"alone"})), Catch::Contains("alone"));
}

TEST_CASE("Pictures drawn at the same time do not disturb each other", "[diagram]") {
    const auto graph = test::organized_crime();
    const auto alone = drawn(graph, "family", "svg", {"untoc"});
    std::vector<std::string> results(8);
    std::vector<std::thread> threads;
    for (auto& result : results) {
        threads.emplace_back([&] {
            DiagramOptions options;
            options.around = {"untoc"};
            result = draw(graph, options).bytes;
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& result : results) {
        const bool same = result == alone;
        CHECK(same);
    }
}
