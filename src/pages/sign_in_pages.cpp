#include "pages/sign_in_pages.h"

#include "actions/session.h"
#include "base/password.h"
#include "http/address.h"
#include "pages/guards.h"
#include "pages/login_page.h"
#include "pages/secret_form.h"
#include "pages/session_cookie.h"
#include "storage/account_store.h"
#include "storage/parked_store.h"
#include "view/links.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostName = 64;  // longer ones are nobody's, and are not kept as keys either
constexpr Buckets::Rate kSourceRate{60, 1.0};

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
        form_(visit.request),
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
    return wait.count() == 0 && guards.sources.is_empty(source_, now(), kSourceRate) ? std::chrono::seconds(1) : wait;
  }

  http::Response verify() {
    const auto account = find_account(*db_.reader(), name_);
    const auto hash = account ? find_password_hash(*db_.reader(), account->id) : std::nullopt;
    const bool may_enter = account && !account->disabled && hash;
    auto password = field_of(form_, "password");
    const Wiped wiped(password);
    const bool right = verify_password(may_enter ? *hash : dummy_password_hash(), password);
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
    visit_.guards->sources.take(source_, now(), kSourceRate);
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
  const SecretForm form_;
  const std::string name_, source_, key_;
};

}  // namespace

http::Response sign_in(const Visit& visit, Db& db) { return Try(visit, db).run(); }

}  // namespace sjsz
