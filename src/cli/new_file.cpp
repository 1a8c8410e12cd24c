#include "cli/new_file.h"

#include "storage/folder.h"

namespace sjsz::cli {
namespace fs = std::filesystem;

void refuse_own_place(const fs::path& data, const fs::path& file) {
  const auto place = fs::weakly_canonical(fs::absolute(file).parent_path()) / file.filename();
  const auto inside = place.lexically_relative(fs::weakly_canonical(data));
  const auto name = inside.empty() ? "" : inside.begin()->string();
  if (name.starts_with("sjsz.") || name == "attachments" || name == "audit-heads") {
    throw StorageError(file.string() + " 是本系统自己的数据：请换一个文件名");
  }
}

NewFile::NewFile(fs::path file) : file_(std::move(file)), unfinished_(file_.string() + ".part") {
  std::error_code ignored;
  if (fs::is_directory(file_, ignored)) throw StorageError(file_.string() + " 是文件夹：请给出文件名");
  make_private_file(unfinished_);
}

NewFile::~NewFile() {
  std::error_code ignored;
  fs::remove(unfinished_, ignored);
}

void NewFile::put_in_place() {
  sync_path(unfinished_);
  move_into_place(unfinished_, file_);
}

}  // namespace sjsz::cli
