// The table of contents of a backup: manifest.json.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sjsz::cli {

struct ManifestEntry {
  std::string name;  // sjsz.db, attachments/…
  std::uint64_t size = 0;
  std::string sha256;  // hexadecimal
};

struct Manifest {
  std::string program_version;
  int schema_version = 0;
  std::string install_id;  // hexadecimal
  std::string made_at;
  std::vector<ManifestEntry> entries;        // but for the manifest itself
  std::map<std::string, std::int64_t> rows;  // by table
};

// Version, installation and rows of a database file.
Manifest describe_database(const std::filesystem::path& file);
ManifestEntry describe_file(const std::string& name, const std::filesystem::path& file);

std::string write_manifest(const Manifest& manifest);
Manifest read_manifest(const std::string& json);  // StorageError, if it is not one, or of a newer format

}  // namespace sjsz::cli
