#include "support/portal.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "http/head.h"
#include "seed_folder.h"
#include "site.h"

namespace sjsz::test {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "sjsz-test-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder: " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Portal::Portal(Content content) {
  const auto data = folder_.path() / "data";
  db_ = std::make_unique<Db>(data, Db::Lock::server, embedded_migrations());
  if (content == Content::seeded) seed_if_empty(*db_);
  app_ = std::make_unique<App>(*db_, BusinessClock{});
}

http::Response Portal::get(const std::string& target, const Headers& headers) {
  return send(http::Method::get, target, headers);
}

http::Response Portal::send(http::Method method, const std::string& target, const Headers& headers) {
  static const char* const names[] = {"GET", "HEAD", "POST", "PUT", "DELETE"};
  std::string head = std::string(names[static_cast<int>(method)]) + " " + target + " HTTP/1.1\r\nHost: portal.test\r\n";
  for (const auto& [name, value] : headers) head.append(name).append(": ").append(value).append("\r\n");
  head += "\r\n";
  auto parsed = http::parse_head(head, {});
  if (!parsed) return app_->refuse(http::known_request(head, {}), parsed.error());
  parsed->request.id = "test";
  return app_->handle(parsed->request);
}

Html Portal::page(const std::string& target) {
  const auto response = get(target);
  EXPECT_EQ(response.status, 200) << target;
  return Html(*response.body);
}

Portal& shared_portal() {
  static Portal portal;
  return portal;
}

}  // namespace sjsz::test
