#include "embedded.h"

#include <stdexcept>
#include <string>

extern "C" {
// Written by cmake/Embed.cmake.
struct SjszEmbedded {
  const char *path, *begin, *end;
};
extern const SjszEmbedded sjsz_embedded_files[];
extern const std::uint64_t sjsz_embedded_count;
}

namespace sjsz {

static EmbeddedFile file_at(std::uint64_t i) {
  const auto& file = sjsz_embedded_files[i];
  return {file.path, {file.begin, static_cast<std::size_t>(file.end - file.begin)}};
}

std::vector<EmbeddedFile> embedded_files(std::string_view folder) {
  std::vector<EmbeddedFile> found;
  for (std::uint64_t i = 0; i < sjsz_embedded_count; ++i) {
    if (file_at(i).path.starts_with(folder)) found.push_back(file_at(i));
  }
  return found;
}

std::string_view embedded_file(std::string_view path) {
  for (std::uint64_t i = 0; i < sjsz_embedded_count; ++i) {
    if (file_at(i).path == path) return file_at(i).bytes;
  }
  throw std::logic_error("no such embedded file: " + std::string(path));
}

}  // namespace sjsz
