#include "actions/token.h"

#include "base/log.h"
#include "base/random.h"
#include "base/secret.h"
#include "domain/codes.h"
#include "storage/account_store.h"
#include "storage/token_store.h"

namespace sjsz::actions {
namespace {

constexpr std::string_view kPrefix = "sjsz_";
constexpr std::size_t kIdBytes = 4;

void record(Writer& db, const Actor& actor, const char* action, const ApiToken& token, const std::string& name) {
  auto entry = audit_entry(actor, action);
  entry.object = "token:" + token.id;
  entry.detail = R"({"account":)" + json_string(name) + R"(,"scope":)" + json_string(to_code(token.scope)) +
                 R"(,"expires":)" + json_string(to_rfc3339(token.expires)) + "}";
  insert_audit(db, entry);
}

}  // namespace

std::optional<std::string> make_token(Writer& db, const Actor& actor, const Account& account, TokenScope scope,
                                      int days) {
  if (find_account(db, account.id).value().disabled || list_tokens(db, account.id).size() >= kMostTokens) {
    return std::nullopt;
  }
  const auto secret = new_secret();
  const ApiToken token{
      random_hex(kIdBytes), secret_hash(secret), account.id, scope, db.at(), db.at() + std::chrono::days(days)};
  insert_token(db, token);
  record(db, actor, "token.create", token, account.name);
  return std::string(kPrefix) + token.id + "_" + secret;
}

bool revoke_token(Writer& db, const Actor& actor, std::string_view id, std::optional<AccountId> owner) {
  const auto token = find_token(db, id);
  if (!token || (owner && token->account != *owner)) return false;
  delete_token(db, id);
  record(db, actor, "token.revoke", *token, find_account(db, token->account).value().name);
  return true;
}

std::optional<TokenParts> split_token(std::string_view token) {
  if (!token.starts_with(kPrefix)) return std::nullopt;
  token.remove_prefix(kPrefix.size());
  const auto bar = token.find('_');
  if (bar == token.npos) return std::nullopt;
  return TokenParts{token.substr(0, bar), token.substr(bar + 1)};
}

}  // namespace sjsz::actions
