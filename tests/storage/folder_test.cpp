#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/db.h"
#include "storage/setting_store.h"
#include "storage/test_database.h"

namespace sjsz::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string setting(Db& db) { return find_setting(*db.reader(), "key").value_or("none"); }

void set(Db& db, const std::string& value) {
  db.write([&](Writer& writer) { set_setting(writer, "key", value); });
}

mode_t mode_of(const fs::path& path) {
  struct stat about {};
  EXPECT_EQ(::stat(path.c_str(), &about), 0) << path;
  return about.st_mode & 0777;
}

TEST(Database, IsMadeWhereThereIsNoneForItsOwnerAlone) {
  const TemporaryFolder parent;
  const auto folder = parent.path() / "deep" / "data";
  const auto umask_before = ::umask(0);
  {
    Db db(folder, Db::Lock::server, migrations());
    set(db, "written");
    EXPECT_EQ(mode_of(folder), 0700u);
    for (const auto& name : names_in(folder)) EXPECT_EQ(mode_of(folder / name), 0600u) << name;
  }
  ::umask(umask_before);
  EXPECT_THAT(names_in(folder), ElementsAre("sjsz.db", "sjsz.lock"));
}

TEST(Database, KeepsWhatWasWrittenWhenItIsOpenedAgain) {
  TestDatabase db;
  set(*db, "kept");
  db.close();
  db.open();
  EXPECT_EQ(setting(*db), "kept");
}

TEST(Database, TakesAFolderNamedWithASlashAtItsEnd) {
  const TemporaryFolder parent;
  EXPECT_EQ(refusal(parent.path() / "data/"), "");
  EXPECT_EQ(mode_of(parent.path() / "data"), 0700u);
}

TEST(Database, ThatWasNotFinishedIsMadeAnew) {
  const TemporaryFolder folder;
  write_file(folder.path() / "sjsz.db.new", "half of a database");
  write_file(folder.path() / "sjsz.db.new-wal", "half of its log");
  Db db(folder.path(), Db::Lock::server, migrations());
  EXPECT_EQ(setting(db), "none");
  EXPECT_THAT(names_in(folder.path()), testing::Not(testing::Contains("sjsz.db.new")));
}

TEST(Database, IsNotMadeBesideAServer) {
  const TemporaryFolder parent;
  EXPECT_THAT(refusal(parent.path() / "data", Db::Lock::beside), AllOf(HasSubstr("没有数据库"), HasSubstr("--data")));
  EXPECT_THAT(names_in(parent.path()), IsEmpty());
}

TEST(Database, IsNotMadeWhereARestoreWasInterrupted) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "restoring");
  EXPECT_THAT(refusal(folder.path()), HasSubstr("sjsz restore"));
}

TEST(Folder, ThatCannotBeMadeIsRefusedWithItsName) {
  const TemporaryFolder folder;
  write_file(folder.path() / "file", "not a folder");
  EXPECT_THAT(refusal(folder.path() / "file"), AllOf(HasSubstr("file"), HasSubstr("不是文件夹")));
  EXPECT_THAT(refusal(folder.path() / "file" / "data"), AllOf(HasSubstr("file/data"), HasSubstr("不是文件夹")));
  EXPECT_THAT(refusal("/proc/sjsz-data"), HasSubstr("/proc/sjsz-data"));
}

TEST(Folder, ThatOthersMayEnterIsRefusedWithTheCommandThatHelps) {
  TestDatabase db;
  db.close();
  for (const auto mode : {0755, 0710, 0701}) {
    ::chmod(db.folder().c_str(), static_cast<mode_t>(mode));
    EXPECT_THAT(refusal(db.folder()), HasSubstr("chmod 700 " + db.folder().string()));
    EXPECT_THAT(refusal(db.folder(), Db::Lock::beside), HasSubstr("chmod 700"));
  }
  ::chmod(db.folder().c_str(), 0700);
  ::chmod((db.folder() / "sjsz.db").c_str(), 0644);
  EXPECT_THAT(refusal(db.folder()), AllOf(HasSubstr("0644"), HasSubstr("chmod 600 "), HasSubstr("sjsz.db")));
  ::chmod((db.folder() / "sjsz.db").c_str(), 0600);
  EXPECT_EQ(refusal(db.folder()), "");
}

TEST(Folder, BelongsToOneServerAtATime) {
  TestDatabase db;
  EXPECT_THAT(refusal(db.folder()), AllOf(HasSubstr(db.folder().string()), HasSubstr("另一个")));
  db.close();
  EXPECT_EQ(refusal(db.folder()), "");
}

TEST(Folder, IsLockedBetweenProcessesAndFreeWhenTheHolderIsKilled) {
  TestDatabase db;
  db.close();
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t holder = ::fork();
  ASSERT_GE(holder, 0);
  if (holder == 0) {
    const Db held(db.folder(), Db::Lock::server, migrations());
    if (::write(ready[1], "x", 1) != 1) ::_exit(1);
    ::pause();
    ::_exit(0);
  }
  char mark;
  ASSERT_EQ(::read(ready[0], &mark, 1), 1);
  EXPECT_THAT(refusal(db.folder()), HasSubstr("另一个"));
  EXPECT_EQ(refusal(db.folder(), Db::Lock::beside), "");
  ::kill(holder, SIGKILL);
  ::waitpid(holder, nullptr, 0);
  EXPECT_EQ(refusal(db.folder()), "");
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST(Database, ThatIsDamagedIsRefused) {
  const std::string whole = [] {
    TestDatabase db;
    set(*db, std::string(20000, 'x'));
    db.close();
    return read_file(db.folder() / "sjsz.db");
  }();
  const struct {
    const char* what;
    std::string bytes;
  } cases[] = {
      {"empty", ""},
      {"text", "This is not a database, but a text of some length."},
      {"cut short", whole.substr(0, whole.size() / 2)},
      {"header overwritten", std::string(100, '\xff') + whole.substr(100)},
      {"a page overwritten", whole.substr(0, 8192) + std::string(4096, '\xff') + whole.substr(12288)},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.what);
    const TemporaryFolder folder;
    write_file(folder.path() / "sjsz.db", one.bytes);
    EXPECT_THAT(refusal(folder.path()),
                AllOf(HasSubstr("sjsz.db"), testing::AnyOf(HasSubstr("损坏"), HasSubstr("不是"))));
    EXPECT_EQ(read_file(folder.path() / "sjsz.db"), one.bytes) << "a damaged file is evidence, and stays";
  }
}

TEST(Database, OfAnotherProgramIsRefused) {
  TestDatabase db;
  db->write([](Writer& writer) { writer.query("PRAGMA application_id = 1").run(); });
  db.close();
  EXPECT_THAT(refusal(db.folder()), HasSubstr("不是本系统的数据库"));
}

}  // namespace
}  // namespace sjsz::test
