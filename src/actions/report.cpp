#include "actions/report.h"

#include <set>

#include "actions/report_line.h"
#include "actions/report_lock.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/rights.h"
#include "storage/period_store.h"
#include "storage/receipt_store.h"
#include "storage/task_store.h"

namespace sjsz::actions {
namespace {

Changed changed(const Report& report) { return {report.state, report.version}; }

// A comment as it is kept, or what is wrong with it.
tl::expected<std::string, Refusal> check_comment(const ReportKey& key, const std::string& typed) {
  std::string comment(trim(typed));
  if (!is_clean_utf8(comment)) return refuse_field(key, "comment", "文字里有不能识别的字符，请重新输入。");
  if (count_characters(comment) > kMostReportCharacters) {
    return refuse_field(key, "comment", "最多 " + std::to_string(kMostReportCharacters) + " 个字。");
  }
  return comment;
}

std::optional<WorkState> known_state(std::optional<WorkState> judged, const Report& report) {
  return judged ? judged : report.text.self_state;
}

}  // namespace

Outcome save_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                    const ReportText& text) {
  const auto line = open_own_line(db, {visitor, key, seen, ReportVerb::save}, moment_of(actor, db));
  if (!line) return tl::unexpected(line.error());
  const auto& before = line->report;
  if (before.version > 0 && before.text == text) return changed(before);
  const auto stamp = stamp_of(db, actor, visitor);
  const auto report =
      before.version == 0 ? insert_report(db, key, text, stamp) : update_report_text(db, before, text, stamp);
  audit_report(db, actor, "report.save", report);
  return changed(report);
}

Outcome withdraw_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                        const std::string& comment) {
  const auto line = open_own_line(db, {visitor, key, seen, ReportVerb::withdraw}, moment_of(actor, db));
  if (!line) return tl::unexpected(line.error());
  const auto reason = check_comment(key, comment);
  if (!reason) return tl::unexpected(reason.error());
  const auto stamp = stamp_of(db, actor, visitor);
  const auto report = set_report_withdrawn(db, line->report, stamp);
  insert_report_event(db, report.id, {stamp.at, stamp.by, "withdraw", report.revisions, {}, *reason});
  audit_report(db, actor, "report.withdraw", report);
  return changed(report);
}

Outcome return_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                      const std::string& comment) {
  const auto line = open_line_of_others(db, {visitor, key, seen, ReportVerb::send_back});
  if (!line) return tl::unexpected(line.error());
  const auto reason = check_comment(key, comment);
  if (!reason) return tl::unexpected(reason.error());
  if (reason->empty()) {
    return refuse_field(key, "comment", "请写明退回的原因，填报单位据此修改。");
  }
  const auto stamp = stamp_of(db, actor, visitor);
  const auto report = set_report_state(db, line->report, ReportState::returned, {}, stamp);
  insert_report_event(db, report.id, {stamp.at, stamp.by, "return", report.revisions, {}, *reason});
  const bool reopened = line->report.state == ReportState::accepted;
  audit_report(db, actor, reopened ? "report.reopen" : "report.return", report);
  return changed(report);
}

Outcome accept_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                      std::optional<WorkState> judged, const std::string& comment) {
  const auto line = open_line_of_others(db, {visitor, key, seen, ReportVerb::accept});
  if (!line) return tl::unexpected(line.error());
  const auto reason = check_comment(key, comment);
  if (!reason) return tl::unexpected(reason.error());
  const bool has_state = line->form == ReportForm::full;
  if (judged && !has_state) {
    return refuse_field(key, "judged_state", "配合事项和工作进展情况报告没有核定状态。");
  }
  if (judged && judged != line->report.text.self_state && reason->empty()) {
    return refuse_field(key, "comment", "核定状态与单位自评不同的，请写明理由。");
  }
  const auto state = has_state ? known_state(judged, line->report) : std::nullopt;
  const auto stamp = stamp_of(db, actor, visitor);
  const auto report = set_report_state(db, line->report, ReportState::accepted, state, stamp);
  insert_report_event(db, report.id, {stamp.at, stamp.by, "accept", report.revisions, state, *reason});
  audit_report(db, actor, "report.accept", report,
               state ? R"(,"judged_state":)" + json_string(to_code(*state)) : std::string());
  return changed(report);
}

