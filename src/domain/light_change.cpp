#include "domain/light_change.h"

namespace sjsz {

std::optional<LightChange> find_override(const std::vector<LightChange>& changes, LightObject object, int seq,
                                         const Month& month, Instant at) {
  const LightChange* newest = nullptr;
  for (const auto& change : changes) {
    const bool same = change.object == object && change.seq == seq && change.month == month;
    if (same && change.at <= at) newest = &change;
  }
  return newest && newest->light ? std::optional(*newest) : std::nullopt;
}

}  // namespace sjsz
