#include "storage/migrate.h"

#include <gmock/gmock.h>

#include "storage/integrity.h"
#include "storage/setting_store.h"
#include "storage/test_database.h"

namespace sjsz::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::vector<Migration> and_then(std::initializer_list<std::string_view> steps) {
  auto list = migrations();
  for (const auto sql : steps) list.push_back({static_cast<int>(list.size()) + 1, "next.sql", sql});
  return list;
}

std::filesystem::path copy_in(const std::filesystem::path& folder) {
  char name[32];
  std::snprintf(name, sizeof name, "sjsz.db.before-%04d", newest_version(migrations()) + 1);
  return folder / name;
}

TEST(Migrations, AreNumberedFromOneWithoutGapsAsTheirNamesSay) {
  int expected = 0;
  for (const auto& migration : migrations()) {
    ++expected;
    EXPECT_EQ(migration.number, expected);
    EXPECT_EQ(std::stoi(std::string(migration.name.substr(0, 4))), expected) << migration.name;
    EXPECT_EQ(migration.name[4], '_') << migration.name;
  }
  EXPECT_GE(expected, 1);
}

TEST(Upgrade, KeepsACopyOfTheOldDatabaseBesideTheNew) {
  TestDatabase db;
  db->write([](Writer& writer) { set_setting(writer, "key", "old"); });
  db.close();
  const auto steps =
      and_then({"CREATE TABLE more (x TEXT) STRICT; INSERT INTO more VALUES ('new')", "DROP TABLE more"});
  {
    Db upgraded(db.folder(), Db::Lock::server, steps);
    EXPECT_EQ(schema_version(*upgraded.reader()), newest_version(steps));
    EXPECT_EQ(find_setting(*upgraded.reader(), "key"), "old");
    auto reader = upgraded.reader();
    auto row = reader->query("SELECT action, via, detail FROM audit");
    ASSERT_TRUE(row.next());
    EXPECT_EQ(row.text(0), "database.upgrade");
    EXPECT_EQ(row.text(1), "system");
    EXPECT_EQ(row.text(2), R"({"from":)" + std::to_string(newest_version(migrations())) + R"(,"to":)" +
                               std::to_string(newest_version(steps)) + "}");
  }
  const auto copy = copy_in(db.folder());
  EXPECT_EQ(std::filesystem::status(copy).permissions(), std::filesystem::perms(0600));
  const auto old = open_database(copy);
  EXPECT_EQ(schema_version(*old), newest_version(migrations()));
  EXPECT_EQ(find_setting(*old, "key"), "old");
}

TEST(Upgrade, RunsEachStepOnce) {
  TestDatabase db;
  db.close();
  const auto steps = and_then({"CREATE TABLE more (x TEXT) STRICT; INSERT INTO more VALUES ('once')"});
  for (int start = 0; start < 2; ++start) {
    Db upgraded(db.folder(), Db::Lock::server, steps);
    EXPECT_EQ(count_rows(*upgraded.reader())["more"], 1);
  }
}

TEST(Upgrade, ThatFailsLeavesTheDatabaseAsItWas) {
  TestDatabase db;
  db->write([](Writer& writer) { set_setting(writer, "key", "old"); });
  db.close();
  const auto broken = and_then({"DELETE FROM setting; CREATE TABLE plan (x TEXT)"});
  EXPECT_THAT(refusal(db.folder(), Db::Lock::server, broken),
              AllOf(HasSubstr("没有改变"), HasSubstr(copy_in(db.folder()).string())));
  db.open();
  EXPECT_EQ(find_setting(*db->reader(), "key"), "old");
}

TEST(Upgrade, RefusesAStepThatBreaksAReference) {
  TestDatabase db;
  db.close();
  const auto broken = and_then({"INSERT INTO chapter VALUES (1999, 1, '无此方案')"});
  EXPECT_THROW(Db(db.folder(), Db::Lock::server, broken), std::runtime_error);
  db.open();
  EXPECT_EQ(count_rows(*db->reader())["chapter"], 0);
}

TEST(Upgrade, IsTheServersToDo) {
  TestDatabase db;
  const auto steps = and_then({"CREATE TABLE more (x TEXT) STRICT"});
  EXPECT_THAT(refusal(db.folder(), Db::Lock::server, steps), HasSubstr("请先停止它"));
  EXPECT_THAT(refusal(db.folder(), Db::Lock::beside, steps), HasSubstr("sjsz serve"));
  EXPECT_EQ(schema_version(*db->reader()), newest_version(migrations()));
  db.close();
  EXPECT_THAT(refusal(db.folder(), Db::Lock::beside, steps), HasSubstr("sjsz serve"));
  EXPECT_EQ(refusal(db.folder(), Db::Lock::server, steps), "");
}

TEST(Database, OfANewerVersionIsRefusedAndNotTouched) {
  TestDatabase db;
  db.close();
  const auto newer = and_then({"CREATE TABLE more (x TEXT) STRICT"});
  EXPECT_EQ(refusal(db.folder(), Db::Lock::server, newer), "");
  const auto before = read_file(db.folder() / "sjsz.db");
  EXPECT_THAT(refusal(db.folder()),
              AllOf(HasSubstr("版本 " + std::to_string(newest_version(newer))), HasSubstr("更新的 sjsz")));
  EXPECT_THAT(refusal(db.folder(), Db::Lock::beside), HasSubstr("更新的 sjsz"));
  EXPECT_EQ(read_file(db.folder() / "sjsz.db"), before);
}

}  // namespace
}  // namespace sjsz::test
