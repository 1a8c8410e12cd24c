// The sign-in, and the page behind a one-time link where somebody sets a password.
#pragma once
#include <string>
#include <vector>

#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

struct LoginView {       // templates/login.html
  std::string district;  // 历下区; empty: no plan yet
  int due_day = 5, supporting_due_day = 5;
  bool plan_is_public = true;
  std::string next;      // where the sign-in leads; may be empty
  std::string username;  // as typed
  std::string fault;     // why it failed; empty: it was not tried
  std::string notice;    // what happened before: signed out, a form was kept
};
std::vector<LoginView> login_examples();
std::string render(const Templates& templates, const LoginView& view);

struct PasswordFormView {  // templates/password_form.html
  std::string title;
  std::vector<std::string> said;  // paragraphs: whose account, who made the link
  std::string action;             // where the form goes
  std::string token;              // of the link
  std::vector<Field> fields;
  std::string button;
  std::string username;  // whose password it is, for the browser's own store; empty: a field asks
};
std::vector<PasswordFormView> password_form_examples();
std::string render(const Templates& templates, const PasswordFormView& view);

}  // namespace sjsz::view
