// 数据异议: a second value beside the one of a period, with its reason and source, until the office decides. Both stay
// visible, also afterwards.
#pragma once
#include <string>
#include <string_view>

#include "actions/indicator_line.h"

namespace sjsz::actions {

struct RawDispute {
  std::string value, source, reason;
};

// By anybody who reports or oversees. One at a time.
tl::expected<void, ValueRefusal> raise_dispute(Writer& db, const Actor& actor, const Visitor& visitor,
                                               const IndicatorKey& key, const IndicatorPeriod& period,
                                               const RawDispute& raw);

// kept: the value stays; replaced: the second value becomes its newest revision, accepted.
tl::expected<void, ValueRefusal> decide_dispute(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const IndicatorKey& key, const IndicatorPeriod& period,
                                                DisputeOutcome outcome, std::string_view decision);

}  // namespace sjsz::actions
