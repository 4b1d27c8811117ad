#include <catch2/catch.hpp>

#include "importers/importer.hpp"
#include "phrases.hpp"

using namespace resograph;
using resograph::test::Phrase;

namespace {

const Extractor& extractor() {
    static const Registry registry;
    static const Extractor instance(registry);
    return instance;
}

struct Row {
    const char* text;
    const char* citations;
};

void check(const Phrase& phrase, const char* expected) {
    CAPTURE(phrase.text);
    CHECK(test::listed(extractor().extract(test::document_of(phrase))) == expected);
}

void check_relations(const std::string& text, const char* expected) {
    CAPTURE(text);
    CHECK(test::governed(extractor().extract(test::document_of({text}))) == expected);
}

struct Governing {
    const char* relation;
    std::vector<const char*> words;
};

void check(const Governing& row, Role role) {
    for (const std::string words : row.words) {
        CAPTURE(words);
        const Phrase phrase{words + " its resolution 55/25;", "General Assembly", "", {}, role};
        CHECK(test::governed(extractor().extract(test::document_of(phrase))) ==
              std::string("A/RES/55/25 ") + row.relation);
    }
}

}  // namespace

TEST_CASE("Resolutions of the General Assembly are found in every form", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"submitted pursuant to General Assembly resolution 48/141", "A/RES/48/141"},
        {"Recalling its resolution 55/25 of 15 November 2000, by which it decided", "A/RES/55/25"},
        {"its resolution 75/291 of 30 June 2021, entitled “The United Nations Global Counter-Terrorism "
         "Strategy: seventh review”",
         "A/RES/75/291"},
        {"and Assembly resolution 75/233 for the 2020 quadrennial comprehensive policy review",
         "A/RES/75/233"},
        {"General Assembly resolutions 72/242, 73/17 and 75/316", "A/RES/72/242; A/RES/73/17; A/RES/75/316"},
        {"its resolutions 32/123 of 16 December 1977, 33/46 of 14 December 1978 and 34/49 of 23 November "
         "1979",
         "A/RES/32/123; A/RES/33/46; A/RES/34/49"},
        {"in accordance with resolutions 53/111 and 53/114 of 9 December 1998", "A/RES/53/111; A/RES/53/114"},
        {"resolutions 74/270 of 2 April 2020 on global solidarity to fight COVID-19, 74/274 of 20 April 2020 "
         "on international cooperation",
         "A/RES/74/270; A/RES/74/274"},
        {"resolutions 73/186, 73/211, 74/175 and 75/291 and Security Council resolutions 2133 (2014), 2178 "
         "(2014)",
         "A/RES/73/186; A/RES/73/211; A/RES/74/175; A/RES/75/291; S/RES/2133(2014); S/RES/2178(2014)"},
        {"resolutions 60/1 to 60/5", "A/RES/60/1; A/RES/60/2; A/RES/60/3; A/RES/60/4; A/RES/60/5"},
        {"its previous resolutions on the rights of the child, the most recent of which is resolution 61/146 "
         "of 19 December 2006, and its resolution 60/141",
         "A/RES/61/146; A/RES/60/141"},
        {"endorsed by the General Assembly in its 33/46 of 14 December 1978", "A/RES/33/46"},
        {"pursuant to resolution 57/270 B of 23 June 2003", "A/RES/57/270B"},
        {"resolutions 53/243 A and B.", "A/RES/53/243A; A/RES/53/243B"},
        {"resolutions 49/222 A and B of 23 December 1994 and 20 July 1995", "A/RES/49/222A; A/RES/49/222B"},
        {"resolutions 34/83 A of 11 December 1979, 35/156 J of 12 December 1980, 36/97 K of 9 December 1981",
         "A/RES/34/83A; A/RES/35/156J; A/RES/36/97K"},
        {"resolution 45/248 B, part VI, of 21 December 1990", "A/RES/45/248B part_VI"},
        {"sections I–III of resolution 55/258", "A/RES/55/258 sec_I-III"},
        {"section III of resolution 55/258", "A/RES/55/258 sec_III"},
        {"General Assembly resolution 1514 (XV) of 14 December 1960", "A/RES/1514(XV)"},
        {"as provided in General Assembly resolution 377 A (V) of 3 November 1950", "A/RES/377(V)A"},
        {"as well as resolution S-14/1 of 20 September 1986", "A/RES/S-14/1"},
        {"resolutions 3201 (S-VI) and 3202 (S-VI)", "A/RES/3201(S-VI); A/RES/3202(S-VI)"},
        {"resolutions ES-10/13 of 21 October 2003, ES-10/14 of 8 December 2003",
         "A/RES/ES-10/13; A/RES/ES-10/14"},
        {"General Assembly decision 73/546, entitled “Convening a conference”", "A/DEC/73/546"},
        {"decision 54/549 B", "A/DEC/54/549B"},
        {"General Assembly resolution 1823 (XVII), Council resolution 1817 (LV) and annex III to Council "
         "resolution 1998/46",
         "A/RES/1823(XVII); E/RES/1817(LV); E/RES/1998/46#annexIII"},
        {"resolutions 2241 B (XXI) of 20 December 1966, 2479 (XXIII) and 2480 B (XXIII) of 21 December 1968 "
         "and 43/224 D",
         "A/RES/2241(XXI)B; A/RES/2479(XXIII); A/RES/2480(XXIII)B; A/RES/43/224D"},
        {"A/RES/44/25, annex", "crc"},
        {"General Assembly resolution 55/25, annex II.", "untoc-tip"},
        {"General Assembly resolution S-24/2, annex.", "copenhagen5"},
        {"See resolution 55/2.", "A/RES/55/2"},
        {"other relevant General Assembly and Economic and Social Council resolutions", ""},
        {"resolutions 60/1 to 61/5", "A/RES/60/1; A/RES/61/5"},
        {"resolution 55/258, sect. II", "A/RES/55/258 sec_II"},
        {"resolution 46/182 and the guiding principles contained in the annex thereto",
         "A/RES/46/182; humanitarian-guiding-principles"},
        {"A/RES/46/182, annex, para. 3", "humanitarian-guiding-principles para_3"},
        {"resolution 60/147, annexes I and II", "A/RES/60/147#annexI; A/RES/60/147#annexII"},
        {"document S/16148, appendix", "S/16148#appendix"},
        {"General Assembly resolution 268 B (III)", "A/RES/268(III)B"},
        {"resolution 3411 D (XXX)", "A/RES/3411(XXX)D"},
        {"resolutions 3201 (S-V1) and 3202 (S- VI)", "A/RES/3201(S-VI); A/RES/3202(S-VI)"},
        {"resolution 1000 (ES-I)", "A/RES/1000(ES-I)"},
        {"resolutions 217A (III) and 217 (III) A", "A/RES/217(III)A; A/RES/217(III)A"},
        {"resolution 217 (MCM)", ""},
        {"the rights of the child, resolution 57/270", "A/RES/57/270"},
        {"resolution 57/270 B, and resolution 57/270", "A/RES/57/270B; A/RES/57/270"},
        {"resolutions 53/77 Z and 53/77 AA of 4 December 1998", "A/RES/53/77Z; A/RES/53/77AA"},
        {"resolution 2003/20 II", "E/RES/2003/20"},
        {"resolutions ES-10/15 of 20 July 2004 and ES- 10/17 of 15 December 2006",
         "A/RES/ES-10/15; A/RES/ES-10/17"},
        {"resolutions 23/26 of 14 June 2013,7 24/22 of 27 September 2013 and 25/23",
         "A/HRC/RES/23/26; A/HRC/RES/24/22; A/HRC/RES/25/23"},
    }));
    check({row.text}, row.citations);
}

TEST_CASE("Resolutions of the other bodies are theirs", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"resolution 2000/22 of 18 August 2000 on the promotion of dialogue on human rights issues, adopted "
         "by the "
         "Subcommission on the Promotion and Protection of Human Rights",
         "E/CN.4/Sub.2/RES/2000/22"},
        {"Reaffirming Security Council resolution 872 (1993) of 5 October 1993", "S/RES/872(1993)"},
        {"resolutions 425 (1978) and 426 (1978) of 19 March, 427 (1978) of 3 May and 434 (1978) of 18 "
         "September 1978",
         "S/RES/425(1978); S/RES/426(1978); S/RES/427(1978); S/RES/434(1978)"},
        {"acting under S/RES/918 (1994)", "S/RES/918(1994)"},
        {"the statement by the President (S/PRST/1994/16)", "S/PRST/1994/16"},
        {"strict implementation of paragraph 5 of resolution 733 (1992)", "S/RES/733(1992) para_5"},
        {"paragraph 11 (j) of Security Council resolution 1244 (1999)",
         "S/RES/1244(1999) para_11__subpara_j"},
        {"provisions of Economic and Social Council resolution 1996/31 of 25 July 1996", "E/RES/1996/31"},
        {"submitted pursuant to Council decision 2022/355", "E/DEC/2022/355"},
        {"Recalling further that the Economic and Social Council, in its resolution 2003/14 of 21 July 2003",
         "E/RES/2003/14"},
        {"Human Rights Council resolution 51/4 of 6 October 2022", "A/HRC/RES/51/4"},
        {"Human Rights Council resolution 17/4, para. 1.", "A/HRC/RES/17/4 para_1"},
        {"Commission on Human Rights resolution 2005/44 of 19 April 2005", "E/CN.4/RES/2005/44"},
        {"resolution 5/1 of 18 June 2007", "A/HRC/RES/5/1"},
        {"report of the Secretary-General (A/59/565 and Corr.1)", "A/59/565"},
        {"document S/1791 and Add.1", "S/1791; S/1791/Add.1"},
        {"resolutions 242 (1967) of 22 November 1967, 252 (1968) of 21 May 1968",
         "S/RES/242(1967); S/RES/252(1968)"},
        {"S/RES/1325(2000)", "S/RES/1325(2000)"},
        {"the letter dated 25 March 1993 (S/25479)", "S/25479"},
        {"document S/2611 and Corr.1", "S/2611"},
        {"Official Records of the Security Council, Fifth Year, Supplement for September through December "
         "1950, document S/1791 and Add.1.",
         "S/1791; S/1791/Add.1"},
        {"Security Council resolution 1999 (1993)", "S/RES/1999(1993)!"},
        {"resolution 24 (1944)", ""},
        {"Human Rights Council resolution S-15/1 on Libya", "A/HRC/RES/S-15/1"},
        {"A/HRC/RES/17/4", "A/HRC/RES/17/4"},
        {"Commission on Human Rights resolutions 1987/40 of 10 March 1987, 1988/72 of 10 March 1988 and "
         "taking note of Commission resolution 1991/27",
         "E/CN.4/RES/1987/40; E/CN.4/RES/1988/72; E/CN.4/RES/1991/27"},
        {"Commission on Human Rights resolution 24 (XXXV)", "E/CN.4/RES/24(XXXV)"},
        {"resolution 1/2", "?"},
        {"resolution S-27/1", "A/RES/S-27/1"},
    }));
    check({row.text, "General Assembly", "2022-12-01"}, row.citations);
}

