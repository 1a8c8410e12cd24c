#include "visitors.h"

#include "actions/session.h"
#include "actions/token.h"
#include "base/secret.h"
#include "base/text.h"
#include "http/response.h"
#include "pages/session_cookie.h"
#include "storage/session_store.h"
#include "storage/token_store.h"

namespace sjsz {
namespace {

std::optional<std::string_view> find_bearer(const http::Request& request) {
  constexpr std::string_view kScheme = "bearer ";
  const auto field = request.header("authorization");
  if (!http::same_text(field.substr(0, kScheme.size()), kScheme)) return std::nullopt;
  return trim(field.substr(kScheme.size()));
}

// Of every Cookie field: how often the session's name stands there, and its first value.
struct SessionCookie {
  int times = 0;
  std::string_view value;
};

SessionCookie find_cookie(const http::Request& request) {
  SessionCookie cookie;
  for (const auto& [name, field] : request.headers) {
    if (name != "cookie") continue;
    for (std::string_view rest = field; !rest.empty();) {
      const auto piece = trim(rest.substr(0, rest.find(';')));
      rest.remove_prefix(std::min(rest.find(';') == rest.npos ? rest.size() : rest.find(';') + 1, rest.size()));
      if (piece.substr(0, piece.find('=')) != kSessionCookie) continue;
      if (cookie.times++ == 0) cookie.value = piece.substr(std::min(kSessionCookie.size() + 1, piece.size()));
    }
  }
  return cookie;
}

Visitors::Found find_by_token(std::string_view token, Reader& db, Instant at) {
  Visitors::Found found;
  const auto parts = actions::split_token(token);
  const auto owner = parts ? find_token_owner(db, parts->id, secret_hash(parts->secret)) : std::nullopt;
  if (!owner || owner->expires <= at || owner->account.disabled) {
    found.wrong_token = true;
    return found;
  }
  found.visitor.account = owner->account;
  found.visitor.unit_name = owner->unit_name;
  found.visitor.token = owner->scope;
  found.visitor.token_id = parts->id;
  return found;
}

}  // namespace

bool has_credentials(const http::Request& request) { return find_bearer(request) || find_cookie(request).times > 0; }

Visitors::Found Visitors::find(const http::Request& request, Reader& db, Instant at) {
  if (const auto token = find_bearer(request)) return find_by_token(*token, db, at);
  const auto cookie = find_cookie(request);
  return cookie.times == 1 ? find_by_session(cookie.value, db, at) : Found{};
}

void Visitors::write_last_seen(Db& db) {
  std::unordered_map<std::string, Instant> seen;
  {
    const std::lock_guard lock(mutex_);
    seen.swap(seen_);
  }
  if (seen.empty()) return;
  db.write([&](Writer& writer) {
    for (const auto& [hash, at] : seen) set_last_seen(writer, hash, at);
  });
}

Visitors::Found Visitors::find_by_session(std::string_view id, Reader& db, Instant at) {
  const auto hash = secret_hash(id);
  Found found;
  const auto owner = find_session_owner(db, hash);
  if (!owner || owner->account.disabled) return found;
  const bool idle = at - last_seen(hash, owner->last_seen) >= actions::kIdleTime;
  if (idle || at - owner->made_at >= actions::kSessionTime) {
    found.expired = owner->account;
    return found;
  }
  found.visitor.account = owner->account;
  found.visitor.unit_name = owner->unit_name;
  found.visitor.session = hash;
  const std::lock_guard lock(mutex_);
  seen_[hash] = at;
  return found;
}

Instant Visitors::last_seen(const std::string& hash, Instant written) {
  const std::lock_guard lock(mutex_);
  const auto found = seen_.find(hash);
  return found == seen_.end() ? written : std::max(written, found->second);
}

}  // namespace sjsz
