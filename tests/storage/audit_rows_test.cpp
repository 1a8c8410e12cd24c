#include "storage/audit_rows.h"

#include <gmock/gmock.h>

#include <limits>

#include "storage/test_database.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();

class AuditRows : public testing::Test {
 protected:
  // Six rows, one an hour from the beginning of 3 September in UTC+8.
  AuditRows() {
    const AuditEntry entries[] = {
        {.via = "system", .action = "server.start"},
        {.actor = "wang", .role = "reporter", .via = "web", .action = "session.sign_in", .object = "account:wang"},
        {.actor = "wang", .via = "web", .action = "report.save", .object = "reports/2020-08/9/fagai"},
        {.actor = "li", .via = "web", .action = "session.sign_in", .object = "account:li", .outcome = "failed"},
        {.actor = "li", .via = "api:k1", .action = "access.refused", .object = "GET /audit", .outcome = "refused"},
        {.actor = "wang", .via = "web", .action = "report.submit", .object = "reports/2020-08/9/fagai"}};
    db_->write([&](Writer& db) {
      for (int hour = 0; const auto& entry : entries) {
        db.pretend_time(hour_of(hour++));
        insert_audit(db, entry);
      }
    });
  }

  static Instant hour_of(int hour) { return business_instant({2020, 9, 3}, std::chrono::hours(hour)); }

  static std::vector<std::int64_t> ids(const std::vector<AuditRow>& rows) {
    std::vector<std::int64_t> ids;
    for (const auto& row : rows) ids.push_back(row.link.id);
    return ids;
  }
  std::vector<std::int64_t> before(const AuditFilter& filter, std::int64_t row = kEnd, int most = 100) {
    return ids(list_audit_before(*db_->reader(), filter, row, most));
  }
  std::vector<std::int64_t> after(const AuditFilter& filter, std::int64_t row, int most = 100) {
    return ids(list_audit_after(*db_->reader(), filter, row, most));
  }

  TestDatabase db_;
};

TEST_F(AuditRows, AreReadInPiecesFromBothEnds) {
  EXPECT_THAT(before({}), ElementsAre(6, 5, 4, 3, 2, 1));
  EXPECT_THAT(before({}, kEnd, 2), ElementsAre(6, 5));
  EXPECT_THAT(before({}, 5, 2), ElementsAre(4, 3));
  EXPECT_THAT(before({}, 1), IsEmpty());
  EXPECT_THAT(after({}, 0, 2), ElementsAre(1, 2));
  EXPECT_THAT(after({}, 4), ElementsAre(5, 6));
  EXPECT_THAT(after({}, 6), IsEmpty());
  EXPECT_EQ(count_audit_after(*db_->reader(), 4), 2);
}

TEST_F(AuditRows, AreFoundByEachFieldAndByAllTogether) {
  const struct {
    AuditFilter filter;
    std::vector<std::int64_t> ids;
  } cases[] = {{{.actor = "wang"}, {6, 3, 2}},
               {{.actor = "wan"}, {}},
               {{.action = "session.sign_in"}, {4, 2}},
               {{.outcome = "refused"}, {5}},
               {{.object = "2020-08/9"}, {6, 3}},
               {{.object = "%"}, {}},
               {{.object = "account:"}, {4, 2}},
               {{.from = hour_of(3)}, {6, 5, 4}},
               {{.until = hour_of(3)}, {3, 2, 1}},
               {{.actor = "wang", .object = "fagai", .from = hour_of(3), .until = hour_of(9)}, {6}}};
  for (const auto& one : cases) {
    EXPECT_EQ(before(one.filter), one.ids);
    EXPECT_EQ(count_audit(*db_->reader(), one.filter), static_cast<std::int64_t>(one.ids.size()));
  }
  EXPECT_THAT(before({.actor = "wang"}, 6, 1), ElementsAre(3));
  EXPECT_THAT(after({.actor = "wang"}, 2), ElementsAre(3, 6));
}

TEST_F(AuditRows, HaveEveryField) {
  const auto row = list_audit_after(*db_->reader(), {}, 1, 1).at(0);
  EXPECT_EQ(row.at, "2020-09-02T17:00:00.000Z");
  EXPECT_EQ(row.entry.actor, "wang");
  EXPECT_EQ(row.entry.role, "reporter");
  EXPECT_EQ(row.entry.unit, "");
  EXPECT_EQ(row.entry.object, "account:wang");
  EXPECT_EQ(row.link.hash.size(), 32u);
}

TEST_F(AuditRows, AreVerifiedInAsManyStatementsWhateverTheirNumber) {
  const auto statements = [&] {
    auto reader = db_->reader();
    const auto begun = reader->statements_run();
    EXPECT_FALSE(find_audit_fault(*reader));
    return reader->statements_run() - begun;
  };
  const auto few = statements();
  db_->write([](Writer& db) {
    for (int i = 0; i < 200; ++i) insert_audit(db, {.via = "system", .action = "server.start"});
  });
  EXPECT_EQ(statements(), few);
}

}  // namespace
}  // namespace sjsz::test
