#include "view/audit_words.h"

#include <algorithm>

#include "base/date.h"
#include "base/text.h"
#include "domain/indicator_period.h"
#include "domain/settings.h"
#include "view/report_words.h"

namespace sjsz::view {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr Word kActions[] = {
    {"session.sign_in", "登录"},
    {"session.sign_out", "退出登录"},
    {"session.end", "结束其他登录"},
    {"session.backoff", "登录失败过多"},
    {"account.add", "新增账号"},
    {"account.role", "调整角色"},
    {"account.disable", "停用账号"},
    {"account.enable", "启用账号"},
    {"account.password", "设置密码"},
    {"account.invite_link", "发放首次密码链接"},
    {"account.reset_link", "发放重置密码链接"},
    {"token.create", "建立访问令牌"},
    {"token.revoke", "撤销访问令牌"},
    {"report.save", "保存填报"},
    {"report.submit", "提交填报"},
    {"report.withdraw", "撤回填报"},
    {"report.accept", "审核通过"},
    {"report.return", "退回修改"},
    {"report.reopen", "重开已审填报"},
    {"attachment.add", "上传附件"},
    {"attachment.remove", "删除附件"},
    {"indicator.record", "录入指标数值"},
    {"indicator.correct", "更正指标数值"},
    {"indicator.save", "保存指标数值"},
    {"indicator.submit", "提交指标数值"},
    {"indicator.withdraw", "撤回指标数值"},
    {"indicator.accept", "审核指标数值"},
    {"indicator.return", "退回指标数值"},
    {"indicator.judge", "定性判定"},
    {"indicator.dispute", "提出数据异议"},
    {"indicator.decide", "决定数据异议"},
    {"indicator.setting", "设置指标"},
    {"light.override", "改定状态"},
    {"light.restore", "恢复按规则判定"},
    {"reminder.record", "登记催报"},
    {"period.due", "调整截止日"},
    {"period.close", "关闭调度期"},
    {"period.reopen", "重新开放填报"},
    {"exemption.create", "免报"},
    {"exemption.lift", "取消免报"},
    {"setting.change", "修改设置"},
    {"calendar.change", "修改节假日与调休"},
    {"unit.contact", "登记单位联系人"},
    {"unit.member", "增加成员单位"},
    {"unit.rename", "更改单位名称"},
    {"unit.disable", "停用单位"},
    {"unit.enable", "启用单位"},
    {"plan.import", "导入方案"},
    {"plan.export", "导出方案"},
    {"audit.read", "查看审计日志"},
    {"audit.export", "导出审计日志"},
    {"audit.verify", "核验审计日志"},
    {"access.refused", "越权访问"},
    {"origin.refused", "外站操作"},
    {"backup", "备份"},
    {"restore", "恢复备份"},
    {"database.upgrade", "升级数据库"},
    {"server.start", "系统启动"},
    {"server.stop", "系统停止"},
};

constexpr Word kOutcomes[] = {{"ok", "成功"}, {"refused", "拒绝"}, {"failed", "失败"}};

constexpr Word kDetails[] = {
    {"account", "账号"},      {"attachment", "附件"},  {"changes", "变更处数"},  {"entries", "文件数"},
    {"expires", "到期"},      {"fault", "首个问题行"}, {"from", "原值"},         {"from_period", "生效调度期"},
    {"judged_state", "评定"}, {"kind", "问题"},        {"made_at", "备份时间"},  {"more", "另有次数"},
    {"reason", "原因"},       {"receipt", "回执"},     {"revision", "提交次数"}, {"role", "角色"},
    {"rows", "条数"},         {"scope", "权限"},       {"sha256", "文件校验值"}, {"size", "字节数"},
    {"to", "新值"},           {"unit", "单位"},        {"late", "迟报"},         {"version", "版本"},
    {"way", "方式"},          {"years", "年度"},       {"setting", "设置项"},    {"outcome", "决定"},
};

std::string_view word_of(std::span<const Word> words, std::string_view code) {
  const auto found = std::ranges::find(words, code, &Word::first);
  return found == words.end() ? code : found->second;
}

bool is_collection(std::string_view word) { return word == "reports" || word == "periods" || word == "dispatch"; }

// indicators/6/2020-Q3, tasks/9/2020-08: a number and a period. Empty: not known.
std::string numbered_words(std::string_view noun, const std::vector<std::string>& parts) {
  const auto period = parts.size() == 3 ? read_indicator_period(parts[2]) : std::nullopt;
  if (!period || parse_whole(parts[1]) < 1) return "";
  return std::string(noun) + " " + parts[1] + "　" + period_words(*period);
}

// Empty: not known.
std::string part_words(const std::string& part, const std::vector<Unit>& units) {
  if (const auto month = parse_month(part)) return month_words(*month);
  if (part == "narrative") return "工作进展情况报告";
  if (parse_whole(part) > 0) return "任务 " + part;
  const auto unit = std::ranges::find(units, part, [](const Unit& one) { return one.code.value; });
  return unit == units.end() ? "" : unit->name;
}

}  // namespace

std::span<const Word> audit_actions() { return kActions; }
std::string_view audit_action_word(std::string_view action) { return word_of(kActions, action); }
std::span<const Word> audit_outcomes() { return kOutcomes; }
std::string_view audit_outcome_word(std::string_view outcome) { return word_of(kOutcomes, outcome); }
std::string audit_detail_word(std::string_view key) { return std::string(word_of(kDetails, key)); }

std::string audit_via_words(std::string_view via) {
  if (via == "web") return "网页";
  if (via == "system") return "系统";
  if (via.starts_with("api:")) return "接口（令牌 " + std::string(via.substr(4)) + "）";
  if (via.starts_with("cli:")) return "命令行（" + std::string(via.substr(4)) + "）";
  return std::string(via);
}

std::string audit_object_words(std::string_view object, const std::vector<Unit>& units) {
  if (object == "plan") return "方案";
  if (object.starts_with("account:")) return "账号 " + std::string(object.substr(8));
  if (object.starts_with("token:")) return "访问令牌 " + std::string(object.substr(6));
  if (const auto* setting = find_setting_kind(object)) return std::string(setting->name);
  auto parts = split(object, '/');
  if (parts.front() == "indicators") return numbered_words("指标", parts);
  if (parts.front() == "tasks") return numbered_words("任务", parts);
  if (!is_collection(parts.front())) return "";
  parts.erase(parts.begin());
  for (auto& part : parts) {
    part = part_words(part, units);
    if (part.empty()) return "";
  }
  return join(parts, "　");
}

std::string audit_time(std::string_view at) {
  const auto instant = parse_instant(at);
  if (!instant) return std::string(at);
  auto local = to_rfc3339(*instant + std::chrono::hours(8)).substr(0, 19);
  local[10] = ' ';
  return local;
}

}  // namespace sjsz::view
