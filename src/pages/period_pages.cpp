#include "pages/period_pages.h"

#include <algorithm>
#include <set>

#include "actions/period.h"
#include "domain/rights.h"
#include "pages/layout.h"
#include "pages/review_queue.h"
#include "storage/owed_query.h"
#include "storage/period_store.h"
#include "storage/report_store.h"
#include "view/links.h"
#include "view/period_view.h"
#include "view/report_words.h"
#include "view/review_links.h"

namespace sjsz {
namespace {

using view::Form;

std::string line_title(const LineNames& names, const ReportKey& key) {
  const auto* task = names.task_of(key);
  return names.unit_name(key.unit) + "　" +
         (task ? "任务 " + std::to_string(task->seq.value) + " " + task->label : "工作进展情况报告");
}

// What a post sent, shown again where it was refused.
struct Sent {
  http::Fields typed;
  FieldFault fault;
};

view::Field field(const Sent& sent, const char* name, const char* label, const char* hint = "") {
  return {.name = name,
          .label = label,
          .value = field_of(sent.typed, name),
          .hint = hint,
          .fault = sent.fault.field == name ? sent.fault.reason : ""};
}

Form due_form(const view::PeriodView& page, const Sent& sent) {
  return {"due",
          "改截止日期",
          page.due.differ() ? "只改这一期，牵头、配合都按这一天；按时与否以新的日期为准"
                            : "只改这一期；按时与否以新的日期为准",
          view::period_url(page.period) + "/due",
          "改截止日期",
          {},
          {field(sent, "due", "新的截止日期", "例如 2020-09-10"), field(sent, "due_reason", "原因")}};
}

Form close_form(const view::PeriodView& page) {
  return {
      "close", "关闭本期", "关闭后各单位不能再填报，审核不受影响", view::period_url(page.period) + "/close", "关闭本期",
      {},      {}};
}

view::Choice units_choice(const Sent& sent, const LineNames& names, const std::vector<OwedLine>& owed,
                          const Visitor& visitor) {
  view::Choice choice{"unit", "单位", {{"", "请选择"}}, "", sent.fault.field == "unit" ? sent.fault.reason : ""};
  const auto typed = field_of(sent.typed, "unit");
  std::set<UnitCode> shown;
  for (const auto& line : owed) {
    const auto& unit = line.key.unit;
    if (visitor.of_unit(unit) || !shown.insert(unit).second) continue;
    choice.options.push_back({unit.value, names.unit_name(unit), unit.value == typed});
  }
  return choice;
}

Form reopen_form(const view::PeriodView& page, const Sent& sent, view::Choice units) {
  return {"reopen",
          "为一个单位重新开放",
          "到期自动关闭；补报的记为迟报",
          view::period_url(page.period) + "/reopen",
          "重新开放",
          {std::move(units)},
          {field(sent, "reopen_reason", "原因"),
           field(sent, "expires", "开放到哪一天", "当天 24 时关闭，例如 2020-09-20")}};
}

Form exempt_form(const view::PeriodView& page, const Sent& sent, const LineNames& names,
                 const std::vector<OwedLine>& owed, const std::set<ReportKey>& submitted, const Visitor& visitor) {
  view::Choice lines{"line", "应报事项", {{"", "请选择"}}, "", sent.fault.field == "line" ? sent.fault.reason : ""};
  const auto typed = field_of(sent.typed, "line");
  for (const auto& line : owed) {
    if (line.exempt || visitor.of_unit(line.key.unit) || submitted.contains(line.key)) continue;
    const auto word = view::line_word(line.key);
    lines.options.push_back({word, line_title(names, line.key), word == typed});
  }
  return {"exempt",
          "免报一项",
          "免报的不计入应报",
          view::period_url(page.period) + "/exemptions",
          "免报",
          {std::move(lines)},
          {field(sent, "exempt_reason", "原因")}};
}

void add_forms(view::PeriodView& page, const Visit& visit, Reader& db, const Sent& sent, const LineNames& names,
               const std::vector<OwedLine>& owed) {
  std::set<ReportKey> submitted;
  for (const auto& report : list_reports(db, page.period)) {
    if (counts_as_submitted(report.state)) submitted.insert(report.key);
  }
  if (page.phase != Phase::closed) page.forms.push_back(due_form(page, sent));
  if (page.phase == Phase::closed) {
    page.forms.push_back(reopen_form(page, sent, units_choice(sent, names, owed, visit.visitor)));
  }
  page.forms.push_back(exempt_form(page, sent, names, owed, submitted, visit.visitor));
  if (page.phase == Phase::overdue) page.forms.push_back(close_form(page));
}

// What was done before this page came.
std::string notice_of(const http::Request& request, const view::PeriodView& page, const LineNames& names) {
  const auto done = request.query("done").value_or("");
  const std::string about(request.query("about").value_or(""));
  if (done == "due") return "截止日期已改为 " + to_string(page.due.lead) + "。";
  if (done == "close") return view::month_words(page.period) + "调度期已关闭。";
  if (done == "reopen") return names.knows({about}) ? "已为" + names.unit_name({about}) + "重新开放。" : "";
  const auto key = names.find_line(about);
  if (!key) return "";
  if (done == "exempt") return "已免报：" + line_title(names, *key) + "。";
  return done == "lift" ? "已取消免报：" + line_title(names, *key) + "。" : "";
}

http::Response period_page(const Visit& visit, Reader& db, const Sent& sent = {}, int status = 200) {
  view::PeriodView page;
  page.period = visit.request.month("period");
  const auto rules = find_period_rules(db);
  const auto period = find_period(db, page.period);
  page.phase = phase_of(period, rules, visit.site.clock.today());
  if (page.phase == Phase::outside) throw http::Stop(404, "没有这个调度期。");
  page.due = due_dates(period, rules);
  if (status != 200 && sent.fault.field.empty()) page.refusal = sent.fault.reason;
  const LineNames names(db);
  page.notice = notice_of(visit.request, page, names);
  const auto owed = list_owed(db, page.period);
  add_forms(page, visit, db, sent, names, owed);
  for (const auto& line : owed) {
    if (!line.exempt) continue;
    page.exemptions.push_back({line_title(names, line.key), line.exempt_reason,
                               view::period_url(page.period) + "/exemptions/lift", view::line_word(line.key),
                               !visit.visitor.of_unit(line.key.unit)});
  }
  for (const auto& one : list_reopenings(db, page.period)) {
    page.reopenings.push_back({names.unit_name(one.unit), business_minute(one.expires), one.reason});
  }
  const auto body = view::render(visit.site.templates, page);
  const std::string title = status == 422 ? "错误：本期设置" : "本期设置";
  return http::html(in_layout(visit, db, {.title = title, .current = "dispatch"}, body), status);
}

// What was decided, as its notice names it, and the field of its form that holds the reason.
struct Decision {
  const char* what;
  std::string about{};  // a unit, a line
  const char* reason_field = "";
};

// A decision, and then its page: 422 for a wrong field, 409 where the period is in another state.
template <class Decide>
http::Response decide(const Visit& visit, Db& db, const http::Fields& form, const Decision& made, Decide decision) {
  auto done = db.write([&](Writer& writer) -> actions::PeriodOutcome { return decision(writer, actor_of(visit)); });
  if (done) {
    const auto url = view::with_query(view::period_url(visit.request.month("period")), "done", made.what);
    return http::see_other(made.about.empty() ? url : view::with_query(url, "about", made.about));
  }
  auto& fault = done.error();
  if (fault.field == "reason") fault.field = made.reason_field;
  return period_page(visit, *db.reader(), {form, fault}, fault.field.empty() ? 409 : 422);
}

// The line chosen; of the period of the address whatever the word says.
ReportKey chosen_line(const Visit& visit, const http::Fields& form) {
  auto key = view::parse_line_word(field_of(form, "line")).value_or(ReportKey{});
  key.period = visit.request.month("period");
  return key;
}

}  // namespace

http::Response show_period(const Visit& visit, Reader& db) { return period_page(visit, db); }

http::Response change_due_date(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  return decide(visit, db, form, {"due", "", "due_reason"}, [&](Writer& writer, const actions::Actor& actor) {
    return actions::set_due_date(writer, actor, visit.visitor, visit.request.month("period"), field_of(form, "due"),
                                 field_of(form, "due_reason"));
  });
}

http::Response close_one_period(const Visit& visit, Db& db) {
  return decide(visit, db, {}, {"close"}, [&](Writer& writer, const actions::Actor& actor) {
    return actions::close_period(writer, actor, visit.visitor, visit.request.month("period"));
  });
}

http::Response reopen_for_unit(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  return decide(visit, db, form, {"reopen", field_of(form, "unit"), "reopen_reason"},
                [&](Writer& writer, const actions::Actor& actor) {
                  return actions::reopen_period(writer, actor, visit.visitor, visit.request.month("period"),
                                                {field_of(form, "unit")}, field_of(form, "reopen_reason"),
                                                field_of(form, "expires"));
                });
}

http::Response exempt_one_line(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  const auto key = chosen_line(visit, form);
  const Decision made{"exempt", view::line_word(key), "exempt_reason"};
  return decide(visit, db, form, made, [&](Writer& writer, const actions::Actor& actor) {
    return actions::exempt_line(writer, actor, visit.visitor, key, field_of(form, "exempt_reason"));
  });
}

http::Response lift_one_exemption(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  const auto key = chosen_line(visit, form);
  return decide(visit, db, form, {"lift", view::line_word(key)}, [&](Writer& writer, const actions::Actor& actor) {
    return actions::lift_exemption(writer, actor, visit.visitor, key);
  });
}

}  // namespace sjsz
