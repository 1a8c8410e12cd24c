#include "pages/user_forms.h"

#include "base/text.h"
#include "domain/codes.h"
#include "view/account_words.h"
#include "view/links.h"
#include "view/words.h"

namespace sjsz {

static constexpr AccountRole kRoles[] = {AccountRole::reporter, AccountRole::office, AccountRole::leader,
                                         AccountRole::auditor, AccountRole::admin};

view::UserRow user_row(const Account& account, const std::vector<Unit>& units) {
  return {account.name,
          view::user_url(account.name),
          account.display,
          std::string(view::account_role_word(account.role)),
          account.unit ? name_of(units, *account.unit) : "",
          std::string(view::account_state_word(account)),
          account.last_sign_in ? business_minute(*account.last_sign_in) : "",
          account.disabled};
}

std::vector<view::Choice> role_and_unit(const std::vector<Unit>& units, AccountRole chosen,
                                        const std::optional<UnitCode>& unit) {
  view::Choice role{"role", "角色", {}, "", ""};
  for (const auto one : kRoles) {
    role.options.push_back({std::string(to_code(one)), std::string(view::account_role_word(one)), one == chosen});
  }
  view::Choice of_unit{"unit", "单位", {{"", "不属于填报单位", !unit}}, "填报人和专班办公室人员要选；其他角色不选", ""};
  for (const auto& one : units) of_unit.options.push_back({one.code.value, one.name, unit == one.code});
  return {role, of_unit};
}

NewAccount typed_account(const http::Fields& form) {
  NewAccount account{std::string(trim(field_of(form, "name"))), std::string(trim(field_of(form, "display"))), {}, {}};
  account.role = from_code<AccountRole>(field_of(form, "role")).value_or(AccountRole::reporter);
  if (const auto unit = field_of(form, "unit"); !unit.empty()) account.unit = UnitCode{unit};
  return account;
}

}  // namespace sjsz
