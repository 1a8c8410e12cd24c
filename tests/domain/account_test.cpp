#include "domain/account.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace sjsz {
namespace {

TEST(Account, NeedsAPlainNameADisplayNameAndItsUnit) {
  const auto fagai = UnitCode{"fagai"};
  const struct {
    NewAccount account;
    const char* field;  // at fault; empty: may be made
  } cases[] = {
      {{"fagai", "王欣", AccountRole::reporter, fagai}, ""},
      {{"wang.xin_2-a", "王欣", AccountRole::office, fagai}, ""},
      {{"ab", "王", AccountRole::leader, {}}, ""},
      {{std::string(32, 'a'), "管理员", AccountRole::admin, {}}, ""},
      {{"a", "王欣", AccountRole::leader, {}}, "name"},
      {{std::string(33, 'a'), "王欣", AccountRole::leader, {}}, "name"},
      {{"", "王欣", AccountRole::leader, {}}, "name"},
      {{"1abc", "王欣", AccountRole::leader, {}}, "name"},
      {{".abc", "王欣", AccountRole::leader, {}}, "name"},
      {{"Fagai", "王欣", AccountRole::leader, {}}, "name"},
      {{"发改", "王欣", AccountRole::leader, {}}, "name"},
      {{"fa gai", "王欣", AccountRole::leader, {}}, "name"},
      {{"fagai\n", "王欣", AccountRole::leader, {}}, "name"},
      {{"fagai", "", AccountRole::leader, {}}, "display"},
      {{"fagai", " 　", AccountRole::leader, {}}, "display"},
      {{"fagai", "王\t欣", AccountRole::leader, {}}, "display"},
      {{"fagai", "王\xff", AccountRole::leader, {}}, "display"},
      {{"fagai", std::string(41, 'x'), AccountRole::leader, {}}, "display"},
      {{"fagai", "王欣", AccountRole::reporter, {}}, "unit"},
      {{"fagai", "王欣", AccountRole::office, {}}, "unit"},
      {{"fagai", "王欣", AccountRole::admin, fagai}, "unit"},
      {{"fagai", "王欣", AccountRole::auditor, fagai}, "unit"},
      {{"fagai", "王欣", AccountRole::leader, fagai}, "unit"},
  };
  for (const auto& one : cases) {
    const auto fault = find_account_fault(one.account);
    EXPECT_EQ(fault ? fault->field : "", one.field) << one.account.name << " " << one.account.display;
  }
}

bool is_refused(std::string_view password) { return find_password_fault(password, "wang.xin", "fagai").has_value(); }

TEST(Password, HasTwelveToOneHundredAndTwentyEightCharacters) {
  EXPECT_TRUE(is_refused(""));
  EXPECT_TRUE(is_refused("k7#Vq!m2Zx0"));
  EXPECT_FALSE(is_refused("k7#Vq!m2Zx0w"));
  EXPECT_TRUE(is_refused("泉城的秋天很好看呀"));
  EXPECT_FALSE(is_refused("泉城的秋天很好看呀一二三"));
  std::string longest;
  while (longest.size() < 128) longest += "k7#Vq!m2Zx0wtB";
  longest.resize(128);
  longest[64] = '~';  // not the same thing again and again
  EXPECT_FALSE(is_refused(longest));
  EXPECT_TRUE(is_refused(longest + "a"));
}

TEST(Password, IsCleanText) {
  EXPECT_TRUE(is_refused("k7#Vq!m2Zx0w\n"));
  EXPECT_TRUE(is_refused(std::string("k7#Vq!m2Zx0w\0a", 14)));
  EXPECT_TRUE(is_refused("k7#Vq!m2Zx0w\x7f"));
  EXPECT_TRUE(is_refused("k7#Vq!m2Zx0w\xc2\x85"));
  EXPECT_TRUE(is_refused("k7#Vq!m2Zx0w\xff"));
  EXPECT_FALSE(is_refused("k7# Vq!m 2Zx0w"));
}

TEST(Password, IsNotWhatEverybodyTriesFirst) {
  for (const char* password :
       {"password1234",     "Password@2020",      "P@ssw0rd1234!", "passwordpassword", "administrator",
        "admin123456789",   "123456789012",       "111111111111",  "aaaaaaaaaaaa",     "abcdefghijkl",
        "qwertyuiop12",     "1qaz2wsx3edc",       "zaq12wsxcde3",  "1q2w3e4r5t6y",     "asdfghjkl123",
        "qwerty123456789",  "abc123abc123",       "112233445566",  "13805312345678",   "370102199001011234",
        "woaini5201314",    "iloveyou1314520",    "jinan20200903", "Lixia@2020!!!",    "shengtai2020!",
        "sijiansizeng2020", "zhuanbanbangongshi", "huanbao123456", "welcome2020!!",    "qweasdzxc123",
        "abcabcabcabcabc",  "!@#$%^&*()_+",       "987654321098",  "yonghu123456",     "mima12345678",
        "20200903202009",   "international",      "peanutbutter",  "Transformers2"}) {
    EXPECT_TRUE(is_refused(password)) << password;
  }
}

TEST(Password, IsNotMadeOfAccountUnitOrProduct) {
  for (const char* password : {"wang.xin2020!", "Wang.Xin-Wang.Xin", "fagai-fagai-fagai", "fagai2020!sjsz",
                               "sjszsjszsjsz", "sjsz-wang.xin-1", "FAGAI@wang.xin"}) {
    EXPECT_TRUE(is_refused(password)) << password;
  }
}

TEST(Password, IsAnythingElse) {
  for (const char* password :
       {"correct horse battery", "泉水叮咚映月色明湖荷香", "k7#Vq!m2Zx0w", "每天早上八点一刻出门走路",
        "lvse-chuxing-8km", "violet-Anchor-93-tram", "xiaoqinghe liushui changchang", "Tq9 mn4 Vx2 bp8"}) {
    EXPECT_EQ(
        find_password_fault(password, "wang.xin", "fagai").value_or(""),
        count_characters(password) < kLeastPasswordCharacters ? "密码至少要 12 个字符，可以用一句自己记得住的话" : "")
        << password;
  }
}

}  // namespace
}  // namespace sjsz
