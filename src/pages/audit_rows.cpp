#include "pages/audit_rows.h"

#include <limits>

#include "base/hash.h"
#include "document/strict_json.h"
#include "domain/codes.h"
#include "view/account_words.h"
#include "view/audit_words.h"
#include "view/report_words.h"
#include "view/words.h"

namespace sjsz {
namespace {

constexpr std::size_t kShownHash = 8;

std::string role_words(const std::string& code) {
  const auto role = from_code<AccountRole>(code);
  return role ? std::string(view::account_role_word(*role)) : code;
}

std::string value_words(const std::string& key, const Json& value) {
  if (value.is_boolean()) return value.get<bool>() ? "是" : "否";
  auto words = value.is_string() ? value.get<std::string>() : value.dump();
  if (key == "role") return role_words(words);
  if (const auto state = from_code<WorkState>(words); state && key == "judged_state") {
    return std::string(view::work_state_word(*state));
  }
  if (const auto scope = from_code<TokenScope>(words); scope && key == "scope") {
    return std::string(view::token_scope_word(*scope));
  }
  if (key == "sha256") return words.substr(0, kShownHash);
  return parse_instant(words) ? view::audit_time(words) : words;
}

std::vector<std::pair<std::string, std::string>> detail_words(const std::string& text) {
  if (text.empty()) return {};
  const auto detail = parse_strict_json(text);
  if (!detail || !detail->is_object()) return {{"原文", text}};
  std::vector<std::pair<std::string, std::string>> words;
  for (const auto& [key, value] : detail->items()) {
    if (!value.is_null()) words.emplace_back(view::audit_detail_word(key), value_words(key, value));
  }
  return words;
}

}  // namespace

std::string audit_state(Reader& db) {
  const auto proofs = list_audit_before(db, {.action = "audit.verify"}, std::numeric_limits<std::int64_t>::max(), 1);
  if (proofs.empty()) return "日志还没有核验过。";
  const auto& [link, at, entry] = proofs.front();
  return "最近一次核验：" + view::audit_time(at) + "，" + entry.actor + "，" +
         (entry.outcome == "ok" ? "链条完整。" : "发现问题。");
}

view::AuditView::Row audit_row(const AuditRow& row, const std::vector<Unit>& units) {
  const auto& entry = row.entry;
  return {.id = row.link.id,
          .time = view::audit_time(row.at),
          .actor = entry.actor,
          .role = role_words(entry.role),
          .via = view::audit_via_words(entry.via),
          .source = entry.source,
          .action = std::string(view::audit_action_word(entry.action)),
          .object = view::audit_object_words(entry.object, units),
          .object_as = entry.object,
          .outcome = std::string(view::audit_outcome_word(entry.outcome)),
          .bad = entry.outcome != "ok",
          .details = detail_words(entry.detail),
          .hash = to_hex(row.link.hash).substr(0, kShownHash)};
}

std::vector<std::string> audit_file_heads() {
  return {"行号",     "北京时间", "账号", "角色", "单位",     "途径",     "来源地址",
          "事项",     "对象",     "结果", "详情", "请求编号", "事项代码", "记录时间（UTC）",
          "途径代码", "校验值"};
}

std::vector<std::string> audit_file_cells(const AuditRow& row) {
  const auto& entry = row.entry;
  return {std::to_string(row.link.id),
          view::audit_time(row.at),
          entry.actor,
          entry.role,
          entry.unit,
          view::audit_via_words(entry.via),
          entry.source,
          std::string(view::audit_action_word(entry.action)),
          entry.object,
          std::string(view::audit_outcome_word(entry.outcome)),
          entry.detail,
          entry.request_id,
          entry.action,
          row.at,
          entry.via,
          to_hex(row.link.hash)};
}

}  // namespace sjsz
