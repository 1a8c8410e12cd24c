#include "seed/demo.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "domain/codes.h"
#include "seed/seed_file.h"
#include "storage/account_store.h"
#include "storage/audit_store.h"
#include "storage/install_store.h"
#include "storage/owed_query.h"
#include "storage/period_store.h"
#include "storage/receipt_store.h"
#include "storage/reminder_store.h"
#include "storage/report_store.h"
#include "storage/test_database.h"
#include "storage/unit_store.h"

namespace sjsz {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

void fill(Db& db) {
  const auto demo = read_demo(read_source_file("seed/demo-2020.json")).value();
  db.write([&](Writer& writer) { fill_demo(writer, seed_book(), demo, "a hash"); });
}

Db& filled() {
  static test::TestDatabase database;
  static const bool done = (fill(*database), true);
  static_cast<void>(done);
  return *database;
}

std::string name(const ReportKey& key) {
  return (key.task ? std::to_string(key.task->value) : "narrative") + " " + key.unit.value;
}

std::map<std::string, std::string> states(const Month& month) {
  auto db = filled().reader();
  std::map<std::string, std::string> found;
  for (const auto& line : list_owed(*db, month)) found[name(line.key)] = line.exempt ? "exempt" : "none";
  for (const auto& report : list_reports(*db, month)) found[name(report.key)] = to_code(report.state);
  return found;
}

OwedCounts counts(const Month& month, bool narratives, const std::optional<UnitCode>& unit = {}) {
  auto db = filled().reader();
  auto lines = list_owed(*db, month);
  std::erase_if(lines, [&](const OwedLine& line) {
    return line.key.task.has_value() == narratives || (unit && line.key.unit != *unit);
  });
  const auto rules = find_period_rules(*db);
  const auto period = find_period(*db, month);
  return count_owed(lines, list_reports(*db, month),
                    {due_dates(period, rules), phase_of(period, rules, kDemoToday), kDemoToday});
}

TEST(TheDemonstration, NamesWhomToCallInEveryUnit) {
  auto db = filled().reader();
  const auto contacts = list_unit_contacts(*db);
  for (const auto& unit : list_units(*db)) {
    ASSERT_TRUE(contacts.contains(unit.code)) << unit.name;
    const auto& [contact, phone, reviewer] = contacts.at(unit.code);
    EXPECT_THAT(contact, testing::ContainsRegex("(先生|女士)$")) << unit.name;
    EXPECT_THAT(phone, testing::StartsWith("0531-0000")) << unit.name << ": a number that nobody has";
    EXPECT_FALSE(reviewer.empty()) << unit.name;
  }
}

TEST(TheDemonstration, LeavesAugustAsItIsOnTheThirdOfSeptember) {
  auto found = states({2020, 8});
  EXPECT_EQ(found.size(), 56u);
  std::map<std::string, std::string> others;
  for (const auto& [line, state] : found) {
    if (state != "accepted") others[line] = state;
  }
  const std::map<std::string, std::string> wanted = {{"2 fagai", "none"},
                                                     {"5 fagai", "returned"},
                                                     {"7 fagai", "submitted"},
                                                     {"9 fagai", "draft"},
                                                     {"15 zhujian", "submitted"},
                                                     {"3 shengtai", "submitted"},
                                                     {"narrative fagai", "none"},
                                                     {"narrative shijian", "submitted"},
                                                     {"narrative jiedao", "submitted"},
                                                     {"narrative zhujian", "submitted"},
                                                     {"narrative shizheng", "submitted"}};
  EXPECT_EQ(others, wanted);
}

TEST(TheDemonstration, AnswersFortyOfFortyTwoLinesOfAugust) {
  const auto lines = counts({2020, 8}, false);
  EXPECT_EQ(lines.owed, 42);
  EXPECT_EQ(lines.submitted, 40);
  EXPECT_EQ(lines.accepted, 36);
  EXPECT_EQ(lines.waiting, 3);
  EXPECT_EQ(lines.returned, 1);
  EXPECT_EQ(lines.late, 0);
  EXPECT_EQ(lines.open, 2);
  EXPECT_EQ(lines.outstanding, 3);
  EXPECT_EQ(counts({2020, 8}, true).accepted, 9);
}

TEST(TheDemonstration, LeavesTheMonthsBeforeAcceptedButForWhatIsMissing) {
  std::vector<std::string> others;
  for (int month = 1; month <= 7; ++month) {
    for (const auto& [line, state] : states({2020, month})) {
      if (state != "accepted") others.push_back(std::to_string(month) + " " + line + " " + state);
    }
  }
  EXPECT_THAT(others, ElementsAre("2 12 fagai none", "5 15 shuiwu exempt", "5 narrative jiedao none"));
}

TEST(TheDemonstration, HasTheTimelinessOfEachUnitUpToJuly) {
  std::map<std::string, std::string> not_on_time;
  for (const auto& unit : seed_book().units) {
    int owed = 0, on_time = 0;
    for (int month = 1; month <= 7; ++month) {
      const auto one = counts({2020, month}, false, unit.code);
      owed += one.owed;
      on_time += one.on_time;
    }
    if (on_time < owed) not_on_time[unit.code.value] = std::to_string(on_time) + "/" + std::to_string(owed);
  }
  const std::map<std::string, std::string> wanted = {
      {"fagai", "45/49"}, {"jiedao", "6/7"}, {"shengtai", "62/63"}, {"zhujian", "25/28"}, {"ziran", "20/21"}};
  EXPECT_EQ(not_on_time, wanted);
}

TEST(TheDemonstration, HasMonthsWithoutProgress) {
  int count = 0;
  for (int month = 1; month <= 8; ++month) count += counts({2020, month}, false).no_progress;
  EXPECT_EQ(count, 9);
}

template <class Visit>
void for_each_event(Visit visit) {
  auto db = filled().reader();
  for (int month = 1; month <= 8; ++month) {
    for (const auto& report : list_reports(*db, {2020, month})) visit(report, list_report_events(*db, report.id));
  }
}

TEST(TheDemonstration, ShowsEveryWayOfAReport) {
  std::set<std::string> ways;
  for_each_event([&](const Report&, const std::vector<ReportEvent>& events) {
    std::string way;
    for (const auto& event : events) way += way.empty() ? event.verb : " " + event.verb;
    ways.insert(way);
  });
  EXPECT_THAT(ways, UnorderedElementsAre("", "submit", "submit accept", "submit return", "submit return submit accept",
                                         "submit withdraw submit accept", "submit accept return submit accept"));
}

TEST(TheDemonstration, HasNobodyReviewTheOwnUnit) {
  for_each_event([](const Report& report, const std::vector<ReportEvent>& events) {
    for (const auto& event : events) {
      if (event.verb != "accept" && event.verb != "return") continue;
      EXPECT_EQ(event.actor, report.key.unit.value == "shengtai" ? "督查科" : "专班办公室") << name(report.key);
      EXPECT_TRUE(event.verb != "return" || !event.comment.empty()) << name(report.key);
    }
  });
}

TEST(TheDemonstration, JudgesOneLineOtherwiseThanItsUnit) {
  std::vector<std::string> others;
  for_each_event([&](const Report& report, const std::vector<ReportEvent>&) {
    if (report.judged_state && report.judged_state != report.text.self_state) {
      others.push_back(to_string(report.key.period) + " " + name(report.key) + " " +
                       std::string(to_code(*report.judged_state)));
    }
  });
  EXPECT_THAT(others, ElementsAre("2020-07 15 zhujian off"));
}

TEST(TheDemonstration, TellsTheJulyOfTaskNineAsTheMockDoes) {
  auto db = filled().reader();
  const auto report = find_report(*db, {{2020, 7}, TaskSeq{9}, {"fagai"}}).value();
  std::vector<std::string> lines;
  for (const auto& event : list_report_events(*db, report.id)) {
    lines.push_back(business_minute(event.at) + " " + event.actor + " " + event.verb + " " + event.comment);
  }
  EXPECT_THAT(lines, ElementsAre("2020-08-05 11:18 填报员 submit ",
                                 "2020-08-05 16:05 专班办公室 return 供电煤耗未注明是哪台机组的平均值",
                                 "2020-08-06 10:40 填报员 submit ", "2020-08-06 15:22 专班办公室 accept "));
  EXPECT_EQ(list_revisions(*db, report.id).size(), 2u);
  EXPECT_FALSE(list_revisions(*db, report.id).front().late);
}

TEST(TheDemonstration, ClosesTheFirstHalfYearAndLeavesJulyOpenForWhatIsLate) {
  auto db = filled().reader();
  for (int month = 1; month <= 8; ++month) {
    EXPECT_EQ(find_period(*db, {2020, month}).closed.has_value(), month <= 6) << month;
  }
}

TEST(TheDemonstration, RemindsOnlyUnitsThatOweSomething) {
  auto db = filled().reader();
  EXPECT_EQ(list_reminders(*db, {2020, 8}).size(), 1u);
  EXPECT_EQ(list_reminders(*db, {2020, 8}).front().unit.value, "fagai");
  EXPECT_EQ(list_reminders(*db, {2020, 2}).size(), 3u);
}

TEST(TheDemonstration, HasAccountsForEverybodyWithOnePassword) {
  auto db = filled().reader();
  std::vector<std::string> names;
  for (const auto& account : list_accounts(*db)) {
    const auto unit = account.unit ? " " + account.unit->value : "";
    names.push_back(account.name + " " + std::string(to_code(account.role)) + unit);
    EXPECT_EQ(find_password_hash(*db, account.id), "a hash");
  }
  std::vector<std::string> wanted = {"admin admin", "office office shengtai", "leader leader", "auditor auditor"};
  for (const auto& unit : seed_book().units) {
    const auto& code = unit.code.value;
    wanted.push_back(code + (code == "zhengfuban" ? " office " : " reporter ") + code);
  }
  EXPECT_THAT(names, testing::UnorderedElementsAreArray(wanted));
}

TEST(TheDemonstration, IsMarkedAndKeepsAWholeAuditChain) {
  auto db = filled().reader();
  EXPECT_TRUE(find_install(*db).demonstration);
  EXPECT_FALSE(find_audit_fault(*db));
  EXPECT_GT(count_audit(*db), 1000);
}

TEST(TheDemonstration, MayUseItsPassword) {
  for (const auto& account : list_accounts(*filled().reader())) {
    EXPECT_FALSE(find_password_fault(kDemoPassword, account.name, account.unit ? account.unit->value : ""))
        << account.name;
  }
}

// All that it holds, but for what is random: ids of the installation, hashes.
std::string dump(Db& database) {
  auto db = database.reader();
  std::string all;
  const auto add = [&](const auto&... parts) { ((all += parts, all += '|'), ...); };
  for (const auto& account : list_accounts(*db)) add(account.name, account.display);
  for (int number = 1; number <= 8; ++number) {
    const Month month{2020, number};
    const auto period = find_period(*db, month);
    add(period.closed ? to_rfc3339(*period.closed) : "");
    for (const auto& report : list_reports(*db, month)) {
      add(std::to_string(report.id), name(report.key), std::to_string(report.version), report.text.progress,
          to_rfc3339(report.changed_at), report.changed_by);
      for (const auto& one : list_revisions(*db, report.id)) add(to_rfc3339(one.submitted_at), one.receipt);
      for (const auto& one : list_report_events(*db, report.id)) add(to_rfc3339(one.at), one.verb, one.comment);
    }
  }
  return all;
}

TEST(TheDemonstration, IsTheSameEachTime) {
  test::TestDatabase again;
  fill(*again);
  EXPECT_EQ(dump(*again), dump(filled()));
}

TEST(TheDemonstration, GivesOneReceiptForWhatGoesTogether) {
  auto db = filled().reader();
  const auto receipts = list_receipts(*db, {2020, 1}, {"gongxin"});
  ASSERT_EQ(receipts.size(), 2u);
  EXPECT_EQ(list_receipt_lines(*db, receipts[0].id).size() + list_receipt_lines(*db, receipts[1].id).size(), 7u);
}

}  // namespace
}  // namespace sjsz
