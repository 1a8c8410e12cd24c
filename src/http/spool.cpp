#include "http/spool.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cstdlib>

#include <cerrno>
#include <string>
#include <system_error>

namespace sjsz::http {
namespace {

[[noreturn]] void throw_errno(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

Descriptor open_unnamed(const std::filesystem::path& folder) {
  Descriptor unnamed(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
  if (unnamed.number() >= 0) return unnamed;
  // Not every file system can.
  std::string name = (folder / "incoming-XXXXXX").string();
  Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (file.number() < 0) throw_errno("mkostemp");
  ::unlink(name.c_str());
  return file;
}

}  // namespace

Spool::Spool(const std::filesystem::path& folder) : file_(open_unnamed(folder)) {}

Spool::~Spool() {
  if (mapped_) ::munmap(mapped_, size_);
}

void Spool::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(file_.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno("write");
    size_ += static_cast<std::size_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string_view Spool::bytes() {
  if (size_ == 0) return {};
  if (!mapped_) {
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file_.number(), 0);
    if (mapped == MAP_FAILED) throw_errno("mmap");
    mapped_ = mapped;
  }
  return {static_cast<const char*>(mapped_), size_};
}

}  // namespace sjsz::http
