// The data folder: its modes (0700, files 0600), its lock, and faults of the file system as lines for the operator.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "storage/db.h"

namespace sjsz {

// Held for as long as the object lives, given up by the kernel when the process ends, however it ends.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder);  // StorageError, if another process has it
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  int descriptor_ = -1;
};

std::filesystem::path database_file(const std::filesystem::path& folder);
bool has_database(const std::filesystem::path& folder);  // StorageError, if one cannot tell
// What remains of a restore that was interrupted: nothing may be made anew in such a folder.
std::filesystem::path restoring_folder(const std::filesystem::path& folder);

void make_private_folder(const std::filesystem::path& folder);  // 0700, where there is none; parents as the umask says
void make_private_file(const std::filesystem::path& file);      // 0600, empty, in the place of what was there
bool is_wide(const std::filesystem::path& path);                // others than the owner may do something with it
void check_modes(const std::filesystem::path& folder);  // StorageError, if folder or database can be reached by others
void move_into_place(const std::filesystem::path& from, const std::filesystem::path& to);  // durable
void sync_path(const std::filesystem::path& path);  // file or folder, to the disk

// "无法建立 /x：没有权限" for the value of errno.
StorageError file_fault(const std::string& what, const std::filesystem::path& path, int error);

}  // namespace sjsz