TEST_CASE("In a text of the Human Rights Council its resolutions are its own", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"Recalling also its resolutions 5/1 and 5/2 of 18 June 2007", "A/HRC/RES/5/1; A/HRC/RES/5/2"},
        {"its decisions 1/105 of 30 June 2006 and 2/103 of 6 October 2006",
         "A/HRC/DEC/1/105; A/HRC/DEC/2/103"},
        {"Recalling General Assembly resolution 60/251 of 15 March 2006", "A/RES/60/251"},
        {"resolution S-15/1", "A/HRC/RES/S-15/1"},
    }));
    check({row.text, "Human Rights Council", "2011-06-17"}, row.citations);
}

TEST_CASE("Instruments are found by name, and the longest name wins", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"the Convention on the Rights of the Child", "crc"},
        {"the Optional Protocol to the Convention on the Rights of the Child on the sale of children, child "
         "prostitution and child pornography",
         "op-crc-sc"},
        {"under Articles 39 and 41 of the Charter of the United Nations", "un-charter art_39 art_41"},
        {"Acting under Chapter VII of the Charter of the United Nations", "un-charter chp_VII"},
        {"in accordance with articles 24 and 25 of the United Nations Convention against Transnational "
         "Organized Crime and article 6, paragraph 2, of the "
         "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children",
         "untoc art_24 art_25; untoc-tip art_6__para_2"},
        {"paragraphs 25 and 27 of the Vienna Declaration on Crime and Justice: Meeting the Challenges of the "
         "Twenty-first Century",
         "vienna-declaration-crime para_25 para_27"},
        {"International Labour Organization Convention No. 182 of 1999, concerning the Prohibition and "
         "Immediate Action for the Elimination of the Worst "
         "Forms of Child Labour",
         "ilo-c182"},
        {"the International Covenants on Human Rights", "covenants"},
        {"the Conference of the Parties to the Convention on Biological Diversity", ""},
        {"the Committee on the Rights of the Child", ""},
        {"States parties to the Convention on Biological Diversity", "cbd"},
        {"the Declaration on the Elimination of Violence against Women, adopted on 20 December 1993, and its "
         "provisions, including article 1,",
         "devaw art_1"},
        {"the Convention on the Rights of the Child and the Optional Protocols thereto", "crc; ops-crc"},
        {"the Code of Conduct on the Safety and Security of Radioactive Sources",
         "name:code-of-conduct-on-the-safety-and-security-of-radioactive-sources"},
        {"takes note of the Bridgetown Covenant, adopted at the fifteenth session",
         "name:bridgetown-covenant"},
    }));
    check({row.text, "General Assembly", "2013-12-01"}, row.citations);
}

TEST_CASE("What looks like a citation and is none is not found", "[citations]") {
    const auto text = GENERATE(values<const char*>({
        "the biennium 1996-1997 and the year 2003/04",
        "the case concerning the Application of the International Convention for the Suppression of the "
        "Financing of Terrorism",
        "HIV/AIDS figures and a 24/7 presence",
        "a ratio of 60/40",
        "under agenda item 106",
        "the present resolution",
        "Bearing in mind its relevant resolutions",
        "as set out in paragraph 3 above",
        "Human Rights Committee general comment No. 36 (2018)",
        "at its 44th plenary meeting on 22 July 2003",
        "Adopted at the 1340th meeting by 11 votes to none, with 4 abstentions",
        "by 10 votes to 1 (Australia).25 (1947).",
        "a recorded vote of 122-2",
        "Adopted unanimously at the 2382nd meeting",
        "44th plenary meeting 22 July 2003",
        "62/141. Rights of the child",
        "Sales No. E.02.IV.4, pp. 34–36",
        "articles 11–19)",
        "items 1 to 28, telephone 917 367 9110, WTO document DS123/R",
        "paragraph 5 of the present resolution",
        "section III above",
        "rule 120 of the provisional rules of procedure",
        "general comment No. 24",
        "paras. 55 and 56, and para. 26",
        "Distr.: General, Agenda item 66 (a)",
        "Decides to remain seized of the matter",
        "the sub-item entitled “Convention on Biological Diversity”",
        "the Mechanism for the Review of Implementation of the United Nations Convention against Corruption",
        "resolutions EC-55/1 and A-32/3 of the Intergovernmental Oceanographic Commission",
        "item 5 (b), entitled “Convention on Biological Diversity”",
        "Council Regulation EC/2580/2001 and article 5 C/2",
        "the Intergovernmental Conference to Adopt the Global Compact for Safe, Orderly and Regular "
        "Migration",
        "the refugees, and the statute of the Office of Internal Oversight Services",
    }));
    check({text}, "");
}

TEST_CASE("A footnote says where the words at its mark are to be found", "[citations]") {
    check({"Recalling the Convention on the Rights of the Child,{1} and",
           "General Assembly",
           "2003-01-01",
           {"General Assembly resolution 44/25, annex."}},
          "crc");
    check({"Taking note of guideline 8, ‘Special measures’, contained in the report of the United Nations "
           "High Commissioner for Human Rights,{1}",
           "General Assembly",
           "2003-01-01",
           {"E/2002/68/Add.1."}},
          "E/2002/68/Add.1 guideline_8");
    check({"the Declaration on Something Rare,{1} and",
           "General Assembly",
           "2003-01-01",
           {"Resolution 50/6, annex."}},
          "A/RES/50/6#annex");
    check(
        {"the Sustainable Development Goals,{1}", "General Assembly", "2023-01-01", {"See resolution 70/1."}},
        "A/RES/70/1 @fn1");
    check({"the advisory opinion of the International Court of Justice,{1}",
           "General Assembly",
           "2023-01-01",
           {"See A/ES-10/273 and A/ES-10/273/Corr.1."}},
          "A/ES-10/273; A/ES-10/273/Corr.1");
    check({"Reaffirming the New Urban Agenda, adopted by the United Nations Conference on Housing and "
           "Sustainable "
           "Urban Development (Habitat III) on 20 October 2016,{1} and",
           "General Assembly",
           "2023-01-01",
           {"Resolution 71/256, annex."}},
          "new-urban-agenda");
    check({"the report of the Panel on Accountability, Transparency and Integrity for Achieving the 2030 "
           "Agenda,{1}",
           "General Assembly",
           "2023-01-01",
           {"A/75/810/Rev.1, annex."}},
          "A/75/810/Rev.1#annex");
    check({"as reflected in the reports submitted pursuant to resolutions 62/30 and 63/54,{1} and",
           "General Assembly",
           "2023-01-01",
           {"A/63/170, A/65/129 and A/67/177."}},
          "A/63/170; A/65/129; A/67/177; A/RES/62/30; A/RES/63/54");
    check({"noting decision 26/COP.15 of 20 May 2022,{1} and the other decisions, namely decision 26/COP.15,",
           "General Assembly",
           "2023-01-01",
           {"See ICCD/COP(15)/23/Add.1."}},
          "ICCD/COP(15)/23/Add.1; ICCD/COP(15)/23/Add.1");
    check({"the words of the World Conference,{1} and",
           "General Assembly",
           "2023-01-01",
           {"A/CONF.157/24 (Part I), chap. III."}},
          "vdpa @fn1");
    check({"the political declaration on the midterm review of the Sendai Framework for Disaster Risk "
           "Reduction "
           "2015–2030,{1} and",
           "General Assembly",
           "2024-01-01",
           {"Resolution 77/289, annex."}},
          "sendai-framework; A/RES/77/289#annex @fn1");
    check({"the words of the World Conference,{1} and",
           "General Assembly",
           "2023-01-01",
           {"A/CONF.157/24", "(Part I), chap. III."}},
          "A/CONF.157/24(PartI) @fn1");
    check({"Recalling the 2005 World Summit Outcome,{1}",
           "General Assembly",
           "2023-01-01",
           {"Resolution 60/1, para. 94."}},
          "world-summit-outcome para_94");
    check({"the conventions on transport,{1}",
           "General Assembly",
           "2023-01-01",
           {"Including the Customs Convention on Wooden Boxes."}},
          "name:customs-convention-on-wooden-boxes @fn1");
}

