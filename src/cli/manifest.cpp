#include "cli/manifest.h"

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "storage/install_store.h"
#include "storage/integrity.h"

namespace sjsz::cli {

using Json = nlohmann::ordered_json;

static constexpr const char* kFormat = "sjsz-backup";
static constexpr int kFormatVersion = 1;

Manifest describe_database(const std::filesystem::path& file) {
  const auto db = open_database(file);
  Manifest manifest;
  manifest.schema_version = schema_version(*db);
  manifest.install_id = to_hex(find_install(*db).id);
  manifest.made_at = to_rfc3339(now());
  manifest.rows = count_rows(*db);
  return manifest;
}

ManifestEntry describe_file(const std::string& name, const std::filesystem::path& file) {
  return {name, std::filesystem::file_size(file), to_hex(sha256_file(file.string()))};
}

std::string write_manifest(const Manifest& manifest) {
  Json entries = Json::array();
  for (const auto& entry : manifest.entries) {
    entries.push_back({{"name", entry.name}, {"size", entry.size}, {"sha256", entry.sha256}});
  }
  const Json json = {{"format", kFormat},
                     {"format_version", kFormatVersion},
                     {"program_version", manifest.program_version},
                     {"schema_version", manifest.schema_version},
                     {"install_id", manifest.install_id},
                     {"made_at", manifest.made_at},
                     {"entries", entries},
                     {"rows", manifest.rows}};
  return json.dump(2) + "\n";
}

Manifest read_manifest(const std::string& text) {
  try {
    const auto json = Json::parse(text);
    if (json.at("format") != kFormat) throw StorageError("它不是 sjsz 的备份");
    if (json.at("format_version").get<int>() > kFormatVersion) {
      throw StorageError("它由更新的 sjsz 写成，请使用更新的版本恢复");
    }
    Manifest manifest{.program_version = json.at("program_version"),
                      .schema_version = json.at("schema_version"),
                      .install_id = json.at("install_id"),
                      .made_at = json.at("made_at"),
                      .entries = {},
                      .rows = json.at("rows")};
    for (const auto& entry : json.at("entries")) {
      manifest.entries.push_back({entry.at("name"), entry.at("size"), entry.at("sha256")});
    }
    return manifest;
  } catch (const Json::exception& fault) {
    throw StorageError(std::string("清单 manifest.json 读不懂（") + fault.what() + "）");
  }
}

}  // namespace sjsz::cli
