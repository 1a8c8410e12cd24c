#include "seed/seed_file.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "seed/plan_json.h"

namespace sjsz {

std::string read_source_file(const std::string& path) {
  std::ifstream file(SJSZ_SOURCE_DIR "/" + path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file || bytes.str().empty()) throw std::runtime_error("cannot read " + path);
  return bytes.str();
}

const PlanBook& seed_book() {
  static const PlanBook book = [] {
    auto read = read_plan_book(read_source_file(kSeedPath));
    if (!read) throw std::runtime_error(read.error().front().place + ": " + read.error().front().reason);
    return *read;
  }();
  return book;
}

const PlanYear& seed_year() { return seed_book().years.at(0); }

}  // namespace sjsz
