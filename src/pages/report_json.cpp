#include "pages/report_json.h"

#include <limits>

namespace sjsz {
namespace {

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

template <class Value>
Json or_null(const std::optional<Value>& value) {
  if (!value) return nullptr;
  if constexpr (std::is_enum_v<Value>) {
    return to_code(*value);
  } else if constexpr (std::is_same_v<Value, Instant>) {
    return to_rfc3339(*value);
  } else if constexpr (std::is_same_v<Value, Date>) {
    return to_string(*value);
  } else {
    return *value;
  }
}

void add_text(Json& json, const ReportText& text) {
  json["self_state"] = or_null(text.self_state);
  json["completion"] = or_null(text.completion);
  json["progress"] = or_null(text.progress);
  json["no_progress"] = or_null(text.no_progress);
  json["measures"] = or_null(text.measures);
  json["problems"] = or_null(text.problems);
  json["next_steps"] = or_null(text.next_steps);
  json["expected_date"] = or_null(text.expected_date);
  json["coordination"] = or_null(text.coordination);
  json["requirements"] = Json::object();
  for (const auto& [key, value] : text.requirements) json["requirements"][key] = value;
}

Json revision_json(const Revision& revision) {
  Json json{{"number", revision.number},
            {"submitted_at", to_rfc3339(revision.submitted_at)},
            {"submitted_by", revision.submitted_by},
            {"late", revision.late},
            {"receipt", revision.receipt}};
  add_text(json, revision.text);
  return json;
}

Json event_json(const ReportEvent& event) {
  return {{"at", to_rfc3339(event.at)},
          {"actor", event.actor},
          {"verb", event.verb},
          {"revision", or_null(event.revision)},
          {"judged_state", or_null(event.judged_state)},
          {"comment", or_null(event.comment)}};
}

Json attachment_json(const Attachment& attachment) {
  return {{"id", attachment.id},
          {"name", attachment.name},
          {"type", attachment.type},
          {"size", attachment.size},
          {"sha256", to_hex(attachment.sha256)},
          {"added_at", to_rfc3339(attachment.added_at)},
          {"added_by", attachment.added_by},
          {"url", "/attachments/" + attachment.id}};
}

// A value of the body as it is typed into a form.
struct Typed {
  std::string text;
};

void read_value(const Spot& spot, Typed& typed) {
  const auto& value = spot.value();
  if (value.is_boolean()) {
    typed.text = value.get<bool>() ? "yes" : "no";
  } else if (value.is_string()) {
    typed.text = value.get_ref<const std::string&>();
  } else {
    spot.fault("应为文字：数写成 \"312.5\"，是否达到写成 \"yes\" 或 \"no\"。");
  }
}

struct Percent {
  std::string text;
};

void read_value(const Spot& spot, Percent& percent) {
  const auto* whole = spot.value().get_ptr<const Json::number_unsigned_t*>();
  if (!whole || *whole > 100) return spot.fault("应为 0 至 100 的整数。");
  percent.text = std::to_string(*whole);
}

struct Version {
  std::optional<int> number;
};

void read_value(const Spot& spot, Version& version) {
  const auto* whole = spot.value().get_ptr<const Json::number_unsigned_t*>();
  version.number = 0;  // said once what is wrong with it
  if (!whole || *whole > std::numeric_limits<int>::max()) return spot.fault("应为整数：您看到的版本号。");
  version.number = static_cast<int>(*whole);
}

int require(const Version& version, const Spot& body) {
  if (!version.number && body.value().is_object())
    body.fault_at("version", "请写明您看到的版本号；还没有保存过的为 0。");
  return version.number.value_or(0);
}

// true, false, or the reason itself.
struct NoProgress {
  RawReport& raw;
};

void read_value(const Spot& spot, NoProgress& no_progress) {
  const auto& value = spot.value();
  if (value.is_boolean()) {
    no_progress.raw.no_progress = value.get<bool>();
  } else if (value.is_string()) {
    no_progress.raw.no_progress = true;
    no_progress.raw.no_progress_reason = value.get_ref<const std::string&>();
  } else {
    spot.fault("应为本月无新进展的原因，没有这种情况的为 null。");
  }
}

struct Values {
  std::map<std::string, std::string>& values;
  const std::vector<Requirement>& requirements;
};

void read_value(const Spot& spot, Values& sent) {
  Object object(spot);
  for (const auto& requirement : sent.requirements) {
    Typed typed;
    object.read_if_any(requirement.key.c_str(), typed);
    if (!typed.text.empty()) sent.values[requirement.key] = typed.text;
  }
  object.and_nothing_else();
}

void refuse_if_any(const Spot& body, bool any, const char* field, const char* reason) {
  if (any) body.at(field).fault(reason);
}

void refuse_foreign_fields(const Spot& body, const RawReport& raw, ReportForm form) {
  if (form == ReportForm::full) return;
  const char* reason = form == ReportForm::supporting ? "配合事项不填这一项。" : "工作进展情况报告不填这一项。";
  refuse_if_any(body, !raw.self_state.empty(), "self_state", reason);
  refuse_if_any(body, !raw.completion.empty(), "completion", reason);
  refuse_if_any(body, !raw.measures.empty(), "measures", reason);
  refuse_if_any(body, !raw.next_steps.empty(), "next_steps", reason);
  refuse_if_any(body, !raw.expected_date.empty(), "expected_date", reason);
  refuse_if_any(body, !raw.coordination.empty(), "coordination", reason);
  if (form == ReportForm::supporting) return;
  refuse_if_any(body, raw.no_progress, "no_progress", reason);
  refuse_if_any(body, !raw.problems.empty(), "problems", reason);
}

}  // namespace

Json line_json(const VisibleReport& visible, const DueDates& due) {
  const auto& [line, access, report] = visible;
  const auto& first = report.first_submitted;
  return {{"period", to_string(line.key.period)},
          {"task", line.key.task ? Json(line.key.task->value) : Json(nullptr)},
          {"narrative", !line.key.task},
          {"unit", line.key.unit.value},
          {"role", line.key.task ? Json(to_code(line.role)) : Json(nullptr)},
          {"state", to_code(visible.state())},
          {"exempt_reason", or_null(line.exempt_reason)},
          {"late", first ? Json(is_late(*first, due.of(line.form()))) : Json(nullptr)},
          {"version", report.version},
          {"judged_state", or_null(report.judged_state)},
          {"submitted_at", or_null(report.submitted_at)}};
}

Json report_json(const VisibleReport& visible, const ReportContext& context) {
  const auto& report = visible.report;
  Json json = line_json(visible, context.due);
  add_text(json, report.text);
  json["due"] = to_string(context.due.of(visible.line.form()));
  json["locked"] = or_null(context.lock);
  json["changed_by"] = or_null(report.changed_by);
  json["changed_at"] = report.version == 0 ? Json(nullptr) : Json(to_rfc3339(report.changed_at));
  json["revisions"] = Json::array();
  for (const auto& revision : context.revisions) json["revisions"].push_back(revision_json(revision));
  json["history"] = Json::array();
  for (const auto& event : context.history) json["history"].push_back(event_json(event));
  json["attachments"] = Json::array();
  for (const auto& attachment : context.attachments) json["attachments"].push_back(attachment_json(attachment));
  return json;
}

SentReport read_report(const Spot& body, ReportForm form, const std::vector<Requirement>& requirements) {
  SentReport sent;
  auto& raw = sent.raw;
  Percent completion;
  NoProgress no_progress{raw};
  Values values{raw.requirements, form == ReportForm::full ? requirements : std::vector<Requirement>{}};
  Version version;
  Object object(body);
  object.read_if_any("version", version)
      .read_if_any("self_state", raw.self_state)
      .read_if_any("completion", completion)
      .read_if_any("progress", raw.progress)
      .read_if_any("no_progress", no_progress)
      .read_if_any("no_progress_reason", raw.no_progress_reason)
      .read_if_any("measures", raw.measures)
      .read_if_any("problems", raw.problems)
      .read_if_any("next_steps", raw.next_steps)
      .read_if_any("expected_date", raw.expected_date)
      .read_if_any("coordination", raw.coordination)
      .read_if_any("requirements", values)
      .and_nothing_else();
  raw.completion = completion.text;
  sent.version = require(version, body);
  refuse_foreign_fields(body, raw, form);
  return sent;
}

SentVerb read_verb(const Spot& body) {
  SentVerb sent;
  Version version;
  Object(body)
      .read_if_any("version", version)
      .read_if_any("comment", sent.comment)
      .read_if_any("judged_state", sent.judged_state)
      .and_nothing_else();
  sent.version = require(version, body);
  return sent;
}

}  // namespace sjsz
