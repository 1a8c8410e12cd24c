#include "domain/settings.h"

#include <gtest/gtest.h>

#include <set>

namespace sjsz {
namespace {

TEST(Settings, UnderstandWhatPeopleTypeAndRefuseTheRest) {
  const struct {
    const char* key;
    const char* typed;
    const char* want;  // nullptr: refused
  } cases[] = {
      {"first_period", "2020-08", "2020-08"},
      {"first_period", "2020年8月", "2020-08"},
      {"first_period", "２０２０／８", "2020-08"},
      {"first_period", "", ""},
      {"first_period", "2020", nullptr},
      {"first_period", "2020-13", nullptr},
      {"first_period", "八月", nullptr},
      {"due_day", "5", "5"},
      {"due_day", "２８", "28"},
      {"due_day", "29", nullptr},
      {"due_day", "0", nullptr},
      {"due_day", "", nullptr},
      {"supporting_due_day", "3", "3"},
      {"supporting_due_day", " ", ""},
      {"supporting_due_day", "29", nullptr},
      {"jump_percent", "３０％", "30"},
      {"jump_percent", "0", nullptr},
      {"jump_percent", "12.5", nullptr},
      {"write_limit", "２０", "20"},
      {"write_limit", "0", "0"},
      {"write_limit", "1001", nullptr},
      {"write_limit", "", nullptr},
      {"inspection_months", "11月、12月、１月", "1,11,12"},
      {"inspection_months", "13", nullptr},
      {"inspection_months", "冬季", nullptr},
      {"public_pages", "no", "no"},
      {"public_pages", "maybe", nullptr},
      {"contact", " 专班办公室 82951234 ", "专班办公室 82951234"},
      {"contact", "一\n二", nullptr},
      {"contact", "a\xFF", nullptr},
  };
  for (const auto& c : cases) {
    const auto* kind = find_setting_kind(c.key);
    ASSERT_NE(kind, nullptr) << c.key;
    const auto value = kind->check(c.typed);
    EXPECT_EQ(value.value_or("refused"), c.want ? c.want : "refused") << c.key << " " << c.typed;
  }
}

TEST(Settings, HaveDefaultsThatTheyWouldTakeThemselves) {
  for (const auto& kind : setting_kinds())
    EXPECT_EQ(kind.check(kind.fallback).value_or("refused"), kind.fallback) << kind.key;
}

TEST(Settings, AreKnownByOneKeyEach) {
  std::set<std::string_view> keys;
  for (const auto& kind : setting_kinds()) EXPECT_TRUE(keys.insert(kind.key).second) << kind.key;
  EXPECT_EQ(find_setting_kind("nothing"), nullptr);
}

}  // namespace
}  // namespace sjsz
