// What every page is given, and the few helpers that pages share. A GET handler is handed a Reader and cannot write.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "actions/actor.h"
#include "base/date.h"
#include "domain/visitor.h"
#include "http/request.h"
#include "http/response.h"
#include "storage/db.h"
#include "view/template.h"

namespace sjsz {

// A file that browsers keep for ever under an address that names its content: style sheet, icon.
struct Asset {
  std::string name, bytes, type;
  std::string url;  // /web/0f3a…/sjsz.css
};

// What the program knows besides its database; in development made anew for each request, from disk.
struct Site {
  view::Templates templates;
  std::vector<Asset> assets;
  std::string openapi;  // the API's description, as served
  BusinessClock clock;
  bool demo = false;  // 演示数据: said on every page and in the API
  bool dev = false;
  std::string stamp;                                 // in development: changes when a file or the program does
  bool (*is_page)(std::string_view path) = nullptr;  // whether a GET route of the portal answers to this path

  std::string asset_url(std::string_view name) const;
};

struct Guards;

struct WrongField {
  std::string field, message;  // as the address or form names it; Chinese
};

struct Visit {
  const http::Request& request;
  const Visitor& visitor;
  const Site& site;
  Instant at = now();        // of the request, for sessions and links; business time is site.clock's
  Guards* guards = nullptr;  // of the program; every visit that the app makes has them
  bool too_fast = false;  // it changes something, and its sender has sent too much: only Route::keeps_typed sees this
  std::vector<WrongField> wrong{};  // in the address, and left out of the request: the page says so on top
};

// Who makes a change, for the actions that this visit calls.
actions::Actor actor_of(const Visit& visit);

// What a route lets through and the rules about its object do not: a row as of what the route refuses itself.
void record_refused_access(const Visit& visit, Db& db);

// A query or a body that cannot be answered: 422, naming what is wrong with it. A page whose query it was comes again
// without that (app.cpp).
struct WrongQuery : http::Stop {
  std::vector<WrongField> fields;
  WrongQuery(std::string field, std::string message)
      : Stop(422, message), fields{{std::move(field), std::move(message)}} {}
  explicit WrongQuery(std::vector<WrongField> all)
      : Stop(422, "提交的内容有 " + std::to_string(all.size()) + " 处需要更正。"), fields(std::move(all)) {}
};

// What was looked for, or 404 with this sentence.
template <class T>
T found(std::optional<T> thing, const char* sentence = "") {
  if (!thing) throw http::Stop(404, sentence);
  return std::move(*thing);
}

// The year asked for by ?year=, or the current one. WrongQuery if there is no such plan; 404 if there is none at all.
int chosen_year(const Visit& visit, Reader& db);

// A page alike for everybody who may read it: may be kept, with an ETag.
http::Response public_page(std::string html);
http::Response public_json(std::string json);

// The fields of a form that was sent; 415 for another kind of body, 400 for one that cannot be read.
http::Fields form_of(const http::Request& request);
std::string field_of(const http::Fields& form, std::string_view name);  // the first of that name; empty if absent

}  // namespace sjsz
