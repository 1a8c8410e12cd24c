#include "actions/token.h"
#include "base/log.h"
#include "cli/command_actor.h"
#include "cli/commands.h"
#include "domain/codes.h"
#include "storage/account_store.h"
#include "storage/token_store.h"

namespace sjsz::cli {
namespace {

Db open(const Place& place) { return Db(place.data, Db::Lock::beside, place.migrations); }

void print_json(std::ostream& out, const ApiToken& token, const std::string& name) {
  out << R"({"id":)" << json_string(token.id) << R"(,"account":)" << json_string(name) << R"(,"scope":)"
      << json_string(to_code(token.scope)) << R"(,"made_at":)" << json_string(to_rfc3339(token.made_at))
      << R"(,"expires":)" << json_string(to_rfc3339(token.expires)) << "}\n";
}

void print_line(std::ostream& out, const ApiToken& token, const std::string& name) {
  out << token.id << '\t' << name << '\t' << to_code(token.scope) << '\t' << business_minute(token.expires)
      << " 到期\n";
}

}  // namespace

int create_token(const Place& place, const std::string& name, TokenScope scope, int days, std::ostream& out) {
  auto db = open(place);
  const auto account = find_account(*db.reader(), name);
  if (!account) throw StorageError("没有账号“" + name + "”");
  const auto token =
      db.write([&](Writer& writer) { return actions::make_token(writer, command_actor(), *account, scope, days); });
  if (!token) throw StorageError("账号“" + name + "”已停用，或者已有 20 个令牌");
  out << *token << '\n';
  return 0;
}

int list_all_tokens(const Place& place, bool json, std::ostream& out) {
  auto db = open(place);
  auto reader = db.reader();
  for (const auto& token : list_tokens(*reader)) {
    const auto name = find_account(*reader, token.account).value().name;
    json ? print_json(out, token, name) : print_line(out, token, name);
  }
  return 0;
}

int revoke_token(const Place& place, const std::string& id) {
  auto db = open(place);
  const bool revoked = db.write([&](Writer& writer) { return actions::revoke_token(writer, command_actor(), id); });
  if (!revoked) throw StorageError("没有编号为“" + id + "”的令牌");
  return 0;
}

}  // namespace sjsz::cli
