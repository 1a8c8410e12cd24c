// The admin's pages: all accounts, one of them, many at once, and the slips with one-time links to hand out.
#pragma once
#include <string>
#include <vector>

#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

struct UserRow {
  std::string name, url, display, role, unit, state, last_sign_in;  // unit and last_sign_in may be empty
  bool disabled = false;
};

struct UserListView {  // templates/user_list.html
  std::vector<UserRow> users;
  std::string notice;
  std::vector<Field> fields;    // of a new account
  std::vector<Choice> choices;  // its role and unit
  std::string rows;             // pasted, as typed
  std::string rows_fault;
};
std::vector<UserListView> user_list_examples();
std::string render(const Templates& templates, const UserListView& view);

struct UserView {  // templates/user.html
  UserRow user;
  int sessions = 0, tokens = 0;
  bool own = false;  // the admin's own account: neither role nor state can be changed here
  std::string notice, fault;
  std::vector<Choice> choices;  // role and unit
};
std::vector<UserView> user_examples();
std::string render(const Templates& templates, const UserView& view);

struct UserPreviewView {  // templates/user_preview.html
  struct Row {
    int line = 0;
    std::string unit, display, name, role;
    std::string fault;
  };
  std::vector<Row> lines;
  std::string rows;  // as pasted
};
std::vector<UserPreviewView> user_preview_examples();
std::string render(const Templates& templates, const UserPreviewView& view);

struct SlipsView {  // templates/slips.html
  struct Slip {
    std::string unit, display, name, link;  // unit may be empty
    bool reset = false;                     // a forgotten password, not a new account
  };
  std::string expires;  // 2020-09-04 14:05
  std::vector<Slip> slips;
};
std::vector<SlipsView> slips_examples();
std::string render(const Templates& templates, const SlipsView& view);

}  // namespace sjsz::view
