// Reports and narratives: the present state of each, its frozen revisions and its history.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "storage/db.h"

namespace sjsz {

struct Report {
  std::int64_t id = 0;  // 0: nothing was written yet
  ReportKey key;
  ReportState state = ReportState::none;
  int version = 0;  // grows with every change; a save that saw an older one is refused
  ReportText text;  // of the draft, or of the newest revision
  std::optional<WorkState> judged_state;
  std::optional<Instant> first_submitted;  // of the first submission that was not withdrawn: judges timeliness
  std::optional<Instant> submitted_at;
  Instant changed_at{};
  std::string changed_by;  // display name
};

struct Revision {
  int number = 0;
  ReportText text;
  Instant submitted_at{};
  std::string submitted_by;
  bool late = false;
  std::string receipt;
};

struct ReportEvent {
  Instant at{};
  std::string actor;
  std::string verb;  // submit, withdraw, return, accept
  std::optional<int> revision;
  std::optional<WorkState> judged_state;
  std::string comment;
};

std::optional<Report> find_report(Reader& db, const ReportKey& key);  // nothing: none was written
std::vector<Report> list_reports(Reader& db, const Month& month);     // of all units, with texts: three statements
std::vector<Report> list_reports_of_unit(Reader& db, const Month& month, const UnitCode& unit);
std::vector<Report> list_reports_of_task(Reader& db, TaskSeq task, int year);  // by month, then unit
std::vector<Revision> list_revisions(Reader& db, std::int64_t report);         // oldest first
std::vector<ReportEvent> list_report_events(Reader& db, std::int64_t report);

// The newest submitted text of the same line in an earlier month: what 沿用上月 and the warnings use.
std::optional<Report> find_previous_report(Reader& db, const ReportKey& key);

// All writes return the new version. The caller has checked state and version inside the same transaction.
int insert_report(Writer& db, const ReportKey& key, const ReportText& text, const std::string& by);
int update_report_text(Writer& db, const Report& report, const ReportText& text, const std::string& by);
int set_report_submitted(Writer& db, const Report& report, const std::string& by, bool late, const std::string& receipt);
int set_report_state(Writer& db, const Report& report, ReportState state, std::optional<WorkState> judged,
                     const std::string& by);
void insert_report_event(Writer& db, std::int64_t report, const ReportEvent& event);

}  // namespace sjsz