ReportText as_submitted(Reader& db, const ReportKey& key, ReportForm form, ReportText text) {
  if (form != ReportForm::full || !text.no_progress) return text;
  const auto previous = find_previous_report(db, key);
  text.self_state = previous ? previous->text.self_state : std::nullopt;
  text.completion = previous ? previous->text.completion : std::nullopt;
  if (!text.self_state) text.self_state = WorkState::not_started;
  if (!text.completion) text.completion = 0;
  return text;
}

namespace {

std::vector<FieldFault> list_missing_of(Reader& db, const Line& line) {
  auto text = line.report.text;
  if (text.no_progress) text.self_state.reset();  // that of last month is kept, whatever was chosen before
  const auto& key = line.report.key;
  const bool has_values = line.form == ReportForm::full;
  return list_missing(text, line.form,
                      has_values ? list_requirements(db, key.period.year, *key.task) : std::vector<Requirement>{});
}

tl::expected<std::vector<Line>, Refusal> open_all(Reader& db, const Visitor& visitor,
                                                  const std::vector<Submission>& asked) {
  std::vector<Line> lines;
  std::set<ReportKey> seen;
  for (const auto& one : asked) {
    const bool doubled = !seen.insert(one.key).second;
    if (doubled || one.key.period != asked[0].key.period || one.key.unit != asked[0].key.unit) {
      throw std::logic_error("one submission is of different lines of one unit and month");
    }
    auto line = open_own_line(db, {visitor, one.key, one.seen, ReportVerb::submit});
    if (!line) return tl::unexpected(line.error());
    auto comment = check_comment(one.key, one.comment);
    if (!comment) return tl::unexpected(comment.error());
    line->comment = std::move(*comment);
    lines.push_back(std::move(*line));
  }
  return lines;
}

tl::expected<void, Refusal> check_complete(Reader& db, const std::vector<Line>& lines) {
  Refusal refusal{Refusal::incomplete, "还有内容没有填完，没有提交。", {}, {}};
  for (const auto& line : lines) {
    auto faults = list_missing_of(db, line);
    if (!faults.empty()) refusal.lines.push_back({line.report.key, std::move(faults)});
  }
  if (refusal.lines.empty()) return {};
  refusal.key = refusal.lines[0].key;
  return tl::unexpected(std::move(refusal));
}

Report submit_line(Writer& db, const Actor& actor, const Line& line, const Stamp& stamp, bool late,
                   const std::string& receipt) {
  auto report = line.report;
  const auto text = as_submitted(db, report.key, line.form, report.text);
  if (text != report.text) report = update_report_text(db, report, text, stamp);
  report = set_report_submitted(db, report, stamp, late, receipt);
  insert_report_event(db, report.id, {stamp.at, stamp.by, "submit", report.revisions, {}, line.comment});
  audit_report(db, actor, "report.submit", report,
               R"(,"revision":)" + std::to_string(report.revisions) + R"(,"receipt":)" + json_string(receipt) +
                   (late ? R"(,"late":true)" : R"(,"late":false)"));
  return report;
}

}  // namespace

tl::expected<Submitted, Refusal> submit_reports(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const std::vector<Submission>& asked) {
  if (asked.empty()) throw std::logic_error("a submission of nothing");
  const auto& first = asked[0].key;
  const auto lines = open_all(db, visitor, asked);
  if (!lines) return tl::unexpected(lines.error());
  const auto at = moment_of(actor, db);
  const auto rules = find_period_rules(db);
  if (const auto lock = find_lock(db, rules, first.period, first.unit, ReportVerb::submit, at)) {
    return refuse(Refusal::closed, first, *lock);
  }
  if (const auto complete = check_complete(db, *lines); !complete) return tl::unexpected(complete.error());
  const auto stamp = stamp_of(db, actor, visitor);
  const auto due = due_dates(find_period(db, first.period), rules);
  const auto receipt = insert_receipt(db, first.period, first.unit, stamp);
  Submitted submitted{receipt.id, {}};
  for (const auto& line : *lines) {
    const bool late = is_late(at, due.of(line.form));
    submitted.lines.push_back(changed(submit_line(db, actor, line, stamp, late, receipt.id)));
  }
  return submitted;
}

}  // namespace sjsz::actions
