#include "view/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "view/data.h"

namespace sjsz::view {
namespace {

using ::testing::HasSubstr;

std::string render_one(const std::string& text, const Data& data) {
  return Templates(std::vector<TemplateSource>{{"page", text}}).render("page", data);
}

// What loading or rendering says, or "" if it is content.
std::string complaint(const std::vector<TemplateSource>& sources) {
  try {
    Templates templates(sources);
    return "";
  } catch (const TemplateError& error) {
    return error.what();
  }
}

std::string complaint(const std::string& text, const Data& data) {
  try {
    render_one(text, data);
    return "";
  } catch (const TemplateError& error) {
    return error.what();
  }
}

Data number_row(int number) { return Object().text("number", number).data(); }

Data rows_of(std::initializer_list<int> numbers) {
  return Object().list("rows", std::vector<int>(numbers), number_row).data();
}

}  // namespace

TEST(Template, EscapesWhatWouldBeMarkup) {
  EXPECT_EQ(render_one("<p title=\"{{a}}\">", Object().text("a", "<b> & \"x\" 'y'").data()),
            "<p title=\"&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;\">");
}

TEST(Template, RepeatsASectionForEachRow) {
  EXPECT_EQ(render_one("{{#rows}}[{{number}}]{{/rows}}", rows_of({1, 20, 3})), "[1][20][3]");
  EXPECT_EQ(render_one("{{#rows}}[{{number}}]{{/rows}}{{^rows}}none{{/rows}}", rows_of({})), "none");
}

TEST(Template, ShowsASectionOfABoolOnlyWhenItIsTrue) {
  const std::string text = "{{#on}}yes {{word}}{{/on}}{{^on}}no {{word}}{{/on}}";
  EXPECT_EQ(render_one(text, Object().flag("on", true).text("word", "w").data()), "yes w");
  EXPECT_EQ(render_one(text, Object().flag("on", false).text("word", "w").data()), "no w");
}

TEST(Template, TakesListsOfPlainTexts) {
  const std::vector<std::string> words = {"<1>", "二"};
  const auto data = Object().list("words", words, [](const std::string& word) { return Data(word); }).data();
  EXPECT_EQ(render_one("{{#words}}{{.}};{{/words}}", data), "&lt;1&gt;;二;");
  EXPECT_THAT(complaint("{{#words}}{{name}}{{/words}}", data), HasSubstr("page.html:1"));
}

TEST(Template, RefusesANameThatTheViewDoesNotSupply) {
  EXPECT_THAT(complaint("one\ntwo {{label}}", Object().data()),
              ::testing::AllOf(HasSubstr("page.html:2"), HasSubstr("label")));
}

TEST(Template, RefusesAMissingNameInABranchThatIsNotTaken) {
  const auto off = [] { return Object().flag("on", false).data(); };
  EXPECT_THAT(complaint("{{#on}}{{label}}{{/on}}", off()), HasSubstr("label"));
  EXPECT_THAT(complaint("{{^on}}{{/on}}{{#on}}{{#deep}}{{/deep}}{{/on}}", off()), HasSubstr("deep"));
}

TEST(Template, RefusesANameThatItUsesNowhere) {
  EXPECT_THAT(complaint("{{a}}", Object().text("a", "1").text("titel", "2").data()), HasSubstr("titel"));
  EXPECT_THAT(complaint("{{#rows}}{{/rows}}", rows_of({7})), HasSubstr("number"));
  EXPECT_THAT(complaint("", Object().text("a", "1").data()), HasSubstr("\"a\""));
}

TEST(Template, ShowsRowsTheirOwnNamesAlone) {
  const auto data = Object()
                        .text("number", "of the page")
                        .list("rows", std::vector<int>{1}, [](int) { return Object().flag("late", true).data(); })
                        .data();
  EXPECT_THAT(complaint("{{number}}{{#rows}}{{#late}}{{number}}{{/late}}{{/rows}}", data), HasSubstr("number"));
}

TEST(Template, RefusesASectionThatIsNeitherABoolNorAList) {
  EXPECT_THAT(complaint("{{#a}}x{{/a}}", Object().text("a", "0").data()), HasSubstr("neither a bool nor a list"));
  EXPECT_THAT(complaint("{{^a}}x{{/a}}", Object().text("a", "").data()), HasSubstr("neither a bool nor a list"));
  EXPECT_THAT(complaint("{{a}}", Object().flag("a", true).data()), HasSubstr("is not a text"));
}

TEST(Template, ExpandsPartialsWithinPartials) {
  const Templates templates({{"page", "<ul>{{#rows}}{{>item}}{{/rows}}</ul>"},
                             {"item", "<li>{{>value}}</li>\n"},
                             {"value", "<b>{{number}}</b>\n"}});
  EXPECT_EQ(templates.render("page", rows_of({1, 2})), "<ul><li><b>1</b></li><li><b>2</b></li></ul>");
}

TEST(Template, NamesThePartialInWhichSomethingIsMissing) {
  const Templates templates({{"page", "\n\n{{>part}}"}, {"part", "\n{{label}}"}});
  try {
    templates.render("page", Object().data());
    FAIL() << "rendered without the label";
  } catch (const TemplateError& error) {
    EXPECT_THAT(error.what(), HasSubstr("part.html:2"));
  }
}

TEST(Template, RefusesWhatItCannotLoadWithFileAndLine) {
  const struct {
    const char* why;
    std::vector<TemplateSource> sources;
    const char* says;
  } cases[] = {
      {"a partial that is not there", {{"a", "x\n{{>b}}"}}, "a.html:2: no such partial: b"},
      {"a partial within itself", {{"a", "{{>a}}"}}, "a.html:1: partial \"a\" is within itself"},
      {"a circle of partials", {{"a", "{{>b}}"}, {"b", "\n{{>c}}"}, {"c", "{{>b}}"}}, "c.html:1: partial \"b\""},
      {"an open section", {{"a", "\n{{#rows}}\n"}}, "a.html:2: section \"rows\" is not closed"},
      {"an open section within a closed one", {{"a", "{{#x}}{{#y}}{{/x}}"}}, "{{/x}} closes no section"},
      {"a closing without opening", {{"a", "{{/rows}}"}}, "a.html:1: {{/rows}} closes no section"},
      {"a section opened in a partial", {{"a", "{{>b}}{{/x}}"}, {"b", "{{#x}}"}}, "b.html:1: section \"x\""},
      {"a section closed in a partial", {{"a", "{{#x}}{{>b}}"}, {"b", "{{/x}}"}}, "b.html:1: {{/x}} closes"},
      {"an open tag", {{"a", "\n\n{{name"}}, "a.html:3: a tag is not closed"},
      {"three braces", {{"a", "{{{body}}}"}}, "a.html:1: \"body\" would not be escaped"},
      {"an ampersand", {{"a", "{{&body}}"}}, "would not be escaped"},
      {"another name unescaped in the layout", {{"layout", "{{{title}}}"}}, "would not be escaped"},
      {"the body unescaped in a partial of the layout", {{"layout", "{{>b}}"}, {"b", "{{{body}}}"}}, "b.html:1"},
      {"changed delimiters", {{"a", "{{=<% %>=}}"}}, "delimiters"},
      {"no name", {{"a", "{{}}"}}, "is not a name"},
      {"a path", {{"a", "{{a.b}}"}}, "is not a name"},
      {"a section of a row itself", {{"a", "{{#.}}{{/.}}"}}, "is not a name"},
  };
  for (const auto& c : cases) EXPECT_THAT(complaint(c.sources), HasSubstr(c.says)) << c.why;
}

TEST(Template, LeavesTheLayoutsBodyAsItIs) {
  const Templates templates(std::vector<TemplateSource>{{"layout", "{{title}}|{{{body}}}"}});
  EXPECT_EQ(templates.render("layout", Object().text("title", "<").text("body", "<p>").data()), "&lt;|<p>");
}

TEST(Template, SkipsComments) { EXPECT_EQ(render_one("a{{! {{#x }}b", Object().data()), "ab"); }

TEST(Template, TakesNoTextForATemplate) {
  EXPECT_EQ(render_one("{{a}}", Object().text("a", "{{b}}{{{c}}}{{>d}}").data()), "{{b}}{{{c}}}{{&gt;d}}");
}

TEST(Template, RefusesATemplateThatDoesNotExist) {
  EXPECT_THROW(Templates().render("nowhere", Object().data()), TemplateError);
}

TEST(Template, LeavesBlanksAndLinesAsTheyAre) {
  EXPECT_EQ(render_one("<p class=\"a  b\">\n  {{a}} and {{ a }} . \n\t<b> </b>\n", Object().text("a", " x  y ").data()),
            "<p class=\"a  b\">\n   x  y  and  x  y  . \n\t<b> </b>\n");
}

TEST(Template, LeavesOutLinesThatHoldSectionTagsAlone) {
  EXPECT_EQ(render_one("<ul>\n  {{#rows}}\n  <li>{{number}}</li>\n  {{/rows}}\n</ul>", rows_of({1, 2})),
            "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>");
}

TEST(Template, KeepsTheScopeInSectionsWithinRowsWithinRows) {
  const auto inner = [](const std::string& word) { return Object().text("word", word).flag("on", word != "b").data(); };
  const auto outer = [&](int number) {
    const std::vector<std::string> words =
        number == 2 ? std::vector<std::string>{} : std::vector<std::string>{"a", "b"};
    return Object().text("number", number).list("words", words, inner).data();
  };
  const auto data = Object().list("rows", std::vector<int>{1, 2, 3}, outer).data();
  EXPECT_EQ(render_one("{{#rows}}{{number}}{{#words}}{{#on}}{{word}}{{/on}}{{^on}}-{{word}}{{/on}}{{/words}}"
                       "{{^words}}none {{number}}{{/words}}{{number}};{{/rows}}",
                       data),
            "1a-b1;2none 22;3a-b3;");
}

TEST(Template, IsRenderedByManyThreadsAtOnce) {
  const Templates templates(
      std::vector<TemplateSource>{{"page", "{{#rows}}{{#on}}{{number}},{{/on}}{{^on}}-{{number}},{{/on}}{{/rows}}"}});
  std::vector<std::string> answers(8);
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < answers.size(); ++thread) {
    threads.emplace_back([&, thread] {
      for (int round = 0; round < 200; ++round) {
        const auto row = [&](int number) {
          return Object().text("number", number).flag("on", number % 2 == static_cast<int>(thread % 2)).data();
        };
        answers[thread] = templates.render("page", Object().list("rows", std::vector<int>{1, 2, 3}, row).data());
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (std::size_t thread = 0; thread < answers.size(); ++thread) {
    EXPECT_EQ(answers[thread], thread % 2 ? "1,-2,3," : "-1,2,-3,");
  }
}

}  // namespace sjsz::view
