#include "pages/report_pages.h"

#include "actions/attachment.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/rights.h"
#include "pages/layout.h"
#include "pages/report_form.h"
#include "pages/report_head.h"
#include "pages/report_reading.h"
#include "view/report_links.h"

namespace sjsz {
namespace {

bool is_editable(const UnitMonth& month, const UnitLine& line) {
  return is_outstanding(line.report.state) && !month.write_lock;
}

const char* done_words(std::string_view done) {
  if (done == "saved") return "草稿已保存。";
  if (done == "files") return "草稿和附件已保存。";
  if (done == "withdrawn") return "已撤回，可以修改后重新提交。";
  return "";
}

UnitMonth month_of(const Visit& visit, Reader& db, const ReportKey& key) {
  return find_unit_month(db, key.period, key.unit, visit.site.clock.moment());
}

const UnitLine& line_of(const UnitMonth& month, const ReportKey& key) {
  const auto* line = month.find(key);
  if (!line) throw http::Stop(404, "这个单位本月没有这一项应报事项。");
  return *line;
}

http::Response show(const Visit& visit, Reader& db, const UnitLine& line, const std::string& title, std::string body,
                    int status) {
  const int year = line.owed.key.period.year;
  return http::html(in_layout(visit, db, {title, "ledger", year, paper_of(line)}, std::move(body)), status);
}

http::Response show_form(const Visit& visit, Reader& db, const UnitLine& line, const view::ReportFormView& form,
                         int status = 200) {
  const std::string mark = form.faults.empty() && !form.other ? "" : "错误：";
  const auto title = mark + view::report_title(form.head) + " 填报";
  return show(visit, db, line, title, view::render(visit.site.templates, form), status);
}

http::Response show_reading(const Visit& visit, Reader& db, const UnitLine& line, const view::ReportView& page,
                            int status = 200) {
  const auto title = view::report_title(page.head) + " " + page.head.unit;
  return show(visit, db, line, title, view::render(visit.site.templates, page), status);
}

// One POST to a report of the visitor's own unit.
class ReportChange {
 public:
  ReportChange(const Visit& visit, Db& db, const ReportKey& key, http::Fields form, const std::string& button)
      : visit_(visit),
        db_(db),
        key_(key),
        form_(std::move(form)),
        button_(button),
        seen_(parse_whole(field_of(form_, "version"))) {
    load();
    if (seen_ < 0) throw http::Stop(400, "表单不完整，请刷新页面后重新填写。");
    typed_ = typed_report(form_, line());
  }

  http::Response run(Uploads uploads) {
    uploads_ = std::move(uploads);
    if (!may_file_report(visit_.visitor, key_)) return refuse_stranger();
    if (button_ == "withdraw") return withdraw();
    for (const char* saving : {"save", "next", "confirm", "autosave", "files"}) {
      if (button_ == saving) return save();
    }
    return fill();
  }

 private:
  http::Response refuse_stranger() { throw http::Stop(access_to(visit_, line()) == ReportAccess::hidden ? 404 : 403); }

  http::Response withdraw() {
    const auto done = db_.write(
        [&](Writer& db) { return actions::withdraw_report(db, actor_of(visit_), visit_.visitor, key_, seen_); });
    if (!done) return not_withdrawn(done.error());
    return http::see_other(view::report_url(key_) + "?done=withdrawn");
  }

  http::Response save() {
    const auto text = check_report(typed_, line().form, requirements_of(line()), key_.period);
    auto faults = text ? std::vector<FieldFault>{} : text.error();
    faults.insert(faults.end(), uploads_.faults.begin(), uploads_.faults.end());
    if (!faults.empty()) return not_saved(faults);
    const auto done = db_.write([&](Writer& db) { return store(db, *text); });
    if (!done) return done.error().lines.empty() ? collided(done.error()) : not_saved(done.error().lines[0].faults);
    uploads_.keep();
    if (button_ == "autosave") return autosaved(done->version);
    if (button_ == "save") return http::see_other(view::report_url(key_) + "?done=saved");
    if (button_ == "files") return http::see_other(view::report_url(key_) + "?done=files");
    load();
    return button_ == "next" ? go_to_next() : go_to_confirm();
  }

  actions::Outcome store(Writer& db, const ReportText& text) {
    const auto saved = actions::save_report(db, actor_of(visit_), visit_.visitor, key_, seen_, text);
    if (!saved || uploads_.rows.empty()) return saved;
    return actions::add_attachments(db, actor_of(visit_), visit_.visitor, key_, uploads_.rows);
  }

  http::Response go_to_next() {
    const auto* next = month_.next_to_fill(key_);
    return http::see_other(next ? view::report_url(next->owed.key) : view::ledger_url(key_.period));
  }

