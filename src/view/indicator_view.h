// One indicator: its target as written and as a number, how it is judged, and what of that is a setting and not the
// plan's word.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "domain/indicator.h"
#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

struct IndicatorView {  // templates/indicator.html
  int seq = 0;
  int year = 0;
  int address_year = 0;
  std::string name;  // as written: 铁路货运增加量*(万吨)
  std::string short_name;
  std::string category, category_url;             // the list, filtered
  std::string unit;                               // empty: 方案未写明
  std::string target_text;                        // as written
  std::string table_title, target_heading, note;  // of the plan's table
  std::optional<Decimal> target;
  std::optional<Decimal> second_target;
  std::string second_target_unit;
  IndicatorKind kind = IndicatorKind::monitored;
  int base_year = 0;
  bool seasonal = false;
  Rhythm rhythm = Rhythm::year;
  int second_threshold = 90;
  std::optional<Link> previous, next;  // text is the short name
};
std::vector<IndicatorView> indicator_examples();
std::string render(const Templates& templates, const IndicatorView& view);

}  // namespace sjsz::view
