// The rules by which periods open, are due and are late, from the office's settings and the calendar.
#pragma once
#include "domain/period.h"
#include "storage/db.h"
#include "storage/setting_store.h"

namespace sjsz {

PeriodRules find_period_rules(Reader& db);

// What a change of a setting does to them; of another setting than theirs: nothing.
void add_change(PeriodRules& rules, const SettingChange& change);

}  // namespace sjsz
