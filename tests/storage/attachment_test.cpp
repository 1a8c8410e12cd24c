#include <gmock/gmock.h>

#include "storage/attachment_files.h"
#include "storage/attachment_store.h"
#include "storage/receipt_store.h"
#include "storage/report_store.h"
#include "storage/test_database.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

Stamp stamp(int day) { return {business_instant({2020, 9, day}, {}), "王工"}; }

class Attachments : public testing::Test {
 protected:
  Attachments() {
    db_->write([&](Writer& db) {
      set_units(db, sample_book().units);
      report_ = insert_report(db, {{2020, 8}, TaskSeq{1}, {"gongxin"}}, {}, stamp(1));
    });
  }
  Attachment add(const std::string& name, int day, std::int64_t size = 10) {
    Attachment file{std::string(32 - name.size(), '0') + name,
                    report_.id,
                    report_.key,
                    name + ".pdf",
                    "application/pdf",
                    size,
                    sha256(name),
                    stamp(day).at,
                    "王工"};
    db_->write([&](Writer& db) { insert_attachment(db, file); });
    return file;
  }
  void submit(int day) {
    db_->write([&](Writer& db) {
      const auto receipt = insert_receipt(db, report_.key.period, report_.key.unit, stamp(day));
      report_ = set_report_submitted(db, report_, stamp(day), false, receipt.id);
    });
  }
  bool remove(const Attachment& file) {
    return db_->write([&](Writer& db) { return std::optional(retire_attachment(db, file, stamp(9).at)); }).value();
  }
  std::vector<std::string> names() {
    std::vector<std::string> list;
    for (const auto& file : list_attachments(*db_->reader(), report_.id)) list.push_back(file.name);
    return list;
  }

  TestDatabase db_;
  Report report_;
};

TEST_F(Attachments, AreReadAsTheyWereWritten) {
  const auto file = add("a", 2, 4711);
  const auto read = find_attachment(*db_->reader(), file.id).value();
  EXPECT_EQ(read.report, report_.id);
  EXPECT_EQ(read.key, report_.key);
  EXPECT_EQ(read.name, "a.pdf");
  EXPECT_EQ(read.type, "application/pdf");
  EXPECT_EQ(read.size, 4711);
  EXPECT_EQ(read.sha256, file.sha256);
  EXPECT_EQ(read.added_at, stamp(2).at);
  EXPECT_EQ(read.added_by, "王工");
  EXPECT_FALSE(find_attachment(*db_->reader(), std::string(32, 'f')));
}

TEST_F(Attachments, AreListedInTheOrderInWhichTheyCame) {
  add("b", 3);
  add("a", 3);
  add("c", 2);
  EXPECT_THAT(names(), ElementsAre("c.pdf", "a.pdf", "b.pdf"));
  EXPECT_EQ(list_attachments_of_unit(*db_->reader(), {2020, 8}, {"gongxin"}).size(), 3u);
  EXPECT_TRUE(list_attachments_of_unit(*db_->reader(), {2020, 8}, {"jiedao"}).empty());
}

TEST_F(Attachments, AreSummedByUnitAndYear) {
  add("a", 2, 100);
  add("b", 2, 23);
  EXPECT_EQ(sum_attachment_bytes(*db_->reader(), {"gongxin"}, 2020), 123);
  EXPECT_EQ(sum_attachment_bytes(*db_->reader(), {"gongxin"}, 2021), 0);
  EXPECT_EQ(sum_attachment_bytes(*db_->reader(), {"jiedao"}, 2020), 0);
}

TEST_F(Attachments, ThatWereNeverSubmittedGoForGood) {
  const auto file = add("a", 2);
  EXPECT_TRUE(remove(file));
  EXPECT_TRUE(names().empty());
  EXPECT_TRUE(list_kept_attachments(*db_->reader()).empty());
}

TEST_F(Attachments, ThatWereSubmittedGoOutOfSightAndStay) {
  const auto before = add("before", 2);
  submit(3);
  const auto after = add("after", 4);
  EXPECT_FALSE(remove(before));
  EXPECT_TRUE(remove(after));
  EXPECT_TRUE(names().empty());
  EXPECT_FALSE(find_attachment(*db_->reader(), before.id));
  EXPECT_EQ(list_kept_attachments(*db_->reader()).size(), 1u);
  EXPECT_EQ(sum_attachment_bytes(*db_->reader(), {"gongxin"}, 2020), 10);
}

TEST(AttachmentFiles, AreWrittenUnderRandomNamesForTheOwnerAlone) {
  const TemporaryFolder folder;
  std::string id;
  {
    NewAttachmentFile file(folder.path(), "bytes");
    id = file.id();
    file.keep();
  }
  const auto path = attachment_file(folder.path(), id);
  EXPECT_EQ(path, folder.path() / "attachments" / id.substr(0, 2) / id);
  EXPECT_EQ(id.size(), 32u);
  EXPECT_EQ(read_file(path), "bytes");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms(0600));
  EXPECT_EQ(fs::status(path.parent_path()).permissions(), fs::perms(0700));
  EXPECT_NE(NewAttachmentFile(folder.path(), "bytes").id(), id);
  delete_attachment_file(folder.path(), id);
  EXPECT_FALSE(fs::exists(path));
}

TEST(AttachmentFiles, AreGoneUnlessTheyAreKept) {
  const TemporaryFolder folder;
  fs::path path;
  {
    NewAttachmentFile file(folder.path(), "bytes");
    NewAttachmentFile moved(std::move(file));
    path = moved.path();
    EXPECT_TRUE(fs::exists(path));
  }
  EXPECT_FALSE(fs::exists(path));
}

}  // namespace
}  // namespace sjsz::test
