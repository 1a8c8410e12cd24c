#include "base/date.h"
#include "base/log.h"
#include "cli/command_actor.h"
#include "cli/commands.h"
#include "cli/examination.h"
#include "cli/manifest.h"
#include "document/archive.h"
#include "storage/audit_heads.h"
#include "storage/folder.h"

namespace sjsz::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostManifestBytes = 256 << 20;

bool belongs_to_data(const fs::path& path) {
  const auto name = path.filename().string();
  return name.starts_with("sjsz.db") || name == "attachments" || path == audit_heads_file(path.parent_path());
}

std::vector<fs::path> list_data(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (belongs_to_data(entry.path())) paths.push_back(entry.path());
  }
  return paths;
}

// Where the backup is unpacked and proved: inside the data folder, so that moving it into place is renaming. While it
// is there, nobody makes a new database in its stead.
class Staging {
 public:
  explicit Staging(const fs::path& data) : folder_(restoring_folder(data)) {
    fs::remove_all(folder_);  // of a restore that was interrupted
    make_private_folder(folder_);
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging() {
    std::error_code ignored;
    if (!keep_) fs::remove_all(folder_, ignored);
  }
  const fs::path& folder() const { return folder_; }
  void keep(bool keep) { keep_ = keep; }

 private:
  fs::path folder_;
  bool keep_ = false;
};

StorageError refusal(const fs::path& file, const std::string& what) {
  return StorageError("备份 " + file.string() + " 不能恢复，数据没有改变：" + what);
}

bool may_be_restored(const std::string& name) {
  return document::is_safe_name(name) && (name == "sjsz.db" || name.starts_with("attachments/"));
}

Manifest read_manifest_of(document::ArchiveReader& archive, const fs::path& file) {
  try {
    return read_manifest(archive.read("manifest.json", kMostManifestBytes));
  } catch (const StorageError& fault) {
    throw refusal(file, fault.what());
  }
}

void unpack(document::ArchiveReader& archive, const Manifest& manifest, const fs::path& file, const fs::path& folder) {
  if (archive.entries().size() != manifest.entries.size() + 1) throw refusal(file, "其中的文件与清单不符");
  for (const auto& entry : manifest.entries) {
    if (!may_be_restored(entry.name)) throw refusal(file, "清单里有不认识的文件 " + entry.name);
    const auto target = folder / entry.name;
    make_private_folder(target.parent_path());
    archive.extract(entry.name, target);
    const auto found = describe_file(entry.name, target);
    if (found.size != entry.size || found.sha256 != entry.sha256)
      throw refusal(file, entry.name + " 与清单的校验值不符");
  }
}

void check_database(const Place& place, const Manifest& manifest, const fs::path& file, const fs::path& folder) {
  if (!fs::exists(database_file(folder))) throw refusal(file, "其中没有数据库");
  const auto fault = first_fault(examine_database(database_file(folder), place.migrations));
  if (!fault.empty()) throw refusal(file, fault);
  const auto found = describe_database(database_file(folder));
  if (found.rows != manifest.rows || found.install_id != manifest.install_id) throw refusal(file, "数据库与清单不符");
}

// The old content, out of the way but kept; empty if there was none.
fs::path move_old_aside(const fs::path& data) {
  const auto old = list_data(data);
  if (old.empty()) return {};
  std::string time = to_rfc3339(now() + std::chrono::hours(8));  // 2026-01-02T03:04:05.678Z
  std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
  fs::path kept = data / ("kept-" + time.substr(0, 15));
  while (fs::exists(kept)) kept += "-2";
  make_private_folder(kept);
  for (const auto& path : old) move_into_place(path, kept / path.filename());
  return kept;
}

// The database last: what is found with it is whole.
void move_new_in(const fs::path& staged, const fs::path& data) {
  auto paths = list_data(staged);
  std::partition(paths.begin(), paths.end(), [](const fs::path& path) { return path.filename() != "sjsz.db"; });
  for (const auto& path : paths) move_into_place(path, data / path.filename());
}

void compare_rows(const Manifest& proved, const Manifest& restored) {
  if (proved.rows == restored.rows) return;
  throw StorageError("恢复后的行数与备份不符：请用 sjsz check 查看");
}

void upgrade_and_record(const Place& place, const Manifest& manifest, const fs::path& staged) {
  Db db(staged, Db::Lock::server, place.migrations);
  record_command(db, "restore", R"({"made_at":)" + json_string(manifest.made_at) + "}");
}

Manifest unpack_and_prove(const Place& place, const fs::path& file, const fs::path& staged) {
  try {
    document::ArchiveReader archive(file);
    auto manifest = read_manifest_of(archive, file);
    unpack(archive, manifest, file, staged);
    check_database(place, manifest, file, staged);
    return manifest;
  } catch (const document::ArchiveError& fault) {
    throw refusal(file, fault.what());
  } catch (const fs::filesystem_error& fault) {
    throw file_fault("没有恢复，数据没有改变：无法读写", fault.path1(), fault.code().value());
  }
}

}  // namespace

int restore(const Place& place, const fs::path& file, bool replace, std::ostream& out) {
  make_private_folder(place.data);
  check_modes(place.data);
  const FolderLock lock(place.data);
  // An interrupted restore leaves no database, but perhaps what lay beside the old one: a second try goes on.
  const bool interrupted = fs::exists(restoring_folder(place.data)) && !fs::exists(database_file(place.data));
  if (!replace && !interrupted && !list_data(place.data).empty()) {
    throw StorageError("数据文件夹 " + place.data.string() +
                       " 不是空的：要替换请加 --replace，原有内容会留在其中的 kept- 文件夹里");
  }
  Staging staging(place.data);
  const auto manifest = unpack_and_prove(place, file, staging.folder());
  upgrade_and_record(place, manifest, staging.folder());
  const auto proved = describe_database(database_file(staging.folder()));
  staging.keep(true);
  const auto kept = move_old_aside(place.data);
  move_new_in(staging.folder(), place.data);
  staging.keep(false);
  compare_rows(proved, describe_database(database_file(place.data)));
  for (const auto& [table, rows] : manifest.rows) out << table << "：" << rows << " 行\n";
  if (!kept.empty()) out << "原有内容：" << kept.string() << "\n";
  out << "已从 " << file.string() << " 恢复（备份于 " << manifest.made_at << "）\n";
  return 0;
}

}  // namespace sjsz::cli
