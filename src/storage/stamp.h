// When something was done, and by whom, as rows keep it.
#pragma once
#include <string>

#include "base/date.h"

namespace sjsz {

struct Stamp {
  Instant at{};
  std::string by;  // name as shown to people
};

}  // namespace sjsz
