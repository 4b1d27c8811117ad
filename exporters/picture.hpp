// Graphviz in terms of values: a picture is built as plain data, laid out or rendered in one call, and
// nothing of cgraph stays behind. Calls take one lock: two graphs in two threads crash it.
//
// Traps of cgraph, met here and nowhere else: a backslash is not escaped (so all are doubled), plain and
// HTML strings share one pool (so a label says which it is), and laying out one graph twice crashes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace resograph {

struct Attribute {
    const char* name;
    std::string value;
    bool html = false;
};
using Attributes = std::vector<Attribute>;

struct PictureNode {
    std::string name;  // made unique by spaces
    Attributes attributes;
};

struct PictureEdge {
    std::size_t tail = 0, head = 0;  // indices of nodes
    Attributes attributes;
};

struct PictureGroup {
    std::string name;  // "cluster_1" is drawn; others are not
    std::vector<std::size_t> nodes;
    Attributes attributes;
};

struct Picture {
    std::string name;  // of the whole: a browser shows it
    Attributes attributes;
    std::vector<PictureNode> nodes;
    std::vector<PictureEdge> edges;
    std::vector<PictureGroup> groups;
};

// In points; y grows upwards, as in Graphviz.
struct Box {
    double left = 0, bottom = 0, right = 0, top = 0;
    double width() const { return right - left; }
    double height() const { return top - bottom; }
    double middle() const { return (bottom + top) / 2; }
    double centre() const { return (left + right) / 2; }
};

struct Placement {
    std::vector<Box> nodes;           // of each node
    std::vector<std::string> lines;   // of each edge, as Graphviz's "pos"
    std::vector<std::string> labels;  // of each edge, "lp"; "" without a label
    Box bounds;
    std::string error;
};

// engine: dot, sfdp, neato.
Placement lay_out(const Picture& picture, const char* engine);

struct Rendered {
    std::string bytes;
    std::string error;
};

// Everything is where its "pos" says. format: svg, png, pdf, dot.
Rendered render(const Picture& picture, const char* format);

}  // namespace resograph
