#include "storage/jump_percent_query.h"

#include "base/text.h"
#include "domain/report.h"
#include "storage/setting_store.h"

namespace sjsz {

JumpPercents::JumpPercents(Reader& db) {
  for (const auto& change : list_setting_changes(db, "jump_percent")) {
    if (change.from) from_[*change.from] = parse_whole(change.value);
  }
}

int JumpPercents::of(const Month& period) const {
  const auto after = from_.upper_bound(period);
  return after == from_.begin() ? kUsualJumpPercent : std::prev(after)->second;
}

}  // namespace sjsz
