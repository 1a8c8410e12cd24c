#include "domain/diff.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

// 一[-二-][+三+]四
std::string shown(const std::vector<DiffPiece>& pieces) {
  std::string text;
  for (const auto& piece : pieces) {
    const char* const marks[][2] = {{"", ""}, {"[-", "-]"}, {"[+", "+]"}};
    text += marks[piece.kind][0] + piece.text + marks[piece.kind][1];
  }
  return text;
}

std::string joined(const std::vector<DiffPiece>& pieces, DiffPiece::Kind without) {
  std::string text;
  for (const auto& piece : pieces) {
    if (piece.kind != without) text += piece.text;
  }
  return text;
}

}  // namespace

TEST(Diff, ShowsWhatWasRemovedAndWhatWasAdded) {
  const struct {
    const char *before, *after, *shown;
  } cases[] = {
      {"", "", ""},
      {"一样。", "一样。", "一样。"},
      {"", "新写的。", "[+新写的。+]"},
      {"删掉的。", "", "[-删掉的。-]"},
      {"平均供电煤耗 313.1 克/千瓦时", "平均供电煤耗 312.4 克/千瓦时", "平均供电煤耗 [-313.1-][+312.4+] 克/千瓦时"},
      {"完成设备安装，进入分部试运。", "完成分部试运。", "完成[-设备安装，进入-]分部试运。"},
      {"每周二调度 2 家企业。", "每周二调度 2 家企业；下达用煤计划。", "每周二调度 2 家企业[+；下达用煤计划+]。"},
      {"甲句没变。乙句改前。", "甲句没变。乙句改后。", "甲句没变。乙句改[-前-][+后+]。"},
      {"检查 PM2.5 三次", "检查 PM10 三次", "检查 [-PM2.5-][+PM10+] 三次"},
      // One character in common between two changes is drowned in them.
      {"春和夏", "秋和冬", "[-春和夏-][+秋和冬+]"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(diff_texts(c.before, c.after)), c.shown) << c.before;
}

TEST(Diff, GivesBothTextsBackToTheLetter) {
  const std::string texts[] = {"",
                               "。",
                               "8月，完成 12.6 万平方米；\n\n其他：无。",
                               "8月完成 13 万平方米。\n其他：无",
                               "🚗淘汰 3 辆，🚗。",
                               std::string(5000, 'x') + "。尾",
                               "坏\xFF字节"};
  for (const auto& before : texts) {
    for (const auto& after : texts) {
      const auto pieces = diff_texts(before, after);
      EXPECT_EQ(joined(pieces, DiffPiece::added), before);
      EXPECT_EQ(joined(pieces, DiffPiece::removed), after);
      for (std::size_t i = 1; i < pieces.size(); ++i) EXPECT_NE(pieces[i].kind, pieces[i - 1].kind);
    }
  }
}

TEST(Diff, ShowsStretchesTooLongToReadAsReplacedWhole) {
  std::string before, after;
  for (int i = 0; i < 4000; ++i) {
    before += "春";
    after += "秋";
  }
  const auto pieces = diff_texts("头。" + before, "头。" + after);
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_EQ(pieces[0].text, "头。");
  EXPECT_EQ(pieces[1].text, before);
  EXPECT_EQ(pieces[2].text, after);
}

}  // namespace sjsz
