#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "seed/demo_json.h"
#include "seed/seed_file.h"

namespace sjsz {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Demo& year() {
  static const Demo demo = [] {
    auto read = read_demo(read_source_file("seed/demo-2020.json"));
    if (!read) throw std::runtime_error(read.error().front().place + ": " + read.error().front().reason);
    return *read;
  }();
  return demo;
}

std::string name(const ReportKey& key) {
  return to_string(key.period) + " " + (key.task ? std::to_string(key.task->value) : "narrative") + " " +
         key.unit.value;
}

const Task& task(TaskSeq seq) { return seed_year().tasks.at(static_cast<std::size_t>(seq.value - 1)); }

ReportForm form(const ReportKey& key) {
  if (!key.task) return ReportForm::narrative;
  for (const auto& assignment : task(*key.task).assignments) {
    if (assignment.unit == key.unit) return form_of(key, assignment.role);
  }
  throw std::out_of_range(name(key));
}

// What a line says, text by text.
std::vector<std::string> texts(const ReportText& text) {
  std::vector<std::string> all = {
      text.progress, text.no_progress.value_or(""), text.measures, text.problems, text.next_steps, text.coordination};
  std::erase(all, "");
  return all;
}

template <class Visit>
void for_each_text(Visit visit) {
  for (const auto& line : year().lines) {
    for (const auto& step : line.steps) {
      if (step.verb == DemoVerb::save) visit(line, step.text);
    }
  }
}

TEST(TheDemonstrationYear, HasALineForEverythingThatIsOwed) {
  std::vector<ReportKey> owed, lines;
  for (int month = 1; month <= 8; ++month) {
    for (const auto& line : list_owed({2020, month}, seed_year().tasks, seed_book().units, {}, {})) {
      owed.push_back(line.key);
    }
  }
  for (const auto& line : year().lines) lines.push_back(line.key);
  EXPECT_EQ(owed.size(), 8u * (42 + 14));
  EXPECT_THAT(lines, testing::UnorderedElementsAreArray(owed));
}

TEST(TheDemonstrationYear, LeavesFiveLinesWithoutAWord) {
  std::vector<std::string> silent;
  for (const auto& line : year().lines) {
    if (line.steps.empty()) silent.push_back(name(line.key));
  }
  EXPECT_THAT(silent, ElementsAre("2020-02 12 fagai", "2020-05 narrative jiedao", "2020-05 15 shuiwu",
                                  "2020-08 2 fagai", "2020-08 narrative fagai"));
  ASSERT_EQ(year().exemptions.size(), 1u);
  EXPECT_EQ(name(year().exemptions.front().exemption.key), "2020-05 15 shuiwu");
}

TEST(TheDemonstrationYear, StepsForwardInTimeAndEndsBeforeItsBusinessDate) {
  for (const auto& line : year().lines) {
    Instant last = year().started;
    for (const auto& step : line.steps) {
      EXPECT_LT(last, step.at) << name(line.key);
      last = step.at;
    }
    EXPECT_LT(business_date(last), (Date{2020, 9, 3})) << name(line.key);
  }
}

TEST(TheTextsOfTheYear, AreEachWrittenOnce) {
  std::map<std::string, ReportKey> first;
  for_each_text([&](const DemoLine& line, const ReportText& text) {
    const auto all = texts(text);
    for (const auto& one : all) {
      EXPECT_EQ(std::count(all.begin(), all.end(), one), 1) << one;
      const auto [found, is_new] = first.emplace(one, line.key);
      EXPECT_TRUE(is_new || found->second == line.key) << name(line.key) << " says as " << name(found->second) << one;
    }
  });
}

TEST(TheTextsOfTheYear, HaveTheLengthOfAClerksLine) {
  for_each_text([&](const DemoLine& line, const ReportText& text) {
    const auto count = count_characters(text.progress);
    if (form(line.key) == ReportForm::narrative) {
      EXPECT_THAT(count, testing::AllOf(testing::Ge(40u), testing::Le(400u))) << name(line.key) << text.progress;
    } else if (!text.no_progress) {
      EXPECT_THAT(count, testing::AllOf(testing::Ge(25u), testing::Le(120u))) << name(line.key) << text.progress;
    }
    for (const auto& one : texts(text)) EXPECT_GE(count_characters(one), 8u) << name(line.key) << one;
  });
}

TEST(TheTextsOfTheYear, HoldNoFiller) {
  for_each_text([&](const DemoLine& line, const ReportText& text) {
    for (const auto& one : texts(text)) {
      for (const char* filler : {"lorem", "Lorem", "测试", "示例",
                                 ("TO"
                                  "DO"),
                                 "某某", "张三", "李四", "XX", "××"}) {
        EXPECT_THAT(one, testing::Not(HasSubstr(filler))) << name(line.key);
      }
    }
  });
}

TEST(EveryLine, IsCompleteWhenItIsSubmitted) {
  for (const auto& line : year().lines) {
    const ReportText* text = nullptr;
    for (const auto& step : line.steps) {
      if (step.verb == DemoVerb::save) text = &step.text;
      if (step.verb != DemoVerb::submit) continue;
      const auto faults = list_missing(*text, form(line.key),
                                       line.key.task ? task(*line.key.task).requirements : std::vector<Requirement>{});
      EXPECT_THAT(faults, IsEmpty()) << name(line.key) << ": " << faults.front().reason;
    }
  }
}

TEST(NoLine, SaysMoreThanItsFormHas) {
  for_each_text([&](const DemoLine& line, const ReportText& text) {
    ReportText allowed = text;
    if (form(line.key) != ReportForm::full) {
      allowed = {.progress = text.progress, .no_progress = text.no_progress, .problems = text.problems};
    }
    EXPECT_EQ(text, allowed) << name(line.key);
    EXPECT_TRUE(text.progress.empty() || !text.no_progress) << name(line.key);
  });
}

// The last text of each line, by task and unit in the order of months.
std::map<std::pair<std::optional<TaskSeq>, UnitCode>, std::vector<std::pair<Month, const ReportText*>>> histories() {
  std::map<std::pair<std::optional<TaskSeq>, UnitCode>, std::vector<std::pair<Month, const ReportText*>>> all;
  for (const auto& line : year().lines) {
    const auto last = std::find_if(line.steps.rbegin(), line.steps.rend(),
                                   [](const DemoStep& step) { return step.verb == DemoVerb::save; });
    if (last != line.steps.rend()) all[{line.key.task, line.key.unit}].push_back({line.key.period, &last->text});
  }
  return all;
}

TEST(Completion, FallsInTwoLinesAloneAndThereTheOfficeIsWarned) {
  std::vector<std::string> falls;
  for (const auto& [line, months] : histories()) {
    for (std::size_t i = 1; i < months.size(); ++i) {
      const ReportText &text = *months[i].second, &before = *months[i - 1].second;
      if (!text.completion || !before.completion || *text.completion >= *before.completion) continue;
      falls.push_back(to_string(months[i].first) + " " + std::to_string(line.first->value) + " " + line.second.value);
      EXPECT_EQ(list_warnings(text, &before, {}).front().field, "completion");
    }
  }
  EXPECT_THAT(falls, ElementsAre("2020-08 5 fagai", "2020-08 15 zhujian"));
}

TEST(NoProgress, KeepsStateAndCompletionOfTheMonthBefore) {
  int count = 0;
  for (const auto& [line, months] : histories()) {
    for (std::size_t i = 1; i < months.size(); ++i) {
      const ReportText &text = *months[i].second, &before = *months[i - 1].second;
      if (!text.no_progress) continue;
      ++count;
      EXPECT_EQ(text.self_state, before.self_state) << line.second.value;
      EXPECT_EQ(text.completion, before.completion) << line.second.value;
    }
  }
  EXPECT_GE(count, 8);
}

std::vector<std::string> values(int task_number, const char* unit, const std::string& key) {
  std::vector<std::string> found;
  const auto all = histories();
  for (const auto& [month, text] : all.at({TaskSeq{task_number}, {unit}})) {
    found.push_back(text->requirements.at(key));
  }
  return found;
}

TEST(TheValuesOfRequirements, AreThoseOfTheYear) {
  EXPECT_THAT(values(9, "fagai", "coal_use"),
              ElementsAre("316.8", "316.1", "315.6", "315.2", "314.4", "313.7", "313.1", "312.4"));
  EXPECT_THAT(values(8, "shengtai", "relapses"), ElementsAre("0", "0", "0", "0", "1", "0", "0", "2"));
  EXPECT_THAT(values(16, "shangwu", "stations_checked"),
              ElementsAre("9.6", "9.6", "19.2", "34.6", "44.2", "53.8", "63.5", "73.1"));
  EXPECT_EQ(values(16, "shangwu", "pass_rate").back(), "98.4");
  EXPECT_THAT(values(15, "zhujian", "china3_machines"), testing::Each("no"));
}

}  // namespace
}  // namespace sjsz
