// The database: one folder, one SQLite file, one writer behind a mutex, a pool of read-only connections. A page gets a
// Reader and cannot write; only write() hands out a Writer, and only actions take one. SQL stands in storage/*.cpp and
// storage/migrations alone.
#pragma once
#include <any>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"

namespace SQLite {
class Database;
}

namespace sjsz {

class FolderLock;
struct KeptStatement;  // prepared once a connection, found again by its text

// A statement of one connection, given back when this goes out of scope. Names of parameters begin with ':'.
class Query {
 public:
  explicit Query(KeptStatement& kept);
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  Query& bind(const char* name, std::int64_t value);
  Query& bind(const char* name, int value) { return bind(name, std::int64_t{value}); }
  Query& bind(const char* name, bool value) { return bind(name, std::int64_t{value}); }
  Query& bind(const char* name, std::string_view text);
  Query& bind(const char* name, const std::string& text) { return bind(name, std::string_view(text)); }
  Query& bind(const char* name, const char* text) { return bind(name, std::string_view(text)); }
  Query& bind_blob(const char* name, std::string_view bytes);
  Query& bind_null(const char* name);
  template <class T>
  Query& bind(const char* name, const std::optional<T>& value) {
    return value ? bind(name, *value) : bind_null(name);
  }

  bool next();  // the next row; false: no more
  int run();    // to the end; rows changed. May be bound and run again.

  int number(int column) const;
  std::int64_t big(int column) const;
  bool flag(int column) const { return number(column) != 0; }
  std::string text(int column) const;  // "" for NULL
  std::string blob(int column) const;
  bool is_null(int column) const;

 private:
  KeptStatement& kept_;
};

// Reads one consistent state of the database on one connection; not for two threads at once.
class Reader {
 public:
  virtual ~Reader();
  Query query(const char* sql);
  std::filesystem::path folder() const;                             // of the data
  std::uint64_t statements_run() const { return statements_run_; }  // for the tests that count them

  // What read() reads, or a copy of what it read on this connection from the same state of the database: for what many
  // pages need and seldom changes. `what` and `key` name it. A writer reads anew each time.
  template <class Value, class Read>
  Value recall(std::string_view what, int key, Read read);

 protected:
  friend class Db;
  friend std::unique_ptr<Reader> open_database(const std::filesystem::path& file);
  explicit Reader(std::unique_ptr<SQLite::Database> connection);
  std::unique_ptr<SQLite::Database> connection_;
  std::unordered_map<std::string, std::unique_ptr<KeptStatement>> kept_;
  std::uint64_t statements_run_ = 0;

 private:
  virtual bool sees_all_changes() const { return true; }  // as PRAGMA data_version tells them: not those of its own
  void forget_outdated();

  std::map<std::pair<std::string_view, int>, std::any> recalled_;
  std::int64_t recalled_version_ = 0;
};

// One open transaction (BEGIN IMMEDIATE). Its time is fixed when it begins.
class Writer : public Reader {
 public:
  Instant at() const { return at_; }
  void pretend_time(Instant at) { at_ = at; }  // for the demonstration and tests: what follows happened then

 private:
  friend class Db;
  using Reader::Reader;
  bool sees_all_changes() const override { return false; }
  Instant at_{};
};

// Faults that the operator can act on: folder not writable, in use, newer version, damaged file, disk full. what() is
// one clear Chinese line that says what to do.
struct StorageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One step from an older schema to a newer one. Numbers run from 1 without gaps; the last is the version that the
// program knows.
struct Migration {
  int number = 0;
  std::string_view name;  // 0001_plan.sql
  std::string_view sql;
};

class Db {
 public:
  enum class Lock {
    server,  // serve, import, restore: holds the folder's lock; a second process is refused
    beside   // user, token, backup, export: works beside a running server
  };
  // With Lock::server makes the folder (0700) and the database where there are none, and applies migrations (a copy is
  // kept before). Beside, the database must be there and of the program's version. Throws StorageError.
  Db(const std::filesystem::path& folder, Lock lock, const std::vector<Migration>& migrations);
  ~Db();

  // A read transaction on a pooled connection, for as long as the lease lives.
  class Lease {
   public:
    Lease(Db& db, std::unique_ptr<Reader> reader);
    Lease(Lease&&) noexcept;
    ~Lease();
    Reader& operator*() { return *reader_; }
    Reader* operator->() { return reader_.get(); }

   private:
    Db* db_;
    std::unique_ptr<Reader> reader_;
  };
  Lease reader();

  // Runs `action` alone, briefly, and returns when what it wrote is on the disk; several that wait for it share a
  // commit, and then one thread runs them all. An action whose result converts to false (tl::expected with an error, an
  // empty optional, false) is rolled back, as is one that throws; void and everything else commit.
  template <class Action>
  auto write(Action&& action);

  // Changes whenever the data did, by this process or another (PRAGMA data_version); costs microseconds.
  std::string data_version();

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path file() const;

 private:
  friend class Lease;
  struct Waiting;
  void transact(const std::function<bool(Writer&)>& action);
  void write_batch(const std::vector<Waiting*>& batch);
  static void run_savepoint(Writer& writer, Waiting& one);
  static bool is_over(const Writer& writer);
  void give_back(std::unique_ptr<Reader> reader);
  static void run_transaction(Writer& writer, const std::function<bool(Writer&)>& action);
  void make_database(const std::vector<Migration>& migrations);
  void upgrade(int version, const std::vector<Migration>& migrations);

  struct Guts;  // lock file, writer, pool
  std::filesystem::path folder_;
  std::unique_ptr<Guts> guts_;
};

template <class Value, class Read>
Value Reader::recall(std::string_view what, int key, Read read) {
  if (!sees_all_changes()) return read();
  forget_outdated();
  auto& kept = recalled_[{what, key}];
  if (!kept.has_value()) kept = Value(read());
  return std::any_cast<const Value&>(kept);
}

template <class Action>
auto Db::write(Action&& action) {
  using Result = decltype(action(std::declval<Writer&>()));
  if constexpr (std::is_void_v<Result>) {
    transact([&](Writer& writer) {
      action(writer);
      return true;
    });
  } else {
    std::optional<Result> result;
    transact([&](Writer& writer) {
      result.emplace(action(writer));
      if constexpr (std::is_constructible_v<bool, Result>) return static_cast<bool>(*result);
      return true;
    });
    return std::move(*result);
  }
}

}  // namespace sjsz
