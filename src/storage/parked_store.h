// Forms that came after their session had expired: one an account, the newest.
#pragma once
#include <optional>
#include <string>

#include "domain/account.h"
#include "storage/db.h"

namespace sjsz {

struct ParkedForm {
  std::string path;
  std::string body;  // urlencoded, as it was sent
  Instant parked_at{};
};

std::optional<ParkedForm> find_parked_form(Reader& db, AccountId account);
void set_parked_form(Writer& db, AccountId account, const ParkedForm& form);
void delete_parked_form(Writer& db, AccountId account);
void delete_forms_parked_before(Writer& db, Instant at);

}  // namespace sjsz
