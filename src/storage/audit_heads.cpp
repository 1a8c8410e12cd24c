#include "storage/audit_heads.h"

#include <cerrno>
#include <fstream>
#include <sstream>

#include "base/hash.h"
#include "storage/audit_store.h"
#include "storage/folder.h"

namespace sjsz {
namespace {

constexpr std::size_t kHashDigits = 64;

StorageError broken_line(const std::filesystem::path& file, int line) {
  return StorageError("审计日志的留存记录 " + file.string() + " 第 " + std::to_string(line) + " 行无法识别");
}

}  // namespace

std::filesystem::path audit_heads_file(const std::filesystem::path& folder) { return folder / "audit-heads"; }

void append_audit_head(Db& db, Instant at) {
  const auto newest = find_newest_audit_link(*db.reader());
  if (!newest) return;
  const auto file = audit_heads_file(db.folder());
  if (!std::filesystem::exists(file)) make_private_file(file);
  std::ofstream stream(file, std::ios::app);
  stream << newest->id << ' ' << to_hex(newest->hash) << ' ' << at.time_since_epoch().count() << std::endl;
  if (!stream) throw file_fault("无法写入", file, errno);
}

std::map<std::int64_t, std::string> list_audit_heads(const std::filesystem::path& folder) {
  const auto file = audit_heads_file(folder);
  std::map<std::int64_t, std::string> heads;
  std::ifstream stream(file);
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    std::istringstream words(line);
    std::int64_t id = 0, at = 0;
    std::string hash;
    if (!(words >> id >> hash >> at) || id < 1 || hash.size() != kHashDigits) throw broken_line(file, number);
    const auto [kept, added] = heads.emplace(id, hash);
    if (!added && kept->second != hash) throw broken_line(file, number);
  }
  return heads;
}

}  // namespace sjsz
