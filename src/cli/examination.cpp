#include "cli/examination.h"

#include "storage/audit_store.h"
#include "storage/integrity.h"
#include "storage/migrate.h"

namespace sjsz::cli {
namespace {

using Faults = std::vector<std::string>;

Faults version_faults(Reader& db, int newest) {
  const int version = schema_version(db);
  if (version <= newest) return {};
  return {"数据库的版本 " + std::to_string(version) + " 比本程序认识的版本 " + std::to_string(newest) +
          " 新：请使用更新的 sjsz"};
}

Faults audit_faults(Reader& db) {
  const auto fault = find_audit_fault(db);
  if (!fault) return {};
  return {fault->detail};
}

}  // namespace

Finding examine(std::string code, std::string name, const std::function<Faults()>& find_faults) {
  Finding finding{std::move(code), std::move(name), {}};
  try {
    finding.faults = find_faults();
  } catch (const StorageError& fault) {
    finding.faults = {fault.what()};
  }
  return finding;
}

std::vector<Finding> examine_database(const std::filesystem::path& file, const std::vector<Migration>& migrations) {
  std::unique_ptr<Reader> db;
  const auto opened = examine("readable", "数据库可读", [&] {
    db = open_database(file);
    return Faults{};
  });
  if (!db) return {opened};
  return {opened, examine("version", "数据库版本", [&] { return version_faults(*db, newest_version(migrations)); }),
          examine("integrity", "数据库完整性", [&] { return list_integrity_faults(*db); }),
          examine("references", "数据引用", [&] { return list_reference_faults(*db); }),
          examine("audit", "审计日志", [&] { return audit_faults(*db); })};
}

std::string first_fault(const std::vector<Finding>& findings) {
  for (const auto& finding : findings) {
    if (!finding.faults.empty()) return finding.name + "：" + finding.faults.front();
  }
  return "";
}

}  // namespace sjsz::cli
