#include "domain/plan_book.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "domain/codes.h"
#include "domain/indicator_rules.h"

namespace sjsz {
namespace {

using Faults = std::vector<Fault>;

constexpr int kFirstYear = 1900, kLastYear = 2999;

// One condition of a rule table: what is wrong where, below the place that is looked at.
struct Rule {
  bool broken;
  std::string key;
  std::string reason;
};

struct Numbered {
  int number;
  std::string place;
};

std::string at(const std::string& list, std::size_t index) { return list + "/" + std::to_string(index); }

void add_broken(Faults& faults, const std::string& place, const std::vector<Rule>& rules) {
  for (const auto& rule : rules) {
    if (rule.broken) faults.push_back({place + "/" + rule.key, rule.reason});
  }
}

// C0 and C1 controls and DEL.
bool has_controls(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

void check_line(Faults& faults, const std::string& place, std::string_view text) {
  if (has_controls(text)) faults.push_back({place, "含有换行或控制字符。"});
  if (trim(text).empty()) faults.push_back({place, "不能为空。"});
}

void check_line_if_any(Faults& faults, const std::string& place, std::string_view text) {
  if (!text.empty()) check_line(faults, place, text);
}

// Paragraphs separated by one newline.
void check_paragraphs(Faults& faults, const std::string& place, std::string_view text) {
  if (trim(text).empty()) {
    faults.push_back({place, "不能为空。"});
    return;
  }
  const auto paragraphs = split(text, '\n');
  if (std::any_of(paragraphs.begin(), paragraphs.end(), has_controls)) faults.push_back({place, "含有控制字符。"});
  if (std::any_of(paragraphs.begin(), paragraphs.end(), [](const auto& one) { return trim(one).empty(); })) {
    faults.push_back({place, "含有空段落：段落之间只用一个换行，首尾不留换行。"});
  }
}

// Numbers run 1, 2, 3 … in the order of the file.
void check_numbers(Faults& faults, const std::string& list, const std::vector<Numbered>& items) {
  std::set<int> seen;
  int highest = 0;
  for (const auto& item : items) {
    const auto number = std::to_string(item.number);
    if (item.number < 1) {
      faults.push_back({item.place, "编号从 1 起。"});
    } else if (!seen.insert(item.number).second) {
      faults.push_back({item.place, "编号 " + number + " 重复。"});
    } else if (item.number < highest) {
      faults.push_back({item.place, "编号 " + number + " 应排在编号 " + std::to_string(highest) + " 之前。"});
    }
    highest = std::max(highest, item.number);
  }
  for (int number = 1; number <= static_cast<int>(items.size()); ++number) {
    if (!seen.contains(number)) faults.push_back({list, "缺少编号 " + std::to_string(number) + "。"});
  }
}

bool is_code(std::string_view text, std::size_t least, std::size_t most, std::string_view extra) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || extra.find(c) != extra.npos; };
  return text.size() >= least && text.size() <= most && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), allowed);
}

void check_units(Faults& faults, const std::vector<Unit>& units, const std::vector<Unit>& known) {
  std::set<UnitCode> codes;
  std::set<std::string> names;
  for (const auto& unit : units) codes.insert(unit.code);
  for (const auto& unit : known) {
    if (!codes.contains(unit.code)) names.insert(unit.name);  // a unit of the file may rename the one it replaces
  }
  codes.clear();
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto& unit = units[i];
    const auto place = at("/units", i);
    check_line(faults, place + "/name", unit.name);
    add_broken(faults, place,
               {{!is_code(unit.code.value, 2, 20, ""), "code", "单位代码须是 2 至 20 个小写字母或数字，以字母开头。"},
                {!codes.insert(unit.code).second, "code", "单位代码重复。"},
                {!names.insert(unit.name).second, "name", "单位名称已被另一个代码使用。"}});
  }
}

void check_calendar(Faults& faults, const std::vector<CalendarDay>& days) {
  std::set<Date> dates;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto& day = days[i];
    const auto place = at("/calendar", i);
    const auto date = to_string(day.date);
    check_line(faults, place + "/name", day.name);
    add_broken(
        faults, place,
        {{!dates.insert(day.date).second, "date", date + " 重复。"},
         {day.works && !is_weekend(day.date), "works", date + " 本来就是工作日，只有周六、周日才需要注明上班。"}});
  }
}

