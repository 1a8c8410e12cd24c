#include "storage/integrity.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <limits>

#include "storage/connection.h"
#include "storage/migrate.h"

namespace sjsz {

static constexpr std::size_t kMostFaults = 100;

static std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::unique_ptr<Reader> open_database(const std::filesystem::path& file) {
  auto connection = connect(file, Access::read);
  check_version(*connection, std::numeric_limits<int>::max());
  std::unique_ptr<Reader> reader(new Reader(std::move(connection)));
  reader->query("BEGIN").run();
  return reader;
}

void copy_database(const std::filesystem::path& from, const std::filesystem::path& to) {
  copy_database(*connect(from, Access::read), to);
}

int schema_version(Reader& db) {
  auto row = db.query("PRAGMA user_version");
  row.next();
  return row.number(0);
}

std::vector<std::string> list_integrity_faults(Reader& db) {
  std::vector<std::string> faults;
  auto row = db.query("PRAGMA integrity_check(100)");
  while (row.next()) {
    if (row.text(0) != "ok") faults.push_back(one_line(row.text(0)));
  }
  return faults;
}

std::vector<std::string> list_reference_faults(Reader& db) {
  std::vector<std::string> faults;
  auto row = db.query("PRAGMA foreign_key_check");
  while (row.next() && faults.size() < kMostFaults) {
    faults.push_back("表 " + row.text(0) + " 有一行引用了 " + row.text(2) + " 中不存在的记录" +
                     (row.is_null(1) ? "" : "（行号 " + row.text(1) + "）"));
  }
  return faults;
}

std::map<std::string, std::int64_t> count_rows(Reader& db) {
  // Tables differ from version to version, so the statement that counts is written by SQLite from the schema.
  auto writer = db.query(R"(
    SELECT group_concat(printf('SELECT %Q, count(*) FROM "%w"', name, name), ' UNION ALL ')
    FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\')");
  writer.next();
  const std::string sql = writer.text(0);
  std::map<std::string, std::int64_t> counts;
  auto row = db.query(sql.c_str());
  while (row.next()) counts[row.text(0)] = row.big(1);
  return counts;
}

void check_quickly(SQLite::Database& connection) {
  std::string fault;
  try {
    fault = connection.execAndGet("PRAGMA quick_check(1)").getString();
  } catch (const SQLite::Exception& thrown) {
    throw_if_operator_can_act(thrown, connection.getFilename());
    throw;
  }
  if (fault == "ok") return;
  throw StorageError("数据库 " + connection.getFilename() + " 已损坏（" + one_line(fault) +
                     "）：请用 sjsz check 查看，再用备份执行 sjsz restore --replace");
}

}  // namespace sjsz
