#include "pages/report_change.h"

#include "actions/attachment.h"
#include "base/log.h"
#include "base/text.h"
#include "pages/no_room.h"
#include "pages/report_answer.h"
#include "pages/report_reading.h"
#include "pages/visible_report.h"
#include "view/report_links.h"

namespace sjsz {
namespace {

// One POST to a report of the visitor's own unit.
class ReportChange {
 public:
  ReportChange(const Visit& visit, Db& db, const ReportKey& key, http::Fields form, const std::string& button)
      : visit_(visit),
        db_(db),
        key_(key),
        form_(std::move(form)),
        button_(button),
        seen_(parse_whole(field_of(form_, "version"))),
        by_itself_(visit.request.header("accept").starts_with("application/json")) {
    load();
    if (seen_ < 0) throw http::Stop(400, "表单不完整，请刷新页面后重新填写。");
    typed_ = typed_report(form_, line());
  }

  http::Response run(Uploads uploads) {
    uploads_ = std::move(uploads);
    if (!may_file_report(visit_.visitor, key_)) return refuse_stranger();
    if (visit_.too_fast) return not_now(429, "短时间内提交的次数过多，没有保存。请稍等几秒再保存");
    try {
      if (button_ == "withdraw") return withdraw();
      for (const char* saving : {"save", "next", "confirm", "files"}) {
        if (button_ == saving) return save();
      }
      return fill();
    } catch (const NoRoom& fault) {
      log_no_room(visit_.request, fault);
      return not_now(kNoRoomStatus, no_room_words("再保存"));
    }
  }

 private:
  http::Response refuse_stranger() {
    found(find_visible_report(*db_.reader(), visit_.visitor, key_));
    record_refused_access(visit_, db_);
    throw http::Stop(403);
  }

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
    if (by_itself_) return autosaved(done->version);
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
    if (by_itself_) {
      return not_autosaved("有 " + std::to_string(faults.size()) + " 处填写有误，暂时不能自动保存", 422);
    }
    auto reader = db_.reader();
    if (!is_editable(month_, line())) return show_unsaved(*reader);
    auto form = typed_form(*reader);
    form.trouble = view::ReportFormView::Trouble::not_saved;
    form.faults = faults;
    return show_form(visit_, *reader, line(), form, 422);
  }

  // Nothing is wrong with what was typed: it stays, to be saved later.
  http::Response not_now(int status, const std::string& why) {
    if (by_itself_) return not_autosaved(why, status);
    auto reader = db_.reader();
    if (!is_editable(month_, line())) throw http::Stop(status);
    auto form = typed_form(*reader);
    form.alert = why + "；您填写的内容都在下面，请不要关闭这个页面。";
    auto response = show_form(visit_, *reader, line(), form, status);
    if (status == 429) response.header("Retry-After", "1");
    return response;
  }

  http::Response collided(const actions::Refusal& refusal) {
    if (refusal.why == refusal.not_allowed) throw http::Stop(403, refusal.reason);
    if (by_itself_) {
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
    month_ = report_month(visit_, *reader, key_);
  }

  const UnitLine& line() const { return report_line(month_, key_); }

  const Visit& visit_;
  Db& db_;
  const ReportKey key_;
  const http::Fields form_;
  const std::string button_;
  const int seen_;
  const bool by_itself_;  // saved by the script of the page, which reads JSON
  Uploads uploads_;
  UnitMonth month_;
  RawReport typed_;
};

}  // namespace

http::Response press_report_button(const Visit& visit, Db& db, const ReportKey& key, http::Fields form) {
  const auto button = field_of(form, "do");
  return ReportChange(visit, db, key, std::move(form), button).run({});
}

http::Response save_report_form(const Visit& visit, Db& db, const ReportKey& key, http::Fields form, Uploads uploads) {
  return ReportChange(visit, db, key, std::move(form), "files").run(std::move(uploads));
}

}  // namespace sjsz
