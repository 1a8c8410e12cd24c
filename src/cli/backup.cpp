#include "cli/command_actor.h"
#include "cli/commands.h"
#include "cli/examination.h"
#include "cli/manifest.h"
#include "cli/new_file.h"
#include "document/archive.h"
#include "storage/folder.h"
#include "storage/integrity.h"

namespace sjsz::cli {
namespace {

namespace fs = std::filesystem;

void check_copy(const fs::path& copy, const std::vector<Migration>& migrations) {
  const auto fault = first_fault(examine_database(copy, migrations));
  if (fault.empty()) return;
  throw StorageError("数据有问题，没有备份（" + fault +
                     "）：请用 sjsz check 查看；要留存现状，请停止服务后复制整个数据文件夹");
}

// Names below the data folder, as they stand in the archive.
std::vector<std::string> list_attachments(const fs::path& data) {
  std::vector<std::string> names;
  const auto folder = data / "attachments";
  if (!fs::exists(folder)) return names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(data).generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void add(document::ArchiveWriter& archive, Manifest& manifest, const std::string& name, const fs::path& file) {
  archive.add_file(name, file);
  manifest.entries.push_back(describe_file(name, file));
}

// Attachments after the database: a file is there before the row that names it.
Manifest write_archive(const Place& place, const fs::path& copy, const fs::path& file) {
  auto manifest = describe_database(copy);
  manifest.program_version = place.program_version;
  document::ArchiveWriter archive(file);
  add(archive, manifest, "sjsz.db", copy);
  for (const auto& name : list_attachments(place.data)) add(archive, manifest, name, place.data / name);
  archive.add("manifest.json", write_manifest(manifest));
  archive.finish();
  return manifest;
}

// A database of an older version stays as it is; its server writes the next row.
void record(const Place& place, const fs::path& file, const Manifest& manifest) {
  if (manifest.schema_version != place.schema_version()) return;
  try {
    Db db(place.data, Db::Lock::beside, place.migrations);
    record_command(db, "backup", R"({"entries":)" + std::to_string(manifest.entries.size()) + "}");
  } catch (const StorageError& fault) {
    throw StorageError("备份已写入 " + file.string() + "，但没能记入审计日志：" + fault.what());
  }
}

}  // namespace

int backup(const Place& place, const fs::path& file, std::ostream& out) {
  if (!has_database(place.data))
    throw StorageError("文件夹 " + place.data.string() + " 里没有数据库：请检查 --data 的路径");
  refuse_own_place(place.data, file);
  NewFile archive(file);
  const NewFile copy(file.string() + ".db");
  copy_database(database_file(place.data), copy.unfinished());
  check_copy(copy.unfinished(), place.migrations);
  Manifest manifest;
  try {
    manifest = write_archive(place, copy.unfinished(), archive.unfinished());
  } catch (const fs::filesystem_error& fault) {
    throw file_fault("没有备份：无法读写", fault.path1(), fault.code().value());
  }
  archive.put_in_place();
  record(place, file, manifest);
  for (const auto& entry : manifest.entries) out << entry.name << "：" << entry.size << " 字节\n";
  out << "已备份到 " << file.string() << "\n";
  return 0;
}

}  // namespace sjsz::cli
