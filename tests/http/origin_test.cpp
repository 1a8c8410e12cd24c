#include "http/origin.h"

#include <gtest/gtest.h>

namespace sjsz::http {
namespace {

// docs/security.md: every Sec-Fetch-Site × Origin × cookie. Rows: Sec-Fetch-Site; columns: Origin.
TEST(Origin, OfAChangeIsThePortalItself) {
  const char* const sites[] = {"", "same-origin", "none", "same-site", "cross-site", "nonsense"};
  const char* const origins[] = {"",
                                 "http://portal.test:8080",
                                 "https://portal.test:8080",
                                 "http://PORTAL.test:8080",
                                 "null",
                                 "http://evil.test",
                                 "http://portal.test",
                                 "http://portal.test:8080.evil.test",
                                 "portal.test:8080",
                                 "ftp://portal.test:8080"};
  constexpr std::size_t kOwn = 4;  // so many of the origins are the portal's, or absent
  for (const std::string site : sites) {
    for (std::size_t i = 0; i < std::size(origins); ++i) {
      for (const bool cookie : {false, true}) {
        Request request;
        request.headers = {{"host", "portal.test:8080"}};
        if (!site.empty()) request.headers.emplace_back("sec-fetch-site", site);
        if (i > 0) request.headers.emplace_back("origin", origins[i]);
        if (cookie) request.headers.emplace_back("cookie", "sjsz_session=x");
        const bool site_is_own = site.empty() || site == "same-origin" || site == "none";
        const bool says_nothing = site.empty() && i == 0;
        const bool own = site_is_own && i < kOwn && !(says_nothing && cookie);
        EXPECT_EQ(is_own_origin(request), own) << site << " " << origins[i] << " " << cookie;
      }
    }
  }
}

}  // namespace
}  // namespace sjsz::http
