#include "actions/link.h"

#include "actions/account.h"
#include "actions/session.h"
#include "base/secret.h"
#include "storage/account_store.h"

namespace sjsz::actions {

std::optional<std::string> make_setup_link(Writer& db) {
  if (has_accounts(db)) return std::nullopt;
  auto secret = new_secret();
  set_link(db, {secret_hash(secret), LinkKind::setup, std::nullopt, db.at(), "", db.at() + kSetupTime});
  return secret;
}

std::optional<std::string> make_link(Writer& db, const Actor& actor, const Account& account, const std::string& maker) {
  const auto present = find_account(db, account.id).value();
  if (present.disabled) return std::nullopt;
  auto secret = new_secret();
  const auto kind = present.has_password ? LinkKind::reset : LinkKind::invite;
  set_link(db, {secret_hash(secret), kind, account.id, db.at(), maker, db.at() + kLinkTime});
  auto entry = audit_entry(actor, kind == LinkKind::reset ? "account.reset_link" : "account.invite_link");
  entry.object = "account:" + account.name;
  insert_audit(db, entry);
  return secret;
}

std::optional<OneTimeLink> find_usable_link(Reader& db, std::string_view secret, Instant at) {
  auto link = find_link(db, secret_hash(secret));
  if (!link || link->expires <= at) return std::nullopt;
  if (!link->account) return has_accounts(db) ? std::nullopt : link;
  return find_account(db, *link->account).value().disabled ? std::nullopt : link;
}

tl::expected<Account, AccountFault> use_setup_link(Writer& db, const Actor& actor, std::string_view secret,
                                                   const NewAccount& admin, const std::string& password_hash) {
  const auto link = find_usable_link(db, secret, db.at());
  if (!link || link->kind != LinkKind::setup) return tl::unexpected(AccountFault{"token", "这个链接已经失效"});
  return make_account(db, actor, admin, password_hash).map([&](AccountId id) { return find_account(db, id).value(); });
}

std::optional<Account> use_link(Writer& db, const Actor& actor, std::string_view secret,
                                const std::string& password_hash) {
  const auto link = find_usable_link(db, secret, db.at());
  if (!link || !link->account) return std::nullopt;
  auto account = find_account(db, *link->account).value();
  set_password(db, as_account(actor, account), account, password_hash, "", link->kind == LinkKind::reset);
  return account;
}

}  // namespace sjsz::actions
