#include "actions/reminder.h"

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "domain/rights.h"
#include "storage/audit_store.h"
#include "storage/owed_query.h"
#include "storage/reminder_store.h"

namespace sjsz::actions {
namespace {

tl::expected<std::string, FieldFault> check_note(const std::string& typed) {
  std::string note(trim(typed));
  if (!is_clean_utf8(note)) return tl::unexpected(FieldFault{"note", "文字里有不能识别的字符，请重新输入。"});
  if (count_characters(note) > kMostReminderCharacters) {
    return tl::unexpected(FieldFault{"note", "最多 " + std::to_string(kMostReminderCharacters) + " 个字。"});
  }
  return note;
}

}  // namespace

tl::expected<void, FieldFault> record_reminder(Writer& db, const Actor& actor, const Visitor& visitor,
                                               const TypedReminder& typed) {
  if (!may_review(visitor)) return tl::unexpected(FieldFault{"", "只有专班办公室可以登记催报。"});
  if (!find_owed(db, {typed.period, std::nullopt, typed.unit})) {
    return tl::unexpected(FieldFault{"", "这个单位本期没有应报事项。"});
  }
  if (std::ranges::find(kReminderWays, typed.way, &ReminderWay::code) == kReminderWays.end()) {
    return tl::unexpected(FieldFault{"way", "请选择催报的方式。"});
  }
  const auto note = check_note(typed.note);
  if (!note) return tl::unexpected(note.error());
  insert_reminder(db, {typed.period, typed.unit, moment_of(actor, db), visitor.account->display, typed.way, *note});
  auto entry = audit_entry(actor, "reminder.record");
  entry.object = "dispatch/" + to_string(typed.period) + "/" + typed.unit.value;
  entry.detail = R"({"way":)" + json_string(typed.way) + "}";
  insert_audit(db, entry);
  return {};
}

}  // namespace sjsz::actions
