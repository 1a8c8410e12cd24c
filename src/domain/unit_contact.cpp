#include "domain/unit_contact.h"

#include <algorithm>

#include "base/text.h"
#include "domain/input.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostName = 40, kMostPhone = 60;
constexpr std::size_t kLeastCode = 2, kMostCode = 20;

bool is_line(std::string_view text, std::size_t most) {
  const auto is_control = [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; };
  return is_clean_utf8(text) && std::ranges::none_of(text, is_control) && count_characters(text) <= most;
}

bool is_code(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return text.size() >= kLeastCode && text.size() <= kMostCode && text[0] >= 'a' && std::ranges::all_of(text, fits);
}

std::string small_letters(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

tl::expected<UnitContact, std::vector<FieldFault>> check_unit_contact(const UnitContact& typed) {
  UnitContact checked{std::string(trim(typed.contact)), to_half_width(trim(typed.phone)),
                      std::string(trim(typed.reviewer))};
  std::vector<FieldFault> faults;
  if (!is_line(checked.contact, kMostName)) faults.push_back({"contact", "联系人只写一行，最多 40 个字。"});
  if (!is_line(checked.phone, kMostPhone)) faults.push_back({"phone", "电话只写一行，最多 60 个字。"});
  if (!is_line(checked.reviewer, kMostName)) faults.push_back({"reviewer", "审核人只写一行，最多 40 个字。"});
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return checked;
}

tl::expected<std::string, FieldFault> check_unit_name(std::string_view typed) {
  std::string name(trim(typed));
  if (name.empty() || !is_line(name, kMostName)) {
    return tl::unexpected(FieldFault{"name", "请填单位名称，最多 40 个字。"});
  }
  return name;
}

tl::expected<Unit, std::vector<FieldFault>> check_unit_member(std::string_view name, std::string_view code) {
  Unit unit{.code = {small_letters(to_half_width(trim(code)))}, .name = {}};
  std::vector<FieldFault> faults;
  if (const auto checked = check_unit_name(name)) {
    unit.name = *checked;
  } else {
    faults.push_back(checked.error());
  }
  if (!is_code(unit.code.value)) {
    faults.push_back({"code", "代码用 2 至 20 个小写字母或数字，以字母开头，例如 yaojia。"});
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return unit;
}

}  // namespace sjsz
