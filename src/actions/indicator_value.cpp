#include "actions/indicator_value.h"

#include "actions/report_line.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/indicator_status.h"
#include "domain/rights.h"
#include "storage/indicator_value_store.h"
#include "storage/jump_percent_query.h"

namespace sjsz::actions {
namespace {

using Why = ValueRefusal::Why;

// Who acts: the unit that the indicator is assigned to, or the office.
enum class Part { unit, office };

tl::expected<void, ValueRefusal> check_part(const IndicatorLine& line, const Visitor& visitor, Part part) {
  if (part == Part::office) return check_office(line, visitor);
  if (may_file_value(visitor, line.rules.unit)) return {};
  return refuse_value(Why::not_allowed, "这项指标没有交由您的单位填报。");
}

Month newest_month(Instant at) {
  const auto today = business_date(at);
  return plus_months({today.year, today.month}, -1);
}

const char* state_fault(ReportState state) {
  if (state == ReportState::submitted) return "这一期数值已提交待审，请先审核或撤回。";
  return "这一期数值不是待审状态，不能这样办理。";
}

struct Opened {
  IndicatorLine line;
  ReportState next = ReportState::none;
};

tl::expected<Opened, ValueRefusal> open_value(Reader& db, const Visitor& visitor, const IndicatorKey& key,
                                              const IndicatorPeriod& period, Part part, ValueVerb verb, Instant at) {
  auto line = find_indicator_line(db, key, period, at);
  if (!line) return tl::unexpected(line.error());
  if (const auto may = check_part(*line, visitor, part); !may) return tl::unexpected(may.error());
  const auto next = next_state(line->value.state, verb);
  if (!next) return refuse_value(Why::wrong_state, state_fault(line->value.state));
  return Opened{std::move(*line), *next};
}

bool is_same(const ValueText& one, const ValueText& other) {
  return one == other && one.amount.to_string() == other.amount.to_string();
}

// As typed, for the period that it names; a value that counts already is changed with a reason alone. The same again
// (a second click) has no next state.
tl::expected<Opened, ValueRefusal> open_typed(Reader& db, const Visitor& visitor, const IndicatorKey& key,
                                              const RawIndicatorValue& raw, int seen, Part part, Instant at) {
  const auto typed = read_indicator_period(raw.period);
  const auto period = typed.value_or(IndicatorPeriod{Rhythm::month, newest_month(at)});
  auto line = find_indicator_line(db, key, period, at);
  if (!line) return tl::unexpected(line.error());
  if (const auto may = check_part(*line, visitor, part); !may) return tl::unexpected(may.error());
  auto checked = check_indicator_value(raw, line->indicator, line->rules, key.year, newest_month(at));
  if (!checked) return tl::unexpected(ValueRefusal{Why::invalid, "数值有误，请改正。", checked.error()});
  const bool same = line->value.version > 0 && is_same(line->value.text, checked->text);
  const auto fresh = check_seen(*line, seen);
  if (!same && !fresh) return tl::unexpected(fresh.error());
  const auto next = next_state(line->value.state, part == Part::office ? ValueVerb::record : ValueVerb::save);
  if (!next) return refuse_value(Why::wrong_state, state_fault(line->value.state));
  if (!same && counted_value(line->value, at) && checked->text.reason.empty()) {
    return refuse_value_field("reason", "这一期已有数值，更正请写明原因。");
  }
  line->value.text = checked->text;
  return Opened{std::move(*line), same ? ReportState::none : *next};
}

std::vector<FieldFault> list_warnings(Reader& db, const IndicatorLine& line) {
  return warn_of_value(line.value.period, line.value.text.amount, find_previous_value(db, line), line.rules.kind,
                       JumpPercents(db).of(line.value.period.last));
}

tl::expected<std::vector<FieldFault>, ValueRefusal> check_warnings(Reader& db, const IndicatorLine& line,
                                                                   Warnings warnings) {
  auto list = list_warnings(db, line);
  if (list.empty() || !line.value.text.reason.empty() || warnings == Warnings::pass) return list;
  return tl::unexpected(ValueRefusal{Why::warned, list.front().reason, list});
}

ValueRevision next_revision(const IndicatorValue& value, const Stamp& stamp) {
  ValueRevision revision;
  revision.number = static_cast<int>(value.revisions.size()) + 1;
  revision.text = value.text;
  revision.submitted_at = stamp.at;
  revision.submitted_by = stamp.by;
  return revision;
}

void decide(ValueRevision& revision, RevisionOutcome outcome, const Stamp& stamp, const std::string& comment) {
  revision.outcome = outcome;
  revision.decided_at = stamp.at;
  revision.decided_by = stamp.by;
  revision.comment = comment;
}

// The revision that waits is decided on.
ValueOutcome decide_waiting(Writer& db, const Actor& actor, const Visitor& visitor, const Opened& opened, int seen,
                            RevisionOutcome outcome, const std::string& comment, const char* action) {
  if (const auto fresh = check_seen(opened.line, seen); !fresh) return tl::unexpected(fresh.error());
  const auto stamp = stamp_of(db, actor, visitor);
  auto value = opened.line.value;
  value.state = opened.next;
  decide(value.revisions.back(), outcome, stamp, comment);
  decide_value_revision(db, value.id, value.revisions.back());
  value = set_indicator_value(db, opened.line.key.year, value, stamp);
  audit_value(db, actor, action, value, comment.empty() ? "" : json_member("reason", comment));
  return ValueChanged{value.state, value.version, {}};
}

std::string change_detail(const std::optional<CountedValue>& before, const ValueText& text) {
  return (before ? json_member("from", before->amount.to_string()) : "") + json_member("to", text.amount.to_string()) +
         (text.reason.empty() ? "" : json_member("reason", text.reason));
}

}  // namespace

ValueOutcome record_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const RawIndicatorValue& raw, int seen, Warnings warnings) {
  auto opened = open_typed(db, visitor, key, raw, seen, Part::office, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  auto& value = opened->line.value;
  if (opened->next == ReportState::none) {
    if (value.state == ReportState::accepted) return ValueChanged{value.state, value.version, {}};
    opened->next = ReportState::accepted;
  }
  const auto told = check_warnings(db, opened->line, warnings);
  if (!told) return tl::unexpected(told.error());
  const auto stamp = stamp_of(db, actor, visitor);
  const auto before = counted_value(value, opened->line.at);
  auto revision = next_revision(value, stamp);
  decide(revision, RevisionOutcome::accepted, stamp, "");
  value.state = opened->next;
  const auto now = set_indicator_value(db, key.year, value, stamp);
  insert_value_revision(db, now.id, revision);
  audit_value(db, actor, before ? "indicator.correct" : "indicator.record", now, change_detail(before, now.text));
  return ValueChanged{now.state, now.version, *told};
}

ValueOutcome save_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                        const RawIndicatorValue& raw, int seen) {
  auto opened = open_typed(db, visitor, key, raw, seen, Part::unit, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  auto& value = opened->line.value;
  if (opened->next == ReportState::none) return ValueChanged{value.state, value.version, {}};
  value.state = opened->next;
  const auto now = set_indicator_value(db, key.year, value, stamp_of(db, actor, visitor));
  audit_value(db, actor, "indicator.save", now);
  return ValueChanged{now.state, now.version, list_warnings(db, opened->line)};
}

ValueOutcome submit_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const IndicatorPeriod& period, int seen, Warnings warnings) {
  auto opened = open_value(db, visitor, key, period, Part::unit, ValueVerb::submit, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  if (const auto fresh = check_seen(opened->line, seen); !fresh) return tl::unexpected(fresh.error());
  const auto told = check_warnings(db, opened->line, warnings);
  if (!told) return tl::unexpected(told.error());
  const auto stamp = stamp_of(db, actor, visitor);
  auto& value = opened->line.value;
  const auto revision = next_revision(value, stamp);
  value.state = opened->next;
  const auto now = set_indicator_value(db, key.year, value, stamp);
  insert_value_revision(db, now.id, revision);
  audit_value(db, actor, "indicator.submit", now, change_detail({}, now.text));
  return ValueChanged{now.state, now.version, *told};
}

ValueOutcome withdraw_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                            const IndicatorPeriod& period, int seen) {
  auto opened = open_value(db, visitor, key, period, Part::unit, ValueVerb::withdraw, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  return decide_waiting(db, actor, visitor, *opened, seen, RevisionOutcome::withdrawn, "", "indicator.withdraw");
}

ValueOutcome accept_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const IndicatorPeriod& period, int seen, std::string_view comment) {
  auto opened = open_value(db, visitor, key, period, Part::office, ValueVerb::accept, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  const auto words = check_value_words("comment", comment, false, "");
  if (!words) return tl::unexpected(words.error());
  return decide_waiting(db, actor, visitor, *opened, seen, RevisionOutcome::accepted, *words, "indicator.accept");
}

ValueOutcome return_value(Writer& db, const Actor& actor, const Visitor& visitor, const IndicatorKey& key,
                          const IndicatorPeriod& period, int seen, std::string_view comment) {
  auto opened = open_value(db, visitor, key, period, Part::office, ValueVerb::send_back, moment_of(actor, db));
  if (!opened) return tl::unexpected(opened.error());
  const auto words = check_value_words("comment", comment, true, "请写明退回的原因，填报单位据此修改。");
  if (!words) return tl::unexpected(words.error());
  return decide_waiting(db, actor, visitor, *opened, seen, RevisionOutcome::returned, *words, "indicator.return");
}

tl::expected<void, ValueRefusal> judge_qualitative(Writer& db, const Actor& actor, const Visitor& visitor,
                                                   const IndicatorKey& key, std::string_view period,
                                                   std::string_view status, std::string_view reason) {
  const auto at = moment_of(actor, db);
  const auto typed = read_indicator_period(period);
  auto line = find_indicator_line(db, key, typed.value_or(IndicatorPeriod{Rhythm::month, newest_month(at)}), at);
  if (!line) return tl::unexpected(line.error());
  if (const auto may = check_part(*line, visitor, Part::office); !may) return tl::unexpected(may.error());
  if (line->rules.kind != IndicatorKind::qualitative) {
    return refuse_value(Why::not_allowed, "这项指标按数值判定，不作定性判定。");
  }
  auto faults = check_value_period(typed, line->rules.rhythm, key.year, newest_month(at));
  const auto judged = from_code<IndicatorStatus>(trim(status));
  if (!judged) {
    faults.push_back({"status", "请选择判定结果。"});
  } else if (const auto fault = typed ? judgement_fault(*judged, *typed) : std::nullopt) {
    faults.push_back({"status", *fault});
  }
  const auto words = check_value_words("reason", reason, true, "请写明判定的理由和依据。");
  if (!words) faults.insert(faults.end(), words.error().faults.begin(), words.error().faults.end());
  if (!faults.empty()) return tl::unexpected(ValueRefusal{Why::invalid, "判定有误，请改正。", faults});
  const auto stamp = stamp_of(db, actor, visitor);
  insert_judgement(db, key.year, {key.seq, *typed, *judged, *words, stamp.at, stamp.by});
  audit_value(db, actor, "indicator.judge", line->value,
              json_member("judged_state", to_code(*judged)) + json_member("reason", *words));
  return {};
}

}  // namespace sjsz::actions
