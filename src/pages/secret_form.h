// The fields of a form in which passwords are typed: zeroed when they go.
#pragma once
#include "base/secret.h"
#include "pages/page.h"

namespace sjsz {

struct SecretForm : http::Fields {
  explicit SecretForm(const http::Request& request) : http::Fields(form_of(request)) {}
  SecretForm(const SecretForm&) = delete;
  SecretForm& operator=(const SecretForm&) = delete;
  ~SecretForm() {
    for (auto& [name, value] : *this) wipe(value);
  }
};

}  // namespace sjsz
