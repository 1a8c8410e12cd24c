#include "storage/account_store.h"

#include "storage/account_row.h"

namespace sjsz {
namespace {

std::optional<std::string> unit_text(const std::optional<UnitCode>& unit) {
  return unit ? std::optional(unit->value) : std::nullopt;
}

}  // namespace

std::vector<Account> list_accounts(Reader& db) {
  std::vector<Account> accounts;
  auto row = db.query(R"(
    SELECT a.id, a.name, a.display, a.role, a.unit, a.disabled, a.password_hash IS NOT NULL, a.last_sign_in
    FROM account a LEFT JOIN unit u ON u.code = a.unit
    ORDER BY CASE a.role WHEN 'admin' THEN 1 WHEN 'office' THEN 2 WHEN 'leader' THEN 3 WHEN 'auditor' THEN 4 ELSE 5 END,
             u.position, a.name)");
  while (row.next()) accounts.push_back(read_account(row, 0));
  return accounts;
}

std::optional<Account> find_account(Reader& db, std::string_view name) {
  auto row = db.query(R"(
    SELECT id, name, display, role, unit, disabled, password_hash IS NOT NULL, last_sign_in FROM account
    WHERE name = :name)");
  row.bind(":name", name);
  if (!row.next()) return std::nullopt;
  return read_account(row, 0);
}

std::optional<Account> find_account(Reader& db, AccountId id) {
  auto row = db.query(R"(
    SELECT id, name, display, role, unit, disabled, password_hash IS NOT NULL, last_sign_in FROM account
    WHERE id = :id)");
  row.bind(":id", id.value);
  if (!row.next()) return std::nullopt;
  return read_account(row, 0);
}

std::optional<std::string> find_password_hash(Reader& db, AccountId id) {
  auto row = db.query("SELECT password_hash FROM account WHERE id = :id");
  row.bind(":id", id.value);
  if (!row.next() || row.is_null(0)) return std::nullopt;
  return row.text(0);
}

bool has_accounts(Reader& db) {
  auto row = db.query("SELECT EXISTS (SELECT 1 FROM account)");
  row.next();
  return row.flag(0);
}

int count_active_admins(Reader& db) {
  auto row = db.query("SELECT count(*) FROM account WHERE role = 'admin' AND disabled = 0");
  row.next();
  return row.number(0);
}

AccountId insert_account(Writer& db, const NewAccount& account, const std::optional<std::string>& password_hash) {
  auto row = db.query(R"(
    INSERT INTO account (name, display, role, unit, password_hash, made_at)
    VALUES (:name, :display, :role, :unit, :password_hash, :made_at) RETURNING id)");
  row.bind(":name", account.name)
      .bind(":display", account.display)
      .bind(":role", to_code(account.role))
      .bind(":unit", unit_text(account.unit))
      .bind(":password_hash", password_hash)
      .bind(":made_at", to_rfc3339(db.at()));
  row.next();
  return {row.big(0)};
}

void set_password_hash(Writer& db, AccountId id, std::string_view hash) {
  db.query("UPDATE account SET password_hash = :hash WHERE id = :id").bind(":hash", hash).bind(":id", id.value).run();
}

void set_account_disabled(Writer& db, AccountId id, bool disabled) {
  db.query("UPDATE account SET disabled = :disabled WHERE id = :id")
      .bind(":disabled", disabled)
      .bind(":id", id.value)
      .run();
}

void set_account_role(Writer& db, AccountId id, AccountRole role, const std::optional<UnitCode>& unit) {
  db.query("UPDATE account SET role = :role, unit = :unit WHERE id = :id")
      .bind(":role", to_code(role))
      .bind(":unit", unit_text(unit))
      .bind(":id", id.value)
      .run();
}

void set_last_sign_in(Writer& db, AccountId id) {
  db.query("UPDATE account SET last_sign_in = :at WHERE id = :id")
      .bind(":at", to_rfc3339(db.at()))
      .bind(":id", id.value)
      .run();
}

}  // namespace sjsz
