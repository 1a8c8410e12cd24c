// A small book without fault, and cases that spoil it in one way each.
#pragma once
#include <gmock/gmock.h>

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "domain/plan_book.h"

namespace sjsz {

// The requirements of task 1 and the indicators, by what they are good for.
inline constexpr std::size_t kNumber = 0, kYesNo = 1, kByDate = 2, kCumulative = 3;
inline constexpr std::size_t kTotal = 0, kJudged = 1, kMonitored = 2;

Decimal decimal(std::string_view text);
PlanBook good_book();
Plan& plan(PlanBook& book);
Task& task(PlanBook& book, std::size_t index = 0);
Requirement& requirement(PlanBook& book, std::size_t index);  // of task 1
Indicator& indicator(PlanBook& book, std::size_t index);

inline auto is_fault(const std::string& place, const std::string& reason) {
  return testing::AllOf(testing::Field(&Fault::place, place), testing::Field(&Fault::reason, reason));
}

// The spoilt book has this fault, in this place, and no other.
struct SpoiltBook {
  const char* why;
  std::function<void(PlanBook&)> spoil;
  std::string place, reason;
};

void expect_faults(const std::vector<SpoiltBook>& cases);
void PrintTo(const Fault& fault, std::ostream* out);

}  // namespace sjsz
