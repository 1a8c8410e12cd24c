#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "domain/codes.h"
#include "seed/plan_json.h"
#include "seed/seed_file.h"

namespace sjsz {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Task& task(int seq) { return seed_year().tasks.at(static_cast<std::size_t>(seq - 1)); }
const Indicator& indicator(int seq) { return seed_year().indicators.at(static_cast<std::size_t>(seq - 1)); }

const Article& article(int number) {
  for (const auto& chapter : seed_year().plan.chapters) {
    for (const auto& one : chapter.articles) {
      if (one.number.value == number) return one;
    }
  }
  throw std::out_of_range("no article " + std::to_string(number));
}

std::string name(const UnitCode& code) {
  for (const auto& unit : seed_book().units) {
    if (unit.code == code) return unit.name;
  }
  return "?";
}

TEST(TheSeed, MayBeStored) { EXPECT_THAT(check_plan_book(seed_book(), {}), IsEmpty()); }

TEST(TheSeed, IsWrittenAsItLies) { EXPECT_EQ(write_plan_book(seed_book()), read_source_file(kSeedPath)); }

TEST(TheSeed, HasThePlanOf2020) {
  const Plan& plan = seed_year().plan;
  EXPECT_EQ(seed_book().years.size(), 1u);
  EXPECT_EQ(seed_book().current_year, 2020);
  EXPECT_EQ(plan.year, 2020);
  EXPECT_EQ(plan.base_year, 2015);
  EXPECT_EQ(plan.district, "历下区");
  EXPECT_EQ(plan.title, "济南市历下区深入推进“四减四增”三年行动 确保完成各项任务目标工作方案");
  EXPECT_THAT(plan.preamble, HasSubstr("（2018--2020年）》"));
  EXPECT_THAT(plan.closing, HasSubstr("（2018—2020年）》"));
  EXPECT_EQ(plan.indicator_target_heading, "2020 年目标");
  EXPECT_EQ(plan.indicator_note, "注：基准年为 2015 年；*基准年为 2017 年。");
  EXPECT_EQ(plan.indicator_article.value, 3);
  EXPECT_EQ(plan.annex_mark, "附件");
  EXPECT_THAT(plan.annex_headings, ElementsAre("序号", "工作任务", "责任部门"));
}

TEST(TheSeed, HasFiveChaptersAndNineteenArticles) {
  std::vector<int> first_articles;
  int count = 0;
  for (const auto& chapter : seed_year().plan.chapters) {
    first_articles.push_back(chapter.articles.front().number.value);
    count += static_cast<int>(chapter.articles.size());
  }
  EXPECT_THAT(first_articles, ElementsAre(1, 4, 11, 14, 17));
  EXPECT_EQ(count, 19);
  EXPECT_EQ(article(1).title, "指导思想");
  EXPECT_EQ(article(19).title, "强化工作落实");
}

TEST(TheSeed, HasFifteenUnitsInOfficialOrder) {
  std::vector<std::string> units;
  for (const auto& unit : seed_book().units) {
    units.push_back(unit.code.value + " " + unit.name);
    EXPECT_EQ(unit.group, unit.code.value == "jiedao");
  }
  EXPECT_THAT(
      units, ElementsAre("zhengfuban 区政府办公室", "gongxin 区工信局", "fagai 区发改局", "yingji 区应急管理局",
                         "shijian 区市场监管局", "ziran 区自然资源局", "shengtai 市生态环境局历下分局", "keji 区科技局",
                         "shangwu 区商务局", "shenpi 区行政审批局", "jiedao 各街道办事处", "zhujian 区住建局",
                         "jiaojing 区交警大队", "shuiwu 区水务局", "shizheng 区市政工程服务中心"));
}

TEST(TheUnits, StandInTheOrderInWhichTheAnnexFirstNamesThem) {
  std::vector<UnitCode> order = {{"zhengfuban"}};  // article 17 names it, the annex does not
  for (const auto& one : seed_year().tasks) {
    for (const auto& assignment : one.assignments) {
      if (std::find(order.begin(), order.end(), assignment.unit) == order.end()) order.push_back(assignment.unit);
    }
  }
  std::vector<UnitCode> units;
  for (const auto& unit : seed_book().units) units.push_back(unit.code);
  EXPECT_EQ(order, units);
}

TEST(TheIndicators, AreNineteenInFiveCategories) {
  std::vector<std::pair<std::string, int>> categories;
  for (const auto& one : seed_year().indicators) {
    if (categories.empty() || categories.back().first != one.category) categories.push_back({one.category, 0});
    ++categories.back().second;
  }
  EXPECT_THAT(categories, ElementsAre(std::pair("产业结构", 3), std::pair("能源结构", 5), std::pair("运输结构", 2),
                                      std::pair("农业投入结构", 3), std::pair("主要污染物排放量", 6)));
}

TEST(TheIndicators, HaveTheirTargetsAsWrittenAndAsNumbers) {
  const struct {
    int seq;
    const char *written, *number, *unit, *kind, *rhythm;
  } rows[] = {
      {1, "3.2%", "3.2", "%", "at_least", "quarter"},
      {2, "57%", "57", "%", "at_least", "quarter"},
      {3, "完成市下达目标", "", "%", "qualitative", "quarter"},
      {4, "15%", "15", "%", "reduction", "quarter"},
      {5, "311.06", "311.06", "万吨标准煤", "at_most_total", "quarter"},
      {6, "20.2382", "20.2382", "万吨", "at_most_total", "month"},
      {7, "——", "", "%", "monitored", "year"},
      {8, "——", "", "%", "monitored", "year"},
      {9, "——", "", "万吨", "monitored", "year"},
      {10, "——", "", "万辆", "monitored", "year"},
      {11, "——", "", "%", "monitored", "year"},
      {12, "——", "", "%", "monitored", "year"},
      {13, "——", "", "万吨", "monitored", "year"},
      {14, "21.2%", "21.2", "%", "reduction", "quarter"},
      {15, "20.8%", "20.8", "%", "reduction", "quarter"},
      {16, "12.1%", "12.1", "%", "reduction", "quarter"},
      {17, "13.5%", "13.5", "%", "reduction", "quarter"},
      {18, "40%(2020 年 PM2.5 浓度达到 52 微克/立方米)", "52", "微克/立方米", "at_most_level", "month"},
      {19, "持续改善", "", "%", "qualitative", "month"},
  };
  ASSERT_EQ(seed_year().indicators.size(), std::size(rows));
  for (const auto& row : rows) {
    const auto& one = indicator(row.seq);
    EXPECT_EQ(one.target_text, row.written) << row.seq;
    EXPECT_EQ(one.target ? one.target->to_string() : "", row.number) << row.seq;
    EXPECT_THAT(one.target_text, HasSubstr(row.number)) << row.seq;
    EXPECT_EQ(one.unit, row.unit) << row.seq;
    EXPECT_EQ(to_code(one.kind), row.kind) << row.seq;
    EXPECT_EQ(to_code(one.rhythm), row.rhythm) << row.seq;
    EXPECT_EQ(one.base_year, row.seq == 9 ? 2017 : 2015) << row.seq;
    EXPECT_EQ(one.seasonal, row.seq == 6 || row.seq == 18) << row.seq;
    EXPECT_EQ(one.second_threshold, row.seq == 2 ? 98 : 90) << row.seq;
    EXPECT_EQ(one.second_target.has_value(), row.seq == 18) << row.seq;
  }
  EXPECT_EQ(indicator(18).second_target->to_string(), "40");
  EXPECT_EQ(indicator(18).second_target_unit, "%");
}

TEST(TheIndicators, AreTenWithANumberTwoJudgedAndSevenOnlyMonitored) {
  std::map<std::string, int> count;
  for (const auto& one : seed_year().indicators) {
    ++count[one.target ? "number" : one.assessed() ? "judged" : "monitored"];
    EXPECT_EQ(one.target_text == "——", !one.assessed()) << one.name;
  }
  EXPECT_THAT(count, ElementsAre(std::pair("judged", 2), std::pair("monitored", 7), std::pair("number", 10)));
}

TEST(ShortNames, AreTheNamesWithoutMarkAndUnit) {
  EXPECT_EQ(indicator(9).name, "铁路货运增加量*(万吨)");
  EXPECT_EQ(indicator(9).short_name, "铁路货运增加量");
  EXPECT_EQ(indicator(18).short_name, "PM2.5 平均浓度改善率");
  for (const auto& one : seed_year().indicators) {
    const auto rest = one.name.substr(one.short_name.size());
    EXPECT_TRUE(one.name.starts_with(one.short_name)) << one.name;
    EXPECT_TRUE(rest.empty() || rest == "(" + one.unit + ")" || rest == "*(" + one.unit + ")") << one.name;
  }
}

TEST(TheTasks, AreSixteenWithOurLabels) {
  std::vector<std::string> labels;
  for (const auto& one : seed_year().tasks) labels.push_back(one.label);
  EXPECT_THAT(labels,
              ElementsAre("淘汰落后产能", "高耗能行业布局", "“两高”新增排放", "“四新经济”", "传统行业绿色改造",
                          "排污总量替代", "现代服务业", "“散乱污”整治", "压减煤炭消费", "煤改气煤改电", "煤炭销售管控",
                          "民用优质燃煤", "绿色建筑", "柴油车监管", "非道路移动机械", "油品质量"));
}

TEST(TheTasks, HaveFortyTwoAssignments) {
  std::map<Role, int> units, tasks;
  for (const auto& one : seed_year().tasks) {
    std::set<Role> roles;
    for (const auto& assignment : one.assignments) ++units[assignment.role], roles.insert(assignment.role);
    for (const auto role : roles) ++tasks[role];
  }
  EXPECT_THAT(units, ElementsAre(std::pair(Role::lead, 8), std::pair(Role::support, 22), std::pair(Role::joint, 6),
                                 std::pair(Role::sole, 6)));
  EXPECT_EQ(tasks[Role::lead], 8);
  EXPECT_EQ(tasks[Role::joint], 2);
  EXPECT_EQ(tasks[Role::sole], 6);
}

// 区工信局牵头，区发改局、区科技局配合 | 区发改局、区商务局 | 区住建局
std::string responsibility(const Task& one) {
  std::string leads;
  std::vector<std::string> others;
  for (const auto& assignment : one.assignments) {
    if (assignment.role == Role::lead) {
      leads = name(assignment.unit) + "牵头，";
    } else {
      others.push_back(name(assignment.unit));
    }
  }
  return leads + join(others, "、") + (leads.empty() ? "" : "配合");
}

TEST(TheAssignments, SayWhatTheAnnexSaysInItsOrder) {
  for (const auto& one : seed_year().tasks) EXPECT_EQ(responsibility(one), one.responsible_text) << one.seq.value;
}

TEST(TheTasks, BelongToTheArticlesThatTheyWereTakenFrom) {
  std::map<int, std::vector<int>> tasks;
  for (const auto& one : seed_year().tasks) {
    for (const auto number : one.articles) tasks[number.value].push_back(one.seq.value);
  }
  const std::map<int, std::vector<int>> wanted = {{4, {1}},    {5, {2}},   {6, {3}},  {7, {4}},           {8, {5}},
                                                  {9, {6, 7}}, {10, {8}},  {11, {9}}, {12, {10, 11, 12}}, {13, {13}},
                                                  {14, {14}},  {15, {15}}, {16, {16}}};
  EXPECT_EQ(tasks, wanted);
}

TEST(AnnexAndArticles, StayDifferentWhereTheyDiffer) {
  EXPECT_THAT(task(9).text, HasSubstr("工作总体要求，"));
  EXPECT_THAT(article(11).text, HasSubstr("工作总体方案要求，"));
  EXPECT_THAT(task(16).text, HasSubstr("“黑加油站”。"));
  EXPECT_THAT(article(16).text, HasSubstr("“黑加油站点”。"));
  EXPECT_TRUE(task(6).text.ends_with("加快推进新旧动能转换"));
  EXPECT_TRUE(task(10).text.ends_with("全力推进煤改气煤改电工作"));
  EXPECT_THAT(article(9).text, HasSubstr("新旧动能转换（市生态环境局历下分局）。"));
  EXPECT_THAT(article(12).text, HasSubstr("煤改电工作（区住建局）。抓好煤炭销售管控工作（区市场监管局）。"));
  EXPECT_THAT(task(9).text, HasSubstr("低于310克"));
  EXPECT_THAT(article(11).text, HasSubstr("低于 310 克"));
  EXPECT_THAT(task(15).text, HasSubstr("自2020年7月1日起"));
  EXPECT_THAT(article(15).text, HasSubstr("自 2020 年 7 月 1 日起"));
  EXPECT_THAT(task(16).text, HasSubstr("到2020年底"));
  EXPECT_THAT(article(16).text, HasSubstr("到 2020 年底"));
}

TEST(TheRequirements, AreThoseThatTheTextsState) {
  std::vector<std::string> lines;
  for (const auto& one : seed_year().tasks) {
    for (const auto& requirement : one.requirements) {
      lines.push_back(std::to_string(one.seq.value) + " " + requirement.key + " " +
                      std::string(to_code(requirement.kind)) + " " + std::string(to_code(requirement.comparison)) +
                      (requirement.target ? " " + requirement.target->to_string() + " " + requirement.unit : "") +
                      (requirement.date ? " " + to_string(*requirement.date) : ""));
    }
  }
  EXPECT_THAT(
      lines, ElementsAre("3 total_emission level yes", "3 replacement level yes", "8 relapses level equal 0 家",
                         "9 coal_use level below 310 克/千瓦时", "14 old_diesel by_date yes 2020-12-31",
                         "14 china3_ban by_date yes 2020-12-31", "14 diesel_ledger by_date yes 2020-12-31",
                         "15 china2_machines from_date yes", "15 china3_machines from_date yes 2020-07-01",
                         "15 monthly_checks each_month yes", "16 stations_checked cumulative at_least 100 % 2020-12-31",
                         "16 pass_rate by_date at_least 98 % 2020-12-31"));
}

// Cut after 。 and ；
std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> pieces(1);
  while (!text.empty()) {
    const auto character = text.substr(0, code_point_size(text));
    pieces.back() += character;
    if (character == "。" || character == "；") pieces.emplace_back();
    text.remove_prefix(character.size());
  }
  return pieces;
}

