// Accounts, sessions, links, tokens and parked forms, as stored.
#include "storage/account_store.h"
#include "storage/link_store.h"
#include "storage/parked_store.h"
#include "storage/session_store.h"
#include "storage/test_database.h"
#include "storage/token_store.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using namespace std::chrono_literals;

class AccountStores : public testing::Test {
 protected:
  AccountStores() {
    db_->write([&](Writer& db) { set_units(db, sample_book().units); });
  }
  AccountId insert(const std::string& name, AccountRole role = AccountRole::leader, const char* unit = nullptr) {
    return db_->write([&](Writer& db) {
      return insert_account(db, {name, "王欣", role, unit ? std::optional(UnitCode{unit}) : std::nullopt},
                            std::nullopt);
    });
  }
  void write(const std::function<void(Writer&)>& action) { db_->write(action); }
  std::string hash(char c) { return std::string(64, c); }

  TestDatabase db_;
};

TEST_F(AccountStores, KeepAnAccountAsItWasMade) {
  const auto id = insert("fagai", AccountRole::reporter, "gongxin");
  const auto account = find_account(*db_->reader(), "fagai").value();
  EXPECT_EQ(account.id, id);
  EXPECT_EQ(account.display, "王欣");
  EXPECT_EQ(account.role, AccountRole::reporter);
  EXPECT_EQ(account.unit, UnitCode{"gongxin"});
  EXPECT_FALSE(account.disabled || account.has_password || account.last_sign_in);
  EXPECT_EQ(find_account(*db_->reader(), id)->name, "fagai");
  EXPECT_FALSE(find_account(*db_->reader(), "FAGAI"));
  EXPECT_FALSE(find_account(*db_->reader(), AccountId{99}));
}

TEST_F(AccountStores, RefuseWhatNoAccountMayBe) {
  insert("fagai", AccountRole::reporter, "gongxin");
  EXPECT_ANY_THROW(insert("fagai"));
  EXPECT_ANY_THROW(insert("Fagai"));
  EXPECT_ANY_THROW(insert("nobody", AccountRole::reporter));
  EXPECT_ANY_THROW(insert("boss", AccountRole::leader, "gongxin"));
  EXPECT_ANY_THROW(insert("other", AccountRole::reporter, "nowhere"));
}

TEST_F(AccountStores, ListAccountsByRoleUnitAndName) {
  insert("zz", AccountRole::reporter, "gongxin");
  insert("jiedao", AccountRole::reporter, "jiedao");
  insert("aa", AccountRole::reporter, "gongxin");
  insert("boss");
  insert("admin", AccountRole::admin);
  std::vector<std::string> names;
  for (const auto& account : list_accounts(*db_->reader())) names.push_back(account.name);
  EXPECT_EQ(names, (std::vector<std::string>{"admin", "boss", "aa", "zz", "jiedao"}));
}

TEST_F(AccountStores, CountTheAdminsWhoMayAct) {
  EXPECT_FALSE(has_accounts(*db_->reader()));
  const auto first = insert("admin", AccountRole::admin);
  insert("second", AccountRole::admin);
  EXPECT_TRUE(has_accounts(*db_->reader()));
  EXPECT_EQ(count_active_admins(*db_->reader()), 2);
  write([&](Writer& db) { set_account_disabled(db, first, true); });
  EXPECT_EQ(count_active_admins(*db_->reader()), 1);
}

TEST_F(AccountStores, KeepTheHashOfAPasswordApart) {
  const auto id = insert("boss");
  EXPECT_FALSE(find_password_hash(*db_->reader(), id));
  write([&](Writer& db) { set_password_hash(db, id, "$argon2id$x"); });
  EXPECT_EQ(find_password_hash(*db_->reader(), id), "$argon2id$x");
  EXPECT_TRUE(find_account(*db_->reader(), id)->has_password);
}

TEST_F(AccountStores, FindWhoseASessionIs) {
  const auto id = insert("fagai", AccountRole::reporter, "gongxin");
  const auto made = now();
  write([&](Writer& db) { insert_session(db, {hash('a'), id, made, made, "10.0.0.7", "Chrome"}); });
  const auto owner = find_session_owner(*db_->reader(), hash('a')).value();
  EXPECT_EQ(owner.account.name, "fagai");
  EXPECT_EQ(owner.unit_name, "区工信局");
  EXPECT_EQ(owner.made_at, made);
  EXPECT_FALSE(find_session_owner(*db_->reader(), hash('b')));
}

TEST_F(AccountStores, RememberWhenASessionWasSeenAndNeverGoBack) {
  const auto id = insert("boss");
  const auto made = now();
  write([&](Writer& db) {
    insert_session(db, {hash('a'), id, made, made, "", ""});
    set_last_seen(db, hash('a'), made + 5min);
    set_last_seen(db, hash('a'), made + 1min);
  });
  EXPECT_EQ(find_session_owner(*db_->reader(), hash('a'))->last_seen, made + 5min);
}

