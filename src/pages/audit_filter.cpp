#include "pages/audit_filter.h"

#include <algorithm>

#include "base/text.h"
#include "domain/input.h"
#include "view/audit_words.h"
#include "view/links.h"

namespace sjsz {
namespace {

std::string asked(const http::Request& request, const char* name) {
  return std::string(trim(request.query(name).value_or("")));
}

std::optional<std::string> asked_words(const http::Request& request, const char* name) {
  auto words = asked(request, name);
  return words.empty() ? std::nullopt : std::optional(std::move(words));
}

std::optional<std::string> asked_code(const http::Request& request, const char* name,
                                      std::span<const std::pair<std::string_view, std::string_view>> known,
                                      const char* refusal) {
  auto code = asked_words(request, name);
  if (code && std::ranges::none_of(known, [&](const auto& one) { return one.first == *code; })) {
    throw WrongQuery(name, refusal);
  }
  return code;
}

std::optional<Date> asked_day(const http::Request& request, const char* name) {
  const auto typed = asked_words(request, name);
  if (!typed) return std::nullopt;
  const auto day = read_date(*typed, business_date(now()).year);
  if (!day) throw WrongQuery(name, "日期应写成 2020-09-03。");
  return day;
}

}  // namespace

AuditFilter checked_audit_filter(const http::Request& request) {
  AuditFilter filter;
  filter.actor = asked_words(request, "actor");
  filter.object = asked_words(request, "object");
  filter.action = asked_code(request, "action", view::audit_actions(), "没有这种事项。");
  filter.outcome = asked_code(request, "outcome", view::audit_outcomes(), "没有这种结果。");
  const auto from = asked_day(request, "from"), to = asked_day(request, "to");
  if (from && to && *to < *from) throw WrongQuery("to", "截止日期早于起始日期。");
  if (from) filter.from = business_instant(*from, {});
  if (to) filter.until = business_instant(plus_days(*to, 1), {});
  return filter;
}

std::string with_audit_filter(std::string url, const http::Request& request) {
  for (const char* name : {"actor", "action", "outcome", "object", "from", "to"}) {
    const auto words = asked(request, name);
    if (!words.empty()) url = view::with_query(std::move(url), name, words);
  }
  return url;
}

std::int64_t asked_row(const http::Request& request, const char* name, std::int64_t fallback) {
  const auto typed = asked(request, name);
  if (typed.empty()) return fallback;
  const int number = parse_whole(typed);
  if (number < 0) throw WrongQuery(name, "行号应为最多 9 位的整数。");
  return number;
}

}  // namespace sjsz
