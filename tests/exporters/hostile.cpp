#include "hostile.hpp"

#include <string_view>

namespace resograph::test {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view strings[] = {
    // of each syntax
    "\"quoted\""sv,
    "'single'"sv,
    "\""sv,
    "“curly”"sv,
    "a\"b\\\"c"sv,
    "]]>"sv,
    "<![CDATA[x]]>"sv,
    "<!-- x -->"sv,
    "<script>alert(1)</script>"sv,
    "</script><img src=x onerror=alert(1)>"sv,
    "</data></node><node id=\"evil\">"sv,
    "&amp; & &lt;"sv,
    "&#1; &#x0; &#xD800; &nosuch;"sv,
    "<?xml version=\"1.0\"?>"sv,
    "<b>bold</b>"sv,
    "<>"sv,
    "<TABLE BORDER=\"0\">"sv,
    "a & b < c > d"sv,
    "%s%n%x {0} ${HOME} $(id) `id`"sv,
    "javascript:alert(1)"sv,
    // ends of strings and of lines
    "\\"sv,
    "ends with backslash\\"sv,
    "ends with two\\\\"sv,
    "\\\""sv,
    "\\N \\G \\L \\E \\T \\H \\n \\l \\r"sv,
    "a\\\nb"sv,
    "\n"sv,
    "two\nlines"sv,
    "two\r\nlines"sv,
    "\r"sv,
    "tab\tbed"sv,
    "\t"sv,
    " "sv,
    "  spaces  "sv,
    "\\u0000 \\x00 \\ud800"sv,
    // of DOT
    "subgraph"sv,
    "STRICT"sv,
    "digraph { a -> b }"sv,
    "-- -> ; [ ] { } , ="sv,
    "x\"];evil[label=\"y"sv,
    "a:b:c"sv,
    "/* comment"sv,
    "# comment"sv,
    "// comment"sv,
    "1"sv,
    "-.5"sv,
    // of tables and spreadsheets
    "=1+1"sv,
    "=cmd|' /C calc'!A0"sv,
    "+1"sv,
    "-1"sv,
    "@SUM(A1)"sv,
    "\t=1"sv,
    "  =1"sv,
    "＝1+1"sv,
    "a,b;c|d"sv,
    "\"a\",\"b\""sv,
    "NULL"sv,
    "NaN"sv,
    "Infinity"sv,
    "true"sv,
    "null"sv,
    "1e999"sv,
    "*Vertices 5"sv,
    "*Arcs"sv,
    // of RDF
    "<urn:x>"sv,
    "@prefix x: <y> ."sv,
    "\"\"\"long\"\"\"@en^^xsd:date"sv,
    "a b#c?d=e&f%20g%"sv,
    "_:b0"sv,
    // control characters and what is not UTF-8
    "\0"sv,
    "a\0b"sv,
    "\x01\x02\x08\x0B\x0C\x0E\x1B\x1F\x7F"sv,
    "\x1B]0;title\x07"sv,
    "\xFF"sv,
    "a\xFF\xFE"sv,
    "\xC0\xAF"sv,
    "\xE2\x82"sv,
    "\xED\xA0\x80 lone \xED\xBF\xBF"sv,
    "\xED\xA0\xBD\xED\xB8\x80"sv,
    "\xF4\x90\x80\x80"sv,
    "\xF8\x88\x80\x80\x80"sv,
    "\x80\x93\x94"sv,
    "\xC2\x80\xC2\x85\xC2\x9F"sv,
    // of Unicode
    "\uFFFE \uFFFF"sv,
    "\uFDD0 \U0001FFFE \U0010FFFF"sv,
    "\uFEFFmark"sv,
    "\u2028 \u2029"sv,
    "𝔘𝔫𝔦 😀"sv,
    "e\u0301\u0301\u0301\u0301"sv,
    "\u200B"sv,
    "\u00A0"sv,
    "مجلس الأمن"sv,
    "\u202Eright to left\u202C"sv,
    "\u2067isolate"sv,
    "安全理事会"sv,
    "Совет Безопасности"sv,
    // of names and dates
    "e0"sv,
    "e1~2"sv,
    "n0"sv,
    "../../etc/passwd"sv,
    "http://[::1"sv,
    "2000-13-45"sv,
    "2000-02-30"sv,
    "0000"sv,
    "A/RES/../../x"sv,
    "A/RES/1\"onload=x"sv,
};

struct NodeField {
    std::string Node::*field;
    const char* name;
};

constexpr NodeField node_fields[] = {
    {&Node::id, "id"},       {&Node::kind, "kind"},         {&Node::label, "label"},
    {&Node::title, "title"}, {&Node::body, "body"},         {&Node::symbol, "symbol"},
    {&Node::date, "date"},   {&Node::language, "language"}, {&Node::source, "source"},
    {&Node::uri, "uri"},
};

constexpr std::string Mention::*mention_fields[] = {&Mention::location, &Mention::pinpoint, &Mention::text,
                                                    &Mention::evidence, &Mention::footnote};

}  // namespace

std::vector<std::string> hostile_strings() {
    std::vector<std::string> result(std::begin(strings), std::end(strings));
    for (const std::string_view unit : {"a"sv, "\\"sv, "\""sv, "\n"sv, "<"sv, "é"sv, "\xFF"sv, "=\"&' "sv}) {
        std::string long_one;
        while (long_one.size() < 20'000) long_one += unit;
        result.push_back(std::move(long_one));
    }
    return result;
}

CitationGraph hostile_graph() {
    GraphBuilder builder;
    Node plain;
    plain.id = plain.label = "A/RES/1/1";
    plain.kind = "resolution";
    builder.add_node(plain);
    const auto all = hostile_strings();
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& [field, name] : node_fields) {
            Node node;
            node.id = std::string("node ") + name + " " + std::to_string(i);
            node.label = name;
            node.kind = "resolution";
            node.*field = all[i];
            builder.add_node(node);
        }
        const auto source = "node title " + std::to_string(i);
        for (const auto field : mention_fields) {
            Mention mention;
            mention.*field = all[i];
            builder.add_edge(source, "A/RES/1/1", Relation::recalls, mention);
        }
        builder.add_edge(source, all[i], Relation::mentions, {});
    }
    return std::move(builder).build();
}

}  // namespace resograph::test