std::vector<Numbered> check_chapters(Faults& faults, const std::string& list, const std::vector<Chapter>& chapters) {
  std::vector<Numbered> chapter_numbers, article_numbers;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const auto chapter = at(list, i);
    chapter_numbers.push_back({chapters[i].number, chapter + "/number"});
    check_line(faults, chapter + "/title", chapters[i].title);
    if (chapters[i].articles.empty()) faults.push_back({chapter + "/articles", "一章至少要有一条。"});
    for (std::size_t j = 0; j < chapters[i].articles.size(); ++j) {
      const auto article = at(chapter + "/articles", j);
      article_numbers.push_back({chapters[i].articles[j].number.value, article + "/number"});
      check_line(faults, article + "/title", chapters[i].articles[j].title);
      check_paragraphs(faults, article + "/text", chapters[i].articles[j].text);
    }
  }
  if (chapters.empty()) faults.push_back({list, "至少要有一章。"});
  check_numbers(faults, list, chapter_numbers);
  return article_numbers;
}

bool is_year(int year) { return year >= kFirstYear && year <= kLastYear; }

void check_plan(Faults& faults, const std::string& place, const Plan& plan, const std::set<ArticleNumber>& articles) {
  const auto table = place + "/indicator_table";
  const auto annex = place + "/annex";
  check_line(faults, place + "/district", plan.district);
  check_line(faults, place + "/title", plan.title);
  check_paragraphs(faults, place + "/preamble", plan.preamble);
  check_line(faults, table + "/title", plan.indicator_title);
  check_line(faults, table + "/name_heading", plan.indicator_name_heading);
  check_line(faults, table + "/target_heading", plan.indicator_target_heading);
  check_line_if_any(faults, table + "/note", plan.indicator_note);
  check_line_if_any(faults, place + "/closing", plan.closing);
  check_line(faults, annex + "/mark", plan.annex_mark);
  check_line(faults, annex + "/title", plan.annex_title);
  for (std::size_t i = 0; i < plan.annex_headings.size(); ++i) {
    check_line(faults, at(annex + "/headings", i), plan.annex_headings[i]);
  }
  const auto after = plan.indicator_article;
  add_broken(
      faults, place,
      {{!is_year(plan.year), "year", "年度须在 1900 至 2999 之间。"},
       {!is_year(plan.base_year) || plan.base_year > plan.year, "base_year",
        "基准年须在 1900 年以后，不晚于方案年度。"},
       {!articles.contains(after), "indicator_table/after_article", "没有第 " + std::to_string(after.value) + " 条。"},
       {plan.annex_headings.size() != 3, "annex/headings", "须是序号、工作任务、责任部门三个表头。"}});
}

void check_indicator(Faults& faults, const std::string& place, const Indicator& indicator, int year) {
  const bool judged_by_number = indicator.assessed() && indicator.kind != IndicatorKind::qualitative;
  const auto kind = std::string(to_code(indicator.kind));
  check_line(faults, place + "/category", indicator.category);
  check_line(faults, place + "/name", indicator.name);
  check_line(faults, place + "/short_name", indicator.short_name);
  check_line_if_any(faults, place + "/unit", indicator.unit);
  check_line(faults, place + "/target_text", indicator.target_text);
  check_line_if_any(faults, place + "/second_target_unit", indicator.second_target_unit);
  add_broken(faults, place,
             {{judged_by_number && !indicator.target, "target", kind + " 类指标须有数值目标。"},
              {!judged_by_number && indicator.target, "target", kind + " 类指标没有数值目标，应为 null。"},
              {indicator.target && !is_within_digits(*indicator.target), "target", "最多 9 位整数、6 位小数。"},
              {indicator.second_target && !is_within_digits(*indicator.second_target), "second_target",
               "最多 9 位整数、6 位小数。"},
              {indicator.second_target && !indicator.target, "second_target", "没有目标就没有第二目标，应为 null。"},
              {indicator.second_target.has_value() != !indicator.second_target_unit.empty(), "second_target_unit",
               "第二目标与它的单位须同时写明，或同时为 null。"},
              {!is_year(indicator.base_year) || indicator.base_year > year, "base_year",
               "基准年须在 1900 年以后，不晚于方案年度。"},
              {indicator.second_threshold < 1 || indicator.second_threshold > 100, "second_threshold",
               "第二阈值是百分数，须在 1 至 100 之间。"}});
}

