#include "seed/demo_json.h"

#include <array>

#include "document/strict_json.h"

namespace sjsz {

// Business time, "2020-02-03 09:12:40".
static std::optional<Instant> parse_business_time(std::string_view text) {
  if (text.size() != 19) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto instant = parse_instant("1970-01-01T" + std::string(text.substr(11)) + ".000Z");
  if (!date || !instant || text[10] != ' ') return std::nullopt;
  return business_instant(*date, instant->time_since_epoch());
}

static void read_value(const Spot& spot, Instant& at) {
  const auto* text = spot.value().get_ptr<const std::string*>();
  const auto known = text ? parse_business_time(*text) : std::nullopt;
  if (!known) return spot.fault("应为北京时间，写成 \"2020-02-03 09:12:40\"。");
  at = *known;
}

static void read_value(const Spot& spot, Month& month) {
  const auto* text = spot.value().get_ptr<const std::string*>();
  const auto known = text ? parse_month(*text) : std::nullopt;
  if (!known) return spot.fault("应为月份，写成 \"2020-08\"。");
  month = *known;
}

static void read_value(const Spot& spot, std::map<std::string, std::string>& values) {
  if (!spot.value().is_object()) return spot.fault("应为对象。");
  for (const auto& [key, value] : spot.value().items()) read_value(spot.at(key), values[key]);
}

static void read_value(const Spot& spot, DemoVerb& verb) {
  static constexpr std::array<std::string_view, 5> names = {"save", "submit", "withdraw", "return", "accept"};
  const auto* text = spot.value().get_ptr<const std::string*>();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (text && *text == names[i]) return static_cast<void>(verb = static_cast<DemoVerb>(i));
  }
  refuse_code(spot, {names.begin(), names.end()});
}

static void read_value(const Spot& spot, ReportText& text) {
  Object(spot)
      .read_if_there("self_state", text.self_state)
      .read_if_there("completion", text.completion)
      .read_if_there("progress", text.progress)
      .read_if_there("no_progress", text.no_progress)
      .read_if_there("measures", text.measures)
      .read_if_there("problems", text.problems)
      .read_if_there("next_steps", text.next_steps)
      .read_if_there("expected_date", text.expected_date)
      .read_if_there("coordination", text.coordination)
      .read_if_there("requirements", text.requirements)
      .and_nothing_else();
}

static void read_value(const Spot& spot, NewAccount& account) {
  Object(spot)
      .read("name", account.name)
      .read("display", account.display)
      .read("role", account.role)
      .read("unit", account.unit)
      .and_nothing_else();
}

static void read_value(const Spot& spot, DemoStep& step) {
  Object(spot)
      .read("at", step.at)
      .read("verb", step.verb)
      .read_if_there("text", step.text)
      .read_if_there("judged", step.judged)
      .read_if_there("comment", step.comment)
      .and_nothing_else();
}

static void read_value(const Spot& spot, DemoLine& line) {
  Object(spot)
      .read("period", line.key.period)
      .read("task", line.key.task)
      .read("unit", line.key.unit)
      .read("steps", line.steps)
      .and_nothing_else();
}

static void read_value(const Spot& spot, DemoSetting& setting) {
  Object(spot).read("key", setting.key).read("value", setting.value).read("reason", setting.reason).and_nothing_else();
}

static void read_value(const Spot& spot, DemoContact& one) {
  Object(spot)
      .read("unit", one.unit)
      .read("contact", one.contact.contact)
      .read("phone", one.contact.phone)
      .read("reviewer", one.contact.reviewer)
      .and_nothing_else();
}

static void read_value(const Spot& spot, DemoExemption& one) {
  ReportKey& key = one.exemption.key;
  Object(spot)
      .read("at", one.at)
      .read("period", key.period)
      .read("task", key.task)
      .read("unit", key.unit)
      .read("reason", one.exemption.reason)
      .and_nothing_else();
}

static void read_value(const Spot& spot, DemoReminder& reminder) {
  Object(spot)
      .read("at", reminder.at)
      .read("period", reminder.period)
      .read("unit", reminder.unit)
      .read("way", reminder.way)
      .read("note", reminder.note)
      .and_nothing_else();
}

static void read_value(const Spot& spot, DemoClosing& closing) {
  Object(spot).read("at", closing.at).read("period", closing.period).and_nothing_else();
}

tl::expected<Demo, std::vector<Fault>> read_demo(std::string_view json) {
  const auto document = parse_strict_json(json);
  if (!document) return tl::unexpected(std::vector<Fault>{document.error()});
  std::vector<Fault> faults;
  Demo demo;
  std::string format;
  int version = 0;
  Object(Spot(*document, "", faults))
      .read("format", format)
      .read("version", version)
      .read("started", demo.started)
      .read("accounts", demo.accounts)
      .read("settings", demo.settings)
      .read("contacts", demo.contacts)
      .read("exemptions", demo.exemptions)
      .read("closings", demo.closings)
      .read("reminders", demo.reminders)
      .read("lines", demo.lines)
      .and_nothing_else();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return demo;
}

}  // namespace sjsz
