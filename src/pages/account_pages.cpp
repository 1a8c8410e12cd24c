#include "pages/account_pages.h"

#include "actions/session.h"
#include "pages/account_page.h"
#include "view/links.h"

namespace sjsz {
namespace {

std::string notice_of(std::string_view done) {
  if (done == "password") return "密码已修改，其他地方的登录已退出。";
  if (done == "session") return "所选的登录已退出。";
  if (done == "others") return "其他登录都已退出。";
  if (done == "token") return "所选的令牌已撤销。";
  return "";
}

}  // namespace

http::Response show_account(const Visit& visit, Reader& db) {
  auto page = account_view(visit, db);
  page.notice = notice_of(visit.request.query("done").value_or(""));
  return account_page(visit, db, page);
}

http::Response end_session(const Visit& visit, Db& db) {
  const auto session = field_of(form_of(visit.request), "session");
  const auto account = visit.visitor.account->id;
  db.write([&](Writer& writer) {
    if (session == "others") {
      actions::end_other_sessions(writer, actor_of(visit), account, visit.visitor.session);
    } else {
      actions::end_session(writer, actor_of(visit), account, session);
    }
  });
  return http::see_other(view::with_query(view::account_url(), "done", session == "others" ? "others" : "session"));
}

}  // namespace sjsz
