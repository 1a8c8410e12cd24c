#include "actions/period.h"

#include "base/log.h"
#include "base/text.h"
#include "domain/input.h"
#include "domain/rights.h"
#include "storage/audit_store.h"
#include "storage/owed_query.h"
#include "storage/period_store.h"
#include "storage/report_store.h"

namespace sjsz::actions {
namespace {

tl::unexpected<FieldFault> fault(const char* field, std::string reason) {
  return tl::unexpected(FieldFault{field, std::move(reason)});
}

tl::expected<std::string, FieldFault> check_reason(std::string_view typed) {
  std::string reason(trim(typed));
  if (reason.empty() || !is_clean_utf8(reason) || count_characters(reason) > kMostReasonCharacters) {
    return fault("reason", "请写明原因，最多 " + std::to_string(kMostReasonCharacters) + " 个字。");
  }
  return reason;
}

void audit(Writer& db, const Actor& actor, const char* action, const std::string& object, const std::string& detail) {
  auto entry = audit_entry(actor, action);
  entry.object = "periods/" + object;
  entry.detail = "{" + detail + "}";
  insert_audit(db, entry);
}

std::string json_field(const char* name, const std::string& value) {
  return "\"" + std::string(name) + "\":" + json_string(value);
}

struct Opened {
  Period period;
  PeriodRules rules;
  Phase phase = Phase::outside;
  Instant at{};
};

tl::expected<Opened, FieldFault> open_period(Reader& db, const Visitor& visitor, const Month& month, Instant at) {
  if (!may_review(visitor)) return fault("", "只有专班办公室可以办理。");
  Opened opened{find_period(db, month), find_period_rules(db), Phase::outside, at};
  opened.phase = phase_of(opened.period, opened.rules, business_date(at));
  if (opened.phase == Phase::outside) return fault("", "这个调度期还没有开始，或者早于首个调度期。");
  return opened;
}

std::string object_of(const ReportKey& key) {
  return to_string(key.period) + "/" + (key.task ? std::to_string(key.task->value) : "narrative") + "/" +
         key.unit.value;
}

}  // namespace

PeriodOutcome set_due_date(Writer& db, const Actor& actor, const Visitor& visitor, const Month& month,
                           std::string_view due, std::string_view reason) {
  const auto opened = open_period(db, visitor, month, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  if (opened->phase == Phase::closed) return fault("", "本期已经关闭，不能再改截止日期。");
  const Month next = plus_months(month, 1);
  const auto day = read_date(due, next.year);
  if (!day) return fault("due", "请填日期，例如 2020-09-10。");
  if (*day < Date{next.year, next.month, 1}) return fault("due", "不能早于次月1日：那天起才能提交。");
  if (*day < business_date(opened->at)) return fault("due", "不能早于今天：已经按时提交的不受影响，没有提交的来不及。");
  const auto checked = check_reason(reason);
  if (!checked) return tl::unexpected(checked.error());
  const auto before = due_dates(opened->period, opened->rules);
  set_period_due(db, month, {*day, *day}, *checked);
  audit(db, actor, "period.due", to_string(month),
        json_field("from", to_string(before.lead)) +
            (before.differ() ? "," + json_field("supporting_from", to_string(before.supporting)) : "") + "," +
            json_field("to", to_string(*day)) + "," + json_field("reason", *checked));
  return {};
}

PeriodOutcome close_period(Writer& db, const Actor& actor, const Visitor& visitor, const Month& month) {
  const auto opened = open_period(db, visitor, month, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  if (opened->phase == Phase::closed) return fault("", "本期已经关闭。");
  if (opened->phase != Phase::overdue) return fault("", "截止日期还没有过，不能关闭。");
  set_period_closed(db, month, opened->at);
  audit(db, actor, "period.close", to_string(month), "");
  return {};
}

PeriodOutcome reopen_period(Writer& db, const Actor& actor, const Visitor& visitor, const Month& month,
                            const UnitCode& unit, std::string_view reason, std::string_view expires) {
  const auto opened = open_period(db, visitor, month, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  if (opened->phase != Phase::closed) return fault("", "本期还没有关闭，单位可以直接补报。");
  if (!find_owed(db, {month, std::nullopt, unit})) return fault("unit", "请选择单位。");
  if (visitor.of_unit(unit)) return fault("unit", "不能为本单位重新开放，请由其他单位的专班办公室账号办理。");
  const auto today = business_date(opened->at);
  const auto day = read_date(expires, today.year);
  if (!day || *day < today) return fault("expires", "请填今天或以后的日期，例如 2020-09-20。");
  const auto checked = check_reason(reason);
  if (!checked) return tl::unexpected(checked.error());
  set_reopening(db, {month, unit, *checked, business_instant(plus_days(*day, 1), std::chrono::milliseconds(0))});
  audit(db, actor, "period.reopen", to_string(month) + "/" + unit.value,
        json_field("expires", to_string(*day)) + "," + json_field("reason", *checked));
  return {};
}

PeriodOutcome exempt_line(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key,
                          std::string_view reason) {
  const auto opened = open_period(db, visitor, key.period, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  const auto owed = find_owed(db, key);
  if (!owed) return fault("line", "请选择应报事项。");
  if (visitor.of_unit(key.unit)) return fault("line", "不能免报本单位的事项，请由其他单位的专班办公室账号办理。");
  if (owed->exempt) return fault("line", "这一项已经免报。");
  const auto report = find_report(db, key);
  if (report && counts_as_submitted(report->state)) return fault("line", "这一项已经提交，不能再免报。");
  const auto checked = check_reason(reason);
  if (!checked) return tl::unexpected(checked.error());
  insert_exemption(db, {key, *checked});
  audit(db, actor, "exemption.create", object_of(key), json_field("reason", *checked));
  return {};
}

PeriodOutcome lift_exemption(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key) {
  const auto opened = open_period(db, visitor, key.period, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  const auto owed = find_owed(db, key);
  if (!owed || !owed->exempt) return fault("", "这一项没有免报。");
  if (visitor.of_unit(key.unit)) return fault("", "不能办理本单位的事项，请由其他单位的专班办公室账号办理。");
  delete_exemption(db, key);
  audit(db, actor, "exemption.lift", object_of(key), json_field("reason", owed->exempt_reason));
  return {};
}

}  // namespace sjsz::actions
