#include "actions/light_override.h"

#include <algorithm>

#include "actions/report_line.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/look_back.h"
#include "domain/rights.h"
#include "storage/owed_query.h"
#include "storage/period_rules_query.h"
#include "storage/period_store.h"
#include "storage/task_store.h"

namespace sjsz::actions {
namespace {

using Why = ValueRefusal::Why;

bool may_be_set(LightObject object, std::string_view light) {
  if (object == LightObject::task) {
    const auto one = from_code<TaskLight>(light);
    return one && *one != TaskLight::not_due;
  }
  using Status = IndicatorStatus;
  const auto one = from_code<Status>(light);
  return one && (*one == Status::met || *one == Status::on_pace || *one == Status::behind || *one == Status::off);
}

tl::expected<void, ValueRefusal> check_task(Reader& db, const Visitor& visitor, const LightKey& key) {
  const auto tasks = list_tasks(db, key.month.year);
  const bool there = std::ranges::any_of(tasks, [&](const Task& task) { return task.seq.value == key.seq; });
  if (!there) return refuse_value(Why::not_allowed, "该年度方案没有这项任务。");
  const auto leads = find_leads(db, key.month, {key.seq});
  if (visitor.account->unit && leads.contains(*visitor.account->unit)) {
    return refuse_value(Why::not_allowed, "本单位牵头的任务，由其他单位的人员改定。");
  }
  return {};
}

tl::expected<void, ValueRefusal> check_indicator(Reader& db, const Visitor& visitor, const LightKey& key, Instant at) {
  const auto line = find_indicator_line(db, {key.month.year, {key.seq}}, {Rhythm::month, key.month}, at);
  if (!line) return tl::unexpected(line.error());
  if (const auto may = check_office(*line, visitor); !may) return tl::unexpected(may.error());
  if (line->rules.kind == IndicatorKind::monitored) {
    return refuse_value(Why::not_allowed, "仅监测的指标不考核，没有状态可以改定。");
  }
  return {};
}

// From the month's beginning until it is kept.
tl::expected<void, ValueRefusal> check_month(Reader& db, const Month& month, Instant at) {
  const auto today = business_date(at);
  if (month > Month{today.year, today.month}) return refuse_value(Why::wrong_state, "这个月还没有到。");
  const Month next = plus_months(month, 1);
  const Periods periods = {{month, find_period(db, month)}, {next, find_period(db, next)}};
  if (at <= kept_from(month, periods, find_period_rules(db))) return {};
  return refuse_value(Why::wrong_state, "这个月的状态已经定格，不再改动；请改定现在的月份。");
}

}  // namespace

tl::expected<void, ValueRefusal> override_light(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const LightKey& key, std::string_view light, std::string_view reason) {
  if (!may_review(visitor)) return refuse_value(Why::not_allowed, "只有专班办公室可以改定状态。");
  const auto at = moment_of(actor, db);
  const auto may =
      key.object == LightObject::task ? check_task(db, visitor, key) : check_indicator(db, visitor, key, at);
  if (!may) return may;
  if (const auto open = check_month(db, key.month, at); !open) return open;
  const std::string code(trim(light));
  if (!code.empty() && !may_be_set(key.object, code)) return refuse_value_field("light", "请选择要改定的状态。");
  const auto words = check_value_words("reason", reason, true, "请写明改定的理由。");
  if (!words) return tl::unexpected(words.error());
  const auto before = find_override(list_light_changes(db, key.month.year), key.object, key.seq, key.month, at);
  if (code.empty() && !before) return refuse_value(Why::wrong_state, "这个月没有改定过，不用恢复。");
  const auto stamp = stamp_of(db, actor, visitor);
  const auto set = code.empty() ? std::nullopt : std::optional(code);
  insert_light_change(db, key.month.year, {key.object, key.seq, key.month, set, *words, stamp.at, stamp.by});
  auto entry = audit_entry(actor, set ? "light.override" : "light.restore");
  entry.object = std::string(key.object == LightObject::task ? "tasks/" : "indicators/") + std::to_string(key.seq) +
                 "/" + to_string(key.month);
  entry.detail = "{\"reason\":" + json_string(*words) + (before ? json_member("from", *before->light) : "") +
                 (set ? json_member("to", *set) : "") + "}";
  insert_audit(db, entry);
  return {};
}

}  // namespace sjsz::actions
