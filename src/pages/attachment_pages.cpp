#include "pages/attachment_pages.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "actions/attachment.h"
#include "http/multipart.h"
#include "pages/report_answer.h"
#include "pages/report_change.h"
#include "pages/visible_report.h"
#include "storage/attachment_files.h"

namespace sjsz {
namespace {

constexpr const char* kUnknown = "没有这份附件，或者它已被删除。";

struct SentForm {
  http::Fields fields;
  std::vector<http::Part> files;
};

SentForm read_form(const http::Request& request) {
  const auto parts = http::parse_multipart(request.header("content-type"), request.content());
  if (!parts) throw http::Stop(parts.error(), "表单不完整，文件没有保存，请重新上传。");
  SentForm form;
  for (const auto& part : *parts) {
    if (!part.file_name) {
      form.fields.emplace_back(part.name, part.bytes);
    } else if (!part.file_name->empty() || !part.bytes.empty()) {  // a browser sends an empty one where none was chosen
      form.files.push_back(part);
    }
  }
  return form;
}

std::string content_disposition(const Attachment& attachment) {
  const bool picture = attachment.type.starts_with("image/");
  const auto dot = attachment.name.rfind('.');
  const auto extension = dot == std::string::npos ? "" : attachment.name.substr(dot);
  // The plain name is for programs that know nothing of the other one.
  return std::string(picture ? "inline" : "attachment") + "; filename=\"attachment" + extension +
         "\"; filename*=UTF-8''" + http::encode_percent(attachment.name);
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) throw StorageError("无法读取附件 " + path.string());
  return bytes;
}

}  // namespace

http::Response attach_files(const Visit& visit, Db& db) {
  const auto key = report_key_of(visit.request);
  const auto form = read_form(visit.request);
  // Strangers are turned away by the form, before anything of theirs is written.
  const bool takes = may_file_report(visit.visitor, key) && !visit.too_fast;
  auto uploads = takes ? take_uploads(db.folder(), form.files) : Uploads{};
  return save_report_form(visit, db, key, form.fields, std::move(uploads));
}

http::Response show_attachment(const Visit& visit, Reader& db) {
  const auto attachment = found(find_attachment(db, visit.request.parameter("id")), kUnknown);
  const auto visible = found(find_visible_report(db, visit.visitor, attachment.key), kUnknown);
  const auto files = list_visible_attachments(db, visible);
  if (std::ranges::find(files, attachment.id, &Attachment::id) == files.end()) throw http::Stop(404, kUnknown);
  http::Response response;
  response.content_type = attachment.type;
  response.body = std::make_shared<const std::string>(read_bytes(attachment_file(db.folder(), attachment.id)));
  response.header("Content-Disposition", content_disposition(attachment));
  response.header("Content-Security-Policy", "default-src 'none'; sandbox");
  return response;
}

http::Response remove_attachment(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  const auto attachment = [&] {
    auto reader = db.reader();
    return found(find_attachment(*reader, visit.request.parameter("id")), kUnknown);
  }();
  if (visit.too_fast) return save_report_form(visit, db, attachment.key, form);
  const auto removed = db.write([&](Writer& writer) {
    found(find_visible_report(writer, visit.visitor, attachment.key), kUnknown);
    return actions::remove_attachment(writer, actor_of(visit), visit.visitor, attachment);
  });
  if (removed && removed->file_may_go) delete_attachment_file(db.folder(), attachment.id);
  return save_report_form(visit, db, attachment.key, form);
}

}  // namespace sjsz
