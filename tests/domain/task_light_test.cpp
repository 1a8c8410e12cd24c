#include "domain/task_light.h"

#include <gmock/gmock.h>

#include "domain/codes.h"

namespace sjsz {
namespace {

using S = ReportState;
using W = WorkState;
using testing::HasSubstr;

const LeadUnit kFagai{{"fagai"}, "区发改局", {}};
const LeadUnit kJiaojing{{"jiaojing"}, "区交警大队", {}};

Report report(int month, S state, std::optional<W> self = W::on_pace, std::optional<W> judged = {},
              const std::string& unit = "fagai") {
  Report one;
  one.key = {{2020, month}, TaskSeq{9}, {unit}};
  one.state = state;
  one.text.self_state = self;
  one.judged_state = state == S::accepted && !judged ? self : judged;
  return one;
}

Report no_progress(int month, W self = W::on_pace) {
  auto one = report(month, S::accepted, self);
  one.text.no_progress = "汛期停工";
  return one;
}

// August is looked at; every month up to `due` is due.
struct Month8 {
  Task task;
  std::vector<Report> reports;
  std::vector<LeadUnit> leads = {kFagai};
  std::vector<OpenOrder> orders;
  int due = 8, month = 8;
  std::optional<LightOverride> set_by_office;

  Month8(std::vector<Report> those) : reports(std::move(those)) {}

  Month8& due_until(int last) {
    due = last;
    return *this;
  }

  Month8& joint() {
    leads = {kFagai, kJiaojing};
    return *this;
  }

  Month8& order(const Date& deadline, bool answered = false) {
    orders.push_back({"2020-5", deadline, answered});
    return *this;
  }

  TaskStanding judge() const {
    std::vector<Month> months;
    for (int one = 1; one <= due; ++one) months.push_back({2020, one});
    return judge_task({task, {2020, month}, {2020, 9, 10}, months, leads, reports, orders, {11, 12}, set_by_office});
  }

