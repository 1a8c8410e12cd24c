#include "office_month.h"

#include <gtest/gtest.h>

#include "storage/setting_store.h"
#include "storage/task_store.h"

namespace sjsz::test {
namespace {

Visitor visitor(AccountRole role, const std::string& unit) {
  Visitor visitor;
  visitor.account = Account{.id = {1}, .name = unit, .display = "王欣", .role = role, .unit = UnitCode{unit}};
  return visitor;
}

actions::Actor actor(const Date& day) {
  return {.name = "wang",
          .role = "reporter",
          .unit = "fagai",
          .via = "web",
          .moment = business_instant(day, std::chrono::hours(9))};
}

// With a value for each requirement that the task has.
ReportText with_requirements(Reader& db, const ReportKey& key, ReportText text) {
  if (!key.task) return text;
  for (const auto& one : list_requirements(db, key.period.year, *key.task)) {
    text.requirements.emplace(one.key, one.type == ValueType::number ? "300" : "yes");
  }
  return text;
}

}  // namespace

ReportKey line(int task, const std::string& unit, const Month& period) {
  return {period, task == 0 ? std::nullopt : std::optional(TaskSeq{task}), {unit}};
}

ReportText full_text(const std::string& progress) {
  ReportText text;
  text.self_state = WorkState::on_pace;
  text.completion = 65;
  text.progress = progress;
  text.next_steps = "九月开展性能试验。";
  return text;
}

OfficeMonth::OfficeMonth() {
  portal.db().write([](Writer& db) { set_setting(db, "first_period", "2020-01"); });
  portal.as("zhengfuban");
}

void OfficeMonth::save(const ReportKey& key, const ReportText& text) {
  const auto done = portal.db().write([&](Writer& db) {
    return actions::save_report(db, actor({2020, 9, 1}), visitor(AccountRole::reporter, key.unit.value), key,
                                find_report(db, key).value_or(Report{}).version, with_requirements(db, key, text));
  });
  ASSERT_TRUE(done) << done.error().reason;
}

void OfficeMonth::submit(const ReportKey& key, const ReportText& text, const Date& day) {
  save(key, text);
  const auto done = portal.db().write([&](Writer& db) {
    return actions::submit_reports(db, actor(day), visitor(AccountRole::reporter, key.unit.value),
                                   {{key, find_report(db, key)->version}});
  });
  ASSERT_TRUE(done) << done.error().reason;
}

void OfficeMonth::send_back(const ReportKey& key, const std::string& comment) {
  const auto done = portal.db().write([&](Writer& db) {
    return actions::return_report(db, actor({2020, 9, 3}), visitor(AccountRole::office, "zhengfuban"), key,
                                  find_report(db, key)->version, comment);
  });
  ASSERT_TRUE(done) << done.error().reason;
}

Report OfficeMonth::find(const ReportKey& key) { return find_report(*portal.db().reader(), key).value(); }

}  // namespace sjsz::test
