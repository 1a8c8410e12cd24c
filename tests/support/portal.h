// The portal without a socket, on a data folder of its own: what tests of pages ask their questions.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app.h"
#include "storage/db.h"
#include "support/html.h"

namespace sjsz::test {

// A folder that is gone when the test is over.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

enum class Content { seeded, empty };

class Portal {
 public:
  explicit Portal(Content content = Content::seeded);

  using Headers = std::vector<std::pair<std::string, std::string>>;
  http::Response get(const std::string& target, const Headers& headers = {});
  http::Response send(http::Method method, const std::string& target, const Headers& headers = {});
  Html page(const std::string& target);  // of a GET that is answered 200
  Db& db() { return *db_; }
  App& app() { return *app_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Db> db_;
  std::unique_ptr<App> app_;
};

// One seeded portal for all tests that only read.
Portal& shared_portal();

}  // namespace sjsz::test
