#include "importers/docx_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "document/numerals.hpp"
#include "importers/xml.hpp"

namespace resograph {

namespace {

std::string value_of(pugi::xml_node node) { return std::string(attribute_named(node, "val")); }

std::string value_of_child(pugi::xml_node parent, std::string_view name) {
    return value_of(child_named(parent, name));
}

std::optional<std::size_t> level_number(std::string_view text) {
    if (text.size() == 1 && text[0] >= '0' && text[0] <= '8') return static_cast<std::size_t>(text[0] - '0');
    return std::nullopt;
}

// Not more than a paragraph number can be, whatever the file says.
int number_of(const std::string& text, int otherwise) {
    constexpr int largest = 1'000'000;
    if (text.empty()) return otherwise;
    return std::clamp(std::atoi(text.c_str()), 0, largest);
}

}  // namespace

bool is_on(pugi::xml_node property) {
    const auto value = attribute_named(property, "val");
    return property && value != "0" && value != "false" && value != "off";
}

bool is_raised(pugi::xml_node run_properties) {
    return value_of_child(run_properties, "vertAlign") == "superscript";
}

// --- relationships

Relationships read_relationships(const pugi::xml_document& xml) {
    Relationships relationships;
    for (const auto node : xml.document_element().children())
        relationships.emplace(attribute_named(node, "Id"), attribute_named(node, "Target"));
    return relationships;
}

std::string target_of_type(const pugi::xml_document& xml, std::string_view type) {
    for (const auto node : xml.document_element().children()) {
        const auto uri = attribute_named(node, "Type");
        if (uri.substr(uri.rfind('/') + 1) == type) return std::string(attribute_named(node, "Target"));
    }
    return "";
}

// --- styles

NumberingReference read_numbering_reference(pugi::xml_node paragraph_properties) {
    const auto numbering = child_named(paragraph_properties, "numPr");
    return {value_of_child(numbering, "numId"), level_number(value_of_child(numbering, "ilvl"))};
}

void DocxStyles::read(const pugi::xml_document& xml) {
    for (const auto node : xml.document_element().children()) {
        if (local_name(node.name()) != "style") continue;
        const auto run = child_named(node, "rPr");
        styles_.insert_or_assign(std::string(attribute_named(node, "styleId")),
                                 DocxStyle{value_of_child(node, "name"), value_of_child(node, "basedOn"),
                                           read_numbering_reference(child_named(node, "pPr")), is_raised(run),
                                           is_on(child_named(run, "vanish"))});
    }
}

std::vector<const DocxStyle*> DocxStyles::chain(const std::string& style) const {
    constexpr std::size_t longest = 20;  // a damaged file may go in a circle
    std::vector<const DocxStyle*> found;
    auto next = styles_.find(style);
    while (next != styles_.end() && found.size() < longest) {
        found.push_back(&next->second);
        next = styles_.find(next->second.based_on);
    }
    return found;
}

// "heading 3"; "_ H_1_G" and "_ H _Ch" of the offices in Geneva and New York; "Annex", "Title" are left to
// the words.
bool DocxStyles::is_heading(const std::string& style) const {
    const auto found = chain(style);
    return std::any_of(found.begin(), found.end(), [](const DocxStyle* s) {
        return s->name.starts_with("heading ") || s->name.starts_with("_ H");
    });
}

bool DocxStyles::is_superscript(const std::string& style) const {
    const auto found = chain(style);
    return std::any_of(found.begin(), found.end(), [](const DocxStyle* s) { return s->superscript; });
}

bool DocxStyles::is_hidden(const std::string& style) const {
    const auto found = chain(style);
    return std::any_of(found.begin(), found.end(), [](const DocxStyle* s) { return s->hidden; });
}

NumberingReference DocxStyles::numbering(const std::string& style) const {
    NumberingReference result;
    for (const auto* s : chain(style)) {
        if (result.list.empty()) result.list = s->numbering.list;
        if (!result.level) result.level = s->numbering.level;
    }
    return result;
}

// --- numbering

DocxNumbering::Level DocxNumbering::read_level(pugi::xml_node node) {
    Level level;
    level.start = number_of(value_of_child(node, "start"), 0);
    level.format = value_of_child(node, "numFmt");
    level.text = value_of_child(node, "lvlText");
    level.style = value_of_child(node, "pStyle");
    level.restart_after = number_of(value_of_child(node, "lvlRestart"), -1);
    level.arabic_only = is_on(child_named(node, "isLgl"));
    return level;
}

void DocxNumbering::read_list(pugi::xml_node node) {
    List list;
    list.definition = value_of_child(node, "abstractNumId");
    for (const auto child : node.children()) {
        const auto level = level_number(attribute_named(child, "ilvl"));
        if (local_name(child.name()) != "lvlOverride" || !level) continue;
        if (const auto start = value_of_child(child, "startOverride"); !start.empty())
            list.start[*level] = number_of(start, 1);
        if (const auto own = child_named(child, "lvl")) list.level[*level] = read_level(own);
    }
    lists_.insert_or_assign(std::string(attribute_named(node, "numId")), std::move(list));
}

void DocxNumbering::read(const pugi::xml_document& xml, const DocxStyles& styles) {
    for (const auto node : xml.document_element().children()) {
        const auto name = local_name(node.name());
        if (name == "num") read_list(node);
        if (name != "abstractNum") continue;
        auto& definition = definitions_[std::string(attribute_named(node, "abstractNumId"))];
        definition.style_link = value_of_child(node, "numStyleLink");
        for (const auto child : node.children()) {
            const auto level = level_number(attribute_named(child, "ilvl"));
            if (local_name(child.name()) == "lvl" && level) definition.level[*level] = read_level(child);
        }
    }
    // A definition may be that of a style's list.
    for (auto& [number, list] : lists_) {
        const auto definition = definitions_.find(list.definition);
        if (definition == definitions_.end() || definition->second.style_link.empty()) continue;
        const auto linked = lists_.find(styles.numbering(definition->second.style_link).list);
        if (linked != lists_.end()) list.definition = linked->second.definition;
    }
}

const DocxNumbering::Level& DocxNumbering::level_of(const List& list, std::size_t level) const {
    if (list.level[level]) return *list.level[level];
    return definitions_.find(list.definition)->second.level[level];
}

std::string DocxNumbering::next(const NumberingReference& reference, const std::string& style) {
    const auto found = lists_.find(reference.list);
    if (found == lists_.end()) return "";
    auto& list = found->second;
    const auto definition = definitions_.find(list.definition);
    if (definition == definitions_.end()) return "";

    auto level = reference.level.value_or(0);
    for (std::size_t n = 0; n < levels && !reference.level; ++n) {
        if (!style.empty() && level_of(list, n).style == style) level = n;
    }
    auto& counters = counters_[list.definition];
    if (!list.begun) {
        list.begun = true;
        for (std::size_t n = 0; n < levels; ++n) {
            if (list.start[n]) counters[n].reset();
        }
    }
    const auto start_of = [&](std::size_t n) { return list.start[n].value_or(level_of(list, n).start); };
    for (std::size_t n = 0; n < level; ++n) {
        if (!counters[n]) counters[n] = start_of(n);
    }
    counters[level] = counters[level] ? *counters[level] + 1 : start_of(level);
    for (auto n = level + 1; n < levels; ++n) {
        const int after = level_of(list, n).restart_after;
        if (after < 0 || static_cast<int>(level) < after) counters[n].reset();
    }
    return label(list, counters, level);
}

// "%1.%2" with the numbers of the levels.
std::string DocxNumbering::label(const List& list, const Counters& counters, std::size_t level) const {
    const auto& own = level_of(list, level);
    if (own.format == "bullet") return "";
    std::string result;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const char digit = own.text[i] == '%' && i + 1 < own.text.size() ? own.text[i + 1] : '0';
        if (digit < '1' || digit > '9') {
            result += own.text[i];
            continue;
        }
        ++i;
        const auto n = static_cast<std::size_t>(digit - '1');
        const auto& format = level_of(list, n).format;
        const bool arabic = own.arabic_only && n < level;
        if (n <= level) result += formatted_number(counters[n].value_or(1), arabic ? "decimal" : format);
    }
    return result;
}

}  // namespace resograph
