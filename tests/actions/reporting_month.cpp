#include "actions/reporting_month.h"

#include <gmock/gmock.h>

#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz::test {

using actions::Outcome;

namespace {

Visitor visitor(AccountRole role, const std::string& unit) {
  Account account;
  account.id = {1};
  account.name = unit.empty() ? "somebody" : unit;
  account.display = role == AccountRole::office ? "李主任" : "王工";
  account.role = role;
  if (!unit.empty()) account.unit = UnitCode{unit};
  Visitor visitor;
  visitor.account = account;
  return visitor;
}

}  // namespace

Visitor reporter(const std::string& unit) { return visitor(AccountRole::reporter, unit); }

Visitor office(const std::string& unit) { return visitor(AccountRole::office, unit); }

Visitor person(AccountRole role) { return visitor(role, ""); }

Instant on(const Date& day, int hour) { return business_instant(day, std::chrono::hours(hour)); }

actions::Actor actor(const Date& day, int hour) {
  return {.name = "wang", .role = "reporter", .unit = "gongxin", .via = "web", .moment = on(day, hour)};
}

ReportText good_text() {
  ReportText text;
  text.self_state = WorkState::on_pace;
  text.completion = 65;
  text.progress = "完成2号机组通流改造设备安装。";
  text.next_steps = "九月开展性能试验。";
  text.requirements = {{"coal_use", "312.5"}, {"ban", "yes"}};
  return text;
}

ReportText short_text() {
  ReportText text;
  text.progress = "配合开展联合检查两次，提供企业名单。";
  return text;
}

ReportText no_progress_text() {
  ReportText text;
  text.no_progress = "汛期停工，设备未到货。";
  text.requirements = {{"coal_use", "312.5"}, {"ban", "yes"}};
  return text;
}

void expect_refused(const actions::Outcome& outcome, actions::Refusal::Why why, const std::string& reason) {
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().why, why) << outcome.error().reason;
  EXPECT_THAT(outcome.error().reason, testing::HasSubstr(reason));
}

ReportingMonth::ReportingMonth() {
  auto book = sample_book();
  book.units.push_back({{"shengtai"}, "市生态环境局历下分局", false, true});
  for (auto& task : book.years[0].tasks) task.assignments.push_back({{"shengtai"}, Role::support});
  db_->write([&](Writer& db) {
    set_units(db, book.units);
    insert_plan(db, book.years[0].plan);
    insert_tasks(db, 2020, book.years[0].tasks);
    set_setting(db, "first_period", "2020-01");
  });
}

Outcome ReportingMonth::save(const ReportKey& key, const ReportText& text, std::optional<int> seen) {
  const int version_seen = seen.value_or(version(key));
  return db_->write(
      [&](Writer& db) { return actions::save_report(db, actor(), reporter(key.unit.value), key, version_seen, text); });
}

Outcome ReportingMonth::submit(const ReportKey& key, const Date& day, std::optional<int> seen) {
  const int version_seen = seen.value_or(version(key));
  return db_->write([&](Writer& db) -> Outcome {
    const auto done = actions::submit_reports(db, actor(day), reporter(key.unit.value), {{key, version_seen}});
    if (!done) return tl::unexpected(done.error());
    return done->lines.at(0);
  });
}

Outcome ReportingMonth::withdraw(const ReportKey& key, const Date& day) {
  const int seen = version(key);
  return db_->write(
      [&](Writer& db) { return actions::withdraw_report(db, actor(day), reporter(key.unit.value), key, seen); });
}

Outcome ReportingMonth::send_back(const ReportKey& key, const std::string& comment) {
  const int seen = version(key);
  return db_->write(
      [&](Writer& db) { return actions::return_report(db, actor(), office("zhengfuban"), key, seen, comment); });
}

Outcome ReportingMonth::accept(const ReportKey& key, std::optional<WorkState> judged, const std::string& comment) {
  const int seen = version(key);
  return db_->write([&](Writer& db) {
    return actions::accept_report(db, actor(), office("zhengfuban"), key, seen, judged, comment);
  });
}

void ReportingMonth::bring_to(const ReportKey& key, ReportState state) {
  const bool leads = key.task && key.unit.value == "gongxin";
  if (state != ReportState::none) save(key, leads ? good_text() : short_text()).value();
  if (state != ReportState::none && state != ReportState::draft) submit(key).value();
  if (state == ReportState::returned) send_back(key).value();
  if (state == ReportState::accepted) accept(key).value();
}

Report ReportingMonth::find(const ReportKey& key) {
  return find_report(*db_->reader(), key).value_or(Report{.key = key});
}

std::vector<std::string> ReportingMonth::audit_actions() {
  std::vector<std::string> list;
  auto reader = db_->reader();
  auto row = reader->query("SELECT action, object FROM audit ORDER BY id");
  while (row.next()) list.push_back(row.text(0) + " " + row.text(1));
  return list;
}

}  // namespace sjsz::test
