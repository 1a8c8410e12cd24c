#include "storage/db.h"

#include <sqlite3.h>
#include <SQLiteCpp/Database.h>

#include <condition_variable>
#include <mutex>
#include <utility>

#include "storage/audit_store.h"
#include "storage/connection.h"
#include "storage/folder.h"
#include "storage/install_store.h"
#include "storage/integrity.h"
#include "storage/migrate.h"

namespace sjsz {
namespace fs = std::filesystem;

// An action that waits for its commit; lives in the call that waits.
struct Db::Waiting {
  const std::function<bool(Writer&)>& action;
  std::exception_ptr fault = nullptr;
  bool done = false;
};

struct Db::Guts {
  std::unique_ptr<FolderLock> lock;  // of a server
  std::mutex queueing;
  std::condition_variable finished;
  std::vector<Waiting*> queue;
  bool writing = false;            // somebody is, for all whom the queue held then
  std::unique_ptr<Writer> writer;  // opened at the first write
  std::mutex pooling;
  std::vector<std::unique_ptr<Reader>> pool;
  std::mutex watching;
  std::unique_ptr<Reader> watcher;  // never writes, so that PRAGMA data_version sees the commits of all others
};

Db::Db(const fs::path& folder, Lock lock, const std::vector<Migration>& migrations)
    : folder_(folder), guts_(std::make_unique<Guts>()) {
  if (lock == Lock::server) {
    make_private_folder(folder_);
    check_modes(folder_);
    guts_->lock = std::make_unique<FolderLock>(folder_);
    if (!has_database(folder_)) make_database(migrations);
  } else if (!has_database(folder_)) {
    throw StorageError("文件夹 " + folder_.string() + " 里没有数据库：请检查 --data 的路径，或先运行 sjsz serve 建立");
  }
  check_modes(folder_);
  const auto connection = connect(file(), Access::read);
  const int version = check_version(*connection, newest_version(migrations));
  if (lock == Lock::server) check_quickly(*connection);
  if (version == newest_version(migrations)) return;
  if (lock == Lock::beside) {
    throw StorageError("数据库 " + file().string() +
                       " 由旧版本建立，须先升级：请停止旧版本的服务，用新版本运行一次 sjsz serve");
  }
  upgrade(version, migrations);
}

Db::~Db() = default;

fs::path Db::file() const { return database_file(folder_); }

// Under another name until it is whole: whoever finds sjsz.db finds the schema complete, however the making of it
// ended.
void Db::make_database(const std::vector<Migration>& migrations) {
  if (fs::exists(restoring_folder(folder_))) {
    throw StorageError("文件夹 " + folder_.string() + " 里的恢复没有完成：请重新执行 sjsz restore");
  }
  const fs::path unfinished = file().string() + ".new";
  const auto remove_unfinished = [&] {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(unfinished.string() + suffix);
  };
  remove_unfinished();
  make_private_file(unfinished);
  try {
    Writer writer(connect(unfinished, Access::write));
    run_transaction(writer, [&](Writer& db) {
      make_schema(*db.connection_, migrations);
      insert_install(db);
      return true;
    });
  } catch (...) {
    remove_unfinished();
    throw;
  }
  move_into_place(unfinished, file());
}

void Db::upgrade(int version, const std::vector<Migration>& migrations) {
  upgrade_database(file(), migrations, version);
  transact([&](Writer& db) {
    const auto newest = std::to_string(newest_version(migrations));
    insert_audit(db, {.via = "system",
                      .action = "database.upgrade",
                      .detail = R"({"from":)" + std::to_string(version) + R"(,"to":)" + newest + "}"});
    return true;
  });
}

Db::Lease Db::reader() {
  std::unique_ptr<Reader> reader;
  {
    const std::lock_guard lock(guts_->pooling);
    if (!guts_->pool.empty()) {
      reader = std::move(guts_->pool.back());
      guts_->pool.pop_back();
    }
  }
  if (!reader) reader.reset(new Reader(connect(file(), Access::read)));
  reader->query("BEGIN").run();
  reader->statements_run_ = 0;
  return Lease(*this, std::move(reader));
}

void Db::give_back(std::unique_ptr<Reader> reader) {
  try {
    reader->query("COMMIT").run();
  } catch (const std::exception&) {
    return;  // a connection that cannot end its transaction is not used again
  }
  const std::lock_guard lock(guts_->pooling);
  guts_->pool.push_back(std::move(reader));
}

Db::Lease::Lease(Db& db, std::unique_ptr<Reader> reader) : db_(&db), reader_(std::move(reader)) {}

Db::Lease::Lease(Lease&&) noexcept = default;

Db::Lease::~Lease() {
  if (reader_) db_->give_back(std::move(reader_));
}

// Who finds nobody writing does it for all that wait by then: one commit, as durable as each alone, for several.
void Db::transact(const std::function<bool(Writer&)>& action) {
  Waiting mine{action};
  std::unique_lock lock(guts_->queueing);
  guts_->queue.push_back(&mine);
  guts_->finished.wait(lock, [&] { return mine.done || !guts_->writing; });
  if (!mine.done) {
    const auto batch = std::exchange(guts_->queue, {});
    guts_->writing = true;
    lock.unlock();
    write_batch(batch);
    lock.lock();
    guts_->writing = false;
    for (auto* one : batch) one->done = true;
    guts_->finished.notify_all();
  }
  lock.unlock();
  if (mine.fault) std::rethrow_exception(mine.fault);
}

// Faults of one are its own; what keeps the whole from being committed is everybody's.
void Db::write_batch(const std::vector<Waiting*>& batch) {
  try {
    if (!guts_->writer) guts_->writer.reset(new Writer(connect(file(), Access::write)));
    if (batch.size() == 1) return run_transaction(*guts_->writer, batch[0]->action);
    run_transaction(*guts_->writer, [&](Writer& writer) {
      for (auto* one : batch) run_savepoint(writer, *one);
      return true;
    });
  } catch (...) {
    for (auto* one : batch) {
      if (!one->fault) one->fault = std::current_exception();
    }
  }
}

void Db::run_savepoint(Writer& writer, Waiting& one) {
  writer.query("SAVEPOINT one").run();
  writer.at_ = now();
  bool keep = false;
  try {
    keep = one.action(writer);
  } catch (...) {
    one.fault = std::current_exception();
    if (is_over(writer)) throw;
  }
  if (!keep) writer.query("ROLLBACK TO one").run();
  writer.query("RELEASE one").run();
}

// SQLite ends a transaction itself after some faults, a full disk among them.
bool Db::is_over(const Writer& writer) { return sqlite3_get_autocommit(writer.connection_->getHandle()) != 0; }

void Db::run_transaction(Writer& writer, const std::function<bool(Writer&)>& action) {
  const auto roll_back = [&] {
    if (!is_over(writer)) writer.connection_->tryExec("ROLLBACK");
  };
  writer.query("BEGIN IMMEDIATE").run();
  writer.at_ = now();
  try {
    if (action(writer)) return static_cast<void>(writer.query("COMMIT").run());
  } catch (...) {
    roll_back();
    throw;
  }
  roll_back();
}

std::string Db::data_version() {
  const std::lock_guard lock(guts_->watching);
  if (!guts_->watcher) guts_->watcher.reset(new Reader(connect(file(), Access::read)));
  auto version = guts_->watcher->query("PRAGMA data_version");
  version.next();
  return std::to_string(version.big(0));
}

}  // namespace sjsz
