// What the office has set instead of lights and statuses, month by month, with the reason. Rows are only added.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "storage/db.h"

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

std::vector<LightChange> list_light_changes(Reader& db, int year);  // of one light oldest first
void insert_light_change(Writer& db, int year, const LightChange& change);

// The change that counts at a moment; nothing: none was made, or the last one gave the light back to the rules.
std::optional<LightChange> find_override(const std::vector<LightChange>& changes, LightObject object, int seq,
                                         const Month& month, Instant at);

}  // namespace sjsz
