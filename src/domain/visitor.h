// Who asks: nobody, an account with a session, or an account by one of its API tokens.
#pragma once
#include <optional>
#include <string>

#include "domain/account.h"

namespace sjsz {

enum class TokenScope { read, write, metrics };

struct Visitor {
  std::optional<Account> account;   // nothing: not signed in
  std::string unit_name;            // of the account's unit, as shown; may be empty
  std::string session;              // hash of the session id, hexadecimal; empty without one
  std::optional<TokenScope> token;  // came with a token: no session, no cookie counts
  std::string token_id;             // names the token in the audit log
  bool plan_is_public = true;       // 公开页面 setting

  bool signed_in() const { return account.has_value(); }
  bool is(AccountRole role) const { return account && account->role == role; }
  bool of_unit(const UnitCode& unit) const { return account && account->unit == unit; }
};

}  // namespace sjsz
