// What every change of a report begins and ends with: the line as it stands in this transaction, the questions of
// right, version, state and period, and the audit row.
#pragma once
#include <optional>
#include <string>

#include "actions/report.h"

namespace sjsz::actions {

struct Line {
  Report report;  // version 0: nothing was written yet
  ReportForm form = ReportForm::full;
  std::string comment = {};
};

tl::unexpected<Refusal> refuse(Refusal::Why why, const ReportKey& key, std::string reason);
tl::unexpected<Refusal> refuse_field(const ReportKey& key, std::string field, const std::string& reason);

// What a change is asked for: `seen` is nothing where the version does not matter.
struct Asked {
  const Visitor& visitor;
  ReportKey key;
  std::optional<int> seen;
  ReportVerb verb;
};

// For what the unit itself does: only with its own lines, and only while the month takes it; the latter is asked once
// for several lines by the caller of the first.
tl::expected<Line, Refusal> open_own_line(Reader& db, const Asked& asked);
tl::expected<Line, Refusal> open_own_line(Reader& db, const Asked& asked, Instant at);
// For what the office does: never with lines of its own unit, and also in a month that is closed.
tl::expected<Line, Refusal> open_line_of_others(Reader& db, const Asked& asked);

// When and by whom something is written: people know each other by the names that are shown.
Stamp stamp_of(const Writer& db, const Actor& actor, const Visitor& visitor);

// `more`: members beside the version, each with a comma before it.
void audit_report(Writer& db, const Actor& actor, const std::string& action, const Report& report,
                  const std::string& more = "");

}  // namespace sjsz::actions
