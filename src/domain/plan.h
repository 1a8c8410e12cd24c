// The plan of one year (方案): its text, to the letter. Knows neither indicators nor tasks.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"

namespace sjsz {

struct Article {
  ArticleNumber number;  // counted through all chapters
  std::string title;     // 指导思想
  std::string text;      // without number and title; paragraphs separated by one newline
};

struct Chapter {
  int number = 0;     // 1-5
  std::string title;  // 总体要求
  std::vector<Article> articles;
};

struct Plan {
  int year = 0;
  std::string district;  // 历下区: for titles; the plan's own name of the place
  std::string title;
  std::string preamble;
  int base_year = 0;
  std::vector<Chapter> chapters;
  std::string indicator_title;           // 方案指标体系
  std::string indicator_name_heading;    // 目标任务
  std::string indicator_target_heading;  // 2020 年目标
  std::string indicator_note;            // 注：…, under the table
  ArticleNumber indicator_article;       // the article that the table stands after
  std::string closing;                   // 本方案与…不一致的，以本方案为准。
  std::string annex_mark;                // 附件
  std::string annex_title;
  std::vector<std::string> annex_headings;  // 序号, 工作任务, 责任部门
};

// Words of an article, to the letter.
struct Quote {
  ArticleNumber article;
  std::string words;
};

// From the first occurrence of `opening` in the articles to the end of that sentence; nothing if no article has it.
std::optional<Quote> find_quote(const Plan& plan, std::string_view opening);

// The sentences (each with its 。) that hold `words`.
std::vector<std::string> list_sentences(std::string_view text, std::string_view words);

const Article* find_article(const Plan& plan, ArticleNumber number);  // nullptr: the plan has none such
int chapter_of(const Plan& plan, ArticleNumber article);              // 0: likewise

}  // namespace sjsz
