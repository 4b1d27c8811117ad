#include <catch2/catch.hpp>

#include "listing.hpp"
#include "zip_bytes.hpp"

using namespace resograph;

namespace {

const std::string relationships =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://x/styles' Target='styles.xml'/>"
    "<Relationship Id='r2' Type='http://x/numbering' Target='numbering.xml'/>"
    "<Relationship Id='r3' Type='http://x/footnotes' Target='footnotes.xml'/>"
    "<Relationship Id='r4' Type='http://x/hyperlink' Target='https://undocs.org/A/RES/1/1'/>"
    "</Relationships>";

const std::string numbering =
    "<w:numbering>"
    "<w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='(%3)'/></w:lvl>"
    "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText "
    "w:val='*'/></w:lvl>"
    "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/>"
    "</w:lvlOverride></w:num>"
    "</w:numbering>";

const std::string styles =
    "<w:styles>"
    "<w:style w:type='paragraph' w:styleId='P'><w:name w:val='Numbered'/><w:pPr><w:numPr><w:numId w:val='1'/>"
    "</w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Child'/><w:basedOn w:val='P'/></w:style>"
    "<w:style w:type='character' w:styleId='Mark'><w:name w:val='Mark'/><w:rPr><w:vertAlign "
    "w:val='superscript'/>"
    "</w:rPr></w:style>"
    "</w:styles>";

const std::string footnotes =
    "<w:footnotes><w:footnote w:id='-1' w:type='separator'><w:p><w:r><w:t>no "
    "note</w:t></w:r></w:p></w:footnote>"
    "<w:footnote w:id='2'><w:p><w:r><w:rPr><w:rStyle w:val='Mark'/></w:rPr><w:footnoteRef/></w:r>"
    "<w:r><w:t xml:space='preserve'> Resolution 1/1.</w:t></w:r></w:p></w:footnote>"
    "<w:footnote w:id='3'><w:p><w:r><w:t>Resolution 2/2.</w:t></w:r></w:p></w:footnote></w:footnotes>";

std::string docx_of(const std::string& body) {
    return test::zip_of({{"[Content_Types].xml", "<Types/>"},
                         {"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"},
                         {"word/_rels/document.xml.rels", relationships},
                         {"word/styles.xml", styles},
                         {"word/numbering.xml", numbering},
                         {"word/footnotes.xml", footnotes}});
}

std::string paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }
std::string run(const std::string& text) { return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>"; }

std::string numbered(int list, int level, const std::string& text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" +
           std::to_string(list) + "'/></w:numPr></w:pPr>" + run(text) + "</w:p>";
}

const std::string formula = paragraph(run("The General Assembly,"));

struct Row {
    const char* name;
    std::string body;
    const char* blocks;
};

struct BadFile {
    std::string bytes;
    const char* message;
};

}  // namespace

