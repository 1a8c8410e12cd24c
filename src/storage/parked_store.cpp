#include "storage/parked_store.h"

#include "storage/columns.h"

namespace sjsz {

std::optional<ParkedForm> find_parked_form(Reader& db, AccountId account) {
  auto row = db.query("SELECT path, body, parked_at FROM parked_form WHERE account = :account");
  row.bind(":account", account.value);
  if (!row.next()) return std::nullopt;
  return ParkedForm{row.text(0), row.text(1), instant_at(row, 2).value()};
}

void set_parked_form(Writer& db, AccountId account, const ParkedForm& form) {
  db.query(R"(
    INSERT INTO parked_form (account, path, body, parked_at) VALUES (:account, :path, :body, :parked_at)
    ON CONFLICT (account) DO UPDATE SET path = excluded.path, body = excluded.body, parked_at = excluded.parked_at)")
      .bind(":account", account.value)
      .bind(":path", form.path)
      .bind(":body", form.body)
      .bind(":parked_at", to_rfc3339(form.parked_at))
      .run();
}

void delete_parked_form(Writer& db, AccountId account) {
  db.query("DELETE FROM parked_form WHERE account = :account").bind(":account", account.value).run();
}

void delete_forms_parked_before(Writer& db, Instant at) {
  db.query("DELETE FROM parked_form WHERE parked_at < :at").bind(":at", to_rfc3339(at)).run();
}

}  // namespace sjsz
