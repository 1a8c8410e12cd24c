// The frame of every page: title, navigation, banner of the demonstration, footer, printed line.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

struct LayoutView {  // templates/layout.html
  struct Item {
    std::string word, url;
    bool current = false;
    int todo = 0;  // how much waits there for the visitor
  };
  struct User {
    std::string unit, display;  // 区发改局, 王欣; some have no unit
  };
  std::vector<Fault> faults;  // of the address that was asked for
  std::string title;          // of the page, without the portal's name; the 首页 has none
  bool door = false;          // before the sign-in: the body alone, without head and navigation
  std::vector<Item> navigation;
  std::optional<User> user;   // nothing: not signed in
  std::string login_url;      // for those who are not; empty where that is not known
  std::string district;       // 历下区; empty: no plan yet
  int year = 0;               // of the plan shown; 0: no plan yet
  int address_year = 0;       // the year that addresses have to name, 0 for the current plan's
  bool demo = false;          // 演示数据 on every page
  std::string business_date;  // 2020-09-03; shown with demo, or where the date is pinned
  std::string contact;        // the office's line in the footer, a setting; empty: says where it is set
  std::string as_of;          // 2020-09-03 14:05: when the page was made from the data
  std::string style_url;      // /web/…/sjsz.css
  std::string paper_url;      // a sheet more for this page on paper: landscape, official document; may be empty
  std::string script_url;     // /web/…/sjsz.js for who is signed in; else empty: public pages need no script
  std::string reload_url;     // /web/…/reload.js in development; else empty
  std::string body;           // HTML, made by another template
};
std::vector<LayoutView> layout_examples();
std::string render(const Templates& templates, const LayoutView& view);

}  // namespace sjsz::view
