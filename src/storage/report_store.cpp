#include "storage/report_store.h"

#include <unordered_map>

#include "storage/columns.h"

namespace sjsz {
namespace {

// SQL that is put together once: `values` reads the requirement values of what `reports` reads; empty: none.
struct Statements {
  std::string reports, values;
};

Statements make_statements(const std::string& text, const std::string& where, const std::string& order) {
  const std::string from = " FROM report AS r LEFT JOIN report_text AS t ON t.id = " + text;
  return {
      R"(SELECT r.id, r.month, r.task, r.unit, r.state, r.version, r.judged_state, r.first_submitted, r.submitted_at,
               r.changed_at, r.changed_by, (SELECT coalesce(max(number), 0) FROM revision WHERE report = r.id),
               EXISTS (SELECT 1 FROM report_event WHERE report = r.id AND verb = 'accept'),
               t.self_state, t.completion, t.progress, t.no_progress, t.measures, t.problems, t.next_steps,
               t.expected_date, t.coordination)" +
          from + " WHERE " + where + " ORDER BY " + order,
      "SELECT r.id, v.key, v.value" + from + " JOIN report_value AS v ON v.text = t.id WHERE " + where};
}

const std::string kPresentText = "r.text";
const std::string kSubmittedText =
    "(SELECT text FROM revision WHERE report = r.id AND r.state <> 'draft' ORDER BY number DESC LIMIT 1)";

// One condition in all ways of reading.
struct Reading {
  Reading(const std::string& where, const std::string& order)
      : present(make_statements(kPresentText, where, order)),
        submitted(make_statements(kSubmittedText, where, order)),
        none{make_statements("NULL", where, order).reports, ""} {}
  const Statements& with(ReportTexts texts) const {
    if (texts == ReportTexts::none) return none;
    return texts == ReportTexts::present ? present : submitted;
  }
  const Statements present, submitted, none;
};

constexpr int kTextColumns = 13;  // where the text begins

ReportText text_at(const Query& row, int first) {
  ReportText text;
  if (!row.is_null(first)) text.self_state = code_at<WorkState>(row, first);
  if (!row.is_null(first + 1)) text.completion = row.number(first + 1);
  text.progress = row.text(first + 2);
  if (!row.is_null(first + 3)) text.no_progress = row.text(first + 3);
  text.measures = row.text(first + 4);
  text.problems = row.text(first + 5);
  text.next_steps = row.text(first + 6);
  text.expected_date = date_at(row, first + 7);
  text.coordination = row.text(first + 8);
  return text;
}

Report report_at(const Query& row) {
  Report report;
  report.id = row.big(0);
  report.key = {parse_month(row.text(1)).value(), task_at(row, 2), {row.text(3)}};
  report.state = code_at<ReportState>(row, 4);
  report.version = row.number(5);
  if (!row.is_null(6)) report.judged_state = code_at<WorkState>(row, 6);
  report.first_submitted = instant_at(row, 7);
  report.submitted_at = instant_at(row, 8);
  report.changed_at = instant_at(row, 9).value();
  report.changed_by = row.text(10);
  report.revisions = row.number(11);
  report.was_accepted = row.flag(12);
  report.text = text_at(row, kTextColumns);
  return report;
}

template <class Bind>
std::vector<Report> read_reports(Reader& db, const Statements& statements, Bind bind) {
  std::vector<Report> reports;
  std::unordered_map<std::int64_t, std::size_t> places;
  auto row = db.query(statements.reports.c_str());
  bind(row);
  while (row.next()) {
    reports.push_back(report_at(row));
    places[reports.back().id] = reports.size() - 1;
  }
  if (statements.values.empty()) return reports;
  auto value = db.query(statements.values.c_str());
  bind(value);
  while (value.next()) reports[places.at(value.big(0))].text.requirements[value.text(1)] = value.text(2);
  return reports;
}

std::optional<Report> only_one(std::vector<Report> reports) {
  if (reports.empty()) return std::nullopt;
  return std::move(reports.front());
}

void bind_text(Query& query, const ReportText& text) {
  query.bind(":self_state", text.self_state ? std::optional(to_code(*text.self_state)) : std::nullopt)
      .bind(":completion", text.completion)
      .bind(":progress", text.progress)
      .bind(":no_progress", text.no_progress)
      .bind(":measures", text.measures)
      .bind(":problems", text.problems)
      .bind(":next_steps", text.next_steps)
      .bind(":expected_date", to_text(text.expected_date))
      .bind(":coordination", text.coordination);
}

void insert_values(Writer& db, std::int64_t id, const ReportText& text) {
  auto insert = db.query("INSERT INTO report_value (text, key, value) VALUES (:text, :key, :value)");
  for (const auto& [key, value] : text.requirements) {
    insert.bind(":text", id).bind(":key", key).bind(":value", value).run();
  }
}

std::int64_t insert_text(Writer& db, const ReportText& text) {
  auto insert = db.query(R"(
    INSERT INTO report_text (self_state, completion, progress, no_progress, measures, problems, next_steps,
                             expected_date, coordination)
    VALUES (:self_state, :completion, :progress, :no_progress, :measures, :problems, :next_steps, :expected_date,
            :coordination) RETURNING id)");
  bind_text(insert, text);
  insert.next();
  const auto id = insert.big(0);
  insert_values(db, id, text);
  return id;
}

void change_text(Writer& db, std::int64_t id, const ReportText& text) {
  auto update = db.query(R"(
    UPDATE report_text SET self_state = :self_state, completion = :completion, progress = :progress,
      no_progress = :no_progress, measures = :measures, problems = :problems, next_steps = :next_steps,
      expected_date = :expected_date, coordination = :coordination WHERE id = :id)");
  bind_text(update, text);
  update.bind(":id", id).run();
  db.query("DELETE FROM report_value WHERE text = :text").bind(":text", id).run();
  insert_values(db, id, text);
}

// The row of the present text, and whether a revision holds it: then it is frozen.
std::pair<std::int64_t, bool> find_text_row(Reader& db, std::int64_t report) {
  auto row = db.query(R"(
    SELECT text, EXISTS (SELECT 1 FROM revision WHERE report = r.id AND text = r.text) FROM report AS r WHERE id = :id)");
  row.bind(":id", report);
  if (!row.next()) throw std::logic_error("no report " + std::to_string(report));
  return {row.big(0), row.flag(1)};
}

// Everything of a report but its text, with the next version.
Report store_state(Writer& db, Report report, const Stamp& stamp) {
  ++report.version;
  report.changed_at = stamp.at;
  report.changed_by = stamp.by;
  db.query(R"(
    UPDATE report SET state = :state, version = :version, judged_state = :judged, first_submitted = :first,
      submitted_at = :submitted, changed_at = :at, changed_by = :by WHERE id = :id)")
      .bind(":state", to_code(report.state))
      .bind(":version", report.version)
      .bind(":judged", report.judged_state ? std::optional(to_code(*report.judged_state)) : std::nullopt)
      .bind(":first", to_text(report.first_submitted))
      .bind(":submitted", to_text(report.submitted_at))
      .bind(":at", to_rfc3339(stamp.at))
      .bind(":by", stamp.by)
      .bind(":id", report.id)
      .run();
  return report;
}

}  // namespace

