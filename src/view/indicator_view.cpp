#include "view/indicator_view.h"

#include "view/example_texts.h"
#include "view/indicator_words.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

std::string target_as_number(const IndicatorView& view) {
  if (view.kind == IndicatorKind::monitored) return "——（不考核）";
  return view.target ? amount(*view.target, view.unit) : "无（定性目标）";
}

std::string second_target(const IndicatorView& view) {
  return view.second_target ? amount(*view.second_target, view.second_target_unit) : "";
}

std::vector<std::string> judging(const IndicatorView& view) {
  std::vector<std::string> sentences = {pace_sentence(view)};
  if (const auto threshold = threshold_sentence(view); !threshold.empty()) sentences.push_back(threshold);
  return sentences;
}

}  // namespace

std::string render(const Templates& templates, const IndicatorView& view) {
  return templates.render("indicator", Object()
                                           .text("seq", view.seq)
                                           .text("name", view.name)
                                           .text("short_name", view.short_name)
                                           .text("category", view.category)
                                           .text("category_url", view.category_url)
                                           .text("indicators_url", indicators_url(view.address_year))
                                           .optional_text("unit", view.unit)
                                           .text("target_text", view.target_text)
                                           .text("target_number", target_as_number(view))
                                           .optional_text("second_target", second_target(view))
                                           .text("second_base_year", view.base_year)
                                           .text("table_title", view.table_title)
                                           .text("table_url", plan_table_url(view.address_year))
                                           .text("target_heading", view.target_heading)
                                           .optional_text("note", view.note)
                                           .flag("monitored", view.kind == IndicatorKind::monitored)
                                           .text("met", met_sentence(view))
                                           .list("judging", judging(view), plain_text)
                                           .text("kind", kind_word(view.kind))
                                           .text("base_year", view.base_year)
                                           .text("rhythm", rhythm_word(view.rhythm))
                                           .text("seasonal", view.seasonal ? "数值随季节变化" : "无明显季节变化")
                                           .list("previous", one_or_none(view.previous), link_data)
                                           .list("next", one_or_none(view.next), link_data)
                                           .data());
}

std::vector<IndicatorView> indicator_examples() {
  IndicatorView monitored;
  monitored.seq = 9;
  monitored.year = 2020;
  monitored.name = "铁路货运增加量*(万吨)";
  monitored.short_name = "铁路货运增加量";
  monitored.category = "运输结构";
  monitored.category_url = "/indicators";
  monitored.unit = "万吨";
  monitored.target_text = "——";
  monitored.table_title = "方案指标体系";
  monitored.target_heading = "2020 年目标";
  monitored.base_year = 2017;

  IndicatorView concentration = monitored;
  concentration.seq = 18;
  concentration.name = concentration.short_name = "PM2.5 平均浓度改善率";
  concentration.category = "主要污染物排放量";
  concentration.unit = "微克/立方米";
  concentration.target_text = "40%(2020 年 PM2.5 浓度达到 52 微克/立方米)";
  concentration.note = "注：基准年为 2015 年；*基准年为 2017 年。";
  concentration.target = Decimal::parse("52");
  concentration.second_target = Decimal::parse("40");
  concentration.second_target_unit = "%";
  concentration.kind = IndicatorKind::at_most_level;
  concentration.base_year = 2015;
  concentration.seasonal = true;
  concentration.rhythm = Rhythm::month;
  concentration.previous = Link{"氨氮削减比例", "/indicators/17"};
  concentration.next = Link{"全区空气质量优良率", "/indicators/19"};

  std::vector<IndicatorView> examples = {monitored, concentration};
  for (const auto kind : {IndicatorKind::at_least, IndicatorKind::reduction, IndicatorKind::at_most_total,
                          IndicatorKind::at_least_total, IndicatorKind::qualitative}) {
    auto one = concentration;
    one.kind = kind;
    one.seasonal = kind == IndicatorKind::at_most_total;
    one.second_target.reset();
    if (kind == IndicatorKind::qualitative) one.target.reset();
    examples.push_back(one);
  }

  IndicatorView hostile = concentration;
  hostile.name = hostile.short_name = hostile.category = hostile.unit = hostile.target_text = hostile_text();
  hostile.table_title = hostile.target_heading = hostile.note = hostile_text();
  hostile.second_target_unit = hostile.previous->text = hostile.next->text = hostile_text();
  hostile.category_url = hostile_url();
  hostile.previous->url = hostile.next->url = hostile_url();
  examples.push_back(hostile);
  return examples;
}

}  // namespace sjsz::view
