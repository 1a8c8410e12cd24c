// Accounts are made, switched off and on, and given other roles by the admin or the command line; passwords are set by
// whoever they belong to. Every change ends what it makes invalid: sessions, tokens, links.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/account.h"
#include "storage/db.h"

namespace sjsz::actions {

// The fault that a new account has here and now: its own (find_account_fault), its name taken, its unit unknown.
std::optional<AccountFault> find_fault(Reader& db, const NewAccount& account);

// With `password_hash` it may sign in at once; without, a link sets the password (actions/link.h).
tl::expected<AccountId, AccountFault> make_account(Writer& db, const Actor& actor, const NewAccount& account,
                                                   const std::optional<std::string>& password_hash = std::nullopt);

// These refuse, with a Chinese sentence: nobody disables or re-roles the own account; the last active admin stays.
using Done = tl::expected<void, std::string>;
Done disable_account(Writer& db, const Actor& actor, const Account& account);
Done enable_account(Writer& db, const Actor& actor, const Account& account);
Done change_role(Writer& db, const Actor& actor, const Account& account, AccountRole role,
                 const std::optional<UnitCode>& unit);

// Ends every session of the account but `kept` (a hash, or empty), and its links; `end_tokens`: its tokens, too.
void set_password(Writer& db, const Actor& actor, const Account& account, const std::string& hash,
                  std::string_view kept, bool end_tokens);

}  // namespace sjsz::actions
