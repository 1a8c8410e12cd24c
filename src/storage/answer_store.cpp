#include "storage/answer_store.h"

#include <algorithm>

namespace sjsz {

std::optional<KeptAnswer> find_kept_answer(Reader& db, AccountId account, std::string_view key) {
  auto row = db.query(R"(
    SELECT target, body, status, answer FROM idempotent_answer WHERE account = :account AND key = :key)");
  row.bind(":account", account.value).bind(":key", key);
  if (!row.next()) return std::nullopt;
  KeptAnswer kept{account, std::string(key), row.text(0), {}, row.number(2), row.text(3)};
  std::ranges::copy(row.blob(1), kept.body.begin());
  return kept;
}

void insert_kept_answer(Writer& db, const KeptAnswer& answer) {
  db.query(R"(
    INSERT INTO idempotent_answer (account, key, target, body, status, answer, at)
    VALUES (:account, :key, :target, :body, :status, :answer, :at))")
      .bind(":account", answer.account.value)
      .bind(":key", answer.key)
      .bind(":target", answer.target)
      .bind_blob(":body", {reinterpret_cast<const char*>(answer.body.data()), answer.body.size()})
      .bind(":status", answer.status)
      .bind(":answer", answer.answer)
      .bind(":at", to_rfc3339(db.at()))
      .run();
}

void delete_answers_kept_before(Writer& db, Instant at) {
  db.query("DELETE FROM idempotent_answer WHERE at < :at").bind(":at", to_rfc3339(at)).run();
}

}  // namespace sjsz
