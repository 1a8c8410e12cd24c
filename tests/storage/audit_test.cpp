#include "storage/audit_store.h"

#include <gmock/gmock.h>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include "base/hash.h"
#include "storage/audit_heads.h"
#include "storage/folder.h"
#include "storage/install_store.h"
#include "storage/test_database.h"

namespace sjsz::test {
namespace {

using testing::HasSubstr;

void write_rows(Db& db, int count) {
  for (int i = 1; i <= count; ++i) {
    db.write([&](Writer& writer) {
      insert_audit(writer,
                   {.actor = "office", .via = "web", .action = "task.edit", .object = "task " + std::to_string(i)});
    });
  }
}

// What somebody with the file and a SQLite shell can do.
void tamper(TestDatabase& db, const std::string& sql) {
  db.close();
  SQLite::Database raw((db.folder() / "sjsz.db").string(), SQLite::OPEN_READWRITE);
  for (const char* trigger : {"audit_is_not_changed", "audit_is_not_deleted", "audit_only_grows"}) {
    raw.exec(std::string("DROP TRIGGER IF EXISTS ") + trigger);
  }
  raw.exec(sql);
  db.open();
}

std::string bytes_of(std::uint64_t number, int count) {
  std::string bytes;
  for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
  return bytes;
}

std::string field(const std::string& text) { return bytes_of(text.size(), 4) + text; }

std::string sha256_of(const std::string& bytes) {
  const auto hash = sha256(bytes);
  return {hash.begin(), hash.end()};
}

// The description in docs/security.md, written out once more.
TEST(Audit, HashesARowAsItIsDescribed) {
  TestDatabase db;
  std::string at;
  db->write([&](Writer& writer) {
    at = to_rfc3339(writer.at());
    insert_audit(writer, {.actor = "办公室",
                          .role = "office",
                          .via = "web",
                          .source = "::1",
                          .action = "task.edit",
                          .object = "task 9",
                          .detail = R"({"a":1})",
                          .request_id = "f00d"});
  });
  const std::string null("\xff\xff\xff\xff");
  const auto first = sha256_of("sjsz-audit-1" + std::string(1, '\0') + find_install(*db->reader()).id);
  const auto expected =
      sha256_of("sjsz-audit-1" + std::string(1, '\1') + first + bytes_of(1, 8) + field(at) + field("办公室") +
                field("office") + null + field("web") + field("::1") + field("task.edit") + field("task 9") +
                field("ok") + field(R"({"a":1})") + field("f00d"));
  auto reader = db->reader();
  auto row = reader->query("SELECT hash, unit FROM audit WHERE id = 1");
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.blob(0), expected);
  EXPECT_TRUE(row.is_null(1));
}

TEST(Audit, ChainOfRowsIsWhole) {
  TestDatabase db;
  EXPECT_FALSE(find_audit_fault(*db->reader()));
  write_rows(*db, 20);
  EXPECT_FALSE(find_audit_fault(*db->reader()));
  EXPECT_EQ(count_audit(*db->reader()), 20);
}

TEST(Audit, RowsOfOneTransactionAreChainedToo) {
  TestDatabase db;
  db->write([](Writer& writer) {
    for (int i = 0; i < 3; ++i) insert_audit(writer, {.via = "system", .action = "server.start"});
  });
  EXPECT_EQ(count_audit(*db->reader()), 3);
  EXPECT_FALSE(find_audit_fault(*db->reader()));
}

TEST(Audit, RowGoesWithATransactionThatIsRolledBack) {
  TestDatabase db;
  write_rows(*db, 1);
  db->write([](Writer& writer) {
    insert_audit(writer, {.via = "web", .action = "task.edit"});
    return false;
  });
  write_rows(*db, 1);
  EXPECT_EQ(count_audit(*db->reader()), 2);
  EXPECT_FALSE(find_audit_fault(*db->reader()));
}

TEST(Audit, RowsCanBeNeitherChangedNorDeletedNorPutBetween) {
  TestDatabase db;
  write_rows(*db, 3);
  const std::string insert = " INTO audit (id, at, via, action, outcome, hash) VALUES ";
  for (const auto& sql : {
           std::string("UPDATE audit SET actor = 'nobody'"),
           std::string("UPDATE audit SET id = 9 WHERE id = 3"),
           std::string("DELETE FROM audit"),
           std::string("DELETE FROM audit WHERE id = 3"),
           "INSERT" + insert + "(3, '', 'web', 'x', 'ok', zeroblob(32))",
           "INSERT" + insert + "(5, '', 'web', 'x', 'ok', zeroblob(32))",
           "INSERT" + insert + "(0, '', 'web', 'x', 'ok', zeroblob(32))",
           "INSERT" + insert + "(NULL, '', 'web', 'x', 'ok', zeroblob(32))",
           "INSERT OR REPLACE" + insert + "(2, '', 'web', 'x', 'ok', zeroblob(32))",
           "INSERT OR IGNORE" + insert + "(2, '', 'web', 'x', 'ok', zeroblob(32))",
           "REPLACE" + insert + "(2, '', 'web', 'x', 'ok', zeroblob(32))",
           "INSERT" + insert + "(4, '', 'web', 'x', 'fine', zeroblob(32))",
           "INSERT" + insert + "(4, '', 'web', 'x', 'ok', zeroblob(31))",
       }) {
    SCOPED_TRACE(sql);
    EXPECT_THROW(db->write([&](Writer& writer) { writer.query(sql.c_str()).run(); }), SQLite::Exception);
    EXPECT_EQ(count_audit(*db->reader()), 3);
    EXPECT_FALSE(find_audit_fault(*db->reader()));
  }
}

TEST(Audit, NamesTheFirstBadRowAndWhatWasDoneToIt) {
  const std::string columns = "at, actor, role, unit, via, source, action, object, outcome, detail, request_id, hash";
  const auto shift = [&](int from, int by) {
    return "UPDATE audit SET id = -id WHERE id >= " + std::to_string(from) +
           "; UPDATE audit SET id = " + std::to_string(by) + " - id WHERE id < 0;";
  };
  const struct {
    const char* what;
    std::string sql;
    int id;
    const char* kind;
  } cases[] = {
      {"a text edited", "UPDATE audit SET object = 'task 99' WHERE id = 4", 4, "edited"},
      {"a time edited", "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE id = 1", 1, "edited"},
      {"NULL made empty", "UPDATE audit SET unit = '' WHERE id = 4", 4, "edited"},
      {"text moved to the next field", "UPDATE audit SET role = actor, actor = NULL WHERE id = 4", 4, "edited"},
      {"a hash edited", "UPDATE audit SET hash = zeroblob(32) WHERE id = 4", 4, "edited"},
      {"the last edited", "UPDATE audit SET actor = 'nobody' WHERE id = 8", 8, "edited"},
      {"two edited", "UPDATE audit SET actor = 'nobody' WHERE id IN (3, 6)", 3, "edited"},
      {"the first deleted", "DELETE FROM audit WHERE id = 1", 1, "missing"},
      {"one in the middle deleted", "DELETE FROM audit WHERE id = 4", 4, "missing"},
      {"several deleted", "DELETE FROM audit WHERE id IN (5, 6)", 5, "missing"},
      {"one deleted and the rest renumbered", "DELETE FROM audit WHERE id = 4;" + shift(5, -1), 4, "missing"},
      {"neighbours swapped",
       "UPDATE audit SET id = -4 WHERE id = 4; UPDATE audit SET id = 4 WHERE id = 5; UPDATE audit SET id = 5 WHERE id "
       "= -4",
       4, "reordered"},
      {"two far apart swapped",
       "UPDATE audit SET id = -3 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 7; UPDATE audit SET id = 7 WHERE id "
       "= -3",
       3, "reordered"},
      {"one inserted in the middle",
       shift(4, 1) + "INSERT INTO audit (id, " + columns + ") SELECT 4, " + columns + " FROM audit WHERE id = 2", 4,
       "inserted"},
      {"one put before the first",
       "INSERT INTO audit (id, " + columns + ") SELECT 0, " + columns + " FROM audit WHERE id = 2", 0, "inserted"},
      {"one put at the end",
       "INSERT INTO audit (id, " + columns + ") SELECT 9, " + columns + " FROM audit WHERE id = 2", 9, "edited"},
      {"the identity of the installation changed", "UPDATE install SET install_id = zeroblob(16)", 1, "edited"},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.what);
    TestDatabase db;
    write_rows(*db, 8);
    tamper(db, "PRAGMA ignore_check_constraints = ON;" + one.sql);
    const auto fault = find_audit_fault(*db->reader());
    if (!fault) {
      ADD_FAILURE() << "was not found";
      continue;
    }
    EXPECT_EQ(fault->id, one.id);
    EXPECT_EQ(fault->kind, one.kind);
    EXPECT_THAT(fault->detail, HasSubstr("第 " + std::to_string(one.id) + " 行"));
  }
}

