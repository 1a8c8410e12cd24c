// What check, backup and restore ask of a database file before they trust it.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "storage/db.h"

namespace sjsz::cli {

struct Finding {
  std::string code;                 // integrity: for programs
  std::string name;                 // 数据库完整性
  std::vector<std::string> faults;  // Chinese; empty: sound
};

// Version, integrity, references, audit chain. A database that cannot be opened is examined no further.
std::vector<Finding> examine_database(const std::filesystem::path& file, const std::vector<Migration>& migrations);

// Runs one examination; what it throws as StorageError is its fault.
Finding examine(std::string code, std::string name, const std::function<std::vector<std::string>()>& find_faults);

// "数据库完整性：…" for the first fault; empty: all is sound.
std::string first_fault(const std::vector<Finding>& findings);

}  // namespace sjsz::cli
