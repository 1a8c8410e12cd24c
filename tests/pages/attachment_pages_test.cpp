#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "storage/attachment_store.h"
#include "storage/period_store.h"
#include "storage/report_store.h"
#include "support/portal.h"

namespace sjsz::test {

using http::Method;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

namespace fs = std::filesystem;

const std::string kPdf = "%PDF-1.4\n1 0 obj\n%%EOF\n";
const ReportKey kKey{{2020, 8}, TaskSeq{2}, {"fagai"}};  // of which nothing was written yet
const std::string kUrl = "/reports/2020-08/2/fagai";

struct File {
  std::string name, bytes;
};

std::string field(const std::string& name, const std::string& value) {
  return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string multipart(const Form& form, const std::vector<File>& files) {
  std::string body;
  for (const auto& [name, value] : form) body += field(name, value);
  for (const auto& file : files) {
    body += "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.name +
            "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.bytes + "\r\n";
  }
  return body + "--XX--\r\n";
}

class AttachmentPages : public testing::Test {
 protected:
  http::Response upload(const std::string& who, const std::vector<File>& files, int version = 0,
                        const std::string& url = kUrl) {
    const Form form = {{"version", std::to_string(version)}, {"progress", "完成两户企业关停退出的现场核查。"}};
    return portal_.as(who).send(
        Method::post, url + "/attachments",
        {{"Origin", "http://portal.test"}, {"Content-Type", "multipart/form-data; boundary=XX"}},
        multipart(form, files));
  }
  std::vector<Attachment> stored(const ReportKey& key = kKey) {
    auto reader = portal_.db().reader();
    const auto report = find_report(*reader, key);
    return report ? list_attachments(*reader, report->id) : std::vector<Attachment>{};
  }
  Report report() { return find_report(*portal_.db().reader(), kKey).value_or(Report{}); }
  std::vector<fs::path> files_on_disk() {
    std::vector<fs::path> files;
    const auto folder = portal_.db().folder() / "attachments";
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
    return files;
  }
  int status_of(const std::string& who, const std::string& id) {
    return portal_.as(who).get("/attachments/" + id).status;
  }

  Portal portal_{Content::demonstration};
};

TEST_F(AttachmentPages, TakeFilesTogetherWithTheText) {
  const auto response = upload("fagai", {{"8月 月报.pdf", kPdf}, {"说明.pdf", kPdf}});
  EXPECT_EQ(response.status, 303) << *response.body;
  EXPECT_THAT(std::string(response.header("Location")), HasSubstr(kUrl));
  EXPECT_EQ(report().text.progress, "完成两户企业关停退出的现场核查。");
  EXPECT_EQ(report().version, 1);
  ASSERT_EQ(stored().size(), 2u);
  EXPECT_EQ(stored()[0].size, static_cast<std::int64_t>(kPdf.size()));
  EXPECT_EQ(files_on_disk().size(), 2u);
  EXPECT_THAT(*portal_.as("fagai").get(kUrl).body, HasSubstr("8月 月报.pdf"));
}

TEST_F(AttachmentPages, KeepWhatWasTypedAndNothingElseWhenAFileIsNotTaken) {
  const auto response = upload("fagai", {{"好.pdf", kPdf}, {"坏.exe", "MZ"}, {"假.png", kPdf}});
  EXPECT_EQ(response.status, 422);
  EXPECT_THAT(*response.body, HasSubstr("坏.exe：只接收"));
  EXPECT_THAT(*response.body, HasSubstr("假.png：文件内容与扩展名不符"));
  EXPECT_THAT(*response.body, HasSubstr("完成两户企业关停退出的现场核查。"));
  EXPECT_EQ(report().version, 0);
  EXPECT_THAT(files_on_disk(), IsEmpty());
}

TEST_F(AttachmentPages, SayThatAFileMustBeChosen) {
  const auto response = upload("fagai", {{"", ""}});
  EXPECT_EQ(response.status, 422);
  EXPECT_THAT(*response.body, HasSubstr("请先选择文件"));
}

TEST_F(AttachmentPages, RefuseTooLargeAndTooManyFiles) {
  EXPECT_THAT(*upload("fagai", {{"大.pdf", kPdf + std::string(20 << 20, 'x')}}).body, HasSubstr("20 MB"));
  EXPECT_EQ(upload("fagai", {{"大.pdf", std::string(65 << 20, 'x')}}).status, 413);
  const auto response = upload("fagai", std::vector<File>(11, {"一.pdf", kPdf}));
  EXPECT_EQ(response.status, 422);
  EXPECT_THAT(*response.body, HasSubstr("最多 10 份"));
  EXPECT_THAT(files_on_disk(), IsEmpty());
  EXPECT_EQ(report().version, 0);
}

TEST_F(AttachmentPages, AreForTheOwnUnitAlone) {
  EXPECT_EQ(upload("zhujian", {{"一.pdf", kPdf}}).status, 404);
  EXPECT_EQ(upload("zhujian", {{"一.pdf", kPdf}}, 0, "/reports/2020-08/1/fagai").status, 403);
  EXPECT_EQ(portal_.audit_rows().back(), "access.refused POST /reports/2020-08/1/fagai/attachments refused -");
  EXPECT_EQ(upload("leader", {{"一.pdf", kPdf}}).status, 403);
  EXPECT_THAT(files_on_disk(), IsEmpty());
}

TEST_F(AttachmentPages, ReceiveNoLargeFilesFromStrangers) {
  const std::string large(1 << 20, 'x');
  EXPECT_EQ(upload("leader", {{"一.pdf", large}}).status, 413);
  EXPECT_EQ(portal_.send(Method::post, kUrl + "/attachments", {{"Cookie", "sjsz_session=forged"}}, large).status, 413);
}

TEST_F(AttachmentPages, RefuseAStaleFormWithBothTextsAndWithoutFiles) {
  upload("fagai", {{"一.pdf", kPdf}});
  const auto response = upload("fagai", {{"二.pdf", kPdf}}, 0);
  EXPECT_EQ(response.status, 409);
  EXPECT_EQ(stored().size(), 1u);
  EXPECT_EQ(files_on_disk().size(), 1u);
}

TEST_F(AttachmentPages, RefuseALockedMonthWithoutLosingTheText) {
  portal_.db().write([](Writer& db) { set_period_closed(db, {2020, 8}, now()); });
  const auto response = upload("fagai", {{"一.pdf", kPdf}});
  EXPECT_EQ(response.status, 409);
  EXPECT_THAT(*response.body, HasSubstr("完成两户企业关停退出的现场核查。"));
  EXPECT_THAT(files_on_disk(), IsEmpty());
}

TEST_F(AttachmentPages, RefuseWhatIsNoForm) {
  const auto status = [&](const std::string& type, const std::string& body) {
    return portal_.as("fagai")
        .send(Method::post, kUrl + "/attachments", {{"Origin", "http://portal.test"}, {"Content-Type", type}}, body)
        .status;
  };
  EXPECT_EQ(status("application/x-www-form-urlencoded", "version=0"), 415);
  EXPECT_EQ(status("multipart/form-data", "--XX--"), 415);
  EXPECT_EQ(status("multipart/form-data; boundary=XX", "--XX\r\nnonsense"), 400);
  EXPECT_EQ(status("multipart/form-data; boundary=XX", "--XX--"), 400);  // no version
}

TEST_F(AttachmentPages, ServeFilesSoThatNothingInThemRuns) {
  const std::string png = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\15IHDR0123456789abccrc!\0\0\0\0IENDcrc!", 37);
  EXPECT_EQ(upload("fagai", {{"月报 8\xe2\x80\xae.pdf", kPdf}, {"图.png", png}}).status, 303);
  for (const auto& file : stored()) {
    const auto response = portal_.as("fagai").get("/attachments/" + file.id);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(*response.body, file.type == "image/png" ? png : kPdf);
    EXPECT_EQ(response.content_type, file.type);
    EXPECT_EQ(response.header("Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
    EXPECT_EQ(response.header("Cross-Origin-Resource-Policy"), "");
  }
  const auto disposition = [&](int i) {
    return std::string(portal_.as("fagai").get("/attachments/" + stored().at(i).id).header("Content-Disposition"));
  };
  EXPECT_EQ(disposition(0), "inline; filename=\"attachment.png\"; filename*=UTF-8''%E5%9B%BE.png");
  EXPECT_THAT(disposition(1), HasSubstr("attachment; filename=\"attachment.pdf\"; filename*=UTF-8''%E6%9C%88"));
}

TEST_F(AttachmentPages, ShowAFileToWhoeverMaySeeTheTextItBelongsTo) {
  upload("fagai", {{"一.pdf", kPdf}});
  const auto id = stored().at(0).id;
  const auto expect = [&](int office, int leader, int other) {
    EXPECT_EQ(status_of("fagai", id), 200);
    EXPECT_EQ(status_of("office", id), office);
    EXPECT_EQ(status_of("leader", id), leader);
    EXPECT_EQ(status_of("zhujian", id), other);
    EXPECT_EQ(status_of("admin", id), 403);
    EXPECT_EQ(portal_.get("/attachments/" + id).status, 303);
  };
  expect(404, 404, 404);  // of a draft
  const auto set_state = [&](auto change) { portal_.db().write([&](Writer& db) { change(db, report()); }); };
  const Stamp later{business_instant({2020, 9, 4}, {}), "填报员"};
  set_state([&](Writer& db, const Report& report) {
    const Stamp stamp{business_instant({2020, 9, 5}, {}), "填报员"};
    db.query("INSERT INTO receipt VALUES ('r', '2020-08', 'fagai', 99, '2020-09-04T00:00:00.000Z', '填报员')").run();
    set_report_submitted(db, report, stamp, false, "r");
  });
  expect(200, 200, 404);
  const auto review = portal_.as("office").page("/review?line=2020-08.2.fagai");
  EXPECT_EQ(review.text("//article//ul[@class='files']/li/a/@href"), "/attachments/" + id);
  EXPECT_THAT(review.text("//article//ul[@class='files']/li"), testing::StartsWith("一.pdf1 KB，"));
  set_state([&](Writer& db, const Report& report) {
    set_report_state(db, report, ReportState::accepted, WorkState::on_pace, later);
    insert_report_event(db, report.id, {later.at, "李主任", "accept", 1, {}, ""});
  });
  expect(200, 200, 200);
  EXPECT_EQ(status_of("fagai", std::string(32, '0')), 404);
  EXPECT_EQ(status_of("fagai", "nothing"), 404);
}

TEST_F(AttachmentPages, RemoveAFileAndSaveTheText) {
  upload("fagai", {{"一.pdf", kPdf}});
  const auto id = stored().at(0).id;
  const Form form = {{"version", "1"}, {"progress", "改过的进展，写在移除附件之前。"}};
  EXPECT_EQ(portal_.as("zhujian").post("/attachments/" + id + "/remove", form).status, 404);
  EXPECT_EQ(portal_.as("office").post("/attachments/" + id + "/remove", form).status, 403);
  EXPECT_EQ(stored().size(), 1u);
  EXPECT_EQ(portal_.as("fagai").post("/attachments/" + id + "/remove", form).status, 303);
  EXPECT_THAT(stored(), IsEmpty());
  EXPECT_THAT(files_on_disk(), IsEmpty());
  EXPECT_EQ(report().text.progress, "改过的进展，写在移除附件之前。");
  EXPECT_EQ(portal_.as("fagai").post("/attachments/" + id + "/remove", form).status, 404);
}

}  // namespace
}  // namespace sjsz::test
