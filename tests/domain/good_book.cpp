#include "domain/good_book.h"

namespace sjsz {

Decimal decimal(std::string_view text) { return *Decimal::parse(text); }

static std::vector<Indicator> good_indicators() {
  Indicator total{.seq = {1},
                  .category = "能源结构",
                  .name = "煤炭消费总量(万吨)",
                  .short_name = "煤炭消费总量",
                  .unit = "万吨",
                  .target_text = "20.2382",
                  .target = decimal("20.2382"),
                  .kind = IndicatorKind::at_most_total,
                  .base_year = 2015};
  Indicator judged{.seq = {2},
                   .category = "主要污染物排放量",
                   .name = "优良率",
                   .short_name = "优良率",
                   .unit = "%",
                   .target_text = "持续改善",
                   .kind = IndicatorKind::qualitative,
                   .base_year = 2015};
  Indicator monitored{.seq = {3},
                      .category = "运输结构",
                      .name = "铁路货运增加量*(万吨)",
                      .short_name = "铁路货运增加量",
                      .unit = "万吨",
                      .target_text = "——",
                      .base_year = 2017};
  return {total, judged, monitored};
}

static std::vector<Task> good_tasks() {
  Task led{.seq = {1},
           .label = "压减煤炭消费",
           .text = "控制总量。平均供电煤耗低于310克/千瓦时。到2020年底，合格率达到98%以上。",
           .responsible_text = "区发改局牵头，区工信局配合",
           .articles = {{2}}};
  led.assignments = {{{"fagai"}, Role::lead}, {{"gongxin"}, Role::support}};
  led.requirements = {
      {"coal_use",
       "煤耗低于310",
       "平均供电煤耗低于310克/千瓦时。",
       RequirementKind::level,
       ValueType::number,
       Comparison::below,
       "克/千瓦时",
       decimal("310"),
       {}},
      {"total", "控制总量", "控制总量。", RequirementKind::level, ValueType::yes_no, Comparison::yes, "", {}, {}},
      {"rate", "合格率98%以上", "到2020年底，合格率达到98%以上。", RequirementKind::by_date, ValueType::number,
       Comparison::at_least, "%", decimal("98"), Date{2020, 12, 31}},
      {"all", "全覆盖", "到2020年底，合格率达到98%以上。", RequirementKind::cumulative, ValueType::number,
       Comparison::at_least, "%", decimal("100"), Date{2020, 12, 31}}};
  Task alone{.seq = {2},
             .label = "煤炭销售",
             .text = "抓好煤炭销售管控工作。",
             .responsible_text = "区发改局",
             .articles = {{2}},
             .assignments = {{{"fagai"}, Role::sole}}};
  Task shared{.seq = {3},
              .label = "现代服务业",
              .text = "大力发展。",
              .responsible_text = "区发改局、区工信局",
              .articles = {{1}, {2}},
              .assignments = {{{"fagai"}, Role::joint}, {{"gongxin"}, Role::joint}}};
  return {led, alone, shared};
}

PlanBook good_book() {
  Plan plan{.year = 2020,
            .district = "历下区",
            .title = "方案",
            .preamble = "为深入推进，制定本方案。",
            .base_year = 2015,
            .chapters = {{1, "总体要求", {{{1}, "基本原则", "——其一。\n——其二。"}}},
                         {2, "能源", {{{2}, "压减煤炭", "压减。"}}}},
            .indicator_title = "方案指标体系",
            .indicator_name_heading = "目标任务",
            .indicator_target_heading = "2020 年目标",
            .indicator_note = "注：基准年为 2015 年。",
            .indicator_article = {1},
            .closing = "以本方案为准。",
            .annex_mark = "附件",
            .annex_title = "任务分工表",
            .annex_headings = {"序号", "工作任务", "责任部门"}};
  return {
      .units = {{{"fagai"}, "区发改局"}, {{"gongxin"}, "区工信局"}, {{"jiedao"}, "各街道办事处", true}},
      .calendar = {{{2020, 1, 1}, false, "元旦"}, {{2020, 1, 19}, true, "春节调休"}, {{2020, 1, 25}, false, "春节"}},
      .current_year = 2020,
      .years = {{plan, good_indicators(), good_tasks()}}};
}

Plan& plan(PlanBook& book) { return book.years[0].plan; }
Task& task(PlanBook& book, std::size_t index) { return book.years[0].tasks[index]; }
Requirement& requirement(PlanBook& book, std::size_t index) { return task(book).requirements[index]; }
Indicator& indicator(PlanBook& book, std::size_t index) { return book.years[0].indicators[index]; }

void expect_faults(const std::vector<SpoiltBook>& cases) {
  for (const auto& c : cases) {
    auto book = good_book();
    c.spoil(book);
    EXPECT_THAT(check_plan_book(book, {}), testing::ElementsAre(is_fault(c.place, c.reason))) << c.why;
  }
}

void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.place << ": " << fault.reason; }

}  // namespace sjsz
