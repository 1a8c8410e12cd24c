// The project's own templates, read from disk as development does.
#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "view/template.h"

namespace sjsz::view {

inline std::vector<TemplateSource> sources_on_disk() {
  std::vector<TemplateSource> sources;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(SJSZ_SOURCE_DIR) + "/templates")) {
    std::ifstream file(entry.path(), std::ios::binary);
    sources.push_back({entry.path().stem().string(), std::string(std::istreambuf_iterator<char>(file), {})});
  }
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return sources;
}

inline const Templates& templates_on_disk() {
  static const Templates templates(sources_on_disk());
  return templates;
}

}  // namespace sjsz::view