std::optional<Report> find_report(Reader& db, const ReportKey& key, ReportTexts texts) {
  static const Reading reading("r.month = :month AND r.task = :task AND r.unit = :unit", "r.id");
  return only_one(read_reports(db, reading.with(texts), [&](Query& query) {
    query.bind(":month", to_string(key.period)).bind(":task", task_number(key.task)).bind(":unit", key.unit.value);
  }));
}

std::vector<Report> list_reports(Reader& db, const Month& month, ReportTexts texts) {
  static const Reading reading("r.month = :month", "r.unit, r.task");
  return read_reports(db, reading.with(texts), [&](Query& query) { query.bind(":month", to_string(month)); });
}

std::vector<Report> list_reports_of_unit(Reader& db, const Month& month, const UnitCode& unit, ReportTexts texts) {
  static const Reading reading("r.month = :month AND r.unit = :unit", "r.task");
  return read_reports(db, reading.with(texts),
                      [&](Query& query) { query.bind(":month", to_string(month)).bind(":unit", unit.value); });
}

std::vector<Report> list_reports_of_task(Reader& db, TaskSeq task, int year, ReportTexts texts) {
  static const Reading reading("r.task = :task AND r.month BETWEEN :first AND :last", "r.month, r.unit");
  return read_reports(db, reading.with(texts), [&](Query& query) {
    query.bind(":task", task.value).bind(":first", to_string(Month{year, 1})).bind(":last", to_string(Month{year, 12}));
  });
}

