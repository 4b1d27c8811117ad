// Text of documents, made safe for each syntax it is written in.
//
// First it is cleaned, alike for all formats: what is not UTF-8, control characters and noncharacters
// become U+FFFD (XML has no way to write them, and one such byte makes a reader refuse the whole file);
// line breaks and tabs become a space (Boost folds them, neo4j-admin wants none in a field). Then the
// few characters that mean something in the syntax are escaped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "exporters/output.hpp"

namespace resograph {

// Takes one code point from the front of a text that is not empty; U+FFFD for a byte that is not UTF-8.
char32_t take_code_point(std::string_view& text);

void append_utf8(std::string& text, char32_t code_point);

// What stands for a code point in every format: itself, a space or U+FFFD.
char32_t harmless(char32_t code_point);

std::string clean(std::string_view text);

// The front of a text, cut after so many code points.
std::string_view front(std::string_view text, std::size_t code_points);

// False for "" and for what cannot be seen.
bool has_text(std::string_view text);

// Cleaned and escaped; quotation marks round the text are the caller's.
void put_xml(Output& out, std::string_view text);        // element content and attribute values
void put_json(Output& out, std::string_view text);       // "<" is escaped too: harmless inside HTML
void put_dot(Output& out, std::string_view text);        // a backslash is doubled: no \N, no \G, no stray end
void put_dot_label(Output& out, std::string_view text);  // as put_dot, and "&amp;" is not read as an entity
void put_turtle(Output& out, std::string_view text);
void put_iri(Output& out, std::string_view text);    // percent-encoded, but for "/", ":" and "()"
void put_pajek(Output& out, std::string_view text);  // Pajek has no escapes: ' for ", / for a backslash

// A cell of a CSV table, quoted where needed. A text that a spreadsheet would run as a formula gets an
// apostrophe before it.
void put_csv(Output& out, std::string_view text);

// The spelling of put_csv and put_pajek, to see whether two ids are still different.
std::string csv_text(std::string_view text);
std::string pajek_text(std::string_view text);

// Graphviz reads "&amp;" and "&#1;" in labels, tooltips and names as the character: "&amp;#1;" is the text.
std::string without_entities(std::string_view text);

// As put_xml and put_dot.
std::string xml_text(std::string_view text);
std::string dot_quoted(std::string_view text);  // with its quotation marks

}  // namespace resograph
