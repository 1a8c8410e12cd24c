#include "actions/report_line.h"

#include "actions/report_lock.h"
#include "domain/rights.h"
#include "storage/owed_query.h"

namespace sjsz::actions {
namespace {

std::string state_reason(ReportState state) {
  switch (state) {
    case ReportState::none:
      return "这一项还没有填报。";
    case ReportState::draft:
      return "这一项还是草稿，没有提交。";
    case ReportState::submitted:
      return "这一项已经提交，正在等待审核；需要修改的，请先撤回。";
    case ReportState::returned:
      return "这一项已被退回，等待修改后重新提交。";
    case ReportState::accepted:
      return "这一项已审核通过；确需修改的，请专班办公室重新打开。";
    case ReportState::exempt:
      break;
  }
  return "这一项本期免报。";
}

std::string stale_reason(const Report& report) {
  if (report.version == 0) return "这一项还没有保存过，请刷新页面后再办理。";
  return "这一项已由" + report.changed_by + "于 " + business_minute(report.changed_at) + " 更新，本次操作没有保存。";
}

// Version, exemption and state: what all verbs ask.
tl::expected<Line, Refusal> open_line(Reader& db, const Asked& asked) {
  const auto& key = asked.key;
  const auto owed = find_owed(db, key);
  if (!owed) return refuse(Refusal::not_allowed, key, "本期没有这一项应报事项。");
  if (owed->exempt) return refuse(Refusal::wrong_state, key, "这一项本期免报：" + owed->exempt_reason);
  Line line{find_report(db, key).value_or(Report{.key = key}), form_of(key, owed->role), {}};
  const auto& report = line.report;
  if (report.version != asked.seen.value_or(report.version)) {
    return refuse(Refusal::stale, key, stale_reason(report));
  }
  if (!next_state(report.state, asked.verb)) return refuse(Refusal::wrong_state, key, state_reason(report.state));
  return line;
}

std::string object_of(const ReportKey& key) {
  return "reports/" + to_string(key.period) + "/" + (key.task ? std::to_string(key.task->value) : "narrative") + "/" +
         key.unit.value;
}

}  // namespace

tl::unexpected<Refusal> refuse(Refusal::Why why, const ReportKey& key, std::string reason) {
  return tl::unexpected(Refusal{why, std::move(reason), key, {}});
}

tl::unexpected<Refusal> refuse_field(const ReportKey& key, std::string field, const std::string& reason) {
  return tl::unexpected(Refusal{Refusal::incomplete, reason, key, {{key, {{std::move(field), reason}}}}});
}

tl::expected<Line, Refusal> open_own_line(Reader& db, const Asked& asked) {
  if (may_file_report(asked.visitor, asked.key)) return open_line(db, asked);
  return refuse(Refusal::not_allowed, asked.key, "只能填报本单位的事项。");
}

tl::expected<Line, Refusal> open_own_line(Reader& db, const Asked& asked, Instant at) {
  const auto& key = asked.key;
  auto line = open_own_line(db, asked);
  if (!line) return line;
  if (const auto lock = find_lock(db, key.period, key.unit, asked.verb, at)) {
    return refuse(Refusal::closed, key, *lock);
  }
  return line;
}

tl::expected<Line, Refusal> open_line_of_others(Reader& db, const Asked& asked) {
  if (!may_judge_report(asked.visitor, asked.key)) {
    return refuse(Refusal::not_allowed, asked.key,
                  may_review(asked.visitor) ? "不能审核本单位的填报，请由其他单位的专班办公室账号办理。"
                                            : "只有专班办公室可以审核。");
  }
  return open_line(db, asked);
}

Stamp stamp_of(const Writer& db, const Actor& actor, const Visitor& visitor) {
  return {moment_of(actor, db), visitor.account->display};
}

void audit_report(Writer& db, const Actor& actor, const std::string& action, const Report& report,
                  const std::string& more) {
  auto entry = audit_entry(actor, action);
  entry.object = object_of(report.key);
  entry.detail = R"({"version":)" + std::to_string(report.version) + more + "}";
  insert_audit(db, entry);
}

}  // namespace sjsz::actions
