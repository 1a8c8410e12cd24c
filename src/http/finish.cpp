#include "http/finish.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/text.h"

namespace sjsz::http {
namespace {

constexpr std::size_t kWorthCompressing = 512;  // smaller ones fit one packet anyway
constexpr int kQuick = 1;                       // for answers made for one visitor
constexpr int kThorough = 6;                    // for answers that are kept

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

void add_security_headers(Response& response);
void add_cache_headers(Response& response);
bool is_compressible(const Response& response);
void compress(Response& response);
std::string make_etag(const Response& response);
bool names_etag(std::string_view if_none_match, std::string_view etag);
Response not_modified(Response response);

}  // namespace

Response finish(const Request& request, Response response) {
  add_security_headers(response);
  add_cache_headers(response);
  if (is_compressible(response)) {
    response.header("Vary", "Accept-Encoding");
    if (accepts_gzip(request)) compress(response);
  }
  if (response.keep == Keep::no_store || response.status != 200) return response;
  response.header("ETag", make_etag(response));
  return revalidate(request, std::move(response));
}

Response revalidate(const Request& request, Response response) {
  const auto etag = response.header("ETag");
  const auto known = request.header("if-none-match");
  if (!request.reads_only() || etag.empty() || known.empty() || !names_etag(known, etag)) return response;
  return not_modified(std::move(response));
}

std::string gzip(std::string_view bytes, int level) {
  // Kept, because a fresh one costs more in page faults than the compression itself.
  thread_local std::array<Compressor, 13> compressors;
  auto& compressor = compressors.at(static_cast<std::size_t>(level));
  if (!compressor) compressor.reset(libdeflate_alloc_compressor(level));
  if (!compressor) throw std::bad_alloc();
  std::string compressed(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
  compressed.resize(
      libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), compressed.data(), compressed.size()));
  compressed.shrink_to_fit();
  return compressed;
}

bool accepts_gzip(const Request& request) {
  std::optional<bool> gzip;
  bool any = false;
  for (const auto& piece : split(request.header("accept-encoding"), ',')) {
    const auto parts = split(piece, ';');
    const auto coding = trim(parts[0]);
    const bool wanted = std::none_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
      part = trim(part);
      return (part.starts_with("q=0") || part.starts_with("Q=0")) && part.find_first_not_of("0.", 2) == part.npos;
    });
    if (same_text(coding, "gzip") || same_text(coding, "x-gzip")) gzip = wanted;
    if (coding == "*") any = wanted;
  }
  return gzip.value_or(any);
}

namespace {

void add_if_absent(Response& response, const char* name, const char* value) {
  if (response.header(name).empty()) response.header(name, value);
}

void add_security_headers(Response& response) {
  add_if_absent(response, "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  add_if_absent(response, "X-Content-Type-Options", "nosniff");
  add_if_absent(response, "Referrer-Policy", "same-origin");
  add_if_absent(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  // Chromium 73 and 74 fail downloads that carry this one.
  if (response.header("Content-Disposition").empty()) {
    add_if_absent(response, "Cross-Origin-Resource-Policy", "same-origin");
  }
}

void add_cache_headers(Response& response) {
  switch (response.keep) {
    case Keep::no_store:
      add_if_absent(response, "Cache-Control", "no-store");
      break;
    case Keep::revalidate:
      add_if_absent(response, "Cache-Control", "private, no-cache");
      break;
    case Keep::forever:
      add_if_absent(response, "Cache-Control", "public, max-age=31536000, immutable");
      break;
  }
}

bool is_compressible(const Response& response) {
  const std::string_view type = response.content_type;
  const bool text = type.starts_with("text/") || type.starts_with("application/json") ||
                    type.starts_with("application/problem+json") || type.starts_with("image/svg+xml");
  return text && response.body->size() >= kWorthCompressing && response.header("Content-Encoding").empty();
}

void compress(Response& response) {
  const int level = response.keep == Keep::no_store ? kQuick : kThorough;
  auto compressed = gzip(*response.body, level);
  if (compressed.size() >= response.body->size()) return;
  response.body = std::make_shared<const std::string>(std::move(compressed));
  response.header("Content-Encoding", "gzip");
}

// Of the bytes as they are sent, so that each encoding has its own.
std::string make_etag(const Response& response) {
  std::string whole = std::to_string(response.status) + "\n" + response.content_type + "\n";
  whole.append(response.header("Content-Encoding")).append("\n").append(*response.body);
  return '"' + to_hex(sha256(whole)).substr(0, 32) + '"';
}

// If-None-Match compares weakly (RFC 9110 §13.1.2). Tags hold no quotes, so each one ends at the next.
bool names_etag(std::string_view if_none_match, std::string_view etag) {
  if (trim(if_none_match) == "*") return true;
  for (;;) {
    const auto begin = if_none_match.find('"');
    if (begin == if_none_match.npos) return false;
    const auto end = if_none_match.find('"', begin + 1);
    if (end == if_none_match.npos) return false;
    if (if_none_match.substr(begin, end + 1 - begin) == etag) return true;
    if_none_match.remove_prefix(end + 1);
  }
}

Response not_modified(Response response) {
  response.status = 304;
  response.body = std::make_shared<const std::string>();
  std::erase_if(response.headers, [](const auto& field) { return same_text(field.first, "Content-Encoding"); });
  return response;
}

}  // namespace
}  // namespace sjsz::http
