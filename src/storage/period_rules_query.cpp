#include "storage/period_rules_query.h"

#include "base/text.h"
#include "storage/calendar_store.h"

namespace sjsz {

static std::optional<int> day_or_none(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional(parse_whole(value));
}

void add_change(PeriodRules& rules, const SettingChange& change) {
  if (!change.from) return;
  if (change.key == "due_day") rules.due_day_from[*change.from] = parse_whole(change.value);
  if (change.key == "supporting_due_day") rules.supporting_due_day_from[*change.from] = day_or_none(change.value);
}

static PeriodRules read_period_rules(Reader& db) {
  PeriodRules rules;
  if (const auto first = find_setting(db, "first_period")) rules.first = parse_month(*first);
  for (const char* key : {"due_day", "supporting_due_day"}) {
    for (const auto& change : list_setting_changes(db, key)) add_change(rules, change);
  }
  rules.calendar = Calendar(list_calendar_days(db));
  return rules;
}

PeriodRules find_period_rules(Reader& db) {
  return db.recall<PeriodRules>("period rules", 0, [&] { return read_period_rules(db); });
}

}  // namespace sjsz
