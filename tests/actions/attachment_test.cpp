#include "actions/attachment.h"

#include <gmock/gmock.h>

#include "actions/reporting_month.h"
#include "storage/period_store.h"

namespace sjsz::test {
namespace {

using actions::Outcome;
using actions::Refusal;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Attachment> files(int count, std::int64_t size = 100) {
  static int number = 0;
  std::vector<Attachment> list;
  for (int i = 0; i < count; ++i) {
    const auto digits = std::to_string(++number);
    list.push_back({.id = std::string(32 - digits.size(), 'a') + digits,
                    .name = "照片.jpg",
                    .type = "image/jpeg",
                    .size = size,
                    .sha256 = sha256(digits)});
  }
  return list;
}

Outcome add(ReportingMonth& month, const ReportKey& key, std::vector<Attachment> list,
            const Visitor& visitor = reporter()) {
  return month->write([&](Writer& db) { return actions::add_attachments(db, actor(), visitor, key, std::move(list)); });
}

std::vector<Attachment> present(ReportingMonth& month, const ReportKey& key) {
  return list_attachments(*month->reader(), month.find(key).id);
}

TEST(AnAttachment, OfAReportThatWasNotWrittenMakesAnEmptyDraft) {
  ReportingMonth month;
  EXPECT_EQ(add(month, kLead, files(2))->version, 1);
  EXPECT_EQ(month.find(kLead).state, ReportState::draft);
  const auto list = present(month, kLead);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].added_by, "王工");
  EXPECT_EQ(list[0].added_at, on({2020, 9, 3}));
  EXPECT_THAT(month.audit_actions(),
              ElementsAre("report.save reports/2020-08/1/gongxin", "attachment.add reports/2020-08/1/gongxin",
                          "attachment.add reports/2020-08/1/gongxin"));
}

TEST(AnAttachment, MakesNoOpenFormStale) {
  ReportingMonth month;
  month.save(kLead, good_text());
  EXPECT_EQ(add(month, kLead, files(1))->version, 1);
  EXPECT_TRUE(month.save(kLead, short_text(), 1));
}

TEST(AnAttachment, IsTakenWhileTheReportMayBeWritten) {
  using S = ReportState;
  for (const auto& [state, taken] :
       {std::pair{S::none, true}, {S::draft, true}, {S::submitted, false}, {S::returned, true}, {S::accepted, false}}) {
    ReportingMonth month;
    month.bring_to(kLead, state);
    const auto outcome = add(month, kLead, files(1));
    EXPECT_EQ(outcome.has_value(), taken);
    EXPECT_TRUE(outcome || outcome.error().why == Refusal::wrong_state);
  }
  ReportingMonth month;
  month->write([](Writer& db) { set_period_closed(db, kAugust, on({2020, 9, 1})); });
  EXPECT_EQ(add(month, kLead, files(1)).error().why, Refusal::closed);
}

TEST(AnAttachment, IsAddedByTheOwnUnitAlone) {
  ReportingMonth month;
  EXPECT_EQ(add(month, kLead, files(1), office()).error().why, Refusal::not_allowed);
  EXPECT_EQ(add(month, kLead, files(1), reporter("shengtai")).error().why, Refusal::not_allowed);
}

TEST(AnAttachment, IsOneOfTenAtMost) {
  ReportingMonth month;
  EXPECT_TRUE(add(month, kLead, files(9)));
  const auto refused = add(month, kLead, files(2));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, Refusal::incomplete);
  EXPECT_THAT(refused.error().reason, HasSubstr("现有 9 份"));
  EXPECT_EQ(present(month, kLead).size(), 9u);
  EXPECT_TRUE(add(month, kLead, files(1)));
  EXPECT_TRUE(add(month, kSecond, files(10)));
}

TEST(AnAttachment, IsRefusedBeyondTwoGibibytesOfAUnitAndYear) {
  ReportingMonth month;
  EXPECT_TRUE(add(month, kLead, files(1, actions::kMostAttachmentBytes - 50)));
  EXPECT_THAT(add(month, kSecond, files(1)).error().reason, HasSubstr("2 GB"));
  EXPECT_TRUE(add(month, kSecond, files(1, 50)));
}

TEST(AnAttachment, IsRemovedWhileTheReportMayBeWritten) {
  ReportingMonth month;
  add(month, kLead, files(1));
  const auto remove = [&](const Attachment& file, const Visitor& visitor = reporter()) {
    return month->write([&](Writer& db) { return actions::remove_attachment(db, actor(), visitor, file); });
  };
  const auto first = present(month, kLead)[0];
  EXPECT_EQ(remove(first, office()).error().why, Refusal::not_allowed);
  month.save(kLead, good_text());
  month.submit(kLead);
  EXPECT_EQ(remove(first).error().why, Refusal::wrong_state);
  month.send_back(kLead);
  EXPECT_FALSE(remove(first)->file_may_go);
  add(month, kSecond, files(1));
  EXPECT_TRUE(remove(present(month, kSecond)[0])->file_may_go);
  EXPECT_EQ(month.audit_actions().back(), "attachment.remove reports/2020-08/2/gongxin");
}

}  // namespace
}  // namespace sjsz::test
