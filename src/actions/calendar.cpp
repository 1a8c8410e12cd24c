#include "actions/calendar.h"

#include "base/hash.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/calendar_rows.h"
#include "domain/rights.h"
#include "storage/calendar_store.h"
#include "storage/period_store.h"

namespace sjsz::actions {
namespace {

constexpr const char* kKeptReason = "修改节假日安排前已经截止，日期不变";

tl::unexpected<FieldFault> fault(const char* field, const char* reason) {
  return tl::unexpected(FieldFault{field, reason});
}

std::vector<CalendarDay> days_in(Reader& db, int year) {
  auto days = list_calendar_days(db);
  std::erase_if(days, [&](const CalendarDay& day) { return day.date.year != year; });
  return days;
}

std::string lines_json(const std::vector<CalendarDay>& days) {
  std::vector<std::string> lines;
  for (const auto& day : days) {
    lines.push_back(json_string(to_string(day.date) + (day.works ? " 上班 " : " 放假 ") + day.name));
  }
  return "[" + join(lines, ",") + "]";
}

std::string move_json(const std::string& prefix, const Date& from, const Date& to) {
  return ",\"" + prefix + "from\":" + json_string(to_string(from)) + ",\"" + prefix +
         "to\":" + json_string(to_string(to));
}

std::string moves_json(const std::vector<DueMove>& moves) {
  std::vector<std::string> rows;
  for (const auto& move : moves) {
    if (move.kept) continue;
    rows.push_back(R"({"period":)" + json_string(to_string(move.period)) +
                   move_json("", move.before.lead, move.after.lead) +
                   (move.before.differ() || move.after.differ()
                        ? move_json("supporting_", move.before.supporting, move.after.supporting)
                        : "") +
                   "}");
  }
  return "[" + join(rows, ",") + "]";
}

}  // namespace

std::string calendar_stamp(Reader& db, int year) {
  return to_hex(sha256(calendar_lines(days_in(db, year)))).substr(0, 16);
}

std::vector<DueMove> list_moves(Reader& db, int year, const std::vector<CalendarDay>& days, const Date& today) {
  const auto now = find_period_rules(db);
  auto all = list_calendar_days(db);
  std::erase_if(all, [&](const CalendarDay& day) { return day.date.year == year; });
  all.insert(all.end(), days.begin(), days.end());
  auto then = now;
  then.calendar = Calendar(all);
  std::vector<Period> periods;
  for (const auto& month : list_months_due_in(year)) periods.push_back(find_period(db, month));
  return list_due_moves(periods, now, then, today);
}

tl::expected<void, FieldFault> change_calendar(Writer& db, const Actor& actor, const Visitor& visitor,
                                               const CalendarChange& change) {
  if (!may_manage_units(visitor)) return fault("", "节假日安排由专班办公室管理。");
  if (change.seen != calendar_stamp(db, change.year)) {
    return fault("seen", "核对期间有人改了这一年的节假日安排，请按下面的结果重新核对。");
  }
  const std::string reason(trim(change.reason));
  if (reason.empty() || !is_clean_utf8(reason) || count_characters(reason) > kMostCalendarReasonCharacters) {
    return fault("reason", "请写明依据或原因，最多 200 个字。");
  }
  const auto before = days_in(db, change.year);
  const auto moves = list_moves(db, change.year, change.days, business_date(moment_of(actor, db)));
  for (const auto& move : moves) {
    if (move.kept) set_period_due(db, move.period, move.before, kKeptReason);
  }
  set_calendar_days(db, change.year, change.days);
  auto entry = audit_entry(actor, "calendar.change");
  entry.object = "calendar:" + std::to_string(change.year);
  entry.detail = R"({"reason":)" + json_string(reason) + R"(,"moves":)" + moves_json(moves) + R"(,"from":)" +
                 lines_json(before) + R"(,"to":)" + lines_json(change.days) + "}";
  insert_audit(db, entry);
  return {};
}

}  // namespace sjsz::actions
