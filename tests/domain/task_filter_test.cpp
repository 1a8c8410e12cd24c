#include "domain/task_filter.h"

#include <gtest/gtest.h>

#include "domain/good_book.h"

namespace sjsz {
namespace {

// Of the good book: 1 led by fagai with gongxin, 2 of fagai alone, both of article 2 in chapter 2; 3 shared, of
// articles 1 and 2.
std::vector<int> found(const RawTaskFilter& raw) {
  const auto book = good_book();
  const auto filter = check_task_filter(raw, book.units, book.years[0].plan);
  if (!filter) return {-1};
  std::vector<int> numbers;
  for (const auto& one : filter_tasks(book.years[0].tasks, *filter, book.years[0].plan))
    numbers.push_back(one.seq.value);
  return numbers;
}

TEST(AFilter, TakesTheTasksThatFitAllOfIt) {
  const struct {
    const char* why;
    RawTaskFilter raw;
    std::vector<int> tasks;
  } cases[] = {
      {"nothing asked", {}, {1, 2, 3}},
      {"blanks ask nothing", {.words = " \u3000"}, {1, 2, 3}},
      {"unit", {.unit = "gongxin"}, {1, 3}},
      {"unit without tasks", {.unit = "jiedao"}, {}},
      {"role", {.role = "support"}, {1}},
      {"the unit in that role", {.unit = "fagai", .role = "sole"}, {2}},
      {"the unit has another role", {.unit = "fagai", .role = "support"}, {}},
      {"chapter", {.chapter = "1"}, {3}},
      {"chapter of several", {.chapter = "2"}, {1, 2, 3}},
      {"words of the label", {.words = "服务业"}, {3}},
      {"words of the text", {.words = " 合格率 "}, {1}},
      {"words of the responsibility", {.words = "区工信局"}, {1, 3}},
      {"words that are nowhere", {.words = "柴油车"}, {}},
      {"all at once", {.unit = "fagai", .role = "joint", .chapter = "1", .words = "发展"}, {3}},
  };
  for (const auto& c : cases) EXPECT_EQ(found(c.raw), c.tasks) << c.why;
}

TEST(AFilter, IsRefusedWhereItNamesWhatDoesNotExist) {
  const std::string hundred(100, 'a'), more(101, 'a');
  const struct {
    const char* why;
    RawTaskFilter raw;
    const char* field;
  } cases[] = {
      {"unknown unit", {.unit = "nobody"}, "unit"},
      {"unit by name", {.unit = "区发改局"}, "unit"},
      {"unknown role", {.role = "boss"}, "role"},
      {"role by name", {.role = "牵头"}, "role"},
      {"unknown chapter", {.chapter = "3"}, "chapter"},
      {"chapter 0", {.chapter = "0"}, "chapter"},
      {"chapter by name", {.chapter = "二"}, "chapter"},
      {"chapter 1e400", {.chapter = "1e400"}, "chapter"},
      {"chapter of twenty digits", {.chapter = "99999999999999999999"}, "chapter"},
      {"101 characters", {.words = more}, "q"},
  };
  const auto book = good_book();
  for (const auto& c : cases) {
    const auto filter = check_task_filter(c.raw, book.units, book.years[0].plan);
    ASSERT_FALSE(filter) << c.why;
    EXPECT_EQ(filter.error().field, c.field) << c.why;
    EXPECT_FALSE(filter.error().reason.empty()) << c.why;
  }
  EXPECT_TRUE(check_task_filter({.words = hundred}, book.units, book.years[0].plan));
}

TEST(AFilter, KnowsWhetherItAsksForAnything) {
  EXPECT_TRUE(TaskFilter{}.empty());
  EXPECT_FALSE(TaskFilter{.chapter = 1}.empty());
  EXPECT_FALSE(TaskFilter{.words = "煤"}.empty());
}

}  // namespace
}  // namespace sjsz
