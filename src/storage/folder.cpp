#include "storage/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace sjsz {
namespace fs = std::filesystem;
namespace {

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : value_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  int value() const { return value_; }
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

std::string reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return "没有权限，请检查权限与所有者";
    case EROFS:
      return "文件系统是只读的，请换一个位置";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "磁盘已满或超出配额，请腾出空间后重试";
    case ENOTDIR:
      return "路径中有一段不是文件夹，请检查路径";
    case ENOENT:
      return "路径不存在，请检查路径";
    default:
      return std::strerror(error);
  }
}

unsigned mode_of(const fs::path& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 07777 : 0;
}

}  // namespace

StorageError file_fault(const std::string& what, const fs::path& path, int error) {
  return StorageError(what + " " + path.string() + "：" + reason(error));
}

FolderLock::FolderLock(const fs::path& folder) {
  const auto file = folder / "sjsz.lock";
  Descriptor descriptor(file, O_RDWR | O_CREAT);
  if (descriptor.value() < 0) throw file_fault("无法写入数据文件夹", folder, errno);
  if (::flock(descriptor.value(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) throw file_fault("无法锁定数据文件夹", folder, errno);
    throw StorageError("数据文件夹 " + folder.string() +
                       " 正由另一个 sjsz 使用：请先停止它，或用 --data 指定别的文件夹");
  }
  descriptor_ = descriptor.release();
}

FolderLock::~FolderLock() { ::close(descriptor_); }

fs::path database_file(const fs::path& folder) { return folder / "sjsz.db"; }

fs::path restoring_folder(const fs::path& folder) { return folder / "restoring"; }

bool has_database(const fs::path& folder) {
  struct stat about {};
  if (::stat(database_file(folder).c_str(), &about) == 0) return true;
  if (errno == ENOENT || errno == ENOTDIR) return false;
  throw file_fault("无法读取数据文件夹", folder, errno);
}

void make_private_folder(const fs::path& folder) {
  std::error_code ignored, parents;
  if (fs::is_directory(folder, ignored)) return;
  const auto parent = (folder.has_filename() ? folder : folder.parent_path()).parent_path();
  if (!parent.empty()) fs::create_directories(parent, parents);
  if (parents) throw file_fault("无法建立数据文件夹", folder, parents.value());
  if (::mkdir(folder.c_str(), 0700) != 0) {
    throw file_fault("无法建立数据文件夹", folder, errno == EEXIST ? ENOTDIR : errno);
  }
}

void make_private_file(const fs::path& file) {
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) throw file_fault("无法写入", file, errno);
  if (Descriptor(file, O_WRONLY | O_CREAT | O_EXCL).value() < 0) throw file_fault("无法写入", file, errno);
}

bool is_wide(const fs::path& path) { return (mode_of(path) & 077) != 0; }

void check_modes(const fs::path& folder) {
  const auto refuse = [](const fs::path& path, const char* kind, const char* mode) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%04o", mode_of(path));
    throw StorageError(std::string(kind) + " " + path.string() + " 的权限是 " + text.data() +
                       "，其他用户也能访问：请执行 chmod " + mode + " " + path.string());
  };
  if (is_wide(folder)) refuse(folder, "数据文件夹", "700");
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool ours = entry.path().filename().string().starts_with("sjsz.db");
    if (ours && is_wide(entry.path())) refuse(entry.path(), "数据文件", "600");
  }
}

void move_into_place(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw file_fault("无法写入", to, errno);
  sync_path(to.parent_path());
}

void sync_path(const fs::path& path) {
  const Descriptor descriptor(path.empty() ? fs::path(".") : path, O_RDONLY);
  if (descriptor.value() < 0 || ::fsync(descriptor.value()) != 0) throw file_fault("无法写入", path, errno);
}

}  // namespace sjsz
