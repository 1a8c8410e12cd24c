// August 2020 in a small district, for tests of what happens to its reports: gongxin leads tasks 1 and 2, shengtai (the
// office's own unit) supports them; the first period is January.
#pragma once
#include <optional>
#include <string>

#include "actions/report.h"
#include "domain/visitor.h"
#include "storage/test_database.h"

namespace sjsz::test {

inline constexpr Month kAugust{2020, 8};
inline const ReportKey kLead{kAugust, TaskSeq{1}, {"gongxin"}};
inline const ReportKey kSecond{kAugust, TaskSeq{2}, {"gongxin"}};
inline const ReportKey kNarrative{kAugust, std::nullopt, {"gongxin"}};
inline const ReportKey kSupporting{kAugust, TaskSeq{1}, {"shengtai"}};

Visitor reporter(const std::string& unit = "gongxin");
Visitor office(const std::string& unit = "shengtai");
Visitor person(AccountRole role);

// 3 September 2020, nine o'clock, unless said otherwise.
Instant on(const Date& day, int hour = 9);
actions::Actor actor(const Date& day = {2020, 9, 3}, int hour = 9);

ReportText good_text();   // of a lead line: complete
ReportText short_text();  // of a supporting line or a narrative: complete
ReportText no_progress_text();

void expect_refused(const actions::Outcome& outcome, actions::Refusal::Why why, const std::string& reason = "");

class ReportingMonth {
 public:
  ReportingMonth();
  Db& db() { return *db_; }
  Db* operator->() { return &*db_; }

  actions::Outcome save(const ReportKey& key, const ReportText& text, std::optional<int> seen = {});
  // Each as the right person, with the version as it is now unless given.
  actions::Outcome submit(const ReportKey& key, const Date& day = {2020, 9, 3}, std::optional<int> seen = {});
  actions::Outcome withdraw(const ReportKey& key, const Date& day = {2020, 9, 3});
  actions::Outcome send_back(const ReportKey& key, const std::string& comment = "请补充现场照片。");
  actions::Outcome accept(const ReportKey& key, std::optional<WorkState> judged = {}, const std::string& comment = "");
  void bring_to(const ReportKey& key, ReportState state);

  Report find(const ReportKey& key);  // version 0 if nothing was written
  int version(const ReportKey& key) { return find(key).version; }
  std::vector<std::string> audit_actions();

 private:
  TestDatabase db_;
};

}  // namespace sjsz::test
