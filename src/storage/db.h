// The database: one folder, one SQLite file, one writer behind a mutex, a pool of read-only connections. A page gets a Reader and
// cannot write; only write() hands out a Writer, and only actions take one. SQL stands in storage/*.cpp and storage/migrations alone.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace sjsz {

// A statement of one connection, prepared once, given back when this goes out of scope. Names of parameters begin with ':'.
class Query {
 public:
  Query(SQLite::Statement& statement, int& busy);
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  Query& bind(const char* name, std::int64_t value);
  Query& bind(const char* name, int value) { return bind(name, std::int64_t{value}); }
  Query& bind(const char* name, bool value) { return bind(name, std::int64_t{value}); }
  Query& bind(const char* name, std::string_view text);
  Query& bind(const char* name, const char* text) { return bind(name, std::string_view(text)); }
  Query& bind_blob(const char* name, std::string_view bytes);
  Query& bind_null(const char* name);
  template <class T>
  Query& bind(const char* name, const std::optional<T>& value) {
    return value ? bind(name, *value) : bind_null(name);
  }

  bool next();  // the next row; false: no more
  int run();    // to the end; rows changed

  int number(int column) const;
  std::int64_t big(int column) const;
  bool flag(int column) const { return number(column) != 0; }
  std::string text(int column) const;
  std::string blob(int column) const;
  bool is_null(int column) const;

 private:
  SQLite::Statement& statement_;
  int& busy_;
};

// Reads one consistent state of the database on one connection; not for two threads at once.
class Reader {
 public:
  virtual ~Reader();
  Query query(const char* sql);         // prepared at first use, found again by its text
  std::uint64_t statements_run() const { return statements_run_; }  // for the tests that count them

 protected:
  friend class Db;
  explicit Reader(std::unique_ptr<SQLite::Database> connection);
  struct Kept;
  std::unique_ptr<SQLite::Database> connection_;
  std::unordered_map<std::string_view, std::unique_ptr<Kept>> kept_;
  std::uint64_t statements_run_ = 0;
};

// One open transaction (BEGIN IMMEDIATE). Its time is fixed when it begins.
class Writer : public Reader {
 public:
  Instant at() const { return at_; }

 private:
  friend class Db;
  using Reader::Reader;
  Instant at_{};
};

// Faults that the operator can act on: folder not writable, in use, newer version, damaged file, disk full. what() is one clear Chinese line.
struct StorageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Db {
 public:
  enum class Lock {
    server,  // serve, import, restore: takes the folder's lock; a second process is refused
    beside   // user, token, backup, check, export: works beside a running server
  };
  // Makes the folder (0700) and the database where there are none, applies migrations (a copy is kept before). Throws StorageError.
  // `must_exist`: a folder without database is an error.
  Db(const std::filesystem::path& folder, Lock lock, bool must_exist = false);
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

  // Runs `action` in one transaction under the writer's lock, briefly. An action whose result converts to false (tl::expected with an
  // error, an empty optional, false) is rolled back, as is one that throws; void and everything else commit.
  template <class Action>
  auto write(Action&& action);

  // Changes whenever the data did, by this process or another: own commits and PRAGMA data_version.
  std::string data_version();

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path file() const { return folder_ / "sjsz.db"; }
  bool fresh() const { return fresh_; }  // the schema was made just now: nothing is in it yet

 private:
  friend class Lease;
  void transact(const std::function<bool(Writer&)>& action);
  void give_back(std::unique_ptr<Reader> reader);

  struct Guts;  // lock file, writer, pool
  std::filesystem::path folder_;
  bool fresh_ = false;
  std::unique_ptr<Guts> guts_;
};

template <class Action>
auto Db::write(Action&& action) {
  using Result = decltype(action(std::declval<Writer&>()));
  if constexpr (std::is_void_v<Result>) {
    transact([&](Writer& writer) { action(writer); return true; });
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
