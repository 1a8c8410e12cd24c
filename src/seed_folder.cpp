#include "seed_folder.h"

#include <stdexcept>

#include "actions/import_plan.h"
#include "embedded.h"
#include "seed/plan_json.h"
#include "site.h"

namespace sjsz {

static void seed(Writer& writer) {
  const auto book = read_plan_book(embedded_file("seed/plan-2020.json"));
  if (!book) throw std::logic_error("the plan inside the program is wrong at " + book.error().front().place);
  actions::import_plan(writer, actions::Actor{.via = "system"}, *book);
}

Opening seeding() { return {.migrations = embedded_migrations(), .fill = seed}; }

}  // namespace sjsz
