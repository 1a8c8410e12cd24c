#include "storage/report_past_query.h"

#include <unordered_map>

#include "storage/columns.h"

namespace sjsz {
namespace {

// CROSS JOIN: from the few reports of leads to their rows, never through the rows of all reports.
using Places = std::unordered_map<std::int64_t, ReportPast*>;

std::vector<ReportPast> read_reports(Reader& db, int year) {
  std::vector<ReportPast> pasts;
  auto row =
      db.query("SELECT id, month, task, unit, state FROM lead_report WHERE year = :year ORDER BY task, unit, month");
  row.bind(":year", year);
  while (row.next()) {
    ReportPast past;
    past.report.id = row.big(0);
    past.report.key = {parse_month(row.text(1)).value(), task_at(row, 2), {row.text(3)}};
    past.report.state = code_at<ReportState>(row, 4);
    pasts.push_back(std::move(past));
  }
  return pasts;
}

void read_revisions(Reader& db, int year, const Places& places) {
  auto row = db.query(R"(
    SELECT v.report, v.number, v.submitted_at, t.self_state, t.no_progress
    FROM lead_report AS r CROSS JOIN revision AS v ON v.report = r.id JOIN report_text AS t ON t.id = v.text
    WHERE r.year = :year ORDER BY v.report, v.number)");
  row.bind(":year", year);
  while (row.next()) {
    Revision revision;
    revision.number = row.number(1);
    revision.submitted_at = instant_at(row, 2).value();
    if (!row.is_null(3)) revision.text.self_state = code_at<WorkState>(row, 3);
    if (!row.is_null(4)) revision.text.no_progress = row.text(4);
    places.at(row.big(0))->revisions.push_back(std::move(revision));
  }
}

void read_values(Reader& db, int year, const Places& places) {
  auto row = db.query(R"(
    SELECT v.report, v.number, x.key, x.value
    FROM lead_report AS r CROSS JOIN revision AS v ON v.report = r.id JOIN report_value AS x ON x.text = v.text
    WHERE r.year = :year)");
  row.bind(":year", year);
  while (row.next()) {
    auto& revision = places.at(row.big(0))->revisions.at(static_cast<std::size_t>(row.number(1)) - 1);
    revision.text.requirements[row.text(2)] = row.text(3);
  }
}

void read_events(Reader& db, int year, const Places& places) {
  auto row = db.query(R"(
    SELECT e.report, e.at, e.verb, e.revision, e.judged_state
    FROM lead_report AS r CROSS JOIN report_event AS e ON e.report = r.id
    WHERE r.year = :year ORDER BY e.report, e.number)");
  row.bind(":year", year);
  while (row.next()) {
    ReportEvent event;
    event.at = instant_at(row, 1).value();
    event.verb = row.text(2);
    if (!row.is_null(3)) event.revision = row.number(3);
    if (!row.is_null(4)) event.judged_state = code_at<WorkState>(row, 4);
    places.at(row.big(0))->events.push_back(std::move(event));
  }
}

}  // namespace

std::vector<ReportPast> list_report_pasts(Reader& db, int year) {
  auto pasts = read_reports(db, year);
  Places places;
  for (auto& past : pasts) places[past.report.id] = &past;
  read_revisions(db, year, places);
  read_values(db, year, places);
  read_events(db, year, places);
  std::erase_if(pasts, [](const ReportPast& past) { return past.revisions.empty(); });  // drafts
  return pasts;
}

}  // namespace sjsz
