#include "view/audit_view.h"

#include <algorithm>

#include "base/text.h"
#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"

namespace sjsz::view {
namespace {

Data detail_data(const std::pair<std::string, std::string>& detail) {
  return Object().text("name", detail.first).text("value", detail.second).data();
}

Data row_data(const AuditView::Row& row) {
  return Object()
      .text("id", std::to_string(row.id))
      .text("time", row.time)
      .optional_text("actor", row.actor)
      .optional_text("role", row.role)
      .text("via", row.via)
      .optional_text("source", row.source)
      .text("action", row.action)
      .optional_text("object", row.object)
      .optional_text("object_as", row.object_as)
      .text("outcome", row.outcome)
      .flag("bad", row.bad)
      .list("details", row.details, detail_data)
      .text("hash", row.hash)
      .data();
}

Data verification_data(const AuditView::Verification& verification) {
  return Object().flag("whole", verification.whole).text("words", verification.words).data();
}

std::string range_words(const AuditView& view) {
  if (view.rows.empty()) return "";
  return "第 " + std::to_string(view.rows.back().id) + "–" + std::to_string(view.rows.front().id) + " 行";
}

std::string selected(const std::vector<Option>& options) {
  const auto found = std::ranges::find_if(options, &Option::selected);
  return found == options.end() ? "" : found->text;
}

// 账号 fagai、事项 提交填报; empty: no filter.
std::string condition_words(const AuditView& view) {
  const std::pair<std::string, std::string> parts[] = {{"账号 ", view.actor},
                                                       {"事项 ", selected(view.actions)},
                                                       {"结果 ", selected(view.outcomes)},
                                                       {"对象含 ", view.object},
                                                       {"日期从 ", view.from},
                                                       {"到 ", view.to}};
  std::vector<std::string> words;
  for (const auto& [name, value] : parts) {
    if (!value.empty()) words.push_back(name + value);
  }
  return join(words, "、");
}

}  // namespace

std::string render(const Templates& templates, const AuditView& view) {
  const auto condition = condition_words(view);
  return templates.render("audit", Object()
                                       .text("audit_url", audit_url())
                                       .text("state", view.state)
                                       .list("verification", view.verification, verification_data)
                                       .text("actor", view.actor)
                                       .text("object", view.object)
                                       .text("from", view.from)
                                       .text("to", view.to)
                                       .list("actions", view.actions, option_data)
                                       .list("outcomes", view.outcomes, option_data)
                                       .flag("filtered", !condition.empty())
                                       .text("condition", condition)
                                       .text("total", std::to_string(view.total))
                                       .flag("none", view.rows.empty())
                                       .text("range", range_words(view))
                                       .text("count", static_cast<int>(view.rows.size()))
                                       .list("rows", view.rows, row_data)
                                       .optional_text("newer_url", view.newer_url)
                                       .optional_text("older_url", view.older_url)
                                       .text("verify_url", view.verify_url)
                                       .text("export_url", view.export_url)
                                       .data());
}

std::vector<AuditView> audit_examples() {
  AuditView none;
  none.state = "还没有核验过。";
  none.actions = {{"session.sign_in", "登录"}, {"report.submit", "提交填报"}};
  none.outcomes = {{"ok", "成功"}, {"refused", "拒绝"}};
  none.verify_url = audit_verify_url();
  none.export_url = audit_export_url();

  AuditView one = none;
  one.total = 1;
  one.rows = {{.id = 1,
               .time = "2020-09-03 08:30:00",
               .via = "系统",
               .action = "系统启动",
               .outcome = "成功",
               .hash = "0f3a91c2"}};

  AuditView full = one;
  full.state = "最近一次核验：2020-09-03 14:05:07，auditor，链条完整。";
  full.verification = {{true, "共 812 条，链条完整。"}};
  full.actor = "fagai";
  full.from = "2020-08-01";
  full.actions[1].selected = true;
  full.total = 812;
  full.rows = {{.id = 812,
                .time = "2020-09-03 14:02:11",
                .actor = "fagai",
                .role = "部门填报人",
                .via = "网页",
                .source = "10.1.2.3",
                .action = "提交填报",
                .object = "2020年8月　任务 9　区发改局",
                .object_as = "reports/2020-08/9/fagai",
                .outcome = "成功",
                .details = {{"版本", "3"}, {"回执", "k3v9"}},
                .hash = "9be01d44"},
               {.id = 811,
                .time = "2020-09-03 14:00:59",
                .actor = "leader",
                .role = "领导",
                .via = "网页",
                .source = "10.1.2.4",
                .action = "越权访问",
                .object_as = "GET /settings",
                .outcome = "拒绝",
                .bad = true,
                .hash = "77aa0c19"},
               one.rows.front()};
  full.newer_url = "/audit?after=812";
  full.older_url = "/audit?before=1";

  AuditView hostile = full;
  hostile.verification = {{false, hostile_text()}};
  hostile.state = hostile.actor = hostile.object = hostile.from = hostile.to = hostile_text();
  hostile.rows = {{1,
                   hostile_text(),
                   hostile_text(),
                   hostile_text(),
                   hostile_text(),
                   hostile_text(),
                   hostile_text(),
                   hostile_text(),
                   hostile_text(),
                   hostile_text(),
                   true,
                   {{hostile_text(), hostile_text()}},
                   hostile_text()}};
  hostile.newer_url = hostile.older_url = hostile.verify_url = hostile.export_url = hostile_url();
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
