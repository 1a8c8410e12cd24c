#include "storage/audit_store.h"

#include <array>
#include <limits>
#include <map>

#include "base/hash.h"
#include "storage/audit_heads.h"

namespace sjsz {
namespace {

constexpr std::string_view kDomain = "sjsz-audit-1";
constexpr std::size_t kFields = 11;  // at, actor, role, unit, via, source, action, object, outcome, detail, request_id

using Heads = std::map<std::int64_t, std::string>;
using Fields = std::array<std::optional<std::string>, kFields>;

struct Row {
  std::int64_t id = 0;
  Fields fields;
  std::string hash;
};

std::string big_endian(std::uint64_t number, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(number >> shift & 0xff);
  return text;
}

std::string hash_of(const std::string& bytes) {
  const auto hash = sha256(bytes);
  return {hash.begin(), hash.end()};
}

// Without an installation every row is found to be wrong, which it is.
std::string first_link(Reader& db) {
  auto install = db.query("SELECT install_id FROM install");
  return hash_of(std::string(kDomain) + '\0' + (install.next() ? install.blob(0) : ""));
}

// H(id), from H(id-1) and the fields.
std::string link(const std::string& previous, std::int64_t id, const Fields& fields) {
  std::string bytes = std::string(kDomain) + '\1' + previous + big_endian(static_cast<std::uint64_t>(id), 8);
  for (const auto& field : fields) {
    bytes += big_endian(field ? field->size() : 0xffffffff, 4);
    bytes += field.value_or("");
  }
  return hash_of(bytes);
}

constexpr const char* kRows = R"(
  SELECT id, hash, at, actor, role, unit, via, source, action, object, outcome, detail, request_id FROM audit
  WHERE id >= :from ORDER BY id)";

bool next_row(Query& query, Row& row) {
  if (!query.next()) return false;
  row.id = query.big(0);
  row.hash = query.blob(1);
  for (int i = 0; i < static_cast<int>(kFields); ++i) {
    row.fields[i] = query.is_null(i + 2) ? std::nullopt : std::optional(query.text(i + 2));
  }
  return true;
}

// The number that a row from further down was made with: its hash fits that number and the row before it. (Where two
// neighbours were swapped, the row before is the one that now has that number.)
std::optional<std::int64_t> find_number_it_was_made_with(Reader& db, const Row& moved) {
  auto query = db.query(kRows);
  query.bind(":from", moved.id);
  for (Row row; next_row(query, row);) {
    for (const std::int64_t number : {row.id, row.id + 1}) {
      if (link(row.hash, number, moved.fields) == moved.hash) return number;
    }
  }
  return std::nullopt;
}

std::optional<Row> find_row(Reader& db, std::int64_t id) {
  auto query = db.query(kRows);
  query.bind(":from", id);
  Row row;
  if (!next_row(query, row) || row.id != id) return std::nullopt;
  return row;
}

std::string fields_text(const Row& row) {
  return row.fields[0].value_or("") + " " + row.fields[6].value_or("") + "（" + row.fields[1].value_or("无账号") + "）";
}

std::string number_words(std::int64_t id) { return "第 " + std::to_string(id) + " 行"; }

// The heads name a row behind the last one that is there.
std::optional<AuditFault> find_cut(const Heads& heads, std::int64_t first_gone) {
  if (heads.empty() || heads.rbegin()->first < first_gone) return std::nullopt;
  return AuditFault{first_gone, "truncated",
                    number_words(first_gone) + "起被截去：日志曾经至少有 " + std::to_string(heads.rbegin()->first) +
                        " 行，现在只有 " + std::to_string(first_gone - 1) + " 行"};
}

// Its hash fits the row before, but is not the one that was kept.
bool is_rewritten(const Heads& heads, const Row& row) {
  const auto head = heads.find(row.id);
  return head != heads.end() && head->second != to_hex(row.hash);
}

AuditFault rewritten(const Row& row) {
  return {row.id, "rewritten",
          number_words(row.id) + "的校验值与当时留存的不同：这一行或以前的行改过，并重新计算了校验值"};
}

// What happened to a row whose hash is wrong, told from its neighbours.
AuditFault explain(Reader& db, const std::string& previous, const Row& bad) {
  const std::string number = number_words(bad.id);
  if (bad.id < 1) return {bad.id, "inserted", number + "是后来插入的：" + fields_text(bad)};
  const auto after = find_row(db, bad.id + 1);
  if (after && link(bad.hash, bad.id + 2, after->fields) == after->hash) {
    return {bad.id, "missing", number + "被删除，其后的行改了编号"};
  }
  if (const auto number_before = find_number_it_was_made_with(db, bad)) {
    return {bad.id, "reordered", number + "原来是第 " + std::to_string(*number_before) + " 行：" + fields_text(bad)};
  }
  if (after && link(previous, bad.id, after->fields) == after->hash) {
    return {bad.id, "inserted", number + "是后来插入的：" + fields_text(bad)};
  }
  return {bad.id, "edited", number + "的内容与校验值不符：" + fields_text(bad)};
}

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

std::optional<AuditLink> find_newest_audit_link(Reader& db) {
  auto newest = db.query("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1");
  if (!newest.next()) return std::nullopt;
  return AuditLink{newest.big(0), newest.blob(1)};
}

void insert_audit(Writer& db, const AuditEntry& entry) {
  const auto newest = find_newest_audit_link(db);
  const std::int64_t id = newest ? newest->id + 1 : 1;
  const std::string previous = newest ? newest->hash : first_link(db);
  const Fields fields{to_rfc3339(db.at()),    or_null(entry.actor),  or_null(entry.role),      or_null(entry.unit),
                      or_null(entry.via),     or_null(entry.source), or_null(entry.action),    or_null(entry.object),
                      or_null(entry.outcome), or_null(entry.detail), or_null(entry.request_id)};
  db.query(R"(
    INSERT INTO audit (id, at, actor, role, unit, via, source, action, object, outcome, detail, request_id, hash)
    VALUES (:id, :at, :actor, :role, :unit, :via, :source, :action, :object, :outcome, :detail, :request_id, :hash))")
      .bind(":id", id)
      .bind(":at", fields[0])
      .bind(":actor", fields[1])
      .bind(":role", fields[2])
      .bind(":unit", fields[3])
      .bind(":via", fields[4])
      .bind(":source", fields[5])
      .bind(":action", fields[6])
      .bind(":object", fields[7])
      .bind(":outcome", fields[8])
      .bind(":detail", fields[9])
      .bind(":request_id", fields[10])
      .bind_blob(":hash", link(previous, id, fields))
      .run();
}

std::optional<AuditFault> find_audit_fault(Reader& db) {
  const auto heads = list_audit_heads(db.folder());
  std::string previous = first_link(db);
  std::int64_t expected = 1;
  Row row;
  {
    auto query = db.query(kRows);
    query.bind(":from", std::numeric_limits<std::int64_t>::min());
    for (;; ++expected) {
      if (!next_row(query, row)) return find_cut(heads, expected);
      if (row.id != expected || link(previous, row.id, row.fields) != row.hash) break;
      if (is_rewritten(heads, row)) return rewritten(row);
      previous = row.hash;
    }
  }
  if (row.id > expected) {
    return AuditFault{expected, "missing", number_words(expected) + "缺失"};
  }
  return explain(db, previous, row);
}

std::int64_t count_audit(Reader& db) {
  auto row = db.query("SELECT count(*) FROM audit");
  row.next();
  return row.big(0);
}

}  // namespace sjsz
