// The Akoma Ntoso IRI of a work: the attribute `uri` of a node and the `href` of a marked-up reference.
// docs/annotate.md says which form a work has, and why.
#pragma once

#include <string>
#include <string_view>

#include "registry/registry.hpp"

namespace resograph {

// "/akn/un/statement/deliberation/unga/2000-11-15/55-25/!annex_2" for "untoc-tip" and "A/RES/55/25#annexII".
// `date`: of a document that says it itself; else the registry's, else the year that the number tells.
// "" for a document without a symbol ("file:NAME").
std::string work_iri(std::string_view id, const Registry& registry, std::string_view date = {});

// A place within a work: "….!annex_2~art_6__para_2", "…/Add.1/~guideline_8".
std::string portion_iri(std::string_view work, std::string_view pinpoint);

// The year that a symbol tells: S/RES/1373(2001), E/RES/2003/20; "" if it tells none.
std::string year_in_symbol(std::string_view symbol);

// The same, or else the year in which the session opened: 2000 for A/RES/55/25, 2017 for A/HRC/RES/36/5.
std::string session_year(std::string_view symbol);

// "A/RES/50/6#annexII" -> "A/RES/50/6", "annexII".
std::pair<std::string_view, std::string_view> split_annex(std::string_view id);

}  // namespace resograph
