#include "storage/connection.h"

#include <sqlite3.h>
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>

#include "storage/folder.h"
#include "storage/no_room.h"

namespace sjsz {

static constexpr int kBusyMilliseconds = 5000;

// Before the first connection: what a statement or savepoint may take back is kept in memory alone, for there need not
// be a folder for temporary files.
static void configure() {
  static const int once = sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
  static_cast<void>(once);
}

std::unique_ptr<SQLite::Database> connect(const std::filesystem::path& file, Access access) {
  configure();
  const bool writes = access == Access::write;
  const int flags = (writes ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) | SQLite::OPEN_NOMUTEX;
  try {
    auto connection = std::make_unique<SQLite::Database>(file.string(), flags, kBusyMilliseconds);
    sqlite3_extended_result_codes(connection->getHandle(), 1);
    sqlite3_db_config(connection->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    connection->exec("PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON");
    if (writes) {
      if (sqlite3_db_readonly(connection->getHandle(), "main") == 1) {
        throw StorageError("数据库 " + file.string() + " 不可写：请检查文件的权限、所有者和所在的文件系统");
      }
      connection->exec("PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    }
    connection->execAndGet("SELECT count(*) FROM sqlite_schema");  // a file that is not a database shows here
    return connection;
  } catch (const SQLite::Exception& fault) {
    throw_if_operator_can_act(fault, file.string());
    throw;
  }
}

void run_script(SQLite::Database& connection, const std::string& sql) {
  try {
    connection.exec(sql);
  } catch (const SQLite::Exception& fault) {
    throw_if_operator_can_act(fault, connection.getFilename());
    throw;
  }
}

// A quota, or a limit on the size of files, says so in this way.
static bool is_of_writing(int extended_code) {
  return extended_code == SQLITE_IOERR_WRITE || extended_code == SQLITE_IOERR_FSYNC ||
         extended_code == SQLITE_IOERR_SHMSIZE;
}

void throw_if_operator_can_act(const SQLite::Exception& fault, const std::string& file) {
  switch (fault.getErrorCode() & 0xff) {
    case SQLITE_FULL:
      throw NoRoom("磁盘已满，改动没有保存（" + file + "）：请腾出空间后重试");
    case SQLITE_IOERR: {
      const auto words = "读写 " + file + " 出错，改动没有保存：请检查磁盘空间、配额和设备，然后重试";
      if (is_of_writing(fault.getExtendedErrorCode())) throw NoRoom(words);
      throw StorageError(words);
    }
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      throw StorageError("无法打开或写入 " + file + "：请检查文件和文件夹的权限与所有者");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StorageError("数据库 " + file + " 正忙，改动没有保存：请稍后重试");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw StorageError("数据库 " + file +
                         " 已损坏，或不是数据库：请停止服务，用 sjsz check 查看，再用备份执行 sjsz restore --replace");
    default:
      return;
  }
}

void copy_database(SQLite::Database& from, const std::filesystem::path& to) {
  make_private_file(to);
  try {
    SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    SQLite::Backup(copy, from).executeStep();
    copy.exec("PRAGMA journal_mode = DELETE");  // the copied header says WAL; a copy is one file
  } catch (const SQLite::Exception& fault) {
    std::error_code ignored;
    std::filesystem::remove(to, ignored);
    throw_if_operator_can_act(fault, to.string());
    throw;
  }
  sync_path(to);
}

}  // namespace sjsz
