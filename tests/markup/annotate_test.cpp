#include <catch2/catch.hpp>

#include "graph/assemble.hpp"
#include "graph/work_iri.hpp"
#include "markup/annotate.hpp"
#include "round_trip.hpp"

using namespace resograph;

namespace {

const Extractor& extractor() {
    static const Registry registry;
    static const Extractor one(registry);
    return one;
}

std::string document(const std::string& paragraph, const std::string& root = "akomaNtoso xmlns=\"urn:x\"") {
    return "<" + root +
           "><statement name=\"resolution\"><preface><p><docNumber>A/RES/60/1</docNumber></p></preface>" +
           "<preamble><formula><p>The General Assembly,</p></formula><recitals><recital><p>" + paragraph +
           "</p></recital></recitals></preamble><mainBody><p/></mainBody></statement></" +
           root.substr(0, root.find(' ')) + ">";
}

std::string annotated(const std::string& xml) {
    const auto files = annotate(*find_importer("akn"), xml, "x.xml", extractor()).files;
    return files.size() == 1 ? files.front().text : "nothing";
}

// The recital of what became of the document.
std::string recital(const std::string& xml) {
    const auto begin = xml.find("<recital><p>") + 12;
    return xml.substr(begin, xml.find("</p></recital>") - begin);
}

constexpr auto r55_25 = "/akn/un/statement/deliberation/unga/2000-11-15/55-25";

}  // namespace

struct MarkupRow {
    const char* before;
    const char* after;  // without the hrefs
};

TEST_CASE("References go around the words, whatever markup lies between", "[markup]") {
    const auto row = GENERATE(values<MarkupRow>({
        {"Recalling its resolution 55/25,", "Recalling its <ref eId=\"ref_1\">resolution 55/25</ref>,"},
        {"Recalling its <i>resolution</i> 55/25,",
         "Recalling its <ref eId=\"ref_1\"><i>resolution</i> 55/25</ref>,"},
        {"Recalling its resolution <b>55/25, of course</b>,",
         "Recalling its <ref eId=\"ref_1\">resolution </ref><b><ref eId=\"ref_2\">55/25</ref>, of "
         "course</b>,"},
        {"Recalling its resolution&#160;55/25 &amp; more,",
         "Recalling its <ref eId=\"ref_1\">resolution&#160;55/25</ref> &amp; more,"},
        {"Recalling its\n resolution  55/25,", "Recalling its\n <ref eId=\"ref_1\">resolution  55/25</ref>,"},
        {"Recalling its <!-- > --> resolution <?x > ?>55/25,",
         "Recalling its <!-- > --> <ref eId=\"ref_1\">resolution <?x > ?>55/25</ref>,"},
        {"Recalling its <![CDATA[resolution 55/25]]>,", "Recalling its <![CDATA[resolution 55/25]]>,"},
        {"Recalling its <ref href=\"#own\">resolution 55/25</ref>,",
         "Recalling its <ref href=\"#own\">resolution 55/25</ref>,"},
        {"Recalling its resolution <a href=\"x\">55/25</a>,",
         "Recalling its resolution <a href=\"x\">55/25</a>,"},
        {"Recalling <span eId=\"ref_1\">its</span> resolution 55/25,",
         "Recalling <span eId=\"ref_1\">its</span> <ref eId=\"ref_2\">resolution 55/25</ref>,"},
        {"Recalling paragraphs 3 and 4 of its resolution 55/25,",
         "Recalling <mref eId=\"mref_1\">paragraphs <ref eId=\"ref_1\">3</ref> and <ref "
         "eId=\"ref_2\">4</ref> of its "
         "<ref eId=\"ref_3\">resolution 55/25</ref></mref>,"},
        {"Recalling paragraphs 10 to 12 of its resolution 55/25,",
         "Recalling <mref eId=\"mref_1\"><rref eId=\"rref_1\">paragraphs 10 to 12</rref> of its "
         "<ref eId=\"ref_1\">resolution 55/25</ref></mref>,"},
        {"Recalling its resolution 54/263, annexes I and II,",
         "Recalling its <mref eId=\"mref_1\"><ref eId=\"ref_1\">resolution 54/263, annexes I</ref> and "
         "<ref eId=\"ref_2\">II</ref></mref>,"},
    }));
    CAPTURE(row.before);
    const auto xml = document(row.before);
    auto text = recital(annotated(xml));
    for (const auto* attribute : {" href=\"/akn", " from=\"/akn"}) {
        for (auto at = text.find(attribute); at != std::string::npos; at = text.find(attribute))
            text.erase(at, text.find('>', at) - at);
    }
    CHECK(text == row.after);
    CHECK(annotated(annotated(xml)) == annotated(xml));
    CHECK(citations_in(annotated(xml), "x.xml", extractor()) == citations_in(xml, "x.xml", extractor()));
}

TEST_CASE("References have the prefix and the id of their document", "[markup]") {
    const auto paragraph = "Recalling its resolution 55/25,";
    CHECK(annotated(document(paragraph, "an:akomaNtoso xmlns:an=\"urn:x\"")).find("<an:ref eId=") !=
          std::string::npos);
    CHECK(annotated(document(paragraph, "akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\""))
              .find("<ref id=") != std::string::npos);
}

