// Every view with every example: renders from the project's own templates, strictly, and hostile text stays text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "templates_on_disk.h"
#include "view/example_texts.h"
#include "view/gallery_view.h"

namespace sjsz::view {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size())) ++found;
  return found;
}

std::string place(const Example& example) { return example.view + " example " + std::to_string(example.number); }

// The text between tags and in attributes, without the layout's own script element.
void expect_only_safe_markup(const std::string& html, const std::string& where) {
  EXPECT_THAT(html, Not(HasSubstr("<script>alert"))) << where;
  EXPECT_THAT(html, Not(HasSubstr("\" onclick="))) << where;
  EXPECT_THAT(html, Not(HasSubstr("style="))) << where;
  EXPECT_THAT(html, Not(HasSubstr("javascript:"))) << where;
  EXPECT_THAT(html, Not(HasSubstr("src=\"data:"))) << where;
  EXPECT_EQ(count(html, "<script"), count(html, "<script src=\"")) << where << ": a script stands in the page";
}

}  // namespace

TEST(Contract, EveryExampleRendersStrictly) {
  for (const auto& example : all_examples()) {
    std::string html;
    EXPECT_NO_THROW(html = example.render(templates_on_disk())) << place(example);
    EXPECT_THAT(html, HasSubstr("<h1")) << place(example);
    expect_only_safe_markup(html, place(example));
  }
}

TEST(Contract, EveryViewHasSeveralExamplesAndAHostileOne) {
  std::map<std::string, int> examples;
  std::set<std::string> hostile;
  for (const auto& example : all_examples()) {
    ++examples[example.view];
    if (example.render(templates_on_disk()).find("&lt;script&gt;alert(") != std::string::npos)
      hostile.insert(example.view);
  }
  examples.erase("home_empty");  // says one thing
  for (const auto& [view, number] : examples) {
    EXPECT_GE(number, 3) << view;
    EXPECT_EQ(hostile.count(view), 1u) << view;
  }
}

TEST(Contract, EveryTemplateIsAViewOrAPartial) {
  std::set<std::string> views;
  for (const auto& example : all_examples()) views.insert(example.view);
  std::string all_texts;
  for (const auto& source : sources_on_disk()) all_texts += source.text;
  for (const auto& source : sources_on_disk()) {
    const bool used = views.count(source.name) > 0 || all_texts.find("{{>" + source.name + "}}") != std::string::npos;
    EXPECT_TRUE(used) << source.name << ".html is shown by no view";
  }
}

TEST(Contract, EveryPageHasOneHeadingOfLevelOneAndClosesItsElements) {
  for (const auto& example : all_examples()) {
    const auto html = example.render(templates_on_disk());
    EXPECT_EQ(count(html, "<h1"), 1u) << place(example);
    for (const char* element :
         {"div",    "section", "table", "tbody",  "thead",  "tr", "ul", "ol", "dl",         "nav", "form",
          "select", "article", "main",  "header", "footer", "p",  "h2", "h3", "blockquote", "a",   "span"}) {
      const auto opened = count(html, std::string("<") + element + ">") + count(html, std::string("<") + element + " ");
      EXPECT_EQ(opened, count(html, std::string("</") + element + ">")) << place(example) << ": " << element;
    }
  }
}

TEST(Contract, EveryTableHasACaptionAndScopes) {
  for (const auto& example : all_examples()) {
    const auto html = example.render(templates_on_disk());
    EXPECT_EQ(count(html, "<table"), count(html, "<caption")) << place(example);
    EXPECT_EQ(count(html, "<th>"), 0u) << place(example);
    EXPECT_EQ(count(html, "<th "),
              count(html, " scope=\"") + count(html, "<th colspan=\"7\">") + count(html, "<th colspan=\"5\">"))
        << place(example) << ": heads repeated on paper alone need no scope, all others do";
  }
}

TEST(Contract, EveryFieldHasItsLabel) {
  for (const auto& example : all_examples()) {
    const auto html = example.render(templates_on_disk());
    const auto fields = count(html, "<select ") + count(html, "<textarea ") + count(html, "<input ") -
                        count(html, "<input type=\"hidden\"") - count(html, " readonly hidden>");
    EXPECT_EQ(fields, count(html, "<label for=")) << place(example);
  }
}

TEST(Contract, ViewsRefuseTheTemplateOfAnother) {
  auto sources = sources_on_disk();
  for (auto& source : sources) {
    if (source.name == "unit") source.text = "<h1>{{nobody_supplies_this}}</h1>";
    if (source.name == "task") source.text = "<h1>{{seq}}</h1>";
  }
  const Templates templates(sources);
  for (const auto& example : all_examples()) {
    if (example.view == "unit" || example.view == "task") {
      EXPECT_THROW(example.render(templates), TemplateError) << place(example);
    }
  }
}

}  // namespace sjsz::view