TEST(TheSentenceOfARequirement, IsAWholeOneOfItsTask) {
  for (const auto& one : seed_year().tasks) {
    for (const auto& requirement : one.requirements) {
      EXPECT_THAT(sentences(one.text), testing::Contains(requirement.sentence)) << requirement.key;
    }
  }
}

TEST(TheCalendarOf2020, IsThatOfTheStateCouncil) {
  const Calendar calendar(seed_book().calendar);
  std::vector<std::string> free_weekdays, worked_weekends;
  for (Date day{2020, 1, 1}; day.year == 2020; day = plus_days(day, 1)) {
    if (calendar.is_working_day(day) == !is_weekend(day)) continue;
    (is_weekend(day) ? worked_weekends : free_weekdays).push_back(to_string(day).substr(5));
  }
  EXPECT_TRUE(calendar.knows(2020));
  EXPECT_THAT(worked_weekends, ElementsAre("01-19", "04-26", "05-09", "06-28", "09-27", "10-10"));
  EXPECT_THAT(free_weekdays,
              ElementsAre("01-01", "01-24", "01-27", "01-28", "01-29", "01-30", "01-31", "04-06", "05-01", "05-04",
                          "05-05", "06-25", "06-26", "10-01", "10-02", "10-05", "10-06", "10-07", "10-08"));
  EXPECT_FALSE(calendar.is_working_day({2020, 2, 1}));  // was to be worked, until the holiday was made longer
  EXPECT_TRUE(calendar.is_working_day({2020, 2, 3}));
}

TEST(ReportsOf2020, AreDueOnDayFiveOrTheNextWorkingDay) {
  const Calendar calendar(seed_book().calendar);
  const char* due[] = {"2020-02-05", "2020-03-05", "2020-04-07", "2020-05-06", "2020-06-05", "2020-07-06",
                       "2020-08-05", "2020-09-07", "2020-10-09", "2020-11-05", "2020-12-07", "2021-01-05"};
  for (int month = 1; month <= 12; ++month) {
    const auto next = plus_months({2020, month}, 1);
    EXPECT_EQ(to_string(calendar.next_working_day({next.year, next.month, 5})), due[month - 1]) << month;
  }
}

}  // namespace
}  // namespace sjsz
