#include "pages/report_answer.h"

#include "pages/layout.h"
#include "pages/report_head.h"

namespace sjsz {

ReportKey report_key_of(const http::Request& request) {
  ReportKey key{request.month("period"), {}, {request.parameter("unit")}};
  for (const auto& [name, value] : request.parameters) {
    if (name == "task") key.task = TaskSeq{request.number("task")};
  }
  return key;
}

bool is_editable(const UnitMonth& month, const UnitLine& line) {
  return is_outstanding(line.report.state) && !month.write_lock;
}

UnitMonth report_month(const Visit& visit, Reader& db, const ReportKey& key) {
  return find_unit_month(db, key.period, key.unit, visit.site.clock.moment());
}

const UnitLine& report_line(const UnitMonth& month, const ReportKey& key) {
  const auto* line = month.find(key);
  if (!line) throw http::Stop(404, "这个单位本月没有这一项应报事项。");
  return *line;
}

static http::Response show(const Visit& visit, Reader& db, const UnitLine& line, const std::string& title,
                           std::string body, int status) {
  const int year = line.owed.key.period.year;
  return http::html(in_layout(visit, db, {title, "ledger", year, paper_of(line)}, std::move(body)), status);
}

http::Response show_form(const Visit& visit, Reader& db, const UnitLine& line, const view::ReportFormView& form,
                         int status) {
  const std::string mark = form.faults.empty() && !form.other && form.alert.empty() ? "" : "错误：";
  const auto title = mark + view::report_title(form.head) + " 填报";
  return show(visit, db, line, title, view::render(visit.site.templates, form), status);
}

http::Response show_reading(const Visit& visit, Reader& db, const UnitLine& line, const view::ReportView& page,
                            int status) {
  const auto title = view::report_title(page.head) + " " + page.head.unit;
  return show(visit, db, line, title, view::render(visit.site.templates, page), status);
}

}  // namespace sjsz
