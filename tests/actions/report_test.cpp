#include "actions/report.h"

#include <gmock/gmock.h>

#include <thread>

#include "actions/reporting_month.h"
#include "domain/codes.h"
#include "storage/period_store.h"
#include "storage/receipt_store.h"

namespace sjsz::test {
namespace {

using actions::Outcome;
using actions::Refusal;
using testing::ElementsAre;
using testing::HasSubstr;
using Why = Refusal::Why;

std::vector<std::string> fields(const Refusal& refusal, std::size_t line = 0) {
  std::vector<std::string> names;
  for (const auto& fault : refusal.lines.at(line).faults) names.push_back(fault.field);
  return names;
}

TEST(AReport, GoesFromDraftOverSubmittedToAcceptedAndGrowsItsVersion) {
  ReportingMonth month;
  EXPECT_EQ(month.save(kLead, good_text())->version, 1);
  EXPECT_EQ(month.save(kLead, short_text())->version, 2);
  EXPECT_EQ(month.save(kLead, good_text())->state, ReportState::draft);
  const auto submitted = month.submit(kLead);
  EXPECT_EQ(submitted->state, ReportState::submitted);
  EXPECT_EQ(submitted->version, 4);
  EXPECT_EQ(month.accept(kLead)->state, ReportState::accepted);
  EXPECT_EQ(month.find(kLead).version, 5);
  EXPECT_EQ(month.find(kLead).changed_by, "李主任");
}

TEST(AReport, IsNotWrittenAnewWhenNothingChanged) {
  ReportingMonth month;
  month.save(kLead, good_text());
  EXPECT_EQ(month.save(kLead, good_text())->version, 1);
  EXPECT_EQ(month.audit_actions().size(), 1u);
}

TEST(AReport, TakesInEachStateWhatThatStateAllows) {
  using S = ReportState;
  const struct {
    S from;
    bool save, submit, withdraw, send_back, accept;
  } cases[] = {{S::none, true, false, false, false, false},
               {S::draft, true, true, false, false, false},
               {S::submitted, false, false, true, true, true},
               {S::returned, true, true, false, false, false},
               {S::accepted, false, false, false, true, false}};
  const auto attempt = [](S from, auto verb) {
    ReportingMonth month;
    month.bring_to(kLead, from);
    const auto before = month.find(kLead);
    const Outcome outcome = verb(month);
    if (!outcome) {
      EXPECT_EQ(month.find(kLead).version, before.version);
      EXPECT_EQ(month.find(kLead).state, before.state);
    }
    return outcome.has_value();
  };
  for (const auto& c : cases) {
    const auto name = to_code(c.from);
    auto other = good_text();
    other.problems = "无";
    EXPECT_EQ(attempt(c.from, [&](auto& month) { return month.save(kLead, other); }), c.save) << name;
    EXPECT_EQ(attempt(c.from, [](auto& month) { return month.submit(kLead); }), c.submit) << name;
    EXPECT_EQ(attempt(c.from, [](auto& month) { return month.withdraw(kLead); }), c.withdraw) << name;
    EXPECT_EQ(attempt(c.from, [](auto& month) { return month.send_back(kLead); }), c.send_back) << name;
    EXPECT_EQ(attempt(c.from, [](auto& month) { return month.accept(kLead); }), c.accept) << name;
  }
}

TEST(AReport, IsRefusedAsStaleToWhoSawAnOlderVersion) {
  ReportingMonth month;
  month.save(kLead, good_text());
  month.save(kLead, short_text());
  expect_refused(month.save(kLead, good_text(), 1), Why::stale, "王工");
  expect_refused(month.save(kLead, good_text(), 0), Why::stale);
  expect_refused(month.save(kSecond, good_text(), 1), Why::stale, "还没有保存过");
  EXPECT_EQ(month.find(kLead).text, short_text());
}

TEST(AReport, SubmittedTwiceIsOneSubmission) {
  ReportingMonth month;
  month.save(kLead, good_text());
  EXPECT_TRUE(month.submit(kLead, {2020, 9, 3}, 1));
  expect_refused(month.submit(kLead, {2020, 9, 3}, 1), Why::stale);
  expect_refused(month.submit(kLead), Why::wrong_state, "已经提交");
  EXPECT_EQ(list_revisions(*month->reader(), month.find(kLead).id).size(), 1u);
  EXPECT_EQ(list_receipts(*month->reader(), kAugust, {"gongxin"}).size(), 1u);
}

TEST(AReport, OfTwoWhoWriteAtOnceOneWinsAndTheOtherLosesNothing) {
  ReportingMonth month;
  month.save(kLead, good_text());
  for (int round = 0; round < 20; ++round) {
    const int seen = month.version(kLead);
    std::optional<Outcome> outcomes[2];
    const auto write = [&](int who) {
      auto text = good_text();
      text.measures = "第" + std::to_string(round) + "轮，第" + std::to_string(who) + "人";
      outcomes[who] = month.save(kLead, text, seen);
    };
    std::thread other([&] { write(1); });
    write(0);
    other.join();
    EXPECT_NE(outcomes[0]->has_value(), outcomes[1]->has_value());
    const int winner = outcomes[0]->has_value() ? 0 : 1;
    expect_refused(*outcomes[1 - winner], Why::stale);
    EXPECT_THAT(month.find(kLead).text.measures, HasSubstr("第" + std::to_string(winner) + "人"));
    EXPECT_EQ(month.version(kLead), seen + 1);
  }
}

TEST(AReport, IsFrozenAtEachSubmission) {
  ReportingMonth month;
  month.bring_to(kLead, ReportState::returned);
  auto better = good_text();
  better.progress = "补充了照片，完成全部设备安装。";
  month.save(kLead, better);
  month.submit(kLead, {2020, 9, 10});
  const auto revisions = list_revisions(*month->reader(), month.find(kLead).id);
  ASSERT_EQ(revisions.size(), 2u);
  EXPECT_EQ(revisions[0].text, good_text());
  EXPECT_EQ(revisions[1].text, better);
  EXPECT_EQ(revisions[1].submitted_by, "王工");
}

TEST(AReport, KeepsItsHistory) {
  ReportingMonth month;
  month.bring_to(kLead, ReportState::submitted);
  month.withdraw(kLead);
  month.submit(kLead);
  month.send_back(kLead, "  请补充数据来源。 ");
  month.submit(kLead);
  month.accept(kLead, WorkState::behind, "进度低于序时");
  month.send_back(kLead, "数据有误，重新打开。");
  std::vector<std::string> lines;
  for (const auto& event : list_report_events(*month->reader(), month.find(kLead).id)) {
    lines.push_back(event.actor + " " + event.verb + " " + std::to_string(event.revision.value_or(0)) + " " +
                    (event.judged_state ? std::string(to_code(*event.judged_state)) : "") + " " + event.comment);
  }
  EXPECT_THAT(lines, ElementsAre("王工 submit 1  ", "王工 withdraw 1  ", "王工 submit 2  ",
                                 "李主任 return 2  请补充数据来源。", "王工 submit 3  ",
                                 "李主任 accept 3 behind 进度低于序时", "李主任 return 3  数据有误，重新打开。"));
}

TEST(AReport, LeavesAnAuditRowForEachChangeAndNoneForARefusal) {
  ReportingMonth month;
  month.bring_to(kLead, ReportState::accepted);
  month.accept(kLead);
  month.send_back(kLead);
  month.submit(kLead);
  month.withdraw(kLead);
  month.save(kNarrative, short_text());
  const std::string lead = "reports/2020-08/1/gongxin";
  EXPECT_THAT(
      month.audit_actions(),
      ElementsAre("report.save " + lead, "report.submit " + lead, "report.accept " + lead, "report.reopen " + lead,
                  "report.submit " + lead, "report.withdraw " + lead, "report.save reports/2020-08/narrative/gongxin"));
  EXPECT_FALSE(find_audit_fault(*month->reader()));
}

TEST(AReport, SaysNothingOfItsTextInTheAuditLog) {
  ReportingMonth month;
  month.bring_to(kLead, ReportState::submitted);
  month.send_back(kLead, "请补充现场照片。");
  auto reader = month->reader();
  auto row = reader->query("SELECT group_concat(detail) FROM audit");
  row.next();
  EXPECT_THAT(row.text(0), testing::Not(HasSubstr("改造")));
  EXPECT_THAT(row.text(0), testing::Not(HasSubstr("照片")));
}

// Rights.

TEST(AReport, IsFiledByItsOwnUnitAlone) {
  ReportingMonth month;
  for (const auto& visitor : {reporter("shengtai"), office("shengtai"), person(AccountRole::admin),
                              person(AccountRole::leader), person(AccountRole::auditor), Visitor{}}) {
    month->write([&](Writer& db) {
      const auto saved = actions::save_report(db, actor(), visitor, kLead, 0, good_text());
      expect_refused(saved, Why::not_allowed, "本单位");
      return saved;
    });
  }
  EXPECT_TRUE(month.save(kLead, good_text()));
}

TEST(AReport, IsJudgedByTheOfficeAndNeverByItsOwnUnit) {
  ReportingMonth month;
  month.bring_to(kSupporting, ReportState::submitted);
  const int seen = month.version(kSupporting);
  const struct {
    Visitor visitor;
    const char* reason;
  } refused[] = {{office("shengtai"), "不能审核本单位"},          {reporter("shengtai"), "只有专班办公室"},
                 {reporter("gongxin"), "只有专班办公室"},         {person(AccountRole::admin), "只有专班办公室"},
                 {person(AccountRole::leader), "只有专班办公室"}, {person(AccountRole::auditor), "只有专班办公室"}};
  for (const auto& one : refused) {
    month->write([&](Writer& db) {
      const auto accepted = actions::accept_report(db, actor(), one.visitor, kSupporting, seen, {}, "");
      expect_refused(accepted, Why::not_allowed, one.reason);
      const auto returned = actions::return_report(db, actor(), one.visitor, kSupporting, seen, "不行");
      expect_refused(returned, Why::not_allowed, one.reason);
      return accepted;
    });
  }
  EXPECT_TRUE(month.accept(kSupporting));
}

TEST(AReport, IsThereForOwedLinesAlone) {
  ReportingMonth month;
  expect_refused(month.save({kAugust, TaskSeq{3}, {"gongxin"}}, good_text()), Why::not_allowed, "没有这一项");
  expect_refused(month.save({kAugust, TaskSeq{1}, {"nobody"}}, good_text()), Why::not_allowed, "没有这一项");
  month->write([](Writer& db) { insert_exemption(db, {kLead, "停产检修"}); });
  expect_refused(month.save(kLead, good_text()), Why::wrong_state, "停产检修");
}

// What must be filled in.

TEST(AReport, IsNotSubmittedBeforeItIsComplete) {
  ReportingMonth month;
  auto text = good_text();
  text.self_state = WorkState::behind;
  text.progress = "太短";
  text.requirements.erase("ban");
  month.save(kLead, text);
  const auto refused = month.submit(kLead);
  expect_refused(refused, Why::incomplete);
  EXPECT_THAT(fields(refused.error()), ElementsAre("progress", "problems", "requirements.ban"));
  EXPECT_EQ(month.find(kLead).state, ReportState::draft);
  expect_refused(month.submit(kSecond), Why::incomplete);
}

TEST(AReport, OfASupportingLineOrANarrativeNeedsItsTextAlone) {
  ReportingMonth month;
  month.save(kSupporting, short_text());
  month.save(kNarrative, short_text());
  EXPECT_TRUE(month.submit(kSupporting));
  EXPECT_TRUE(month.submit(kNarrative));
  month.save(kLead, short_text());
  expect_refused(month.submit(kLead), Why::incomplete);
}

TEST(AReport, WithoutProgressKeepsLastMonthsStateAndCompletion) {
  ReportingMonth month;
  month.save(kLead, no_progress_text());
  EXPECT_TRUE(month.submit(kLead));
  EXPECT_EQ(month.find(kLead).text.self_state, WorkState::not_started);
  EXPECT_EQ(month.find(kLead).text.completion, 0);

  const ReportKey july{{2020, 7}, TaskSeq{2}, {"gongxin"}};
  month.bring_to(july, ReportState::submitted);
  auto text = no_progress_text();
  text.self_state = WorkState::behind;  // chosen before the box was ticked: not what counts
  text.completion = 99;
  month.save(kSecond, text);
  EXPECT_TRUE(month.submit(kSecond));
  const auto revision = list_revisions(*month->reader(), month.find(kSecond).id).at(0);
  EXPECT_EQ(revision.text.self_state, WorkState::on_pace);
  EXPECT_EQ(revision.text.completion, 65);
  EXPECT_EQ(revision.text.no_progress, text.no_progress);
  EXPECT_EQ(revision.text.requirements, text.requirements);
}

TEST(AReport, WithoutProgressOfASupportingLineHasNoState) {
  ReportingMonth month;
  ReportText text;
  text.no_progress = "本月未开展联合检查。";
  month.save(kSupporting, text);
  EXPECT_TRUE(month.submit(kSupporting));
  EXPECT_EQ(month.find(kSupporting).text, text);
}

// Review.

TEST(AReport, IsReturnedWithAReason) {
  ReportingMonth month;
  month.bring_to(kLead, ReportState::submitted);
  for (const char* empty : {"", "  ", "　"}) {
    const auto refused = month.send_back(kLead, empty);
    expect_refused(refused, Why::incomplete);
    EXPECT_THAT(fields(refused.error()), ElementsAre("comment"));
  }
  expect_refused(month.send_back(kLead, std::string(20'000, 'x')), Why::incomplete);
  expect_refused(month.send_back(kLead, "\xff"), Why::incomplete);
  EXPECT_TRUE(month.send_back(kLead, "数据与上月矛盾"));
}

TEST(AReport, IsAcceptedWithTheUnitsStateOrAnotherOneWithAReason) {
  const auto judged = [](std::optional<WorkState> state, const std::string& comment) -> std::optional<WorkState> {
    ReportingMonth month;
    month.bring_to(kLead, ReportState::submitted);
    const auto outcome = month.accept(kLead, state, comment);
    if (!outcome) {
      EXPECT_THAT(fields(outcome.error()), ElementsAre("comment"));
    }
    return month.find(kLead).judged_state;
  };
  EXPECT_EQ(judged({}, ""), WorkState::on_pace);
  EXPECT_EQ(judged(WorkState::on_pace, ""), WorkState::on_pace);
  EXPECT_EQ(judged(WorkState::off, ""), std::nullopt);
  EXPECT_EQ(judged(WorkState::off, "没有实质进展"), WorkState::off);
}

TEST(AReport, OfASupportingLineHasNoJudgedState) {
  ReportingMonth month;
  month.bring_to(kSupporting, ReportState::submitted);
  const auto refused = month.accept(kSupporting, WorkState::done, "好");
  expect_refused(refused, Why::incomplete);
  EXPECT_THAT(fields(refused.error()), ElementsAre("judged_state"));
  EXPECT_TRUE(month.accept(kSupporting));
  EXPECT_EQ(month.find(kSupporting).judged_state, std::nullopt);
}

TEST(AReport, ThatIsReopenedLosesItsJudgedState) {
  ReportingMonth month;
  month.bring_to(kLead, ReportState::accepted);
  EXPECT_TRUE(month.find(kLead).judged_state);
  month.send_back(kLead);
  EXPECT_EQ(month.find(kLead).judged_state, std::nullopt);
  EXPECT_TRUE(month.find(kLead).was_accepted);
}

// Several at once.

using Lines = std::vector<actions::Submission>;

auto submit_all(ReportingMonth& month, const Lines& lines) {
  return month->write([&](Writer& db) { return actions::submit_reports(db, actor(), reporter(), lines); });
}

TEST(ASubmission, OfSeveralLinesHasOneReceipt) {
  ReportingMonth month;
  for (const auto& key : {kLead, kSecond, kNarrative}) month.save(key, key.task ? good_text() : short_text());
  const auto submitted = submit_all(month, {{kSecond, 1}, {kLead, 1}, {kNarrative, 1}});
  ASSERT_TRUE(submitted);
  EXPECT_EQ(submitted->receipt, "2020-08-gongxin-1");
  EXPECT_EQ(submitted->lines.size(), 3u);
  const auto lines = list_receipt_lines(*month->reader(), submitted->receipt);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].key, kNarrative);
  EXPECT_EQ(lines[1].key, kLead);
  EXPECT_EQ(find_receipt(*month->reader(), submitted->receipt)->at, on({2020, 9, 3}));
}

TEST(ASubmission, IsAllOrNothingAndNamesEveryFaultOfEveryLine) {
  ReportingMonth month;
  month.save(kLead, good_text());
  month.save(kSecond, short_text());
  month.save(kNarrative, {});
  const auto refused = submit_all(month, {{kLead, 1}, {kSecond, 1}, {kNarrative, 1}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Why::incomplete);
  ASSERT_EQ(refused.error().lines.size(), 2u);
  EXPECT_EQ(refused.error().lines[0].key, kSecond);
  EXPECT_EQ(fields(refused.error(), 0).front(), "self_state");
  EXPECT_EQ(refused.error().lines[1].key, kNarrative);
  EXPECT_EQ(month.find(kLead).state, ReportState::draft);
  EXPECT_TRUE(list_receipts(*month->reader(), kAugust, {"gongxin"}).empty());
}

TEST(ASubmission, NamesTheLineThatIsStale) {
  ReportingMonth month;
  month.save(kLead, good_text());
  month.save(kSecond, good_text());
  const auto refused = submit_all(month, {{kLead, 1}, {kSecond, 7}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Why::stale);
  EXPECT_EQ(refused.error().key, kSecond);
  EXPECT_EQ(month.find(kLead).state, ReportState::draft);
}

TEST(ASubmission, IsOfOneUnitAndMonth) {
  ReportingMonth month;
  EXPECT_THROW(submit_all(month, {}), std::logic_error);
  month.save(kLead, good_text());
  EXPECT_THROW(submit_all(month, {{kLead, 1}, {kLead, 1}}), std::logic_error);
  EXPECT_THROW(submit_all(month, {{kLead, 1}, {kSupporting, 1}}), std::logic_error);
}

}  // namespace
}  // namespace sjsz::test
