// Finds out who asks: by session cookie or API token, with one statement. When sessions were last used is kept in
// memory and written each minute, because a page cannot write.
#pragma once
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/visitor.h"
#include "http/request.h"
#include "storage/db.h"

namespace sjsz {

bool has_credentials(const http::Request& request);  // a session cookie or a bearer token, good or not

class Visitors {
 public:
  struct Found {
    Visitor visitor;
    std::optional<Account> expired;  // whose session has run out: nobody, but a form may be parked for them
    bool wrong_token = false;        // a bearer token that is unknown, revoked or expired
  };
  // With a token, cookies do not count; a session cookie that comes twice does not either. A session that is good is
  // marked as used at `at`.
  Found find(const http::Request& request, Reader& db, Instant at);
  void write_last_seen(Db& db);

 private:
  Found find_by_session(std::string_view id, Reader& db, Instant at);
  Instant last_seen(const std::string& hash, Instant written);

  std::mutex mutex_;
  std::unordered_map<std::string, Instant> seen_;  // by hash, since the last writing
};

}  // namespace sjsz
