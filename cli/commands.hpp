// The commands. Each is one function in the file of its name.
#pragma once

#include "cli/options.hpp"

namespace resograph::cli {

Status build(const Options& options);
Status extract(const Options& options);
Status annotate_documents(const Options& options);  // in annotate.cpp
Status citing(const Options& options);
Status cites(const Options& options);  // in citing.cpp
Status why(const Options& options);
Status show(const Options& options);
Status path(const Options& options);
Status rank(const Options& options);
Status related_works(const Options& options);  // in related.cpp
Status mainpath(const Options& options);
Status communities_of_works(const Options& options);  // in communities.cpp
Status timeline_of_work(const Options& options);      // in timeline.cpp
Status between_works(const Options& options);         // in between.cpp
Status dangling_works(const Options& options);        // in dangling.cpp
Status check(const Options& options);
Status diff(const Options& options);
Status diagram(const Options& options);
Status export_graph(const Options& options);
Status instruments(const Options& options);
Status formats(const Options& options);

}  // namespace resograph::cli
