// Reports and narratives: the present state of each, its frozen revisions and its history. Lists take two statements,
// however many rows.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "storage/db.h"
#include "storage/stamp.h"

namespace sjsz {

// Which text a report is read with: as it stands (of the draft, for its own unit), or as it was last submitted, empty
// for drafts (for all others, who must not see what a unit writes at a returned report); or without any.
enum class ReportTexts { present, submitted, none };

std::optional<Report> find_report(Reader& db, const ReportKey& key,
                                  ReportTexts texts = ReportTexts::present);  // nothing: none was written
// By unit code, then task; the narrative before task 1.
std::vector<Report> list_reports(Reader& db, const Month& month, ReportTexts texts = ReportTexts::present);
std::vector<Report> list_reports_of_unit(Reader& db, const Month& month, const UnitCode& unit,
                                         ReportTexts texts = ReportTexts::present);
// By month, then unit code.
std::vector<Report> list_reports_of_task(Reader& db, TaskSeq task, int year,
                                         ReportTexts texts = ReportTexts::submitted);
// What waits for review, of all months, oldest submission first.
std::vector<Report> list_submitted_reports(Reader& db);
std::vector<Report> list_returned_reports(Reader& db, const UnitCode& unit);  // of all months
// The same, counted alone: how many wait for a reviewer, who has no say in those of the own unit (which may be none).
int count_submitted_reports(Reader& db, const std::optional<UnitCode>& except);
int count_returned_reports(Reader& db, const UnitCode& unit);
std::vector<Revision> list_revisions(Reader& db, std::int64_t report);  // oldest first
std::vector<ReportEvent> list_report_events(Reader& db, std::int64_t report);

// The newest submitted text of the same line in an earlier month of its year: what 沿用上月 and the warnings use.
std::optional<Report> find_previous_report(Reader& db, const ReportKey& key);
// The same for all lines of a month.
std::vector<Report> list_previous_reports(Reader& db, const Month& month);
// The same for all that wait for review, by month.
std::vector<Report> list_previous_of_waiting(Reader& db);

// All return what the report is now. The caller has checked state and version inside the same transaction.
Report insert_report(Writer& db, const ReportKey& key, const ReportText& text, const Stamp& stamp);
Report update_report_text(Writer& db, Report report, const ReportText& text, const Stamp& stamp);
Report set_report_submitted(Writer& db, Report report, const Stamp& stamp, bool late, const std::string& receipt);
Report set_report_withdrawn(Writer& db, Report report, const Stamp& stamp);
Report set_report_state(Writer& db, Report report, ReportState state, std::optional<WorkState> judged,
                        const Stamp& stamp);
void insert_report_event(Writer& db, std::int64_t report, const ReportEvent& event);

}  // namespace sjsz
