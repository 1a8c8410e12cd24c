#include "pages/report_reading.h"

#include <algorithm>

#include "pages/report_head.h"
#include "pages/visible_report.h"
#include "storage/report_store.h"
#include "view/report_links.h"

namespace sjsz {
namespace {

std::string lock_reason(const UnitMonth& month, const UnitLine& line) {
  if (line.owed.exempt) return "本月免报：" + line.owed.exempt_reason;
  if (month.write_lock) return *month.write_lock;
  if (line.report.state == ReportState::submitted) return "已提交，待专班办公室审核。需要修改的，请先撤回。";
  if (line.report.state == ReportState::accepted) return "已审核通过，不能再改。确需修改的，请专班办公室重新打开。";
  return "";
}

view::ReportView::Revision revision_of(const Revision& one) {
  return {one.number,  one.submitted_at, one.submitted_by, view::receipt_url(one.receipt),
          one.receipt, one.late,         one.text};
}

void add_history(Reader& db, view::ReportView& page, const Report& report) {
  for (const auto& event : list_report_events(db, report.id)) {
    page.events.push_back({event.at, event.actor, event.verb, event.revision, event.judged_state, event.comment});
  }
  for (const auto& one : list_revisions(db, report.id)) page.revisions.push_back(revision_of(one));
  std::reverse(page.events.begin(), page.events.end());
  std::reverse(page.revisions.begin(), page.revisions.end());
  // The newest is what is shown already.
  const bool shown = !page.revisions.empty() && page.text == page.revisions.front().text;
  if (shown) page.revisions.erase(page.revisions.begin());
}

view::ReportView page_of(Reader& db, const UnitMonth& month, const UnitLine& line) {
  view::ReportView page;
  page.head = report_head(db, month, line);
  page.form = line.form;
  page.requirements = requirements_of(line);
  page.url = view::report_url(line.owed.key);
  page.version = line.report.version;
  return page;
}

std::string why_hidden(const VisibleReport& visible) {
  if (visible.line.exempt) return "本月免报：" + visible.line.exempt_reason;
  return visible.state() == ReportState::none ? "该单位还没有填写。" : "草稿只有填报单位能看到。";
}

}  // namespace

std::vector<view::ReportFile> files_to_read(const std::vector<Attachment>& attachments) {
  std::vector<view::ReportFile> files;
  for (const auto& one : attachments) {
    files.push_back({one.name, view::attachment_url(one.id), one.size, one.added_at, ""});
  }
  return files;
}

view::ReportView own_report(Reader& db, const UnitMonth& month, const UnitLine& line) {
  auto page = page_of(db, month, line);
  page.locked = lock_reason(month, line);
  page.judged_state = line.report.judged_state;
  page.may_withdraw = line.report.state == ReportState::submitted && !month.submit_lock;
  if (line.sent_back) page.sent_back = {{line.sent_back->actor, line.sent_back->at, line.sent_back->comment}};
  if (line.report.version == 0) return page;
  page.text = line.report.text;
  page.files = files_to_read(list_attachments(db, line.report.id));
  add_history(db, page, line.report);
  return page;
}

view::ReportView report_of_another(const Visit& visit, Reader& db, const UnitMonth& month, const UnitLine& line) {
  const auto visible = found(find_visible_report(db, visit.visitor, line.owed.key));
  auto page = page_of(db, month, line);
  page.head.state = visible.state();
  page.head.tasks_left = 0;  // these are the unit's own affair
  page.head.narrative_left = false;
  page.head.next.reset();
  if (visible.report.version == 0 || visible.access == ReportAccess::state_only) {
    page.hidden = why_hidden(visible);
    return page;
  }
  page.text = visible.report.text;
  page.files = files_to_read(list_visible_attachments(db, visible));
  if (!may_oversee(visit.visitor)) return page;
  page.judged_state = visible.report.judged_state;
  add_history(db, page, line.report);
  return page;
}

}  // namespace sjsz
