#include "support/portal.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>

#include "actions/session.h"
#include "actions/token.h"
#include "http/head.h"
#include "seed/demo.h"
#include "seed_folder.h"
#include "site.h"
#include "storage/account_store.h"
#include "storage/token_store.h"

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
  if (content == Content::demonstration) make_demonstration(*db_);
  const auto today = content == Content::demonstration ? std::optional(kDemoToday) : std::nullopt;
  app_ = std::make_unique<App>(*db_, BusinessClock{today});
}

http::Response Portal::get(const std::string& target, Headers headers) {
  return send(http::Method::get, target, std::move(headers));
}

static bool has(const Headers& headers, const std::string& name) {
  return std::ranges::any_of(headers, [&](const auto& header) { return header.first == name; });
}

http::Response Portal::post(const std::string& target, const Form& form, Headers headers) {
  if (!has(headers, "Origin")) headers.emplace_back("Origin", "http://portal.test");
  headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  std::string body;
  for (const auto& [name, value] : form) {
    body += (body.empty() ? "" : "&") + http::encode_percent(name) + "=" + http::encode_percent(value);
  }
  return send(http::Method::post, target, std::move(headers), std::move(body));
}

http::Response Portal::send(http::Method method, const std::string& target, Headers headers, std::string body) {
  static const char* const names[] = {"GET", "HEAD", "POST", "PUT", "DELETE"};
  std::string head = std::string(names[static_cast<int>(method)]) + " " + target + " HTTP/1.1\r\n";
  if (!has(headers, "Host")) headers.emplace_back("Host", "portal.test");
  for (const auto& [name, value] : headers) head.append(name).append(": ").append(value).append("\r\n");
  if (!body.empty()) head += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  head += "\r\n";
  auto parsed = http::parse_head(head, {});
  if (!parsed) return app_->refuse(http::known_request(head, {}), parsed.error());
  const auto allowance = app_->body_allowance(parsed->request);
  if (body.size() > allowance.bytes) return app_->refuse(parsed->request, allowance.refusal);
  parsed->request.id = "test";
  parsed->request.peer = peer_;
  parsed->request.body = std::move(body);
  return app_->handle(parsed->request);
}

namespace {

NewAccount account_called(const std::string& name) {
  if (name == "admin") return {name, "系统管理员", AccountRole::admin, std::nullopt};
  if (name == "leader") return {name, "分管领导", AccountRole::leader, std::nullopt};
  if (name == "auditor") return {name, "安全审计员", AccountRole::auditor, std::nullopt};
  if (name == "office") return {name, "专班办公室", AccountRole::office, UnitCode{"shengtai"}};
  if (name == "zhengfuban") return {name, "督查科", AccountRole::office, UnitCode{name}};
  return {name, "填报员", AccountRole::reporter, UnitCode{name}};
}

AccountId account_of(Writer& db, const std::string& name) {
  const auto account = find_account(db, name);
  return account ? account->id : insert_account(db, account_called(name), std::nullopt);
}

}  // namespace

Person Portal::as(const std::string& name) {
  const auto session = db_->write([&](Writer& db) {
    return actions::open_session(db, {.via = "web", .source = "192.0.2.1"}, account_of(db, name), "test");
  });
  return {*this, {{"Cookie", "sjsz_session=" + session}}};
}

Person Portal::with_token(const std::string& name, TokenScope scope) {
  const auto token = db_->write([&](Writer& db) {
    const auto account = find_account(db, account_of(db, name)).value();
    delete_tokens(db, account.id);
    return actions::make_token(db, actions::system_actor(), account, scope, 1).value();
  });
  return {*this, {{"Authorization", "Bearer " + token}}};
}

Portal& Portal::from(const std::string& peer) {
  peer_ = peer;
  return *this;
}

std::vector<std::string> Portal::audit_rows() {
  std::vector<std::string> rows;
  auto reader = db_->reader();
  auto row = reader->query("SELECT action, object, outcome, detail FROM audit ORDER BY id");
  const auto text = [&](int column) { return row.is_null(column) ? std::string("-") : row.text(column); };
  while (row.next()) rows.push_back(text(0) + " " + text(1) + " " + text(2) + " " + text(3));
  return rows;
}

Html Portal::page(const std::string& target) {
  const auto response = get(target);
  EXPECT_EQ(response.status, 200) << target;
  return Html(*response.body);
}

Headers Person::with_credentials(Headers headers) const {
  headers.insert(headers.end(), credentials_.begin(), credentials_.end());
  return headers;
}

http::Response Person::get(const std::string& target, Headers headers) {
  return portal_->get(target, with_credentials(std::move(headers)));
}

http::Response Person::post(const std::string& target, const Form& form, Headers headers) {
  return portal_->post(target, form, with_credentials(std::move(headers)));
}

http::Response Person::send(http::Method method, const std::string& target, Headers headers, std::string body) {
  return portal_->send(method, target, with_credentials(std::move(headers)), std::move(body));
}

http::Response Person::send_json(http::Method method, const std::string& target, std::string body, Headers headers) {
  headers.emplace_back("Origin", "http://portal.test");
  headers.emplace_back("Content-Type", "application/json");
  return send(method, target, std::move(headers), std::move(body));
}

Html Person::page(const std::string& target) {
  const auto response = get(target);
  EXPECT_EQ(response.status, 200) << target;
  return Html(*response.body);
}

Portal& shared_portal() {
  static Portal portal;
  return portal;
}

}  // namespace sjsz::test
