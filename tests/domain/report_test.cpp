#include "domain/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sjsz {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Month kAugust{2020, 8};

std::vector<Requirement> coal_and_ban() {
  return {{.key = "coal_use",
           .text = "供电煤耗低于310克/千瓦时",
           .sentence = "",
           .kind = RequirementKind::level,
           .type = ValueType::number,
           .comparison = Comparison::below,
           .unit = "克/千瓦时",
           .target = Decimal::parse("310"),
           .date = std::nullopt},
          {.key = "ban",
           .text = "禁行",
           .sentence = "",
           .kind = RequirementKind::by_date,
           .type = ValueType::yes_no,
           .comparison = Comparison::yes,
           .unit = "",
           .target = std::nullopt,
           .date = std::nullopt}};
}

RawReport whole_report() {
  RawReport raw;
  raw.self_state = "on_pace";
  raw.completion = "６５％";
  raw.progress = "完成 2 号机组通流改造设备安装。";
  raw.next_steps = "开展性能试验。";
  raw.requirements = {{"coal_use", "313.1"}, {"ban", "yes"}};
  return raw;
}

std::vector<std::string> fields(const std::vector<FieldFault>& faults) {
  std::vector<std::string> names;
  for (const auto& fault : faults) names.push_back(fault.field);
  return names;
}

ReportText read(const RawReport& raw, ReportForm form = ReportForm::full) {
  const auto text = check_report(raw, form, coal_and_ban(), kAugust);
  EXPECT_TRUE(text.has_value());
  return text.value_or(ReportText{});
}

TEST(Report, ReadsWhatWasTyped) {
  const auto text = read(whole_report());
  EXPECT_EQ(text.self_state, WorkState::on_pace);
  EXPECT_EQ(text.completion, 65);
  EXPECT_EQ(text.requirements.at("coal_use"), "313.1");
  EXPECT_THAT(list_missing(text, ReportForm::full, coal_and_ban()), IsEmpty());
}

TEST(Report, MayBeADraftWithNothingInIt) {
  const auto text = read({});
  EXPECT_EQ(text, ReportText{});
  EXPECT_THAT(
      fields(list_missing(text, ReportForm::full, coal_and_ban())),
      ElementsAre("self_state", "completion", "progress", "next_steps", "requirements.coal_use", "requirements.ban"));
}

TEST(Report, RefusesWhatCannotBeUnderstood) {
  const struct {
    const char* field;
    void (*spoil)(RawReport&);
  } cases[] = {
      {"completion", [](RawReport& r) { r.completion = "1e400"; }},
      {"completion", [](RawReport& r) { r.completion = "101"; }},
      {"self_state", [](RawReport& r) { r.self_state = "off"; }},
      {"self_state", [](RawReport& r) { r.self_state = "好"; }},
      {"expected_date", [](RawReport& r) { r.expected_date = "2020-02-30"; }},
      {"requirements.coal_use", [](RawReport& r) { r.requirements["coal_use"] = "约三百"; }},
      {"requirements.coal_use", [](RawReport& r) { r.requirements["coal_use"] = "-3"; }},
      {"requirements.ban", [](RawReport& r) { r.requirements["ban"] = "maybe"; }},
      {"progress", [](RawReport& r) { r.progress = std::string(5001, 'x'); }},
      {"measures", [](RawReport& r) { r.measures = "a\xFF"; }},
      {"problems", [](RawReport& r) { r.problems = std::string("a\0b", 3); }},
  };
  for (const auto& c : cases) {
    auto raw = whole_report();
    c.spoil(raw);
    const auto text = check_report(raw, ReportForm::full, coal_and_ban(), kAugust);
    ASSERT_FALSE(text.has_value()) << c.field;
    EXPECT_THAT(fields(text.error()), ElementsAre(c.field));
  }
}

TEST(Report, NamesEveryFaultAtOnce) {
  auto raw = whole_report();
  raw.completion = "x";
  raw.expected_date = "x";
  EXPECT_THAT(fields(check_report(raw, ReportForm::full, coal_and_ban(), kAugust).error()),
              ElementsAre("completion", "expected_date"));
}

TEST(Report, OfASupportingUnitHasTwoBoxes) {
  auto raw = whole_report();
  raw.problems = "无";
  const auto text = read(raw, ReportForm::supporting);
  EXPECT_EQ(text.progress, raw.progress);
  EXPECT_EQ(text.problems, "无");
  EXPECT_FALSE(text.self_state);
  EXPECT_THAT(text.requirements, IsEmpty());
  EXPECT_THAT(list_missing(text, ReportForm::supporting, coal_and_ban()), IsEmpty());
}

