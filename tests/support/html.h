// A page, parsed: assertions are made on its elements, by XPath.
#pragma once
#include <memory>
#include <string>
#include <vector>

struct _xmlDoc;

namespace sjsz::test {

class Html {
 public:
  explicit Html(const std::string& page);
  // What is between the tags of each element (or the value of each attribute), white space folded.
  std::vector<std::string> texts(const std::string& xpath) const;
  std::string text(
      const std::string& xpath) const;  // of the one that matches; a failed test if there is not exactly one
  std::size_t count(const std::string& xpath) const { return texts(xpath).size(); }

 private:
  std::shared_ptr<_xmlDoc> document_;
};

}  // namespace sjsz::test
