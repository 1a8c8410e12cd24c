// A setting is changed by its owner, with a reason; one that bears on history says from which period it counts.
#pragma once
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/settings.h"
#include "domain/visitor.h"
#include "storage/db.h"

namespace sjsz::actions {

struct SettingFault {
  std::string field;   // value, reason, from; empty: the visitor may not change it
  std::string reason;  // Chinese
};

// As typed. `from` counts only for settings that bear on history, and must leave due dates alone that are over. The
// same value again is no fault and changes nothing.
tl::expected<void, SettingFault> change_setting(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const SettingKind& kind, std::string_view value,
                                                std::string_view reason, std::string_view from);

}  // namespace sjsz::actions
