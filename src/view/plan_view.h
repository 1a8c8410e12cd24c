// 方案: the whole text with chapter navigation, the tasks beside their articles, and the indicator table in its place.
#pragma once
#include <string>
#include <vector>

#include "domain/ids.h"
#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

struct PlanView {  // templates/plan.html; every Segments is marked where it holds q
  struct Task {
    int seq = 0;
    std::string label, url;
  };
  struct Article {
    ArticleNumber number;
    Segments title;
    std::vector<Segments> paragraphs;  // with more than one, the title has a line of its own
    std::vector<Task> tasks;
    bool has_table = false;  // the indicator table follows this article
  };
  struct Chapter {
    int number = 0;
    Segments title;
    std::vector<Article> articles;
  };
  struct TableRow {
    Segments name, target_text;
    std::string url;
  };
  struct TableGroup {
    Segments category;
    std::vector<TableRow> rows;
  };
  struct Table {
    std::string title, name_heading, target_heading, indicators_url;
    std::vector<TableGroup> groups;
    Segments note;
  };

  int year = 0;
  int address_year = 0;       // as in LayoutView: kept by the search form
  std::vector<Option> years;  // other plans too: value is the address, text the year; fewer than two: not shown
  std::string q;              // what was looked for; empty: nothing
  Segments title, preamble, closing;
  std::vector<Chapter> chapters;
  Table table;
  std::string annex_mark, annex_title, tasks_url;
};
std::vector<PlanView> plan_examples();
std::string render(const Templates& templates, const PlanView& view);

}  // namespace sjsz::view
