#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "listing.hpp"
#include "small_pdf.hpp"

using namespace resograph;
using test::PdfLine;
using test::PdfPage;
using test::small_pdf;

namespace {

constexpr double margin = 120, indent = 144;

Imported import_pdf(const std::string& bytes) { return find_importer("pdf")->import(bytes, "a.pdf"); }

std::string listed(const std::vector<PdfPage>& pages) {
    const auto imported = import_pdf(small_pdf(pages));
    REQUIRE(imported.diagnostics.empty());
    REQUIRE(imported.documents.size() == 1);
    return test::listed(imported.documents.front());
}

// A page whose first line is the formula; `lines` follow.
PdfPage page_of(std::vector<PdfLine> lines) {
    lines.insert(lines.begin(), {indent, 100, "The General Assembly,"});
    return lines;
}

struct Broken {
    std::string bytes;
    std::string message;
};

const std::string good = small_pdf({page_of({{indent, 120, "Recalling the Charter,"}})});

}  // namespace

TEST_CASE("A raised digit calls for the note at the end of its page", "[importers]") {
    const auto pages = GENERATE(values<std::vector<PdfPage>>({
        // Below a line of underscores, as the United Nations print them.
        {page_of({{indent, 120,
                   "Recalling the Convention on the Rights of the Child,^1^ which was adopted in the"},
                  {margin, 132, "year 1989,"},
                  {margin, 700, "__________", 8},
                  {margin, 712, "^1^ Resolution 44/25,", 8.5},
                  {margin, 722, "20 November 1989.", 8.5}})},
        // Told by their size alone, with a label that is not raised, above the number of the page.
        {page_of({{indent, 120,
                   "Recalling the Convention on the Rights of the Child,^1^ which was adopted in the"},
                  {margin, 132, "year 1989,"},
                  {margin, 712, "1", 8.5},
                  {margin + 10, 712, "Resolution 44/25,", 8.5},
                  {margin, 722, "20 November 1989.", 8.5},
                  {300, 750, "1/1", 8.5}})},
        // With its label glued to it.
        {page_of({{indent, 120,
                   "Recalling the Convention on the Rights of the Child,^1^ which was adopted in the"},
                  {margin, 132, "year 1989,"},
                  {margin, 712, "1Resolution 44/25,", 8.5},
                  {margin, 722, "20 November 1989.", 8.5}})},
        // The page of the note cuts the paragraph.
        {page_of({{indent, 120,
                   "Recalling the Convention on the Rights of the Child,^1^ which was adopted in the"},
                  {margin, 700, "__________", 8},
                  {margin, 712, "^1^ Resolution 44/25, 20 November 1989.", 8.5}}),
         {{margin, 50, "A/RES/1/1"}, {margin, 100, "year 1989,"}}},
    }));
    const auto imported = import_pdf(small_pdf(pages));
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    CHECK(
        test::listed(document) ==
        "pp1 Recalling the Convention on the Rights of the Child, which was adopted in the year 1989, | fn1 "
        "Resolution 44/25, 20 November 1989.");
    REQUIRE(document.marks.size() == 1);
    CHECK(document.marks[0].note >= 0);
    CHECK(document.text.substr(0, document.marks[0].offset).ends_with("of the Child,"));
}

TEST_CASE("Several raised labels are several marks", "[importers]") {
    const auto imported =
        import_pdf(small_pdf({page_of({{indent, 120, "Recalling the Covenants^1, 2^ and the"},
                                       {margin, 132, "1^st^ of 3 Protocols,"},
                                       {margin, 700, "__________", 8},
                                       {margin, 712, "^1^ Resolution 1/1.", 8.5},
                                       {margin, 722, "^2^ Resolution 2/2.", 8.5}})}));
    REQUIRE(imported.documents.size() == 1);
    CHECK(test::listed(imported.documents.front()) ==
          "pp1 Recalling the Covenants and the 1st of 3 Protocols, | fn1 Resolution 1/1. | fn2 Resolution "
          "2/2.");
    CHECK(imported.documents.front().marks.size() == 2);
}

TEST_CASE("Lines of a PDF become the words that were broken for them", "[importers]") {
    struct Row {
        PdfPage page;
        const char* blocks;
    };
    const auto row = GENERATE(values<Row>({
        {page_of({{indent, 120, "Recalling the corruption of Non-Self-Governing Territories, and the cor-"},
                  {margin, 132, "ruption of Non-Self-"},
                  {margin, 144, "Governing Territories,"}}),
         "pp1 Recalling the corruption of Non-Self-Governing Territories, and the corruption of "
         "Non-Self-Governing Territories,"},
        {page_of({{indent, 120, "Recalling decision-making, and decision-"}, {margin, 132, "making again,"}}),
         "pp1 Recalling decision-making, and decision-making again,"},
        // Letter spacing of one point within the word, as in "prom otion".
        {page_of({{indent, 120, "Recalling the prom) Tj [-110 (otion)] TJ ( of peace,"}}),
         "pp1 Recalling the promotion of peace,"},
    }));
    CHECK(listed({row.page}) == row.blocks);
}

TEST_CASE("Pages lose their headers and job numbers", "[importers]") {
    CHECK(listed({page_of({{indent, 120, "Recalling the Charter of the United Nations and all that was said"},
                           {80, 760, "23-25915 (E)    291223"},
                           {80, 772, "*2325915*"}}),
                  {{80, 50, "A/RES/78/135"},
                   {400, 50, "Unilateral measures"},
                   {margin, 100, "in its defence since the year in which it was signed and ratified,"},
                   {indent, 118, "1. Decides to remain seized of the matter."},
                   {80, 770, "2/2"},
                   {500, 770, "23-25915"}}}) ==
          "pp1 Recalling the Charter of the United Nations and all that was said in its defence since the "
          "year in "
          "which it was signed and ratified, | op1 Decides to remain seized of the matter.");
}

