#include "storage/db.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>
#include <tl/expected.hpp>

#include "storage/setting_store.h"
#include "storage/test_database.h"

namespace sjsz::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string setting(Db& db) { return find_setting(*db.reader(), "key").value_or("none"); }

void set(Db& db, const std::string& value) {
  db.write([&](Writer& writer) { set_setting(writer, "key", value); });
}

TEST(Transaction, IsRolledBackForAResultThatSaysNo) {
  TestDatabase db;
  set(*db, "before");
  const auto write = [&](auto result) {
    return db->write([&](Writer& writer) {
      set_setting(writer, "key", "after");
      return result;
    });
  };
  EXPECT_FALSE(write(false));
  EXPECT_EQ(setting(*db), "before");
  EXPECT_FALSE(write(std::optional<int>()));
  EXPECT_EQ(setting(*db), "before");
  EXPECT_EQ(write(tl::expected<int, std::string>(tl::make_unexpected("no"))).error(), "no");
  EXPECT_EQ(setting(*db), "before");
  EXPECT_EQ(write(tl::expected<void, std::string>(tl::make_unexpected("no"))).error(), "no");
  EXPECT_EQ(setting(*db), "before");
}

TEST(Transaction, CommitsForEveryOtherResult) {
  TestDatabase db;
  const auto write = [&](const char* value, auto result) {
    return db->write([&](Writer& writer) {
      set_setting(writer, "key", value);
      return result;
    });
  };
  EXPECT_TRUE(write("true", true));
  EXPECT_EQ(setting(*db), "true");
  EXPECT_EQ(write("optional", std::optional<int>(0)), 0);
  EXPECT_EQ(setting(*db), "optional");
  EXPECT_EQ(write("expected", tl::expected<int, std::string>(7)).value(), 7);
  EXPECT_EQ(setting(*db), "expected");
  EXPECT_THAT(write("list", std::vector<std::string>()), IsEmpty());
  EXPECT_EQ(setting(*db), "list");
  set(*db, "nothing");
  EXPECT_EQ(setting(*db), "nothing");
}

TEST(Transaction, IsRolledBackByAnException) {
  TestDatabase db;
  set(*db, "before");
  EXPECT_THROW(db->write([](Writer& writer) {
    set_setting(writer, "key", "after");
    throw std::runtime_error("stop");
  }),
               std::runtime_error);
  EXPECT_EQ(setting(*db), "before");
  set(*db, "works again");
  EXPECT_EQ(setting(*db), "works again");
}

TEST(Transaction, HasOneTimeFromItsBeginning) {
  TestDatabase db;
  const auto before = now();
  db->write([&](Writer& writer) {
    EXPECT_GE(writer.at(), before);
    EXPECT_LE(writer.at(), now());
  });
}

TEST(Readers, SeeOneStateWhileAWriterCommits) {
  TestDatabase db;
  set(*db, "old");
  auto early = db->reader();
  EXPECT_EQ(find_setting(*early, "key"), "old");
  set(*db, "new");
  EXPECT_EQ(find_setting(*early, "key"), "old");
  EXPECT_EQ(setting(*db), "new");
  EXPECT_EQ(find_setting(*early, "key"), "old");
}

TEST(Readers, DoNotSeeWhatIsNotCommitted) {
  TestDatabase db;
  set(*db, "old");
  db->write([&](Writer& writer) {
    set_setting(writer, "key", "new");
    EXPECT_EQ(find_setting(writer, "key"), "new");
    EXPECT_EQ(setting(*db), "old");
  });
  EXPECT_EQ(setting(*db), "new");
}

TEST(Readers, CannotWrite) {
  TestDatabase db;
  EXPECT_THROW(db->reader()->query("DELETE FROM setting").run(), StorageError);
}

TEST(Readers, OfManyThreadsSeeEachCommitWhole) {
  TestDatabase db;
  set(*db, "0 0");
  std::atomic<bool> stop = false;
  std::atomic<int> torn = 0;
  std::vector<std::thread> threads;
  threads.reserve(3);
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      while (!stop) {
        auto reader = db->reader();
        const auto first = find_setting(*reader, "key").value();
        if (first != find_setting(*reader, "key").value()) ++torn;
        const auto middle = first.find(' ');
        if (first.substr(0, middle) != first.substr(middle + 1)) ++torn;
      }
    });
  }
  for (int i = 1; i <= 100; ++i) set(*db, std::to_string(i) + " " + std::to_string(i));
  stop = true;
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(torn, 0);
}

