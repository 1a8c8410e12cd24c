#include "storage/integrity.h"

#include <gmock/gmock.h>

#include <SQLiteCpp/Database.h>

#include "storage/connection.h"
#include "storage/migrate.h"
#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "storage/test_database.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Integrity, OfASoundDatabaseHasNoFault) {
  TestDatabase db;
  db->write([](Writer& writer) { insert_plan(writer, sample_book().years[0].plan); });
  const auto reader = open_database(db.folder() / "sjsz.db");
  EXPECT_THAT(list_integrity_faults(*reader), IsEmpty());
  EXPECT_THAT(list_reference_faults(*reader), IsEmpty());
  EXPECT_EQ(schema_version(*reader), newest_version(migrations()));
}

TEST(Integrity, FindsAnIndexThatDisagreesWithItsTable) {
  TestDatabase db;
  db->write([](Writer& writer) { insert_plan(writer, sample_book().years[0].plan); });
  db.close();
  {
    SQLite::Database raw((db.folder() / "sjsz.db").string(), SQLite::OPEN_READWRITE);
    raw.exec("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'article_chapter'");
  }
  const auto reader = open_database(db.folder() / "sjsz.db");
  EXPECT_THAT(list_integrity_faults(*reader), testing::Not(IsEmpty()));
}

TEST(Integrity, FindsRowsThatReferToNothing) {
  TestDatabase db;
  db->write([](Writer& writer) { insert_plan(writer, sample_book().years[0].plan); });
  db.close();
  {
    SQLite::Database raw((db.folder() / "sjsz.db").string(), SQLite::OPEN_READWRITE);
    raw.exec("DELETE FROM article WHERE number = 2");
  }
  const auto reader = open_database(db.folder() / "sjsz.db");
  EXPECT_THAT(list_reference_faults(*reader), ElementsAre(testing::AllOf(HasSubstr("表 plan"), HasSubstr("article"))));
}

TEST(RowCounts, NameEveryTableOfOurs) {
  TestDatabase db;
  db->write([](Writer& writer) {
    insert_plan(writer, sample_book().years[0].plan);
    set_setting(writer, "a", "1");
    set_setting(writer, "b", "2");
  });
  auto counts = count_rows(*db->reader());
  EXPECT_EQ(counts["article"], 3);
  EXPECT_EQ(counts["chapter"], 2);
  EXPECT_EQ(counts["setting"], 2);
  EXPECT_EQ(counts["install"], 1);
  EXPECT_EQ(counts["audit"], 0);
  EXPECT_EQ(counts["report"], 0);
  EXPECT_FALSE(counts.contains("sqlite_schema"));
  EXPECT_GE(counts.size(), 30u);
}

TEST(Copy, IsMadeWhileOthersReadAndWriteAndIsOneFile) {
  TestDatabase db;
  db->write([](Writer& writer) { set_setting(writer, "key", "committed"); });
  auto early = db->reader();
  const auto file = db.folder() / "copy.db";
  db->write([&](Writer& writer) {
    set_setting(writer, "key", "not yet");
    copy_database(db->file(), file);
  });
  EXPECT_EQ(find_setting(*open_database(file), "key"), "committed");
  EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
  EXPECT_FALSE(std::filesystem::exists(file.string() + "-wal"));
}

}  // namespace
}  // namespace sjsz::test
