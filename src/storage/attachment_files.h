// The files of attachments: DATA/attachments/xx/ID, 0600, written once under a random name and never changed.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace sjsz {

std::filesystem::path attachment_file(const std::filesystem::path& data, const std::string& id);

// Whether the disk has room for attachments: 1 GiB stays free for everything else.
bool has_room_for_attachments(const std::filesystem::path& data);

// A file that is there, whole and durable, before the row that names it, and gone again if that row is not written.
class NewAttachmentFile {
 public:
  NewAttachmentFile(const std::filesystem::path& data,
                    std::string_view bytes);  // StorageError, if it cannot be written
  NewAttachmentFile(NewAttachmentFile&& other) noexcept;
  NewAttachmentFile& operator=(NewAttachmentFile&&) = delete;
  ~NewAttachmentFile();
  const std::string& id() const { return id_; }
  const std::filesystem::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::string id_;
  std::filesystem::path path_;
  bool kept_ = false;
};

void delete_attachment_file(const std::filesystem::path& data, const std::string& id);

}  // namespace sjsz
