// API tokens: made by their account's owner or the command line, shown once, revoked at any time.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "actions/actor.h"
#include "domain/visitor.h"
#include "storage/db.h"

namespace sjsz::actions {

inline constexpr int kUsualTokenDays = 90, kMostTokenDays = 365, kMostTokens = 20;

// "sjsz_ID_SECRET", for 1 to 365 days. Nothing: the account is disabled, or has 20 already.
std::optional<std::string> make_token(Writer& db, const Actor& actor, const Account& account, TokenScope scope,
                                      int days);

// `owner`: whose it must be, if given. False: there is none such.
bool revoke_token(Writer& db, const Actor& actor, std::string_view id, std::optional<AccountId> owner = std::nullopt);

// Id and secret of what may be a token; nothing: it is none.
struct TokenParts {
  std::string_view id, secret;
};
std::optional<TokenParts> split_token(std::string_view token);

}  // namespace sjsz::actions
