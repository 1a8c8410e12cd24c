// Rules of accounts, links and tokens inside their transactions.
#include "actions/account.h"

#include <gtest/gtest.h>

#include "actions/link.h"
#include "actions/refusals.h"
#include "actions/session.h"
#include "actions/token.h"
#include "base/secret.h"
#include "storage/account_store.h"
#include "storage/link_store.h"
#include "storage/session_store.h"
#include "storage/test_database.h"
#include "storage/token_store.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using namespace std::chrono_literals;

class Accounts : public testing::Test {
 protected:
  Accounts() {
    db_->write([&](Writer& db) { set_units(db, sample_book().units); });
  }
  Account make(const std::string& name, AccountRole role = AccountRole::admin) {
    const auto unit = needs_unit(role) ? std::optional(UnitCode{"gongxin"}) : std::nullopt;
    const auto id = db_->write([&](Writer& db) {
      return actions::make_account(db, actions::system_actor(), {name, "王欣", role, unit});
    });
    return find_account(*db_->reader(), id.value()).value();
  }
  Account present(const Account& account) { return find_account(*db_->reader(), account.id).value(); }
  actions::Done write(const std::function<actions::Done(Writer&)>& action) { return db_->write(action); }
  std::int64_t rows() { return count_audit(*db_->reader()); }

  TestDatabase db_;
  const actions::Actor system_ = actions::system_actor();
};

TEST_F(Accounts, LastActiveAdminStaysWhoeverAsks) {
  const auto first = make("first"), second = make("second");
  EXPECT_TRUE(write([&](Writer& db) { return actions::disable_account(db, system_, first); }));
  const auto before = rows();
  EXPECT_FALSE(write([&](Writer& db) { return actions::disable_account(db, system_, second); }));
  EXPECT_FALSE(
      write([&](Writer& db) { return actions::change_role(db, system_, second, AccountRole::leader, std::nullopt); }));
  EXPECT_FALSE(present(second).disabled);
  EXPECT_EQ(present(second).role, AccountRole::admin);
  EXPECT_EQ(rows(), before);
  EXPECT_TRUE(write([&](Writer& db) { return actions::enable_account(db, system_, first); }));
  EXPECT_TRUE(write([&](Writer& db) { return actions::disable_account(db, system_, second); }));
}

TEST_F(Accounts, NobodyChangesTheOwnRoleOrState) {
  make("first");
  const auto second = make("second");
  const auto self = actions::as_account({.via = "web"}, second);
  EXPECT_FALSE(write([&](Writer& db) { return actions::disable_account(db, self, second); }));
  EXPECT_FALSE(
      write([&](Writer& db) { return actions::change_role(db, self, second, AccountRole::leader, std::nullopt); }));
}

TEST_F(Accounts, WhatIsDoneAlreadyLeavesNoRow) {
  make("first");
  const auto second = make("second");
  write([&](Writer& db) { return actions::disable_account(db, system_, second); });
  const auto before = rows();
  EXPECT_TRUE(write([&](Writer& db) { return actions::disable_account(db, system_, second); }));
  EXPECT_TRUE(
      write([&](Writer& db) { return actions::change_role(db, system_, second, AccountRole::admin, std::nullopt); }));
  EXPECT_EQ(rows(), before);
}

TEST_F(Accounts, DisablingEndsSessionsTokensAndLinks) {
  const auto account = make("wang", AccountRole::reporter);
  db_->write([&](Writer& db) {
    actions::open_session(db, system_, account.id, "");
    actions::make_token(db, system_, account, TokenScope::read, 9);
    actions::make_link(db, system_, account, "");
  });
  write([&](Writer& db) { return actions::disable_account(db, system_, account); });
  EXPECT_TRUE(list_sessions(*db_->reader(), account.id).empty());
  EXPECT_TRUE(list_tokens(*db_->reader(), account.id).empty());
  EXPECT_FALSE(db_->write([&](Writer& db) { return actions::make_link(db, system_, account, ""); }));
  EXPECT_FALSE(db_->write([&](Writer& db) { return actions::make_token(db, system_, account, TokenScope::read, 9); }));
}

