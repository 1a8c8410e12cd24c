#include "pages/link_pages.h"

#include "actions/link.h"
#include "actions/session.h"
#include "http/address.h"
#include "pages/layout.h"
#include "pages/new_password.h"
#include "pages/secret_form.h"
#include "pages/session_cookie.h"
#include "storage/account_store.h"
#include "view/links.h"
#include "view/login_view.h"

namespace sjsz {
namespace {

constexpr const char* kDeadSetup =
    "这个链接已经失效：可能已经用过，或者超过了 60 分钟。还没有账号的，重新启动 sjsz serve 就会给出新的链接。";
constexpr const char* kDeadLink =
    "这个链接已经失效：可能已经用过、超过了 24 小时，或者之后又发了新的链接。请向系统管理员再要一个。";

// A new portal hands its keys to whoever sits at the machine itself: by another way this page is not there.
void stay_at_home(const http::Request& request) {
  const bool forwarded = !request.header("x-forwarded-for").empty() || !request.header("forwarded").empty() ||
                         !request.header("x-real-ip").empty() || !request.header("via").empty();
  if (forwarded || !http::is_loopback(request.peer) || !http::names_loopback(request.header("host"))) {
    throw http::Stop(404, "首次设置只能在运行本系统的服务器上打开。");
  }
}

view::Field password_field() {
  return {.name = "password",
          .label = "密码",
          .type = "password",
          .autocomplete = "new-password",
          .hint = "12 至 128 个字符，可以用一句自己记得住的话；不要用常见密码"};
}

view::Field again_field() {
  return {.name = "again", .label = "再输一次密码", .type = "password", .autocomplete = "new-password"};
}

view::PasswordFormView setup_view(const http::Fields& form) {
  return {.title = "建立第一个系统管理员账号",
          .said = {"本系统还没有账号。系统管理员管理账号和运行，不填报、不审核。",
                   "建好后即可登录，再为专班办公室和各部门建立账号。"},
          .action = view::setup_url(),
          .token = field_of(form, "token"),
          .fields = {{.name = "name",
                      .label = "账号",
                      .value = field_of(form, "name"),
                      .autocomplete = "username",
                      .hint = "2 至 32 个小写字母、数字、点、下划线或短横线，以字母开头，如 admin"},
                     {.name = "display", .label = "姓名", .value = field_of(form, "display"), .autocomplete = "name"},
                     password_field(),
                     again_field()},
          .button = "建立账号并登录"};
}

view::PasswordFormView reset_view(const OneTimeLink& link, const Account& account, const std::string& token) {
  const bool invited = link.kind == LinkKind::invite;
  view::PasswordFormView form{.title = invited ? "设置密码" : "重设密码",
                              .said = {account.display + "，账号 " + account.name + "。",
                                       "这个链接由" + link.made_by + "于 " + business_minute(link.made_at) +
                                           " 发出，只能用一次。密码由您自己设置，系统管理员不会知道。"},
                              .action = view::reset_url(),
                              .token = token,
                              .fields = {password_field(), again_field()},
                              .button = invited ? "设置密码并登录" : "重设密码并登录"};
  form.username = account.name;
  if (!invited) form.said.emplace_back("重设后，这个账号在其他地方的登录和访问令牌都会失效。");
  return form;
}

http::Response form_page(const Visit& visit, Reader& db, view::PasswordFormView form,
                         const std::vector<WrongField>& faults = {}) {
  for (const auto& fault : faults) {
    for (auto& field : form.fields) {
      if (field.name == fault.field) field.fault = fault.message;
    }
  }
  const auto body = view::render(visit.site.templates, form);
  return http::html(in_layout(visit, db, {.title = form.title, .door = true}, body), faults.empty() ? 200 : 422);
}

http::Response signed_in(const std::string& target, const std::string& session) {
  auto response = http::see_other(target);
  set_session_cookie(response, session);
  return response;
}

std::string open_session(Writer& writer, const Visit& visit, const Account& account) {
  return actions::open_session(writer, actor_of(visit), account.id, visit.request.header("user-agent"));
}

}  // namespace

http::Response show_setup(const Visit& visit, Reader& db) {
  stay_at_home(visit.request);
  const std::string token(visit.request.query("token").value_or(""));
  const auto link = found(actions::find_usable_link(db, token, visit.at), kDeadSetup);
  if (link.kind != LinkKind::setup) throw http::Stop(404, kDeadSetup);
  return form_page(visit, db, setup_view({{"token", token}}));
}

http::Response set_up(const Visit& visit, Db& db) {
  stay_at_home(visit.request);
  const SecretForm form(visit.request);
  const auto token = field_of(form, "token");
  const NewAccount admin{field_of(form, "name"), field_of(form, "display"), AccountRole::admin, std::nullopt};
  const auto refuse = [&](const std::vector<WrongField>& faults) {
    return form_page(visit, *db.reader(), setup_view(form), faults);
  };
  const auto link = found(actions::find_usable_link(*db.reader(), token, visit.at), kDeadSetup);
  if (link.kind != LinkKind::setup) throw http::Stop(404, kDeadSetup);
  if (const auto fault = find_account_fault(admin)) return refuse({{fault->field, fault->reason}});
  const auto hash = hash_new_password(visit, form, admin.name, "");
  if (!hash) return refuse(hash.error());
  const auto session = db.write([&](Writer& writer) {
    return actions::use_setup_link(writer, actor_of(visit), token, admin, *hash).map([&](const Account& account) {
      return open_session(writer, visit, account);
    });
  });
  if (!session && session.error().field == "token") throw http::Stop(404, kDeadSetup);
  if (!session) return refuse({{session.error().field, session.error().reason}});
  return signed_in(view::users_url(), *session);
}

http::Response show_reset(const Visit& visit, Reader& db) {
  const std::string token(visit.request.query("token").value_or(""));
  const auto link = found(actions::find_usable_link(db, token, visit.at), kDeadLink);
  if (!link.account) throw http::Stop(404, kDeadLink);
  return form_page(visit, db, reset_view(link, find_account(db, *link.account).value(), token));
}

http::Response reset_password(const Visit& visit, Db& db) {
  const SecretForm form(visit.request);
  const auto token = field_of(form, "token");
  const auto link = found(actions::find_usable_link(*db.reader(), token, visit.at), kDeadLink);
  if (!link.account) throw http::Stop(404, kDeadLink);
  const auto account = find_account(*db.reader(), *link.account).value();
  const auto hash = hash_new_password(visit, form, account.name, account.unit ? account.unit->value : "");
  if (!hash) return form_page(visit, *db.reader(), reset_view(link, account, token), hash.error());
  const auto session = db.write([&](Writer& writer) -> std::optional<std::string> {
    if (!actions::use_link(writer, actor_of(visit), token, *hash)) return std::nullopt;
    return open_session(writer, visit, account);
  });
  return signed_in(view::home_url(), found(session, kDeadLink));
}

}  // namespace sjsz
