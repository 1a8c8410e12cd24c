#include "actions/indicator_year.h"

#include "domain/codes.h"
#include "storage/indicator_setting_store.h"
#include "storage/indicator_store.h"
#include "storage/indicator_value_store.h"
#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz::test {

using actions::ValueOutcome;

IndicatorYear::IndicatorYear() {
  auto book = sample_book();
  book.units.push_back({{"shengtai"}, "市生态环境局历下分局", false, true});
  auto& indicators = book.years[0].indicators;
  indicators[0].seasonal = false;
  auto industry = indicators[1];
  industry.seq = {3};
  industry.unit = "%";
  industry.kind = IndicatorKind::qualitative;
  industry.rhythm = Rhythm::quarter;
  indicators.push_back(industry);
  db_->write([&](Writer& db) {
    set_units(db, book.units);
    insert_plan(db, book.years[0].plan);
    insert_indicators(db, 2020, indicators);
    insert_tasks(db, 2020, book.years[0].tasks);
    set_setting(db, "first_period", "2020-01");
  });
}

ValueOutcome IndicatorYear::record(const RawIndicatorValue& raw, int seen, const std::string& as,
                                   actions::Warnings warnings) {
  return db_->write(
      [&](Writer& db) { return actions::record_value(db, actor(), office(as), kCoal, raw, seen, warnings); });
}

ValueOutcome IndicatorYear::save(const RawIndicatorValue& raw, std::optional<int> seen) {
  const int version = seen.value_or(find().version);
  return db_->write([&](Writer& db) { return actions::save_value(db, actor(), reporter(), kCoal, raw, version); });
}

ValueOutcome IndicatorYear::submit(std::optional<int> seen, const std::string& as) {
  const int version = seen.value_or(find().version);
  return db_->write([&](Writer& db) {
    return actions::submit_value(db, actor(), reporter(as), kCoal, period("2020-08"), version, actions::Warnings::ask);
  });
}

ValueOutcome IndicatorYear::withdraw() {
  const int version = find().version;
  return db_->write(
      [&](Writer& db) { return actions::withdraw_value(db, actor(), reporter(), kCoal, period("2020-08"), version); });
}

ValueOutcome IndicatorYear::accept(const std::string& as) {
  const int version = find().version;
  return db_->write([&](Writer& db) {
    return actions::accept_value(db, actor(), office(as), kCoal, period("2020-08"), version, "");
  });
}

ValueOutcome IndicatorYear::send_back(const std::string& comment, const std::string& as) {
  const int version = find().version;
  return db_->write([&](Writer& db) {
    return actions::return_value(db, actor(), office(as), kCoal, period("2020-08"), version, comment);
  });
}

tl::expected<int, actions::ValueRefusal> IndicatorYear::set_rules(const RawIndicatorRules& raw, const std::string& from,
                                                                  const std::string& reason,
                                                                  actions::IndicatorKey key) {
  return db_->write([&](Writer& db) {
    return actions::change_indicator_rules(db, actor(), office("zhengfuban"), key, raw, from, reason);
  });
}

void IndicatorYear::assign(const std::string& unit) {
  auto rules = coal_rules();
  rules.unit = unit;
  set_rules(rules).value();
}

RawIndicatorRules IndicatorYear::coal_rules() {
  return {.kind = "at_most_total",
          .rhythm = "month",
          .seasonal = "no",
          .second_threshold = "98",
          .lag = "0",
          .base_value = "",
          .unit = "",
          .milestones = {},
          .curve = {}};
}

IndicatorValue IndicatorYear::find(const char* of, actions::IndicatorKey key) {
  return find_indicator_value(*db_->reader(), key.year, key.seq, period(of)).value_or(IndicatorValue{});
}

std::string IndicatorYear::counted(const char* of) {
  const auto value = counted_value(find(of), on({2020, 9, 3}, 23));
  return value ? value->amount.to_string() : "";
}

std::vector<std::string> IndicatorYear::audit_rows() {
  std::vector<std::string> list;
  auto reader = db_->reader();
  auto row = reader->query("SELECT action, object, detail FROM audit ORDER BY id");
  while (row.next()) list.push_back(row.text(0) + " " + row.text(1) + " " + row.text(2));
  return list;
}

}  // namespace sjsz::test
