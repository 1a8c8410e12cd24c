// One-time links: the first admin of an empty portal, and everybody's first or forgotten password. No admin ever knows
// one. The secret stands in the link alone.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/account.h"
#include "storage/db.h"
#include "storage/link_store.h"

namespace sjsz::actions {

inline constexpr std::chrono::minutes kSetupTime{60};
inline constexpr std::chrono::hours kLinkTime{24};

// Nothing: there are accounts already. Else the secret of the only setup link that works.
std::optional<std::string> make_setup_link(Writer& db);

// Invites whoever has no password yet; resets otherwise: the account's password, sessions and tokens end with its use,
// not before. `maker`: shown to the person. Nothing for a disabled account.
std::optional<std::string> make_link(Writer& db, const Actor& actor, const Account& account, const std::string& maker);

// A link that still works, by its secret: not used, not expired, and its account not disabled.
std::optional<OneTimeLink> find_usable_link(Reader& db, std::string_view secret, Instant at);

// Makes the first admin. A fault of the account; or, with field "token", that the link does not work any more.
tl::expected<Account, AccountFault> use_setup_link(Writer& db, const Actor& actor, std::string_view secret,
                                                   const NewAccount& admin, const std::string& password_hash);

// Nothing: the link does not work any more.
std::optional<Account> use_link(Writer& db, const Actor& actor, std::string_view secret,
                                const std::string& password_hash);

}  // namespace sjsz::actions