TEST_CASE("Forms of other bodies and of documents", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"A/57/218/Add.1 and Add.2, S/7930/Add.1584 to Add.1640",
         "A/57/218/Add.1; A/57/218/Add.2; S/7930/Add.1584; S/7930/Add.1640"},
        {"A/60/12/Amend.1 and Amend.2", "A/60/12/Amend.1; A/60/12/Amend.2"},
        {"resolution GC(46)/RES/16, adopted on 20 September 2002", "GC(46)/RES/16"},
        {"FCCC/CP/2015/10/Add.1, decision 1/CP.21.", "FCCC/CP/2015/10/Add.1; 1/CP.21"},
        {"submitted pursuant to Executive Board decision 2022/6", "?"},
        {"Human Rights Committee, general comment No. 36 (2018), para. 2.", ""},
        {"Convention No.189 on domestic workers of the International Labour Organization", "ilo-c189"},
        {"International Labour Organisation’s Convention No.189 on domestic workers", "ilo-c189"},
        {"Resolution WHA51.9", "WHA51.9"},
        {"World Health Assembly resolution 51.18", "WHA51.18"},
        {"WHA58.3, annex", "ihr-2005"},
        {"World Health Assembly resolutions 69.1 of 27 May 2016 and 69.2 and decision 70(17)",
         "WHA69.1; WHA69.2; WHA70(17)"},
        {"the sixty-third World Health Assembly in its resolution 63.22 of 21 May 2010", "WHA63.22"},
        {"organized by the World Health Organization, as well as its resolution 72/306 of 24 July 2018",
         "A/RES/72/306"},
        {"General Assembly resolution 51.18", "name:general-assembly-resolution-51-18"},
        {"CCPCJ resolution 22/1 and resolution 54/1 of ESCAP",
         "name:commission-on-crime-prevention-and-criminal-justice-resolution-22-1; "
         "name:economic-and-social-commission-for-asia-and-the-pacific-resolution-54-1"},
        {"Commission on Narcotic Drugs resolution 53/4", "name:commission-on-narcotic-drugs-resolution-53-4"},
        {"Commission on Crime Prevention and Criminal Justice resolutions 16/1 of 27 April 2007 and 23/1",
         "name:commission-on-crime-prevention-and-criminal-justice-resolution-16-1; "
         "name:commission-on-crime-prevention-and-criminal-justice-resolution-23-1"},
        {"decision 11/101, adopted by the Committee of Experts", "name:decision-11-101"},
        {"World Health Assembly resolutions 58.16 of 25 May 2005, 65.3 of 25 May 2012 and 69.3",
         "WHA58.16; WHA65.3; WHA69.3"},
        {"the adoption by the Economic and Social Commission for Asia and the Pacific of resolution 72/7 of "
         "19 May "
         "2016",
         "name:economic-and-social-commission-for-asia-and-the-pacific-resolution-72-7"},
        {"Security Council resolution 1325 on women", "S/RES/1325(2000)"},
        {"its agreed conclusions 1997/2 of 18 July 1997", ""},
        {"Human Rights Council resolutions 43/1 of 19 June 2020 and 47/21, and the report requested in "
         "resolution 43/1",
         "A/HRC/RES/43/1; A/HRC/RES/47/21; A/HRC/RES/43/1"},
        {"the work of the Commission on Human Rights, as decided by the Assembly in its resolution 48/141 of "
         "20 "
         "December 1993",
         "A/RES/48/141"},
        {"decisions 250/2002, 275/2003 and 428/12", "?; ?; ?"},
        {"Human Rights Council resolution 43/1 of 19 June 2020, and recalling also resolutions 43/1 and "
         "75/260",
         "A/HRC/RES/43/1; A/HRC/RES/43/1; A/RES/75/260"},
        {"section II.B, paragraph 7, of its resolution 57/283 B", "A/RES/57/283B sec_II.B__para_7"},
        {"resolution 1980/67 of 25 July 1980, in particular paragraphs 1 to 10 of the annex thereto on the "
         "agreed "
         "criteria, as well as paragraphs 13 and 14",
         "E/RES/1980/67; E/RES/1980/67#annex para_1-10 para_13 para_14"},
        {"resolution 1645 (2005) on the operation of the Peacebuilding Commission as it was decided in "
         "December, in "
         "particular paragraphs 24 and 25 thereof",
         "S/RES/1645(2005) para_24 para_25"},
        {"OEA/Ser.L/III.15 and MSC/72/13/2", ""},
        {"A/78/86-E/2023/83.", "A/78/86-E/2023/83"},
        {"Official Records of the General Assembly, Seventy-seventh Session, Supplement No. 53A "
         "(A/77/53/Add.1), chap. III, sect. A.",
         "A/77/53/Add.1 chp_III__sec_A"},
        {"(A/73/12 (Part I) and A/73/12 (Part II)), part II.", "A/73/12(PartI); A/73/12(PartII) part_II"},
        {"A/57/465, annex I, para. 10 (a).", "A/57/465#annexI para_10__subpara_a"},
        {"decisions 2023/201 A of 31 October 2022, 2023/201 B of 7 December 2022, 2023/201 C and 2023/201 D",
         "E/DEC/2023/201A; E/DEC/2023/201B; E/DEC/2023/201C; E/DEC/2023/201D"},
        {"resolutions 2004/52 of 23 July 2004, 2005/46 of 27 July 2005 and its decisions 2004/322 of 11 "
         "November 2004, 2009/211",
         "E/RES/2004/52; E/RES/2005/46; E/DEC/2004/322; E/DEC/2009/211"},
        {"Council resolution 1817 (LV)", "E/RES/1817(LV)"},
        {"resolutions 1235 (XLII) and 1503 (XLVIII)", "E/RES/1235(XLII); E/RES/1503(XLVIII)"},
        {"its Resolution 33/1996 of 25 July 1996", "?"},
        {"the statement of the President of the Council of 4 August 1992 (S/24378)", "S/24378"},
        {"the report of the Secretary-General of 6 January 1994 (S/1994/12)", "S/1994/12"},
        {"Security Council resolutions 822 (1993) and 853 (1993)", "S/RES/822(1993); S/RES/853(1993)"},
        {"resolutions 1267 (1999) of 15 October 1999, 1333 (2000) and 1390 (2002), and General Assembly "
         "resolutions 60/288, 62/272",
         "S/RES/1267(1999); S/RES/1333(2000); S/RES/1390(2002); A/RES/60/288; A/RES/62/272"},
        {"resolutions 217 A(III) and 2200 (XXI) A", "A/RES/217(III)A; A/RES/2200(XXI)A"},
        {"resolutions 425 and 426 (1978)", "S/RES/425(1978); S/RES/426(1978)"},
        {"resolutions 338 (1973), 425 and 426 (1978)", "S/RES/338(1973); S/RES/425(1978); S/RES/426(1978)"},
        {"resolution 2124 (2013), as decided in paragraph 14 of resolution 2124",
         "S/RES/2124(2013); S/RES/2124(2013) para_14"},
        {"resolution 2124", ""},
        {"resolution 57/228 В of 13 May 2003", "A/RES/57/228B"},  // a Cyrillic letter
        {"all Commission on Human Rights resolutions, the most recent being resolution 2005/9 of 14 April "
         "2005",
         "E/CN.4/RES/2005/9"},
        {"General Assembly resolution 217 (Ill)", "A/RES/217(III)"},
        {"A/Res/55/25", "A/RES/55/25"},
        {"resolutions 1472 A (XIV); 2453 A–B (XXIII); 61/111",
         "A/RES/1472(XIV)A; A/RES/2453(XXIII)A; A/RES/2453(XXIII)B; A/RES/61/111"},
        {"decision CP/DEC.8 (927/93) and resolution MRE/RES.1/91", "CP/DEC.8(927/93); MRE/RES.1/91"},
        {"the proposed programme budget (A/79/6 (Sect. 6))", "A/79/6(Sect.6)"},
        {"A/RES/217(III)[A]", "A/RES/217(III)A"},
        {"the annex to Economic and Social Council resolution 1980/67 on international years",
         "E/RES/1980/67#annex"},
        {"See General Assembly resolution S-30/1, annex.", "ungass-drugs-2016"},
        {"paragraphs 55 to 65 of General Assembly resolution 70/125", "A/RES/70/125 para_55-65"},
        {"paragraph 5 (b) of resolution 77/109", "A/RES/77/109 para_5__subpara_b"},
        {"paragraphs 5 (b) and (c) of resolution 77/109", "A/RES/77/109 para_5__subpara_b para_5__subpara_c"},
        {"resolution 60/251 of 15 March 2006, in particular paragraph 6", "A/RES/60/251 para_6"},
        {"Economic Commission for Europe decision F (68) of 10 April 2019",
         "name:economic-commission-for-europe-decision-f-68"},
        {"decision WHA70(17)", "WHA70(17)"},
        {"resolution WHA57.12", "WHA57.12"},
        {"WHA28.5", "WHA28.5"},
        {"FCCC/CP/2019/13/Add.1, decision 3/CP.25, annex", "FCCC/CP/2019/13/Add.1; 3/CP.25#annex"},
        {"UNEP/EA.2/RES/6", "UNEP/EA.2/RES/6"},
        {"United Nations Environment Assembly resolution 1/2", "UNEP/EA.1/Res.2"},
        {"document ECE/TRANS/2015/1", "ECE/TRANS/2015/1"},
        {"A/HRC/22/63.", "A/HRC/22/63"},
        {"(A/77/895-S/2023/363)", "A/77/895-S/2023/363"},
        {"paragraph 53 of General Assembly resolution 77/164", "A/RES/77/164 para_53"},
        {"paragraph 68 of the Secretary-General's report of 1 April 1974 (S/11248)", "S/11248 para_68"},
        {"paragraph 68 of the Secretary-General's report of 1 April 1974", ""},
        {"the report (A/C.3/55/SR.18-23, 30, 37, 43 and 53)", "A/C.3/55/SR.18-23"},
        {"the press release of 8 March 2000 (SC/6816)", ""},
        {"the report* of the Secretary-General (A/55/383)", "A/55/383"},
        {"Resolution 51.18", ""},
        {"S/2001/12", "S/2001/12"},
        {"S/8945", "S/8945"},
        {"decision WT/L/508/Add.1 of 25 July 2012", "WT/L/508/Add.1"},
        {"the annex to document A/80/257", "A/80/257#annex"},
        {"decisions C-24/DEC.4, EC-M-33/DEC.1 and C-SS-4/DEC.3, and the report (EC-110/DG.15)",
         "C-24/DEC.4; EC-M-33/DEC.1; C-SS-4/DEC.3; EC-110/DG.15"},
    }));
    check({row.text, "General Assembly", "2023-12-01"}, row.citations);
}

