#include "storage/light_override_store.h"

#include "storage/columns.h"

namespace sjsz {

static const char* code_of(LightObject object) { return object == LightObject::task ? "task" : "indicator"; }

std::vector<LightChange> list_light_changes(Reader& db, int year) {
  std::vector<LightChange> changes;
  auto row = db.query(R"(
    SELECT object, seq, month, light, reason, at, actor FROM light_override
    WHERE year = :year ORDER BY object, seq, month, number)");
  row.bind(":year", year);
  while (row.next()) {
    changes.push_back({row.text(0) == "task" ? LightObject::task : LightObject::indicator, row.number(1),
                       parse_month(row.text(2)).value(), row.is_null(3) ? std::nullopt : std::optional(row.text(3)),
                       row.text(4), instant_at(row, 5).value(), row.text(6)});
  }
  return changes;
}

void insert_light_change(Writer& db, int year, const LightChange& change) {
  db.query(R"(
    INSERT INTO light_override (year, object, seq, month, number, light, reason, at, actor)
    SELECT :year, :object, :seq, :month, coalesce(max(number), 0) + 1, :light, :reason, :at, :actor
    FROM light_override WHERE year = :year AND object = :object AND seq = :seq AND month = :month)")
      .bind(":year", year)
      .bind(":object", code_of(change.object))
      .bind(":seq", change.seq)
      .bind(":month", to_string(change.month))
      .bind(":light", change.light)
      .bind(":reason", change.reason)
      .bind(":at", to_rfc3339(change.at))
      .bind(":actor", change.by)
      .run();
}

}  // namespace sjsz
