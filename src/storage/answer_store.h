// The first answers to requests that carry an Idempotency-Key, kept in the transaction of what they tell of.
#pragma once
#include <optional>
#include <string>

#include "base/hash.h"
#include "domain/account.h"
#include "storage/db.h"

namespace sjsz {

struct KeptAnswer {
  AccountId account;
  std::string key;     // as the client chose it
  std::string target;  // method and path that it was for
  Sha256 body{};       // hash of what was sent
  int status = 200;
  std::string answer;
};

std::optional<KeptAnswer> find_kept_answer(Reader& db, AccountId account, std::string_view key);
void insert_kept_answer(Writer& db, const KeptAnswer& answer);
void delete_answers_kept_before(Writer& db, Instant at);

}  // namespace sjsz
