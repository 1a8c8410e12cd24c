#include "pages/confirm_pages.h"

#include <algorithm>

#include "actions/report.h"
#include "base/text.h"
#include "pages/confirm_content.h"
#include "pages/layout.h"
#include "pages/no_room.h"
#include "storage/receipt_store.h"
#include "view/report_links.h"

namespace sjsz {
namespace {

http::Response show(const Visit& visit, Reader& db, const view::ConfirmView& page, int status = 200) {
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {"核对并提交", "ledger", page.period.year}, body), status);
}

UnitMonth own_month(const Visit& visit, Reader& db) {
  return find_unit_month(db, visit.request.month("period"), *visit.visitor.account->unit, visit.site.clock.moment());
}

// "9:7": task and the version that was seen; task 0 is the narrative.
std::optional<actions::Submission> read_line(const std::string& typed, const Month& period, const UnitCode& unit) {
  const auto parts = split(typed, ':');
  const int task = parse_whole(parts[0]), seen = parts.size() == 2 ? parse_whole(parts[1]) : -1;
  if (task < 0 || seen < 0) return std::nullopt;
  return actions::Submission{{period, task > 0 ? std::optional(TaskSeq{task}) : std::nullopt, unit}, seen};
}

std::vector<actions::Submission> read_lines(const http::Fields& form, const Month& period, const UnitCode& unit) {
  std::vector<actions::Submission> lines;
  for (const auto& [name, value] : form) {
    if (name != "line") continue;
    const auto line = read_line(value, period, unit);
    const bool doubled = line && std::any_of(lines.begin(), lines.end(),
                                             [&](const actions::Submission& one) { return one.key == line->key; });
    if (!line || doubled) throw http::Stop(400, "表单不完整，请刷新页面后重新核对。");
    lines.push_back(*line);
  }
  return lines;
}

// The receipt that took exactly these versions already: the button was pressed twice, or the first answer was lost.
std::optional<std::string> find_receipt_of(Reader& db, const UnitMonth& month,
                                           const std::vector<actions::Submission>& lines) {
  const auto receipts = list_receipts(db, month.month, month.unit);
  if (receipts.empty()) return std::nullopt;
  const auto taken = list_receipt_lines(db, receipts.back().id);
  const auto went = [&](const actions::Submission& one) {
    const auto* line = month.find(one.key);
    const bool on_it = std::any_of(taken.begin(), taken.end(), [&](const auto& other) { return other.key == one.key; });
    return on_it && line && line->report.state == ReportState::submitted && one.seen < line->report.version;
  };
  if (taken.size() != lines.size() || !std::all_of(lines.begin(), lines.end(), went)) return std::nullopt;
  return receipts.back().id;
}

std::string title_of_line(const UnitMonth& month, const ReportKey& key) {
  const auto* line = month.find(key);
  return line ? title_of(*line) + "：" : "";
}

http::Response not_submitted(const Visit& visit, Db& db, const std::vector<actions::Submission>& lines,
                             const actions::Refusal& refusal) {
  if (refusal.why == refusal.not_allowed) throw http::Stop(403, refusal.reason);
  auto reader = db.reader();
  const auto month = own_month(visit, *reader);
  if (const auto receipt = find_receipt_of(*reader, month, lines)) return http::see_other(view::receipt_url(*receipt));
  auto page = confirm_view(visit, *reader, month);
  page.notice = "没有提交。" + title_of_line(month, refusal.key) + refusal.reason + "请按下面的最新内容重新核对。";
  return show(visit, *reader, page, refusal.why == refusal.incomplete ? 422 : 409);
}

http::Response nothing_submitted(const Visit& visit, Reader& db) {
  auto page = confirm_view(visit, db, own_month(visit, db));
  page.notice = "没有提交。" + no_room_words("再提交。");
  return show(visit, db, page, kNoRoomStatus);
}

}  // namespace

http::Response show_confirm(const Visit& visit, Reader& db) {
  const auto month = own_month(visit, db);
  return show(visit, db, confirm_view(visit, db, month));
}

http::Response submit_month(const Visit& visit, Db& db) {
  const auto& unit = *visit.visitor.account->unit;
  const auto lines = read_lines(form_of(visit.request), visit.request.month("period"), unit);
  if (lines.empty()) throw http::Stop(422, "没有可以提交的事项。请先把草稿填写完整。");
  try {
    const auto done = db.write(
        [&](Writer& writer) { return actions::submit_reports(writer, actor_of(visit), visit.visitor, lines); });
    if (!done) return not_submitted(visit, db, lines, done.error());
    return http::see_other(view::receipt_url(done->receipt));
  } catch (const NoRoom& fault) {
    log_no_room(visit.request, fault);
    return nothing_submitted(visit, *db.reader());
  }
}

}  // namespace sjsz
