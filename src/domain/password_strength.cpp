#include "domain/password_strength.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"

namespace sjsz {
namespace {

constexpr std::size_t kLeastRun = 3, kLeastWalk = 4;
constexpr int kMostOfNumber = 4;  // a date, a telephone or identity number: long, and known to others

constexpr std::string_view kWalks[] = {"`1234567890-=",
                                       "~!@#$%^&*()_+",
                                       "qwertyuiop[]\\",
                                       "asdfghjkl;'",
                                       "zxcvbnm,./",
                                       "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
                                       "qazwsxedcrfvtgbyhnujmikolp",
                                       "1q2w3e4r5t6y7u8i9o0p",
                                       "q1w2e3r4t5y6u7i8o9p0",
                                       "a1s2d3f4g5h6j7k8l9",
                                       "z1x2c3v4b5n6m7",
                                       "a1b2c3d4e5f6g7h8i9",
                                       "1a2b3c4d5e6f7g8h9i",
                                       "147258369",
                                       "159357",
                                       "qweasdzxc",
                                       "qwe123asd456zxc789",
                                       "0102030405060708091011121314151617181920",
                                       "1223334444555556666667777777"};

constexpr std::string_view kWords[] = {
    // what people take for a password
    "password", "passw", "pass", "pwd", "mima", "secret", "login", "logon", "admin", "administrator", "root", "user",
    "guest", "test", "demo", "default", "system", "manager", "super", "master", "server", "oracle", "windows", "office",
    "access", "welcome", "hello", "letmein", "changeme", "qwerty", "azerty", "asdf", "zxcv", "iloveyou", "loveyou",
    "love", "forever", "baby", "angel", "princess", "sunshine", "monkey", "dragon", "shadow", "superman", "batman",
    "football", "basketball", "baseball", "soccer", "michael", "jordan", "charlie", "jessica", "daniel", "ashley",
    "summer", "winter", "spring", "autumn", "monday", "friday", "january", "december", "computer", "internet", "google",
    "baidu", "tencent", "weixin", "wechat", "huawei", "xiaomi", "taobao", "alibaba", "china", "beijing", "family",
    "happy", "lucky", "money", "freedom", "whatever", "nothing", "something", "trustno1", "starwars",
    // likewise, in pinyin
    "woaini", "woaiwo", "aini", "aiwo", "woshi", "nihao", "zhongguo", "zhonghua", "shandong", "jinan", "lixia",
    "shengtai", "huanbao", "huanjing", "zhengfu", "bangongshi", "zhuanban", "guanli", "guanliyuan", "yonghu", "denglu",
    "xitong", "tianbao", "shenhe", "zhanghao", "danwei", "renwu", "zhibiao", "diaodu", "gongzuo", "sijian", "sizeng",
    "wang", "zhang", "zhao", "chen", "yang", "huang", "zhou", "buzhidao", "haohao", "baobao", "laopo", "laogong",
    "mama", "baba", "kuaile", "facai", "shengri", "jiayou", "xiexie", "asdasd", "qweqwe", "zxczxc",
    // numbers that mean something
    "520", "1314", "5201314", "1314520", "7758521", "7758258", "666", "888", "110", "119", "120", "12306", "10086"};

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

// As it would be without the usual disguise: p@ssw0rd.
std::string undisguised(std::string text) {
  static constexpr std::string_view from = "@4301!57$", to = "aaeoiists";
  for (char& c : text) {
    if (const auto at = from.find(c); at != from.npos) c = to[at];
  }
  return text;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How many characters from the beginning go on by the same step: 1234, 9876, abcd, aaaa.
std::size_t run_length(std::string_view text) {
  if (text.size() < 2) return text.size();
  const int step = text[1] - text[0];
  if (step != 0 && (std::abs(step) != 1 || !(is_letter(text[0]) || is_digit(text[0])))) return 1;
  std::size_t length = 2;
  while (length < text.size() && text[length] - text[length - 1] == step) ++length;
  return length;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t length = 0;
  while (length < a.size() && length < b.size() && a[length] == b[length]) ++length;
  return length;
}

std::size_t walk_length(std::string_view text) {
  static const auto walks = [] {
    std::vector<std::string> both;
    for (const auto walk : kWalks) {
      both.emplace_back(walk);
      both.emplace_back(walk.rbegin(), walk.rend());
    }
    return both;
  }();
  std::size_t longest = 0;
  for (const auto& walk : walks) {
    for (std::size_t start = 0; start + kLeastWalk <= walk.size(); ++start) {
      longest = std::max(longest, common_prefix(text, std::string_view(walk).substr(start)));
    }
  }
  return longest;
}

std::size_t word_length(std::string_view text, std::string_view plain, const std::vector<std::string_view>& names) {
  std::size_t longest = 0;
  const auto look_for = [&](std::string_view word) {
    if (word.size() >= 2 && (text.starts_with(word) || plain.starts_with(word)))
      longest = std::max(longest, word.size());
  };
  for (const auto word : kWords) look_for(word);
  for (const auto name : names) look_for(name);
  return longest;
}

std::size_t number_length(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

// Of the longest common piece at the beginning; 0: there is none.
std::size_t common_length(std::string_view text, std::string_view plain, const std::vector<std::string_view>& names) {
  const auto run = run_length(text), walk = walk_length(text);
  return std::max({word_length(text, plain, names), run >= kLeastRun ? run : 0, walk >= kLeastWalk ? walk : 0});
}

// "abcabcab" is worth as much as "abc": the shortest piece that the whole repeats.
std::string_view without_repetition(std::string_view text) {
  for (std::size_t size = 1; size * 2 <= text.size(); ++size) {
    if (text.substr(size) == text.substr(0, text.size() - size)) return text.substr(0, size);
  }
  return text;
}

}  // namespace

int password_worth(std::string_view password, const std::vector<std::string_view>& names) {
  const std::string small = lower(password);
  const std::string_view text = without_repetition(small);
  const std::string plain = undisguised(std::string(text));
  int worth = 0;
  std::size_t letters = 0;  // in a row, so far
  const auto end_letters = [&] { worth += static_cast<int>((std::exchange(letters, 0) + 1) / 2); };
  for (std::size_t i = 0; i < text.size();) {
    const auto rest = text.substr(i);
    const auto common = common_length(rest, std::string_view(plain).substr(i), names);
    const auto number = number_length(rest);
    if (common == 0 && is_letter(rest[0])) {
      ++letters;
      ++i;
      continue;
    }
    end_letters();
    if (common > 0 && common >= number) {
      i += common;
      ++worth;
    } else if (number > 0) {
      i += number;
      worth += std::min(static_cast<int>(number), kMostOfNumber);
    } else {
      i += std::max<std::size_t>(code_point_size(rest), 1);
      ++worth;
    }
  }
  end_letters();
  return worth;
}

}  // namespace sjsz
