// The files inside the program: templates, web, seed, migrations. In development (--dev) app.cpp reads them from disk
// instead.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sjsz {

struct EmbeddedFile {
  std::string_view path;  // "templates/task_list.html"
  std::string_view bytes;
};

std::vector<EmbeddedFile> embedded_files(std::string_view folder);  // those below "templates/", by name
std::string_view embedded_file(std::string_view path);  // throws std::logic_error for a path that is not there

}  // namespace sjsz
