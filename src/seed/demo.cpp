#include "seed/demo.h"

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>
#include <tuple>

#include "actions/account.h"
#include "actions/import_plan.h"
#include "actions/report.h"
#include "actions/setting.h"
#include "domain/codes.h"
#include "domain/settings.h"
#include "storage/account_store.h"
#include "storage/install_store.h"
#include "storage/period_store.h"

namespace sjsz {
namespace {

// Plays the year in the order of time.
class Player {
 public:
  Player(Writer& db, const Demo& demo) : db_(db), demo_(demo) {}

  void make_accounts(const std::string& password_hash) {
    for (const auto& account : demo_.accounts) {
      need(actions::make_account(db_, actions::system_actor(), account, password_hash), "account " + account.name);
      accounts_.push_back(find_account(db_, account.name).value());
    }
  }

  void change_settings() {
    const Account& office = find([](const Account& one) { return one.role == AccountRole::office; });
    for (const auto& one : demo_.settings) {
      const auto* kind = find_setting_kind(one.key);
      if (!kind) throw std::logic_error("the demonstration changes no setting called " + one.key);
      const auto done =
          actions::change_setting(db_, actor_of(office), {.account = office}, *kind, one.value, one.reason, "");
      if (!done) throw std::logic_error("the demonstration breaks a rule at " + one.key + ": " + done.error().reason);
    }
  }

  void play() {
    plan_steps();
    for (const auto& one : demo_.exemptions) plan(one.at, [this, &one] { insert_exemption(db_, one.exemption); });
    for (const auto& one : demo_.closings) plan(one.at, [this, &one] { set_period_closed(db_, one.period, one.at); });
    for (const auto& [at, action] : events_) {
      db_.pretend_time(at);
      action();
    }
  }

 private:
  using Submissions = std::map<std::tuple<Instant, Month, UnitCode>, std::vector<ReportKey>>;

  void plan(Instant at, std::function<void()> action) { events_.emplace(at, std::move(action)); }

  // What a unit submits at one moment of one period goes together, with one receipt.
  void plan_steps() {
    Submissions submissions;
    for (const auto& line : demo_.lines) {
      for (const auto& step : line.steps) {
        if (step.verb == DemoVerb::submit) {
          submissions[{step.at, line.key.period, line.key.unit}].push_back(line.key);
        } else {
          plan(step.at, [this, &line, &step] { take(line.key, step); });
        }
      }
    }
    for (const auto& [place, keys] : submissions) {
      plan(std::get<Instant>(place), [this, keys = keys] { submit(keys); });
    }
  }

  void take(const ReportKey& key, const DemoStep& step) {
    const bool by_office = step.verb == DemoVerb::send_back || step.verb == DemoVerb::accept;
    const Account& account = by_office ? reviewer_of(key.unit) : reporter_of(key.unit);
    const auto done = change(key, step, actor_of(account), {.account = account});
    versions_[key] = need(done, describe(key)).version;
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
        need(actions::submit_reports(db_, actor_of(account), {.account = account}, lines), describe(keys.front()));
    for (std::size_t i = 0; i < keys.size(); ++i) versions_[keys[i]] = done.lines[i].version;
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

  static actions::Actor actor_of(const Account& account) {
    return {.name = account.name,
            .role = std::string(to_code(account.role)),
            .unit = account.unit ? account.unit->value : "",
            .via = "system"};
  }

  static std::string describe(const ReportKey& key) {
    return to_string(key.period) + " " + (key.task ? std::to_string(key.task->value) : "narrative") + " " +
           key.unit.value;
  }

  // What an action answers, or the end: the year inside the program keeps the portal's rules.
  template <class Value, class Error>
  static Value need(const tl::expected<Value, Error>& answer, const std::string& what) {
    if (!answer) throw std::logic_error("the demonstration breaks a rule at " + what + ": " + answer.error().reason);
    return *answer;
  }

  Writer& db_;
  const Demo& demo_;
  std::vector<Account> accounts_;  // as the file has them: the desk before 区政府办公室
  std::map<ReportKey, int> versions_;
  std::multimap<Instant, std::function<void()>> events_;  // at one moment in the order in which they were planned
};

}  // namespace

void fill_demo(Writer& db, const PlanBook& plan, const Demo& demo, const std::string& password_hash) {
  db.pretend_time(demo.started);
  set_demonstration(db);
  actions::import_plan(db, actions::system_actor(), plan);
  Player player(db, demo);
  player.make_accounts(password_hash);
  player.change_settings();
  player.play();
}

}  // namespace sjsz
