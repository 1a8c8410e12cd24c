#include "app.h"

#include <algorithm>
#include <chrono>

#include "actions/audit.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "domain/rights.h"
#include "domain/settings.h"
#include "housekeeping.h"
#include "http/finish.h"
#include "http/origin.h"
#include "pages/error_pages.h"
#include "pages/no_room.h"
#include "site.h"
#include "storage/audit_heads.h"
#include "storage/install_store.h"
#include "storage/parked_store.h"
#include "storage/setting_store.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostCachedBytes = 8 << 20;
constexpr std::size_t kMostBodyBytes = 64 * 1024;  // where no route is: enough to say so without ending the connection
constexpr std::size_t kMostStrangersBytes = 512 * 1024;
constexpr std::size_t kMostParkedBytes = 512 * 1024;
constexpr std::chrono::hours kHeadTime{1};
constexpr const char* kRetryAfter = "1";  // seconds
constexpr int kBurstSeconds = 5;          // so many seconds' worth of changes at once

// Path and known queries in the order of the route's row: what the address adds beside them makes no second copy.
// Encoded, or a line break in one value would pass for the next query, and its answer for that of another address.
std::string cache_key(const Route& route, const http::Request& request) {
  std::string key = request.path;
  for (const auto name : route.queries) {
    if (const auto value = request.query(name))
      key.append("\n").append(name).append("=").append(http::encode_percent(*value));
  }
  return key;
}

// What the cache does not tell apart, handlers must not see.
void keep_known(http::Fields& queries, const std::vector<std::string_view>& known) {
  std::erase_if(queries,
                [&](const auto& query) { return std::find(known.begin(), known.end(), query.first) == known.end(); });
}

std::string address_of(const http::Request& request) {
  std::string address = request.path;
  char mark = '?';
  for (const auto& [name, value] : request.queries) {
    (((address += mark) += http::encode_percent(name)) += '=') += http::encode_percent(value);
    mark = '&';
  }
  return address;
}

// JSON and CSV have no page on which it could be said what was wrong with the address.
bool has_page(const Route& route) { return !route.pattern.starts_with("/api/") && !route.pattern.ends_with(".csv"); }

bool is_form(const http::Request& request) {
  return request.header("content-type").starts_with("application/x-www-form-urlencoded");
}

// For the audit log: the row of the table of routes, not what was typed into the address.
std::string name_of(const Route& route, const http::Request& request) {
  return request.method_name + " " + std::string(route.pattern);
}

void log_request(const http::Request& request, const http::Response& response,
                 std::chrono::steady_clock::time_point began) {
  if (!log_enabled(LogLevel::info)) return;
  const auto took = std::chrono::steady_clock::now() - began;
  log(LogLevel::info, "request")
      .text("id", request.id)
      .text("peer", request.peer)
      .text("method", request.method_name)
      .text("path", request.path)
      .number("status", response.status)
      .number("bytes", static_cast<std::int64_t>(response.body->size()))
      .number("us", std::chrono::duration_cast<std::chrono::microseconds>(took).count());
}

}  // namespace

App::App(Db& db, BusinessClock clock, std::filesystem::path dev_folder)
    : db_(db),
      clock_(clock),
      demo_(find_install(*db.reader()).demonstration),
      dev_folder_(std::move(dev_folder)),
      site_(dev_folder_.empty() ? embedded_site(clock, demo_) : site_of_checkout(dev_folder_, clock, demo_)),
      routes_(routes()),
      cache_(kMostCachedBytes) {
  if (!dev_folder_.empty()) routes_.insert(routes_.end(), dev_routes().begin(), dev_routes().end());
  for (std::size_t i = 0; i < routes_.size(); ++i) router_.add(routes_[i].method, routes_[i].pattern, i);
}

