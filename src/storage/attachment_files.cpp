#include "storage/attachment_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/random.h"
#include "storage/folder.h"

namespace sjsz {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kRoomForOthers = std::uintmax_t{1} << 30;

// Closes what open() gave.
struct Opened {
  int descriptor;
  ~Opened() {
    if (descriptor >= 0) ::close(descriptor);
  }
};

void write_all(int descriptor, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const auto count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw file_fault("无法保存附件", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void write_file(const fs::path& path, std::string_view bytes) {
  const Opened file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
  if (file.descriptor < 0) throw file_fault("无法保存附件", path, errno);
  try {
    write_all(file.descriptor, bytes, path);
    if (::fsync(file.descriptor) != 0) throw file_fault("无法保存附件", path, errno);
    sync_path(path.parent_path());
  } catch (...) {
    ::unlink(path.c_str());
    throw;
  }
}

}  // namespace

fs::path attachment_file(const fs::path& data, const std::string& id) {
  return data / "attachments" / id.substr(0, 2) / id;
}

bool has_room_for_attachments(const fs::path& data) { return fs::space(data).available >= kRoomForOthers; }

NewAttachmentFile::NewAttachmentFile(const fs::path& data, std::string_view bytes)
    : id_(random_hex(16)), path_(attachment_file(data, id_)) {
  make_private_folder(data / "attachments");
  make_private_folder(path_.parent_path());
  write_file(path_, bytes);
}

NewAttachmentFile::NewAttachmentFile(NewAttachmentFile&& other) noexcept
    : id_(std::move(other.id_)), path_(std::move(other.path_)), kept_(std::exchange(other.kept_, true)) {}

NewAttachmentFile::~NewAttachmentFile() {
  if (!kept_) ::unlink(path_.c_str());
}

void delete_attachment_file(const fs::path& data, const std::string& id) {
  ::unlink(attachment_file(data, id).c_str());  // a file that stays behind takes room and nothing else
}

}  // namespace sjsz
