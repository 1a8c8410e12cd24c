#include "pages/visible_report.h"

#include <map>

#include "storage/owed_query.h"
#include "storage/report_store.h"

namespace sjsz {
namespace {

using Leads = std::map<TaskSeq, std::set<UnitCode>>;

Leads list_leads(const std::vector<OwedLine>& lines) {
  Leads leads;
  for (const auto& line : lines) {
    if (line.key.task && line.role != Role::support) leads[*line.key.task].insert(line.key.unit);
  }
  return leads;
}

const std::set<UnitCode>& leads_of(const Leads& leads, const ReportKey& key) {
  static const std::set<UnitCode> nobody;
  const auto found = key.task ? leads.find(*key.task) : leads.end();
  return found == leads.end() ? nobody : found->second;
}

// Who leads a task sees all that support it, if only that nothing came yet.
bool may_see_line(const Visitor& visitor, const OwedLine& line, ReportAccess access, const Leads& leads) {
  if (access != ReportAccess::hidden) return true;
  return line.role == Role::support && may_report(visitor) &&
         leads_of(leads, line.key).contains(*visitor.account->unit);
}

Report without_content(const Report& report) {
  return {.key = report.key, .state = report.state, .version = report.version, .changed_at = report.changed_at};
}

// The accepted revision stays in view while the unit changes it.
Report as_accepted(Reader& db, Report report) {
  for (const auto& event : list_report_events(db, report.id)) {
    if (event.verb != "accept" || !event.revision) continue;
    const auto revision = list_revisions(db, report.id).at(static_cast<std::size_t>(*event.revision - 1));
    report.text = revision.text;
    report.submitted_at = revision.submitted_at;
    report.judged_state = event.judged_state;
  }
  report.state = ReportState::accepted;
  return report;
}

VisibleReport make_visible(const OwedLine& line, ReportAccess access, const Report& report) {
  VisibleReport visible{line, access, report};
  if (access == ReportAccess::hidden) visible.report = {.key = line.key};
  if (access == ReportAccess::state_only) visible.report = without_content(report);
  if (access == ReportAccess::accepted && report.state != ReportState::accepted) {
    visible.report = without_content(report);
    visible.report.state = ReportState::accepted;
  }
  return visible;
}

}  // namespace

std::vector<VisibleReport> list_visible_reports(Reader& db, const Visitor& visitor, const Month& month) {
  const auto lines = list_owed(db, month);
  const auto leads = list_leads(lines);
  std::map<ReportKey, Report> reports;
  for (auto& report : list_reports(db, month, ReportTexts::submitted)) reports[report.key] = std::move(report);
  if (may_report(visitor)) {
    for (auto& own : list_reports_of_unit(db, month, *visitor.account->unit)) reports[own.key] = std::move(own);
  }
  std::vector<VisibleReport> visible;
  for (const auto& line : lines) {
    const auto found = reports.find(line.key);
    const Report report = found == reports.end() ? Report{.key = line.key} : found->second;
    const auto access = report_access(visitor, line.key, report.state, report.was_accepted, leads_of(leads, line.key));
    if (may_see_line(visitor, line, access, leads)) visible.push_back(make_visible(line, access, report));
  }
  return visible;
}

std::optional<VisibleReport> find_visible_report(Reader& db, const Visitor& visitor, const ReportKey& key) {
  const auto line = find_owed(db, key);
  if (!line) return std::nullopt;
  const bool own = may_file_report(visitor, key);
  auto report = find_report(db, key, own ? ReportTexts::present : ReportTexts::submitted).value_or(Report{.key = key});
  const auto leads = own || !key.task ? std::set<UnitCode>{} : find_leads(db, key.period, *key.task);
  const auto access = report_access(visitor, key, report.state, report.was_accepted, leads);
  if (access == ReportAccess::hidden) return std::nullopt;
  if (access == ReportAccess::accepted && report.state != ReportState::accepted) {
    report = as_accepted(db, std::move(report));
  }
  return make_visible(*line, access, report);
}

std::vector<Attachment> list_visible_attachments(Reader& db, const VisibleReport& visible) {
  if (visible.report.id == 0 || visible.access == ReportAccess::state_only) return {};
  auto files = list_attachments(db, visible.report.id);
  if (visible.access == ReportAccess::whole) return files;
  const auto submitted = visible.report.submitted_at;
  std::erase_if(files, [&](const Attachment& file) { return !submitted || file.added_at > *submitted; });
  return files;
}

}  // namespace sjsz
