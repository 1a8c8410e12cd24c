#include "view/audit_words.h"

#include <gtest/gtest.h>

namespace sjsz::view {
namespace {

TEST(AnAuditedObject, IsNamedAsPagesNameIt) {
  const std::vector<Unit> units = {{{"fagai"}, "区发改局", false, true}};
  const struct {
    const char* object;
    const char* words;
  } cases[] = {{"plan", "方案"},
               {"reports/2020-08/9/fagai", "2020年8月　任务 9　区发改局"},
               {"indicators/6/2020-08", "指标 6　2020年8月"},
               {"indicators/4/2020-Q3", "指标 4　2020年三季度"},
               {"indicators/6/2020", "指标 6　2020年"},
               {"tasks/9/2020-08", "任务 9　2020年8月"},
               {"indicators/6", ""},
               {"indicators/x/2020", ""},
               {"tasks/9/then", ""},
               {"elsewhere/6/2020", ""}};
  for (const auto& c : cases) EXPECT_EQ(audit_object_words(c.object, units), c.words) << c.object;
}

}  // namespace
}  // namespace sjsz::view
