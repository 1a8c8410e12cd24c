#include "view/template_parser.h"

#include <algorithm>

#include "base/text.h"

namespace sjsz::view {
namespace {

// A tag as written: {{#rows}} has sigil '#' and name "rows"; a plain variable has the sigil ' '.
struct RawTag {
  char sigil = ' ';
  std::string name;
  std::size_t begin = 0, end = 0;
  std::string where;
};

class Expander {
 public:
  explicit Expander(const std::vector<TemplateSource>& sources) : sources_(sources) {}

  void expand(const std::string& name) {
    const auto& source = *find(name);
    open_.push_back(name);
    const auto sections_before = sections_.size();
    std::size_t copied = 0;
    for (const auto& tag : scan(source)) {
      result_.text.append(source.text, copied, tag.begin - copied);
      copied = tag.end;
      if (tag.sigil == '>') {
        enter_partial(tag);
      } else {
        result_.text.append(source.text, tag.begin, tag.end - tag.begin);
        take(tag, sections_before);
      }
    }
    append_rest(source, copied);
    if (sections_.size() > sections_before) {
      throw TemplateError(sections_.back().where + ": section \"" + sections_.back().name + "\" is not closed");
    }
    open_.pop_back();
  }

  ExpandedTemplate take_result() { return std::move(result_); }

 private:
  const TemplateSource* find(const std::string& name) const {
    const auto found =
        std::find_if(sources_.begin(), sources_.end(), [&](const TemplateSource& one) { return one.name == name; });
    return found == sources_.end() ? nullptr : &*found;
  }

  void enter_partial(const RawTag& tag) {
    if (!find(tag.name)) throw TemplateError(tag.where + ": no such partial: " + tag.name);
    if (std::find(open_.begin(), open_.end(), tag.name) != open_.end()) {
      throw TemplateError(tag.where + ": partial \"" + tag.name + "\" is within itself");
    }
    expand(tag.name);
  }

  // The last line break of a partial is its file's, not the page's.
  void append_rest(const TemplateSource& source, std::size_t copied) {
    std::string_view rest = std::string_view(source.text).substr(copied);
    if (open_.size() > 1 && rest.ends_with('\n')) rest.remove_suffix(1);
    result_.text += rest;
  }

  void take(const RawTag& tag, std::size_t sections_before) {
    switch (tag.sigil) {
      case '!':
        break;
      case '#':
        sections_.push_back({Tag::section, tag.name, tag.where, {}});
        break;
      case '^':
        sections_.push_back({Tag::inverted, tag.name, tag.where, {}});
        break;
      case '/':
        close(tag, sections_before);
        break;
      default:
        siblings().push_back({Tag::variable, tag.name, tag.where, {}});
    }
  }

  void close(const RawTag& tag, std::size_t sections_before) {
    if (sections_.size() == sections_before || sections_.back().name != tag.name) {
      throw TemplateError(tag.where + ": {{/" + tag.name + "}} closes no section");
    }
    Tag section = std::move(sections_.back());
    sections_.pop_back();
    siblings().push_back(std::move(section));
  }

  std::vector<Tag>& siblings() { return sections_.empty() ? result_.tags : sections_.back().inside; }

  static std::vector<RawTag> scan(const TemplateSource& source) {
    std::vector<RawTag> tags;
    std::size_t at = 0;
    while ((at = source.text.find("{{", at)) != std::string::npos) {
      tags.push_back(read_tag(source, at));
      at = tags.back().end;
    }
    return tags;
  }

  static RawTag read_tag(const TemplateSource& source, std::size_t begin) {
    RawTag tag;
    tag.begin = begin;
    tag.where = source.name + ".html:" + std::to_string(line_of(source.text, begin));
    const bool triple = source.text.compare(begin, 3, "{{{") == 0;
    const std::string_view closing = triple ? "}}}" : "}}";
    const auto close = source.text.find(closing, begin);
    if (close == std::string::npos) throw TemplateError(tag.where + ": a tag is not closed");
    tag.end = close + closing.size();
    const auto open = begin + closing.size();
    auto inside = trim(std::string_view(source.text).substr(open, close - open));
    if (triple) {
      tag.sigil = '{';
    } else if (!inside.empty() && std::string_view("#^/>!&=").find(inside.front()) != std::string_view::npos) {
      tag.sigil = inside.front();
      inside = trim(inside.substr(1));
    }
    tag.name = inside;
    check(tag, source.name);
    return tag;
  }

  static int line_of(const std::string& text, std::size_t at) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  }

  static void check(const RawTag& tag, const std::string& template_name) {
    if (tag.sigil == '!') return;
    if (tag.sigil == '=') throw TemplateError(tag.where + ": delimiters stay {{ and }}");
    const bool raw = tag.sigil == '{' || tag.sigil == '&';
    if (raw && !(template_name == "layout" && tag.name == "body")) {
      throw TemplateError(tag.where + ": \"" + tag.name + "\" would not be escaped; only the layout's body may");
    }
    const bool is_name =
        !tag.name.empty() && tag.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!is_name && !(tag.name == "." && tag.sigil == ' ')) {
      throw TemplateError(tag.where + ": \"" + tag.name + "\" is not a name");
    }
  }

  const std::vector<TemplateSource>& sources_;
  std::vector<std::string> open_;  // the template and the partials that are being expanded
  std::vector<Tag> sections_;      // opened, not yet closed
  ExpandedTemplate result_;
};

}  // namespace

ExpandedTemplate expand_template(const std::string& name, const std::vector<TemplateSource>& sources) {
  Expander expander(sources);
  expander.expand(name);
  return expander.take_result();
}

}  // namespace sjsz::view
