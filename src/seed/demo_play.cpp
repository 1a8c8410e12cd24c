#include "seed/demo_play.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "actions/period.h"
#include "actions/reminder.h"
#include "actions/report.h"
#include "domain/codes.h"

namespace sjsz {
namespace {

std::string describe(const ReportKey& key) {
  return to_string(key.period) + " " + (key.task ? std::to_string(key.task->value) : "narrative") + " " +
         key.unit.value;
}

class Player {
 public:
  Player(Writer& db, const Demo& demo, const std::vector<Account>& accounts)
      : db_(db), demo_(demo), accounts_(accounts) {}

  void play() {
    plan_lines();
    plan_submissions();
    plan_office();
    for (const auto& [at, event] : events_) {
      db_.pretend_time(at);
      event();
    }
  }

 private:
  void plan(Instant at, std::function<void()> event) { events_.emplace(at, std::move(event)); }

  void plan_lines() {
    for (const auto& line : demo_.lines) {
      for (const auto& step : line.steps) {
        if (step.verb != DemoVerb::submit) plan(step.at, [this, &line, &step] { take(line.key, step); });
      }
    }
  }

  // What a unit submits at one moment of one period goes together, with one receipt.
  void plan_submissions() {
    std::map<std::tuple<Instant, Month, UnitCode>, std::vector<ReportKey>> submissions;
    for (const auto& line : demo_.lines) {
      for (const auto& step : line.steps) {
        if (step.verb != DemoVerb::submit) continue;
        submissions[{step.at, line.key.period, line.key.unit}].push_back(line.key);
      }
    }
    for (const auto& [place, keys] : submissions) {
      plan(std::get<Instant>(place), [this, keys = keys] { submit(keys); });
    }
  }

  void plan_office() {
    for (const auto& one : demo_.exemptions) {
      const auto& [key, reason] = one.exemption;
      plan(one.at, by_office(key.unit, [&key = key, &reason = reason](auto&... who) {
             return actions::exempt_line(who..., key, reason);
           }));
    }
    for (const auto& one : demo_.closings) {
      plan(one.at, by_office({}, [&one](auto&... who) { return actions::close_period(who..., one.period); }));
    }
    for (const auto& one : demo_.reminders) {
      plan(one.at, by_office({}, [&one](auto&... who) {
             return actions::record_reminder(who..., {one.period, one.unit, one.way, one.note});
           }));
    }
  }

  // An action of the office that concerns `unit`.
  template <class Action>
  std::function<void()> by_office(const UnitCode& unit, Action action) {
    return [this, &account = reviewer_of(unit), action] {
      const auto actor = demo_actor(account);
      const Visitor visitor{.account = account};
      needed(action(db_, actor, visitor), "an act of the office");
    };
  }

  void take(const ReportKey& key, const DemoStep& step) {
    const bool by_office = step.verb == DemoVerb::send_back || step.verb == DemoVerb::accept;
    const Account& account = by_office ? reviewer_of(key.unit) : reporter_of(key.unit);
    const auto done = needed(change(key, step, demo_actor(account), {.account = account}), describe(key));
    versions_[key] = done->version;
  }

  actions::Outcome change(const ReportKey& key, const DemoStep& step, const actions::Actor& actor,
                          const Visitor& visitor) {
    const int seen = versions_[key];
    switch (step.verb) {
      case DemoVerb::save:
        return actions::save_report(db_, actor, visitor, key, seen, step.text);
      case DemoVerb::withdraw:
        return actions::withdraw_report(db_, actor, visitor, key, seen);
      case DemoVerb::send_back:
        return actions::return_report(db_, actor, visitor, key, seen, step.comment);
      case DemoVerb::accept:
        return actions::accept_report(db_, actor, visitor, key, seen, step.judged, step.comment);
      case DemoVerb::submit:
        break;
    }
    throw std::logic_error("submissions go together");
  }

  void submit(const std::vector<ReportKey>& keys) {
    const Account& account = reporter_of(keys.front().unit);
    std::vector<actions::Submission> lines;
    for (const auto& key : keys) lines.push_back({key, versions_[key]});
    const auto done =
        needed(actions::submit_reports(db_, demo_actor(account), {.account = account}, lines), describe(keys.front()));
    for (std::size_t i = 0; i < keys.size(); ++i) versions_[keys[i]] = done->lines[i].version;
  }

  const Account& reporter_of(const UnitCode& unit) const {
    return find([&](const Account& one) { return one.unit == unit && one.name == unit.value; });
  }

  // The desk of the office, but for its own unit's lines.
  const Account& reviewer_of(const UnitCode& unit) const {
    return find([&](const Account& one) { return one.role == AccountRole::office && one.unit != unit; });
  }

  const Account& find(const std::function<bool(const Account&)>& fits) const {
    const auto found = std::find_if(accounts_.begin(), accounts_.end(), fits);
    if (found == accounts_.end()) throw std::logic_error("the demonstration lacks an account");
    return *found;
  }

  Writer& db_;
  const Demo& demo_;
  const std::vector<Account>& accounts_;
  std::map<ReportKey, int> versions_;
  std::multimap<Instant, std::function<void()>> events_;  // at one moment in the order in which they were planned
};

}  // namespace

void play_demo(Writer& db, const Demo& demo, const std::vector<Account>& accounts) {
  Player(db, demo, accounts).play();
}

actions::Actor demo_actor(const Account& account) {
  return {.name = account.name,
          .role = std::string(to_code(account.role)),
          .unit = account.unit ? account.unit->value : "",
          .via = "system"};
}

}  // namespace sjsz
