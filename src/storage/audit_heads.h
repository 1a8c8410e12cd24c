// Heads of the audit log: number and hash of its newest row, kept each hour and at every stop in a file beside the
// database. The chain alone does not show that rows were cut off its end, or that all of it was made anew; a head does.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "storage/db.h"

namespace sjsz {

std::filesystem::path audit_heads_file(const std::filesystem::path& folder);
void append_audit_head(Db& db, Instant at);  // of an empty log: nothing

// Hashes by number; none where there is no file. StorageError for a line that is no head.
std::map<std::int64_t, std::string> list_audit_heads(const std::filesystem::path& folder);

}  // namespace sjsz
