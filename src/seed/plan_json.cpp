#include "seed/plan_json.h"

#include "document/strict_json.h"

namespace sjsz {

static constexpr auto kFormat = "sjsz-plan";
static constexpr int kVersion = 1;

static void read_value(const Spot& spot, Unit& unit) {
  Object(spot).read("code", unit.code).read("name", unit.name).read("group", unit.group).and_nothing_else();
}

static void read_value(const Spot& spot, CalendarDay& day) {
  Object(spot).read("date", day.date).read("works", day.works).read("name", day.name).and_nothing_else();
}

static void read_value(const Spot& spot, Article& article) {
  Object(spot)
      .read("number", article.number)
      .read("title", article.title)
      .read("text", article.text)
      .and_nothing_else();
}

static void read_value(const Spot& spot, Chapter& chapter) {
  Object(spot)
      .read("number", chapter.number)
      .read("title", chapter.title)
      .read("articles", chapter.articles)
      .and_nothing_else();
}

static void read_value(const Spot& spot, Indicator& indicator) {
  Object(spot)
      .read("seq", indicator.seq)
      .read("category", indicator.category)
      .read("name", indicator.name)
      .read("short_name", indicator.short_name)
      .read_or_null("unit", indicator.unit)
      .read("target_text", indicator.target_text)
      .read("target", indicator.target)
      .read("kind", indicator.kind)
      .read("base_year", indicator.base_year)
      .read("seasonal", indicator.seasonal)
      .read("rhythm", indicator.rhythm)
      .read("second_threshold", indicator.second_threshold)
      .read("second_target", indicator.second_target)
      .read_or_null("second_target_unit", indicator.second_target_unit)
      .and_nothing_else();
}

static void read_value(const Spot& spot, Assignment& assignment) {
  Object(spot).read("unit", assignment.unit).read("role", assignment.role).and_nothing_else();
}

static void read_value(const Spot& spot, Requirement& requirement) {
  Object(spot)
      .read("key", requirement.key)
      .read("text", requirement.text)
      .read("sentence", requirement.sentence)
      .read("kind", requirement.kind)
      .read("type", requirement.type)
      .read_or_null("unit", requirement.unit)
      .read("comparison", requirement.comparison)
      .read("target", requirement.target)
      .read("date", requirement.date)
      .and_nothing_else();
}

static void read_value(const Spot& spot, Task& task) {
  Object(spot)
      .read("seq", task.seq)
      .read("label", task.label)
      .read("text", task.text)
      .read("responsible_text", task.responsible_text)
      .read("articles", task.articles)
      .read("units", task.assignments)
      .read("requirements", task.requirements)
      .and_nothing_else();
}

static void read_value(const Spot& spot, PlanYear& year) {
  Plan& plan = year.plan;
  Object object(spot);
  object.read("year", plan.year)
      .read("district", plan.district)
      .read("title", plan.title)
      .read("preamble", plan.preamble)
      .read("base_year", plan.base_year)
      .read("chapters", plan.chapters);
  object.inner("indicator_table")
      .read("title", plan.indicator_title)
      .read("name_heading", plan.indicator_name_heading)
      .read("target_heading", plan.indicator_target_heading)
      .read("after_article", plan.indicator_article)
      .read_or_null("note", plan.indicator_note)
      .read("indicators", year.indicators)
      .and_nothing_else();
  object.read_or_null("closing", plan.closing);
  object.inner("annex")
      .read("mark", plan.annex_mark)
      .read("title", plan.annex_title)
      .read("headings", plan.annex_headings)
      .read("tasks", year.tasks)
      .and_nothing_else();
  object.and_nothing_else();
}

// A file of another kind or version gets that one sentence, not one for each key that it lacks.
static void check_header(const Spot& spot) {
  const auto& json = spot.value();
  if (!json.is_object()) return spot.fault("应为对象。");
  if (!json.contains("format") || json["format"] != kFormat) {
    return spot.fault("不是方案文件：format 应为 " + std::string(kFormat) + "。");
  }
  if (!json.contains("version") || json["version"] != kVersion) {
    return spot.fault("方案文件的版本不对：本程序只认第 " + std::to_string(kVersion) + " 版（version）。");
  }
}

tl::expected<PlanBook, std::vector<Fault>> read_plan_book(std::string_view json) {
  if (json.size() > kMostPlanBytes) return tl::unexpected(std::vector<Fault>{{"", "文件超过 5 MiB。"}});
  const auto document = parse_strict_json(json);
  if (!document) return tl::unexpected(std::vector<Fault>{document.error()});
  std::vector<Fault> faults;
  const Spot root(*document, "", faults);
  check_header(root);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  PlanBook book;
  std::string format;
  int version = 0;
  Object(root)
      .read("format", format)
      .read("version", version)
      .read("current_year", book.current_year)
      .read("units", book.units)
      .read("calendar", book.calendar)
      .read("plans", book.years)
      .and_nothing_else();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return book;
}

static Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
static Json or_null(const std::optional<Decimal>& number) { return number ? Json(number->to_string()) : Json(nullptr); }
static Json or_null(const std::optional<Date>& date) { return date ? Json(to_string(*date)) : Json(nullptr); }

static Json json_of(const std::string& text) { return text; }

static Json json_of(ArticleNumber article) { return article.value; }

static Json json_of(const Unit& unit) {
  return {{"code", unit.code.value}, {"name", unit.name}, {"group", unit.group}};
}

static Json json_of(const CalendarDay& day) {
  return {{"date", to_string(day.date)}, {"works", day.works}, {"name", day.name}};
}

static Json json_of(const Article& article) {
  return {{"number", article.number.value}, {"title", article.title}, {"text", article.text}};
}

static Json json_of(const Assignment& assignment) {
  return {{"unit", assignment.unit.value}, {"role", to_code(assignment.role)}};
}

template <class Item>
static Json list_json(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(json_of(item));
  return list;
}

static Json json_of(const Chapter& chapter) {
  return {{"number", chapter.number}, {"title", chapter.title}, {"articles", list_json(chapter.articles)}};
}

static Json json_of(const Indicator& indicator) {
  return {{"seq", indicator.seq.value},
          {"category", indicator.category},
          {"name", indicator.name},
          {"short_name", indicator.short_name},
          {"unit", or_null(indicator.unit)},
          {"target_text", indicator.target_text},
          {"target", or_null(indicator.target)},
          {"kind", to_code(indicator.kind)},
          {"base_year", indicator.base_year},
          {"seasonal", indicator.seasonal},
          {"rhythm", to_code(indicator.rhythm)},
          {"second_threshold", indicator.second_threshold},
          {"second_target", or_null(indicator.second_target)},
          {"second_target_unit", or_null(indicator.second_target_unit)}};
}

static Json json_of(const Requirement& requirement) {
  return {{"key", requirement.key},
          {"text", requirement.text},
          {"sentence", requirement.sentence},
          {"kind", to_code(requirement.kind)},
          {"type", to_code(requirement.type)},
          {"unit", or_null(requirement.unit)},
          {"comparison", to_code(requirement.comparison)},
          {"target", or_null(requirement.target)},
          {"date", or_null(requirement.date)}};
}

static Json json_of(const Task& task) {
  return {{"seq", task.seq.value},
          {"label", task.label},
          {"text", task.text},
          {"responsible_text", task.responsible_text},
          {"articles", list_json(task.articles)},
          {"units", list_json(task.assignments)},
          {"requirements", list_json(task.requirements)}};
}

static Json json_of(const PlanYear& year) {
  const Plan& plan = year.plan;
  return {{"year", plan.year},
          {"district", plan.district},
          {"title", plan.title},
          {"preamble", plan.preamble},
          {"base_year", plan.base_year},
          {"chapters", list_json(plan.chapters)},
          {"indicator_table",
           {{"title", plan.indicator_title},
            {"name_heading", plan.indicator_name_heading},
            {"target_heading", plan.indicator_target_heading},
            {"after_article", plan.indicator_article.value},
            {"note", or_null(plan.indicator_note)},
            {"indicators", list_json(year.indicators)}}},
          {"closing", or_null(plan.closing)},
          {"annex",
           {{"mark", plan.annex_mark},
            {"title", plan.annex_title},
            {"headings", list_json(plan.annex_headings)},
            {"tasks", list_json(year.tasks)}}}};
}

std::string write_plan_book(const PlanBook& book) {
  const Json json = {{"format", kFormat},
                     {"version", kVersion},
                     {"current_year", book.current_year},
                     {"units", list_json(book.units)},
                     {"calendar", list_json(book.calendar)},
                     {"plans", list_json(book.years)}};
  return json.dump(2) + "\n";
}

}  // namespace sjsz
