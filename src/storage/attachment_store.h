// Attachments of reports: the rows. The files are storage/attachment_files.h's.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "domain/report.h"
#include "storage/db.h"

namespace sjsz {

struct Attachment {
  std::string id;  // 32 hexadecimal digits, at random
  std::int64_t report = 0;
  ReportKey key;           // of that report; not written
  std::string name, type;  // as shown; media type
  std::int64_t size = 0;
  Sha256 sha256{};
  Instant added_at{};
  std::string added_by;  // name as shown to people
};

// Those that were removed are not found.
std::optional<Attachment> find_attachment(Reader& db, const std::string& id);
std::vector<Attachment> list_attachments(Reader& db, std::int64_t report);  // in the order in which they were added
std::vector<Attachment> list_attachments_of_unit(Reader& db, const Month& month, const UnitCode& unit);
std::int64_t sum_attachment_bytes(Reader& db, const UnitCode& unit, int year);  // of all files that are kept
void insert_attachment(Writer& db, const Attachment& attachment);
// Out of sight. What was submitted with a report stays, row and file, as evidence; true: nothing of it is needed any
// more, row and file may go.
bool retire_attachment(Writer& db, const Attachment& attachment, Instant at);

// Every file that must be there, for sjsz check.
std::vector<Attachment> list_kept_attachments(Reader& db);

}  // namespace sjsz
