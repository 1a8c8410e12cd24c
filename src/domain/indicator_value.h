// Values of indicators (指标数值): one for each indicator and period, with all its revisions; second values beside it
// (数据异议) until they are decided; judgements of indicators that have no number. Which revision counts at a moment.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "domain/indicator_rules.h"

namespace sjsz {

enum class ValueNature { provisional, final };  // 初步, 核定
enum class RevisionOutcome { waiting, accepted, returned, withdrawn };
enum class IndicatorStatus { met, on_pace, behind, off, no_data, not_due, monitored };

struct ValueText {
  Decimal amount;
  std::string source;  // where the number comes from
  ValueNature nature = ValueNature::provisional;
  std::string reason;  // of a correction, or of what was warned of; may be empty

  bool operator==(const ValueText&) const = default;
};

struct ValueRevision {
  int number = 0;
  ValueText text;
  Instant submitted_at{};
  std::string submitted_by;
  RevisionOutcome outcome = RevisionOutcome::waiting;
  std::optional<Instant> decided_at;
  std::string decided_by, comment;
};

enum class DisputeOutcome { open, kept, replaced };

struct Dispute {
  int number = 0;
  Decimal amount;
  std::string source, reason;
  Instant raised_at{};
  std::string raised_by;
  DisputeOutcome outcome = DisputeOutcome::open;
  std::optional<Instant> decided_at;
  std::string decided_by, decision;
};

struct IndicatorValue {
  std::int64_t id = 0;  // 0: nothing was entered yet
  IndicatorSeq seq;
  IndicatorPeriod period;
  ReportState state = ReportState::none;
  int version = 0;
  ValueText text;  // as it stands, of a draft too
  Instant changed_at{};
  std::string changed_by;
  std::vector<ValueRevision> revisions;
  std::vector<Dispute> disputes;
};

struct Judgement {
  IndicatorSeq seq;
  IndicatorPeriod period;
  IndicatorStatus status = IndicatorStatus::on_pace;  // on_pace, behind, off; of a final period met or off
  std::string reason;
  Instant at{};
  std::string by;
};

// What counts of a value at a moment.
struct CountedValue {
  IndicatorPeriod period;
  Decimal amount;
  ValueNature nature = ValueNature::provisional;
  bool accepted = false;
  bool disputed = false;  // a second value stands beside it undecided

  bool provisional() const { return !accepted || nature == ValueNature::provisional; }
};

// The newest accepted revision, else the one that waits for review; nothing: neither, or none yet.
std::optional<CountedValue> counted_value(const IndicatorValue& value, Instant at);
// Of the values of one indicator, the newest of a period that ends in `month` or before; the shorter of two periods.
std::optional<CountedValue> newest_counted(const std::vector<CountedValue>& values, const Month& month);
std::optional<Judgement> newest_judgement(const std::vector<Judgement>& judgements, const Month& month, Instant at);

struct RawIndicatorValue {
  std::string period, value, source, nature, reason;
};

struct CheckedValue {
  IndicatorPeriod period;
  ValueText text;
};

// What is wrong with a period, at most one fault; the arguments as below.
std::vector<FieldFault> check_value_period(const std::optional<IndicatorPeriod>& period, Rhythm rhythm, int year,
                                           const Month& newest);

// `newest`: the newest month that is over; a period must lie in the plan's year and have the rhythm in force.
tl::expected<CheckedValue, std::vector<FieldFault>> check_indicator_value(const RawIndicatorValue& raw,
                                                                          const Indicator& indicator,
                                                                          const IndicatorRules& rules, int year,
                                                                          const Month& newest);

bool is_total(IndicatorKind kind);  // cumulative from January

// What asks for a reason and does not block: a jump of more than `jump_percent` (of a total: of its monthly average), a
// cumulative total that falls. `previous`: the newest of an earlier period of the year.
std::vector<FieldFault> warn_of_value(const IndicatorPeriod& period, const Decimal& amount,
                                      const std::optional<CountedValue>& previous, IndicatorKind kind,
                                      int jump_percent);

enum class ValueVerb { save, submit, withdraw, send_back, accept, record };
// The state after a verb, or nothing where the verb is not for that state.
std::optional<ReportState> next_state(ReportState state, ValueVerb verb);

}  // namespace sjsz
