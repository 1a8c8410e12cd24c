#include "actions/plan_changes.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "domain/codes.h"

namespace sjsz::actions {
namespace {

// A thing as people know it, "任务 3", with all that it consists of as named texts. Two of a kind have the same fields;
// the first one is what it is called.
struct Thing {
  std::string name;
  std::vector<std::pair<const char*, std::string>> fields;
};
using Things = std::vector<Thing>;

constexpr std::size_t kShort = 24;  // characters of a value that is shown, old and new

std::string number(int value) { return std::to_string(value); }
std::string flag(bool value) { return value ? "是" : "否"; }
std::string code(auto value) { return std::string(to_code(value)); }
std::string decimal(const std::optional<Decimal>& value) { return value ? value->to_string() : "无"; }
std::string date(const std::optional<Date>& value) { return value ? to_string(*value) : "无"; }

Thing describe(const Unit& unit) {
  return {"单位 " + unit.code.value, {{"名称", unit.name}, {"代表多个单位", flag(unit.group)}}};
}

Thing describe(const CalendarDay& day) {
  return {"日期 " + to_string(day.date), {{"名称", day.name}, {"上班", flag(day.works)}}};
}

Thing describe(const Plan& plan) {
  return {"正文",
          {{"地区", plan.district},
           {"标题", plan.title},
           {"序言", plan.preamble},
           {"基准年", number(plan.base_year)},
           {"指标表标题", plan.indicator_title},
           {"指标表表头", plan.indicator_name_heading + "，" + plan.indicator_target_heading},
           {"指标表注", plan.indicator_note},
           {"指标表位置", "第 " + number(plan.indicator_article.value) + " 条后"},
           {"结语", plan.closing},
           {"附件标记", plan.annex_mark},
           {"附件标题", plan.annex_title},
           {"附件表头", join(plan.annex_headings, "，")}}};
}

Thing describe(const Chapter& chapter) { return {"第 " + number(chapter.number) + " 章", {{"标题", chapter.title}}}; }

Thing describe(const Article& article, int chapter) {
  return {"第 " + number(article.number.value) + " 条",
          {{"标题", article.title}, {"所属章", number(chapter)}, {"文字", article.text}}};
}

Thing describe(const Indicator& indicator) {
  return {"指标 " + number(indicator.seq.value),
          {{"简称", indicator.short_name},
           {"名称", indicator.name},
           {"类别", indicator.category},
           {"单位", indicator.unit},
           {"目标原文", indicator.target_text},
           {"目标值", decimal(indicator.target)},
           {"第二目标", decimal(indicator.second_target) + indicator.second_target_unit},
           {"考核方式", code(indicator.kind)},
           {"基准年", number(indicator.base_year)},
           {"季节性", flag(indicator.seasonal)},
           {"报送频次", code(indicator.rhythm)},
           {"第二阈值", number(indicator.second_threshold)}}};
}

std::string describe(const Requirement& requirement) {
  return join({requirement.key, requirement.text, requirement.sentence, code(requirement.kind), code(requirement.type),
               code(requirement.comparison), requirement.unit, decimal(requirement.target), date(requirement.date)},
              "\n");
}

Thing describe(const Task& task) {
  std::vector<std::string> articles, assignments, requirements;
  for (const auto& article : task.articles) articles.push_back(number(article.value));
  for (const auto& one : task.assignments) assignments.push_back(one.unit.value + " " + code(one.role));
  for (const auto& requirement : task.requirements) requirements.push_back(describe(requirement));
  return {"任务 " + number(task.seq.value),
          {{"简称", task.label},
           {"文字", task.text},
           {"责任部门原文", task.responsible_text},
           {"对应条款", join(articles, "、")},
           {"分工", join(assignments, "、")},
           {"量化要求", join(requirements, "\n\n")}}};
}

Things describe(const PlanYear& year) {
  Things things{describe(year.plan)};
  for (const auto& chapter : year.plan.chapters) {
    things.push_back(describe(chapter));
    for (const auto& article : chapter.articles) things.push_back(describe(article, chapter.number));
  }
  for (const auto& indicator : year.indicators) things.push_back(describe(indicator));
  for (const auto& task : year.tasks) things.push_back(describe(task));
  return things;
}

const Thing* find(const Things& things, const std::string& name) {
  const auto at = std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.name == name; });
  return at == things.end() ? nullptr : &*at;
}

bool is_short(const std::string& text) { return count_characters(text) <= kShort && text.find('\n') == text.npos; }

// "（311.06 → 310）", if it is short enough to be read in a line.
std::string from_to(const std::string& old_text, const std::string& new_text) {
  if (!is_short(old_text) || !is_short(new_text)) return "";
  return "（" + old_text + " → " + new_text + "）";
}

