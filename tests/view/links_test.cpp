#include "view/links.h"

#include <gtest/gtest.h>

namespace sjsz::view {

TEST(Links, NameTheYearOnlyWhereItIsNotTheCurrentOne) {
  EXPECT_EQ(task_url({9}), "/tasks/9");
  EXPECT_EQ(task_url({9}, 2021), "/tasks/9?year=2021");
  EXPECT_EQ(indicator_url({18}, 2021), "/indicators/18?year=2021");
  EXPECT_EQ(unit_url({"fagai"}), "/units/fagai");
  EXPECT_EQ(tasks_url(), "/tasks");
  EXPECT_EQ(indicators_url(2021), "/indicators?year=2021");
}

TEST(Links, PutThePlaceInThePlanAfterTheYear) {
  EXPECT_EQ(article_url({11}), "/plan#a11");
  EXPECT_EQ(article_url({11}, 2021), "/plan?year=2021#a11");
  EXPECT_EQ(chapter_url(2, 2021), "/plan?year=2021#c2");
  EXPECT_EQ(plan_table_url(), "/plan#table");
}

TEST(Links, EncodeWhatAQueryCannotHold) {
  EXPECT_EQ(with_query("/tasks", "unit", "fagai"), "/tasks?unit=fagai");
  EXPECT_EQ(with_query("/tasks?unit=fagai", "q", "减 煤&=#\"<"),
            "/tasks?unit=fagai&q=%E5%87%8F%20%E7%85%A4%26%3D%23%22%3C");
  EXPECT_EQ(unit_url({"a/../b"}), "/units/a%2F..%2Fb");
}

}  // namespace sjsz::view
