// Sessions, known by the SHA-256 of their id. Whether one has expired is for the reader to judge (src/visitors.h): rows
// stay for a while after that.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/account.h"
#include "storage/db.h"

namespace sjsz {

struct Session {
  std::string hash;  // hexadecimal
  AccountId account;
  Instant made_at{}, last_seen{};
  std::string source, agent;  // address, and what the browser calls itself
};

// A session with whom it belongs to: what every signed-in request asks, in one statement.
struct SessionOwner {
  Instant made_at{}, last_seen{};
  Account account;
  std::string unit_name;  // may be empty
};
std::optional<SessionOwner> find_session_owner(Reader& db, std::string_view hash);

std::vector<Session> list_sessions(Reader& db, AccountId account);  // the newest first
void insert_session(Writer& db, const Session& session);
void set_last_seen(Writer& db, std::string_view hash, Instant at);
void delete_session(Writer& db, std::string_view hash);
int delete_session(Writer& db, AccountId account, std::string_view hash);       // 0: there was none such
int delete_sessions(Writer& db, AccountId account, std::string_view but = "");  // of an account, but for one
void delete_oldest_sessions(Writer& db, AccountId account, int kept);           // all but the newest
void delete_sessions_last_seen_before(Writer& db, Instant at);

}  // namespace sjsz