TEST_CASE("Names as documents write them", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"Article 33 (1) of the Charter of the United Nations", "un-charter art_33__para_1"},
        {"article 19 of the Universal Declaration of Human Rights and of the International Covenant on Civil "
         "and "
         "Political Rights",
         "udhr art_19; iccpr art_19"},
        {"article 1, paragraph 2, common to the International Covenant on Civil and Political Rights and the "
         "International Covenant on Economic, Social and Cultural Rights",
         "iccpr art_1__para_2; icescr art_1__para_2"},
        {"the United Nations Convention against Corruption, particularly chapter V thereof", "uncac chp_V"},
        {"paragraphs 60 to 63, and in particular paragraph 63 (d), of the Convention on the Rights of the "
         "Child",
         "crc para_60-63 para_63__subpara_d"},
        {"article 12 of the International Covenant on Economic, Social and Cultural Rights", "icescr art_12"},
        {"the International Covenants on Civil and Political Rights and on Economic, Social and Cultural "
         "Rights",
         "covenants"},
        {"Convention relating to the Status of Refugees of 1951 and the Protocol relating to the Status of "
         "Refugees of 1967",
         "refugee-convention-1951; refugee-protocol-1967"},
        {"the 1997 Convention on the Law of the Non-Navigational Uses of International Watercourses",
         "watercourses"},
        {"the Geneva Conventions of 12 August 1949 and the Additional Protocols thereto of 1977",
         "geneva-conventions-1949; additional-protocols-1977"},
        {"the Geneva Conventions of 12 August 1949 and the Additional Protocols thereto of 1977 and 2005",
         "geneva-conventions-1949; additional-protocols-1977-2005"},
        {"United Nations Convention against Transnational Organized Crime and the Protocols thereto",
         "untoc; untoc-protocols"},
        {"the Forced Labour Convention, 1930 (No. 29)", "ilo-c29"},
        {"the Worst Forms of Child Labour Convention, 1999 (No. 182), of the International Labour "
         "Organization",
         "ilo-c182"},
        {"Beijing Declaration and Platform for Action (A/52/231)", "beijing-outcome"},
        {"the Treaty on the Non -Proliferation of Nuclear Weapons", "npt"},
        {"the Kunming- Montreal Global Biodiversity Framework", "kunming-montreal"},
        {"the Bali Plan of Action for Peace 2011 – 2020, and the Bali Plan of Action for Peace 2011–2020",
         "name:bali-plan-of-action-for-peace-2011-2020; name:bali-plan-of-action-for-peace-2011-2020"},
        {"the Convention on the Rights of the Child 1989 (CRC)", "crc"},
        {"the outcome document of the United Nations Conference on Sustainable Development, held in Rio de "
         "Janeiro in "
         "June 2012, entitled “The future we want”",
         "future-we-want"},
        {"the Purposes and Principles of the Charter of the United Nations", "un-charter"},
        {"the Copenhagen Declaration and the Programme of Action", "copenhagen-outcome"},
        {"the Istanbul Declaration and the Programme of Action for the Least Developed Countries for the "
         "Decade "
         "2011–2020",
         "istanbul-ldc-declaration; istanbul-ldc-programme"},
        {"the United Nations Declaration on the Rights of Indigenous Peoples", "undrip"},
        {"the Convention on the Elimination of All Forms of Discrimination against Women\nand other "
         "instruments",
         "cedaw"},
        {"that all States parties to the Convention against Torture and Other Cruel, Inhuman or Degrading "
         "Treatment or Punishment",
         "cat"},
        {"the convention on the rights of the child", ""},
        {"the Universal Declaration of Human Rights and the UNIVERSAL DECLARATION OF HUMAN RIGHTS",
         "udhr; udhr"},
        {"the International Labour Organization Centenary Declaration for the Future of Work",
         "ilo-decl-2019"},
        {"the forced labour Conventions (Nos. 29 and 105) of the International Labour Organization",
         "ilo-c29; ilo-c105"},
        {"the Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United "
         "Nations Convention against Transnational Organized Crime",
         "untoc-som"},
        {"the Beijing Declaration and Platform for Action and the outcome (A/S-23/10/Rev.1)",
         "beijing-outcome; A/S-23/10/Rev.1"},
        {"Article 1 (3) of the Charter", "un-charter art_1__para_3"},
        {"article X, paragraph 4, of the General Armistice Agreement",
         "name:general-armistice-agreement art_X__para_4"},
        {"the International Covenant on Civil and Political Rights (art. 27 (1))", "iccpr art_27__para_1"},
        {"article 6, paragraphs 3 and 4, of the Convention on the Rights of the Child",
         "crc art_6__para_3 art_6__para_4"},
        {"art. 15 (1) (b) of the International Covenant on Economic, Social and Cultural Rights",
         "icescr art_15__para_1__subpara_b"},
        {"ILO Convention (No. 169)", "ilo-c169"},
        {"the International Labour Organization Convention (No. 182) concerning the Prohibition and "
         "Immediate Action for the Elimination of the Worst Forms of Child Labour",
         "ilo-c182"},
        {"the Forced Labour Convention, 1930 (No. 29) (and its 2014 Protocol)", "ilo-c29; ilo-p29"},
        {"Convention No. 108", "?"},
        {"Convention No. 108 on personal data", "coe-data-protection"},
        {"Convention No. 108 of the International Labour Organization", "ilo-c108"},
        {"the International Labour Organization and its Convention No. 108", "ilo-c108"},
        {"the Workmen's Compensation (Agriculture) Convention, 1921 (No. 12)", "ilo-c12"},
        {"ILO C182", "ilo-c182"},
        {"Protocol No. 11", ""},
        {"C29", ""},
    }));
    check({row.text, "General Assembly", "2023-12-01"}, row.citations);
}

