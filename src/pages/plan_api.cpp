#include "pages/plan_api.h"

#include <nlohmann/json.hpp>

#include "storage/plan_store.h"

namespace sjsz {

using Json = nlohmann::ordered_json;

static Json chapter_json(const Chapter& chapter) {
  Json articles = Json::array();
  for (const auto& article : chapter.articles) {
    articles.push_back({{"number", article.number.value}, {"title", article.title}, {"text", article.text}});
  }
  return {{"number", chapter.number}, {"title", chapter.title}, {"articles", std::move(articles)}};
}

http::Response show_plan_json(const Visit& visit, Reader& db) {
  const Plan plan = found(find_plan(db, chosen_year(visit, db)));
  Json chapters = Json::array();
  for (const auto& chapter : plan.chapters) chapters.push_back(chapter_json(chapter));
  const Json json = {{"title", plan.title},
                     {"year", plan.year},
                     {"years", list_plan_years(db)},
                     {"district", plan.district},
                     {"base_year", plan.base_year},
                     {"preamble", plan.preamble},
                     {"chapters", std::move(chapters)},
                     {"indicator_title", plan.indicator_title},
                     {"indicator_note", plan.indicator_note},
                     {"closing", plan.closing},
                     {"annex_title", plan.annex_title},
                     {"demonstration", visit.site.demo}};
  return public_json(json.dump());
}

http::Response show_openapi(const Visit& visit, Reader&) { return public_json(visit.site.openapi); }

}  // namespace sjsz
