// The changes of indicator values: the office records at once, an assigned unit drafts and submits and the office
// decides. Each with its rights, its state, its frozen revision and its audit row in one transaction.
#pragma once
#include <string_view>

#include "actions/indicator_line.h"

namespace sjsz::actions {

struct ValueChanged {
  ReportState state = ReportState::none;
  int version = 0;
  std::vector<FieldFault> warnings;  // that were let through
};
using ValueOutcome = tl::expected<ValueChanged, ValueRefusal>;

// What is done about a jump or a total that falls where no reason is given: it is asked for, or told with the answer.
enum class Warnings { ask, pass };

// `seen` is the version that the writer saw; 0: none was entered yet. The first is accepted at once; a correction of a
// value that was accepted needs a reason, in both.
ValueOutcome record_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const RawIndicatorValue& raw, int seen, Warnings warnings);
ValueOutcome save_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                        const RawIndicatorValue& raw, int seen);
ValueOutcome submit_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const IndicatorPeriod& period, int seen, Warnings warnings);
ValueOutcome withdraw_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                            const IndicatorPeriod& period, int seen);
ValueOutcome accept_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const IndicatorPeriod& period, int seen, std::string_view comment);
ValueOutcome return_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const IndicatorPeriod& period, int seen, std::string_view comment);

// 定性判定: of a qualitative indicator, by the office with a reason. `status`: code.
tl::expected<void, ValueRefusal> judge_qualitative(Writer& db, const Actor& actor, const Visitor& visitor,
                                                   const IndicatorKey& key, std::string_view period,
                                                   std::string_view status, std::string_view reason);

}  // namespace sjsz::actions
