#include "storage/year_facts_query.h"

#include "base/text.h"
#include "domain/settings.h"
#include "storage/indicator_setting_store.h"
#include "storage/indicator_store.h"
#include "storage/indicator_value_store.h"
#include "storage/light_override_store.h"
#include "storage/period_store.h"
#include "storage/report_past_query.h"
#include "storage/setting_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz {
namespace {

std::set<int> months_of(std::string_view list) {
  std::set<int> months;
  for (const auto& one : split(list, ',')) months.insert(parse_whole(one));
  return months;
}

std::map<Month, std::set<int>> find_listed_months(Reader& db) {
  std::map<Month, std::set<int>> months = {{Month{}, months_of(find_setting_kind("inspection_months")->fallback)}};
  for (const auto& change : list_setting_changes(db, "inspection_months")) {
    if (change.from) months[*change.from] = months_of(change.value);
  }
  return months;
}

}  // namespace

YearFacts find_year_facts(Reader& db, int year) {
  YearFacts facts;
  facts.year = year;
  facts.indicators = list_indicators(db, year);
  facts.tasks = list_tasks(db, year);
  facts.units = list_units(db);
  facts.activity = list_unit_activity(db);
  facts.members = list_unit_members(db);
  facts.rules = find_period_rules(db);
  // The month after the year's last one keeps that one's picture.
  facts.periods = list_periods(db, {year, 1}, {year + 1, 1});
  facts.exemptions = list_exemptions(db, {year, 1}, {year, 12});
  facts.reports = list_report_pasts(db, year);
  facts.values = list_indicator_values(db, year);
  facts.judgements = list_judgements(db, year);
  facts.settings = list_indicator_settings(db, year);
  facts.overrides = list_light_changes(db, year);
  facts.listed_months = find_listed_months(db);
  return facts;
}

}  // namespace sjsz
