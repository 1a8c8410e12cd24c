#include "actions/setting.h"

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "domain/due_moves.h"
#include "storage/period_rules_query.h"
#include "storage/period_store.h"
#include "storage/setting_store.h"

namespace sjsz::actions {
namespace {

tl::unexpected<SettingFault> fault(const char* field, std::string reason) {
  return tl::unexpected(SettingFault{field, std::move(reason)});
}

void record(Writer& db, const Actor& actor, const SettingChange& change, const std::string& before) {
  auto entry = audit_entry(actor, "setting.change");
  entry.object = change.key;
  entry.detail = R"({"from":)" + json_string(before) + R"(,"to":)" + json_string(change.value) + R"(,"reason":)" +
                 json_string(change.reason) +
                 (change.from ? R"(,"from_period":)" + json_string(to_string(*change.from)) : "") + "}";
  insert_audit(db, entry);
}

// The newest period whose due date moves although it is over, or would be over at once.
std::optional<Month> newest_repainted(Reader& db, const SettingChange& change, const Date& today) {
  const auto now = find_period_rules(db);
  if (!now.first) return std::nullopt;
  auto then = now;
  add_change(then, change);
  std::vector<Period> periods;
  const Month last{today.year, today.month};
  for (auto month = std::max(*change.from, *now.first); month < last; month = plus_months(month, 1)) {
    periods.push_back(find_period(db, month));
  }
  std::optional<Month> newest;
  for (const auto& move : list_due_moves(periods, now, then, today)) {
    if (move.kept) newest = move.period;
  }
  return newest;
}

std::string repainted_words(const Month& newest) {
  return to_string(newest) + " 的截止日已过，或者会提前到今天以前，不能再改。请从 " +
         to_string(plus_months(newest, 1)) + " 或以后的调度期起生效。";
}

}  // namespace

tl::expected<void, SettingFault> change_setting(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const SettingKind& kind, std::string_view value,
                                                std::string_view reason, std::string_view from) {
  if (!visitor.is(kind.owner)) return fault("", "这项设置不归您管理。");
  const auto checked = kind.check(value);
  if (!checked) return fault("value", checked.error());
  SettingChange change{std::string(kind.key),   *checked, std::nullopt, std::string(trim(reason)), moment_of(actor, db),
                       visitor.account->display};
  if (change.reason.empty() || count_characters(change.reason) > 200 || !is_clean_utf8(change.reason)) {
    return fault("reason", "请写明修改原因，最多 200 个字。");
  }
  if (kind.has_period) {
    change.from = parse_month(trim(from));
    if (!change.from) return fault("from", "请写明从哪个调度期起生效，例如 2020-09。");
    const auto repainted = newest_repainted(db, change, business_date(change.at));
    if (repainted) return fault("from", repainted_words(*repainted));
  }
  const auto before = setting_value(db, kind);
  if (before == change.value && !change.from) return {};
  set_setting(db, kind.key, change.value);
  insert_setting_change(db, change);
  record(db, actor, change, before);
  return {};
}

}  // namespace sjsz::actions
