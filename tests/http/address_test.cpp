#include "http/address.h"

#include <gtest/gtest.h>

namespace sjsz::http {
namespace {

TEST(Address, OfOneSourceIsAnIPv4AddressOrAnIPv6Network) {
  EXPECT_EQ(source_of("10.0.0.7"), "10.0.0.7");
  EXPECT_EQ(source_of("::ffff:10.0.0.7"), "10.0.0.7");
  EXPECT_EQ(source_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(source_of("2001:db8:1:2::ff"), source_of("2001:db8:1:2:aaaa::1"));
  EXPECT_NE(source_of("2001:db8:1:2::1"), source_of("2001:db8:1:3::1"));
  EXPECT_EQ(source_of(""), "");
}

TEST(Address, IsLoopbackOnlyAsANumberOfThisMachine) {
  for (const char* address : {"127.0.0.1", "127.9.9.9", "::1"}) EXPECT_TRUE(is_loopback(address)) << address;
  for (const char* address : {"10.0.0.1", "128.0.0.1", "::2", "localhost", "", "127.1.evil", "0.0.0.0"}) {
    EXPECT_FALSE(is_loopback(address)) << address;
  }
}

TEST(Address, InAHostFieldNamesThisMachine) {
  for (const char* host : {"127.0.0.1:8080", "127.0.0.1", "[::1]:8080", "[::1]", "localhost:8080", "localhost"}) {
    EXPECT_TRUE(names_loopback(host)) << host;
  }
  for (const char* host :
       {"portal.test", "127.0.0.1.evil.test", "10.0.0.5:8080", "[::2]", "[::1", "", "evil.test:127.0.0.1"}) {
    EXPECT_FALSE(names_loopback(host)) << host;
  }
}

}  // namespace
}  // namespace sjsz::http
