// Reminders (催报): whom the office asked for what is owed, when and how.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "base/date.h"
#include "domain/ids.h"

namespace sjsz {

struct ReminderWay {
  std::string_view code, word;
};
inline constexpr std::array<ReminderWay, 4> kReminderWays = {
    {{"phone", "电话"}, {"message", "工作群或短信"}, {"visit", "当面"}, {"letter", "书面"}}};

inline constexpr std::size_t kMostReminderCharacters = 500;

struct Reminder {
  Month period;
  UnitCode unit;
  Instant at{};
  std::string by;   // name as shown to people
  std::string way;  // a code of kReminderWays
  std::string note;
};

}  // namespace sjsz
