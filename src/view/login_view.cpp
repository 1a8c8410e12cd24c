#include "view/login_view.h"

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"

namespace sjsz::view {

std::string render(const Templates& templates, const LoginView& view) {
  return templates.render("login", Object()
                                       .text("district", view.district)
                                       .text("due_day", view.due_day)
                                       .optional_text("supporting", view.supporting_due_day == view.due_day
                                                                        ? ""
                                                                        : std::to_string(view.supporting_due_day))
                                       .flag("plan_is_public", view.plan_is_public)
                                       .text("plan_url", plan_url())
                                       .text("indicators_url", indicators_url())
                                       .text("tasks_url", tasks_url())
                                       .text("login_url", login_url())
                                       .optional_text("next", view.next)
                                       .text("username", view.username)
                                       .optional_text("fault", view.fault)
                                       .optional_text("notice", view.notice)
                                       .data());
}

std::vector<LoginView> login_examples() {
  LoginView first{"历下区"};
  LoginView failed = first;
  failed.next = "/reports?period=2020-08";
  failed.username = "fagai";
  failed.fault = "账号或密码不对，请核对后重新输入。";
  failed.plan_is_public = false;
  LoginView kept = first;
  kept.notice = "登录已过期。您刚才提交的内容已经保留，登录后可以继续办理。";
  LoginView hostile{hostile_text(), 31, 28, true, hostile_text(), hostile_text(), hostile_text(), hostile_text()};
  return {{}, first, failed, kept, hostile};
}

std::string render(const Templates& templates, const PasswordFormView& view) {
  Object page;
  add_faults(page, view.fields);
  return templates.render("password_form", page.text("title", view.title)
                                               .list("said", view.said, plain_text)
                                               .text("action", view.action)
                                               .text("token", view.token)
                                               .list("fields", view.fields, field_data)
                                               .text("button", view.button)
                                               .optional_text("username", view.username)
                                               .data());
}

std::vector<PasswordFormView> password_form_examples() {
  PasswordFormView setup{.title = "建立第一个系统管理员账号",
                         .said = {"本系统还没有账号。"},
                         .action = "/setup",
                         .token = "abc",
                         .fields = {{.name = "name", .label = "账号", .hint = "小写字母、数字"},
                                    {.name = "password", .label = "密码", .type = "password"}},
                         .button = "建立账号"};
  PasswordFormView faulty = setup;
  faulty.fields[0].fault = "账号要填";
  faulty.fields[1].fault = "密码至少要 12 个字符";
  PasswordFormView hostile{
      hostile_text(),
      {hostile_text()},
      hostile_url(),
      hostile_text(),
      {{hostile_text(), hostile_text(), "text", hostile_text(), "", hostile_text(), hostile_text()}},
      hostile_text(),
      hostile_text()};
  PasswordFormView reset = setup;
  reset.username = "fagai";
  return {{}, setup, faulty, reset, hostile};
}

}  // namespace sjsz::view
