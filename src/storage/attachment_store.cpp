#include "storage/attachment_store.h"

#include <algorithm>

#include "storage/columns.h"

namespace sjsz {
namespace {

const std::string kAttachments = R"(
  SELECT a.id, a.report, r.month, r.task, r.unit, a.name, a.type, a.size, a.sha256, a.added_at, a.added_by
  FROM attachment AS a JOIN report AS r ON r.id = a.report WHERE )";

Attachment attachment_at(const Query& row) {
  Attachment attachment;
  attachment.id = row.text(0);
  attachment.report = row.big(1);
  attachment.key = {parse_month(row.text(2)).value(), task_at(row, 3), {row.text(4)}};
  attachment.name = row.text(5);
  attachment.type = row.text(6);
  attachment.size = row.big(7);
  std::ranges::copy(row.blob(8), attachment.sha256.begin());
  attachment.added_at = instant_at(row, 9).value();
  attachment.added_by = row.text(10);
  return attachment;
}

std::vector<Attachment> read_all(Query& row) {
  std::vector<Attachment> attachments;
  while (row.next()) attachments.push_back(attachment_at(row));
  return attachments;
}

}  // namespace

std::optional<Attachment> find_attachment(Reader& db, const std::string& id) {
  static const std::string sql = kAttachments + "a.id = :id AND a.removed_at IS NULL";
  auto row = db.query(sql.c_str());
  row.bind(":id", id);
  if (!row.next()) return std::nullopt;
  return attachment_at(row);
}

std::vector<Attachment> list_attachments(Reader& db, std::int64_t report) {
  static const std::string sql =
      kAttachments + "a.report = :report AND a.removed_at IS NULL ORDER BY a.added_at, a.name, a.id";
  auto row = db.query(sql.c_str());
  row.bind(":report", report);
  return read_all(row);
}

std::vector<Attachment> list_attachments_of_unit(Reader& db, const Month& month, const UnitCode& unit) {
  static const std::string sql = kAttachments + R"(
    r.month = :month AND r.unit = :unit AND a.removed_at IS NULL ORDER BY r.task, a.added_at, a.name, a.id)";
  auto row = db.query(sql.c_str());
  row.bind(":month", to_string(month)).bind(":unit", unit.value);
  return read_all(row);
}

std::vector<Attachment> list_kept_attachments(Reader& db) {
  static const std::string sql = kAttachments + "1 ORDER BY a.id";
  auto row = db.query(sql.c_str());
  return read_all(row);
}

std::int64_t sum_attachment_bytes(Reader& db, const UnitCode& unit, int year) {
  auto row = db.query(R"(
    SELECT coalesce(sum(a.size), 0) FROM report AS r JOIN attachment AS a ON a.report = r.id
    WHERE r.unit = :unit AND r.month BETWEEN :first AND :last)");
  row.bind(":unit", unit.value).bind(":first", to_string(Month{year, 1})).bind(":last", to_string(Month{year, 12}));
  row.next();
  return row.big(0);
}

void insert_attachment(Writer& db, const Attachment& attachment) {
  db.query(R"(
    INSERT INTO attachment (id, report, name, type, size, sha256, added_at, added_by)
    VALUES (:id, :report, :name, :type, :size, :sha256, :at, :by))")
      .bind(":id", attachment.id)
      .bind(":report", attachment.report)
      .bind(":name", attachment.name)
      .bind(":type", attachment.type)
      .bind(":size", attachment.size)
      .bind_blob(":sha256", {reinterpret_cast<const char*>(attachment.sha256.data()), attachment.sha256.size()})
      .bind(":at", to_rfc3339(attachment.added_at))
      .bind(":by", attachment.added_by)
      .run();
}

bool retire_attachment(Writer& db, const Attachment& attachment, Instant at) {
  const int forgotten = db.query(R"(
    DELETE FROM attachment WHERE id = :id
      AND NOT EXISTS (SELECT 1 FROM revision WHERE report = :report AND submitted_at >= :added))")
                            .bind(":id", attachment.id)
                            .bind(":report", attachment.report)
                            .bind(":added", to_rfc3339(attachment.added_at))
                            .run();
  if (forgotten > 0) return true;
  db.query("UPDATE attachment SET removed_at = :at WHERE id = :id")
      .bind(":at", to_rfc3339(at))
      .bind(":id", attachment.id)
      .run();
  return false;
}

}  // namespace sjsz
