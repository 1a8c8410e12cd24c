#include "storage/report_store.h"

#include <gmock/gmock.h>

#include <SQLiteCpp/Exception.h>

#include "storage/receipt_store.h"
#include "storage/test_database.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Month kAugust{2020, 8};
const ReportKey kKey{kAugust, TaskSeq{1}, {"gongxin"}};

Stamp stamp(int day, int hour = 9) { return {business_instant({2020, 9, day}, std::chrono::hours(hour)), "王工"}; }

ReportText text(const std::string& progress) {
  ReportText text;
  text.progress = progress;
  return text;
}

ReportText whole_text() {
  return {.self_state = WorkState::behind,
          .completion = 65,
          .progress = "完成改造设备安装。",
          .no_progress = "",
          .measures = "每周调度。",
          .problems = "缺一个批件。",
          .next_steps = "性能试验。",
          .expected_date = Date{2020, 10, 31},
          .coordination = "请区发改局协调。",
          .requirements = {{"ban", "no"}, {"coal_use", "312.50"}}};
}

class Reports : public testing::Test {
 protected:
  Reports() {
    db_->write([](Writer& db) { set_units(db, sample_book().units); });
  }

  Report insert(const ReportText& text, const ReportKey& key = kKey) {
    return db_->write([&](Writer& db) { return insert_report(db, key, text, stamp(1)); });
  }
  Report submit(const Report& report, int day, bool late = false) {
    return db_->write([&](Writer& db) {
      const auto receipt = insert_receipt(db, report.key.period, report.key.unit, stamp(day));
      return set_report_submitted(db, report, stamp(day), late, receipt.id);
    });
  }
  Report set_state(const Report& report, ReportState state, std::optional<WorkState> judged = {}) {
    return db_->write([&](Writer& db) { return set_report_state(db, report, state, judged, stamp(9)); });
  }
  Report write(const Report& report, const ReportText& text) {
    return db_->write([&](Writer& db) { return update_report_text(db, report, text, stamp(10)); });
  }
  Report find(const ReportKey& key = kKey, ReportTexts texts = ReportTexts::present) {
    return find_report(*db_->reader(), key, texts).value();
  }

  TestDatabase db_;
};

TEST_F(Reports, AreNotThereUntilSomethingIsWritten) {
  EXPECT_FALSE(find_report(*db_->reader(), kKey));
  EXPECT_THAT(list_reports(*db_->reader(), kAugust), IsEmpty());
}

TEST_F(Reports, AreReadAsTheyWereWritten) {
  insert(whole_text());
  const auto report = find();
  EXPECT_EQ(report.key, kKey);
  EXPECT_EQ(report.state, ReportState::draft);
  EXPECT_EQ(report.version, 1);
  EXPECT_EQ(report.revisions, 0);
  EXPECT_EQ(report.text, whole_text());
  EXPECT_EQ(report.changed_at, stamp(1).at);
  EXPECT_EQ(report.changed_by, "王工");
  EXPECT_FALSE(report.judged_state || report.first_submitted || report.submitted_at);
}

TEST_F(Reports, AreAnsweredByEachWriteAsTheyAreReadAfterwards) {
  const auto expect_stored = [&](const Report& answered) {
    const auto read = find();
    EXPECT_EQ(read.id, answered.id);
    EXPECT_EQ(read.state, answered.state);
    EXPECT_EQ(read.version, answered.version);
    EXPECT_EQ(read.revisions, answered.revisions);
    EXPECT_EQ(read.text, answered.text);
    EXPECT_EQ(read.judged_state, answered.judged_state);
    EXPECT_EQ(read.first_submitted, answered.first_submitted);
    EXPECT_EQ(read.submitted_at, answered.submitted_at);
    EXPECT_EQ(read.changed_at, answered.changed_at);
    EXPECT_EQ(read.changed_by, answered.changed_by);
  };
  auto report = insert(text("一"));
  expect_stored(report);
  report = write(report, whole_text());
  expect_stored(report);
  report = submit(report, 3);
  expect_stored(report);
  report = set_state(report, ReportState::accepted, WorkState::off);
  expect_stored(report);
  report = set_state(report, ReportState::returned);
  expect_stored(report);
  report = submit(report, 12);
  expect_stored(report);
  report = db_->write([&](Writer& db) { return set_report_withdrawn(db, report, stamp(13)); });
  expect_stored(report);
  EXPECT_EQ(report.version, 7);
}

TEST_F(Reports, HoldTheNarrativeBesideTheTasks) {
  insert(text("任务"));
  insert(text("报告"), {kAugust, std::nullopt, {"gongxin"}});
  EXPECT_EQ(find({kAugust, std::nullopt, {"gongxin"}}).text.progress, "报告");
  EXPECT_EQ(find().text.progress, "任务");
}

