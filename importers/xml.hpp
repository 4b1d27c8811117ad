// Help for formats of XML.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "document/document.hpp"
#include "importers/structure.hpp"

namespace resograph {

// Deeper than any document; what is nested deeper is hostile, unless the user says otherwise.
inline constexpr std::size_t deepest_element = 10'000;

// Why elements below that depth were not read.
std::string nested_too_deep(std::size_t depth);

// Namespaces are not looked at: real files bind them to any prefix, or to none.
inline std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The local name of the first element; "" if the text is no XML. It may end anywhere.
std::string_view root_element(std::string_view text);

// A tag of an element, found in text that need not be well-formed. An end tag has `closes`.
struct Tag {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool closes = false;
};

// The next tag of that local name from `from` on. None when the text ends before the tag does.
std::optional<Tag> find_tag(std::string_view text, std::string_view name, std::size_t from);

// Parses a copy of the text, in which the texts of the tree lie from then on. What is wrong, if it is not
// well-formed. `expected`: "a TEI document".
std::optional<Diagnostic> parse_xml(std::string_view text, std::string_view file, std::string_view expected,
                                    std::string& copy, pugi::xml_document& xml);

// The text that a tree was parsed from, to find again where its values stand.
struct XmlSource {
    std::string_view text;
    const char* copy;           // that the tree lies in
    bool same_offsets = false;  // an offset in the text is one in the file

    // Appends a value of the tree, with its place in the file.
    void append_to(DocumentBuilder& builder, std::string_view value) const;
};

inline pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
    for (const auto child : parent.children()) {
        if (local_name(child.name()) == name) return child;
    }
    return {};
}

inline std::string_view attribute_named(pugi::xml_node node, std::string_view name) {
    for (const auto attribute : node.attributes()) {
        if (local_name(attribute.name()) == name) return attribute.value();
    }
    return {};
}

// Goes through the nodes below `root` without recursion. enter(node) says whether to go into it; only then
// leave(node) is called. The result is a node that is nested too deep, where the walk ended.
template <typename Enter, typename Leave>
pugi::xml_node walk(pugi::xml_node root, Enter enter, Leave leave, std::size_t deepest = deepest_element) {
    auto node = root;
    std::size_t depth = 0;
    bool go_in = true;
    while (true) {
        if (const auto child = go_in ? node.first_child() : pugi::xml_node()) {
            node = child;
            if (++depth > deepest) return node;
            go_in = enter(node);
            continue;
        }
        if (go_in && node != root) leave(node);
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
            if (node != root) leave(node);
        }
        if (node == root) return {};
        node = node.next_sibling();
        go_in = enter(node);
    }
}

}  // namespace resograph
