#include "storage/link_store.h"

#include "storage/columns.h"

namespace sjsz {
namespace {

constexpr std::string_view kKinds[] = {"setup", "invite", "reset"};

LinkKind kind_of(std::string_view code) {
  return code == kKinds[0] ? LinkKind::setup : code == kKinds[1] ? LinkKind::invite : LinkKind::reset;
}

}  // namespace

std::optional<OneTimeLink> find_link(Reader& db, std::string_view hash) {
  auto row = db.query("SELECT kind, account, made_at, made_by, expires FROM one_time_link WHERE hash = :hash");
  row.bind(":hash", hash);
  if (!row.next()) return std::nullopt;
  OneTimeLink link{std::string(hash),          kind_of(row.text(0)), {},
                   instant_at(row, 2).value(), row.text(3),          instant_at(row, 4).value()};
  if (!row.is_null(1)) link.account = AccountId{row.big(1)};
  return link;
}

void set_link(Writer& db, const OneTimeLink& link) {
  if (link.account) {
    delete_links(db, *link.account);
  } else {
    delete_setup_links(db);
  }
  db.query(R"(
    INSERT INTO one_time_link (hash, kind, account, made_at, made_by, expires)
    VALUES (:hash, :kind, :account, :made_at, :made_by, :expires))")
      .bind(":hash", link.hash)
      .bind(":kind", kKinds[static_cast<int>(link.kind)])
      .bind(":account", link.account ? std::optional(link.account->value) : std::nullopt)
      .bind(":made_at", to_rfc3339(link.made_at))
      .bind(":made_by", link.made_by)
      .bind(":expires", to_rfc3339(link.expires))
      .run();
}

void delete_link(Writer& db, std::string_view hash) {
  db.query("DELETE FROM one_time_link WHERE hash = :hash").bind(":hash", hash).run();
}

void delete_links(Writer& db, AccountId account) {
  db.query("DELETE FROM one_time_link WHERE account = :account").bind(":account", account.value).run();
}

void delete_setup_links(Writer& db) { db.query("DELETE FROM one_time_link WHERE kind = 'setup'").run(); }

void delete_links_expired_before(Writer& db, Instant at) {
  db.query("DELETE FROM one_time_link WHERE expires < :at").bind(":at", to_rfc3339(at)).run();
}

}  // namespace sjsz
