// Indicators (指标): what the plan measures, with the target as written and as a number.
#pragma once
#include <optional>
#include <string>

#include "base/decimal.h"
#include "domain/ids.h"
#include "domain/indicator_period.h"

namespace sjsz {

// How a value is judged (product.md §6 calls them kinds); monitored has no target and no light.
enum class IndicatorKind { at_least, reduction, at_most_level, at_most_total, at_least_total, qualitative, monitored };

struct Indicator {
  IndicatorSeq seq;
  std::string category;     // 产业结构: the table's left column
  std::string name;         // as written, with * and the unit in brackets: 铁路货运增加量*(万吨)
  std::string short_name;   // without mark and unit: 铁路货运增加量
  std::string unit;         // %, 万吨, 微克/立方米
  std::string target_text;  // as written: 3.2%, ——, 完成市下达目标
  std::optional<Decimal> target;
  std::optional<Decimal> second_target;  // PM2.5: improvement of 40 %
  std::string second_target_unit;
  IndicatorKind kind = IndicatorKind::monitored;
  int base_year = 0;  // 2015; 2017 for the one marked *
  bool seasonal = false;
  Rhythm rhythm = Rhythm::year;
  int second_threshold = 90;  // percent of the path below which behind becomes off

  bool assessed() const { return kind != IndicatorKind::monitored; }
};

}  // namespace sjsz