TEST_F(Reports, ReplaceRequirementValuesWithTheText) {
  const auto report = insert(whole_text());
  auto changed = whole_text();
  changed.requirements = {{"coal_use", "310"}};
  write(report, changed);
  EXPECT_EQ(find().text, changed);
}

TEST_F(Reports, KeepARevisionAsItWasSubmittedHoweverTheTextGoesOn) {
  auto report = submit(insert(whole_text()), 3, true);
  report = set_state(report, ReportState::returned);
  report = write(report, text("改了"));
  report = write(report, text("又改了"));
  submit(report, 12);
  const auto revisions = list_revisions(*db_->reader(), report.id);
  ASSERT_EQ(revisions.size(), 2u);
  EXPECT_EQ(revisions[0].text, whole_text());
  EXPECT_EQ(revisions[0].number, 1);
  EXPECT_TRUE(revisions[0].late);
  EXPECT_EQ(revisions[0].submitted_at, stamp(3).at);
  EXPECT_EQ(revisions[0].submitted_by, "王工");
  EXPECT_EQ(revisions[0].receipt, "2020-08-gongxin-1");
  EXPECT_EQ(revisions[1].text, text("又改了"));
  EXPECT_FALSE(revisions[1].late);
}

TEST_F(Reports, ShowOthersWhatWasSubmittedAndNotWhatIsBeingWritten) {
  auto report = insert(whole_text());
  EXPECT_EQ(find(kKey, ReportTexts::submitted).text, ReportText{});
  report = submit(report, 3);
  report = write(set_state(report, ReportState::returned), text("改了"));
  EXPECT_EQ(find(kKey, ReportTexts::submitted).text, whole_text());
  EXPECT_EQ(find(kKey, ReportTexts::present).text, text("改了"));
  EXPECT_EQ(list_reports(*db_->reader(), kAugust, ReportTexts::submitted)[0].text, whole_text());
  report = submit(report, 12);
  db_->write([&](Writer& db) { set_report_withdrawn(db, report, stamp(13)); });
  EXPECT_EQ(find(kKey, ReportTexts::submitted).text, ReportText{});
}

TEST_F(Reports, CountTimeFromTheFirstSubmissionThatWasNotWithdrawn) {
  const auto withdraw = [&](const Report& report) {
    return db_->write([&](Writer& db) { return set_report_withdrawn(db, report, stamp(20)); });
  };
  auto report = withdraw(submit(insert(text("一")), 3));
  EXPECT_EQ(report.first_submitted, std::nullopt);
  EXPECT_EQ(report.submitted_at, std::nullopt);
  report = submit(report, 5);
  EXPECT_EQ(report.first_submitted, stamp(5).at);
  report = submit(set_state(report, ReportState::returned), 11);
  EXPECT_EQ(report.first_submitted, stamp(5).at);
  EXPECT_EQ(report.submitted_at, stamp(11).at);
  EXPECT_EQ(withdraw(report).first_submitted, stamp(5).at);
}

TEST_F(Reports, AreListedByUnitAndTaskInTwoStatementsHoweverMany) {
  const auto count = [&] {
    auto reader = db_->reader();
    list_reports(*reader, kAugust, ReportTexts::submitted);
    return reader->statements_run();
  };
  insert(whole_text(), {kAugust, TaskSeq{2}, {"gongxin"}});
  EXPECT_EQ(count(), 2u);
  insert(whole_text(), {kAugust, TaskSeq{1}, {"jiedao"}});
  insert(whole_text(), {kAugust, std::nullopt, {"gongxin"}});
  insert(whole_text(), {{2020, 7}, TaskSeq{1}, {"gongxin"}});
  EXPECT_EQ(count(), 2u);
  std::vector<std::string> lines;
  for (const auto& report : list_reports(*db_->reader(), kAugust)) {
    EXPECT_EQ(report.text, whole_text());
    lines.push_back(report.key.unit.value + (report.key.task ? std::to_string(report.key.task->value) : ""));
  }
  EXPECT_THAT(lines, ElementsAre("gongxin", "gongxin2", "jiedao1"));
  EXPECT_EQ(list_reports_of_unit(*db_->reader(), kAugust, {"jiedao"}).size(), 1u);
}

TEST_F(Reports, OfATaskAreListedThroughItsYear) {
  for (const Month month : {Month{2020, 7}, kAugust, Month{2019, 12}, Month{2021, 1}}) {
    submit(insert(text("一"), {month, TaskSeq{1}, {"gongxin"}}), 3);
  }
  insert(text("一"), {kAugust, TaskSeq{2}, {"gongxin"}});
  const auto reports = list_reports_of_task(*db_->reader(), {1}, 2020);
  ASSERT_EQ(reports.size(), 2u);
  EXPECT_EQ(reports[0].key.period, (Month{2020, 7}));
  EXPECT_EQ(reports[1].key.period, kAugust);
}

