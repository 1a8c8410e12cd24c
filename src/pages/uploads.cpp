#include "pages/uploads.h"

#include "document/upload_check.h"
#include "http/response.h"

namespace sjsz {

static void take_one(const std::filesystem::path& data, const http::Part& part, Uploads& uploads) {
  const auto name = document::clean_file_name(part.file_name.value_or(""));
  const auto fault = [&](const std::string& reason) { uploads.faults.push_back({"file", name + "：" + reason}); };
  if (part.bytes.size() > document::kMostUploadBytes) return fault("文件超过 20 MB，请压缩或拆分后上传。");
  NewAttachmentFile file(data, part.bytes);
  const auto type = document::check_upload(file.path(), name);
  if (!type) return fault(type.error());
  Attachment row;
  row.id = file.id();
  row.name = name;
  row.type = document::media_type(*type);
  row.size = static_cast<std::int64_t>(part.bytes.size());
  row.sha256 = sha256(part.bytes);
  uploads.rows.push_back(std::move(row));
  uploads.files.push_back(std::move(file));
}

void Uploads::keep() {
  for (auto& file : files) file.keep();
}

Uploads take_uploads(const std::filesystem::path& data, const std::vector<http::Part>& parts) {
  if (!parts.empty() && !has_room_for_attachments(data)) {
    throw http::Stop(507, "服务器磁盘空间不足，暂时不能接收附件，请告诉系统管理员。文字可以照常保存。");
  }
  Uploads uploads;
  for (const auto& part : parts) take_one(data, part, uploads);
  if (parts.empty()) uploads.faults.push_back({"file", "请先选择文件，再点“上传附件”。"});
  return uploads;
}

}  // namespace sjsz
