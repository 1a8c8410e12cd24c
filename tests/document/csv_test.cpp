#include "document/csv.h"

#include <gtest/gtest.h>

namespace sjsz::document::test {

TEST(Csv, QuotesEveryCell) {
  EXPECT_EQ(csv_line({"区发改局", "", "a,b", "say \"yes\"", "two\nlines"}),
            "\"区发改局\",\"\",\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\r\n");
}

TEST(Csv, LetsNoCellBeAFormula) {
  for (const std::string beginning : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    EXPECT_EQ(csv_line({beginning + "cmd"}), "\"'" + beginning + "cmd\"\r\n");
  }
  EXPECT_EQ(csv_line({"1-2=3", "——"}), "\"1-2=3\",\"——\"\r\n");
}

}  // namespace sjsz::document::test
