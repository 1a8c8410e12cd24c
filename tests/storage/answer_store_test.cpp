#include "storage/answer_store.h"

#include "storage/account_store.h"
#include "storage/test_database.h"

namespace sjsz::test {
namespace {

AccountId add_account(Db& db, const std::string& name) {
  return db.write([&](Writer& writer) {
    return insert_account(writer, {name, "填报员", AccountRole::leader, std::nullopt}, std::nullopt);
  });
}

TEST(KeptAnswers, AreFoundByAccountAndKey) {
  TestDatabase db;
  const auto account = add_account(*db, "one"), other = add_account(*db, "two");
  const KeptAnswer kept{account, "k 1", "PUT /a", sha256("body"), 200, R"({"version":1})"};
  db->write([&](Writer& writer) { insert_kept_answer(writer, kept); });
  const auto found = find_kept_answer(*db->reader(), account, "k 1").value();
  EXPECT_EQ(found.target, kept.target);
  EXPECT_EQ(found.body, kept.body);
  EXPECT_EQ(found.status, 200);
  EXPECT_EQ(found.answer, kept.answer);
  EXPECT_FALSE(find_kept_answer(*db->reader(), account, "k 2"));
  EXPECT_FALSE(find_kept_answer(*db->reader(), other, "k 1"));
}

TEST(KeptAnswers, GoAfterTheirTime) {
  TestDatabase db;
  const auto account = add_account(*db, "one");
  const auto at = db->write([&](Writer& writer) {
    insert_kept_answer(writer, {account, "k", "PUT /a", sha256(""), 200, "{}"});
    return writer.at();
  });
  db->write([&](Writer& writer) { delete_answers_kept_before(writer, at); });
  EXPECT_TRUE(find_kept_answer(*db->reader(), account, "k"));
  db->write([&](Writer& writer) { delete_answers_kept_before(writer, at + std::chrono::milliseconds(1)); });
  EXPECT_FALSE(find_kept_answer(*db->reader(), account, "k"));
}

}  // namespace
}  // namespace sjsz::test
