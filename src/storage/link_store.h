// One-time links (docs/security.md): known by the SHA-256 of their secret, at most one an account.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "domain/account.h"
#include "storage/db.h"

namespace sjsz {

enum class LinkKind { setup, invite, reset };

struct OneTimeLink {
  std::string hash;  // hexadecimal
  LinkKind kind = LinkKind::reset;
  std::optional<AccountId> account;  // none: setup
  Instant made_at{};
  std::string made_by;  // as shown to who uses it
  Instant expires{};
};

std::optional<OneTimeLink> find_link(Reader& db, std::string_view hash);
void set_link(Writer& db, const OneTimeLink& link);  // instead of any other of that account, or of setup
void delete_link(Writer& db, std::string_view hash);
void delete_links(Writer& db, AccountId account);
void delete_setup_links(Writer& db);
void delete_links_expired_before(Writer& db, Instant at);

}  // namespace sjsz
