#include "pages/report_pages.h"

#include "domain/rights.h"
#include "pages/report_answer.h"
#include "pages/report_change.h"
#include "pages/report_reading.h"

namespace sjsz {

static const char* done_words(std::string_view done) {
  if (done == "saved") return "草稿已保存。";
  if (done == "files") return "草稿和附件已保存。";
  if (done == "withdrawn") return "已撤回，可以修改后重新提交。";
  return "";
}

http::Response show_report(const Visit& visit, Reader& db) {
  const auto key = report_key_of(visit.request);
  const auto month = report_month(visit, db, key);
  const auto& line = report_line(month, key);
  if (!may_file_report(visit.visitor, key)) {
    return show_reading(visit, db, line, report_of_another(visit, db, month, line));
  }
  const std::string notice = done_words(visit.request.query("done").value_or(""));
  if (!is_editable(month, line)) {
    auto page = own_report(db, month, line);
    page.notice = notice;
    return show_reading(visit, db, line, page);
  }
  auto form = report_form(db, month, line);
  form.notice = notice;
  return show_form(visit, db, line, form);
}

http::Response change_report(const Visit& visit, Db& db) {
  return press_report_button(visit, db, report_key_of(visit.request), form_of(visit.request));
}

}  // namespace sjsz