TEST_F(Reports, ThatWaitAreListedOldestFirst) {
  const auto late = submit(insert(text("一")), 8);
  const auto early = submit(insert(text("二"), {{2020, 7}, TaskSeq{1}, {"jiedao"}}), 2);
  set_state(submit(insert(text("三"), {kAugust, TaskSeq{2}, {"jiedao"}}), 1), ReportState::accepted);
  insert(text("四"), {kAugust, TaskSeq{2}, {"gongxin"}});
  const auto waiting = list_submitted_reports(*db_->reader());
  ASSERT_EQ(waiting.size(), 2u);
  EXPECT_EQ(waiting[0].id, early.id);
  EXPECT_EQ(waiting[1].id, late.id);
}

TEST_F(Reports, HaveAsPreviousOneTheNewestThatWasSubmittedBeforeInTheSameYear) {
  const auto of = [](const Month& month) { return ReportKey{month, TaskSeq{1}, {"gongxin"}}; };
  submit(insert(text("上年"), of({2019, 12})), 1);
  EXPECT_FALSE(find_previous_report(*db_->reader(), kKey));
  submit(insert(text("五月"), of({2020, 5})), 1);
  auto june = submit(insert(text("六月"), of({2020, 6})), 1);
  insert(text("七月草稿"), of({2020, 7}));
  submit(insert(text("八月"), kKey), 1);
  write(set_state(june, ReportState::returned), text("六月在改"));
  const auto previous = find_previous_report(*db_->reader(), kKey).value();
  EXPECT_EQ(previous.text.progress, "六月");
  const auto all = list_previous_reports(*db_->reader(), kAugust);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].id, previous.id);
  EXPECT_EQ(all[0].text, previous.text);
}

TEST_F(Reports, KeepTheirHistoryInOrder) {
  const auto report = insert(text("一"));
  db_->write([&](Writer& db) { insert_report_event(db, report.id, {stamp(3).at, "王工", "submit", 1, {}, ""}); });
  EXPECT_FALSE(find().was_accepted);
  db_->write([&](Writer& db) {
    insert_report_event(db, report.id, {stamp(3).at, "李主任", "accept", 1, WorkState::off, "没有实质进展"});
  });
  const auto events = list_report_events(*db_->reader(), report.id);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].verb, "submit");
  EXPECT_EQ(events[0].revision, 1);
  EXPECT_EQ(events[0].judged_state, std::nullopt);
  EXPECT_EQ(events[1].actor, "李主任");
  EXPECT_EQ(events[1].judged_state, WorkState::off);
  EXPECT_EQ(events[1].comment, "没有实质进展");
  EXPECT_EQ(events[1].at, stamp(3).at);
  EXPECT_TRUE(find().was_accepted);
}

TEST_F(Reports, AreOnceForEachLine) {
  insert(text("一"));
  EXPECT_THROW(insert(text("二")), SQLite::Exception);
}

TEST_F(Reports, ReceiptsAreCountedForEachMonthAndUnitAndKnowTheirLines) {
  submit(insert(text("一")), 3);
  const auto receipt = db_->write([&](Writer& db) {
    const auto made = insert_receipt(db, kAugust, {"gongxin"}, stamp(4));
    for (const std::optional<TaskSeq> task : {std::optional<TaskSeq>{{2}}, {}}) {
      const auto report = insert_report(db, {kAugust, task, {"gongxin"}}, text("二"), stamp(4));
      set_report_submitted(db, report, stamp(4), task.has_value(), made.id);
    }
    return made;
  });
  EXPECT_EQ(receipt.id, "2020-08-gongxin-2");
  const auto found = find_receipt(*db_->reader(), receipt.id).value();
  EXPECT_EQ(found.unit, (UnitCode{"gongxin"}));
  EXPECT_EQ(found.month, kAugust);
  EXPECT_EQ(found.number, 2);
  EXPECT_EQ(found.at, stamp(4).at);
  EXPECT_EQ(found.actor, "王工");
  const auto lines = list_receipt_lines(*db_->reader(), receipt.id);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].key.task, std::nullopt);
  EXPECT_FALSE(lines[0].late);
  EXPECT_EQ(lines[1].key.task, TaskSeq{2});
  EXPECT_TRUE(lines[1].late);
  EXPECT_EQ(list_receipts(*db_->reader(), kAugust, {"gongxin"}).size(), 2u);
  EXPECT_FALSE(find_receipt(*db_->reader(), "2020-08-gongxin-3"));
  db_->write([&](Writer& db) {
    EXPECT_EQ(insert_receipt(db, {2020, 9}, {"gongxin"}, stamp(4)).id, "2020-09-gongxin-1");
  });
}

}  // namespace
}  // namespace sjsz::test