TEST(Audit, AHeadShowsThatRowsWereCutOffTheEnd) {
  TestDatabase db;
  append_audit_head(*db, {});
  EXPECT_FALSE(std::filesystem::exists(audit_heads_file(db.folder())));
  write_rows(*db, 5);
  append_audit_head(*db, {});
  write_rows(*db, 3);
  append_audit_head(*db, {});
  append_audit_head(*db, {});
  write_rows(*db, 1);
  EXPECT_FALSE(find_audit_fault(*db->reader()));
  tamper(db, "DELETE FROM audit WHERE id > 6");
  const auto fault = find_audit_fault(*db->reader());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->id, 7);
  EXPECT_EQ(fault->kind, "truncated");
  EXPECT_EQ(fault->detail, "第 7 行起被截去：日志曾经至少有 8 行，现在只有 6 行");
}

TEST(Audit, AHeadShowsThatTheLogWasMadeAnew) {
  TestDatabase db;
  write_rows(*db, 5);
  append_audit_head(*db, {});
  tamper(db, "DELETE FROM audit");
  EXPECT_EQ(find_audit_fault(*db->reader())->kind, "truncated");
  write_rows(*db, 9);
  const auto fault = find_audit_fault(*db->reader());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->id, 5);
  EXPECT_EQ(fault->kind, "rewritten");
  EXPECT_THAT(fault->detail, HasSubstr("第 5 行"));
}

TEST(Audit, HeadsAreTheOwnersAloneAndABrokenOneIsSaid) {
  TestDatabase db;
  write_rows(*db, 2);
  append_audit_head(*db, {});
  EXPECT_FALSE(is_wide(audit_heads_file(db.folder())));
  const auto kept = read_file(audit_heads_file(db.folder()));
  for (const auto& line : std::vector<std::string>{"", "2", "x y z", "2 abc 0", "0 " + std::string(64, 'a') + " 0",
                                                   "2 " + std::string(64, 'a') + " 0"}) {
    write_file(audit_heads_file(db.folder()), kept + line + "\n");
    EXPECT_THROW(find_audit_fault(*db->reader()), StorageError) << line;
  }
}

}  // namespace
}  // namespace sjsz::test