TEST_CASE("A Word file reads as Word prints it", "[importers]") {
    const auto row = GENERATE(values<Row>({
        {"runs", paragraph(run("Recalling ") + run("A,")), "pp1 Recalling A,"},
        {"a tab, a break and a hyphen",
         paragraph(run("Recalling") + "<w:r><w:tab/><w:t>A</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/>"
                                      "<w:t>B,</w:t></w:r>"),
         "pp1 Recalling A non-B,"},
        {"numbers",
         numbered(1, 0, "Decides:") + numbered(1, 1, "One;") + numbered(1, 1, "Two:") +
             numbered(1, 2, "Three;") + numbered(1, 0, "Requests."),
         "op1 Decides: | op1.a One; | op1.b Two: | op1.b.i Three; | op2 Requests."},
        {"a list that starts at seven", numbered(3, 0, "Decides."), "op7 Decides."},
        {"the number of a style that another is based on",
         "<w:p><w:pPr><w:pStyle w:val='Q'/></w:pPr>" + run("Decides.") + "</w:p>", "op1 Decides."},
        {"a bullet", numbered(2, 0, "Recalling A,"), "pp1 Recalling A,"},
        {"notes",
         paragraph(run("Recalling A") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(" and B,") +
                   "<w:r><w:footnoteReference w:id='3'/></w:r>"),
         "pp1 Recalling A and B, | fn1 Resolution 1/1. | fn2 Resolution 2/2."},
        {"a note with a mark of its own",
         paragraph(run("Recalling A,") +
                   "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='3'/><w:t>*</w:t></w:r>"),
         "pp1 Recalling A, | fn* Resolution 2/2."},
        {"a mark typed as raised digits",
         paragraph(run("Recalling A,") +
                   "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>"
                   "<w:r><w:rPr><w:rStyle w:val='Mark'/></w:rPr><w:t>2</w:t></w:r>"),
         "pp1 Recalling A,"},
        {"raised letters that are no mark",
         paragraph(run("Recalling the 21") +
                   "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>st</w:t></w:r>" +
                   run(" century,")),
         "pp1 Recalling the 21st century,"},
        {"tracked changes",
         paragraph(run("Recalling ") + "<w:del><w:r><w:delText>B</w:delText></w:r></w:del><w:ins>" +
                   run("A,") + "</w:ins>"),
         "pp1 Recalling A,"},
        {"a paragraph mark that was deleted",
         paragraph("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("Recalling ")) + paragraph(run("A,")),
         "pp1 Recalling A,"},
        {"hidden text",
         paragraph(run("Recalling A,") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"),
         "pp1 Recalling A,"},
        {"a field prints its result",
         paragraph(run("Recalling ") +
                   "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText>"
                   "<w:fldChar w:fldCharType='separate'/></w:r>" +
                   run("A,") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"),
         "pp1 Recalling A,"},
        {"a field that never ends",
         paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("lost")) +
             paragraph(run("Recalling A,")),
         "pp1 Recalling A,"},
        {"two forms of one text",
         paragraph(run("Recalling ") + "<mc:AlternateContent><mc:Choice>" + run("A,") +
                   "</mc:Choice><mc:Fallback>" + run("A,") + "</mc:Fallback></mc:AlternateContent>"),
         "pp1 Recalling A,"},
        {"a text box comes after its paragraph",
         paragraph(run("Recalling ") + "<w:r><w:pict><w:txbxContent>" + paragraph(run("Noting B,")) +
                   "</w:txbxContent></w:pict></w:r>" + run("A,")),
         "pp1 Recalling A, | pp2 Noting B,"},
        {"a table, row by row",
         "<w:tbl><w:tr><w:tc>" + paragraph(run("Recalling A,")) + "</w:tc><w:tc>" +
             paragraph(run("Noting B,")) + "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" +
             paragraph(run("gone")) + "</w:tc></w:tr></w:tbl>",
         "pp1 Recalling A, | pp2 Noting B,"},
        {"a caption goes on with the numbers below it",
         paragraph(run("Recalling resolutions")) + "<w:tbl><w:tr><w:tc>" + paragraph(run("66/288")) +
             "</w:tc><w:tc>" + paragraph(run("Noting the future")) + "</w:tc></w:tr><w:tr><w:tc>" +
             paragraph(run("67/1; 67/2")) + "</w:tc><w:tc>" + paragraph(run("Noting the law")) +
             "</w:tc></w:tr></w:tbl>",
         "pp1 Recalling resolutions 66/288, 67/1; 67/2, | pp2 Noting the future | pp3 Noting the law"},
    }));
    CAPTURE(row.name);
    CHECK(test::import_and_list("docx", docx_of(formula + row.body)) == row.blocks);
}

TEST_CASE("The hyperlinks of a Word file are references of the source", "[importers]") {
    const auto link = "<w:hyperlink r:id='r4'>" + run("resolution 1/1") + "</w:hyperlink>";
    const auto field =
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> HYPERLINK \"https://undocs.org/A/RES/1/1\" "
        "</w:instrText><w:fldChar w:fldCharType='separate'/></w:r>" +
        run("resolution 1/1") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    for (const auto& content : {link, field}) {
        const auto imported = find_importer("docx")->import(
            docx_of(formula + paragraph(run("Recalling ") + content + run(","))), "a");
        REQUIRE(imported.documents.size() == 1);
        const auto& document = imported.documents.front();
        REQUIRE(document.references.size() == 1);
        CHECK(document.references[0].href == "https://undocs.org/A/RES/1/1");
        CHECK(text_of(document, document.references[0].span) == "resolution 1/1");
    }
}

TEST_CASE("A Word file that is damaged is named with its part", "[importers]") {
    const auto whole = docx_of(formula);
    auto flipped = whole;
    flipped[flipped.find("word/document.xml") + 40] ^= 0x55;
    const auto row = GENERATE_COPY(values<BadFile>({
        {test::zip_of({{"[Content_Types].xml", ""}, {"_rels/.rels", "<Relationships/>"}}),
         "a.docx/word/document.xml: error: is missing"},
        {test::zip_of({{"word/document.xml", "<w:document><w:body>\n<w:p></w:body>"}}),
         "a.docx/word/document.xml:2:8: error: not well-formed XML"},
        {test::zip_of({{"word/document.xml", "<workbook/>"}}),
         "a.docx/word/document.xml:1:1: error: the root element is workbook"},
        {test::zip_of(
             {{"word/document.xml", "<w:document>" + std::string(9'000'000, ' ') + "</w:document>"}}),
         "a.docx/word/document.xml: error: unpacks to more than 8 MiB"},
        {whole.substr(0, whole.find("word/document.xml") + 60), "a.docx/word/document.xml: error: "},
        {flipped, "a.docx/word/document.xml: error: "},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", "a.docx: error: is a Word file of before 2007"},
        {test::zip_of({{"word/document.xml", "<w:document><w:body/></w:document>"}}),
         "a.docx: error: the document has no text"},
    }));
    CAPTURE(row.message);
    const auto imported = find_importer("docx")->import(row.bytes, "a.docx");
    CHECK(imported.documents.empty());
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK_THAT(to_string(imported.diagnostics[0]), Catch::StartsWith(row.message));
}

TEST_CASE("A Word file is recognised by its content", "[importers]") {
    CHECK(recognise(docx_of(formula)) == find_importer("docx"));
    CHECK(recognise(test::zip_of({{"a.txt", "word/document.xml"}})) == nullptr);
}
