#include "view/todo.h"

namespace sjsz::view {
namespace {

Data item_data(const Todo::Item& item) {
  return Object()
      .text("mark", item.mark)
      .text("mark_class", item.mark_class)
      .text("text", item.text)
      .text("url", item.url)
      .text("note", item.note)
      .data();
}

}  // namespace

void add_todo(Object& page, const Todo& todo) {
  page.flag("has_todo", !todo.items.empty()).text("todo_count", todo.count).list("todo", todo.items, item_data);
}

}  // namespace sjsz::view
