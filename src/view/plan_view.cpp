#include "view/plan_view.h"

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/segments.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

int count_hits(const PlanView::Article& article) {
  int hits = count_marks(article.title);
  for (const auto& paragraph : article.paragraphs) hits += count_marks(paragraph);
  return hits;
}

int count_hits(const PlanView::Table& table) {
  int hits = count_marks(table.note);
  for (const auto& group : table.groups) {
    hits += count_marks(group.category);
    for (const auto& row : group.rows) hits += count_marks(row.name) + count_marks(row.target_text);
  }
  return hits;
}

int count_hits(const PlanView& view) {
  int hits = count_marks(view.title) + count_marks(view.preamble) + count_marks(view.closing) + count_hits(view.table);
  for (const auto& chapter : view.chapters) {
    hits += count_marks(chapter.title);
    for (const auto& article : chapter.articles) hits += count_hits(article);
  }
  return hits;
}

std::string text_of(const Segments& segments) {
  std::string text;
  for (const auto& piece : segments) text += piece.text;
  return text;
}

// The plan's title is written with a space where a printed one breaks the line.
Data title_line_data(const Segments& line) { return Object().list("segments", line, segment_data).data(); }

std::vector<Segments> title_lines(const Segments& title) {
  std::vector<Segments> lines(1);
  for (const auto& piece : title) {
    std::string_view rest = piece.text;
    for (auto space = rest.find(' '); space != rest.npos; space = rest.find(' ')) {
      lines.back().push_back({std::string(rest.substr(0, space)), piece.marked});
      lines.emplace_back();
      rest.remove_prefix(space + 1);
    }
    lines.back().push_back({std::string(rest), piece.marked});
  }
  return lines;
}

Data table_row_data(const PlanView::TableRow& row) {
  return Object()
      .text("url", row.url)
      .list("name", row.name, segment_data)
      .list("target", row.target_text, segment_data)
      .data();
}

Data table_group_data(const PlanView::TableGroup& group) {
  return Object().list("category", group.category, segment_data).list("rows", group.rows, table_row_data).data();
}

Data table_data(const PlanView::Table& table) {
  int rows = 0;
  for (const auto& group : table.groups) rows += static_cast<int>(group.rows.size());
  return Object()
      .text("title", table.title)
      .text("name_heading", table.name_heading)
      .text("target_heading", table.target_heading)
      .text("url", table.indicators_url)
      .text("count", rows)
      .list("groups", table.groups, table_group_data)
      .list("note", table.note, segment_data)
      .data();
}

Data paragraph_data(const Segments& paragraph) { return Object().list("segments", paragraph, segment_data).data(); }

Data task_data(const PlanView::Task& task) {
  return Object().text("seq", task.seq).text("label", task.label).text("url", task.url).data();
}

Data article_data(const PlanView::Article& article, const PlanView::Table& table) {
  const auto first = article.paragraphs.begin();
  const bool on_one_line = article.paragraphs.size() == 1;
  const std::vector<Segments> below(on_one_line ? first + 1 : first, article.paragraphs.end());
  const std::vector<PlanView::Table> tables(article.has_table ? 1 : 0, table);
  return Object()
      .text("number", article.number.value)
      .text("mark", article_mark(article.number))
      .list("title", article.title, segment_data)
      .list("first", on_one_line ? *first : Segments(), segment_data)
      .list("paragraphs", below, paragraph_data)
      .flag("has_margin", !article.tasks.empty())
      .list("tasks", article.tasks, task_data)
      .list("table", tables, table_data)
      .data();
}

Data chapter_data(const PlanView::Chapter& chapter, const PlanView::Table& table) {
  return Object()
      .text("number", chapter.number)
      .text("mark", chapter_mark(chapter.number))
      .list("title", chapter.title, segment_data)
      .list("articles", chapter.articles, [&](const auto& article) { return article_data(article, table); })
      .data();
}

Data contents_article_data(const PlanView::Article& article) {
  const int hits = count_hits(article);
  return Object()
      .text("number", article.number.value)
      .text("title", article_mark(article.number) + text_of(article.title))
      .flag("has_hits", hits > 0)
      .text("hits", hits)
      .data();
}

