#include <gtest/gtest.h>

#include "actions/import_plan.h"
#include "routes.h"
#include "site.h"
#include "storage/plan_book_query.h"
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

std::uint64_t statements_of(Portal& portal, const Site& site, const Route& route) {
  http::Request request;
  request.path = route.pattern;
  request.parameters = {{"seq", "9"}, {"code", "fagai"}, {"hash", "x"}, {"name", "x"}};
  auto reader = portal.db().reader();
  const auto before = reader->statements_run();
  const Visitor visitor;
  std::get<Page>(route.handler)({request, visitor, site}, *reader);
  return reader->statements_run() - before;
}

}  // namespace

TEST(QueryCount, OfEveryPageDoesNotGrowWithRows) {
  Portal small, large;
  large.db().write(
      [&](Writer& writer) { actions::import_plan(writer, actions::system_actor(), grown_book(large, 10)); });
  const auto site = embedded_site({});
  int counted = 0;
  for (const auto& route : routes()) {
    if (!std::holds_alternative<Page>(route.handler) || route.pattern.starts_with("/web/")) continue;
    const auto few = statements_of(small, *site, route);
    EXPECT_EQ(few, statements_of(large, *site, route)) << route.pattern;
    counted += few > 0;
  }
  EXPECT_GE(counted, 10);
}

}  // namespace sjsz::test