TEST(Report, AsksForAReasonWhereNothingIsNew) {
  RawReport raw;
  raw.no_progress = true;
  raw.requirements = {{"coal_use", "313"}, {"ban", "no"}};
  EXPECT_THAT(fields(list_missing(read(raw), ReportForm::full, coal_and_ban())), ElementsAre("no_progress_reason"));
  raw.no_progress_reason = "汛期停工";
  EXPECT_THAT(list_missing(read(raw), ReportForm::full, coal_and_ban()), IsEmpty());
}

TEST(Report, NeedsProblemsWhenLaggingAndNoNextStepsWhenDone) {
  auto raw = whole_report();
  raw.self_state = "behind";
  EXPECT_THAT(fields(list_missing(read(raw), ReportForm::full, coal_and_ban())), ElementsAre("problems"));
  raw = whole_report();
  raw.self_state = "done";
  raw.next_steps = "";
  EXPECT_THAT(list_missing(read(raw), ReportForm::full, coal_and_ban()), IsEmpty());
  raw.progress = "已完成。";
  EXPECT_THAT(fields(list_missing(read(raw), ReportForm::full, coal_and_ban())), ElementsAre("progress"));
}

TEST(Report, WarnsOfWhatLooksWrongWithoutForbiddingIt) {
  const auto before = read(whole_report());
  const struct {
    std::vector<std::string> want;
    void (*change)(RawReport&);
  } cases[] = {
      {{"progress"}, [](RawReport&) {}},
      {{}, [](RawReport& r) { r.progress = "完成性能试验，正在整理报告。"; }},
      {{"progress", "completion"}, [](RawReport& r) { r.completion = "60"; }},
      {{"progress", "requirements.coal_use"}, [](RawReport& r) { r.requirements["coal_use"] = "470"; }},
      {{"progress", "requirements.coal_use"}, [](RawReport& r) { r.requirements["coal_use"] = "156.5"; }},
      {{"progress"}, [](RawReport& r) { r.requirements["coal_use"] = "469.65"; }},
      {{"expected_date", "progress"}, [](RawReport& r) { r.self_state = "behind"; }},
  };
  for (const auto& c : cases) {
    auto raw = whole_report();
    c.change(raw);
    EXPECT_EQ(fields(list_warnings(read(raw), &before, coal_and_ban())), c.want);
  }
}

TEST(Report, JumpsByThePercentageThatIsSet) {
  const auto before = read(whole_report());
  auto raw = whole_report();
  raw.progress = "完成性能试验，正在整理报告。";
  raw.requirements["coal_use"] = "470";
  EXPECT_THAT(list_warnings(read(raw), &before, coal_and_ban(), 60), IsEmpty());
  EXPECT_THAT(list_warnings(read(raw), &before, coal_and_ban(), 200), IsEmpty());
  const auto warnings = list_warnings(read(raw), &before, coal_and_ban(), 20);
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_THAT(warnings[0].reason, testing::HasSubstr("超过 20 %"));
}

TEST(Report, MovesBetweenItsStatesByItsVerbsAlone) {
  using S = ReportState;
  using V = ReportVerb;
  const struct {
    S state;
    V verb;
    std::optional<S> want;
  } cases[] = {{S::none, V::save, S::draft},
               {S::draft, V::submit, S::submitted},
               {S::submitted, V::save, std::nullopt},
               {S::submitted, V::submit, std::nullopt},
               {S::submitted, V::withdraw, S::draft},
               {S::submitted, V::accept, S::accepted},
               {S::submitted, V::send_back, S::returned},
               {S::returned, V::save, S::returned},
               {S::returned, V::submit, S::submitted},
               {S::returned, V::withdraw, std::nullopt},
               {S::accepted, V::send_back, S::returned},
               {S::accepted, V::save, std::nullopt},
               {S::accepted, V::accept, std::nullopt},
               {S::exempt, V::save, std::nullopt},
               {S::exempt, V::submit, std::nullopt},
               {S::none, V::accept, std::nullopt},
               {S::draft, V::accept, std::nullopt}};
  for (const auto& c : cases) EXPECT_EQ(next_state(c.state, c.verb), c.want);
}

}  // namespace
}  // namespace sjsz
