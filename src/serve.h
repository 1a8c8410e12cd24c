// sjsz serve: opens the data folder, seeds it if it holds no plan, and answers until it is told to stop.
#pragma once
#include "command_line.h"

namespace sjsz {

int serve(const CommandLine& options);

}  // namespace sjsz
