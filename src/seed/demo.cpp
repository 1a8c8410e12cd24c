#include "seed/demo.h"

#include "actions/account.h"
#include "actions/import_plan.h"
#include "actions/setting.h"
#include "actions/unit.h"
#include "domain/settings.h"
#include "seed/demo_play.h"
#include "storage/account_store.h"
#include "storage/install_store.h"

namespace sjsz {
namespace {

std::vector<Account> make_accounts(Writer& db, const Demo& demo, const std::string& password_hash) {
  std::vector<Account> accounts;
  for (const auto& account : demo.accounts) {
    needed(actions::make_account(db, actions::system_actor(), account, password_hash), "account " + account.name);
    accounts.push_back(find_account(db, account.name).value());
  }
  return accounts;
}

void change_settings(Writer& db, const Demo& demo, const Account& office) {
  for (const auto& one : demo.settings) {
    const auto* kind = find_setting_kind(one.key);
    if (!kind) throw std::logic_error("the demonstration changes no setting called " + one.key);
    needed(actions::change_setting(db, demo_actor(office), {.account = office}, *kind, one.value, one.reason, ""),
           one.key);
  }
}

void write_contacts(Writer& db, const Demo& demo, const Account& office) {
  for (const auto& one : demo.contacts) {
    const auto done = actions::change_contact(db, demo_actor(office), {.account = office}, one.unit, one.contact);
    if (!done)
      throw std::logic_error("the demonstration breaks a rule at " + one.unit.value + ": " + done.error()[0].reason);
  }
}

}  // namespace

void fill_demo(Writer& db, const PlanBook& plan, const Demo& demo, const std::string& password_hash) {
  db.pretend_time(demo.started);
  set_demonstration(db);
  actions::import_plan(db, actions::system_actor(), plan);
  const auto accounts = make_accounts(db, demo, password_hash);
  const auto office = find_account(db, "office").value();
  change_settings(db, demo, office);
  write_contacts(db, demo, office);
  play_demo(db, demo, accounts);
}

}  // namespace sjsz
