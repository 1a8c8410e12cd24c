#include "actions/account.h"
#include "actions/link.h"
#include "base/log.h"
#include "base/password.h"
#include "base/secret.h"
#include "cli/command_actor.h"
#include "cli/commands.h"
#include "domain/codes.h"
#include "storage/account_store.h"

namespace sjsz::cli {
namespace {

Db open(const Place& place) { return Db(place.data, Db::Lock::beside, place.migrations); }

Account find(Db& db, const std::string& name) {
  auto account = find_account(*db.reader(), name);
  if (!account) throw StorageError("没有账号“" + name + "”");
  return std::move(*account);
}

// One line of the input, checked and hashed.
std::string hash_typed_password(std::istream& in, const std::string& name, const std::optional<UnitCode>& unit) {
  std::string password;
  const Wiped wiped(password);
  std::getline(in, password);
  if (password.ends_with('\r')) password.pop_back();
  if (const auto fault = find_password_fault(password, name, unit ? unit->value : "")) throw StorageError(*fault);
  return hash_password(password);
}

std::string make_link(Writer& writer, const Account& account) {
  const auto actor = command_actor();
  const auto secret = actions::make_link(writer, actor, account, "服务器命令行（" + actor.via.substr(4) + "）");
  if (!secret) throw StorageError("账号“" + account.name + "”已停用，请先启用");
  return *secret;
}

void print_link(std::ostream& out, const std::string& portal, const std::string& secret) {
  out << "http://" << portal << "/reset?token=" << secret << '\n';
}

void print_json(std::ostream& out, const Account& account) {
  out << R"({"name":)" << json_string(account.name) << R"(,"display":)" << json_string(account.display) << R"(,"role":)"
      << json_string(to_code(account.role)) << R"(,"unit":)"
      << (account.unit ? json_string(account.unit->value) : "null") << R"(,"disabled":)"
      << (account.disabled ? "true" : "false") << R"(,"has_password":)" << (account.has_password ? "true" : "false")
      << R"(,"last_sign_in":)" << (account.last_sign_in ? json_string(to_rfc3339(*account.last_sign_in)) : "null")
      << "}\n";
}

void print_line(std::ostream& out, const Account& account) {
  out << account.name << '\t' << to_code(account.role) << '\t' << (account.unit ? account.unit->value : "-") << '\t'
      << (account.disabled       ? "已停用"
          : account.has_password ? "正常"
                                 : "待设密码")
      << '\t' << account.display << '\n';
}

void refuse(const actions::Done& done) {
  if (!done) throw StorageError(done.error());
}

}  // namespace

int add_user(const Place& place, const NewAccount& account, bool password_stdin, const std::string& portal,
             std::istream& in, std::ostream& out) {
  auto db = open(place);
  if (const auto fault = actions::find_fault(*db.reader(), account)) throw StorageError(fault->reason);
  std::optional<std::string> hash;
  if (password_stdin) hash = hash_typed_password(in, account.name, account.unit);
  const auto secret = db.write([&](Writer& writer) {
    const auto id = actions::make_account(writer, command_actor(), account, hash);
    if (!id) throw StorageError(id.error().reason);
    return password_stdin ? std::string() : make_link(writer, find_account(writer, *id).value());
  });
  if (!password_stdin) print_link(out, portal, secret);
  return 0;
}

int list_users(const Place& place, bool json, std::ostream& out) {
  auto db = open(place);
  for (const auto& account : list_accounts(*db.reader())) {
    json ? print_json(out, account) : print_line(out, account);
  }
  return 0;
}

int reset_user(const Place& place, const std::string& name, bool password_stdin, const std::string& portal,
               std::istream& in, std::ostream& out) {
  auto db = open(place);
  const auto account = find(db, name);
  if (password_stdin) {
    const auto hash = hash_typed_password(in, account.name, account.unit);
    db.write([&](Writer& writer) { actions::set_password(writer, command_actor(), account, hash, "", true); });
  } else {
    print_link(out, portal, db.write([&](Writer& writer) { return make_link(writer, account); }));
  }
  return 0;
}

int disable_user(const Place& place, const std::string& name) {
  auto db = open(place);
  const auto account = find(db, name);
  refuse(db.write([&](Writer& writer) { return actions::disable_account(writer, command_actor(), account); }));
  return 0;
}

int enable_user(const Place& place, const std::string& name) {
  auto db = open(place);
  const auto account = find(db, name);
  refuse(db.write([&](Writer& writer) { return actions::enable_account(writer, command_actor(), account); }));
  return 0;
}

}  // namespace sjsz::cli
