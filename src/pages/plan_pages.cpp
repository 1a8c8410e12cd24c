#include "pages/plan_pages.h"

#include <algorithm>

#include "base/text.h"
#include "pages/layout.h"
#include "storage/plan_store.h"
#include "storage/plan_year_query.h"
#include "view/links.h"
#include "view/plan_view.h"
#include "view/segments.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostWords = 100;

struct Page : PlanWithUnits {
  std::string q;  // what is looked for
};

view::PlanView::Article article_part(const Page& page, const Article& article) {
  view::PlanView::Article part;
  part.number = article.number;
  part.title = view::mark(article.title, page.q);
  for (const auto& paragraph : split(article.text, '\n')) part.paragraphs.push_back(view::mark(paragraph, page.q));
  for (const auto& task : page.tasks) {
    if (std::count(task.articles.begin(), task.articles.end(), article.number) == 0) continue;
    part.tasks.push_back({task.seq.value, task.label, view::task_url(task.seq, page.address_year)});
  }
  part.has_table = article.number == page.plan.indicator_article;
  return part;
}

view::PlanView::Table table_part(const Page& page) {
  view::PlanView::Table table;
  table.title = page.plan.indicator_title;
  table.name_heading = page.plan.indicator_name_heading;
  table.target_heading = page.plan.indicator_target_heading;
  table.indicators_url = view::indicators_url(page.address_year);
  std::string category;
  for (const auto& indicator : page.indicators) {
    if (table.groups.empty() || indicator.category != category) {
      category = indicator.category;
      table.groups.push_back({view::mark(category, page.q), {}});
    }
    table.groups.back().rows.push_back({view::mark(indicator.name, page.q), view::mark(indicator.target_text, page.q),
                                        view::indicator_url(indicator.seq, page.address_year)});
  }
  table.note = view::mark(page.plan.indicator_note, page.q);
  return table;
}

std::vector<view::Option> year_options(Reader& db, int shown) {
  std::vector<view::Option> options;
  for (const int year : list_plan_years(db)) {
    options.push_back({view::plan_url(address_year(db, year)), std::to_string(year), year == shown});
  }
  return options;
}

std::string checked_words(const Visit& visit) {
  const std::string words(trim(visit.request.query("q").value_or("")));
  if (count_characters(words) > kMostWords) throw WrongQuery("q", "查找的文字太长，最多 100 个字。");
  return words;
}

}  // namespace

http::Response show_plan(const Visit& visit, Reader& db) {
  const int year = chosen_year(visit, db);
  const Page page{found(find_plan_year(db, year)), checked_words(visit)};
  const auto& plan = page.plan;

  view::PlanView text;
  text.year = year;
  text.address_year = page.address_year;
  text.years = year_options(db, year);
  text.q = page.q;
  text.title = view::mark(plan.title, page.q);
  text.preamble = view::mark(plan.preamble, page.q);
  text.closing = view::mark(plan.closing, page.q);
  for (const auto& chapter : plan.chapters) {
    text.chapters.push_back({chapter.number, view::mark(chapter.title, page.q), {}});
    for (const auto& article : chapter.articles) text.chapters.back().articles.push_back(article_part(page, article));
  }
  text.table = table_part(page);
  text.annex_mark = plan.annex_mark;
  text.annex_title = plan.annex_title;
  text.tasks_url = view::tasks_url(page.address_year);
  return public_page(in_layout(visit, db, {"方案", "plan", year}, view::render(visit.site.templates, text)));
}

}  // namespace sjsz
