#include "pages/report_api.h"

#include <algorithm>

#include "actions/report.h"
#include "actions/report_lock.h"
#include "pages/json_answers.h"
#include "pages/report_answer.h"
#include "pages/report_json.h"
#include "storage/period_store.h"
#include "storage/report_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz {
namespace {

using actions::Refusal;

constexpr const char* kUnknown = "没有这一项填报。";

DueDates due_of(Reader& db, const Month& month) { return due_dates(find_period(db, month), find_period_rules(db)); }

// Asked for by ?period=, or the newest one that takes submissions; nothing if there is none yet.
std::optional<Month> chosen_period(const Visit& visit, Reader& db) {
  const auto asked = visit.request.query("period").value_or("");
  if (asked.empty()) return newest_open_period(find_period_rules(db), visit.site.clock.today());
  const auto month = parse_month(asked);
  if (!month) throw WrongQuery("period", "调度期应写成 2020-08。");
  return month;
}

std::optional<UnitCode> chosen_unit(const Visit& visit, Reader& db) {
  const auto asked = visit.request.query("unit").value_or("");
  if (asked.empty()) return std::nullopt;
  const UnitCode unit{std::string(asked)};
  if (!find_unit(db, unit)) throw WrongQuery("unit", "没有这个单位。");
  return unit;
}

std::vector<Requirement> list_requirements_of(Reader& db, const ReportKey& key) {
  return key.task ? list_requirements(db, key.period.year, *key.task) : std::vector<Requirement>{};
}

// Office, leaders and the unit itself see how a report came about; other units its text alone.
ReportContext context_of(const Visit& visit, Reader& db, const VisibleReport& visible) {
  const auto& key = visible.line.key;
  const auto& visitor = visit.visitor;
  ReportContext context{due_of(db, key.period), {}, {}, {}, list_visible_attachments(db, visible)};
  if (may_file_report(visitor, key)) {
    context.lock = actions::find_lock(db, key.period, key.unit, ReportVerb::save, visit.site.clock.moment());
  }
  const bool all =
      visible.access == ReportAccess::whole || (may_oversee(visitor) && visible.access != ReportAccess::state_only);
  if (all && visible.report.id != 0) {
    context.revisions = list_revisions(db, visible.report.id);
    context.history = list_report_events(db, visible.report.id);
  }
  return context;
}

http::Response refused(const Visit& visit, Reader& db, const Refusal& refusal) {
  switch (refusal.why) {
    case Refusal::not_allowed:
      return make_problem(visit.request, 403, refusal.reason, {});
    case Refusal::incomplete: {
      std::vector<WrongField> fields;
      for (const auto& fault : refusal.lines.at(0).faults) fields.push_back({fault.field, fault.reason});
      return make_problem(visit.request, 422, refusal.reason, fields);
    }
    case Refusal::stale:
    case Refusal::wrong_state:
    case Refusal::closed:
      break;
  }
  const auto visible = find_visible_report(db, visit.visitor, refusal.key);
  return make_problem(visit.request, 409, refusal.reason, {},
                      {{"state", to_code(visible->state())}, {"version", visible->report.version}});
}

Json changed_json(const actions::Changed& changed) {
  return {{"state", to_code(changed.state)}, {"version", changed.version}};
}

// The line that is to be changed; for whom it is hidden, there is none such.
VisibleReport visible_line(const Visit& visit, Reader& db, const ReportKey& key) {
  return found(find_visible_report(db, visit.visitor, key), kUnknown);
}

ApiAnswer answer(const Visit& visit, Reader& db, const actions::Outcome& outcome) {
  if (!outcome) return tl::unexpected(refused(visit, db, outcome.error()));
  return http::json(changed_json(*outcome).dump());
}

struct Draft {
  int version = 0;
  ReportText text;
};

Draft read_draft(const Visit& visit, Reader& db, const ReportKey& key) {
  const auto form = form_of(key, visible_line(visit, db, key).line.role);
  const auto requirements = list_requirements_of(db, key);
  const auto sent = read_body(visit.request, [&](const Spot& body) { return read_report(body, form, requirements); });
  auto text = check_report(sent.raw, form, requirements, key.period);
  if (text) return {sent.version, std::move(*text)};
  std::vector<WrongField> fields;
  for (const auto& fault : text.error()) fields.push_back({fault.field, fault.reason});
  throw WrongQuery(std::move(fields));
}

template <class Action>
http::Response change(const Visit& visit, Db& db, bool takes_state, Action action) {
  const auto key = report_key_of(visit.request);
  visible_line(visit, *db.reader(), key);
  const auto sent = read_body(visit.request, read_verb);
  if (sent.judged_state && !takes_state) throw WrongQuery("judged_state", "只有审核通过时填写核定状态。");
  return answer_once(visit, db, [&](Writer& writer) -> ApiAnswer { return action(writer, key, sent); });
}

}  // namespace

http::Response list_reports_json(const Visit& visit, Reader& db) {
  Json items = Json::array();
  const auto unit = chosen_unit(visit, db);
  if (const auto period = chosen_period(visit, db)) {
    const auto due = due_of(db, *period);
    for (const auto& visible : list_visible_reports(db, visit.visitor, *period)) {
      if (!unit || visible.line.key.unit == *unit) items.push_back(line_json(visible, due));
    }
  }
  const auto total = items.size();
  return http::json(Json{{"items", std::move(items)}, {"total", total}}.dump());
}

http::Response show_report_json(const Visit& visit, Reader& db) {
  const auto visible = visible_line(visit, db, report_key_of(visit.request));
  return http::json(report_json(visible, context_of(visit, db, visible)).dump());
}

http::Response save_report_json(const Visit& visit, Db& db) {
  const auto key = report_key_of(visit.request);
  const auto sent = read_draft(visit, *db.reader(), key);
  return answer_once(visit, db, [&](Writer& writer) -> ApiAnswer {
    const auto saved = actions::save_report(writer, actor_of(visit), visit.visitor, key, sent.version, sent.text);
    return answer(visit, writer, saved);
  });
}

http::Response submit_report_json(const Visit& visit, Db& db) {
  return change(visit, db, false, [&](Writer& writer, const ReportKey& key, const SentVerb& sent) -> ApiAnswer {
    const auto submitted =
        actions::submit_reports(writer, actor_of(visit), visit.visitor, {{key, sent.version, sent.comment}});
    if (!submitted) return tl::unexpected(refused(visit, writer, submitted.error()));
    auto json = changed_json(submitted->lines.at(0));
    json["receipt"] = submitted->receipt;
    return http::json(json.dump());
  });
}

http::Response withdraw_report_json(const Visit& visit, Db& db) {
  return change(visit, db, false, [&](Writer& writer, const ReportKey& key, const SentVerb& sent) {
    return answer(visit, writer,
                  actions::withdraw_report(writer, actor_of(visit), visit.visitor, key, sent.version, sent.comment));
  });
}

http::Response return_report_json(const Visit& visit, Db& db) {
  return change(visit, db, false, [&](Writer& writer, const ReportKey& key, const SentVerb& sent) {
    return answer(visit, writer,
                  actions::return_report(writer, actor_of(visit), visit.visitor, key, sent.version, sent.comment));
  });
}

http::Response accept_report_json(const Visit& visit, Db& db) {
  return change(visit, db, true, [&](Writer& writer, const ReportKey& key, const SentVerb& sent) {
    return answer(visit, writer,
                  actions::accept_report(writer, actor_of(visit), visit.visitor, key, sent.version, sent.judged_state,
                                         sent.comment));
  });
}

}  // namespace sjsz
