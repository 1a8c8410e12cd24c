// A calm page for what cannot be answered: what happened, what to do next, and the number to name when asking.
#pragma once
#include <string>
#include <vector>

#include "view/template.h"

namespace sjsz::view {

struct ErrorView {     // templates/error.html
  int status = 500;    // one of 400 401 403 404 405 409 413 414 415 422 429 431 500 503; others read as 400 or 500
  std::string detail;  // a Chinese sentence from the page, instead of the usual one; may be empty
  std::string request_id;
};
std::vector<ErrorView> error_examples();
std::string error_title(int status);  // 没有这个页面: for the layout's title
std::string render(const Templates& templates, const ErrorView& view);

}  // namespace sjsz::view
