#include "pages/session_pages.h"

#include <algorithm>

#include "actions/session.h"
#include "base/password.h"
#include "base/text.h"
#include "http/address.h"
#include "pages/guards.h"
#include "pages/layout.h"
#include "pages/session_cookie.h"
#include "storage/account_store.h"
#include "storage/parked_store.h"
#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "view/links.h"
#include "view/login_view.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostName = 64;  // longer ones are nobody's, and are not kept as keys either

http::Response login_page(const Visit& visit, Reader& db, view::LoginView login, int status = 200) {
  const auto year = find_current_year(db);
  if (const auto plan = year ? find_plan_heading(db, *year) : std::nullopt) login.district = plan->district;
  login.due_day = parse_whole(find_setting(db, "due_day").value_or("5"));
  login.plan_is_public = visit.visitor.plan_is_public;
  const auto body = view::render(visit.site.templates, login);
  return http::html(in_layout(visit, db, {.title = "登录", .year = year.value_or(0), .door = true}, body), status);
}

// Only to a page of the portal: a foreign address, or what a browser might take for one, is nobody's wish.
std::string target_of(const Visit& visit, const std::string& next) {
  const auto is_plain = [](unsigned char c) { return c > 0x20 && c < 0x7f && c != '\\'; };
  const auto path = http::decode_percent(next.substr(0, next.find_first_of("?#")), false);
  const bool own = next.starts_with('/') && !next.starts_with("//") && std::ranges::all_of(next, is_plain) && path &&
                   visit.site.is_page(*path);
  return own ? next : view::home_url();
}

std::string wait_words(std::chrono::milliseconds wait) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
  if (seconds < 60) return std::to_string(seconds) + " 秒";
  return std::to_string(seconds / 60) + " 分" + (seconds % 60 ? " " + std::to_string(seconds % 60) + " 秒" : "钟");
}

// What one try at signing in goes through; each step may end it with the page that says why.
class Try {
 public:
  Try(const Visit& visit, Db& db)
      : visit_(visit),
        db_(db),
        form_(form_of(visit.request)),
        name_(field_of(form_, "username")),
        source_(http::source_of(visit.request.peer)),
        key_(name_.substr(0, kMostName) + "\n" + source_) {}

  http::Response run() {
    if (const auto wait = must_wait(); wait.count() > 0) return throttled(wait);
    const auto pass = visit_.guards->hashing.enter();
    if (!pass) return fail(503, "现在登录的人较多，请稍等几秒后再试。");
    // Others may have failed while this one waited for its turn.
    if (const auto wait = must_wait(); wait.count() > 0) return throttled(wait);
    return verify();
  }

 private:
  std::chrono::milliseconds must_wait() {
    auto& guards = *visit_.guards;
    const auto wait = guards.sign_ins.wait(key_, now());
    return wait.count() == 0 && guards.sources.is_empty(source_, now()) ? std::chrono::seconds(1) : wait;
  }

  http::Response verify() {
    const auto account = find_account(*db_.reader(), name_);
    const auto hash = account ? find_password_hash(*db_.reader(), account->id) : std::nullopt;
    const bool may_enter = account && !account->disabled && hash;
    const bool right = verify_password(may_enter ? *hash : dummy_password_hash(), field_of(form_, "password"));
    if (!right || !may_enter) return wrong(account);
    const auto session = db_.write([&](Writer& writer) {
      return actions::sign_in(writer, actor_of(visit_), *account, *hash, visit_.request.header("user-agent"),
                              visit_.visitor.session);
    });
    if (!session) return wrong(account);
    visit_.guards->sign_ins.forgive(key_);
    const bool parked = find_parked_form(*db_.reader(), account->id).has_value();
    auto response = http::see_other(parked ? view::parked_url() : target_of(visit_, field_of(form_, "next")));
    set_session_cookie(response, *session);
    return response;
  }

  // The name stands in the log only if it is one: people type passwords into this field.
  http::Response wrong(const std::optional<Account>& account) {
    visit_.guards->sign_ins.fail(key_, now());
    visit_.guards->sources.take(source_, now());
    visit_.guards->refusals.record(db_, actor_of(visit_), "session.sign_in", account ? "account:" + account->name : "",
                                   "failed");
    return fail(422, "账号或密码不对，请核对后重新输入。");
  }

  http::Response throttled(std::chrono::milliseconds wait) {
    const auto account = find_account(*db_.reader(), name_);
    visit_.guards->refusals.record(db_, actor_of(visit_), "session.backoff", account ? "account:" + account->name : "");
    auto response = fail(429, "连续输错的次数较多，请在 " + wait_words(wait) + "后再试。");
    response.header("Retry-After", std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count()));
    return response;
  }

  http::Response fail(int status, const std::string& fault) {
    view::LoginView login;
    login.next = field_of(form_, "next");
    login.username = name_;
    login.fault = fault;
    return login_page(visit_, *db_.reader(), std::move(login), status);
  }

  const Visit& visit_;
  Db& db_;
  const http::Fields form_;
  const std::string name_, source_, key_;
};

}  // namespace

http::Response show_login(const Visit& visit, Reader& db) {
  const std::string next(visit.request.query("next").value_or(""));
  if (visit.visitor.signed_in()) return http::see_other(target_of(visit, next));
  view::LoginView login;
  login.next = next;
  if (visit.request.query("kept")) login.notice = "登录已过期。您刚才提交的内容已经保留，登录后可以继续办理。";
  if (visit.request.query("out")) login.notice = "您已退出登录。";
  return login_page(visit, db, std::move(login));
}

http::Response sign_in(const Visit& visit, Db& db) { return Try(visit, db).run(); }

http::Response sign_out(const Visit& visit, Db& db) {
  if (visit.visitor.signed_in()) {
    db.write([&](Writer& writer) { actions::sign_out(writer, actor_of(visit), visit.visitor.session); });
  }
  auto response = http::see_other(view::with_query(view::login_url(), "out", "1"));
  drop_session_cookie(response);
  return response;
}

}  // namespace sjsz
