#include "actions/attachment.h"

#include "actions/report_line.h"
#include "base/log.h"

namespace sjsz::actions {
namespace {

void audit_attachment(Writer& db, const Actor& actor, const std::string& action, const Report& report,
                      const Attachment& file) {
  audit_report(db, actor, action, report,
               R"(,"attachment":)" + json_string(file.id) + R"(,"size":)" + std::to_string(file.size) +
                   R"(,"sha256":)" + json_string(to_hex(file.sha256)));
}

std::optional<std::string> find_excess(Reader& db, const Report& report, const std::vector<Attachment>& files) {
  const auto present = report.id == 0 ? 0 : list_attachments(db, report.id).size();
  if (present + files.size() > kMostAttachments) {
    return "一项最多 " + std::to_string(kMostAttachments) + " 份附件，现有 " + std::to_string(present) + " 份。";
  }
  auto bytes = sum_attachment_bytes(db, report.key.unit, report.key.period.year);
  for (const auto& file : files) bytes += file.size;
  if (bytes <= kMostAttachmentBytes) return std::nullopt;
  return "本单位本年度的附件已达 2 GB 上限，请联系系统管理员。";
}

}  // namespace

Outcome add_attachments(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key,
                        std::vector<Attachment> files) {
  const auto line = open_own_line(db, {visitor, key, {}, ReportVerb::save}, moment_of(actor, db));
  if (!line) return tl::unexpected(line.error());
  if (const auto excess = find_excess(db, line->report, files)) return refuse_field(key, "file", *excess);
  const auto stamp = stamp_of(db, actor, visitor);
  auto report = line->report;
  if (report.version == 0) {
    report = insert_report(db, key, {}, stamp);
    audit_report(db, actor, "report.save", report);
  }
  for (auto& file : files) {
    file.report = report.id;
    file.added_at = stamp.at;
    file.added_by = stamp.by;
    insert_attachment(db, file);
    audit_attachment(db, actor, "attachment.add", report, file);
  }
  return Changed{report.state, report.version};
}

tl::expected<Removed, Refusal> remove_attachment(Writer& db, const Actor& actor, const Visitor& visitor,
                                                 const Attachment& attachment) {
  const auto line = open_own_line(db, {visitor, attachment.key, {}, ReportVerb::save}, moment_of(actor, db));
  if (!line) return tl::unexpected(line.error());
  const bool file_may_go = retire_attachment(db, attachment, moment_of(actor, db));
  audit_attachment(db, actor, "attachment.remove", line->report, attachment);
  return Removed{file_may_go};
}

}  // namespace sjsz::actions
