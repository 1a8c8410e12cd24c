// The office sets the light of a task or the status of an indicator in one month, with a reason, or gives it back to
// the rules. Not of what the own unit leads or enters, and not in a month that is kept already: history is not
// repainted.
#pragma once
#include <string_view>

#include "actions/indicator_line.h"
#include "storage/light_override_store.h"

namespace sjsz::actions {

struct LightKey {
  LightObject object = LightObject::task;
  int seq = 0;
  Month month;
};

// `light`: code of a task's light or an indicator's status that the office may set; empty: the rules count again.
tl::expected<void, ValueRefusal> override_light(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const LightKey& key, std::string_view light, std::string_view reason);

}  // namespace sjsz::actions
