// What every page is given, and the few helpers that pages share. A GET handler is handed a Reader and cannot write.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  bool dev = false;
  std::string stamp;  // in development: changes when a file or the program does

  std::string asset_url(std::string_view name) const;
};

struct Visit {
  const http::Request& request;
  const Visitor& visitor;
  const Site& site;
};

struct WrongField {
  std::string field, message;  // as the address or form names it; Chinese
};

// A query that cannot be answered: 422, naming what is wrong with it.
struct WrongQuery : http::Stop {
  std::vector<WrongField> fields;
  WrongQuery(std::string field, std::string message)
      : Stop(422, message), fields{{std::move(field), std::move(message)}} {}
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

}  // namespace sjsz
