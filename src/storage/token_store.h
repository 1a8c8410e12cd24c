// API tokens, known by the SHA-256 of their secret; the id stands in the token itself and in the audit log.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/visitor.h"
#include "storage/db.h"

namespace sjsz {

struct ApiToken {
  std::string id;
  std::string hash;  // hexadecimal
  AccountId account;
  TokenScope scope = TokenScope::write;
  Instant made_at{}, expires{};
};

// A token with whom it belongs to, in one statement.
struct TokenOwner {
  TokenScope scope = TokenScope::read;
  Instant expires{};
  Account account;
  std::string unit_name;  // may be empty
};
std::optional<TokenOwner> find_token_owner(Reader& db, std::string_view id, std::string_view hash);

std::optional<ApiToken> find_token(Reader& db, std::string_view id);
std::vector<ApiToken> list_tokens(Reader& db);                     // the newest first
std::vector<ApiToken> list_tokens(Reader& db, AccountId account);  // likewise
void insert_token(Writer& db, const ApiToken& token);
void delete_token(Writer& db, std::string_view id);
int delete_tokens(Writer& db, AccountId account);
void delete_tokens_expired_before(Writer& db, Instant at);

}  // namespace sjsz
