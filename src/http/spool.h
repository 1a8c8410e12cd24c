// A large body on its way in: kept in a file that has no name, so that it costs no memory while it arrives and is gone
// with this object, however the program ends.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string_view>

#include "http/socket.h"

namespace sjsz::http {

class Spool {
 public:
  explicit Spool(const std::filesystem::path& folder);  // std::system_error, as append()
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  ~Spool();
  void append(std::string_view bytes);
  std::size_t size() const { return size_; }
  std::string_view bytes();  // all of it, valid as long as this object; nothing may be appended after

 private:
  Descriptor file_;
  std::size_t size_ = 0;
  void* mapped_ = nullptr;
};

}  // namespace sjsz::http
