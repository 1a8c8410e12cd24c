#include "pages/new_password.h"

#include "base/password.h"
#include "base/secret.h"
#include "domain/account.h"
#include "pages/guards.h"

namespace sjsz {

tl::expected<std::string, std::vector<WrongField>> hash_new_password(const Visit& visit, const http::Fields& form,
                                                                     std::string_view account, std::string_view unit) {
  auto password = field_of(form, "password"), again = field_of(form, "again");
  const Wiped wiped(password), wiped_too(again);
  if (auto fault = find_password_fault(password, account, unit)) {
    return tl::unexpected(std::vector<WrongField>{{"password", *fault}});
  }
  if (password != again) {
    return tl::unexpected(std::vector<WrongField>{{"again", "两次输入的密码不一样，请重新输入"}});
  }
  const auto pass = visit.guards->hashing.enter();
  if (!pass) throw http::Stop(503);
  return hash_password(password);
}

}  // namespace sjsz
