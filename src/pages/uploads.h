// Files that came with a form: checked, stored under random names, and gone again unless they are kept.
#pragma once
#include <filesystem>
#include <vector>

#include "domain/report.h"
#include "http/multipart.h"
#include "storage/attachment_files.h"
#include "storage/attachment_store.h"

namespace sjsz {

struct Uploads {
  std::vector<NewAttachmentFile> files;
  std::vector<Attachment> rows;    // of these files, as the action takes them
  std::vector<FieldFault> faults;  // of field "file"; Chinese, with the name of the file
  void keep();
};

// 507 where the disk has no room.
Uploads take_uploads(const std::filesystem::path& data, const std::vector<http::Part>& parts);

}  // namespace sjsz
