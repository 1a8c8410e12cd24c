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

enum class Content { seeded, empty, demonstration };

using Headers = std::vector<std::pair<std::string, std::string>>;
using Form = std::vector<std::pair<std::string, std::string>>;

class Person;

class Portal {
 public:
  explicit Portal(Content content = Content::seeded);

  http::Response get(const std::string& target, Headers headers = {});
  http::Response post(const std::string& target, const Form& form, Headers headers = {});  // as a page of the portal
  http::Response send(http::Method method, const std::string& target, Headers headers = {}, std::string body = "");
  Html page(const std::string& target);  // of a GET that is answered 200

  // Signed in as: admin, office (of unit shengtai), leader, auditor; by the code of a unit its reporter, zhengfuban's
  // an office account. The account is made at the first call, as the demonstration has it, without a password.
  Person as(const std::string& name);
  Person with_token(const std::string& name, TokenScope scope);  // a program, with a token of that account
  Portal& from(const std::string& peer);                         // the address of the requests that follow
  std::vector<std::string> audit_rows();  // "ACTION OBJECT OUTCOME DETAIL", "-" for what is empty, in order
  Db& db() { return *db_; }
  App& app() { return *app_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Db> db_;
  std::unique_ptr<App> app_;
  std::string peer_ = "192.0.2.1";
};

// A browser in which somebody is signed in, or a program that has a token: sends the credentials with every request.
class Person {
 public:
  Person(Portal& portal, Headers credentials) : portal_(&portal), credentials_(std::move(credentials)) {}
  http::Response get(const std::string& target, Headers headers = {});
  http::Response post(const std::string& target, const Form& form, Headers headers = {});
  http::Response send(http::Method method, const std::string& target, Headers headers = {}, std::string body = "");
  http::Response send_json(http::Method method, const std::string& target, std::string body, Headers headers = {});
  Html page(const std::string& target);

 private:
  Headers with_credentials(Headers headers) const;

  Portal* portal_;
  Headers credentials_;
};

// One seeded portal for all tests that only read.
Portal& shared_portal();

}  // namespace sjsz::test
