// Settings of indicators: every change, each from a month on. What they mean is domain/indicator_rules.h's.
#pragma once
#include <vector>

#include "domain/indicator_rules.h"
#include "storage/db.h"

namespace sjsz {

std::vector<IndicatorSettingChange> list_indicator_settings(Reader& db, int year);  // oldest first
void insert_indicator_setting(Writer& db, int year, const IndicatorSettingChange& change);

}  // namespace sjsz
