// What the office decides about one period: another due date, closing, opening again for one unit, exempting a line.
// Each with its reason and audit row; what is for one unit, never for the own one.
#pragma once
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/report.h"
#include "domain/visitor.h"

namespace sjsz::actions {

inline constexpr std::size_t kMostReasonCharacters = 500;

// The field is empty where it is not a field that is wrong: the visitor may not, or the period is in another state.
using PeriodOutcome = tl::expected<void, FieldFault>;

// For all lines of the period, supporting ones too.
PeriodOutcome set_due_date(Writer& db, const Actor& actor, const Visitor& visitor, const Month& month,
                           std::string_view due, std::string_view reason);
PeriodOutcome close_period(Writer& db, const Actor& actor, const Visitor& visitor, const Month& month);
// Until the end of the day `expires`.
PeriodOutcome reopen_period(Writer& db, const Actor& actor, const Visitor& visitor, const Month& month,
                            const UnitCode& unit, std::string_view reason, std::string_view expires);
PeriodOutcome exempt_line(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key,
                          std::string_view reason);
PeriodOutcome lift_exemption(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key);

}  // namespace sjsz::actions
