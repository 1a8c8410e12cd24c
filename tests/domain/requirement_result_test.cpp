#include "domain/requirement_result.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

using Kind = RequirementKind;
using State = RequirementState;

Requirement yes_no(Kind kind, std::optional<Date> date = {}) {
  Requirement one;
  one.key = "ban";
  one.text = "国三柴油车禁行";
  one.kind = kind;
  one.date = date;
  return one;
}

Requirement number(Kind kind, Comparison comparison, const char* target, std::optional<Date> date = {}) {
  Requirement one = yes_no(kind, date);
  one.type = ValueType::number;
  one.comparison = comparison;
  one.target = Decimal::parse(target);
  return one;
}

const Date kYearsEnd{2020, 12, 31}, kJuly{2020, 7, 1};

TEST(ARequirement, IsJudgedByItsKindItsNumberAndItsDate) {
  const auto below = number(Kind::level, Comparison::below, "310");
  const auto zero = number(Kind::level, Comparison::equal, "0");
  const auto coverage = number(Kind::cumulative, Comparison::at_least, "100", kYearsEnd);
  const auto rate = number(Kind::by_date, Comparison::at_least, "98", kYearsEnd);
  const auto ceiling = number(Kind::level, Comparison::at_most, "5");
  const struct {
    const char* why;
    Requirement requirement;
    const char* value;
    int month;
    State state;
  } cases[] = {
      {"nothing reported has no effect", below, "", 8, State::no_value},
      {"below", below, "309.9", 8, State::met},
      {"exactly at what it must be below", below, "310", 8, State::behind},
      {"above", below, "313.1", 8, State::behind},
      {"above at the year's end", below, "313.1", 12, State::failed},
      {"below at the year's end", below, "309.9", 12, State::met},
      {"none came back", zero, "0", 8, State::met},
      {"two came back", zero, "2", 8, State::behind},
      {"at the ceiling", ceiling, "5", 8, State::met},
      {"above the ceiling", ceiling, "5.01", 8, State::behind},
      {"level without number unmet", yes_no(Kind::level), "no", 8, State::behind},
      {"level without number unmet at the year's end", yes_no(Kind::level), "no", 12, State::failed},
      {"level without number met", yes_no(Kind::level), "yes", 12, State::met},
      {"before its date", yes_no(Kind::by_date, kYearsEnd), "no", 11, State::pending},
      {"in the month of its date", yes_no(Kind::by_date, kYearsEnd), "no", 12, State::failed},
      {"after its date", yes_no(Kind::by_date, kJuly), "no", 8, State::failed},
      {"met by its date", yes_no(Kind::by_date, kYearsEnd), "yes", 12, State::met},
      {"rate below 98 before its date", rate, "97.9", 11, State::pending},
      {"rate below 98 at its date", rate, "97.9", 12, State::failed},
      {"rate of 98 at its date", rate, "98", 12, State::met},
      {"from July, in June", yes_no(Kind::from_date, kJuly), "no", 6, State::pending},
      {"from July, in July", yes_no(Kind::from_date, kJuly), "no", 7, State::failed},
      {"from July, in August met", yes_no(Kind::from_date, kJuly), "yes", 8, State::met},
      {"from a date that is not given", yes_no(Kind::from_date), "no", 8, State::behind},
      {"from a date that is not given, at the year's end", yes_no(Kind::from_date), "no", 12, State::failed},
      {"each month, not listed", yes_no(Kind::each_month), "no", 8, State::pending},
      {"each month, listed", yes_no(Kind::each_month), "no", 11, State::behind},
      {"each month, listed, at the year's end", yes_no(Kind::each_month), "no", 12, State::behind},
      {"each month, listed and met", yes_no(Kind::each_month), "yes", 11, State::met},
      {"pace of eight months exactly", coverage, "66.666667", 8, State::met},
      {"just below that pace", coverage, "66.666666", 8, State::behind},
      {"pace of March exactly", coverage, "25", 3, State::met},
      {"target reached early", coverage, "100", 3, State::met},
      {"below the target at the year's end", coverage, "99.9", 12, State::failed},
      {"at the target at the year's end", coverage, "100", 12, State::met},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(judge_requirement(c.requirement, c.value, {2020, c.month}, {10, 11, 12}), c.state) << c.why;
  }
}

TEST(ARequirement, SaysWhatItWantsAndWhatWasReported) {
  auto coal = number(Kind::level, Comparison::below, "310");
  coal.text = "改造后平均供电煤耗低于310克/千瓦时";
  coal.unit = "克/千瓦时";
  EXPECT_EQ(requirement_reason({&coal, {}, {2020, 7}, "313.1", State::behind}),
            "量化要求未达到：改造后平均供电煤耗低于310克/千瓦时，7月填报 313.1 克/千瓦时。");
  const auto ban = yes_no(Kind::by_date, kYearsEnd);
  EXPECT_EQ(requirement_reason({&ban, {}, {2020, 12}, "no", State::failed}),
            "量化要求未达到：国三柴油车禁行，12月填报未达到。");
  auto coverage = number(Kind::cumulative, Comparison::at_least, "100", kYearsEnd);
  coverage.text = "加油站监督检测全覆盖";
  coverage.unit = "%";
  EXPECT_EQ(requirement_reason({&coverage, {}, {2020, 8}, "48", State::behind}),
            "量化要求未达到：加油站监督检测全覆盖，8月填报 48 %，序时 66.7 %。");
}

}  // namespace
}  // namespace sjsz
