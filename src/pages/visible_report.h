// The lines of a month as one visitor may see them (docs/security.md, access): which are there at all, in which state,
// with which text. What may not be seen is not in here, so that no page or API has to leave it out.
#pragma once
#include <optional>
#include <vector>

#include "domain/owed.h"
#include "domain/rights.h"
#include "storage/attachment_store.h"
#include "storage/db.h"

namespace sjsz {

struct VisibleReport {
  OwedLine line;
  ReportAccess access = ReportAccess::hidden;  // never hidden, but for supporting lines that the visitor's unit leads
  Report report;  // with the text that may be seen; state none and version 0 also for what is hidden
  ReportState state() const { return line.exempt ? ReportState::exempt : report.state; }
};

// In the order of what is owed. Own lines; all lines for office and leaders; for other units what is accepted, and the
// supporting lines of the tasks that they lead, to see who is missing. Texts of reports that were accepted, returned
// and are being changed are left out.
std::vector<VisibleReport> list_visible_reports(Reader& db, const Visitor& visitor, const Month& month);

// Nothing: no such line, or not for this visitor.
std::optional<VisibleReport> find_visible_report(Reader& db, const Visitor& visitor, const ReportKey& key);

// The files that go with the text that is seen.
std::vector<Attachment> list_visible_attachments(Reader& db, const VisibleReport& visible);

}  // namespace sjsz