TEST_F(AccountStores, EndSessionsOneByOneOrAllButOne) {
  const auto id = insert("boss"), other = insert("other");
  const auto made = now();
  write([&](Writer& db) {
    int age = 0;
    for (const char c : {'a', 'b', 'c', 'd'}) {
      insert_session(db, {hash(c), id, made - std::chrono::minutes(age++), made, "", ""});
    }
    insert_session(db, {hash('x'), other, made, made, "", ""});
    EXPECT_EQ(delete_session(db, id, hash('x')), 0) << "another account's";
    EXPECT_EQ(delete_session(db, id, hash('a')), 1);
    delete_oldest_sessions(db, id, 2);
  });
  EXPECT_EQ(list_sessions(*db_->reader(), id).size(), 2u);
  EXPECT_EQ(list_sessions(*db_->reader(), id)[0].hash, hash('b')) << "the newest first";
  write([&](Writer& db) { EXPECT_EQ(delete_sessions(db, id, hash('c')), 1); });
  EXPECT_EQ(list_sessions(*db_->reader(), id)[0].hash, hash('c'));
  write([&](Writer& db) { delete_sessions_last_seen_before(db, made + 1ms); });
  EXPECT_TRUE(list_sessions(*db_->reader(), other).empty());
}

TEST_F(AccountStores, HaveOneLinkAnAccountAndOneForTheSetup) {
  const auto id = insert("boss");
  const auto at = now();
  write([&](Writer& db) {
    set_link(db, {hash('a'), LinkKind::invite, id, at, "管理员", at + 24h});
    set_link(db, {hash('b'), LinkKind::reset, id, at, "管理员", at + 24h});
    set_link(db, {hash('c'), LinkKind::setup, std::nullopt, at, "", at + 1h});
    set_link(db, {hash('d'), LinkKind::setup, std::nullopt, at, "", at + 1h});
  });
  EXPECT_FALSE(find_link(*db_->reader(), hash('a')));
  EXPECT_FALSE(find_link(*db_->reader(), hash('c')));
  const auto link = find_link(*db_->reader(), hash('b')).value();
  EXPECT_EQ(link.kind, LinkKind::reset);
  EXPECT_EQ(link.account, id);
  EXPECT_EQ(link.made_by, "管理员");
  EXPECT_EQ(link.expires, at + 24h);
  EXPECT_FALSE(find_link(*db_->reader(), hash('d'))->account);
  write([&](Writer& db) { delete_links_expired_before(db, at + 2h); });
  EXPECT_FALSE(find_link(*db_->reader(), hash('d')));
  EXPECT_TRUE(find_link(*db_->reader(), hash('b')));
}

TEST_F(AccountStores, FindATokenByItsIdAndSecretTogether) {
  const auto id = insert("fagai", AccountRole::reporter, "gongxin");
  const auto at = now();
  write([&](Writer& db) { insert_token(db, {"1a2b", hash('a'), id, TokenScope::read, at, at + 24h}); });
  const auto owner = find_token_owner(*db_->reader(), "1a2b", hash('a')).value();
  EXPECT_EQ(owner.account.name, "fagai");
  EXPECT_EQ(owner.unit_name, "区工信局");
  EXPECT_EQ(owner.scope, TokenScope::read);
  EXPECT_EQ(owner.expires, at + 24h);
  EXPECT_FALSE(find_token_owner(*db_->reader(), "1a2b", hash('b')));
  EXPECT_FALSE(find_token_owner(*db_->reader(), "1a2c", hash('a')));
  EXPECT_EQ(list_tokens(*db_->reader(), id).size(), 1u);
  write([&](Writer& db) { delete_token(db, "1a2b"); });
  EXPECT_TRUE(list_tokens(*db_->reader()).empty());
}

TEST_F(AccountStores, KeepTheNewestParkedFormOfAnAccount) {
  const auto id = insert("boss");
  const auto at = now();
  write([&](Writer& db) {
    set_parked_form(db, id, {"/reports/2020-08/9/fagai", "a=1", at});
    set_parked_form(db, id, {"/reports/2020-08/2/fagai", "a=2", at});
  });
  EXPECT_EQ(find_parked_form(*db_->reader(), id)->path, "/reports/2020-08/2/fagai");
  write([&](Writer& db) { delete_forms_parked_before(db, at); });
  EXPECT_EQ(find_parked_form(*db_->reader(), id)->body, "a=2");
  write([&](Writer& db) { delete_forms_parked_before(db, at + 1ms); });
  EXPECT_FALSE(find_parked_form(*db_->reader(), id));
}

}  // namespace
}  // namespace sjsz::test