TEST_CASE("Names that no registry lists", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"the Bali Declaration on Road Traffic Safety", "name:bali-declaration-on-road-traffic-safety"},
        {"the Agreement on the Protection of the Marine Environment and the Coastal Area of the South-East "
         "Pacific",
         "name:agreement-on-the-protection-of-the-marine-environment-and-the-coastal-area-of-the-south-east-"
         "pacific"},
        {"the Ministerial Declaration on Improving Road Safety in Asia and the Pacific",
         "name:ministerial-declaration-on-improving-road-safety-in-asia-and-the-pacific"},
        {"the Arusha Peace and Reconciliation Agreement for Burundi",
         "name:arusha-peace-and-reconciliation-agreement-for-burundi"},
        {"the Declaration on Supporting Principles for Responsible Diamond Sourcing",
         "name:declaration-on-supporting-principles-for-responsible-diamond-sourcing"},
        {"the Organization of African Unity Convention of 1969",
         "name:organization-of-african-unity-convention"},
        {"adopted the Bali Declaration on Forests in January 2016", "name:bali-declaration-on-forests"},
        {"adoption of the Bali Code of Conduct on Terrorism by the Euro-Mediterranean Summit",
         "name:bali-code-of-conduct-on-terrorism"},
        {"the report on the Bali Plan of Action to the General Assembly at its sixty-second session",
         "name:bali-plan-of-action"},
        {"the Bali Guidance for the Implementation of Security Council Resolution 2272 (2016)",
         "name:bali-guidance-for-the-implementation-of-security-council-resolution-2272-2016"},
        {"the Code of Conduct for Arbitrators in Dispute Resolution and the Code of Conduct for Judges",
         "name:code-of-conduct-for-arbitrators-in-dispute-resolution; name:code-of-conduct-for-judges"},
        {"the Code of Conduct for Arbitrators in Dispute Resolution and Code of Conduct for Judges",
         "name:code-of-conduct-for-arbitrators-in-dispute-resolution; name:code-of-conduct-for-judges"},
        {"the Bali Action Plan for Peace, also called the Green Plan of Action, and the Green Plan of Action",
         "name:bali-action-plan-for-peace; name:bali-action-plan-for-peace"},
        {"to negotiate a Framework Convention on Tax", ""},
        {"to align the next United Nations Strategy", ""},
        {"the Amman Declaration on Youth", "name:amman-declaration-on-youth"},
        {"the Amman Declaration on Youth, Peace and Security adopted in 2015",
         "name:amman-declaration-on-youth-peace-and-security"},
        {"the Darfur Peace Agreement", "name:darfur-peace-agreement"},
        {"the Bali Leaders’ Declaration", "name:bali-leaders-declaration"},
        {"the Group of 20 Action Plan on Forests", "name:group-of-20-action-plan-on-forests"},
        {"the Agreement between the Government of the Sudan and the Government of South Sudan and the "
         "Secretary-General",
         "name:agreement-between-the-government-of-the-sudan-and-the-government-of-south-sudan"},
        {"the Association of Southeast Asian Nations Joint Declaration on Forests",
         "name:association-of-southeast-asian-nations-joint-declaration-on-forests"},
        {"the 20 June 2011 Agreement on Forests and the July 30, 2011 Agreement on Lakes",
         "name:agreement-on-forests; name:agreement-on-lakes"},
        {"the work of Youth 2030: The United Nations Youth Strategy",
         "name:youth-2030-the-united-nations-youth-strategy"},
        {"the Working Group on Amendments to the International Health Regulations (2005)", ""},
        {"the Bali Plan of Action to Strengthen Peace (2023–2027), adopted",
         "name:bali-plan-of-action-to-strengthen-peace-2023-2027"},
        {"the Protocol amending the Marrakesh Agreement Establishing the World Trade Organization",
         "name:protocol-amending-the-marrakesh-agreement-establishing-the-world-trade-organization"},
        {"the Bali Guidelines on Fish (the Guidelines), the Green Guidelines on Nets, and the Guidelines",
         "name:bali-guidelines-on-fish; name:green-guidelines-on-nets; name:bali-guidelines-on-fish"},
        {"the draft United Nations Declaration on the Rights of Indigenous Peoples", ""},
        {"the United Nations Educational, Scientific and Cultural Organization Declaration of Principles on "
         "Tolerance",
         "name:declaration-of-principles-on-tolerance"},
        {"its Bali Plan of Action for Combating Terrorism and of the results of the meeting",
         "name:bali-plan-of-action-for-combating-terrorism"},
        {"the Bali Action Plan on Gender Equality and the Empowerment of Women and the Secretary-General",
         "name:bali-action-plan-on-gender-equality-and-the-empowerment-of-women"},
        {"the Bali Plan of Action on the Safety of Journalists and the Issue of Impunity, and the States",
         "name:bali-plan-of-action-on-the-safety-of-journalists-and-the-issue-of-impunity"},
        {"the Bali Plan of Action on the Safety of Journalists and the State of Palestine",
         "name:bali-plan-of-action-on-the-safety-of-journalists"},
        {"the Ministerial Declaration of the seventh World Water Forum, held in Daegu",
         "name:ministerial-declaration-of-the-seventh-world-water-forum"},
        {"the Bali Agreement on Fish at the twelfth Ministerial Conference", "name:bali-agreement-on-fish"},
        {"the Women’s Empowerment Principles", "name:womens-empowerment-principles"},
        {"the Secretary-General’s Green Action Plan", "name:green-action-plan"},
        {"the Meeting of the Contracting Parties to the Bali Convention and its Protocols", ""},
        {"the World Forum for Harmonization of Vehicle Regulations", ""},
        {"the Review Summit of the Bali Declaration on Forests", ""},
        {"the Intergovernmental Working Group on the Effective Implementation of the Durban Declaration and "
         "Programme of Action",
         ""},
        {"the Education 2030 agenda", ""},
        {"the Abidjan Call and the Bali Implementation Plan",
         "name:abidjan-call; name:bali-implementation-plan"},
        {"in the Plan of Action of 2009", "?"},
        {"THE BALI DECLARATION ON FORESTS", ""},
        {"the Science, Technology and Innovation Strategy for Africa 2024",
         "name:science-technology-and-innovation-strategy-for-africa-2024"},
        {"the Action Plan on Eradication of Child Labour, Forced Labour, Human Trafficking and Modern "
         "Slavery "
         "in Africa",
         "name:action-plan-on-eradication-of-child-labour-forced-labour-human-trafficking-and-modern-slavery-"
         "in-africa"},
        {"the Agreement on the City of Hodeidah and Ports of Hodeidah, Salif, and Ras Issa",
         "name:agreement-on-the-city-of-hodeidah-and-ports-of-hodeidah-salif-and-ras-issa"},
        {"the Bamako Agreement, Pretoria Agreement and Luanda Agreement",
         "name:bamako-agreement; name:pretoria-agreement; name:luanda-agreement"},
        {"the Lima Plan of Action on Child Labour, Forced Labour and Slavery, and Member States of the Union",
         "name:lima-plan-of-action-on-child-labour-forced-labour-and-slavery"},
        {"the Declaration of the World Food Summit: five years later",
         "name:declaration-of-the-world-food-summit-five-years-later"},
        {"the Agreement on Cessation of Hostilities, Protection of Civilians and Humanitarian Access",
         "name:agreement-on-cessation-of-hostilities-protection-of-civilians-and-humanitarian-access"},
        {"the UNODC Guidance manual and the Governing Body of the International Treaty on Plant Genetic "
         "Resources "
         "for Food and Agriculture",
         ""},
        {"the N’djamena Ceasefire Agreement", "name:ndjamena-ceasefire-agreement"},
        {"the 10-Year Framework of Programmes on Sustainable Consumption and Production Patterns",
         "name:10-year-framework-of-programmes-on-sustainable-consumption-and-production-patterns"},
        {"the Agreement establishing the African Continental Free Trade Area",
         "name:agreement-establishing-the-african-continental-free-trade-area"},
        {"the Southern African Development Community Model Law on Eradicating Child Marriage",
         "name:southern-african-development-community-model-law-on-eradicating-child-marriage"},
        {"the Press Statement of the Council and the Code of Criminal Procedure", ""},
        {"the European Code for Police Ethics, and article 5 of the Code",
         "name:european-code-for-police-ethics; name:european-code-for-police-ethics art_5"},
        {"the Criteria and Guidelines on the Transfer of Marine Technology",
         "name:criteria-and-guidelines-on-the-transfer-of-marine-technology"},
        {"the African Union Non-Aggression and Common Defence Pact",
         "name:african-union-non-aggression-and-common-defence-pact"},
        {"the Inter-American Convention for the Protection and Conservation of Sea Turtles and Their "
         "Habitats",
         "name:inter-american-convention-for-the-protection-and-conservation-of-sea-turtles-and-their-"
         "habitats"},
        {"the Livingstone Call for Action for the Accelerated Implementation of the Vienna Programme of "
         "Action",
         "name:livingstone-call-for-action-for-the-accelerated-implementation-of-the-vienna-programme-of-"
         "action"},
        {"the Voluntary Guidelines for Sustainable Soil Management of the Food and Agriculture Organization "
         "of "
         "the United Nations",
         "name:voluntary-guidelines-for-sustainable-soil-management"},
        {"the Tokyo Compact on Global Nutrition for Growth of the Tokyo Nutrition for Growth Summit",
         "name:tokyo-compact-on-global-nutrition-for-growth"},
        {"the Nairobi Declaration on the Role and Mandate of the United Nations Environment Programme",
         "name:nairobi-declaration-on-the-role-and-mandate-of-the-united-nations-environment-programme"},
        {"the Protocol relating to the Establishment of the Peace and Security Council",
         "name:protocol-relating-to-the-establishment-of-the-peace-and-security-council"},
        {"the resolutions on the Women, Peace and Security Agenda", ""},
        {"the Fundamental Principles of Official Statistics and Economic and Social Council resolution "
         "2006/6",
         "name:fundamental-principles-of-official-statistics; E/RES/2006/6"},
        {"the World Health Organization global strategy on digital health 2020–2025, and a global strategy",
         "name:world-health-organization-global-strategy-on-digital-health-2020-2025"},
        {"the Geneva communiqué", "name:geneva-communique"},
        {"the Secretary-General accords priority to a communiqué", ""},
        {"the Charter of la Francophonie, and its Charter",
         "name:charter-of-la-francophonie; name:charter-of-la-francophonie"},
    }));
    check({row.text, "General Assembly", "2017-12-01"}, row.citations);
}

TEST_CASE("Shortened names", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"the World Programme of Action for Youth to the Year 2000 and Beyond, and the World Programme of "
         "Action",
         "wpay; wpay"},
        {"the Declaration of Commitment on HIV/AIDS and the targets in the Declaration of Commitment",
         "hiv-declaration-2001; hiv-declaration-2001"},
        {"the targets in the Declaration of Commitment", ""},
        {"the Declaration and Programme of Action on a Culture of Peace",
         "culture-peace-declaration; culture-peace-programme"},
        {"the 2030 Agenda for Sustainable Development and Agenda 2063 of the African Union, and both Agendas",
         "agenda-2030; agenda-2063; agenda-2030; agenda-2063"},
        {"the declaration on the commemoration of the seventy-fifth anniversary of the United Nations",
         "un75-declaration"},
        {"the further initiatives for social development adopted by the Assembly", "copenhagen5"},
        {"permanent sovereignty over natural resources", ""},
        {"the New York Declaration on Forests and Lakes, and the New York Declaration",
         "name:new-york-declaration-on-forests-and-lakes; name:new-york-declaration-on-forests-and-lakes"},
        {"welcomes the Paris Agreement work programme", ""},
        {"the African Union-United Nations Framework for the Implementation of Agenda 2063", ""},
    }));
    check({row.text, "General Assembly", "2021-12-01"}, row.citations);
}

