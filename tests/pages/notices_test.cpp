#include <gtest/gtest.h>

#include "office_month.h"

namespace sjsz::test {
namespace {

struct Change {
  const char *who, *path;
  Form form;
  const char* notice;
};

// One after the other, on one portal.
const std::vector<Change> changes = {
    {"office", "/dispatch/2020-08/fagai/reminders", {{"way", "phone"}}, "已登记对区发改局的催报。"},
    {"office", "/dispatch/2020-08/due", {{"due", "2999-01-10"}, {"due_reason", "核对"}}, "截止日期已改为 2999-01-10。"},
    {"office",
     "/dispatch/2020-08/exemptions",
     {{"line", "2020-08.4.keji"}, {"exempt_reason", "统一报送"}},
     "已免报：区科技局　任务 4 “四新经济”。"},
    {"office",
     "/dispatch/2020-08/exemptions/lift",
     {{"line", "2020-08.4.keji"}},
     "已取消免报：区科技局　任务 4 “四新经济”。"},
    {"office", "/dispatch/2020-07/close", {}, "2020年7月调度期已关闭。"},
    {"office",
     "/dispatch/2020-07/reopen",
     {{"unit", "fagai"}, {"reopen_reason", "补报"}, {"expires", "2999-01-10"}},
     "已为区发改局重新开放。"},
    {"office", "/admin/units/fagai/contact", {{"contact", "刘先生"}}, "区发改局的联系人、电话和审核人已保存。"},
    {"office",
     "/admin/units/jiedao/members",
     {{"name", "姚家街道办事处"}, {"code", "yaojia"}},
     "已增加成员单位姚家街道办事处。"},
    {"office", "/admin/units/yaojia/name", {{"name", "姚家街道"}}, "名称已改为“姚家街道”。"},
    {"office", "/admin/units/keji/active", {{"active", "no"}, {"reason", "机构改革"}}, "区科技局已停用。"},
    {"office", "/settings/contact", {{"value", "办公室"}, {"reason", "补填"}}, "“联系方式”已改为：办公室。"},
    {"admin", "/admin/users/fagai/disable", {}, "账号 fagai 已停用，它的登录、令牌和链接都已失效。"},
    {"admin", "/admin/users/fagai/enable", {}, "账号 fagai 已启用。"},
    {"leader", "/account/sessions/end", {{"session", "others"}}, "其他登录都已退出。"},
};

}  // namespace

TEST(Notices, SayWhatTheChangeWasAbout) {
  OfficeMonth month;
  month.portal.as("fagai");
  for (const auto& change : changes) {
    auto person = month.portal.as(change.who);
    const auto answer = person.post(change.path, change.form);
    ASSERT_EQ(answer.status, 303) << change.path << ": " << *answer.body;
    const std::string next(answer.header("Location"));
    EXPECT_EQ(person.page(next.substr(0, next.find('#'))).text("//p[@role='status']"), change.notice) << change.path;
  }
}

TEST(Notices, SayNothingOfWhatAnAddressMakesUp) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  for (const char* path :
       {"/review?done=accept&about=x", "/review?done=clean&about=x", "/dispatch?reminded=nobody",
        "/dispatch/2020-08?done=lift&about=x", "/admin/units/jiedao?done=member&about=x", "/settings?changed=x",
        "/review?done=accept&about=2020-08.9.nobody", "/review?done=return&about=2020-08.99.fagai",
        "/dispatch/2020-08?done=reopen&about=nobody", "/dispatch/2020-08?done=exempt&about=2020-08.9.nobody",
        "/dispatch/2020-08?done=lift&about=2020-08.99.fagai"}) {
    EXPECT_EQ(office.page(path).count("//p[@role='status']"), 0u) << path;
  }
}

}  // namespace sjsz::test
