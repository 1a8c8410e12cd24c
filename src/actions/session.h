// Sessions begin and end here. Passwords are verified before, outside the transaction (base/password.h).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "actions/actor.h"
#include "domain/account.h"
#include "storage/db.h"

namespace sjsz::actions {

inline constexpr std::chrono::minutes kIdleTime{30};
inline constexpr std::chrono::hours kSessionTime{12};
inline constexpr int kMostSessions = 10;  // of an account; the oldest ends

// The actor as this account, for what somebody does who is only just being recognised.
Actor as_account(Actor actor, const Account& account);

// A new session, whose id this alone returns; `agent` is what the browser calls itself.
std::string open_session(Writer& db, const Actor& actor, AccountId account, std::string_view agent);

// After the password was right: its hash is what was verified against, and `replaced` the session that the browser
// already had (its hash, or empty). Nothing: meanwhile the account was disabled or got another password.
std::optional<std::string> sign_in(Writer& db, const Actor& actor, const Account& account,
                                   std::string_view verified_hash, std::string_view agent, std::string_view replaced);

void sign_out(Writer& db, const Actor& actor, std::string_view session);

// Sessions of one's own account. False: there is none such.
bool end_session(Writer& db, const Actor& actor, AccountId account, std::string_view session);
int end_other_sessions(Writer& db, const Actor& actor, AccountId account, std::string_view but);

}  // namespace sjsz::actions
