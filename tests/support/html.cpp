#include "support/html.h"

#include <gtest/gtest.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

namespace sjsz::test {
namespace {

std::string fold_space(const std::string& text) {
  std::string folded;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = !folded.empty();
    } else {
      if (space) folded += ' ';
      space = false;
      folded += c;
    }
  }
  return folded;
}

}  // namespace

Html::Html(const std::string& page)
    : document_(htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                               HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
                xmlFreeDoc) {}

std::vector<std::string> Html::texts(const std::string& xpath) const {
  const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContext*)> context(xmlXPathNewContext(document_.get()),
                                                                             xmlXPathFreeContext);
  const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObject*)> found(
      xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(xpath.c_str()), context.get()), xmlXPathFreeObject);
  if (!found) {
    ADD_FAILURE() << "malformed XPath: " << xpath;
    return {};
  }
  std::vector<std::string> texts;
  for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; ++i) {
    xmlChar* content = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
    texts.push_back(fold_space(reinterpret_cast<const char*>(content)));
    xmlFree(content);
  }
  return texts;
}

std::string Html::text(const std::string& xpath) const {
  const auto all = texts(xpath);
  EXPECT_EQ(all.size(), 1u) << xpath;
  return all.empty() ? "" : all.front();
}

}  // namespace sjsz::test