TEST_CASE("A file in another encoding becomes UTF-8 and says so", "[markup]") {
    const auto xml = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" +
                     document("Recalling \x93its\x94 resolution 55/25,");
    const auto utf8 = annotated(xml);
    CHECK(utf8.find("encoding=\"UTF-8\"") != std::string::npos);
    CHECK(recital(utf8).starts_with("Recalling “its” <ref "));
}

struct IriRow {
    const char* id;
    const char* iri;
};

TEST_CASE("A work has one IRI", "[markup]") {
    const auto row = GENERATE(values<IriRow>({
        {"A/RES/55/25", "/akn/un/statement/deliberation/unga/2000-11-15/55-25"},
        {"untoc-tip", "/akn/un/statement/deliberation/unga/2000-11-15/55-25/!annex_2"},
        {"A/RES/44/25#annex", "/akn/un/statement/deliberation/unga/1989-11-20/44-25/!annex"},
        {"A/RES/99/1", "/akn/un/statement/deliberation/unga/2044/99-1"},
        {"A/RES/1004(ES-II)", "/akn/un/statement/deliberation/unga/1956/1004(ES-II)"},
        {"A/RES/ES-10/2", "/akn/un/statement/deliberation/unga/1997/ES-10-2"},
        {"S/RES/1373(2001)", "/akn/un/statement/deliberation/unsc/2001/1373(2001)"},
        {"E/RES/1235(XLII)", "/akn/un/statement/deliberation/unecosoc/1967/1235(XLII)"},
        {"A/HRC/RES/36/5", "/akn/un/statement/deliberation/unhrc/2017/36-5"},
        {"A/DEC/54/439", "/akn/un/statement/decision/unga/1999/54-439"},
        {"E/2002/68/Add.1", "/akn/un/doc/report/ohchr/2002-05-20/E-2002-68-Add.1"},
        {"S/2004/616", "/akn/un/doc/document/unsc/2004/S-2004-616"},
        {"A/CONF.9/24(PartI)", "/akn/un/doc/document/unga/A-CONF.9-24(PartI)"},
        {"ilo-c182", "/akn/un/act/convention/ilo/1999-06-17/182"},
        {"un-charter", "/akn/un/act/charter/1945-06-26/un-charter"},
        {"covenants", "/akn/un/documentCollection/instruments/covenants"},
        {"name:dakar framework", "/akn/un/doc/instrument/dakar%20framework"},
        {"file:x.txt", ""},
    }));
    CAPTURE(row.id);
    CHECK(work_iri(row.id, extractor().registry()) == row.iri);
    CHECK(describe(row.id, extractor().registry()).uri == row.iri);
}

TEST_CASE("A pinpoint is a portion of its work", "[markup]") {
    CHECK(portion_iri(std::string(r55_25) + "/!annex_2", "art_6__para_2") ==
          std::string(r55_25) + "/!annex_2~art_6__para_2");
    CHECK(portion_iri(r55_25, "para_3") == std::string(r55_25) + "/~para_3");
}

TEST_CASE("A file that is no document is named, and nothing is written", "[markup]") {
    for (const auto* bytes :
         {"<akomaNtoso><statement>", "<akomaNtoso/>", "<akomaNtoso><doc/></akomaNtoso>"}) {
        const auto result = annotate(*find_importer("akn"), bytes, "x.xml", extractor());
        CHECK(result.files.empty());
        CHECK(!result.diagnostics.empty());
    }
}

TEST_CASE("Each document of a file becomes a file, with what is known of it from elsewhere", "[markup]") {
    const std::string tei =
        "<teiCorpus><TEI.2><text><body><p>The General Assembly,</p><p>Recalling resolution "
        "55/25,</p></body></text>"
        "</TEI.2><TEI.2><text><body><p>The Economic and Social Council,</p><p>Recalling its resolution "
        "2003/20,</p></body></text></TEI.2></teiCorpus>";
    int number = 0;
    const auto annotated =
        annotate(*find_importer("tei"), tei, "x.xml", extractor(), {[&](Document& document) {
            if (document.metadata.symbol.empty())
                document.metadata.symbol = fmt::format("A/RES/60/{}", ++number);
        }});
    REQUIRE(annotated.files.size() == 2);
    CHECK(annotated.diagnostics.empty());
    CHECK(annotated.files[0].symbol == "A/RES/60/1");
    CHECK(annotated.files[0].text.find("unga/2000-11-15/55-25\"") != std::string::npos);
    CHECK(annotated.files[1].symbol == "A/RES/60/2");
    CHECK(annotated.files[1].text.find("unecosoc/2003/2003-20\"") != std::string::npos);
}

TEST_CASE("A record without text is no document to mark up", "[markup]") {
    const std::string record =
        "<record><datafield tag=\"191\"><subfield code=\"a\">A/RES/55/25</subfield></datafield></record>";
    const auto annotated = annotate(*find_importer("marcxml"),
                                    "<collection>" + record + record + "</collection>", "x.xml", extractor());
    CHECK(annotated.files.empty());
    REQUIRE(annotated.diagnostics.size() == 1);
    CHECK(to_string(annotated.diagnostics.front()) ==
          "x.xml: error: 2 records without text left out, expected documents to mark up");
}
