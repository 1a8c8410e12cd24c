#include "app.h"

#include <algorithm>
#include <chrono>

#include "base/log.h"
#include "http/finish.h"
#include "pages/error_pages.h"
#include "site.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostCachedBytes = 8 << 20;
constexpr std::size_t kMostBodyBytes =
    64 * 1024;  // no route takes a body yet: enough to answer 405 instead of ending the connection

// Path and known queries in the order of the route's row: what the address adds beside them makes no second copy.
std::string cache_key(const Route& route, const http::Request& request) {
  std::string key = request.path;
  for (const auto name : route.queries) {
    if (const auto value = request.query(name)) key.append("\n").append(name).append("=").append(*value);
  }
  return key;
}

// What the cache does not tell apart, handlers must not see.
void keep_known(http::Fields& queries, const std::vector<std::string_view>& known) {
  std::erase_if(queries, [&](const auto& query) {
    return std::find(known.begin(), known.end(), query.first) == known.end();
  });
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
      dev_folder_(std::move(dev_folder)),
      site_(dev_folder_.empty() ? embedded_site(clock) : site_of_checkout(dev_folder_, clock)),
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
    if (!dev_folder_.empty()) site = site_of_checkout(dev_folder_, clock_);
    response = answer(request, *site);
  } catch (const WrongQuery& wrong) {
    response = http::finish(request, show_error(*site, request, wrong.status, wrong.what(), wrong.fields));
  } catch (const http::Stop& stop) {
    response = http::finish(request, show_error(*site, request, stop.status, stop.what()));
  } catch (const std::exception& fault) {
    log(LogLevel::error, "fault").text("id", request.id).text("path", request.path).text("what", fault.what());
    // In development the reason is on the page; elsewhere a visitor sees the request's id alone.
    response = http::finish(request, show_error(*site, request, 500, dev_folder_.empty() ? "" : fault.what()));
  }
  log_request(request, response, began);
  return response;
}

std::size_t App::most_body_bytes(const http::Request&) const { return kMostBodyBytes; }

http::Response App::refuse(const http::Request& request, int status) const {
  auto response = http::finish(request, show_error(*site_, request, status, ""));
  log_request(request, response, std::chrono::steady_clock::now());
  return response;
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
  const Visitor visitor;
  if (!route.may(visitor, request)) throw http::Stop(403);
  const auto make = [&] {
    http::Request routed = request;
    routed.parameters = std::move(match.parameters);
    keep_known(routed.queries, route.queries);
    const Visit visit{routed, visitor, site};
    if (const auto* change = std::get_if<Change>(&route.handler)) return (*change)(visit, db_);
    auto reader = db_.reader();
    return std::get<Page>(route.handler)(visit, *reader);
  };
  if (site.dev || visitor.signed_in() || !request.reads_only()) return http::finish(request, make());
  return cache_.answer(request, epoch(), cache_key(route, request), make);
}

// Everything that public answers depend on besides their address.
std::string App::epoch() { return db_.data_version() + " " + to_string(clock_.today()); }

}  // namespace sjsz
