// Slips with one-time links, as the answer to whatever made them.
#pragma once
#include <string>
#include <vector>

#include "pages/page.h"

namespace sjsz {

struct Slip {
  Account account;
  std::string secret;  // of its link
};
http::Response slips_page(const Visit& visit, Reader& db, const std::vector<Slip>& slips);

// What the person who uses the link is told about who made it.
std::string maker_of(const Visit& visit);

}  // namespace sjsz