TEST_CASE("Names meant again", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"the Convention on the Rights of the Child, and article 6 of the Convention", "crc; crc art_6"},
        {"the Charter of the United Nations, which, pursuant to Article 2, paragraph 4, thereof, applies",
         "un-charter art_2__para_4"},
        {"the Millennium Declaration, target 9.c", "millennium-declaration target_9.c"},
        {"paragraph 30 of the outcome document of the United Nations Conference on Sustainable Development, "
         "entitled “The future we want”",
         "future-we-want para_30"},
        {"ratify the United Nations Convention against Transnational Organized Crime and the Convention on "
         "the Rights of the Child and implement those instruments",
         "untoc; crc; untoc; crc"},
        {"resolution 55/25 of 15 November 2000 and in that resolution", "A/RES/55/25; A/RES/55/25"},
        {"the purposes of the Charter", "un-charter"},
        {"the Political Declaration adopted by the General Assembly at its twentieth special "
         "session\n\nthe Political Declaration and Plan of Action on International Cooperation towards an "
         "Integrated and Balanced Strategy to Counter the World Drug Problem, and the review of the "
         "Political "
         "Declaration and Plan of Action",
         "drugs-declaration-1998; drugs-declaration-2009 @pp2; drugs-declaration-2009 @pp2"},
        {"the International Convention against the Taking of Hostages, and parties to the Convention\n\nthe "
         "Convention on the Rights of the Child, and parties to the Convention\n\nthe Convention against "
         "Torture\n\nparties to the Convention",
         "hostages; hostages; crc @pp2; crc @pp2; cat @pp3; cat @pp4"},
        {"the Convention on the Rights of the Child, the Convention against Torture, and those international "
         "legal instruments",
         "crc; cat; crc; cat"},
        {"resolutions 55/25 and 55/255, and the Convention on the Rights of the Child and the annexes "
         "thereto",
         "A/RES/55/25; A/RES/55/255; crc"},
        {"resolution 55/25, and recalls that resolutions relating to it are to be read", "A/RES/55/25"},
        {"resolutions 55/25 and 55/255, and compliance with these resolutions and the aforesaid resolutions",
         "A/RES/55/25; A/RES/55/255; A/RES/55/25; A/RES/55/255; A/RES/55/25; A/RES/55/255"},
        {"the Treaty on the Non-Proliferation of Nuclear Weapons, and parties to the Treaty", "npt; npt"},
        {"in the Protocol", "?"},
        {"States parties to the Convention on the Rights of the Child should implement that convention",
         "crc; crc"},
        {"the Convention on the Rights of the Child\n\nan agreement, and that convention", "crc"},
        {"and that agreement", ""},
        {"the contribution of the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba, and those "
         "treaties",
         "tlatelolco; rarotonga; bangkok-treaty; pelindaba; tlatelolco; rarotonga; bangkok-treaty; "
         "pelindaba"},
        {"the treaties of the region", ""},
        {"become parties to the Protocol of 1997 (annex VI – Regulations on Air) to the Convention on the "
         "Rights of "
         "the Child and implement that Protocol",
         "name:protocol-of-1997-annex-vi-regulations-on-air-to-the-convention-on-the-rights-of-the-child; "
         "name:protocol-of-1997-annex-vi-regulations-on-air-to-the-convention-on-the-rights-of-the-child"},
        {"the Convention on the Rights of the Child and the optional protocols thereto", "crc; ops-crc"},
        {"the articles on responsibility of States for internationally wrongful acts, and views on the "
         "articles",
         "arsiwa; arsiwa"},
        {"views on the articles", ""},
        {"the Beijing Declaration and Platform for Action, and the aims of the Platform for Action",
         "beijing-outcome; beijing-platform"},
        {"the United Nations Framework Convention on Climate Change, and article 23 of the Convention",
         "unfccc; unfccc art_23"},
        {"the Convention on the Rights of the Child and the relevant Optional Protocols thereto",
         "crc; ops-crc"},
        {"the United Nations Convention against Corruption and the Convention on the Rights of the Child and "
         "the Optional Protocols thereto, and parties to those Conventions and Protocols",
         "uncac; crc; ops-crc; uncac; crc; ops-crc"},
        {"the Convention on the Elimination of All Forms of Discrimination against Women and the Convention "
         "on the "
         "Rights of Persons with Disabilities and the Optional Protocols thereto",
         "cedaw; crpd; op-cedaw; op-crpd"},
        {"the Universal Declaration of Human Rights and the Convention on the Rights of the Child, and that "
         "these "
         "human rights instruments must be respected",
         "udhr; crc; udhr; crc"},
        {"the Charter of Economic Rights and Duties of States, proclaimed by the General Assembly in its "
         "resolution "
         "3281 (XXIX) of 12 December 1974, in particular article 32 thereof",
         "charter-economic-rights art_32; A/RES/3281(XXIX)"},
        {"the Convention on Biological Diversity and the Meetings of the Parties to the Protocols to the "
         "Convention",
         "cbd"},
        {"the Universal Declaration of Human Rights, and article 2 of the same Declaration",
         "udhr; udhr art_2"},
        {"the Statute of the International Court of Justice, Article 31, and experts (Statute, Article 50)",
         "icj-statute art_31; icj-statute art_50"},
        {"resolutions 55/25 and 55/255 and in accordance with those resolutions and the annexes thereto",
         "A/RES/55/25; A/RES/55/255; A/RES/55/25; A/RES/55/255; A/RES/55/25#annex; untoc-firearms"},
        {"the International Covenant on Civil and Political Rights, and article 12 of the Covenant",
         "iccpr; iccpr art_12"},
        {"the International Covenant on Civil and Political Rights and the International Covenant on "
         "Economic, Social and Cultural Rights, and parties to the Covenants",
         "iccpr; icescr; iccpr; icescr"},
        {"article 12 of the Covenant", "? art_12"},
        {"the Convention on the Rights of the Child and the Convention against Torture and Other Cruel, "
         "Inhuman or Degrading Treatment or Punishment, and parties to the Convention",
         "crc; cat; cat"},
        {"the Minamata Convention on Mercury (“the Convention”)\n\narticle 3 of the Convention",
         "minamata; minamata art_3 @pp2"},
        {"the Minamata Convention on Mercury (hereinafter referred to as the Convention)", "minamata"},
        {"the Minamata Convention on Mercury (article 3 of the Convention)", "minamata; minamata art_3"},
        {"the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and "
         "Children, and article 6, paragraph 2, of the Protocol",
         "untoc-tip; untoc-tip art_6__para_2"},
        {"the evaluation (hereinafter referred to as the evaluation)", ""},
        {"the United Nations Convention against Transnational Organized Crime (“the Convention”)\n\nthe "
         "Convention on the Rights of the Child\n\narticle 3 of the Convention",
         "untoc; crc @pp2; untoc art_3 @pp3"},
        {"paragraph 3 of Conference of the Parties to the United Nations Convention against Transnational "
         "Organized Crime resolution 5/1",
         "CTOC/COP/RES/5/1 para_3"},
        {"the Convention on the Rights of the Child, and those instruments", "crc; ?"},
        {"the Convention on the Rights of the Child, the Convention against Torture, and those instruments",
         "crc; cat; crc; cat"},
        {"the refugees, the 1951 Convention relating to the Status of Refugees and the 1967 Protocol thereto",
         "refugee-convention-1951; refugee-protocol-1967"},
        {"the principles relating to the status of national institutions for the promotion and protection of "
         "human rights (Paris Principles)",
         "paris-principles"},
        {"resolution 55/25, and recalling the above resolutions", "A/RES/55/25; A/RES/55/25"},
        {"the United Nations Convention against Corruption, and resolution 12/4 of the Conference of the "
         "Parties "
         "to the United Nations Convention against Transnational Organized Crime on the Convention",
         "uncac; CTOC/COP/RES/12/4; untoc"},
        {"resolutions 55/25 and 55/255, and the above-mentioned resolutions",
         "A/RES/55/25; A/RES/55/255; A/RES/55/25; A/RES/55/255"},
        {"resolution 53/77 D, and the implementation of the resolution", "A/RES/53/77D; A/RES/53/77D"},
        {"resolution 53/77 D, and the resolution on the Middle East", "A/RES/53/77D"},
        {"resolution 53/77 D\n\nthe topic of the resolution", "A/RES/53/77D"},
        {"the Convention on the Rights of the Child and the Optional Protocols thereto on the involvement of "
         "children in armed conflict and on the sale of children, child prostitution and child pornography",
         "crc; op-crc-ac; op-crc-sc"},
        {"resolution 44/25, including the annex thereto entitled “Convention on the Rights of the Child”",
         "A/RES/44/25; crc"},
        {"the Revised Kyoto Covenant, and the Kyoto Covenant",
         "name:revised-kyoto-covenant; name:kyoto-covenant"},
        {"resolution 53/77 D, and the resolution 2250", "A/RES/53/77D"},
        {"Security Council resolution 1325, 500 women", "S/RES/1325(2000)"},
        {"Security Council resolutions 1325 and 1820", "S/RES/1325(2000); S/RES/1820(2008)"},
        {"the World Programme of Action for Youth, and the Programme of Action for Youth", "wpay; wpay"},
        {"the Convention on the Rights of the Child, and to ratify this instrument", "crc; crc"},
        {"the Convention on the Rights of the Child, and that instrument of ratification", "crc"},
        {"the Hyogo Framework for Action, and the priorities of the Framework",
         "hyogo-framework; hyogo-framework"},
        {"the Hyogo Framework for Action\n\nthe Framework", "hyogo-framework"},
    }));
    check({row.text, "General Assembly", "2013-12-01"}, row.citations);
}

