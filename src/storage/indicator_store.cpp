#include "storage/indicator_store.h"

#include "storage/columns.h"
#include "storage/years.h"

namespace sjsz {

static std::map<int, std::vector<Indicator>> read_indicators(Reader& db, Years years) {
  std::map<int, std::vector<Indicator>> indicators;
  auto row = db.query(R"(
    SELECT year, seq, category, name, short_name, unit, target_text, target, second_target, second_target_unit, kind, base_year,
           seasonal, rhythm, second_threshold
    FROM indicator WHERE year BETWEEN :first AND :last ORDER BY year, seq)");
  row.bind(":first", years.first).bind(":last", years.last);
  while (row.next()) {
    indicators[row.number(0)].push_back({.seq = {row.number(1)},
                                         .category = row.text(2),
                                         .name = row.text(3),
                                         .short_name = row.text(4),
                                         .unit = row.text(5),
                                         .target_text = row.text(6),
                                         .target = decimal_at(row, 7),
                                         .second_target = decimal_at(row, 8),
                                         .second_target_unit = row.text(9),
                                         .kind = code_at<IndicatorKind>(row, 10),
                                         .base_year = row.number(11),
                                         .seasonal = row.flag(12),
                                         .rhythm = code_at<Rhythm>(row, 13),
                                         .second_threshold = row.number(14)});
  }
  return indicators;
}

std::vector<Indicator> list_indicators(Reader& db, int year) {
  return db.recall<std::vector<Indicator>>("indicators", year,
                                           [&] { return std::move(read_indicators(db, only(year))[year]); });
}

std::map<int, std::vector<Indicator>> list_indicators_by_year(Reader& db) { return read_indicators(db, Years{}); }

void insert_indicators(Writer& db, int year, const std::vector<Indicator>& indicators) {
  auto insert = db.query(R"(
    INSERT INTO indicator (year, seq, category, name, short_name, unit, target_text, target, second_target, second_target_unit,
                           kind, base_year, seasonal, rhythm, second_threshold)
    VALUES (:year, :seq, :category, :name, :short_name, :unit, :target_text, :target, :second_target, :second_target_unit,
            :kind, :base_year, :seasonal, :rhythm, :second_threshold))");
  for (const auto& indicator : indicators) {
    insert.bind(":year", year)
        .bind(":seq", indicator.seq.value)
        .bind(":category", indicator.category)
        .bind(":name", indicator.name)
        .bind(":short_name", indicator.short_name)
        .bind(":unit", indicator.unit)
        .bind(":target_text", indicator.target_text)
        .bind(":target", to_text(indicator.target))
        .bind(":second_target", to_text(indicator.second_target))
        .bind(":second_target_unit", indicator.second_target_unit)
        .bind(":kind", to_code(indicator.kind))
        .bind(":base_year", indicator.base_year)
        .bind(":seasonal", indicator.seasonal)
        .bind(":rhythm", to_code(indicator.rhythm))
        .bind(":second_threshold", indicator.second_threshold)
        .run();
  }
}

}  // namespace sjsz
