#include "pages/receipt_pages.h"

#include <algorithm>

#include "domain/rights.h"
#include "pages/layout.h"
#include "pages/unit_month.h"
#include "storage/receipt_store.h"
#include "view/receipt_view.h"
#include "view/report_links.h"

namespace sjsz {
namespace {

// The narrative stands last, as in the ledger.
std::vector<ReceiptLine> lines_in_order(Reader& db, const std::string& id) {
  auto lines = list_receipt_lines(db, id);
  std::stable_partition(lines.begin(), lines.end(), [](const ReceiptLine& one) { return one.key.task.has_value(); });
  return lines;
}

view::ReceiptView::Line line_view(const ReceiptLine& line, const UnitMonth& month) {
  const auto* owed = month.find(line.key);
  const std::string title = owed            ? title_of(*owed)
                            : line.key.task ? "任务 " + std::to_string(line.key.task->value)
                                            : "工作进展情况报告";
  return {title, view::report_url(line.key), line.revision, line.late};
}

}  // namespace

http::Response show_receipt(const Visit& visit, Reader& db) {
  const auto receipt = find_receipt(db, visit.request.parameter("id"));
  if (!receipt || !(visit.visitor.of_unit(receipt->unit) || may_oversee(visit.visitor))) throw http::Stop(404);
  const auto month = find_unit_month(db, receipt->month, receipt->unit, visit.site.clock.moment());
  view::ReceiptView page;
  page.id = receipt->id;
  page.unit = month.unit_name;
  page.actor = receipt->actor;
  page.to = list_reviewers(db, receipt->unit);
  page.period = receipt->month;
  page.at = receipt->at;
  page.due = month.due;
  for (const auto& line : lines_in_order(db, receipt->id)) page.lines.push_back(line_view(line, month));
  for (const auto& line : month.lines) {
    if (!is_outstanding(line.report.state)) continue;
    page.left.push_back({title_of(line), view::report_url(line.owed.key), line.report.state, !line.task});
  }
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {"回执 " + receipt->id, "ledger", receipt->month.year}, body));
}

}  // namespace sjsz