// Every thread writes again and again, each of its own ways to end; what it was told is compared with what stands.
TEST(Writers, OfManyThreadsAreEachToldWhatBecameOfTheirOwnAction) {
  TestDatabase db;
  std::atomic<int> wrong = 0;
  const auto key = [](int thread, int round) { return std::to_string(thread) + "." + std::to_string(round); };
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 6; ++thread) {
    threads.emplace_back([&, thread] {
      for (int round = 0; round < 60; ++round) {
        const auto outcome = (thread + round) % 3;
        try {
          const auto result = db->write([&](Writer& writer) -> tl::expected<int, std::string> {
            set_setting(writer, key(thread, round), "kept");
            if (outcome == 1) return tl::make_unexpected(key(thread, round));
            if (outcome == 2) throw std::runtime_error(key(thread, round));
            return thread * 1000 + round;
          });
          if (outcome == 0 ? result != thread * 1000 + round : result.error() != key(thread, round)) ++wrong;
        } catch (const std::runtime_error& fault) {
          if (outcome != 2 || fault.what() != key(thread, round)) ++wrong;
        }
        const bool stands = find_setting(*db->reader(), key(thread, round)).has_value();
        if (stands != (outcome == 0)) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

// As a full disk does: SQLite ends the transaction, with all that others wrote in it.
TEST(Writers, AreToldWhenTheTransactionOfAllWasLost) {
  TestDatabase db;
  std::atomic<int> begun = 0, wrong = 0;
  const auto write = [&](int number) {
    ++begun;
    const auto key = std::to_string(number);
    bool told = true;
    try {
      db->write([&](Writer& writer) {
        set_setting(writer, key, "kept");
        while (number == 0 && begun < 9) std::this_thread::yield();  // the others wait by now, or soon
        if (number % 4 != 3) return;
        writer.query("ROLLBACK").run();
        throw std::runtime_error("disk full");
      });
    } catch (const std::runtime_error&) {
      told = false;
    }
    if (told != find_setting(*db->reader(), key).has_value()) ++wrong;
  };
  std::vector<std::thread> threads;
  for (int number = 0; number < 9; ++number) threads.emplace_back(write, number);
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  set(*db, "works again");
  EXPECT_EQ(setting(*db), "works again");
}

TEST(Queries, CannotBeUsedTwiceAtOnce) {
  TestDatabase db;
  auto reader = db->reader();
  const char* sql = "SELECT 1";
  const auto first = reader->query(sql);
  EXPECT_THROW(reader->query(sql), std::logic_error);
}

TEST(Queries, KeepBytesAndTellNullFromEmpty) {
  TestDatabase db;
  auto reader = db->reader();
  auto row = reader->query("SELECT :text, :blob, :none, :empty, :none_of_many");
  const std::string bytes("\0\1\xff", 3);
  row.bind(":text", "四减四增").bind_blob(":blob", bytes).bind_null(":none").bind(":empty", "");
  row.bind(":none_of_many", std::optional<std::string>());
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.text(0), "四减四增");
  EXPECT_EQ(row.blob(1), bytes);
  EXPECT_TRUE(row.is_null(2));
  EXPECT_FALSE(row.is_null(3));
  EXPECT_EQ(row.text(3), "");
  EXPECT_TRUE(row.is_null(4));
}

TEST(DataVersion, ChangesWithEachCommitAndWithNothingElse) {
  TestDatabase db;
  const auto first = db->data_version();
  EXPECT_EQ(db->data_version(), first);
  set(*db, "new");
  const auto second = db->data_version();
  EXPECT_NE(second, first);
  setting(*db);
  db->write([](Writer& writer) {
    set_setting(writer, "key", "rolled back");
    return false;
  });
  EXPECT_EQ(db->data_version(), second);
}

TEST(DataVersion, ChangesWithACommitOfAnotherProcess) {
  TestDatabase db;
  const auto before = db->data_version();
  const pid_t other = ::fork();
  ASSERT_GE(other, 0);
  if (other == 0) {
    try {
      Db beside(db.folder(), Db::Lock::beside, migrations());
      set(beside, "from beside");
    } catch (...) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  int status = 1;
  ::waitpid(other, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_NE(db->data_version(), before);
  EXPECT_EQ(setting(*db), "from beside");
}

// No file of this process grows beyond so many bytes, as on a full disk.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limited{bytes, before_.rlim_max};
    ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limited);
  }
  ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST(FullDisk, LeavesWhatWasThereBeforeAndSaysSo) {
  TestDatabase db;
  set(*db, "before");
  const auto attempt = [&] {
    const SmallFiles full(64 * 1024);
    set(*db, std::string(1 << 20, 'x'));
  };
  try {
    attempt();
    ADD_FAILURE() << "was written";
  } catch (const StorageError& fault) {
    EXPECT_THAT(fault.what(), AllOf(HasSubstr("没有保存"), HasSubstr("sjsz.db")));
  }
  EXPECT_EQ(setting(*db), "before");
  set(*db, "there is room again");
  EXPECT_EQ(setting(*db), "there is room again");
}

TEST(FullDisk, IsNamedWhenTheDatabaseMayNotGrow) {
  TestDatabase db;
  set(*db, "before");
  try {
    db->write([](Writer& writer) {
      writer.query("PRAGMA max_page_count = 60").run();
      set_setting(writer, "key", std::string(1 << 20, 'x'));
    });
    ADD_FAILURE() << "was written";
  } catch (const StorageError& fault) {
    EXPECT_THAT(fault.what(), AllOf(HasSubstr("磁盘已满"), HasSubstr("腾出空间")));
  }
  EXPECT_EQ(setting(*db), "before");
}

TEST(FullDisk, LeavesNoHalfDatabaseInANewFolder) {
  const TemporaryFolder parent;
  const auto folder = parent.path() / "data";
  {
    const SmallFiles full(8 * 1024);
    EXPECT_THAT(refusal(folder), HasSubstr("磁盘"));
  }
  EXPECT_THAT(names_in(folder), ElementsAre("sjsz.lock"));
  EXPECT_EQ(refusal(folder), "");
}

}  // namespace
}  // namespace sjsz::test