TEST_F(Accounts, NamesAreGivenOnceAndUnitsAreThere) {
  make("wang", AccountRole::leader);
  const auto fault = [&](const NewAccount& account) {
    const auto made = db_->write([&](Writer& db) { return actions::make_account(db, system_, account); });
    return made ? "" : made.error().field;
  };
  EXPECT_EQ(fault({"wang", "王欣", AccountRole::leader, {}}), "name");
  EXPECT_EQ(fault({"li", "李军", AccountRole::reporter, UnitCode{"nowhere"}}), "unit");
  EXPECT_EQ(fault({"li", "李军", AccountRole::reporter, UnitCode{"gongxin"}}), "");
}

TEST_F(Accounts, TheFirstOneEndsTheSetup) {
  const auto secret = db_->write([](Writer& db) { return actions::make_setup_link(db); }).value();
  EXPECT_TRUE(actions::find_usable_link(*db_->reader(), secret, now()));
  EXPECT_FALSE(actions::find_usable_link(*db_->reader(), secret, now() + actions::kSetupTime));
  make("first");
  EXPECT_FALSE(find_link(*db_->reader(), secret_hash(secret)));
}

TEST_F(Accounts, ASignInWhosePasswordWasChangedMeanwhileIsNone) {
  const auto account = make("wang", AccountRole::leader);
  db_->write([&](Writer& db) { set_password_hash(db, account.id, "new"); });
  const auto sign_in = [&](const char* hash) {
    return db_->write([&](Writer& db) { return actions::sign_in(db, system_, account, hash, "", ""); }).has_value();
  };
  EXPECT_FALSE(sign_in("old"));
  EXPECT_TRUE(sign_in("new"));
  EXPECT_TRUE(present(account).last_sign_in);
}

TEST_F(Accounts, HaveTwentyTokensAtMost) {
  const auto account = make("wang", AccountRole::leader);
  const auto make_token = [&] {
    return db_->write([&](Writer& db) { return actions::make_token(db, system_, account, TokenScope::read, 9); })
        .has_value();
  };
  for (int i = 0; i < actions::kMostTokens; ++i) EXPECT_TRUE(make_token()) << i;
  EXPECT_FALSE(make_token());
}

TEST_F(Accounts, TokensAreSplitIntoIdAndSecret) {
  const auto parts = actions::split_token("sjsz_1a2b3c4d_ab_c-d").value();
  EXPECT_EQ(parts.id, "1a2b3c4d");
  EXPECT_EQ(parts.secret, "ab_c-d");
  for (const char* token : {"", "sjsz_", "sjsz_1a2b", "other_1_2", "SJSZ_1_2"})
    EXPECT_FALSE(actions::split_token(token)) << token;
}

TEST_F(Accounts, RefusalsAreFiveRowsAMinuteForEachActionAndSource) {
  actions::Refusals refusals;
  const auto refuse = [&](const char* action, const char* source) {
    refusals.record(*db_, {.via = "web", .source = source}, action, "");
  };
  for (int i = 0; i < 8; ++i) refuse("access.refused", "10.0.0.1");
  EXPECT_EQ(rows(), 5);
  refuse("access.refused", "10.0.0.2");
  refuse("session.backoff", "10.0.0.1");
  EXPECT_EQ(rows(), 7);
  refusals.write_counted(*db_, now());
  EXPECT_EQ(rows(), 7) << "the minute is not over";
  refusals.write_counted(*db_, now() + 61s);
  EXPECT_EQ(rows(), 8);
  EXPECT_FALSE(find_audit_fault(*db_->reader()));
}

}  // namespace
}  // namespace sjsz::test
