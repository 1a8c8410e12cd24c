#include <gtest/gtest.h>

#include "actions/import_plan.h"
#include "domain/codes.h"
#include "office_month.h"
#include "routes.h"
#include "site.h"
#include "storage/owed_query.h"
#include "storage/plan_book_query.h"
#include "storage/setting_store.h"

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

// Those of them that may follow the route.
std::vector<Visitor> visitors_for(const Route& route, const http::Request& request) {
  std::vector<Visitor> visitors = {visitor_as(AccountRole::reporter, "fagai"),
                                   visitor_as(AccountRole::office, "shengtai"), visitor_as(AccountRole::leader, ""),
                                   visitor_as(AccountRole::admin, ""), visitor_as(AccountRole::auditor, "")};
  std::erase_if(visitors, [&](const Visitor& visitor) { return !route.may(visitor, request); });
  return visitors;
}

// Every line of August that the reporter's unit owes: as a draft, as one that waits for review, as one that was
// returned.
void write_reports(OfficeMonth& month) {
  for (const auto& owed : list_owed(*month.portal.db().reader(), kAugust)) {
    if (owed.key.unit.value != "fagai" || owed.role == Role::support || !owed.key.task) continue;
    const int seq = owed.key.task->value;
    if (seq == 9) {
      month.save(owed.key, full_text());
    } else {
      month.submit(owed.key);
      if (seq % 2 == 1) month.send_back(owed.key, "请核对。");
    }
  }
}

void write_audit_rows(Portal& portal, int count) {
  portal.db().write([&](Writer& db) {
    for (int i = 0; i < count; ++i) {
      insert_audit(db, {.actor = "wang", .via = "web", .action = "report.save", .object = "reports/2020-08/9/fagai"});
    }
  });
}

http::Request request_for(const Route& route) {
  http::Request request;
  request.path = route.pattern;
  request.parameters = {{"seq", "9"},       {"code", "fagai"},     {"hash", "x"},     {"name", "x"},
                        {"key", "due_day"}, {"period", "2020-08"}, {"unit", "fagai"}, {"id", "nothing"}};
  if (route.pattern.find("{task:") != std::string_view::npos) request.parameters.emplace_back("task", "9");
  return request;
}

// Of a page that finds nothing recalled: the database has just changed.
std::uint64_t statements_of(Portal& portal, const Site& site, const Route& route, const http::Request& request,
                            const Visitor& visitor) {
  portal.db().write([](Writer& db) { set_setting(db, "contact", "专班办公室"); });
  auto reader = portal.db().reader();
  const auto before = reader->statements_run();
  try {
    std::get<Page>(route.handler)({request, visitor, site}, *reader);
  } catch (const http::Stop&) {  // such as for a receipt that there is not
  }
  return reader->statements_run() - before;
}

}  // namespace

TEST(QueryCount, OfEveryPageDoesNotGrowWithRows) {
  OfficeMonth small, large;
  large.portal.db().write(
      [&](Writer& writer) { actions::import_plan(writer, actions::system_actor(), grown_book(large.portal, 10)); });
  write_reports(small);
  write_reports(large);
  write_audit_rows(small.portal, 5);
  write_audit_rows(large.portal, 500);
  const auto site = embedded_site({kToday});
  int counted = 0;
  for (const auto& route : routes()) {
    if (!std::holds_alternative<Page>(route.handler) || route.pattern.starts_with("/web/")) continue;
    const auto request = request_for(route);
    for (const auto& visitor : visitors_for(route, request)) {
      const auto few = statements_of(small.portal, *site, route, request, visitor);
      EXPECT_EQ(few, statements_of(large.portal, *site, route, request, visitor))
          << route.pattern << " for " << to_code(visitor.account->role);
      counted += few > 0;
    }
  }
  EXPECT_GE(counted, 20);
}

}  // namespace sjsz::test
