// The settings of an indicator are changed by the office, with a reason, from a month on.
#pragma once
#include <string_view>

#include "actions/indicator_line.h"

namespace sjsz::actions {

// All settings as the form shows them; those that differ from what is in force in `from` are kept. Returns how many:
// none is no fault and leaves no row.
tl::expected<int, ValueRefusal> change_indicator_rules(Writer& db, const Actor& actor, const Visitor& visitor,
                                                       const IndicatorKey& key, const RawIndicatorRules& raw,
                                                       std::string_view from, std::string_view reason);

}  // namespace sjsz::actions
