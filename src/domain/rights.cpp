#include "domain/rights.h"

namespace sjsz {
namespace {

bool is_submitted(ReportState state) {
  return state == ReportState::submitted || state == ReportState::returned || state == ReportState::accepted;
}

}  // namespace

bool may_read_plan(const Visitor& visitor) { return visitor.signed_in() || visitor.plan_is_public; }

bool may_report(const Visitor& visitor) {
  return (visitor.is(AccountRole::reporter) || visitor.is(AccountRole::office)) && visitor.account->unit;
}

bool may_review(const Visitor& visitor) { return visitor.is(AccountRole::office); }

bool may_oversee(const Visitor& visitor) { return visitor.is(AccountRole::office) || visitor.is(AccountRole::leader); }

bool may_read_reports(const Visitor& visitor) { return may_report(visitor) || may_oversee(visitor); }

bool may_manage_accounts(const Visitor& visitor) { return visitor.is(AccountRole::admin) && !visitor.token; }

bool may_manage_units(const Visitor& visitor) { return visitor.is(AccountRole::office); }

bool may_read_audit(const Visitor& visitor) { return visitor.is(AccountRole::auditor); }

bool may_use_session(const Visitor& visitor) { return visitor.signed_in() && !visitor.token; }

bool may_by_token(const Visitor& visitor, bool reads_only) {
  return !visitor.token || visitor.token == TokenScope::write || (visitor.token == TokenScope::read && reads_only);
}

ReportAccess report_access(const Visitor& visitor, const ReportKey& key, ReportState state, bool was_accepted,
                           const std::set<UnitCode>& leads) {
  if (may_file_report(visitor, key)) return ReportAccess::whole;
  if (may_oversee(visitor)) {
    if (is_submitted(state)) return ReportAccess::last;
    return was_accepted ? ReportAccess::accepted : ReportAccess::state_only;
  }
  if (!may_report(visitor)) return ReportAccess::hidden;
  if (state == ReportState::accepted) return ReportAccess::accepted;
  if (is_submitted(state) && leads.contains(*visitor.account->unit)) return ReportAccess::last;
  return was_accepted ? ReportAccess::accepted : ReportAccess::hidden;
}

bool may_file_report(const Visitor& visitor, const ReportKey& key) {
  return may_report(visitor) && visitor.of_unit(key.unit);
}

bool may_judge_report(const Visitor& visitor, const ReportKey& key) {
  return may_review(visitor) && !visitor.of_unit(key.unit);
}

bool may_file_value(const Visitor& visitor, const std::optional<UnitCode>& unit) {
  return unit && may_report(visitor) && visitor.of_unit(*unit);
}

bool may_judge_value(const Visitor& visitor, const std::optional<UnitCode>& unit) {
  return may_review(visitor) && !(unit && visitor.of_unit(*unit));
}

}  // namespace sjsz