TEST_CASE("The links of a PDF are references of the source", "[importers]") {
    struct Row {
        const char* entries;
        bool turned;
        const char* linked;
    };
    const auto row = GENERATE(values<Row>({
        {"/Annots [<< /Subtype /Link /Rect [182 665 262 680] /A << /S /URI /URI (https://example.org/) >> "
         ">>]",
         false, "A/RES/55/25 of"},
        // The page is cut, and what is printed on it runs down, since it is shown turned.
        {"/Annots [<< /Subtype /Link /Rect [485 530 500 612] /A << /S /URI /URI (https://example.org/) >> "
         ">>] "
         "/Rotate 270 /CropBox [10 10 602 782]",
         true, "A/RES/55/25 of"},
        // Damaged, or nothing of which a reader can be sure.
        {"/Annots [<< /Subtype /Link /Rect [1 2] /A << /URI (https://example.org/) >> >> 7 99 0 R]", false,
         ""},
        {"/Annots [<< /Subtype /Link /Rect [182 665 262 680] /Dest [1 /Fit] >>]", false, ""},
    }));
    const auto imported = import_pdf(small_pdf(
        {page_of({{indent, 120, "Recalling (A/RES/55/25 of), and so on,"}})}, row.turned, row.entries));
    REQUIRE(imported.documents.size() == 1);
    const auto& document = imported.documents.front();
    std::string linked;
    for (const auto& reference : document.references) {
        linked += text_of(document, reference.span);
        CHECK(reference.href == "https://example.org/");
    }
    CHECK(linked == row.linked);
}

TEST_CASE("Two columns are read one after the other", "[importers]") {
    PdfPage page{{200, 60, "Resolution 1/1, on a matter that goes across both columns"}};
    std::string left = "pp1 Recalling", right = " | op1 Decides";
    page.push_back({70, 90, "The General Assembly,"});
    page.push_back({70, 102, "Recalling"});
    page.push_back({320, 90.5, "1. Decides"});
    for (int line = 0; line < 12; ++line) {
        page.push_back(
            {60, 114.0 + 12 * line, fmt::format("what is said in line {} on the left of it,", line)});
        page.push_back(
            {310, 102.5 + 12 * line, fmt::format("what is said in line {} on the right of it", line)});
        left += fmt::format(" what is said in line {} on the left of it,", line);
        right += fmt::format(" what is said in line {} on the right of it", line);
    }
    CHECK(listed({page}) == left + right);
}

TEST_CASE("Text that is turned by a quarter is read along its lines", "[importers]") {
    const auto bytes =
        small_pdf({page_of({{indent, 120, "Recalling the Charter of the United Nations, and all"},
                            {margin, 132, "that was said in its defence,"}})},
                  true);
    const auto imported = import_pdf(bytes);
    REQUIRE(imported.documents.size() == 1);
    CHECK(test::listed(imported.documents.front()) ==
          "pp1 Recalling the Charter of the United Nations, and all that was said in its defence,");
}

TEST_CASE("A page without text is named", "[importers]") {
    const auto text = page_of({{indent, 120, "Recalling the Charter,"}});
    const auto imported = import_pdf(small_pdf({text, {}, text, {}, {}}));
    CHECK(imported.documents.size() == 1);
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK(to_string(imported.diagnostics[0]) == "a.pdf: warning: pages 2, 4–5: no text, blank or scanned");
}

TEST_CASE("A PDF that cannot be used says why in one message", "[importers]") {
    const auto row = GENERATE(values<Broken>({
        {small_pdf({{}, {}}), "no text on any of its 2 pages: they seem scanned, expected a PDF with text"},
        {small_pdf({}), "no pages in it, expected a PDF with text"},
        {good.substr(0, good.size() / 2), "damaged or incomplete, expected a whole PDF"},
        {"%PDF-1.7\n", "damaged or incomplete, expected a whole PDF"},
        {"", "damaged or incomplete, expected a whole PDF"},
    }));
    CAPTURE(row.bytes);
    const auto imported = import_pdf(row.bytes);
    CHECK(imported.documents.empty());
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK(to_string(imported.diagnostics[0]) == "a.pdf: error: " + row.message);
}

TEST_CASE("Whatever is broken in a PDF, there is a document or a message", "[importers]") {
    for (std::size_t at = 9; at < good.size(); ++at) {
        CAPTURE(at);
        auto bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x15);
        const auto imported = import_pdf(bytes);
        CHECK((!imported.documents.empty() || !imported.diagnostics.empty()));
    }
}

TEST_CASE("Every mark of the real PDFs finds its note, and every note is called", "[importers]") {
    const std::filesystem::path folder = RESOGRAPH_SOURCE_DIR "/../shared/corpus/pdf";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: no corpus in " + folder.string());
        return;
    }
    std::size_t marks = 0, bound = 0, notes = 0, called = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        const auto imported = import_pdf({std::istreambuf_iterator<char>(stream), {}});
        REQUIRE(imported.documents.size() == 1);
        const auto& document = imported.documents.front();
        std::vector<bool> is_called(document.blocks.size());
        for (const auto& mark : document.marks) {
            ++marks;
            bound += mark.note >= 0;
            if (mark.note >= 0) is_called[static_cast<std::size_t>(mark.note)] = true;
        }
        for (std::size_t n = 0; n < document.blocks.size(); ++n) {
            if (document.blocks[n].role != Role::note) continue;
            ++notes;
            called += is_called[n];
        }
    }
    CHECK(marks >= 400);
    CHECK(bound * 100 >= marks * 99);
    CHECK(called * 100 >= notes * 99);
}
