#include "pages/session_pages.h"

#include "actions/session.h"
#include "pages/login_page.h"
#include "pages/session_cookie.h"
#include "view/links.h"

namespace sjsz {

http::Response show_login(const Visit& visit, Reader& db) {
  const std::string next(visit.request.query("next").value_or(""));
  if (visit.visitor.signed_in()) return http::see_other(target_of(visit, next));
  view::LoginView login;
  login.next = next;
  if (visit.request.query("kept")) login.notice = "登录已过期。您刚才提交的内容已经保留，登录后可以继续办理。";
  if (visit.request.query("out")) login.notice = "您已退出登录。";
  return login_page(visit, db, std::move(login));
}

http::Response sign_out(const Visit& visit, Db& db) {
  if (visit.visitor.signed_in()) {
    db.write([&](Writer& writer) { actions::sign_out(writer, actor_of(visit), visit.visitor.session); });
  }
  auto response = http::see_other(view::with_query(view::login_url(), "out", "1"));
  drop_session_cookie(response);
  return response;
}

}  // namespace sjsz
