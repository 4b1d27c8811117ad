// The commands. Each is one function in the file of its name.
#pragma once

#include "cli/options.hpp"

namespace resograph::cli {

Status build(const Options& options);
Status extract(const Options& options);
Status annotate_document(const Options& options);  // in annotate.cpp
Status citing(const Options& options);
Status cites(const Options& options);  // in citing.cpp
Status why(const Options& options);
Status show(const Options& options);
Status path(const Options& options);
Status rank(const Options& options);
Status diagram(const Options& options);
Status export_graph(const Options& options);
Status instruments(const Options& options);
Status formats(const Options& options);

}  // namespace resograph::cli