std::vector<Report> list_submitted_reports(Reader& db) {
  static const Reading reading("r.state = 'submitted'", "r.submitted_at, r.id");
  return read_reports(db, reading.with(ReportTexts::present), [](Query&) {});
}

std::vector<Report> list_returned_reports(Reader& db, const UnitCode& unit) {
  static const Reading reading("r.state = 'returned' AND r.unit = :unit", "r.month, r.task");
  return read_reports(db, reading.present, [&](Query& query) { query.bind(":unit", unit.value); });
}

int count_submitted_reports(Reader& db, const std::optional<UnitCode>& except) {
  auto row = db.query("SELECT count(*) FROM report WHERE state = 'submitted' AND unit <> :except");
  row.bind(":except", except ? except->value : "").next();
  return row.number(0);
}

int count_returned_reports(Reader& db, const UnitCode& unit) {
  auto row = db.query("SELECT count(*) FROM report WHERE state = 'returned' AND unit = :unit");
  row.bind(":unit", unit.value).next();
  return row.number(0);
}

std::vector<Revision> list_revisions(Reader& db, std::int64_t report) {
  std::vector<Revision> revisions;
  auto row = db.query(R"(
    SELECT v.number, v.submitted_at, v.submitted_by, v.late, v.receipt,
      t.self_state, t.completion, t.progress, t.no_progress, t.measures, t.problems, t.next_steps, t.expected_date,
      t.coordination
    FROM revision AS v JOIN report_text AS t ON t.id = v.text WHERE v.report = :report ORDER BY v.number)");
  row.bind(":report", report);
  while (row.next()) {
    revisions.push_back(
        {row.number(0), text_at(row, 5), instant_at(row, 1).value(), row.text(2), row.flag(3), row.text(4)});
  }
  auto value = db.query(R"(
    SELECT v.number, a.key, a.value FROM revision AS v JOIN report_value AS a ON a.text = v.text
    WHERE v.report = :report)");
  value.bind(":report", report);
  // Numbers run from 1 without gaps.
  while (value.next()) revisions.at(value.number(0) - 1).text.requirements[value.text(1)] = value.text(2);
  return revisions;
}

std::vector<ReportEvent> list_report_events(Reader& db, std::int64_t report) {
  std::vector<ReportEvent> events;
  auto row = db.query(R"(
    SELECT at, actor, verb, revision, judged_state, comment FROM report_event WHERE report = :report ORDER BY number)");
  row.bind(":report", report);
  while (row.next()) {
    ReportEvent event{instant_at(row, 0).value(), row.text(1), row.text(2), {}, {}, row.text(5)};
    if (!row.is_null(3)) event.revision = row.number(3);
    if (!row.is_null(4)) event.judged_state = code_at<WorkState>(row, 4);
    events.push_back(std::move(event));
  }
  return events;
}

std::optional<Report> find_previous_report(Reader& db, const ReportKey& key) {
  static const Reading reading(R"(r.id = (
      SELECT id FROM report WHERE task = :task AND unit = :unit AND month >= :january AND month < :month
        AND state IN ('submitted', 'returned', 'accepted') ORDER BY month DESC LIMIT 1))",
                               "r.id");
  return only_one(read_reports(db, reading.submitted, [&](Query& query) {
    query.bind(":task", task_number(key.task))
        .bind(":unit", key.unit.value)
        .bind(":january", to_string(Month{key.period.year, 1}))
        .bind(":month", to_string(key.period));
  }));
}

std::vector<Report> list_previous_reports(Reader& db, const Month& month) {
  static const Reading reading(R"(r.state IN ('submitted', 'returned', 'accepted') AND r.month = (
      SELECT max(month) FROM report WHERE task = r.task AND unit = r.unit AND month >= :january AND month < :month
        AND state IN ('submitted', 'returned', 'accepted')))",
                               "r.unit, r.task");
  return read_reports(db, reading.submitted, [&](Query& query) {
    query.bind(":january", to_string(Month{month.year, 1})).bind(":month", to_string(month));
  });
}

