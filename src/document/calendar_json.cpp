#include "document/calendar_json.h"

#include "base/text.h"
#include "document/strict_json.h"

namespace sjsz::document {
namespace {

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return trim(text);
}

void read_day(const Spot& spot, CalendarDay& day) {
  std::optional<bool> works, off;
  Object(spot).read("date", day.date).read("name", day.name).read_if_any("works", works).read_if_any("isOffDay", off);
  if (!works && !off) return spot.fault_at("works", "缺少这一项。");
  day.works = works ? *works : !*off;
}

const Json* find_list(const Json& whole) {
  if (whole.is_array()) return &whole;
  for (const char* key : {"calendar", "days"}) {
    if (whole.is_object() && whole.contains(key) && whole[key].is_array()) return &whole[key];
  }
  return nullptr;
}

}  // namespace

bool looks_like_json(std::string_view text) {
  text = without_mark(text);
  return text.starts_with('{') || text.starts_with('[');
}

tl::expected<std::vector<CalendarDay>, std::string> read_calendar_json(std::string_view text) {
  const auto whole = parse_strict_json(without_mark(text));
  if (!whole) return tl::unexpected(whole.error().place + " " + whole.error().reason);
  const auto* list = find_list(*whole);
  if (!list) return tl::unexpected<std::string>("JSON 文件里没有 calendar 或 days 列表。");
  std::vector<Fault> faults;
  std::vector<CalendarDay> days(list->size());
  const Spot spot(*list, "", faults);
  for (std::size_t i = 0; i < days.size(); ++i) read_day(spot.at(i), days[i]);
  if (!faults.empty()) return tl::unexpected(faults[0].place + " " + faults[0].reason);
  return days;
}

}  // namespace sjsz::document
