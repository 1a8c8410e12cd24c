#include "storage/report_past_query.h"

#include <unordered_map>

#include "storage/columns.h"

namespace sjsz {
namespace {

using Places = std::unordered_map<std::int64_t, ReportPast*>;

Query& bind_year(Query& query, int year) {
  return query.bind(":first", to_string(Month{year, 1})).bind(":last", to_string(Month{year, 12}));
}

ReportPast* find_past(const Places& places, std::int64_t id) {
  const auto found = places.find(id);
  return found == places.end() ? nullptr : found->second;
}

std::vector<ReportPast> read_reports(Reader& db, int year) {
  std::vector<ReportPast> pasts;
  auto row = db.query(R"(
    SELECT DISTINCT r.id, r.month, r.task, r.unit, r.state FROM report AS r
    LEFT JOIN unit_member AS m ON m.unit = r.unit
    JOIN assignment AS a ON a.year = :year AND a.task = r.task AND a.unit IN (r.unit, m.group_unit) AND a.role <> 'support'
    WHERE r.month BETWEEN :first AND :last AND EXISTS (SELECT 1 FROM revision WHERE report = r.id)
    ORDER BY r.task, r.unit, r.month)");
  bind_year(row, year).bind(":year", year);
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
    FROM report AS r JOIN revision AS v ON v.report = r.id JOIN report_text AS t ON t.id = v.text
    WHERE r.month BETWEEN :first AND :last ORDER BY v.report, v.number)");
  bind_year(row, year);
  while (row.next()) {
    auto* past = find_past(places, row.big(0));
    if (!past) continue;
    Revision revision;
    revision.number = row.number(1);
    revision.submitted_at = instant_at(row, 2).value();
    if (!row.is_null(3)) revision.text.self_state = code_at<WorkState>(row, 3);
    if (!row.is_null(4)) revision.text.no_progress = row.text(4);
    past->revisions.push_back(std::move(revision));
  }
}

void read_values(Reader& db, int year, const Places& places) {
  auto row = db.query(R"(
    SELECT v.report, v.number, x.key, x.value
    FROM report AS r JOIN revision AS v ON v.report = r.id JOIN report_value AS x ON x.text = v.text
    WHERE r.month BETWEEN :first AND :last)");
  bind_year(row, year);
  while (row.next()) {
    auto* past = find_past(places, row.big(0));
    if (past)
      past->revisions.at(static_cast<std::size_t>(row.number(1)) - 1).text.requirements[row.text(2)] = row.text(3);
  }
}

void read_events(Reader& db, int year, const Places& places) {
  auto row = db.query(R"(
    SELECT e.report, e.at, e.verb, e.revision, e.judged_state
    FROM report AS r JOIN report_event AS e ON e.report = r.id
    WHERE r.month BETWEEN :first AND :last ORDER BY e.report, e.number)");
  bind_year(row, year);
  while (row.next()) {
    auto* past = find_past(places, row.big(0));
    if (!past) continue;
    ReportEvent event;
    event.at = instant_at(row, 1).value();
    event.verb = row.text(2);
    if (!row.is_null(3)) event.revision = row.number(3);
    if (!row.is_null(4)) event.judged_state = code_at<WorkState>(row, 4);
    past->events.push_back(std::move(event));
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
  return pasts;
}

}  // namespace sjsz