void check_indicators(Faults& faults, const std::string& list, const PlanYear& year) {
  std::vector<Numbered> numbers;
  for (std::size_t i = 0; i < year.indicators.size(); ++i) {
    numbers.push_back({year.indicators[i].seq.value, at(list, i) + "/seq"});
    check_indicator(faults, at(list, i), year.indicators[i], year.plan.year);
  }
  check_numbers(faults, list, numbers);
}

// One lead with any number of supporting units, one unit alone, or two and more that share: nothing else.
void check_roles(Faults& faults, const std::string& list, const std::vector<Assignment>& assignments) {
  const auto count = [&](Role role) {
    return std::count_if(assignments.begin(), assignments.end(), [&](const auto& one) { return one.role == role; });
  };
  const auto all = static_cast<std::ptrdiff_t>(assignments.size());
  const auto lead = count(Role::lead), support = count(Role::support), joint = count(Role::joint),
             sole = count(Role::sole);
  if (lead == 1 && lead + support == all) return;
  if (sole == 1 && all == 1) return;
  if (joint >= 2 && joint == all) return;
  faults.push_back({list, "分工不成立：须是一家牵头（可有配合），或一家独立负责，或两家以上共同负责；现为牵头 " +
                              std::to_string(lead) + " 家、配合 " + std::to_string(support) + " 家、共同负责 " +
                              std::to_string(joint) + " 家、独立负责 " + std::to_string(sole) + " 家。"});
}

void check_assignments(Faults& faults, const std::string& list, const std::vector<Assignment>& assignments,
                       const std::set<UnitCode>& units) {
  std::set<UnitCode> seen;
  for (std::size_t i = 0; i < assignments.size(); ++i) {
    const auto& unit = assignments[i].unit;
    add_broken(faults, at(list, i),
               {{!units.contains(unit), "unit", "没有这个代码的单位。"},
                {!seen.insert(unit).second, "unit", "单位在本任务中重复。"}});
  }
  check_roles(faults, list, assignments);
}

// What stands in number, comparison and unit must fit the type, what stands in date the kind.
std::vector<Rule> requirement_rules(const Requirement& requirement, int year) {
  using Kind = RequirementKind;
  const auto kind = requirement.kind;
  const bool number = requirement.type == ValueType::number;
  const bool may_have_date = kind == Kind::by_date || kind == Kind::from_date || kind == Kind::cumulative;
  const bool needs_date = kind == Kind::by_date || kind == Kind::cumulative;
  const bool compares = requirement.comparison != Comparison::yes;
  const int its_year = requirement.date ? requirement.date->year : year;
  const auto name = std::string(to_code(kind));
  return {
      {!is_code(requirement.key, 1, 40, "_"), "key", "须是 1 至 40 个小写字母、数字或下划线，以字母开头。"},
      {kind == Kind::cumulative && !number, "type", "cumulative 类要求须是数值（number）。"},
      {number && !compares, "comparison", "数值要求不能用 yes 比较。"},
      {!number && compares, "comparison", "不是数值的要求只能用 yes 比较。"},
      {kind == Kind::cumulative && number && requirement.comparison != Comparison::at_least, "comparison",
       "cumulative 类要求只能用 at_least 比较。"},
      {number && !requirement.target, "target", "数值要求须写明目标。"},
      {!number && requirement.target, "target", "不是数值的要求没有目标，应为 null。"},
      {!number && !requirement.unit.empty(), "unit", "不是数值的要求没有单位，应为 null。"},
      {needs_date && !requirement.date, "date", name + " 类要求须写明日期。"},
      {!may_have_date && requirement.date, "date", name + " 类要求没有日期，应为 null。"},
      {needs_date && its_year != year, "date", "日期须在方案年度 " + std::to_string(year) + " 年内。"},
      {kind == Kind::from_date && its_year > year, "date",
       "起始日期不能晚于方案年度 " + std::to_string(year) + " 年。"},
  };
}

