#include "http/router.h"

#include <algorithm>
#include <compare>
#include <ranges>
#include <set>
#include <stdexcept>

#include "base/date.h"
#include "base/text.h"

namespace sjsz::http {
namespace {

using Segments = std::vector<PatternSegment>;
using Pieces = std::vector<std::string_view>;

Pieces split_path(std::string_view path) {
  Pieces pieces;
  for (auto rest = path;;) {
    rest.remove_prefix(1);
    const auto slash = std::min(rest.find('/'), rest.size());
    pieces.push_back(rest.substr(0, slash));
    if (slash == rest.size()) return pieces;
    rest.remove_prefix(slash);
  }
}

bool consists_of(std::string_view text, std::size_t most, std::string_view marks, bool capitals) {
  const auto fits = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (capitals && c >= 'A' && c <= 'Z') ||
           marks.find(c) != marks.npos;
  };
  return !text.empty() && text.size() <= most && std::ranges::all_of(text, fits);
}

bool fits(const PatternSegment& segment, std::string_view piece) {
  switch (segment.kind) {
    case PatternSegment::literal:
      return piece == segment.text;
    case PatternSegment::number:
      return parse_whole(piece) >= 0;
    case PatternSegment::word:
      return consists_of(piece, 40, "-", false);
    case PatternSegment::month:
      return parse_month(piece).has_value();
    case PatternSegment::file:
      return consists_of(piece, 80, "._-", true) && piece.front() != '.';
  }
  return false;
}

bool fits(const Segments& segments, const Pieces& pieces) {
  return std::ranges::equal(segments, pieces, [](const auto& segment, auto piece) { return fits(segment, piece); });
}

PatternSegment read_segment(std::string_view text) {
  static constexpr std::pair<std::string_view, PatternSegment::Kind> kinds[] = {{"number", PatternSegment::number},
                                                                                {"word", PatternSegment::word},
                                                                                {"month", PatternSegment::month},
                                                                                {"file", PatternSegment::file}};
  if (text.find_first_of("{}") == text.npos) return {PatternSegment::literal, std::string(text)};
  const auto colon = text.find(':');
  if (text.starts_with('{') && text.ends_with('}') && colon != text.npos && colon > 1) {
    const auto kind_name = text.substr(colon + 1, text.size() - colon - 2);
    for (const auto& [name, kind] : kinds) {
      if (name == kind_name) return {kind, std::string(text.substr(1, colon - 1))};
    }
  }
  throw std::logic_error("malformed route parameter: " + std::string(text));
}

Segments read_pattern(std::string_view pattern) {
  if (!pattern.starts_with('/')) throw std::logic_error("a route begins with '/': " + std::string(pattern));
  Segments segments;
  std::set<std::string> names;
  for (const auto piece : split_path(pattern)) {
    if (piece.empty() && pattern != "/") throw std::logic_error("empty piece in route " + std::string(pattern));
    segments.push_back(read_segment(piece));
    const auto& segment = segments.back();
    if (segment.kind != PatternSegment::literal && !names.insert(segment.text).second) {
      throw std::logic_error("twice {" + segment.text + "} in route " + std::string(pattern));
    }
  }
  return segments;
}

// Orders patterns by what they match; the names of parameters make no difference.
std::weak_ordering by_shape(const PatternSegment& a, const PatternSegment& b) {
  if (a.kind != b.kind) return a.kind <=> b.kind;
  if (a.kind != PatternSegment::literal) return std::weak_ordering::equivalent;
  return a.text <=> b.text;
}

std::weak_ordering by_shape(const Segments& a, const Segments& b) {
  return std::lexicographical_compare_three_way(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const PatternSegment& x, const PatternSegment& y) { return by_shape(x, y); });
}

std::string names_of(const std::set<Method>& methods) {
  std::vector<std::string> names;
  if (methods.contains(Method::get)) names.insert(names.end(), {"GET", "HEAD"});
  if (methods.contains(Method::post)) names.emplace_back("POST");
  if (methods.contains(Method::put)) names.emplace_back("PUT");
  return join(names, ", ");
}

}  // namespace

void Router::add(Method method, std::string_view pattern, std::size_t route) {
  auto segments = read_pattern(pattern);
  for (const auto& other : patterns_) {
    if (other.method == method && by_shape(other.segments, segments) == 0) {
      throw std::logic_error("two routes for " + std::string(pattern));
    }
  }
  const auto place =
      std::ranges::find_if(patterns_, [&](const Pattern& other) { return by_shape(segments, other.segments) < 0; });
  patterns_.insert(place, {method, std::move(segments), route});
}

Router::Match Router::match(Method method, std::string_view path) const {
  Match match;
  if (!path.starts_with('/')) return match;
  const auto wanted = method == Method::head ? Method::get : method;
  const auto pieces = split_path(path);
  std::set<Method> others;
  for (const auto& pattern : patterns_) {
    if (!fits(pattern.segments, pieces)) continue;
    if (pattern.method != wanted) {
      others.insert(pattern.method);
      continue;
    }
    match.outcome = Match::found;
    match.route = pattern.route;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const auto& segment = pattern.segments[i];
      if (segment.kind != PatternSegment::literal) match.parameters.emplace_back(segment.text, pieces[i]);
    }
    return match;
  }
  if (!others.empty()) {
    match.outcome = Match::method_not_allowed;
    match.allow = names_of(others);
  }
  return match;
}

}  // namespace sjsz::http
