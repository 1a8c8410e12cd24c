// What the office has set instead of the light of a task or the status of an indicator in one month, with the reason.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace sjsz {

enum class LightObject { task, indicator };

struct LightChange {
  LightObject object = LightObject::task;
  int seq = 0;
  Month month;
  std::optional<std::string> light;  // code of a light or status; none: the rules count again
  std::string reason;
  Instant at{};
  std::string by;
};

// The change that counts at a moment; nothing: none was made, or the last one gave the light back to the rules.
// `changes`: of one light oldest first.
std::optional<LightChange> find_override(const std::vector<LightChange>& changes, LightObject object, int seq,
                                         const Month& month, Instant at);

}  // namespace sjsz
