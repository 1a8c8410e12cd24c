// Opens SQLite connections with the settings that docs/security.md asks for, and turns SQLite's faults into lines for
// the operator.
#pragma once
#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <memory>
#include <string>

#include "storage/db.h"

namespace sjsz {

enum class Access { read, write };

// The file must exist. Throws StorageError.
std::unique_ptr<SQLite::Database> connect(const std::filesystem::path& file, Access access);

// Runs statements without results. Throws StorageError for what the operator can act on, SQLite::Exception for the
// rest.
void run_script(SQLite::Database& connection, const std::string& sql);

// A full disk, a damaged or unwritable file, a lock that stays: thrown as StorageError. Returns for everything else.
void throw_if_operator_can_act(const SQLite::Exception& fault, const std::string& file);

// A consistent copy by SQLite's online backup, also while others write; `to` is made anew, one file, mode 0600.
void copy_database(SQLite::Database& from, const std::filesystem::path& to);

}  // namespace sjsz
