#include "seed_folder.h"

#include <stdexcept>

#include "actions/import_plan.h"
#include "embedded.h"
#include "seed/plan_json.h"
#include "storage/plan_store.h"

namespace sjsz {

void seed_if_empty(Db& db) {
  if (!list_plan_years(*db.reader()).empty()) return;
  const auto book = read_plan_book(embedded_file("seed/plan-2020.json"));
  if (!book) throw std::logic_error("the plan inside the program is wrong at " + book.error().front().place);
  db.write([&](Writer& writer) { actions::import_plan(writer, actions::system_actor(), *book); });
}

}  // namespace sjsz