TEST_CASE("A note is evidence for the words at its mark, in every form", "[citations]") {
    struct Noted {
        std::string text;
        std::vector<std::string> notes;
        std::string citations;
    };
    const auto row = GENERATE(values<Noted>({
        {"the United Nations Global Counter-Terrorism Strategy,{1}", {"Resolution 60/288."}, "ct-strategy"},
        {"terrorism,{1}", {"Resolution 60/288."}, "A/RES/60/288 @fn1"},
        {"nothing that is known,{1}", {"Nothing."}, ""},
        {"the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and "
         "Children,{1}",
         {"General Assembly resolution 55/25, annex II."},
         "untoc-tip"},
        {"the International Covenant on Civil and Political Rights{1}",
         {"See General Assembly resolution 2200 A (XXI), annex."},
         "iccpr"},
        {"the International Covenant on Economic, Social and Cultural Rights{1}",
         {"See General Assembly resolution 2200 A (XXI), annex."},
         "icescr"},
        {"the International Covenants on Human Rights{1}",
         {"See General Assembly resolution 2200 A (XXI), annex."},
         "covenants"},
        {"the Optional Protocol to the International Covenant on Civil and Political Rights{1}",
         {"See General Assembly resolution 2200 A (XXI), annex."},
         "iccpr-op1"},
        {"the Universal Declaration of Human Rights,{1}", {"Resolution 217 A (III)."}, "udhr"},
        {"the Declaration on Something Rare,{1}",
         {"A/RES/46/182, annex, para. 3."},
         "humanitarian-guiding-principles para_3"},
        {"the Fez Declaration, adopted at the summit, held in Fez, Morocco, from 5 to 9 March 2023;{1}",
         {"A/67/581, annex."},
         "A/67/581#annex"},
        {"the Belgrade principles on the relationship between institutions and parliaments,{1}",
         {"A/HRC/20/9, annex."},
         "A/HRC/20/9#annex"},
        {"the comments expressed in the debates of the Sixth Committee,{1}",
         {"A/C.6/74/SR.23."},
         "A/C.6/74/SR.23 @fn1"},
        {"the report (S/2006/997) on best practices and methods, including paragraphs 21 and 22",
         {},
         "S/2006/997 para_21 para_22"},
        {"GC(69)/RES/9 A.2", {}, "GC(69)/RES/9A.2"},
        {"Recalling also paragraph 12 of the Declaration of the 1980s as a Decade, contained in the annex to "
         "its "
         "resolution 35/46",
         {},
         "A/RES/35/46#annex para_12; A/RES/35/46#annex"},
        {"the report of the Secretary-General,{1}", {"E/2002/68/Add.1."}, "E/2002/68/Add.1"},
        {"the report,{1}",
         {"A/56/1026-S/2002/932, annex II, resolution 14/221."},
         "A/56/1026-S/2002/932#annexII"},
        {"the Copenhagen Declaration on Social Development and the Programme of Action of the World Summit "
         "for Social Development,{1}",
         {"Report of the World Summit for Social Development, Copenhagen, 6–12 March 1995 (United Nations "
          "publication, Sales No. E.96.IV.8), chap. I, resolution 1, annexes I and II."},
         "copenhagen-outcome"},
        {"the Fourth Conference,{1}",
         {"Report of the Fourth United Nations Conference on the Least Developed Countries, Istanbul, "
          "Turkey, 9–13 May 2011 (A/CONF.219/7), chap. II."},
         "istanbul-ldc-programme @fn1"},
        {"the Istanbul Programme of Action,{1}",
         {"Report of the Fourth United Nations Conference on the Least Developed Countries, Istanbul, "
          "Turkey, 9–13 May 2011 (A/CONF.219/7), chap. II."},
         "istanbul-ldc-programme"},
        {"the Paris Agreement,{1}", {"FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex."}, "paris-agreement"},
        {"the global strategy on diet,{1}",
         {"World Health Organization, document WHA58/2005/REC/1, resolution 58.3, annex."},
         "ihr-2005 @fn1"},
        {"the Convention on the Rights of the Child,{1}",
         {"United Nations, Treaty Series, vol. 1577, No. 27531."},
         "crc"},
        {"the United Nations Convention against Transnational Organized Crime and the Protocols thereto,{1}",
         {"United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574."},
         "untoc; untoc-protocols"},
        {"the Optional Protocols to the Convention on the Rights of the Child,{1}",
         {"Ibid., vols. 2171 and 2173, No. 27531; and resolution 66/138, annex."},
         "ops-crc"},
        {"the Convention on the Rights of the Child{1} and the Optional Protocols thereto,{2}",
         {"United Nations, Treaty Series, vol. 1577, No. 27531.",
          "Ibid., vols. 2171 and 2173, No. 27531; and resolution 66/138, annex."},
         "crc; ops-crc"},
        {"the Geneva Conventions of 12 August 1949,{1}",
         {"United Nations, Treaty Series, vol. 75, Nos. 970–973."},
         "geneva-conventions-1949"},
        {"the Geneva Conventions{1} and the Additional Protocols thereto of 1977,{2}",
         {"United Nations, Treaty Series, vol. 75, Nos. 970-973.", "Ibid., vol. 1125, Nos. 17512 and 17513."},
         "geneva-conventions-1949; additional-protocols-1977"},
        {"the report of the Secretary-General{1} and the observations in that report{2}",
         {"A/55/383.", "Ibid., para. 43."},
         "A/55/383; A/55/383 para_43"},
        {"the report of the Secretary-General{1} and the statement{2}",
         {"A/55/383.", "Ibid., p. 4."},
         "A/55/383; A/55/383"},
        {"the report of the Secretary-General{1} and the statement{2}",
         {"A/55/383.", "Ibid."},
         "A/55/383; A/55/383"},
        {"the report of the Secretary-General{1} and the statement{2}",
         {"A/55/383 and A/55/384.", "Ibid., para. 4."},
         "A/55/383; A/55/384; A/55/384 para_4"},
        {"the report of the Secretary-General{1} and the statement{2}",
         {"A/55/383 and A/55/384.", "Ibid."},
         "A/55/383; A/55/384; A/55/383; A/55/384"},
        {"the Ashgabat Declaration, adopted at the Conference on Stability and Sustainable Development, held "
         "in Ashgabat on 3 and 4 September 2014,{1}",
         {"A/68/991, annex."},
         "A/68/991#annex"},
        {"the conference{1}",
         {"2010 Review Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear Weapons, "
          "Final Document (NPT/CONF.2010/50 (Vol. I))."},
         "NPT/CONF.2010/50(Vol.I) @fn1"},
        {"the International Criminal Court and the Relationship Agreement,{1}",
         {"Articles 10 and 13 of the Relationship Agreement."},
         "icc-relationship-agreement art_10 art_13"},
        {"the International Criminal Court, the report of the Secretary-General on article 3 of the "
         "Relationship Agreement,{1}",
         {"A/80/344."},
         "A/80/344 art_3"},
        {"paragraph VI.103 of the report of the Advisory Committee on Administrative and Budgetary "
         "Questions,{1}",
         {"A/79/7."},
         "A/79/7 para_VI.103"},
    }));
    check({row.text, "General Assembly", "2017-12-24", row.notes}, row.citations.c_str());
}

TEST_CASE("The heading of a section cites nothing, but what it names is meant by the Convention",
          "[citations]") {
    auto document = test::document_of({"Convention against Torture\n\nimplementing the Convention"});
    document.blocks[0].role = Role::heading;
    document.blocks[0].location.clear();
    CHECK(test::listed(extractor().extract(document)) == "cat @pp2");
}

TEST_CASE("Whose resolution it is", "[citations]") {
    struct Spoken {
        std::string speaker;
        std::string text;
        std::string citations;
    };
    const auto row = GENERATE(values<Spoken>({
        {"Security Council",
         "Recalling its resolutions 1265 (1999) and 1296 (2000) on the protection of civilians",
         "S/RES/1265(1999); S/RES/1296(2000)"},
        {"Economic and Social Council", "Recalling its decision 2023/315 of 5 April 2023", "E/DEC/2023/315"},
        {"Human Rights Council", "Recalling resolution 5/1", "A/HRC/RES/5/1"},
        {"Human Rights Council", "Recalling resolution S-15/1", "A/HRC/RES/S-15/1"},
        {"General Assembly", "Recalling resolution S-14/1", "A/RES/S-14/1"},
        {"", "Recalling resolution S-15/1", "?"},
        {"General Assembly", "Recalling resolution 5/1", "?"},
        {"General Assembly", "resolution 5/1 of 18 June 2007", "A/HRC/RES/5/1"},
        {"Commission on Human Rights", "Recalling its resolution 23 (XXXIV) of 8 March 1978",
         "E/CN.4/RES/23(XXXIV)"},
        {"Commission on Human Rights", "Recalling its resolution 2005/44", "E/CN.4/RES/2005/44"},
        {"Commission on Narcotic Drugs", "Recalling its resolution 56/6",
         "name:commission-on-narcotic-drugs-resolution-56-6"},
        {"Commission on Crime Prevention and Criminal Justice", "Recalling its resolution 22/1",
         "name:commission-on-crime-prevention-and-criminal-justice-resolution-22-1"},
        {"United Nations Environment Assembly", "Recalling its resolution 1/2", "UNEP/EA.1/Res.2"},
        {"Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
         "Recalling also, in that regard, its resolutions 5/1 of 22 October 2010, 5/5 of 22 October 2010, "
         "6/1 of 19 October 2012",
         "CTOC/COP/RES/5/1; CTOC/COP/RES/5/5; CTOC/COP/RES/6/1"},
        {"Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
         "its decision 1/2 of 7 July 2004", "CTOC/COP/DEC/1/2"},
        {"General Assembly", "resolution 5/1 of 22 October 2010", "CTOC/COP/RES/5/1"},
        {"General Assembly", "resolution 5/1 of 2 March 2022", "UNEP/EA.5/Res.1"},
        {"General Assembly", "resolution 5/1 of 22 October 1999", "?"},
        {"Economic and Social Council",
         "Recalling General Assembly resolution 55/25 and its resolution 2003/20",
         "A/RES/55/25; E/RES/2003/20"},
        {"Security Council", "Recalling resolution 55/25", "A/RES/55/25"},
        {"Economic and Social Council", "Recalling resolution 24 (XXV)", "E/RES/24(XXV)"},
        {"Economic and Social Council", "Recalling resolution 872 (1993)", "S/RES/872(1993)"},
        {"General Assembly",
         "the recommendation of the Human Rights Council in its resolution 17/4 of 16 June 2011",
         "A/HRC/RES/17/4"},
    }));
    check({row.text, row.speaker, ""}, row.citations.c_str());
}

TEST_CASE("What the paragraph is about decides before what the document is about", "[citations]") {
    check({"the national institutions\n\nparties to armed conflict, and the Paris Principles"},
          "paris-principles-child-soldiers @pp2");
    check({"parties to armed conflict\n\nthe national institutions and the Paris Principles"},
          "paris-principles @pp2");
}

TEST_CASE("Protocols are those that there were", "[citations]") {
    constexpr const char* crc =
        "the Convention on the Rights of the Child and the Optional Protocols thereto";
    constexpr const char* untoc =
        "United Nations Convention against Transnational Organized Crime and the Protocols thereto";
    check({crc, "General Assembly", "2007-12-18"}, "crc; ops-crc");
    check({untoc, "General Assembly", "2001-12-19"}, "untoc; untoc-protocols");
}

TEST_CASE("The opening words give the relation", "[citations]") {
    const auto row = GENERATE(values<Governing>({
        {"recalls",
         {"Recalling",
          "Recalling also",
          "Recalling further",
          "Reaffirming",
          "Reaffirming further",
          "Reiterating",
          "Recalling and reaffirming",
          "Having considered",
          "Having examined",
          "Having studied",
          "Having heard",
          "Bearing in mind",
          "Mindful of",
          "Conscious of",
          "Considering",
          "Taking into account",
          "Taking into consideration",
          "Having regard to",
          "Guided by",
          "Guided further by",
          "Inspired by"}},
        {"recalls",
         {"Convinced that it is bound by", "Convinced of the importance of", "Determined to uphold",
          "Concerned at the violation of", "Gravely concerned about", "Deeply concerned about", "Alarmed at",
          "Stressing", "Emphasizing", "Underlining the importance of", "Deploring the violation of",
          "Condemning the violation of", "Expressing grave concern at", "Grieved at the violation of",
          "Determining that it is bound by", "Desiring to uphold", "Looking forward to"}},
        {"acts_under", {"Acting in accordance with", "Acting under"}},
        {"mentions", {"Responding to"}},
        {"notes",
         {"Noting", "Noting also", "Noting further", "Noting with appreciation", "Noting with concern",
          "Noting with regret", "Noting with satisfaction", "Taking note of", "Having taken note of",
          "Having noted the contents of", "Acknowledging", "Recognizing", "Recognizing also",
          "Recognizing the need for"}},
        {"welcomes",
         {"Welcoming", "Commending", "Expressing appreciation for", "Expressing its appreciation for",
          "Paying tribute to"}},
    }));
    check(row, Role::preambular);
}

