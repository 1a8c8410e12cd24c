#include "pages/audit_pages.h"

#include <algorithm>
#include <limits>

#include "actions/audit.h"
#include "document/csv.h"
#include "pages/audit_filter.h"
#include "pages/audit_rows.h"
#include "pages/layout.h"
#include "storage/unit_store.h"
#include "view/audit_words.h"
#include "view/links.h"

namespace sjsz {
namespace {

constexpr int kRowsOfAPage = 100;
constexpr int kMostExported = 50'000;
constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();

struct Proof {
  std::int64_t rows = 0;
  std::optional<AuditFault> fault;
};

std::vector<view::Option> options(std::span<const std::pair<std::string_view, std::string_view>> words,
                                  const std::optional<std::string>& chosen) {
  std::vector<view::Option> made;
  for (const auto& [code, word] : words) made.push_back({std::string(code), std::string(word), chosen == code});
  return made;
}

struct Rows {
  std::vector<AuditRow> shown;  // newest first
  bool newer = false, older = false;
};

// One row more than is shown tells whether there are others behind it.
bool cut_to_a_page(std::vector<AuditRow>& rows) {
  if (rows.size() <= kRowsOfAPage) return false;
  rows.resize(kRowsOfAPage);
  return true;
}

Rows newest_before(Reader& db, const AuditFilter& filter, std::int64_t before) {
  Rows rows{list_audit_before(db, filter, before, kRowsOfAPage + 1), before != kEnd, false};
  rows.older = cut_to_a_page(rows.shown);
  return rows;
}

// Whoever goes back towards the newest rows ends on the page that begins with them.
Rows oldest_after(Reader& db, const AuditFilter& filter, std::int64_t after) {
  Rows rows{list_audit_after(db, filter, after, kRowsOfAPage + 1), false, true};
  rows.newer = cut_to_a_page(rows.shown);
  if (!rows.newer) return newest_before(db, filter, kEnd);
  std::ranges::reverse(rows.shown);
  return rows;
}

Rows asked_rows(const http::Request& request, Reader& db, const AuditFilter& filter) {
  const auto after = asked_row(request, "after", -1);
  if (after >= 0) return oldest_after(db, filter, after);
  return newest_before(db, filter, asked_row(request, "before", kEnd));
}

void add_filter(view::AuditView& page, const http::Request& request, const AuditFilter& filter) {
  page.actor = filter.actor.value_or("");
  page.object = filter.object.value_or("");
  if (filter.from) page.from = to_string(business_date(*filter.from));
  if (filter.until) page.to = to_string(plus_days(business_date(*filter.until), -1));
  page.actions = options(view::audit_actions(), filter.action);
  page.outcomes = options(view::audit_outcomes(), filter.outcome);
  page.verify_url = with_audit_filter(view::audit_verify_url(), request);
  page.export_url = with_audit_filter(view::audit_export_url(), request);
}

std::string page_url(const http::Request& request, const char* side, std::int64_t row) {
  return view::with_query(with_audit_filter(view::audit_url(), request), side, std::to_string(row));
}

http::Response audit_page(const Visit& visit, Reader& db, std::vector<view::AuditView::Verification> verification) {
  const auto& request = visit.request;
  const auto filter = checked_audit_filter(request);
  const auto rows = asked_rows(request, db, filter);
  view::AuditView page;
  page.state = audit_state(db);
  page.verification = std::move(verification);
  add_filter(page, request, filter);
  page.total = count_audit(db, filter);
  const auto units = list_units(db);
  for (const auto& row : rows.shown) page.rows.push_back(audit_row(row, units));
  if (rows.newer && !rows.shown.empty()) page.newer_url = page_url(request, "after", rows.shown.front().link.id);
  if (rows.older) page.older_url = page_url(request, "before", rows.shown.back().link.id);
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {"审计日志", "audit", 0, "landscape.css"}, body));
}

view::AuditView::Verification words_of(const Proof& proof) {
  const auto rows = "共 " + std::to_string(proof.rows) + " 条，";
  if (!proof.fault) return {true, rows + "链条完整。"};
  return {false, rows + "第一处问题：" + proof.fault->detail + "。请保留数据文件夹，告诉系统管理员。"};
}

}  // namespace

http::Response show_audit(const Visit& visit, Reader& db) { return audit_page(visit, db, {}); }

http::Response export_audit(const Visit& visit, Reader& db) {
  const auto filter = checked_audit_filter(visit.request);
  const auto total = count_audit(db, filter);
  if (total > kMostExported) {
    throw WrongQuery("from", "符合条件的有 " + std::to_string(total) + " 条，一次最多导出 " +
                                 std::to_string(kMostExported) + " 条，请按起止日期分几次导出。");
  }
  std::string file(document::kCsvMark);
  file += document::csv_line(audit_file_heads());
  for (const auto& row : list_audit_before(db, filter, kEnd, kMostExported)) {
    file += document::csv_line(audit_file_cells(row));
  }
  const auto day = to_string(business_date(now()));
  auto response = http::html(std::move(file));
  response.content_type = "text/csv; charset=utf-8";
  response.header("Content-Disposition", "attachment; filename=\"audit-" + day + ".csv\"; filename*=UTF-8''" +
                                             http::encode_percent("审计日志-" + day + ".csv"));
  return response;
}

// Nothing slow under the writer's lock: the chain is verified before, on a reader.
http::Response verify_audit(const Visit& visit, Db& db) {
  const auto proof = [&] {
    auto reader = db.reader();
    return Proof{count_audit(*reader), find_audit_fault(*reader)};
  }();
  db.write([&](Writer& writer) { actions::record_verification(writer, actor_of(visit), proof.rows, proof.fault); });
  return audit_page(visit, *db.reader(), {words_of(proof)});
}

}  // namespace sjsz
