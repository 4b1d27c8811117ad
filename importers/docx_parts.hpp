// The parts of a Word file that its text refers to: relationships, styles, numbering.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace resograph {

// "rId7" -> "https://undocs.org/en/A/RES/76/245", or a part: "footnotes.xml".
using Relationships = std::map<std::string, std::string, std::less<>>;
Relationships read_relationships(const pugi::xml_document& xml);

// The target of the relationship of that type ("officeDocument", "styles"); "" if there is none.
std::string target_of_type(const pugi::xml_document& xml, std::string_view type);

// w:numPr: the list that numbers a paragraph. An absent value comes from the style.
struct NumberingReference {
    std::string list;  // "0": taken out of the list
    std::optional<std::size_t> level;
};
NumberingReference read_numbering_reference(pugi::xml_node paragraph_properties);

struct DocxStyle {
    std::string name;  // "heading 1", "_ H_1_G"
    std::string based_on;
    NumberingReference numbering;
    bool superscript = false;
    bool hidden = false;
};

class DocxStyles {
public:
    void read(const pugi::xml_document& xml);

    bool is_heading(const std::string& style) const;
    bool is_superscript(const std::string& style) const;
    bool is_hidden(const std::string& style) const;
    NumberingReference numbering(const std::string& style) const;

private:
    // The style and those it is based on, the nearest first.
    std::vector<const DocxStyle*> chain(const std::string& style) const;

    std::map<std::string, DocxStyle, std::less<>> styles_;
};

// Whether a property that is on or off (w:vanish) is on.
bool is_on(pugi::xml_node property);
bool is_raised(pugi::xml_node run_properties);

// Automatic numbers, which are not in the text, as Word prints them.
class DocxNumbering {
public:
    void read(const pugi::xml_document& xml, const DocxStyles& styles);

    // The number of the next paragraph of the list, "5." or "(b)"; "" for a bullet.
    std::string next(const NumberingReference& reference, const std::string& style);

private:
    static constexpr std::size_t levels = 9;

    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string text;        // "(%2)"
        std::string style;       // paragraphs of this style stand on this level
        int restart_after = -1;  // 0: goes on through the whole document
        bool arabic_only = false;
    };
    struct Definition {
        std::array<Level, levels> level;
        std::string style_link;
    };
    struct List {
        std::string definition;
        std::array<std::optional<int>, levels> start;
        std::array<std::optional<Level>, levels> level;
        bool begun = false;
    };
    using Counters = std::array<std::optional<int>, levels>;

    static Level read_level(pugi::xml_node node);
    void read_list(pugi::xml_node node);
    const Level& level_of(const List& list, std::size_t level) const;
    std::string label(const List& list, const Counters& counters, std::size_t level) const;

    std::map<std::string, Definition, std::less<>> definitions_;
    std::map<std::string, List, std::less<>> lists_;
    std::map<std::string, Counters, std::less<>> counters_;  // by definition: lists that share one go on
};

}  // namespace resograph
