// Periods as the office has set them, reopenings and exemptions. The rules themselves are domain/period.h's.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/owed.h"
#include "domain/period.h"
#include "storage/db.h"
#include "storage/period_rules_query.h"

namespace sjsz {

Period find_period(Reader& db, const Month& month);  // without a row: as the rules say
// Those of which something is set, from one month to another.
std::map<Month, Period> list_periods(Reader& db, const Month& first, const Month& last);
void set_period_due(Writer& db, const Month& month, const DueDates& due, const std::string& reason);
void set_period_closed(Writer& db, const Month& month, std::optional<Instant> closed);

struct Reopening {
  Month month;
  UnitCode unit;
  std::string reason;
  Instant expires{};
};
std::optional<Reopening> find_reopening(Reader& db, const Month& month, const UnitCode& unit);
std::vector<Reopening> list_reopenings(Reader& db, const Month& month);  // by unit code
void set_reopening(Writer& db, const Reopening& reopening);

std::vector<Exemption> list_exemptions(Reader& db, const Month& month);
std::vector<Exemption> list_exemptions(Reader& db, const Month& first, const Month& last);
void insert_exemption(Writer& db, const Exemption& exemption);
void delete_exemption(Writer& db, const ReportKey& key);

}  // namespace sjsz
