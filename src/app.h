// The portal without a socket: a request in, a finished answer out. Assembles routes, visitors, permissions, the cache
// of public answers, error pages and the log line; tests call it as the server does.
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "http/answer_cache.h"
#include "http/router.h"
#include "http/server.h"
#include "pages/guards.h"
#include "pages/page.h"
#include "routes.h"
#include "storage/db.h"
#include "visitors.h"

namespace sjsz {

class App {
 public:
  // `dev_folder`: a checkout whose templates and web files are read anew at each request; empty for those inside the
  // program.
  App(Db& db, BusinessClock clock, std::filesystem::path dev_folder = {});

  http::Response handle(const http::Request& request);                    // never throws
  http::Allowance body_allowance(http::Request& head);                    // never throws
  http::Response refuse(const http::Request& request, int status) const;  // what the front turns away
  void keep_house(Instant at);  // each minute: writes what is kept in memory, removes what is outdated

 private:
  http::Allowance upload_allowance(const Route& route, http::Request& head);
  bool is_too_fast(Reader& db, const Visitor& visitor, const http::Request& request, Instant at);
  http::Response answer(const http::Request& request, const Site& site);
  http::Response respond(const Route& route, const http::Request& request, const Site& site);
  http::Response call(const Route& route, const Visit& visit, std::optional<Db::Lease> reader);
  static http::Response show(const Route& route, Page page, const Visit& visit, Reader& db);
  http::Response turn_away(const Route& route, const Visit& visit, const std::optional<Account>& expired);
  void check_origin(const Route& route, const http::Request& request);
  std::string epoch();

  Db& db_;
  BusinessClock clock_;
  bool demo_;  // a data folder is a demonstration for good
  std::filesystem::path dev_folder_;
  std::shared_ptr<const Site> site_;
  std::vector<Route> routes_;
  http::Router router_;
  http::AnswerCache cache_;
  Visitors visitors_;
  Guards guards_;
  Instant head_kept_{};  // of the audit log
};

}  // namespace sjsz
