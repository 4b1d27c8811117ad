// The words by which the parts of a resolution are told apart.
#pragma once

#include <array>
#include <string_view>

namespace resograph {

// In the names of bodies that speak: "The General Assembly,".
inline constexpr std::array<std::string_view, 12> body_words{
    "Assembly", "Council", "Commission", "Conference", "Committee", "Board",
    "Meeting",  "Parties", "Congress",   "ASSEMBLY",   "COUNCIL",   "Union"};

// The bodies whose presidents make statements.
inline constexpr std::array<std::string_view, 2> stating_bodies{"Security Council", "Human Rights Council"};

inline constexpr std::array<std::string_view, 8> annex_words{"Annex",     "ANNEX",  "Appendix", "APPENDIX",
                                                             "Enclosure", "Annexe", "ANNEXE",   "annex"};

inline constexpr std::array<std::string_view, 30> masthead_words{"United Nations",
                                                                 "UNITED NATIONS",
                                                                 "UNITED",
                                                                 "NATIONS",
                                                                 "General Assembly",
                                                                 "GENERAL",
                                                                 "Security Council",
                                                                 "Economic and Social Council",
                                                                 "Human Rights Council",
                                                                 "Distr",
                                                                 "ORIGINAL",
                                                                 "Original",
                                                                 "Agenda item",
                                                                 "Agenda items",
                                                                 "Resolution adopted by",
                                                                 "RESOLUTION ADOPTED BY",
                                                                 "Resolutions adopted",
                                                                 "Decision adopted",
                                                                 "Seventy-",
                                                                 "Eightieth",
                                                                 "Sixty-",
                                                                 "Sixtieth",
                                                                 "Fifty-",
                                                                 "Fiftieth",
                                                                 "Forty-",
                                                                 "Seventieth",
                                                                 "Twent",
                                                                 "without a vote",
                                                                 "Adopted by",
                                                                 "<!--"};

inline constexpr std::array<std::string_view, 6> closing_words{
    "Adopted unanimously", "Adopted at the", "[Adopted", "Adopted by", "In favour:", "Abstaining:"};

inline constexpr std::array<std::string_view, 26> note_words{"See ",
                                                             "Ibid",
                                                             "Resolution ",
                                                             "Resolutions ",
                                                             "General Assembly resol",
                                                             "Official Records",
                                                             "United Nations, Treaty",
                                                             "United Nations publication",
                                                             "Report of",
                                                             "Security Council resol",
                                                             "Economic and Social Council resol",
                                                             "Human Rights Council resol",
                                                             "A/",
                                                             "E/",
                                                             "S/",
                                                             "TD/",
                                                             "League of Nations",
                                                             "For the text",
                                                             "For the report",
                                                             "Adopted ",
                                                             "Decision ",
                                                             "Universal Declaration of",
                                                             "International Covenant on",
                                                             "World Health Organization, ",
                                                             "Subsequently",
                                                             "UNEP/"};

inline constexpr std::array<std::string_view, 12> month_words{
    "January", "February", "March",     "April",   "May ",     "June",
    "July",    "August",   "September", "October", "November", "December"};

// Words before a number that count something: "paragraph 5 and".
inline constexpr std::array<std::string_view, 44> counted_words{
    "paragraph", "paragraphs", "article", "articles", "Article",    "Articles",    "section",  "sections",
    "chapter",   "annex",      "No.",     "Nos.",     "resolution", "resolutions", "decision", "item",
    "items",     "rule",       "rules",   "part",     "Part",       "goal",        "Goal",     "target",
    "Goals",     "Agenda",     "of",      "and",      "to",         "from",        "at",       "by",
    "least",     "than",       "the",     "in",       "on",         "Chapter",     "Protocol", "principle",
    "guideline", "only",       "over",    "some"};

}  // namespace resograph
