#include "view/indicator_list_view.h"

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

int count_rows(const IndicatorListView& view) {
  int rows = 0;
  for (const auto& group : view.groups) rows += static_cast<int>(group.rows.size());
  return rows;
}

bool any_selected(const std::vector<Option>& options) {
  for (const auto& option : options) {
    if (option.selected) return true;
  }
  return false;
}

// What was asked for, in words: 能源结构、定性.
std::string condition(const IndicatorListView& view) {
  std::string words;
  for (const auto* options : {&view.categories, &view.kinds}) {
    for (const auto& option : *options) {
      if (option.selected) words += (words.empty() ? "" : "、") + option.text;
    }
  }
  return words;
}

Data row_data(const IndicatorListView::Row& row, int common_base_year) {
  return Object()
      .text("seq", row.seq)
      .text("url", row.url)
      .text("name", row.name)
      .optional_text("unit", row.unit)
      .text("target", row.target_text)
      .text("base_year", row.base_year)
      .flag("other_base_year", row.base_year != common_base_year)
      .text("kind", kind_word(row.kind))
      .flag("monitored", row.kind == IndicatorKind::monitored)
      .text("rhythm", rhythm_word(row.rhythm))
      .data();
}

Data group_data(const IndicatorListView::Group& group, int common_base_year) {
  return Object()
      .text("category", group.category)
      .text("count", static_cast<int>(group.rows.size()))
      .list("rows", group.rows, [&](const auto& row) { return row_data(row, common_base_year); })
      .data();
}

}  // namespace

std::string render(const Templates& templates, const IndicatorListView& view) {
  const int rows = count_rows(view);
  return templates.render(
      "indicator_list",
      Object()
          .text("title", view.title)
          .text("target_heading", view.target_heading)
          .optional_text("note", view.note)
          .text("table_url", view.table_url)
          .text("indicators_url", indicators_url(view.address_year))
          .flag("has_address_year", view.address_year != 0)
          .text("address_year", view.address_year)
          .list("categories", view.categories, option_data)
          .list("kinds", view.kinds, option_data)
          .text("total", view.assessed + view.monitored)
          .text("assessed", view.assessed)
          .text("monitored", view.monitored)
          .flag("filtered", any_selected(view.categories) || any_selected(view.kinds))
          .text("condition", condition(view))
          .flag("none", rows == 0)
          .text("count", rows)
          .list("groups", view.groups, [&](const auto& group) { return group_data(group, view.common_base_year); })
          .data());
}

std::vector<IndicatorListView> indicator_list_examples() {
  IndicatorListView none;
  none.title = "方案指标体系";
  none.target_heading = "2020 年目标";
  none.table_url = "/plan#table";
  none.categories = {{"产业结构", "产业结构", false}, {"能源结构", "能源结构", true}};
  none.kinds = {{"at_least", "不低于目标", true}, {"monitored", "仅监测", false}};
  none.assessed = 12;
  none.monitored = 7;
  none.common_base_year = 2015;

  IndicatorListView one = none;
  one.groups = {
      {"能源结构",
       {{6, "/indicators/6", "煤炭消费总量", "万吨", "20.2382", IndicatorKind::at_most_total, 2015, Rhythm::month}}}};

  IndicatorListView full = one;
  full.note = "注：基准年为 2015 年；*基准年为 2017 年。";
  full.address_year = 2020;
  full.categories[1].selected = full.kinds[0].selected = false;
  full.groups.push_back(
      {"运输结构",
       {{9, "/indicators/9", "铁路货运增加量", "万吨", "——", IndicatorKind::monitored, 2017, Rhythm::year},
        {19, "/indicators/19", "全区空气质量优良率", "", "持续改善", IndicatorKind::qualitative, 2015,
         Rhythm::month}}});

  IndicatorListView hostile = full;
  hostile.title = hostile.target_heading = hostile.note = hostile_text();
  hostile.table_url = hostile_url();
  hostile.categories = hostile.kinds = {{hostile_text(), hostile_text(), true}};
  hostile.groups = {{hostile_text(),
                     {{-1, hostile_url(), hostile_text(), hostile_text(), hostile_text(), IndicatorKind::reduction,
                       99999, Rhythm::quarter}}}};
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
