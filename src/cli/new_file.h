// A file that is whole or not there: written under another name (0600) and renamed when it is done.
#pragma once
#include <filesystem>

namespace sjsz::cli {

// StorageError if the portal keeps something of its own there: a new file would take the place of the database.
void refuse_own_place(const std::filesystem::path& data, const std::filesystem::path& file);

class NewFile {
 public:
  explicit NewFile(std::filesystem::path file);  // StorageError, if it cannot be written there
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();  // not put in place: nothing is left

  const std::filesystem::path& unfinished() const { return unfinished_; }
  void put_in_place();  // on the disk, in the place of what was there

 private:
  std::filesystem::path file_, unfinished_;
};

}  // namespace sjsz::cli