http::Response App::handle(const http::Request& request) {
  const auto began = std::chrono::steady_clock::now();
  auto site = site_;
  http::Response response;
  try {
    if (!dev_folder_.empty()) site = site_of_checkout(dev_folder_, clock_, demo_);
    response = answer(request, *site);
  } catch (const WrongQuery& wrong) {
    response = http::finish(request, show_error(*site, request, wrong.status, wrong.what(), wrong.fields));
  } catch (const http::Stop& stop) {
    response = http::finish(request, show_error(*site, request, stop.status, stop.what()));
    if (stop.status == 429) response.header("Retry-After", kRetryAfter);
  } catch (const NoRoom& fault) {
    log_no_room(request, fault);
    response = http::finish(request, show_error(*site, request, kNoRoomStatus, ""));
  } catch (const std::exception& fault) {
    log(LogLevel::error, "fault").text("id", request.id).text("path", request.path).text("what", fault.what());
    // In development the reason is on the page; elsewhere a visitor sees the request's id alone.
    response = http::finish(request, show_error(*site, request, 500, dev_folder_.empty() ? "" : fault.what()));
  }
  if (demo_ && request.path.starts_with("/api/")) response.header("X-Demonstration", "true");
  log_request(request, response, began);
  return response;
}

http::Allowance App::body_allowance(http::Request& head) {
  const auto match = router_.match(head.method, head.path);
  if (match.outcome != match.found) return {kMostBodyBytes};
  const auto& route = routes_[match.route];
  if (route.most_body_bytes <= kMostStrangersBytes) return {route.most_body_bytes};
  return upload_allowance(route, head);
}

// Files are received from those alone who may upload them, a few at once: nobody else fills the disk.
http::Allowance App::upload_allowance(const Route& route, http::Request& head) {
  try {
    const auto visitor = visitors_.find(head, *db_.reader(), now()).visitor;
    if (!visitor.signed_in() || !route.may(visitor, head)) return {kMostStrangersBytes};
    head.hold = guards_.uploads.enter(visitor.account->name);
    if (!head.hold) return {0, 429};
    return {route.most_body_bytes};
  } catch (const std::exception& fault) {
    log(LogLevel::error, "fault").text("id", head.id).text("path", head.path).text("what", fault.what());
    return {kMostStrangersBytes};
  }
}

http::Response App::refuse(const http::Request& request, int status) const {
  const auto* detail = status == 429 ? "您同时上传的文件太多，这一份没有接收。请等前面的传完再上传。" : "";
  auto response = http::finish(request, show_error(*site_, request, status, detail));
  if (status == 429) response.header("Retry-After", kRetryAfter);
  log_request(request, response, std::chrono::steady_clock::now());
  return response;
}

void App::keep_house(Instant at) {
  visitors_.write_last_seen(db_);
  guards_.refusals.write_counted(db_, at);
  remove_outdated(db_, at);
  if (at - head_kept_ < kHeadTime) return;
  append_audit_head(db_, at);
  head_kept_ = at;
}

http::Response App::answer(const http::Request& request, const Site& site) {
  auto match = router_.match(request.method, request.path);
  if (match.outcome == match.not_found) throw http::Stop(404);
  if (match.outcome == match.method_not_allowed) {
    auto response = show_error(site, request, 405, "");
    response.header("Allow", match.allow);
    return http::finish(request, std::move(response));
  }
  const Route& route = routes_[match.route];
  const auto make = [&] {
    http::Request routed = request;
    const Wiped wiped(routed.body);
    routed.parameters = std::move(match.parameters);
    keep_known(routed.queries, route.queries);
    return respond(route, routed, site);
  };
  if (!request.reads_only()) check_origin(route, request);
  if (site.dev || has_credentials(request) || !request.reads_only()) return http::finish(request, make());
  // Nobody in particular: what depends on the address alone may be kept.
  return cache_.answer(request, epoch(), cache_key(route, request), make);
}

