#include "storage/audit_rows.h"

namespace sjsz {
namespace {

const std::string kMatches = R"(
  (:actor IS NULL OR actor = :actor) AND (:action IS NULL OR action = :action)
  AND (:outcome IS NULL OR outcome = :outcome) AND (:object IS NULL OR instr(object, :object) > 0)
  AND (:from IS NULL OR at >= :from) AND (:until IS NULL OR at < :until))";

const std::string kRows = R"(
  SELECT id, hash, at, actor, role, unit, via, source, action, object, outcome, detail, request_id FROM audit
  WHERE )" + kMatches;

std::optional<std::string> text_of(const std::optional<Instant>& at) {
  return at ? std::optional(to_rfc3339(*at)) : std::nullopt;
}

void bind(Query& query, const AuditFilter& filter) {
  query.bind(":actor", filter.actor)
      .bind(":action", filter.action)
      .bind(":outcome", filter.outcome)
      .bind(":object", filter.object)
      .bind(":from", text_of(filter.from))
      .bind(":until", text_of(filter.until));
}

std::vector<AuditRow> read_rows(Query& query) {
  std::vector<AuditRow> rows;
  while (query.next()) {
    rows.push_back({{query.big(0), query.blob(1)},
                    query.text(2),
                    {.actor = query.text(3),
                     .role = query.text(4),
                     .unit = query.text(5),
                     .via = query.text(6),
                     .source = query.text(7),
                     .action = query.text(8),
                     .object = query.text(9),
                     .outcome = query.text(10),
                     .detail = query.text(11),
                     .request_id = query.text(12)}});
  }
  return rows;
}

}  // namespace

std::vector<AuditRow> list_audit_before(Reader& db, const AuditFilter& filter, std::int64_t before, int most) {
  static const std::string sql = kRows + " AND id < :before ORDER BY id DESC LIMIT :most";
  auto query = db.query(sql.c_str());
  bind(query, filter);
  query.bind(":before", before).bind(":most", most);
  return read_rows(query);
}

std::vector<AuditRow> list_audit_after(Reader& db, const AuditFilter& filter, std::int64_t after, int most) {
  static const std::string sql = kRows + " AND id > :after ORDER BY id LIMIT :most";
  auto query = db.query(sql.c_str());
  bind(query, filter);
  query.bind(":after", after).bind(":most", most);
  return read_rows(query);
}

std::int64_t count_audit(Reader& db, const AuditFilter& filter) {
  static const std::string sql = "SELECT count(*) FROM audit WHERE " + kMatches;
  auto query = db.query(sql.c_str());
  bind(query, filter);
  query.next();
  return query.big(0);
}

std::int64_t count_audit_after(Reader& db, std::int64_t after) {
  auto query = db.query("SELECT count(*) FROM audit WHERE id > :after");
  query.bind(":after", after).next();
  return query.big(0);
}

}  // namespace sjsz
