#include "seed_folder.h"

#include <stdexcept>

#include "actions/import_plan.h"
#include "base/password.h"
#include "embedded.h"
#include "seed/demo.h"
#include "seed/plan_json.h"
#include "storage/account_store.h"
#include "storage/install_store.h"
#include "storage/plan_store.h"

namespace sjsz {
namespace {

bool is_empty(Db& db) {
  auto reader = db.reader();
  return list_plan_years(*reader).empty() && !has_accounts(*reader);
}

// What `read` makes of a file inside the program.
template <class Read>
auto embedded_json(const char* path, Read read) {
  auto contents = read(embedded_file(path));
  if (!contents) {
    throw std::logic_error(std::string(path) + " inside the program is wrong at " + contents.error().front().place);
  }
  return std::move(*contents);
}

PlanBook embedded_plan() { return embedded_json("seed/plan-2020.json", read_plan_book); }

}  // namespace

void seed_if_empty(Db& db) {
  if (!list_plan_years(*db.reader()).empty()) return;
  const auto book = embedded_plan();
  db.write([&](Writer& writer) { actions::import_plan(writer, actions::system_actor(), book); });
}

void make_demonstration(Db& db) {
  if (is_demonstration(db)) return;
  if (!is_empty(db)) {
    throw StorageError("文件夹 " + db.folder().string() +
                       " 里已有内容，不是演示数据：请用 --data 另指一个空文件夹，或去掉 --demo");
  }
  const auto book = embedded_plan();
  const auto demo = embedded_json("seed/demo-2020.json", read_demo);
  const auto hash = hash_password(kDemoPassword);
  db.write([&](Writer& writer) { fill_demo(writer, book, demo, hash); });
}

bool is_demonstration(Db& db) { return find_install(*db.reader()).demonstration; }

}  // namespace sjsz
