#include "storage/indicator_setting_store.h"

#include "storage/columns.h"

namespace sjsz {

std::vector<IndicatorSettingChange> list_indicator_settings(Reader& db, int year) {
  std::vector<IndicatorSettingChange> changes;
  auto row = db.query(R"(
    SELECT seq, key, value, from_month, reason, at, actor FROM indicator_setting
    WHERE year = :year ORDER BY seq, key, number)");
  row.bind(":year", year);
  while (row.next()) {
    changes.push_back({{row.number(0)},
                       code_at<IndicatorSetting>(row, 1),
                       row.text(2),
                       parse_month(row.text(3)).value(),
                       row.text(4),
                       instant_at(row, 5).value(),
                       row.text(6)});
  }
  return changes;
}

void insert_indicator_setting(Writer& db, int year, const IndicatorSettingChange& change) {
  db.query(R"(
    INSERT INTO indicator_setting (year, seq, key, number, value, from_month, reason, at, actor)
    SELECT :year, :seq, :key, coalesce(max(number), 0) + 1, :value, :from, :reason, :at, :actor
    FROM indicator_setting WHERE year = :year AND seq = :seq AND key = :key)")
      .bind(":year", year)
      .bind(":seq", change.seq.value)
      .bind(":key", to_code(change.key))
      .bind(":value", change.value)
      .bind(":from", to_string(change.from))
      .bind(":reason", change.reason)
      .bind(":at", to_rfc3339(change.at))
      .bind(":actor", change.by)
      .run();
}

}  // namespace sjsz
