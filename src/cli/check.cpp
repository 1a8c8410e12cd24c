#include "base/log.h"
#include "cli/commands.h"
#include "cli/examination.h"
#include "storage/attachment_files.h"
#include "storage/attachment_store.h"
#include "storage/folder.h"
#include "storage/integrity.h"

namespace sjsz::cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> wide_paths(const fs::path& folder) {
  std::vector<std::string> faults;
  const auto look = [&](const fs::path& path) {
    if (!fs::is_symlink(path) && is_wide(path)) faults.push_back(path.string() + " 其他用户也能访问");
  };
  look(folder);
  for (const auto& entry : fs::recursive_directory_iterator(folder)) look(entry.path());
  return faults;
}

std::string attachment_fault(const fs::path& data, const Attachment& attachment) {
  const auto file = attachment_file(data, attachment.id);
  const auto name = attachment.name + "（" + file.string() + "）";
  if (!fs::exists(file)) return name + " 缺失";
  return sha256_file(file.string()) == attachment.sha256 ? "" : name + " 的内容与校验值不符";
}

// Every file that a report names is there, as it came. A database of an older version has none.
std::vector<std::string> attachment_faults(const fs::path& data) {
  const auto db = open_database(database_file(data));
  if (!count_rows(*db).contains("attachment")) return {};
  std::vector<std::string> faults;
  for (const auto& attachment : list_kept_attachments(*db)) {
    auto fault = attachment_fault(data, attachment);
    if (!fault.empty()) faults.push_back(std::move(fault));
  }
  return faults;
}

void print_json(std::ostream& out, const Finding& finding, const std::string& fault) {
  out << R"({"check":)" << json_string(finding.code) << R"(,"ok":)" << (fault.empty() ? "true" : "false")
      << R"(,"fault":)" << (fault.empty() ? "null" : json_string(fault)) << "}\n";
}

void print(std::ostream& out, const Finding& finding, bool json) {
  if (finding.faults.empty()) {
    json ? print_json(out, finding, "") : void(out << finding.name << "：正常\n");
  }
  for (const auto& fault : finding.faults) {
    json ? print_json(out, finding, fault) : void(out << finding.name << "：" << fault << "\n");
  }
}

}  // namespace

int check(const Place& place, bool json, std::ostream& out) {
  if (!has_database(place.data))
    throw StorageError("文件夹 " + place.data.string() + " 里没有数据库：请检查 --data 的路径");
  std::vector<Finding> findings{examine("modes", "文件权限", [&] { return wide_paths(place.data); })};
  for (auto& finding : examine_database(database_file(place.data), place.migrations)) {
    findings.push_back(std::move(finding));
  }
  if (findings.size() > 2) {  // the database could be opened
    findings.push_back(examine("attachments", "附件", [&] { return attachment_faults(place.data); }));
  }
  std::size_t faults = 0;
  for (const auto& finding : findings) {
    print(out, finding, json);
    faults += finding.faults.size();
  }
  if (faults == 0) return 0;
  throw StorageError("检查发现 " + std::to_string(faults) + " 处问题，第一处是" + first_fault(findings));
}

}  // namespace sjsz::cli
