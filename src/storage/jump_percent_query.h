// From which difference on a number jumps (warnings of reports), by period.
#pragma once
#include <map>

#include "base/date.h"
#include "storage/db.h"

namespace sjsz {

class JumpPercents {
 public:
  explicit JumpPercents(Reader& db);
  int of(const Month& period) const;

 private:
  std::map<Month, int> from_;
};

}  // namespace sjsz
