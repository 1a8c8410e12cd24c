#include "pages/user_batch_pages.h"

#include <algorithm>

#include "actions/account.h"
#include "actions/link.h"
#include "domain/account_rows.h"
#include "pages/layout.h"
#include "pages/slips.h"
#include "pages/user_list_page.h"
#include "storage/account_store.h"
#include "storage/unit_store.h"
#include "view/user_views.h"
#include "view/words.h"

namespace sjsz {
namespace {

std::vector<AccountRow> read_rows(const std::string& text, Reader& db) {
  auto rows = read_account_rows(text, list_units(db));
  for (auto& row : rows) {
    if (!row.fault.empty()) continue;
    if (const auto fault = actions::find_fault(db, row.account)) row.fault = fault->reason;
  }
  return rows;
}

bool are_good(const std::vector<AccountRow>& rows) {
  return !rows.empty() && rows.size() <= kMostAccountRows &&
         std::ranges::all_of(rows, [](const AccountRow& row) { return row.fault.empty(); });
}

http::Response wrong_rows(const Visit& visit, Reader& db, const std::string& rows, const std::string& fault) {
  auto page = user_list_view(db, {});
  page.rows = rows;
  page.rows_fault = fault;
  return user_list_page(visit, db, page, 422);
}

http::Response preview_page(const Visit& visit, Reader& db, const std::string& text,
                            const std::vector<AccountRow>& rows) {
  if (rows.empty()) return wrong_rows(visit, db, text, "没有读到账号，请从表格粘贴，每行一个");
  if (rows.size() > kMostAccountRows) return wrong_rows(visit, db, text, "一次最多建立 200 个账号，请分几次粘贴");
  view::UserPreviewView page;
  page.rows = text;
  for (const auto& row : rows) {
    page.lines.push_back({row.line, row.unit, row.account.display, row.account.name,
                          row.fault.empty() ? std::string(view::account_role_word(row.account.role)) : row.role,
                          row.fault});
  }
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {"批量新增账号", "user"}, body), are_good(rows) ? 200 : 422);
}

}  // namespace

http::Response preview_users(const Visit& visit, Db& db) {
  const auto text = field_of(form_of(visit.request), "rows");
  auto reader = db.reader();
  return preview_page(visit, *reader, text, read_rows(text, *reader));
}

http::Response create_users(const Visit& visit, Db& db) {
  const auto text = field_of(form_of(visit.request), "rows");
  const auto rows = read_rows(text, *db.reader());
  if (!are_good(rows)) return preview_page(visit, *db.reader(), text, rows);
  const auto slips = db.write([&](Writer& writer) -> std::optional<std::vector<Slip>> {
    std::vector<Slip> made;
    for (const auto& row : rows) {
      const auto id = actions::make_account(writer, actor_of(visit), row.account);
      if (!id) return std::nullopt;  // somebody else took the name meanwhile
      const auto account = find_account(writer, *id).value();
      made.push_back({account, actions::make_link(writer, actor_of(visit), account, maker_of(visit)).value()});
    }
    return made;
  });
  auto reader = db.reader();
  if (!slips) return preview_page(visit, *reader, text, read_rows(text, *reader));
  return slips_page(visit, *reader, *slips);
}

}  // namespace sjsz