void check_requirements(Faults& faults, const std::string& list, const Task& task, int year) {
  std::set<std::string> keys;
  for (std::size_t i = 0; i < task.requirements.size(); ++i) {
    const auto& requirement = task.requirements[i];
    const auto place = at(list, i);
    check_line(faults, place + "/text", requirement.text);
    check_line(faults, place + "/sentence", requirement.sentence);
    check_line_if_any(faults, place + "/unit", requirement.unit);
    add_broken(faults, place, requirement_rules(requirement, year));
    add_broken(faults, place,
               {{!keys.insert(requirement.key).second, "key", "代号在本任务中重复。"},
                {task.text.find(requirement.sentence) == std::string::npos, "sentence", "任务文字中没有这句原文。"}});
  }
}

void check_articles(Faults& faults, const std::string& list, const std::vector<ArticleNumber>& named,
                    const std::set<ArticleNumber>& articles) {
  std::set<ArticleNumber> seen;
  if (named.empty()) faults.push_back({list, "任务至少要对应一条。"});
  for (std::size_t i = 0; i < named.size(); ++i) {
    const auto number = std::to_string(named[i].value);
    if (!articles.contains(named[i])) faults.push_back({at(list, i), "没有第 " + number + " 条。"});
    if (!seen.insert(named[i]).second) faults.push_back({at(list, i), "第 " + number + " 条重复。"});
  }
}

void check_tasks(Faults& faults, const std::string& list, const PlanYear& year, const std::set<ArticleNumber>& articles,
                 const std::set<UnitCode>& units) {
  std::vector<Numbered> numbers;
  for (std::size_t i = 0; i < year.tasks.size(); ++i) {
    const auto& task = year.tasks[i];
    const auto place = at(list, i);
    numbers.push_back({task.seq.value, place + "/seq"});
    check_line(faults, place + "/label", task.label);
    check_paragraphs(faults, place + "/text", task.text);
    check_line(faults, place + "/responsible_text", task.responsible_text);
    check_articles(faults, place + "/articles", task.articles, articles);
    check_assignments(faults, place + "/units", task.assignments, units);
    check_requirements(faults, place + "/requirements", task, year.plan.year);
  }
  check_numbers(faults, list, numbers);
}

void check_year(Faults& faults, const std::string& place, const PlanYear& year, const std::set<UnitCode>& units) {
  const auto chapters = place + "/chapters";
  const auto numbers = check_chapters(faults, chapters, year.plan.chapters);
  check_numbers(faults, chapters, numbers);
  std::set<ArticleNumber> articles;
  for (const auto& one : numbers) articles.insert(ArticleNumber{one.number});
  check_plan(faults, place, year.plan, articles);
  check_indicators(faults, place + "/indicator_table/indicators", year);
  check_tasks(faults, place + "/annex/tasks", year, articles, units);
}

}  // namespace

std::vector<Fault> check_plan_book(const PlanBook& book, const std::vector<Unit>& units_known,
                                   const std::vector<int>& years_known) {
  Faults faults;
  check_units(faults, book.units, units_known);
  check_calendar(faults, book.calendar);
  std::set<UnitCode> units;
  for (const auto& unit : units_known) units.insert(unit.code);
  for (const auto& unit : book.units) units.insert(unit.code);
  std::set<int> years;
  for (std::size_t i = 0; i < book.years.size(); ++i) {
    const auto place = at("/plans", i);
    const int year = book.years[i].plan.year;
    if (!years.insert(year).second) faults.push_back({place + "/year", std::to_string(year) + " 年的方案重复。"});
    check_year(faults, place, book.years[i], units);
  }
  if (book.years.empty()) faults.push_back({"/plans", "至少要有一个年度的方案。"});
  years.insert(years_known.begin(), years_known.end());
  if (!years.contains(book.current_year)) {
    faults.push_back({"/current_year", "没有 " + std::to_string(book.current_year) + " 年的方案，不能作为当前年度。"});
  }
  return faults;
}

}  // namespace sjsz