Data contents_chapter_data(const PlanView::Chapter& chapter) {
  return Object()
      .text("number", chapter.number)
      .text("title", chapter_mark(chapter.number) + text_of(chapter.title))
      .list("articles", chapter.articles, contents_article_data)
      .data();
}

}  // namespace

std::string render(const Templates& templates, const PlanView& view) {
  const int hits = count_hits(view);
  return templates.render("plan", Object()
                                      .text("year", view.year)
                                      .flag("has_years", view.years.size() > 1)
                                      .list("years", view.years, option_data)
                                      .flag("has_address_year", view.address_year != 0)
                                      .text("address_year", view.address_year)
                                      .optional_text("q", view.q)
                                      .text("hits", hits)
                                      .flag("no_hits", hits == 0)
                                      .list("contents", view.chapters, contents_chapter_data)
                                      .list("title", title_lines(view.title), title_line_data)
                                      .list("preamble", view.preamble, segment_data)
                                      .list("chapters", view.chapters,
                                            [&](const auto& chapter) { return chapter_data(chapter, view.table); })
                                      .list("closing", view.closing, segment_data)
                                      .text("annex", view.annex_mark + "：" + view.annex_title)
                                      .text("annex_mark", view.annex_mark)
                                      .text("plan_url", plan_url(view.address_year))
                                      .text("tasks_url", view.tasks_url)
                                      .data());
}

std::vector<PlanView> plan_examples() {
  PlanView none;
  none.year = 2020;
  none.title = plain("济南市历下区深入推进“四减四增”三年行动 确保完成各项任务目标工作方案");
  none.annex_mark = "附件";
  none.annex_title = "济南市历下区深入推进“四减四增”三年行动任务分工表";
  none.tasks_url = "/tasks";

  PlanView one = none;
  one.preamble = plain("为深入推进“四个结构”调整，做到“四减四增”，制定本工作方案。");
  one.closing = plain("与《三年行动方案》任务目标指标不一致的，以本方案为准。");
  one.chapters = {{2, plain("聚焦新旧动能转换，加快调整产业结构"), {}}};
  one.chapters[0].articles = {{{5},
                               plain("调整高耗能高排放产业结构布局"),
                               {plain("减少标准煤消耗和废气排放量。（区发改局牵头，区工信局配合）")},
                               {{2, "高耗能行业布局", "/tasks/2"}},
                               false}};

  PlanView full = one;
  full.address_year = 2020;
  full.years = {{"/plan?year=2020", "2020", true}, {"/plan", "2021", false}};
  full.q = "煤";
  full.preamble = mark("为深入推进“四个结构”调整，做到“四减四增”，压减煤炭消费，制定本工作方案。", "煤");
  full.table = {"方案指标体系", "目标任务", "2020 年目标",
                "/indicators",  {},         plain("注：基准年为 2015 年；*基准年为 2017 年。")};
  full.table.groups = {{plain("能源结构"),
                        {{mark("煤炭消费总量(万吨)", "煤"), plain("20.2382"), "/indicators/6"},
                         {plain("铁路货运增加量*(万吨)"), plain("——"), "/indicators/9"}}}};
  full.chapters.insert(full.chapters.begin(), {1, plain("总体要求"), {}});
  full.chapters[0].articles = {
      {{2}, plain("基本原则"), {plain("——聚焦关键目标。"), mark("——控制煤炭消费总量。", "煤")}, {}, false},
      {{3}, plain("总体目标"), {plain("力争通过一年的努力，圆满完成各项任务目标。")}, {}, true}};

  PlanView hostile = full;
  const auto text = mark(hostile_text(), "<script>");
  hostile.q = hostile.annex_mark = hostile.annex_title = hostile_text();
  hostile.tasks_url = hostile_url();
  hostile.years[0] = {hostile_url(), hostile_text(), false};
  hostile.title = hostile.preamble = hostile.closing = text;
  hostile.table = {
      hostile_text(), hostile_text(), hostile_text(), hostile_url(), {{text, {{text, text, hostile_url()}}}}, text};
  hostile.chapters = {{1, text, {{{1}, text, {text, text}, {{1, hostile_text(), hostile_url()}}, true}}}};
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