std::vector<Report> list_previous_of_waiting(Reader& db) {
  static const Reading reading(R"(r.id IN (
      SELECT (SELECT id FROM report WHERE task = w.task AND unit = w.unit AND month >= substr(w.month, 1, 4) || '-01'
                AND month < w.month AND state IN ('submitted', 'returned', 'accepted') ORDER BY month DESC LIMIT 1)
      FROM report AS w WHERE w.state = 'submitted'))",
                               "r.month, r.id");
  return read_reports(db, reading.submitted, [](Query&) {});
}

Report insert_report(Writer& db, const ReportKey& key, const ReportText& text, const Stamp& stamp) {
  Report report{.key = key, .state = ReportState::draft, .version = 1, .text = text};
  report.changed_at = stamp.at;
  report.changed_by = stamp.by;
  auto insert = db.query(R"(
    INSERT INTO report (month, task, unit, state, version, text, changed_at, changed_by)
    VALUES (:month, :task, :unit, 'draft', 1, :text, :at, :by) RETURNING id)");
  insert.bind(":month", to_string(key.period))
      .bind(":task", task_number(key.task))
      .bind(":unit", key.unit.value)
      .bind(":text", insert_text(db, text))
      .bind(":at", to_rfc3339(stamp.at))
      .bind(":by", stamp.by);
  insert.next();
  report.id = insert.big(0);
  return report;
}

Report update_report_text(Writer& db, Report report, const ReportText& text, const Stamp& stamp) {
  const auto [row, frozen] = find_text_row(db, report.id);
  if (frozen) {
    db.query("UPDATE report SET text = :text WHERE id = :id")
        .bind(":text", insert_text(db, text))
        .bind(":id", report.id)
        .run();
  } else {
    change_text(db, row, text);
  }
  report.text = text;
  return store_state(db, std::move(report), stamp);
}

Report set_report_submitted(Writer& db, Report report, const Stamp& stamp, bool late, const std::string& receipt) {
  db.query(R"(
    INSERT INTO revision (report, number, text, submitted_at, submitted_by, late, receipt)
    SELECT id, :number, text, :at, :by, :late, :receipt FROM report WHERE id = :id)")
      .bind(":number", ++report.revisions)
      .bind(":at", to_rfc3339(stamp.at))
      .bind(":by", stamp.by)
      .bind(":late", late)
      .bind(":receipt", receipt)
      .bind(":id", report.id)
      .run();
  report.state = ReportState::submitted;
  report.judged_state.reset();
  report.submitted_at = stamp.at;
  if (!report.first_submitted) report.first_submitted = stamp.at;
  return store_state(db, std::move(report), stamp);
}

Report set_report_withdrawn(Writer& db, Report report, const Stamp& stamp) {
  report.state = ReportState::draft;
  if (report.first_submitted == report.submitted_at) report.first_submitted.reset();
  report.submitted_at.reset();
  return store_state(db, std::move(report), stamp);
}

Report set_report_state(Writer& db, Report report, ReportState state, std::optional<WorkState> judged,
                        const Stamp& stamp) {
  report.state = state;
  report.judged_state = judged;
  return store_state(db, std::move(report), stamp);
}

void insert_report_event(Writer& db, std::int64_t report, const ReportEvent& event) {
  db.query(R"(
    INSERT INTO report_event (report, number, at, actor, verb, revision, judged_state, comment)
    SELECT :report, coalesce(max(number), 0) + 1, :at, :actor, :verb, :revision, :judged, :comment
    FROM report_event WHERE report = :report)")
      .bind(":report", report)
      .bind(":at", to_rfc3339(event.at))
      .bind(":actor", event.actor)
      .bind(":verb", event.verb)
      .bind(":revision", event.revision)
      .bind(":judged", event.judged_state ? std::optional(to_code(*event.judged_state)) : std::nullopt)
      .bind(":comment", event.comment)
      .run();
}

}  // namespace sjsz