http::Response App::respond(const Route& route, const http::Request& request, const Site& site) {
  std::optional<Db::Lease> reader(db_.reader());
  const Instant at = now();
  Reader& db = **reader;
  auto found = visitors_.find(request, db, at);
  if (found.wrong_token) throw http::Stop(401, "访问令牌无效，或者已经到期、被撤销。");
  Visitor& visitor = found.visitor;
  if (!visitor.signed_in()) visitor.plan_is_public = find_setting(db, "public_pages") != "no";
  const Visit visit{request, visitor, site, at, &guards_, is_too_fast(db, visitor, request, at)};
  if (!may_by_token(visitor, request.reads_only()) || !route.may(visitor, request)) {
    reader.reset();
    return turn_away(route, visit, found.expired);
  }
  if (visit.too_fast && !route.keeps_typed) throw http::Stop(429, "短时间内提交的次数过多，这一次没有办理。");
  auto response = call(route, visit, std::move(reader));
  if (visitor.signed_in() && response.keep != http::Keep::forever) response.keep = http::Keep::no_store;
  return response;
}

// The setting says how many changes a second; 0: as many as one likes.
bool App::is_too_fast(Reader& db, const Visitor& visitor, const http::Request& request, Instant at) {
  if (request.reads_only() || !visitor.signed_in()) return false;
  const int limit = parse_whole(setting_value(db, *find_setting_kind("write_limit")));
  return limit > 0 && !guards_.writes.take(visitor.account->name, at, {limit * kBurstSeconds, 1.0 * limit});
}

http::Response App::call(const Route& route, const Visit& visit, std::optional<Db::Lease> reader) {
  const auto* page = std::get_if<Page>(&route.handler);
  if (!page) {
    reader.reset();
    return std::get<Change>(route.handler)(visit, db_);
  }
  auto response = show(route, *page, visit, **reader);
  reader.reset();
  if (route.recorded) {
    db_.write([&](Writer& writer) { actions::record_reading(writer, actor_of(visit), route.recorded); });
  }
  return response;
}

// A page whose address asks for what there is not comes again, without that and with the reason on top.
http::Response App::show(const Route& route, Page page, const Visit& visit, Reader& db) {
  try {
    return page(visit, db);
  } catch (const WrongQuery& wrong) {
    if (!has_page(route)) throw;
    const auto is_wrong = [&](const auto& query) {
      return std::ranges::count(wrong.fields, query.first, &WrongField::field) > 0;
    };
    http::Request rest = visit.request;
    if (std::erase_if(rest.queries, is_wrong) == 0) throw;
    Visit again{rest, visit.visitor, visit.site, visit.at, visit.guards, visit.too_fast, visit.wrong};
    again.wrong.insert(again.wrong.end(), wrong.fields.begin(), wrong.fields.end());
    auto response = show(route, page, again, db);
    response.status = 422;
    response.keep = http::Keep::no_store;
    return response;
  }
}

// Somebody without the right, or nobody: to the sign-in and from there on. What a session that ran out meanwhile was
// sending is kept for its owner.
http::Response App::turn_away(const Route& route, const Visit& visit, const std::optional<Account>& expired) {
  const auto& request = visit.request;
  if (visit.visitor.signed_in()) {
    guards_.refusals.record(db_, actor_of(visit), "access.refused", name_of(route, request));
    throw http::Stop(403);
  }
  if (request.path.starts_with("/api/")) throw http::Stop(401);
  if (request.reads_only()) return http::see_other("/login?next=" + http::encode_percent(address_of(request)));
  if (!expired || route.secret || !is_form(request) || request.body.size() > kMostParkedBytes) {
    return http::see_other("/login");
  }
  db_.write([&](Writer& writer) { set_parked_form(writer, expired->id, {request.path, request.body, visit.at}); });
  return http::see_other("/login?kept=1");
}

void App::check_origin(const Route& route, const http::Request& request) {
  if (http::is_own_origin(request)) return;
  guards_.refusals.record(db_, {.via = "web", .source = request.peer, .request_id = request.id}, "origin.refused",
                          name_of(route, request));
  throw http::Stop(403, "这个请求不是从本系统的页面发出的，没有办理。请从本系统的页面重新操作。");
}

// Everything that public answers depend on besides their address.
std::string App::epoch() { return db_.data_version() + " " + to_string(clock_.today()); }

}  // namespace sjsz
