// One's own account: where it is signed in, its password, its API tokens.
#pragma once
#include <string>
#include <vector>

#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

struct AccountView {  // templates/account.html
  struct Session {
    std::string hash;                      // names it in the form
    std::string since, last_seen, source;  // 2020-09-03 14:05, 10.0.0.7
    std::string browser;
    bool this_one = false;
  };
  struct Token {
    std::string id, scope, made_at, expires;
    bool expired = false;
  };
  std::string name, display, role, unit;  // role may be empty: the name says it; unit too
  std::string notice;                     // what was just done
  std::vector<Session> sessions;
  std::vector<Field> password_fields;
  std::vector<Token> tokens;
  std::string new_token;  // shown this once; else empty
  std::vector<Option> scopes;
  Field days;
};
std::vector<AccountView> account_examples();
std::string render(const Templates& templates, const AccountView& view);

}  // namespace sjsz::view
