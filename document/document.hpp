// What was read: one resolution (or other document) as text in blocks, independent of any file format.
//
// Offsets are byte offsets into Document::text, which is valid UTF-8 with one '\n' between blocks.
// Locations follow the printed numbering: "pp3" is the third preambular paragraph, "op5.b.ii"
// operative paragraph 5 (b) (ii), "annexI.art_6", "fn3", "title"; "A.op2" and "II.op4" in divided texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resograph {

// A place in an input file. Lines and columns count from 1; a column is a code point.
struct Position {
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

// The line and column of a byte of a file. Past the end: the place after the last byte.
Position position_at(std::string_view bytes, std::size_t offset);

enum class Severity { note, warning, error };

// Something to say about an input. An error means that (a part of) the input could not be used.
struct Diagnostic {
    Severity severity = Severity::warning;
    std::string file;
    Position where;  // line 0: the file as a whole
    std::string message;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// "file:line:column: error: message"; control characters in names and messages are made harmless.
std::string to_string(const Diagnostic& diagnostic);

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

enum class Role {
    masthead,    // symbol, session, agenda item, "Resolution adopted by …": never cites
    title,       // the document's own title
    formula,     // "The General Assembly,": names the body that speaks
    preambular,  // a recital
    operative,   // a numbered paragraph, or an item of one
    heading,     // a heading within the operative part or an annex
    annex,       // any paragraph of an annex of the document itself
    note,        // a footnote
    closing,     // meeting, date, vote
    foreign,     // of another resolution that is printed on the same page
};

std::string_view to_string(Role role);

// nullopt when no role has that name.
std::optional<Role> parse_role(std::string_view name);

// A paragraph, put together again where pages or footnotes cut it.
struct Block {
    Role role = Role::operative;
    std::string location;  // "" for a masthead, a formula and a closing
    Span span;
    int speaker = -1;    // the body that speaks here, index in Document::speakers; -1 if unknown
    bool draft = false;  // within a draft that one body recommends to another
    std::string number;  // as printed before it, "5." or "5. (b)": not in the text
};

// A call for a note: ¹, [1] or a digit glued to a word. The mark itself is not in the text.
struct NoteMark {
    std::size_t offset = 0;  // the place in the text where the mark stood
    std::string label;       // "1", "*"
    int note = -1;           // index of the note's block, -1 if the document has no such note
};

// A reference that the source marks up itself: an Akoma Ntoso ref, a hyperlink.
struct SourceReference {
    Span span;
    std::string href;
};

// From a text offset back to the file: text[text_offset + n] was read from byte file_offset + n,
// up to the next run.
struct OriginRun {
    std::size_t text_offset = 0;
    std::size_t file_offset = 0;
};

// Where a part of the metadata comes from.
enum class Origin : unsigned char {
    unknown,
    document,   // its masthead or markup
    table,      // that the user gave
    file_name,  // of the file it was read from
    assumed,
};

std::string_view to_string(Origin origin);
Origin parse_origin(std::string_view name);

// What is known of the document. Empty: not known.
struct Metadata {
    std::string symbol;  // "A/RES/55/25", canonical (contract, section 2)
    std::string title;
    std::string date;                       // ISO 8601, of adoption where known, else of publication
    std::string language;                   // ISO 639-1, "en"
    std::string session;                    // as printed: "Fifty-fifth session"
    std::string uri;                        // Akoma Ntoso work IRI
    std::vector<std::string> related = {};  // symbols of documents that a catalogue puts beside this one

    Origin symbol_from = Origin::unknown;
    Origin title_from = Origin::unknown;
    Origin date_from = Origin::unknown;
    Origin language_from = Origin::unknown;

    friend bool operator==(const Metadata&, const Metadata&) = default;
};

struct Document {
    std::string file;    // as named on the command line; members of archives as archive.zip/member.xml
    std::string format;  // name of the importer
    Metadata metadata;
    std::string text;
    std::vector<Block> blocks;          // in reading order; notes last
    std::vector<std::string> speakers;  // bodies as printed: "General Assembly"
    std::vector<NoteMark> marks;        // by offset
    std::vector<SourceReference> references;
    std::vector<OriginRun> origins;  // by text offset; empty when the format has no line to point at
};

// The byte of the file from which a character of the text was read.
std::size_t file_offset(const Document& document, std::size_t text_offset);

// "" if it is not known.
inline std::string_view speaker_of(const Document& document, const Block& block) {
    if (block.speaker < 0) return {};
    return document.speakers[static_cast<std::size_t>(block.speaker)];
}

inline std::string_view text_of(const Document& document, Span span) {
    return std::string_view(document.text).substr(span.begin, span.end - span.begin);
}

}  // namespace resograph