TEST_CASE("The verbs of the operative part give the relation", "[citations]") {
    const auto row = GENERATE(values<Governing>({
        {"adopts", {"Adopts"}},
        {"endorses", {"Approves", "Endorses", "Affirms", "Confirms", "Accepts", "Supports", "Concurs with"}},
        {"recalls", {"Reaffirms", "Reiterates", "Recalls", "Bears in mind", "Considers"}},
        {"notes",
         {"Takes note of", "Takes note with appreciation of", "Notes", "Recognizes", "Acknowledges"}},
        {"welcomes", {"Welcomes", "Commends", "Expresses its appreciation for"}},
        {"amends",
         {"Amends", "Decides to amend", "Revises", "Modifies", "Corrects",
          "Decides to replace paragraph 3 of"}},
        {"extends",
         {"Extends", "Decides to extend", "Renews", "Decides to renew", "Decides to continue",
          "Decides to renew the mandate of the Force established by"}},
        {"terminates",
         {"Terminates", "Decides to terminate", "Lifts", "Repeals", "Rescinds", "Supersedes", "Replaces",
          "Revokes"}},
        {"mentions",
         {"Decides to follow", "Resolves", "Determines", "Declares",
          "Requests the Secretary-General to bring to the attention of all States",
          "Further requests the Secretary-General to circulate",
          "Also requests the Secretary-General to circulate", "Invites all States to study",
          "Calls for a debate on", "Condemns the violations of", "Deplores the violations of",
          "Strongly deplores the violations of", "Draws attention to", "Expresses the hope that"}},
        {"requests",
         {"Requests the Secretary-General to disseminate",
          "Invites Member States to give due consideration to", "Encourages States to raise awareness of",
          "Calls upon all entities to mainstream"}},
        {"notes", {"Notes the efforts to disseminate"}},
        {"implements",
         {"Requests all States to implement", "Calls upon the parties to comply with",
          "Demands that they implement"}},
        {"urges_adherence",
         {"Urges all States to ratify", "Invites all States to sign", "Appeals to all States to accede to",
          "Encourages all States to become parties to"}},
        {"acts_under",
         {"Directs the Committee to act in accordance with", "Instructs the Committee to act pursuant to",
          "Authorizes the Committee to act under", "Insists on action in conformity with",
          "Recommends action as set out in", "Assesses conformity with",
          "Requests support as recommended in"}},
        {"acts_under",
         {"Calls on him to apply this as described in", "Looks forward to the Conference as mandated in",
          "Deplores that this runs counter to"}},
        {"urges_adherence", {"Invites all States that have not yet subscribed to"}},
        {"implements", {"Encourages all States to apply", "Encourages it to respect"}},
        {"implements",
         {"Recognizes progress towards achieving", "Supports the achievement of",
          "Encourages institutions compliant with", "Invites attention to the review framework of"}},
        {"recalls", {"Takes into account"}},
        {"notes", {"Recognizes the need to achieve progress, as reaffirmed in"}},
    }));
    check(row, Role::operative);
}

TEST_CASE("What follows a citation may say what becomes of it", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"Decides that paragraph 5 of resolution 55/25 shall read as follows:", "A/RES/55/25 amends"},
        {"Decides that paragraph 5 of resolution 55/25 of 15 November 2000 is replaced by the following:",
         "A/RES/55/25 amends"},
        {"Decides that the measures imposed by resolutions 748 (1992) and 883 (1993) shall cease to apply",
         "S/RES/748(1992) terminates; S/RES/883(1993) terminates"},
        {"Decides that the measures imposed by resolution 748 (1992) and other measures shall cease to apply",
         "S/RES/748(1992) mentions"},
        {"Recalling resolution 55/25, which shall read as follows in resolution 55/26",
         "A/RES/55/25 recalls; A/RES/55/26 recalls"},
    }));
    CAPTURE(row.text);
    CHECK(test::governed(extractor().extract(
              test::document_of({row.text, "General Assembly", "", {}, Role::operative}))) == row.citations);
}

TEST_CASE("What an inner phrase governs ends where another thing begins", "[citations]") {
    check_relations(
        "Having considered the measures pursuant to its resolution 59/300 and the report (A/60/980)",
        "A/RES/59/300 acts_under; A/60/980 recalls");
    check_relations("Implementing the goals and the recommendations of the report (A/70/12)",
                    "A/70/12 implements");
    check_relations(
        "Welcoming the implementation of pledges made on the anniversary of the Convention on the "
        "Rights of the Child",
        "crc welcomes");
    check_relations(
        "We note the Convention on the Rights of the Child. We also emphasize the Paris Agreement",
        "crc notes; paris-agreement recalls");
    check_relations(
        "Reaffirming the Paris Agreement, encouraging all its parties to fully implement it, and parties to "
        "the "
        "Convention on Biological Diversity to do the same",
        "paris-agreement recalls; cbd recalls");
    check_relations(
        "Recalling its resolution 70/192 of 22 December 2015 on the follow-up to and implementation of the "
        "outcomes of the conferences and its resolution 70/299",
        "A/RES/70/192 recalls; A/RES/70/299 recalls");
    check_relations("Recalling the need to implement and mainstream the 2030 Agenda",
                    "agenda-2030 implements");
    check_relations("Calling for implementation by all parties to the conflict of resolution 55/25",
                    "A/RES/55/25 implements");
    check_relations("Urges States to meet their obligations under the Convention on the Rights of the Child",
                    "crc implements");
    check_relations("Condemns the disregard of obligations under the Convention on the Rights of the Child",
                    "crc acts_under");
}

TEST_CASE("What a resolution adopted is adopted by it", "[citations]") {
    const auto row = GENERATE(values<Row>({
        {"Recalling its resolution 55/25 of 15 November 2000, by which it adopted the United Nations "
         "Convention against Transnational Organized Crime",
         "untoc adopted_by A/RES/55/25"},
        {"Recalling its resolution 44/25, in which it adopted the Convention on the Rights of the Child",
         "crc adopted_by A/RES/44/25"},
        {"Recalling its resolution 44/25, wherein it adopted the Convention on the Rights of the Child",
         "crc adopted_by A/RES/44/25"},
        {"Recalling its resolution 44/25, in which it decided to study the Convention on the Rights of the "
         "Child",
         ""},
        {"Recalling its resolution 44/25 and the Convention on the Rights of the Child", ""},
    }));
    CAPTURE(row.text);
    CHECK(test::related(extractor().extract(test::document_of({row.text}))) == row.citations);
}

TEST_CASE("What a document is, and who speaks in it, is read before its citations", "[citations]") {
    const auto row = GENERATE(values<Row>({
        // its own number, its agenda item and its committee are none
        {"United Nations A/RES/62/141\n\nGeneral Assembly\n\nDistr.: General\n\nAgenda item 66 "
         "(a)\n\n62/141. Rights of the child\n\n[on the report of the Third Committee (A/62/435)]\n\nThe "
         "General Assembly,\n\nRecalling its resolution 55/25 of l July 2000,\n\n1. Decides to consider "
         "resolution 62/141.\n",
         "A/RES/55/25; ? @op1"},
        {"United Nations E/RES/2023/15\n\nThe Economic and Social Council,\n\nRecalling its resolution "
         "2003/20,\n",
         "E/RES/2003/20"},
        {"E/RES/2003/20\n\nThe Economic and Social Council\n\nRecommends to the General Assembly the "
         "adoption of the following draft resolution:\n\n“The General Assembly,\n\n“Recalling its resolution "
         "55/25,\n\n“1. Decides.”\n",
         "A/RES/55/25"},
        {"E/CN.4/RES/24(XXXV)\n\nThe Commission on Human Rights,\n\nRecalling its resolution 23 (XXXIV) of 8 "
         "March 1978 and 24 (XXXV National institutions,\n",
         "E/CN.4/RES/23(XXXIV)"},
        {"25 (1947). Resolution of 22 May 1947\n\nThe Security Council,\n\nRecalling the peace in the Middle "
         "East. Resolution 474 (1980) of 17 June 1980 27 Official Records,\n",
         "S/RES/474(1980)"},
        {"S/RES/884(1993)\n\nThe Security Council,\n\nReaffirming “Security Council resolutions 822 (1993) "
         "and 853 (1993)” 11\n\n__________\n\n11 S/26718.\n",
         "S/RES/822(1993); S/RES/853(1993); S/26718 @fn11"},
        {"63/1. Political declaration on Lakes\n\nThe General Assembly,\n\nAdopts the following:\n\nAnnex\n\n"
         "Political declaration on Lakes\n\nWe recall resolution 55/25.\n",
         "A/RES/55/25 @annex"},
        {"A/RES/60/1\n\nThe General Assembly,\n\nRecalling resolutions ES‑10/13 and ES‑10/14 and the meeting "
         "of 9–13 May 2011,\n",
         "A/RES/ES-10/13; A/RES/ES-10/14"},
        {"A/RES/60/1\n\nThe General Assembly,\n\nCommending the Centre for International Crime Prevention of "
         "the United 3. Nations Office on Drugs and Crime,\n",
         ""},
        {"A/RES/70/1\n\nThe General Assembly,\n\nRecalling the Final Agreement for Ending the Conflict "
         "(hereinafter referred to as the Final Agreement),\n\nWelcoming the Final Agreement,\n",
         "name:final-agreement-for-ending-the-conflict; name:final-agreement-for-ending-the-conflict @pp2"},
    }));
    CAPTURE(row.text);
    const auto imported = find_importer("text")->import(row.text, "a.txt");
    REQUIRE(imported.documents.size() == 1);
    CHECK(test::listed(extractor().extract(imported.documents.front())) == row.citations);
}
