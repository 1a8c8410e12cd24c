#include "view/report_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "view/narrative_draft.h"
#include "view/report_parts.h"

namespace sjsz::view {

TEST(ReportWords, SayWhatIsLeftTheNarrativeApart) {
  EXPECT_EQ(left_words(3, true), "还差 3 项和工作进展情况报告");
  EXPECT_EQ(left_words(3, false), "还差 3 项");
  EXPECT_EQ(left_words(0, true), "还差工作进展情况报告");
  EXPECT_EQ(left_words(0, false), "");
}

TEST(ReportWords, SaySizesAsPeopleReadThem) {
  EXPECT_EQ(size_words(0), "0 KB");
  EXPECT_EQ(size_words(1), "1 KB");
  EXPECT_EQ(size_words(24'000), "24 KB");
  EXPECT_EQ(size_words(1'153'434), "1.1 MB");
  EXPECT_EQ(size_words(20 * 1024 * 1024), "20.0 MB");
}

TEST(ReportWords, SayMomentsInBusinessTime) {
  EXPECT_EQ(moment_words(business_instant({2020, 9, 3}, std::chrono::minutes(14 * 60 + 2))), "9月3日 14:02");
  EXPECT_EQ(month_words({2020, 8}), "2020年8月");
}

TEST(ReportTexts, FollowTheFormAndLeaveOutWhatIsEmpty) {
  ReportText text;
  text.self_state = WorkState::behind;
  text.completion = 0;
  text.requirements = {{"coal_use", "312.40"}, {"stock", "no"}};
  text.progress = "转入试运。";
  std::vector<std::string> lines;
  for (const auto& one : report_texts(raw_of(text), ReportForm::full, example_report_requirements())) {
    lines.push_back(one.label + "=" + one.text);
  }
  EXPECT_THAT(lines, testing::ElementsAre("自评=进度滞后", "平均供电煤耗低于310克/千瓦时=312.40 克/千瓦时",
                                          "建立柴油车环保管理台账=未达到", "完成比例=0 %", "本月进展=转入试运。"));
}

TEST(NarrativeDraft, HasAPartForEachThingThatWasWrittenAndNoMore) {
  NarrativeLine coal{"压减煤炭消费", Role::lead, {}};
  coal.text.progress = "2号机组转入试运";
  coal.text.measures = "每周调度。";
  coal.text.problems = "设备到货晚。\n已催办。";
  NarrativeLine gas{"煤改气", Role::support, {}};
  gas.text.no_progress = "等待批复";
  EXPECT_EQ(draft_narrative("区发改局", {2020, 8}, {coal, gas, {"成品油", Role::support, {}}}),
            "2020年8月，区发改局承担工作任务 3 项，其中牵头 1 项、配合 2 项。现将工作进展情况报告如下。\n"
            "一、工作进展\n（一）压减煤炭消费（牵头）。2号机组转入试运。每周调度。\n"
            "（二）煤改气（配合）。本月无新进展：等待批复。\n"
            "二、存在问题\n（一）压减煤炭消费（牵头）。设备到货晚。 已催办。");
}

}  // namespace sjsz::view
