// The commands. Each is one function in the file of its name.
#pragma once

#include "cli/options.hpp"

namespace resograph::cli {

Status extract(const Options& options);

}  // namespace resograph::cli
