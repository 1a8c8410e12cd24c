#include "storage/plan_store.h"

#include <map>

#include "storage/years.h"

namespace sjsz {
namespace {

std::map<int, Plan> read_plans(Reader& db, Years years) {
  std::map<int, Plan> plans;
  auto row = db.query(R"(
    SELECT year, district, title, preamble, base_year, indicator_title, indicator_name_heading, indicator_target_heading,
           indicator_note, indicator_article, closing, annex_mark, annex_title
    FROM plan WHERE year BETWEEN :first AND :last)");
  row.bind(":first", years.first).bind(":last", years.last);
  while (row.next()) {
    plans[row.number(0)] = {.year = row.number(0),
                            .district = row.text(1),
                            .title = row.text(2),
                            .preamble = row.text(3),
                            .base_year = row.number(4),
                            .chapters = {},
                            .indicator_title = row.text(5),
                            .indicator_name_heading = row.text(6),
                            .indicator_target_heading = row.text(7),
                            .indicator_note = row.text(8),
                            .indicator_article = {row.number(9)},
                            .closing = row.text(10),
                            .annex_mark = row.text(11),
                            .annex_title = row.text(12),
                            .annex_headings = {}};
  }
  return plans;
}

void read_annex_headings(Reader& db, Years years, std::map<int, Plan>& plans) {
  auto row =
      db.query("SELECT year, text FROM annex_heading WHERE year BETWEEN :first AND :last ORDER BY year, position");
  row.bind(":first", years.first).bind(":last", years.last);
  while (row.next()) plans.at(row.number(0)).annex_headings.push_back(row.text(1));
}

void read_chapters(Reader& db, Years years, std::map<int, Plan>& plans) {
  auto row =
      db.query("SELECT year, number, title FROM chapter WHERE year BETWEEN :first AND :last ORDER BY year, number");
  row.bind(":first", years.first).bind(":last", years.last);
  while (row.next()) plans.at(row.number(0)).chapters.push_back({row.number(1), row.text(2), {}});
}

// Articles come by chapter, chapters by number: each goes to the end of a chapter that is found by walking on.
void read_articles(Reader& db, Years years, std::map<int, Plan>& plans) {
  auto row = db.query(R"(
    SELECT year, chapter, number, title, text FROM article
    WHERE year BETWEEN :first AND :last ORDER BY year, chapter, number)");
  row.bind(":first", years.first).bind(":last", years.last);
  std::size_t chapter = 0;
  for (int year = 0; row.next();) {
    if (year != row.number(0)) chapter = 0;
    year = row.number(0);
    auto& chapters = plans.at(year).chapters;
    while (chapters.at(chapter).number != row.number(1)) ++chapter;
    chapters[chapter].articles.push_back({{row.number(2)}, row.text(3), row.text(4)});
  }
}

std::map<int, Plan> read_whole_plans(Reader& db, Years years) {
  auto plans = read_plans(db, years);
  read_annex_headings(db, years, plans);
  read_chapters(db, years, plans);
  read_articles(db, years, plans);
  return plans;
}

void insert_annex_headings(Writer& db, const Plan& plan) {
  auto insert = db.query("INSERT INTO annex_heading (year, position, text) VALUES (:year, :position, :text)");
  int position = 0;
  for (const auto& heading : plan.annex_headings) {
    insert.bind(":year", plan.year).bind(":position", ++position).bind(":text", heading).run();
  }
}

void insert_chapters(Writer& db, const Plan& plan) {
  auto insert = db.query("INSERT INTO chapter (year, number, title) VALUES (:year, :number, :title)");
  for (const auto& chapter : plan.chapters) {
    insert.bind(":year", plan.year).bind(":number", chapter.number).bind(":title", chapter.title).run();
  }
}

void insert_articles(Writer& db, const Plan& plan) {
  auto insert = db.query(R"(
    INSERT INTO article (year, number, chapter, title, text) VALUES (:year, :number, :chapter, :title, :text))");
  for (const auto& chapter : plan.chapters) {
    for (const auto& article : chapter.articles) {
      insert.bind(":year", plan.year)
          .bind(":number", article.number.value)
          .bind(":chapter", chapter.number)
          .bind(":title", article.title)
          .bind(":text", article.text)
          .run();
    }
  }
}

std::optional<Plan> only_one(std::map<int, Plan> plans) {
  if (plans.empty()) return std::nullopt;
  return std::move(plans.begin()->second);
}

std::optional<int> indicator_article(const Plan& plan) {
  if (plan.indicator_article.value == 0) return std::nullopt;
  return plan.indicator_article.value;
}

}  // namespace

std::vector<int> list_plan_years(Reader& db) {
  std::vector<int> years;
  auto row = db.query("SELECT year FROM plan ORDER BY year");
  while (row.next()) years.push_back(row.number(0));
  return years;
}

std::optional<int> find_current_year(Reader& db) {
  auto row = db.query("SELECT year FROM plan WHERE is_current = 1");
  if (!row.next()) return std::nullopt;
  return row.number(0);
}

std::optional<Plan> find_plan(Reader& db, int year) {
  return db.recall<std::optional<Plan>>("plan", year, [&] { return only_one(read_whole_plans(db, only(year))); });
}

std::optional<Plan> find_plan_heading(Reader& db, int year) {
  return db.recall<std::optional<Plan>>("plan heading", year, [&] { return only_one(read_plans(db, only(year))); });
}

std::vector<Plan> list_plans(Reader& db) {
  std::vector<Plan> plans;
  for (auto& [year, plan] : read_whole_plans(db, Years{})) plans.push_back(std::move(plan));
  return plans;
}

void insert_plan(Writer& db, const Plan& plan) {
  db.query(R"(
    INSERT INTO plan (year, district, title, preamble, base_year, indicator_title, indicator_name_heading,
                      indicator_target_heading, indicator_note, indicator_article, closing, annex_mark, annex_title)
    VALUES (:year, :district, :title, :preamble, :base_year, :indicator_title, :indicator_name_heading,
            :indicator_target_heading, :indicator_note, :indicator_article, :closing, :annex_mark, :annex_title))")
      .bind(":year", plan.year)
      .bind(":district", plan.district)
      .bind(":title", plan.title)
      .bind(":preamble", plan.preamble)
      .bind(":base_year", plan.base_year)
      .bind(":indicator_title", plan.indicator_title)
      .bind(":indicator_name_heading", plan.indicator_name_heading)
      .bind(":indicator_target_heading", plan.indicator_target_heading)
      .bind(":indicator_note", plan.indicator_note)
      .bind(":indicator_article", indicator_article(plan))
      .bind(":closing", plan.closing)
      .bind(":annex_mark", plan.annex_mark)
      .bind(":annex_title", plan.annex_title)
      .run();
  insert_annex_headings(db, plan);
  insert_chapters(db, plan);
  insert_articles(db, plan);
}

void delete_plan(Writer& db, int year) { db.query("DELETE FROM plan WHERE year = :year").bind(":year", year).run(); }

void set_current_year(Writer& db, int year) {
  db.query("UPDATE plan SET is_current = 0 WHERE is_current = 1 AND year <> :year").bind(":year", year).run();
  db.query("UPDATE plan SET is_current = 1 WHERE year = :year").bind(":year", year).run();
}

}  // namespace sjsz
