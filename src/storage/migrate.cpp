#include "storage/migrate.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdio>

#include "storage/connection.h"
#include "storage/folder.h"

namespace sjsz {
namespace {

constexpr int kApplicationId = 0x736a737a;  // "sjsz", in the header of every database of ours

void apply(SQLite::Database& connection, const Migration& migration) {
  run_script(connection, std::string(migration.sql));
  run_script(connection, "PRAGMA user_version = " + std::to_string(migration.number));
}

std::filesystem::path copy_before(const std::filesystem::path& file, int number) {
  char suffix[32];
  std::snprintf(suffix, sizeof suffix, ".before-%04d", number);
  return file.string() + suffix;
}

void check_references(SQLite::Database& connection, const Migration& migration) {
  SQLite::Statement broken(connection, "PRAGMA foreign_key_check");
  if (broken.executeStep()) {
    throw std::runtime_error(std::string(migration.name) + " breaks a reference in " + broken.getColumn(0).getString());
  }
}

void apply_alone(SQLite::Database& connection, const Migration& migration) {
  run_script(connection, "BEGIN IMMEDIATE");
  try {
    apply(connection, migration);
    check_references(connection, migration);
    run_script(connection, "COMMIT");
  } catch (...) {
    connection.tryExec("ROLLBACK");
    throw;
  }
}

}  // namespace

int newest_version(const std::vector<Migration>& migrations) { return static_cast<int>(migrations.size()); }

int check_version(SQLite::Database& connection, int newest) {
  const std::string& file = connection.getFilename();
  if (connection.execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
    throw StorageError(file + " 不是本系统的数据库：请检查 --data 的路径");
  }
  const int version = connection.execAndGet("PRAGMA user_version").getInt();
  if (version > newest) {
    throw StorageError("数据库 " + file + " 的版本 " + std::to_string(version) + " 比本程序认识的版本 " +
                       std::to_string(newest) + " 新：请使用更新的 sjsz");
  }
  return version;
}

void make_schema(SQLite::Database& connection, const std::vector<Migration>& migrations) {
  run_script(connection, "PRAGMA application_id = " + std::to_string(kApplicationId));
  for (const auto& migration : migrations) apply(connection, migration);
}

void upgrade_database(const std::filesystem::path& file, const std::vector<Migration>& migrations, int version) {
  const auto connection = connect(file, Access::write);
  const auto copy = copy_before(file, version + 1);
  const std::filesystem::path unfinished = copy.string() + ".part";
  copy_database(*connection, unfinished);
  move_into_place(unfinished, copy);
  // Tables are rebuilt by migrations, which references to them would forbid; each step checks them before it commits.
  run_script(*connection, "PRAGMA foreign_keys = OFF");
  for (const auto& migration : migrations) {
    if (migration.number <= version) continue;
    try {
      apply_alone(*connection, migration);
    } catch (const SQLite::Exception& fault) {
      throw StorageError("升级数据库到版本 " + std::to_string(migration.number) + " 时出错（" + fault.what() +
                         "），数据没有改变：升级前的副本是 " + copy.string() + "，请联系开发者");
    }
  }
}

}  // namespace sjsz
