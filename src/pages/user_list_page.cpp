#include "pages/user_list_page.h"

#include "pages/layout.h"
#include "pages/user_forms.h"
#include "storage/account_store.h"
#include "storage/unit_store.h"

namespace sjsz {

view::UserListView user_list_view(Reader& db, const NewAccount& typed) {
  const auto units = list_units(db);
  view::UserListView page;
  for (const auto& account : list_accounts(db)) page.users.push_back(user_row(account, units));
  page.fields = {{.name = "name",
                  .label = "账号",
                  .value = typed.name,
                  .hint = "2 至 32 个小写字母、数字、点、下划线或短横线，以字母开头"},
                 {.name = "display", .label = "姓名", .value = typed.display}};
  page.choices = role_and_unit(units, typed.role, typed.unit);
  return page;
}

http::Response user_list_page(const Visit& visit, Reader& db, const view::UserListView& page, int status) {
  return http::html(in_layout(visit, db, {"账号", "user"}, view::render(visit.site.templates, page)), status);
}

}  // namespace sjsz
