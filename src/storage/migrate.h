// The version of a database and the steps that raise it. Forward only, each step one transaction.
#pragma once
#include <filesystem>
#include <vector>

#include "storage/db.h"

namespace sjsz {

// The version of a database; StorageError if it is not one of ours, or newer than `newest`.
int check_version(SQLite::Database& connection, int newest);
int newest_version(const std::vector<Migration>& migrations);

// Inside the transaction that makes a new database.
void make_schema(SQLite::Database& connection, const std::vector<Migration>& migrations);

// Each step after `version` in its own transaction; before the first one a copy is kept beside the file.
void upgrade_database(const std::filesystem::path& file, const std::vector<Migration>& migrations, int version);

}  // namespace sjsz