  http::Response go_to_confirm() {
    if (line().missing.empty()) return http::see_other(view::confirm_url(key_.period));
    auto reader = db_.reader();
    auto form = report_form(*reader, month_, line());
    form.trouble = view::ReportFormView::Trouble::incomplete;
    form.faults = line().missing;
    return show_form(visit_, *reader, line(), form, 422);
  }

  http::Response autosaved(int version) {
    const auto at = business_minute(visit_.site.clock.moment()).substr(11);
    return http::json("{\"version\":" + std::to_string(version) + ",\"saved_at\":" + json_string(at) + "}");
  }

  http::Response not_autosaved(const std::string& message, int status) {
    return http::json("{\"message\":" + json_string(message) + "}", status);
  }

  // The boxes as they were typed; the version stays the one that was seen, so that no colleague is overwritten.
  view::ReportFormView typed_form(Reader& db) {
    auto form = report_form(db, month_, line());
    form.typed = typed_;
    form.version = seen_;
    form.unsaved = true;
    return form;
  }

  http::Response not_saved(const std::vector<FieldFault>& faults) {
    if (button_ == "autosave") {
      return not_autosaved("有 " + std::to_string(faults.size()) + " 处填写有误，暂时不能自动保存", 422);
    }
    auto reader = db_.reader();
    if (!is_editable(month_, line())) return show_unsaved(*reader);
    auto form = typed_form(*reader);
    form.trouble = view::ReportFormView::Trouble::not_saved;
    form.faults = faults;
    return show_form(visit_, *reader, line(), form, 422);
  }

  http::Response collided(const actions::Refusal& refusal) {
    if (refusal.why == refusal.not_allowed) throw http::Stop(403, refusal.reason);
    if (button_ == "autosave") {
      const bool stale = refusal.why == refusal.stale;
      return not_autosaved(stale ? "同事刚改过这一项，自动保存已停下；请点“保存草稿”，两份内容会并排显示"
                                 : "没有自动保存：" + refusal.reason,
                           409);
    }
    load();
    auto reader = db_.reader();
    if (!is_editable(month_, line())) return show_unsaved(*reader);
    const auto& saved = line().report;
    auto form = typed_form(*reader);
    form.version = saved.version;  // both texts are shown: the next save decides
    form.other = {{saved.changed_by, saved.changed_at, saved.text}};
    return show_form(visit_, *reader, line(), form, 409);
  }

  // It can be written no more: what was typed stands above what there is.
  http::Response show_unsaved(Reader& db) {
    auto page = own_report(db, month_, line());
    page.unsaved = view::report_texts(typed_, line().form, requirements_of(line()));
    return show_reading(visit_, db, line(), page, 409);
  }

  http::Response not_withdrawn(const actions::Refusal& refusal) {
    load();
    auto reader = db_.reader();
    auto page = own_report(*reader, month_, line());
    page.notice = "没有撤回：" + refusal.reason;
    return show_reading(visit_, *reader, line(), page, 409);
  }

  http::Response fill() {
    auto reader = db_.reader();
    if (!is_editable(month_, line())) return show_unsaved(*reader);
    auto form = typed_form(*reader);
    if (!fill_form(form, button_, month_)) throw http::Stop(400, "表单不完整，请刷新页面后重新填写。");
    return show_form(visit_, *reader, line(), form);
  }

  void load() {
    auto reader = db_.reader();
    month_ = month_of(visit_, *reader, key_);
  }

  const UnitLine& line() const { return line_of(month_, key_); }

  const Visit& visit_;
  Db& db_;
  const ReportKey key_;
  const http::Fields form_;
  const std::string button_;
  const int seen_;
  Uploads uploads_;
  UnitMonth month_;
  RawReport typed_;
};

}  // namespace

http::Response show_report(const Visit& visit, Reader& db) {
  const auto key = report_key_of(visit.request);
  const auto month = month_of(visit, db, key);
  const auto& line = line_of(month, key);
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
  auto form = form_of(visit.request);
  const auto button = field_of(form, "do");
  return ReportChange(visit, db, report_key_of(visit.request), std::move(form), button).run({});
}

http::Response save_report_form(const Visit& visit, Db& db, const ReportKey& key, http::Fields form, Uploads uploads) {
  return ReportChange(visit, db, key, std::move(form), "files").run(std::move(uploads));
}

ReportKey report_key_of(const http::Request& request) {
  ReportKey key{request.month("period"), {}, {request.parameter("unit")}};
  for (const auto& [name, value] : request.parameters) {
    if (name == "task") key.task = TaskSeq{request.number("task")};
  }
  return key;
}

}  // namespace sjsz
