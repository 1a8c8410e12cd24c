#include "domain/settings.h"

#include <set>

#include "base/text.h"
#include "domain/input.h"

namespace sjsz {
namespace {

using Checked = tl::expected<std::string, std::string>;

// 2020-08, 2020/8, 2020.8, 2020年8月; empty: not set.
Checked check_first_period(std::string_view typed) {
  const auto text = trim(typed);
  if (text.empty()) return std::string();
  std::string digits;
  for (const char c : to_half_width(text)) digits += c >= '0' && c <= '9' ? c : ' ';
  const auto first_space = digits.find(' ');
  const auto year = std::string(trim(digits.substr(0, first_space)));
  auto month = first_space == digits.npos ? std::string() : std::string(trim(digits.substr(first_space)));
  if (month.size() == 1) month.insert(month.begin(), '0');
  const auto period = parse_month(year + "-" + month);
  if (!period) return tl::unexpected<std::string>("请写成 2020-08 或 2020年8月。");
  return to_string(*period);
}

Checked check_due_day(std::string_view typed) {
  const int day = parse_whole(to_half_width(trim(typed)));
  if (day < 1 || day > 28) return tl::unexpected<std::string>("请填 1 到 28 的整数。");
  return std::to_string(day);
}

// Empty: no day of its own.
Checked check_supporting_due_day(std::string_view typed) {
  if (trim(typed).empty()) return std::string();
  return check_due_day(typed);
}

Checked check_jump_percent(std::string_view typed) {
  const auto number = read_number(typed);
  const int percent = number ? parse_whole(number->to_string()) : -1;
  if (percent < 1 || percent > 1000) return tl::unexpected<std::string>("请填 1 到 1000 的整数。");
  return std::to_string(percent);
}

Checked check_write_limit(std::string_view typed) {
  const int limit = parse_whole(to_half_width(trim(typed)));
  if (limit < 0 || limit > 1000) return tl::unexpected<std::string>("请填 0 到 1000 的整数。");
  return std::to_string(limit);
}

// "10,11,12" in any order, with any comma, with or without 月.
Checked check_months(std::string_view typed) {
  std::set<int> months;
  std::string number;
  for (const char c : to_half_width(typed) + " ") {
    if (c >= '0' && c <= '9') {
      number += c;
    } else if (!number.empty()) {
      const int month = parse_whole(number);
      if (month < 1 || month > 12) return tl::unexpected<std::string>("月份请填 1 到 12，例如 10,11,12。");
      months.insert(month);
      number.clear();
    }
  }
  if (months.empty()) return tl::unexpected<std::string>("请填月份，例如 10,11,12。");
  std::vector<std::string> list;
  for (const int month : months) list.push_back(std::to_string(month));
  return join(list, ",");
}

Checked check_yes_no(std::string_view typed) {
  const auto text = trim(typed);
  if (text == "yes" || text == "no") return std::string(text);
  return tl::unexpected<std::string>("请选择“是”或“否”。");
}

Checked check_contact(std::string_view typed) {
  const std::string text(trim(typed));
  if (!is_clean_utf8(text) || text.find('\n') != text.npos) return tl::unexpected<std::string>("请只写一行文字。");
  if (count_characters(text) > 80) return tl::unexpected<std::string>("最多 80 个字。");
  return text;
}

}  // namespace

const std::vector<SettingKind>& setting_kinds() {
  constexpr auto office = AccountRole::office;
  static const std::vector<SettingKind> kinds = {
      {"first_period", "首个调度期", "从哪个月开始调度。设置之前，任何单位都不欠报，也不亮红灯。", "",
       SettingType::text, office, false, check_first_period},
      {"due_day", "报送截止日", "次月几日截止；遇节假日顺延到下一个工作日。只管从生效调度期起的月份，以前的不变。", "5",
       SettingType::whole_number, office, true, check_due_day},
      {"supporting_due_day", "配合事项截止日",
       "配合单位在次月几日以前报配合事项，可以早于或晚于报送截止日，同样遇节假日顺延；不填的，与报送截止日相同。", "",
       SettingType::whole_number, office, true, check_supporting_due_day},
      {"jump_percent", "数值异动提醒", "与上期相差超过百分之几时提醒填报人和审核人；只是提醒，不影响提交。", "50",
       SettingType::whole_number, office, true, check_jump_percent},
      {"write_limit", "每秒提交次数",
       "一个账号每秒最多提交几次，短时间内可以达到它的 5 倍；超过的暂不受理，填报表里已填的内容保留。填 0 不限制。",
       "20", SettingType::whole_number, office, false, check_write_limit},
      {"inspection_months", "每月监督检查的月份",
       "“秋冬季每月监督检查”一类要求按哪些月份判定；方案没有写明是哪几个月。", "1,2,3,10,11,12", SettingType::text,
       office, true, check_months},
      {"public_pages", "不登录可看方案", "不登录能否查看方案、指标体系和任务分工表。进展情况始终要登录。", "yes",
       SettingType::yes_no, office, false, check_yes_no},
      {"contact", "联系方式", "显示在每一页下方，例如：专班办公室 电话。", "", SettingType::text, office, false,
       check_contact},
  };
  return kinds;
}

const SettingKind* find_setting_kind(std::string_view key) {
  for (const auto& kind : setting_kinds()) {
    if (kind.key == key) return &kind;
  }
  return nullptr;
}

}  // namespace sjsz
