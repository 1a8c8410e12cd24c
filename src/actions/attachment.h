// Adding attachments to a report and removing them, while its unit may write it. The files are there already, checked;
// what these refuse, the caller deletes.
#pragma once
#include <vector>

#include "actions/report.h"
#include "storage/attachment_store.h"

namespace sjsz::actions {

inline constexpr std::size_t kMostAttachments = 10;                          // of a report
inline constexpr std::int64_t kMostAttachmentBytes = std::int64_t{2} << 30;  // of a unit and year

// A report of which nothing was written yet becomes an empty draft. Versions do not grow: nobody's open form is stale
// because of a file.
Outcome add_attachments(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key,
                        std::vector<Attachment> files);

// Whether the file may be deleted: nothing that was submitted needs it.
struct Removed {
  bool file_may_go = false;
};
tl::expected<Removed, Refusal> remove_attachment(Writer& db, const Actor& actor, const Visitor& visitor,
                                                 const Attachment& attachment);

}  // namespace sjsz::actions
