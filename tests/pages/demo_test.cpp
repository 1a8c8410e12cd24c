#include <gmock/gmock.h>

#include "seed_folder.h"
#include "storage/report_store.h"
#include "support/portal.h"

namespace sjsz::test {
namespace {

using testing::HasSubstr;
using testing::Not;

Portal& demonstration() {
  static Portal portal(Content::demonstration);
  return portal;
}

bool is_marked(const http::Response& response) { return response.header("X-Demonstration") == "true"; }

TEST(EveryPageOfADemonstration, SaysSoAndNamesItsBusinessDate) {
  for (const char* path :
       {"/", "/plan", "/indicators", "/indicators/6", "/tasks", "/tasks/9", "/units/fagai", "/nowhere"}) {
    const auto html = *demonstration().get(path).body;
    EXPECT_THAT(html, HasSubstr("演示数据</b>")) << path;
    EXPECT_THAT(html, HasSubstr("业务日期 2020-09-03")) << path;
    EXPECT_THAT(html, HasSubstr("数据截至 2020-09-03")) << path;
  }
}

TEST(EveryAnswerOfTheApiOfADemonstration, SaysSo) {
  for (const char* path : {"/api/v1/plan", "/api/v1/tasks", "/api/v1/units", "/api/v1/nothing"}) {
    EXPECT_TRUE(is_marked(demonstration().get(path))) << path;
    EXPECT_FALSE(is_marked(shared_portal().get(path))) << path;
  }
  EXPECT_THAT(*demonstration().get("/api/v1/plan").body, HasSubstr(R"("demonstration":true)"));
  EXPECT_THAT(*shared_portal().get("/api/v1/plan").body, HasSubstr(R"("demonstration":false)"));
}

TEST(APortal, ThatIsNoDemonstrationDoesNotSaySo) {
  EXPECT_THAT(*shared_portal().get("/tasks/9").body, Not(HasSubstr("演示数据")));
}

TEST(ADemonstration, IsMadeOnce) {
  auto& db = demonstration().db();
  const auto before = list_reports(*db.reader(), {2020, 8}).size();
  make_demonstration(db);
  EXPECT_EQ(list_reports(*db.reader(), {2020, 8}).size(), before);
  EXPECT_EQ(before, 54u);  // of 42 lines and 14 narratives one each was not begun
}

TEST(AFolder, WithAPlanOfItsOwnIsNotMadeADemonstration) {
  Portal portal;
  EXPECT_THROW(make_demonstration(portal.db()), StorageError);
  EXPECT_FALSE(is_demonstration(portal.db()));
}

}  // namespace
}  // namespace sjsz::test
