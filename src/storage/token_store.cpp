#include "storage/token_store.h"

#include "storage/account_row.h"

namespace sjsz {
namespace {

ApiToken read_token(const Query& row) {
  return {row.text(0),
          row.text(1),
          {row.big(2)},
          code_at<TokenScope>(row, 3),
          instant_at(row, 4).value(),
          instant_at(row, 5).value()};
}

std::vector<ApiToken> read_tokens(Query& row) {
  std::vector<ApiToken> tokens;
  while (row.next()) tokens.push_back(read_token(row));
  return tokens;
}

}  // namespace

std::optional<TokenOwner> find_token_owner(Reader& db, std::string_view id, std::string_view hash) {
  auto row = db.query(R"(
    SELECT t.scope, t.expires, u.name,
           a.id, a.name, a.display, a.role, a.unit, a.disabled, a.password_hash IS NOT NULL, a.last_sign_in
    FROM api_token t JOIN account a ON a.id = t.account LEFT JOIN unit u ON u.code = a.unit
    WHERE t.id = :id AND t.hash = :hash)");
  row.bind(":id", id).bind(":hash", hash);
  if (!row.next()) return std::nullopt;
  return TokenOwner{code_at<TokenScope>(row, 0), instant_at(row, 1).value(), read_account(row, 3), row.text(2)};
}

std::optional<ApiToken> find_token(Reader& db, std::string_view id) {
  auto row = db.query("SELECT id, hash, account, scope, made_at, expires FROM api_token WHERE id = :id");
  row.bind(":id", id);
  if (!row.next()) return std::nullopt;
  return read_token(row);
}

std::vector<ApiToken> list_tokens(Reader& db) {
  auto row = db.query("SELECT id, hash, account, scope, made_at, expires FROM api_token ORDER BY made_at DESC, id");
  return read_tokens(row);
}

std::vector<ApiToken> list_tokens(Reader& db, AccountId account) {
  auto row = db.query(R"(
    SELECT id, hash, account, scope, made_at, expires FROM api_token WHERE account = :account
    ORDER BY made_at DESC, id)");
  row.bind(":account", account.value);
  return read_tokens(row);
}

void insert_token(Writer& db, const ApiToken& token) {
  db.query(R"(
    INSERT INTO api_token (id, hash, account, scope, made_at, expires)
    VALUES (:id, :hash, :account, :scope, :made_at, :expires))")
      .bind(":id", token.id)
      .bind(":hash", token.hash)
      .bind(":account", token.account.value)
      .bind(":scope", to_code(token.scope))
      .bind(":made_at", to_rfc3339(token.made_at))
      .bind(":expires", to_rfc3339(token.expires))
      .run();
}

void delete_token(Writer& db, std::string_view id) {
  db.query("DELETE FROM api_token WHERE id = :id").bind(":id", id).run();
}

int delete_tokens(Writer& db, AccountId account) {
  return db.query("DELETE FROM api_token WHERE account = :account").bind(":account", account.value).run();
}

void delete_tokens_expired_before(Writer& db, Instant at) {
  db.query("DELETE FROM api_token WHERE expires < :at").bind(":at", to_rfc3339(at)).run();
}

}  // namespace sjsz
