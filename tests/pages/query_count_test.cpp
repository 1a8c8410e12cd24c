#include <gtest/gtest.h>

#include "actions/import_plan.h"
#include "actions/report.h"
#include "routes.h"
#include "site.h"
#include "storage/owed_query.h"
#include "storage/plan_book_query.h"
#include "storage/setting_store.h"
#include "support/portal.h"

namespace sjsz::test {
namespace {

// The seeded plan with its tasks, indicators and units `times` over.
PlanBook grown_book(Portal& portal, int times) {
  PlanBook book = find_plan_book(*portal.db().reader());
  const auto once = book;
  for (int i = 1; i < times; ++i) {
    for (Task task : once.years[0].tasks) {
      task.seq.value += i * static_cast<int>(once.years[0].tasks.size());
      book.years[0].tasks.push_back(task);
    }
    for (Indicator indicator : once.years[0].indicators) {
      indicator.seq.value += i * static_cast<int>(once.years[0].indicators.size());
      book.years[0].indicators.push_back(indicator);
    }
    for (Unit unit : once.units) {
      unit.code.value += std::to_string(i);
      unit.name += std::to_string(i);
      book.units.push_back(unit);
    }
  }
  return book;
}

constexpr Date kToday{2020, 9, 3};

Visitor visitor_as(AccountRole role, const char* unit) {
  Visitor visitor;
  visitor.account = Account{.id = {1}, .name = "wang", .display = "王欣", .role = role};
  if (needs_unit(role)) visitor.account->unit = UnitCode{unit};
  return visitor;
}

// The first of them that may follow the route.
const Visitor& visitor_for(const Route& route, const http::Request& request) {
  static const std::vector<Visitor> visitors = {
      visitor_as(AccountRole::reporter, "fagai"), visitor_as(AccountRole::office, "shengtai"),
      visitor_as(AccountRole::leader, ""), visitor_as(AccountRole::admin, ""), visitor_as(AccountRole::auditor, "")};
  for (const auto& visitor : visitors) {
    if (route.may(visitor, request)) return visitor;
  }
  throw std::logic_error("a route for nobody: " + std::string(route.pattern));
}

// Every line of August that the reporter's unit owes as a draft, and the office's first period.
void write_reports(Portal& portal) {
  const auto reporter = visitor_as(AccountRole::reporter, "fagai");
  const actions::Actor actor{.name = "wang", .via = "web", .moment = business_instant(kToday, std::chrono::hours(9))};
  portal.db().write([&](Writer& db) {
    set_setting(db, "first_period", "2020-01");
    for (const auto& line : list_owed(db, {2020, 8})) {
      if (line.key.unit.value != "fagai") continue;
      const auto saved = actions::save_report(db, actor, reporter, line.key, 0, {.progress = "完成设备安装。"});
      EXPECT_TRUE(saved) << saved.error().reason;
    }
  });
}

void write_audit_rows(Portal& portal, int count) {
  portal.db().write([&](Writer& db) {
    for (int i = 0; i < count; ++i) {
      insert_audit(db, {.actor = "wang", .via = "web", .action = "report.save", .object = "reports/2020-08/9/fagai"});
    }
  });
}

std::uint64_t statements_of(Portal& portal, const Site& site, const Route& route) {
  http::Request request;
  request.path = route.pattern;
  request.parameters = {{"seq", "9"},       {"code", "fagai"},     {"hash", "x"},     {"name", "x"},
                        {"key", "due_day"}, {"period", "2020-08"}, {"unit", "fagai"}, {"id", "nothing"}};
  if (route.pattern.find("{task:") != std::string_view::npos) request.parameters.emplace_back("task", "9");
  auto reader = portal.db().reader();
  const auto before = reader->statements_run();
  try {
    std::get<Page>(route.handler)({request, visitor_for(route, request), site}, *reader);
  } catch (const http::Stop&) {  // such as for a receipt that there is not
  }
  return reader->statements_run() - before;
}

}  // namespace

TEST(QueryCount, OfEveryPageDoesNotGrowWithRows) {
  Portal small, large;
  large.db().write(
      [&](Writer& writer) { actions::import_plan(writer, actions::system_actor(), grown_book(large, 10)); });
  write_reports(small);
  write_reports(large);
  write_audit_rows(small, 5);
  write_audit_rows(large, 500);
  const auto site = embedded_site({kToday});
  int counted = 0;
  for (const auto& route : routes()) {
    if (!std::holds_alternative<Page>(route.handler) || route.pattern.starts_with("/web/")) continue;
    const auto few = statements_of(small, *site, route);
    EXPECT_EQ(few, statements_of(large, *site, route)) << route.pattern;
    counted += few > 0;
  }
  EXPECT_GE(counted, 20);
}

}  // namespace sjsz::test
