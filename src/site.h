// Where templates, style sheets and the API's description come from: the program itself, or a checkout in development.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "pages/page.h"
#include "storage/db.h"

namespace sjsz {

std::shared_ptr<const Site> embedded_site(BusinessClock clock, bool demo = false);
std::shared_ptr<const Site> site_of_checkout(const std::filesystem::path& folder, BusinessClock clock,
                                             bool demo = false);

std::vector<Migration> embedded_migrations();

}  // namespace sjsz
