// The parts of a resolution as a reader sees them: what comes before the formula, recitals, numbered
// paragraphs with their points, drafts, closing lines, annexes. Ranges are of Document::blocks.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace resograph {

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Outline {
    Range preface;
    Range preamble;
    Range body;
    Range conclusions;
    std::vector<Range> annexes;  // each begins with its heading
    std::size_t first_note = 0;  // notes come last
    std::size_t last = 0;        // the last block before the notes
};

Outline outline_of(const Document& document);

// A block, or the blocks of a draft.
struct Content {
    Range blocks;
    bool draft = false;
};

// "5." with its points "(a)", "(b)".
struct Paragraph {
    std::string label;   // "5"
    std::string number;  // as printed; "" when none is
    std::vector<Content> before;
    std::vector<Paragraph> points;
    std::vector<Content> after;  // the words that close the list
};

// The end of the run of numbered paragraphs that begins at `begin`, with the drafts within it; `begin` if
// there is none. In a draft its own paragraphs are meant.
std::size_t numbered_run(const Document& document, std::size_t begin, std::size_t end, bool in_draft);

std::vector<Paragraph> paragraphs_of(const Document& document, Range run, bool in_draft);

// The end of the draft that begins at `begin`.
std::size_t draft_run(const Document& document, std::size_t begin, std::size_t end);

}  // namespace resograph
