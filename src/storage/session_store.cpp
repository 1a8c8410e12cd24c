#include "storage/session_store.h"

#include "storage/account_row.h"

namespace sjsz {

std::optional<SessionOwner> find_session_owner(Reader& db, std::string_view hash) {
  auto row = db.query(R"(
    SELECT s.made_at, s.last_seen, u.name,
           a.id, a.name, a.display, a.role, a.unit, a.disabled, a.password_hash IS NOT NULL, a.last_sign_in
    FROM session s JOIN account a ON a.id = s.account LEFT JOIN unit u ON u.code = a.unit
    WHERE s.hash = :hash)");
  row.bind(":hash", hash);
  if (!row.next()) return std::nullopt;
  return SessionOwner{instant_at(row, 0).value(), instant_at(row, 1).value(), read_account(row, 3), row.text(2)};
}

std::vector<Session> list_sessions(Reader& db, AccountId account) {
  std::vector<Session> sessions;
  auto row = db.query(R"(
    SELECT hash, made_at, last_seen, source, agent FROM session WHERE account = :account
    ORDER BY made_at DESC, hash)");
  row.bind(":account", account.value);
  while (row.next()) {
    sessions.push_back(
        {row.text(0), account, instant_at(row, 1).value(), instant_at(row, 2).value(), row.text(3), row.text(4)});
  }
  return sessions;
}

void insert_session(Writer& db, const Session& session) {
  db.query(R"(
    INSERT INTO session (hash, account, made_at, last_seen, source, agent)
    VALUES (:hash, :account, :made_at, :last_seen, :source, :agent))")
      .bind(":hash", session.hash)
      .bind(":account", session.account.value)
      .bind(":made_at", to_rfc3339(session.made_at))
      .bind(":last_seen", to_rfc3339(session.last_seen))
      .bind(":source", session.source)
      .bind(":agent", session.agent)
      .run();
}

void set_last_seen(Writer& db, std::string_view hash, Instant at) {
  db.query("UPDATE session SET last_seen = :at WHERE hash = :hash AND last_seen < :at")
      .bind(":at", to_rfc3339(at))
      .bind(":hash", hash)
      .run();
}

void delete_session(Writer& db, std::string_view hash) {
  db.query("DELETE FROM session WHERE hash = :hash").bind(":hash", hash).run();
}

int delete_session(Writer& db, AccountId account, std::string_view hash) {
  return db.query("DELETE FROM session WHERE hash = :hash AND account = :account")
      .bind(":hash", hash)
      .bind(":account", account.value)
      .run();
}

int delete_sessions(Writer& db, AccountId account, std::string_view but) {
  return db.query("DELETE FROM session WHERE account = :account AND hash <> :but")
      .bind(":account", account.value)
      .bind(":but", but)
      .run();
}

void delete_oldest_sessions(Writer& db, AccountId account, int kept) {
  db.query(R"(
    DELETE FROM session WHERE account = :account AND hash NOT IN (
      SELECT hash FROM session WHERE account = :account ORDER BY made_at DESC, hash LIMIT :kept))")
      .bind(":account", account.value)
      .bind(":kept", kept)
      .run();
}

void delete_sessions_last_seen_before(Writer& db, Instant at) {
  db.query("DELETE FROM session WHERE last_seen < :at").bind(":at", to_rfc3339(at)).run();
}

}  // namespace sjsz
