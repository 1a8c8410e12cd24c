#include "actions/indicator_dispute.h"

#include <algorithm>

#include "actions/report_line.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/input.h"
#include "domain/rights.h"
#include "storage/indicator_value_store.h"

namespace sjsz::actions {
namespace {

using Why = ValueRefusal::Why;

const Dispute* find_open(const IndicatorValue& value) {
  const auto found = std::ranges::find(value.disputes, DisputeOutcome::open, &Dispute::outcome);
  return found == value.disputes.end() ? nullptr : &*found;
}

// Everything that is wrong with a second value, field by field.
tl::expected<Dispute, ValueRefusal> check_dispute(const RawDispute& raw, const IndicatorLine& line,
                                                  const CountedValue& counted) {
  const RawIndicatorValue typed{to_string(line.value.period), raw.value, raw.source, "final", ""};
  // The period is that of a value which was entered under the rules of its time.
  auto rules = line.rules;
  rules.rhythm = line.value.period.rhythm;
  const auto checked = check_indicator_value(typed, line.indicator, rules, line.key.year, line.value.period.last);
  std::vector<FieldFault> faults = checked ? std::vector<FieldFault>{} : checked.error();
  const auto reason = check_value_words("reason", raw.reason, true, "请写明对现有数值有异议的理由。");
  if (!reason) faults.insert(faults.end(), reason.error().faults.begin(), reason.error().faults.end());
  if (checked && checked->text.amount == counted.amount) faults.push_back({"value", "与现有数值相同，没有异议。"});
  if (!faults.empty()) return tl::unexpected(ValueRefusal{Why::invalid, "异议有误，请改正。", faults});
  Dispute dispute;
  dispute.number = static_cast<int>(line.value.disputes.size()) + 1;
  dispute.amount = checked->text.amount;
  dispute.source = checked->text.source;
  dispute.reason = *reason;
  return dispute;
}

// The second value becomes the one that counts.
IndicatorValue replace(Writer& db, const IndicatorLine& line, const Dispute& dispute, const Stamp& stamp) {
  auto value = line.value;
  value.state = ReportState::accepted;
  value.text = {dispute.amount, dispute.source, ValueNature::final, "数据异议成立：" + dispute.decision};
  ValueRevision revision;
  revision.number = static_cast<int>(value.revisions.size()) + 1;
  revision.text = value.text;
  revision.submitted_at = dispute.raised_at;
  revision.submitted_by = dispute.raised_by;
  revision.outcome = RevisionOutcome::accepted;
  revision.decided_at = stamp.at;
  revision.decided_by = stamp.by;
  insert_value_revision(db, value.id, revision);
  return set_indicator_value(db, line.key.year, value, stamp);
}

}  // namespace

tl::expected<void, ValueRefusal> raise_dispute(Writer& db, const Actor& actor, const Visitor& visitor,
                                               const IndicatorKey& key, const IndicatorPeriod& period,
                                               const RawDispute& raw) {
  if (!may_read_reports(visitor)) return refuse_value(Why::not_allowed, "您的角色不能提出数据异议。");
  const auto line = find_indicator_line(db, key, period, moment_of(actor, db));
  if (!line) return tl::unexpected(line.error());
  const auto counted = counted_value(line->value, line->at);
  if (!counted) return refuse_value(Why::wrong_state, "这一期还没有数值，不能提出异议。");
  if (find_open(line->value)) return refuse_value(Why::wrong_state, "这一期已有一个异议待决定，请先决定。");
  auto dispute = check_dispute(raw, *line, *counted);
  if (!dispute) return tl::unexpected(dispute.error());
  const auto stamp = stamp_of(db, actor, visitor);
  dispute->raised_at = stamp.at;
  dispute->raised_by = stamp.by;
  insert_dispute(db, line->value.id, *dispute);
  audit_value(db, actor, "indicator.dispute", line->value,
              json_member("from", counted->amount.to_string()) + json_member("to", dispute->amount.to_string()) +
                  json_member("reason", dispute->reason));
  return {};
}

tl::expected<void, ValueRefusal> decide_dispute(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const IndicatorKey& key, const IndicatorPeriod& period,
                                                DisputeOutcome outcome, std::string_view decision) {
  const auto line = find_indicator_line(db, key, period, moment_of(actor, db));
  if (!line) return tl::unexpected(line.error());
  if (const auto may = check_office(*line, visitor); !may) return tl::unexpected(may.error());
  const auto* open = find_open(line->value);
  if (!open) return refuse_value(Why::wrong_state, "这一期没有待决定的异议。");
  if (line->value.state == ReportState::submitted && outcome == DisputeOutcome::replaced) {
    return refuse_value(Why::wrong_state, "这一期另有数值待审，请先审核。");
  }
  if (outcome == DisputeOutcome::open) return refuse_value_field("outcome", "请选择维持原数值或改用异议数值。");
  const auto words = check_value_words("decision", decision, true, "请写明决定的理由。");
  if (!words) return tl::unexpected(words.error());
  const auto stamp = stamp_of(db, actor, visitor);
  auto dispute = *open;
  dispute.outcome = outcome;
  dispute.decided_at = stamp.at;
  dispute.decided_by = stamp.by;
  dispute.decision = *words;
  sjsz::decide_dispute(db, line->value.id, dispute);
  const auto value = outcome == DisputeOutcome::replaced ? replace(db, *line, dispute, stamp) : line->value;
  audit_value(db, actor, "indicator.decide", value,
              json_member("outcome", to_code(outcome)) + json_member("reason", *words));
  return {};
}

}  // namespace sjsz::actions
