// Looks at a whole database file: is it sound, what is in it. For check, backup and restore; pages have no use for it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "storage/db.h"

namespace sjsz {

// A database file of ours, of any version and in any folder, in one read transaction. Throws StorageError.
std::unique_ptr<Reader> open_database(const std::filesystem::path& file);

// A consistent copy, also while others write; `to` is made anew, one file, mode 0600.
void copy_database(const std::filesystem::path& from, const std::filesystem::path& to);

int schema_version(Reader& db);
std::vector<std::string> list_integrity_faults(
    Reader& db);  // of pages, indexes and CHECKs, in SQLite's words, at most 100
std::vector<std::string> list_reference_faults(
    Reader& db);  // rows whose foreign key leads nowhere, Chinese, at most 100
std::map<std::string, std::int64_t> count_rows(Reader& db);  // by table

// StorageError at the first fault of the file; fast enough for every start.
void check_quickly(SQLite::Database& connection);

}  // namespace sjsz
