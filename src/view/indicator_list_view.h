// 指标体系: the plan's table by category, with unit, base year, kind and rhythm.
#pragma once
#include <string>
#include <vector>

#include "domain/indicator.h"
#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

struct IndicatorListView {  // templates/indicator_list.html
  struct Row {
    int seq = 0;
    std::string url;
    std::string name;         // short name
    std::string unit;         // empty: 方案未写明
    std::string target_text;  // as written
    IndicatorKind kind = IndicatorKind::monitored;
    int base_year = 0;
    Rhythm rhythm = Rhythm::year;
  };
  struct Group {
    std::string category;
    std::vector<Row> rows;
  };

  std::string title, target_heading, note;  // of the plan's table
  std::string table_url;                    // its place in the plan
  int address_year = 0;                     // as in LayoutView: kept by the form
  std::vector<Option> categories, kinds;    // without the line 全部, which the template has
  int assessed = 0, monitored = 0;          // of the whole plan
  int common_base_year = 0;                 // the base year of all but the marked ones
  std::vector<Group> groups;                // after the filter
};
std::vector<IndicatorListView> indicator_list_examples();
std::string render(const Templates& templates, const IndicatorListView& view);

}  // namespace sjsz::view
