#include "actions/indicator_setting.h"

#include "actions/report_line.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/rights.h"
#include "storage/indicator_setting_store.h"
#include "storage/unit_store.h"

namespace sjsz::actions {
namespace {

using Why = ValueRefusal::Why;

std::set<UnitCode> active_units(Reader& db) {
  std::set<UnitCode> codes;
  for (const auto& unit : list_units(db)) {
    if (unit.active) codes.insert(unit.code);
  }
  return codes;
}

void audit_setting(Writer& db, const Actor& actor, const IndicatorKey& key, const IndicatorSettingChange& change,
                   const std::string& before) {
  auto entry = audit_entry(actor, "indicator.setting");
  entry.object = "indicators/" + std::to_string(key.seq.value) + "/" + std::to_string(key.year);
  entry.detail = "{\"setting\":" + json_string(to_code(change.key)) + json_member("from", before) +
                 json_member("to", change.value) + json_member("from_period", to_string(change.from)) +
                 json_member("reason", change.reason) + "}";
  insert_audit(db, entry);
}

}  // namespace

tl::expected<int, ValueRefusal> change_indicator_rules(Writer& db, const Actor& actor, const Visitor& visitor,
                                                       const IndicatorKey& key, const RawIndicatorRules& raw,
                                                       std::string_view from, std::string_view reason) {
  if (!may_review(visitor)) return refuse_value(Why::not_allowed, "只有专班办公室可以设置指标。");
  const auto month = parse_month(trim(from));
  const auto line =
      find_indicator_line(db, key, {Rhythm::month, month.value_or(Month{key.year, 1})}, moment_of(actor, db));
  if (!line) return tl::unexpected(line.error());
  const auto checked = check_indicator_rules(raw, line->indicator, active_units(db));
  std::vector<FieldFault> faults = checked ? std::vector<FieldFault>{} : checked.error();
  if (!month || month->year != key.year) faults.push_back({"from", "请写明从方案年度的哪个月起生效，例如 2020-09。"});
  const auto words = check_value_words("reason", reason, true, "请写明修改的原因。");
  if (!words) faults.insert(faults.end(), words.error().faults.begin(), words.error().faults.end());
  if (!faults.empty()) return tl::unexpected(ValueRefusal{Why::invalid, "设置有误，请改正。", faults});
  const auto before = stored_rules(line->rules);
  const auto stamp = stamp_of(db, actor, visitor);
  int changed = 0;
  for (const auto& [setting, value] : stored_rules(*checked)) {
    if (before.at(setting) == value) continue;
    const IndicatorSettingChange change{key.seq, setting, value, *month, *words, stamp.at, stamp.by};
    insert_indicator_setting(db, key.year, change);
    audit_setting(db, actor, key, change, before.at(setting));
    ++changed;
  }
  return changed;
}

}  // namespace sjsz::actions