  std::string light() const { return std::string(to_code(judge().light)); }
};

TEST(ATask, IsJudgedByTheFirstRuleThatApplies) {
  const auto july = report(7, S::accepted);
  const Date past{2020, 9, 9}, today{2020, 9, 10};
  const struct {
    const char* why;
    Month8 task;
    const char* light;
    const char* reason;
  } cases[] = {
      {"nothing due, nothing submitted", Month8({}).due_until(0), "not_due", "还没有到报送时间"},
      {"nothing due, a draft", Month8({report(8, S::draft)}).due_until(0), "not_due", ""},
      {"nothing due, submitted early", Month8({report(8, S::submitted)}).due_until(0), "on_pace", "8月自评正常推进"},
      {"judged off", Month8({july, report(8, S::accepted, W::on_pace, W::off)}), "off", "8月核定为严重滞后"},
      {"judged off, not the newest", Month8({report(7, S::accepted, W::on_pace, W::off), report(8, S::submitted)}),
       "on_pace", ""},
      {"order overdue", Month8({july, report(8, S::accepted)}).order(past), "off", "督办单 2020-5 逾期 1 天"},
      {"order due today", Month8({july, report(8, S::accepted)}).order(today), "behind", "督办单 2020-5 未销号"},
      {"order past its deadline and answered", Month8({july, report(8, S::accepted)}).order(past, true), "behind", ""},
      {"order before the first report is due", Month8({}).due_until(0).order(past), "not_due", ""},
      {"two newest missing", Month8({report(6, S::accepted)}), "off", "区发改局7月、8月连续两期未报"},
      {"two newest missing, done before", Month8({report(6, S::accepted, W::done)}), "off", ""},
      {"nothing ever, two due", Month8({}).due_until(2), "off", ""},
      {"nothing ever, one due", Month8({}).due_until(1), "missing", "区发改局1月未报"},
      {"newest missing", Month8({july}), "missing", "区发改局8月未报"},
      {"newest missing, done before", Month8({report(7, S::accepted, W::done)}), "missing", ""},
      {"newest missing, an order open", Month8({july}).order(today), "missing", ""},
      {"newest missing, a draft", Month8({july, report(8, S::draft)}), "missing", ""},
      {"the one before missing", Month8({report(6, S::accepted), report(8, S::accepted)}), "on_pace", ""},
      {"newest not due", Month8({july}).due_until(7), "on_pace", "7月核定为正常推进，8月尚未报送"},
      {"accepted as done", Month8({july, report(8, S::accepted, W::done)}), "done", "8月核定为已完成"},
      {"done by itself, waiting", Month8({july, report(8, S::submitted, W::done)}), "on_pace", "8月自评已完成，待审核"},
      {"done, judged otherwise", Month8({july, report(8, S::accepted, W::done, W::behind)}), "behind", ""},
      {"done, an order open", Month8({july, report(8, S::accepted, W::done)}).order(today), "done", ""},
      {"done and open again", Month8({july, report(8, S::returned, W::done)}), "on_pace", "已退回修改"},
      {"lagging by itself", Month8({july, report(8, S::submitted, W::behind)}), "behind", "8月自评进度滞后，待审核"},
      {"lagging by itself, judged on pace", Month8({july, report(8, S::accepted, W::behind, W::on_pace)}), "on_pace",
       ""},
      {"not started", Month8({july, report(8, S::accepted, W::not_started)}), "behind", "未启动"},
      {"two without progress", Month8({no_progress(7), no_progress(8)}), "behind", "7月、8月连续两期无新进展"},
      {"one without progress", Month8({july, no_progress(8)}), "on_pace", ""},
      {"without progress, then with", Month8({no_progress(7), report(8, S::accepted)}), "on_pace", ""},
      {"without progress around a missing one", Month8({no_progress(6), no_progress(8)}), "on_pace", ""},
      {"done without progress", Month8({no_progress(7, W::done), no_progress(8, W::done)}), "done", ""},
      {"of a later month", Month8({july, report(8, S::accepted), report(9, S::accepted, W::behind)}), "on_pace", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.task.light(), c.light) << c.why;
    EXPECT_THAT(c.task.judge().reason, HasSubstr(c.reason)) << c.why;
  }
}

TEST(ATask, IsBehindOrOffByItsRequirements) {
  const auto with = [](RequirementKind kind, const char* value, int month) {
    Month8 one({report(month - 1, S::accepted), report(month, S::accepted)});
    Requirement requirement;
    requirement.key = "ban";
    requirement.text = "国三柴油车禁行";
    requirement.kind = kind;
    if (kind == RequirementKind::by_date) requirement.date = Date{2020, 12, 31};
    one.task.requirements = {requirement};
    one.reports[1].text.requirements["ban"] = value;
    one.month = one.due = month;
    return one;
  };
  EXPECT_EQ(with(RequirementKind::level, "yes", 8).light(), "on_pace");
  EXPECT_EQ(with(RequirementKind::level, "no", 8).light(), "behind");
  EXPECT_EQ(with(RequirementKind::level, "no", 12).light(), "off");
  EXPECT_EQ(with(RequirementKind::by_date, "no", 8).light(), "on_pace");
  EXPECT_EQ(with(RequirementKind::by_date, "no", 12).light(), "off");
  EXPECT_EQ(with(RequirementKind::each_month, "no", 11).light(), "behind");
  const auto standing = with(RequirementKind::level, "no", 8).judge();
  EXPECT_EQ(standing.reason, "量化要求未达到：国三柴油车禁行，8月填报未达到。");
  ASSERT_EQ(standing.requirements.size(), 1u);
  EXPECT_EQ(standing.requirements[0].state, RequirementState::behind);
}

TEST(AJointTask, IsTheWorstOfItsUnits) {
  const auto pair = [](std::optional<Report> one, std::optional<Report> other) {
    std::vector<Report> reports;
    for (int month = 6; month <= 7; ++month) {
      reports.push_back(report(month, S::accepted));
      reports.push_back(report(month, S::accepted, W::on_pace, {}, "jiaojing"));
    }
    if (one) reports.push_back(*one);
    if (other) {
      reports.push_back(*other);
      reports.back().key.unit = {"jiaojing"};
    }
    return Month8(reports).joint();
  };
  const auto done = report(8, S::accepted, W::done), good = report(8, S::accepted),
             slow = report(8, S::accepted, W::behind), off = report(8, S::accepted, W::on_pace, W::off);
  const struct {
    Month8 task;
    const char* light;
    const char* reason;
  } cases[] = {{pair(done, done), "done", "2 个单位均为已完成"},
               {pair(good, good), "on_pace", "2 个单位均为正常"},
               {pair(done, good), "on_pace", "区交警大队8月核定为正常推进"},
               {pair(good, slow), "behind", "区交警大队8月核定为进度滞后"},
               {pair(slow, slow), "behind", "区发改局8月核定为进度滞后。区交警大队8月核定为进度滞后。"},
               {pair(slow, {}), "missing", "区交警大队8月未报"},
               {pair({}, off), "off", "区交警大队8月核定为严重滞后"},
               {pair({}, {}), "missing", "区发改局8月未报。区交警大队8月未报。"}};
  for (const auto& c : cases) {
    EXPECT_EQ(c.task.light(), c.light) << c.reason;
    EXPECT_EQ(c.task.judge().reason.find(c.reason), 0u) << c.task.judge().reason;
  }
  auto together = pair(done, good).order({2020, 9, 1});
  EXPECT_EQ(together.light(), "off");
  EXPECT_EQ(together.judge().reason, "督办单 2020-5 逾期 9 天。") << "said once";
}

TEST(AnExemptUnit, IsLeftOut) {
  auto joint = Month8({report(8, S::accepted)}).joint();
  joint.leads[1].exempt = {{2020, 8}};
  EXPECT_EQ(joint.light(), "on_pace") << "of two units the exempt one";
  auto sole = Month8({report(7, S::accepted)});
  sole.leads[0].exempt = {{2020, 8}};
  EXPECT_EQ(sole.light(), "on_pace") << "the month is not owed";
  EXPECT_THAT(sole.judge().reason, HasSubstr("8月免报"));
  auto twice = Month8({report(5, S::accepted)});
  twice.leads[0].exempt = {{2020, 6}, {2020, 7}};
  EXPECT_EQ(twice.light(), "missing") << "August alone was owed";
  auto always = Month8({}).due_until(2);
  always.month = 2;
  always.leads[0].exempt = {{2020, 1}, {2020, 2}};
  EXPECT_EQ(always.light(), "not_due");
  auto between = Month8({no_progress(6), no_progress(8)});
  between.leads[0].exempt = {{2020, 7}};
  EXPECT_EQ(between.light(), "behind") << "two in a row of those owed";
}

TEST(ALight, IsProvisionalWhileAReportThatCountsIsNotAccepted) {
  EXPECT_FALSE(Month8({report(8, S::accepted)}).judge().provisional);
  EXPECT_TRUE(Month8({report(8, S::submitted)}).judge().provisional);
  EXPECT_TRUE(Month8({report(8, S::returned)}).judge().provisional);
  EXPECT_FALSE(Month8({report(7, S::accepted), report(8, S::draft)}).judge().provisional);
  EXPECT_TRUE(Month8({report(8, S::accepted), report(8, S::submitted, W::on_pace, {}, "jiaojing")})
                  .joint()
                  .judge()
                  .provisional);
}

TEST(ALightSetByTheOffice, ShowsItsReasonAndWhatTheRulesSay) {
  auto one = Month8({report(8, S::accepted)});
  one.set_by_office = LightOverride{TaskLight::off, "现场检查发现停工"};
  const auto standing = one.judge();
  EXPECT_EQ(standing.light, TaskLight::off);
  EXPECT_EQ(standing.by_rule, TaskLight::on_pace);
  EXPECT_EQ(standing.reason, "专班办公室改定为严重滞后：现场检查发现停工（按规则为正常：区发改局8月核定为正常推进。）");
}

TEST(ALight, HasRecoveredFromRedOrMissingWhenItIsBetterThanBoth) {
  using L = TaskLight;
  const struct {
    L kept, now;
    bool recovered;
  } cases[] = {{L::off, L::behind, true},     {L::off, L::on_pace, true},     {L::off, L::done, true},
               {L::missing, L::behind, true}, {L::missing, L::on_pace, true}, {L::off, L::missing, false},
               {L::missing, L::off, false},   {L::off, L::off, false},        {L::behind, L::on_pace, false},
               {L::off, L::not_due, false},   {L::not_due, L::on_pace, false}};
  for (const auto& c : cases) EXPECT_EQ(is_recovered(c.kept, c.now), c.recovered) << to_code(c.kept);
}

}  // namespace
}  // namespace sjsz