// "文字、目标值（311.06 → 310）"; empty if nothing differs.
std::string differing_fields(const Thing& before, const Thing& after) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < after.fields.size(); ++i) {
    const auto& old_text = before.fields[i].second;
    const auto& new_text = after.fields[i].second;
    if (old_text == new_text) continue;
    names.push_back(after.fields[i].first + from_to(old_text, new_text));
  }
  return join(names, "、");
}

std::string with_call_name(const Thing& thing) { return thing.name + "（" + thing.fields.front().second + "）"; }

std::vector<std::string> compare(const std::string& prefix, const Things& before, const Things& after) {
  std::vector<std::string> lines;
  for (const auto& thing : after) {
    const Thing* old = find(before, thing.name);
    if (!old) {
      lines.push_back(prefix + "新增" + with_call_name(thing));
    } else if (const auto fields = differing_fields(*old, thing); !fields.empty()) {
      lines.push_back(join({prefix, "修改", thing.name, "：", fields}, ""));
    }
  }
  for (const auto& thing : before) {
    if (!find(after, thing.name)) lines.push_back(prefix + "删除" + with_call_name(thing));
  }
  return lines;
}

void append(PlanChanges& changes, const std::vector<std::string>& lines) {
  changes.lines.insert(changes.lines.end(), lines.begin(), lines.end());
}

std::vector<UnitCode> codes(const std::vector<Unit>& units) {
  std::vector<UnitCode> list(units.size());
  std::transform(units.begin(), units.end(), list.begin(), [](const Unit& unit) { return unit.code; });
  return list;
}

// Whether units that both name stand in another order, or behind one that the file does not name.
bool order_differs(const std::vector<Unit>& stored, const std::vector<Unit>& file) {
  auto wanted = codes(file);
  const auto now = codes(stored);
  std::erase_if(wanted, [&](const UnitCode& code) { return std::find(now.begin(), now.end(), code) == now.end(); });
  return !std::equal(wanted.begin(), wanted.end(), now.begin());
}

void compare_units(PlanChanges& changes, const PlanBook& stored, const PlanBook& file) {
  Things before, after;
  for (const auto& unit : file.units) after.push_back(describe(unit));
  for (const auto& unit : stored.units) {
    if (find(after, describe(unit).name)) before.push_back(describe(unit));
  }
  auto lines = compare("", before, after);
  if (order_differs(stored.units, file.units)) lines.push_back("单位顺序修改");
  changes.units = !lines.empty();
  append(changes, lines);
}

std::map<int, Things> calendar_by_year(const PlanBook& book) {
  std::map<int, Things> years;
  for (const auto& day : book.calendar) years[day.date.year].push_back(describe(day));
  return years;
}

void compare_calendars(PlanChanges& changes, const PlanBook& stored, const PlanBook& file) {
  auto before = calendar_by_year(stored);
  for (const auto& [year, days] : calendar_by_year(file)) {
    auto lines = compare(number(year) + " 年日历：", before[year], days);
    if (lines.empty()) continue;
    if (before[year].empty())
      lines = {"新增 " + number(year) + " 年日历：" + number(static_cast<int>(days.size())) + " 天"};
    changes.calendar_years.insert(year);
    append(changes, lines);
  }
}

std::string new_year(const PlanYear& year) {
  return "新增 " + number(year.plan.year) + " 年方案：" + number(static_cast<int>(year.tasks.size())) + " 项任务、" +
         number(static_cast<int>(year.indicators.size())) + " 项指标";
}

void compare_years(PlanChanges& changes, const PlanBook& stored, const PlanBook& file) {
  for (const auto& year : file.years) {
    const auto old = std::find_if(stored.years.begin(), stored.years.end(),
                                  [&](const PlanYear& one) { return one.plan.year == year.plan.year; });
    const auto lines = old == stored.years.end()
                           ? std::vector{new_year(year)}
                           : compare(number(year.plan.year) + " 年方案：", describe(*old), describe(year));
    if (!lines.empty()) changes.years.insert(year.plan.year);
    append(changes, lines);
  }
}

void compare_current_years(PlanChanges& changes, const PlanBook& stored, const PlanBook& file) {
  if (stored.current_year == file.current_year) return;
  changes.current_year = true;
  const auto before = stored.current_year ? number(stored.current_year) + " 年" : "无";
  changes.lines.push_back("当前年度：" + before + " → " + number(file.current_year) + " 年");
}

}  // namespace

PlanChanges compare_plan_books(const PlanBook& stored, const PlanBook& file) {
  PlanChanges changes;
  compare_units(changes, stored, file);
  compare_years(changes, stored, file);
  compare_calendars(changes, stored, file);
  compare_current_years(changes, stored, file);
  return changes;
}

}  // namespace sjsz::actions
