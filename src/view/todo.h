// 待办 on the 首页 of whoever is signed in: what waits for this person, most pressing first.
#pragma once
#include <string>
#include <vector>

#include "view/data.h"

namespace sjsz::view {

struct Todo {  // templates/_todo.html
  struct Item {
    std::string mark, mark_class;  // 退回修改, ret: as the states of reports are shown
    std::string text, url;
    std::string note;  // 已逾期 2 天
  };
  int count = 0;  // of the lines behind the items
  std::vector<Item> items;
};

void add_todo(Object& page, const Todo& todo);

}  // namespace sjsz::view
