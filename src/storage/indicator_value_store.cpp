#include "storage/indicator_value_store.h"

#include <unordered_map>

#include "storage/columns.h"

namespace sjsz {
namespace {

// All indicators of a year, or one of them.
struct Which {
  int year = 0;
  int first = 1, last = 0;
};

Which all_of(int year) { return {year, 1, 1'000'000}; }
Which one_of(int year, IndicatorSeq seq) { return {year, seq.value, seq.value}; }

Query& bind_which(Query& query, const Which& which) {
  return query.bind(":year", which.year).bind(":first", which.first).bind(":last", which.last);
}

ValueText text_at(const Query& row, int first) {
  return {decimal_at(row, first).value(), row.text(first + 1), code_at<ValueNature>(row, first + 2),
          row.text(first + 3)};
}

Query& bind_text(Query& query, const ValueText& text) {
  return query.bind(":amount", text.amount.to_string())
      .bind(":source", text.source)
      .bind(":nature", to_code(text.nature))
      .bind(":reason", text.reason);
}

std::vector<IndicatorValue> read_values(Reader& db, const Which& which) {
  std::vector<IndicatorValue> values;
  auto row = db.query(R"(
    SELECT id, seq, period, state, version, amount, source, nature, reason, changed_at, changed_by
    FROM indicator_value WHERE year = :year AND seq BETWEEN :first AND :last ORDER BY seq, period)");
  bind_which(row, which);
  while (row.next()) {
    IndicatorValue value;
    value.id = row.big(0);
    value.seq = {row.number(1)};
    value.period = read_indicator_period(row.text(2)).value();
    value.state = code_at<ReportState>(row, 3);
    value.version = row.number(4);
    value.text = text_at(row, 5);
    value.changed_at = instant_at(row, 9).value();
    value.changed_by = row.text(10);
    values.push_back(std::move(value));
  }
  return values;
}

using Places = std::unordered_map<std::int64_t, IndicatorValue*>;

void read_revisions(Reader& db, const Which& which, const Places& places) {
  auto row = db.query(R"(
    SELECT r.value, r.number, r.amount, r.source, r.nature, r.reason, r.submitted_at, r.submitted_by, r.outcome,
           r.decided_at, r.decided_by, r.comment
    FROM indicator_value AS v JOIN indicator_revision AS r ON r.value = v.id
    WHERE v.year = :year AND v.seq BETWEEN :first AND :last ORDER BY r.value, r.number)");
  bind_which(row, which);
  while (row.next()) {
    places.at(row.big(0))
        ->revisions.push_back({row.number(1), text_at(row, 2), instant_at(row, 6).value(), row.text(7),
                               code_at<RevisionOutcome>(row, 8), instant_at(row, 9), row.text(10), row.text(11)});
  }
}

void read_disputes(Reader& db, const Which& which, const Places& places) {
  auto row = db.query(R"(
    SELECT d.value, d.number, d.amount, d.source, d.reason, d.raised_at, d.raised_by, d.outcome, d.decided_at,
           d.decided_by, d.decision
    FROM indicator_value AS v JOIN indicator_dispute AS d ON d.value = v.id
    WHERE v.year = :year AND v.seq BETWEEN :first AND :last ORDER BY d.value, d.number)");
  bind_which(row, which);
  while (row.next()) {
    places.at(row.big(0))
        ->disputes.push_back({row.number(1), decimal_at(row, 2).value(), row.text(3), row.text(4),
                              instant_at(row, 5).value(), row.text(6), code_at<DisputeOutcome>(row, 7),
                              instant_at(row, 8), row.text(9), row.text(10)});
  }
}

std::vector<IndicatorValue> read_all(Reader& db, const Which& which) {
  auto values = read_values(db, which);
  Places places;
  for (auto& value : values) places[value.id] = &value;
  read_revisions(db, which, places);
  read_disputes(db, which, places);
  return values;
}

}  // namespace

std::vector<IndicatorValue> list_indicator_values(Reader& db, int year) { return read_all(db, all_of(year)); }

std::vector<IndicatorValue> list_indicator_values(Reader& db, int year, IndicatorSeq seq) {
  return read_all(db, one_of(year, seq));
}

std::optional<IndicatorValue> find_indicator_value(Reader& db, int year, IndicatorSeq seq,
                                                   const IndicatorPeriod& period) {
  for (auto& value : list_indicator_values(db, year, seq)) {
    if (value.period == period) return std::move(value);
  }
  return std::nullopt;
}

IndicatorValue set_indicator_value(Writer& db, int year, IndicatorValue value, const Stamp& stamp) {
  ++value.version;
  value.changed_at = stamp.at;
  value.changed_by = stamp.by;
  auto row = db.query(R"(
    INSERT INTO indicator_value (year, seq, period, state, version, amount, source, nature, reason, changed_at, changed_by)
    VALUES (:year, :seq, :period, :state, :version, :amount, :source, :nature, :reason, :at, :by)
    ON CONFLICT (year, seq, period) DO UPDATE SET state = excluded.state, version = excluded.version,
      amount = excluded.amount, source = excluded.source, nature = excluded.nature, reason = excluded.reason,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    RETURNING id)");
  bind_text(row, value.text)
      .bind(":year", year)
      .bind(":seq", value.seq.value)
      .bind(":period", to_string(value.period))
      .bind(":state", to_code(value.state))
      .bind(":version", value.version)
      .bind(":at", to_rfc3339(stamp.at))
      .bind(":by", stamp.by);
  row.next();
  value.id = row.big(0);
  return value;
}

void insert_value_revision(Writer& db, std::int64_t value, const ValueRevision& revision) {
  auto insert = db.query(R"(
    INSERT INTO indicator_revision (value, number, amount, source, nature, reason, submitted_at, submitted_by, outcome,
                                    decided_at, decided_by, comment)
    VALUES (:value, :number, :amount, :source, :nature, :reason, :submitted_at, :submitted_by, :outcome, :decided_at,
            :decided_by, :comment))");
  bind_text(insert, revision.text)
      .bind(":value", value)
      .bind(":number", revision.number)
      .bind(":submitted_at", to_rfc3339(revision.submitted_at))
      .bind(":submitted_by", revision.submitted_by)
      .bind(":outcome", to_code(revision.outcome))
      .bind(":decided_at", to_text(revision.decided_at))
      .bind(":decided_by", revision.decided_by)
      .bind(":comment", revision.comment)
      .run();
}

void decide_value_revision(Writer& db, std::int64_t value, const ValueRevision& revision) {
  db.query(R"(
    UPDATE indicator_revision SET outcome = :outcome, decided_at = :at, decided_by = :by, comment = :comment
    WHERE value = :value AND number = :number)")
      .bind(":outcome", to_code(revision.outcome))
      .bind(":at", to_text(revision.decided_at))
      .bind(":by", revision.decided_by)
      .bind(":comment", revision.comment)
      .bind(":value", value)
      .bind(":number", revision.number)
      .run();
}

void insert_dispute(Writer& db, std::int64_t value, const Dispute& dispute) {
  db.query(R"(
    INSERT INTO indicator_dispute (value, number, amount, source, reason, raised_at, raised_by, outcome, decided_at,
                                   decided_by, decision)
    VALUES (:value, :number, :amount, :source, :reason, :raised_at, :raised_by, :outcome, :decided_at, :decided_by,
            :decision))")
      .bind(":value", value)
      .bind(":number", dispute.number)
      .bind(":amount", dispute.amount.to_string())
      .bind(":source", dispute.source)
      .bind(":reason", dispute.reason)
      .bind(":raised_at", to_rfc3339(dispute.raised_at))
      .bind(":raised_by", dispute.raised_by)
      .bind(":outcome", to_code(dispute.outcome))
      .bind(":decided_at", to_text(dispute.decided_at))
      .bind(":decided_by", dispute.decided_by)
      .bind(":decision", dispute.decision)
      .run();
}

void decide_dispute(Writer& db, std::int64_t value, const Dispute& dispute) {
  db.query(R"(
    UPDATE indicator_dispute SET outcome = :outcome, decided_at = :at, decided_by = :by, decision = :decision
    WHERE value = :value AND number = :number)")
      .bind(":outcome", to_code(dispute.outcome))
      .bind(":at", to_text(dispute.decided_at))
      .bind(":by", dispute.decided_by)
      .bind(":decision", dispute.decision)
      .bind(":value", value)
      .bind(":number", dispute.number)
      .run();
}

std::vector<Judgement> list_judgements(Reader& db, int year) {
  std::vector<Judgement> judgements;
  auto row = db.query(R"(
    SELECT seq, period, status, reason, at, actor FROM indicator_judgement
    WHERE year = :year ORDER BY seq, period, number)");
  row.bind(":year", year);
  while (row.next()) {
    judgements.push_back({{row.number(0)},
                          read_indicator_period(row.text(1)).value(),
                          code_at<IndicatorStatus>(row, 2),
                          row.text(3),
                          instant_at(row, 4).value(),
                          row.text(5)});
  }
  return judgements;
}

void insert_judgement(Writer& db, int year, const Judgement& judgement) {
  db.query(R"(
    INSERT INTO indicator_judgement (year, seq, period, number, status, reason, at, actor)
    SELECT :year, :seq, :period, coalesce(max(number), 0) + 1, :status, :reason, :at, :actor
    FROM indicator_judgement WHERE year = :year AND seq = :seq AND period = :period)")
      .bind(":year", year)
      .bind(":seq", judgement.seq.value)
      .bind(":period", to_string(judgement.period))
      .bind(":status", to_code(judgement.status))
      .bind(":reason", judgement.reason)
      .bind(":at", to_rfc3339(judgement.at))
      .bind(":actor", judgement.by)
      .run();
}

}  // namespace sjsz
