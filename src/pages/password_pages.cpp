#include "pages/password_pages.h"

#include "actions/account.h"
#include "actions/session.h"
#include "base/password.h"
#include "http/address.h"
#include "pages/account_page.h"
#include "pages/guards.h"
#include "pages/new_password.h"
#include "pages/secret_form.h"
#include "pages/session_cookie.h"
#include "storage/account_store.h"
#include "view/links.h"

namespace sjsz {
namespace {

http::Response wrong_password_form(const Visit& visit, Db& db, const std::vector<WrongField>& faults,
                                   int status = 422) {
  auto reader = db.reader();
  auto page = account_view(visit, *reader);
  for (const auto& fault : faults) {
    for (auto& field : page.password_fields) {
      if (field.name == fault.field) field.fault = fault.message;
    }
  }
  return account_page(visit, *reader, page, status);
}

// Whoever sits at another's open session must not find out the password by trying: these tries count as sign-ins do.
std::optional<http::Response> refuse_wrong_current(const Visit& visit, Db& db, const std::string& current) {
  const auto& account = *visit.visitor.account;
  const auto key = account.name + "\n" + http::source_of(visit.request.peer);
  auto& guards = *visit.guards;
  const auto pass = guards.hashing.enter();
  if (!pass) throw http::Stop(503);
  if (guards.sign_ins.wait(key, now()).count() > 0) {
    return wrong_password_form(visit, db, {{"current", "连续输错的次数较多，请过一会儿再试"}}, 429);
  }
  const auto hash = find_password_hash(*db.reader(), account.id);
  if (!hash || !verify_password(*hash, current)) {
    guards.sign_ins.fail(key, now());
    guards.refusals.record(db, actor_of(visit), "account.password", "account:" + account.name, "failed");
    return wrong_password_form(visit, db, {{"current", "现在的密码不对"}});
  }
  guards.sign_ins.forgive(key);
  return std::nullopt;
}

}  // namespace

http::Response change_password(const Visit& visit, Db& db) {
  const auto& account = *visit.visitor.account;
  const SecretForm form(visit.request);
  auto current = field_of(form, "current");
  const Wiped wiped(current);
  if (auto refusal = refuse_wrong_current(visit, db, current)) return std::move(*refusal);
  const auto hash = hash_new_password(visit, form, account.name, account.unit ? account.unit->value : "");
  if (!hash) return wrong_password_form(visit, db, hash.error());
  const auto session = db.write([&](Writer& writer) {
    actions::set_password(writer, actor_of(visit), account, *hash, "", false);
    return actions::open_session(writer, actor_of(visit), account.id, visit.request.header("user-agent"));
  });
  auto response = http::see_other(view::with_query(view::account_url(), "done", "password"));
  set_session_cookie(response, session);
  return response;
}

}  // namespace sjsz
