#include "actions/session.h"

#include "base/secret.h"
#include "base/text.h"
#include "domain/codes.h"
#include "storage/account_store.h"
#include "storage/session_store.h"

namespace sjsz::actions {
namespace {

constexpr std::size_t kMostAgent = 200;

void record(Writer& db, const Actor& actor, const char* action) {
  auto entry = audit_entry(actor, action);
  entry.object = "account:" + actor.name;
  insert_audit(db, entry);
}

// As much of it as is clean text: a browser may send any bytes.
std::string clean_agent(std::string_view agent) {
  std::string clean;
  for (std::size_t i = 0; i < agent.size() && clean.size() < kMostAgent;) {
    const auto size = code_point_size(agent.substr(i));
    if (size > 0) clean += agent.substr(i, size);
    i += std::max<std::size_t>(size, 1);
  }
  return clean;
}

}  // namespace

Actor as_account(Actor actor, const Account& account) {
  actor.name = account.name;
  actor.role = to_code(account.role);
  actor.unit = account.unit ? account.unit->value : "";
  return actor;
}

std::string open_session(Writer& db, const Actor& actor, AccountId account, std::string_view agent) {
  auto id = new_secret();
  insert_session(db, {secret_hash(id), account, db.at(), db.at(), actor.source, clean_agent(agent)});
  delete_oldest_sessions(db, account, kMostSessions);
  set_last_sign_in(db, account);
  return id;
}

std::optional<std::string> sign_in(Writer& db, const Actor& actor, const Account& account,
                                   std::string_view verified_hash, std::string_view agent, std::string_view replaced) {
  const auto present = find_account(db, account.id);
  if (!present || present->disabled || find_password_hash(db, account.id) != verified_hash) return std::nullopt;
  if (!replaced.empty()) delete_session(db, replaced);
  record(db, as_account(actor, *present), "session.sign_in");
  return open_session(db, actor, account.id, agent);
}

void sign_out(Writer& db, const Actor& actor, std::string_view session) {
  delete_session(db, session);
  record(db, actor, "session.sign_out");
}

bool end_session(Writer& db, const Actor& actor, AccountId account, std::string_view session) {
  if (delete_session(db, account, session) == 0) return false;
  record(db, actor, "session.end");
  return true;
}

int end_other_sessions(Writer& db, const Actor& actor, AccountId account, std::string_view but) {
  const int ended = delete_sessions(db, account, but);
  if (ended > 0) record(db, actor, "session.end");
  return ended;
}

}  // namespace sjsz::actions
