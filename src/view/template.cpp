#include "view/template.h"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "base/text.h"
#include "view/template_parser.h"

namespace sjsz::view {
namespace {

namespace mustache = kainjow::mustache;

// Only the nearest object, or string of a list of strings, is in sight; the bools and empty lists of sections are no
// scopes.
class NearestScope : public mustache::basic_context<std::string> {
 public:
  explicit NearestScope(const Data& data) : scopes_{&data} {}
  void push(const Data* data) override { scopes_.push_back(data); }
  void pop() override { scopes_.pop_back(); }
  const Data* get(const std::string& name) const override {
    const auto scope = *std::find_if(scopes_.rbegin(), scopes_.rend(),
                                     [](const Data* one) { return one->is_object() || one->is_string(); });
    return name == "." ? scope : scope->get(name);
  }
  const Data* get_partial(const std::string&) const override { return nullptr; }  // expanded when loading

 private:
  std::vector<const Data*> scopes_;
};

struct Sink {
  std::string text;
  Sink& operator<<(const std::string& piece) {
    text += piece;
    return *this;
  }
};

std::string escape(const std::string& text) {
  std::string safe;
  safe.reserve(text.size() + 16);
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

// Compares the names of a template with those of its data, both ways, row by row.
class NameCheck {
 public:
  static void check(const std::vector<Tag>& tags, const Data& scope) {
    if (scope.is_string()) return check_string_row(tags);
    NameCheck one(scope);
    one.walk(tags);
    one.refuse_unused(tags);
  }

 private:
  explicit NameCheck(const Data& scope) : scope_(scope) {}

  static void check_string_row(const std::vector<Tag>& tags) {
    for (const auto& tag : tags) {
      if (tag.name != ".") throw TemplateError(tag.where + ": \"" + tag.name + "\" in a list of plain texts");
    }
  }

  void walk(const std::vector<Tag>& tags) {
    for (const auto& tag : tags) {
      const Data* value = scope_.get(tag.name);
      if (!value) throw TemplateError(tag.where + ": the view does not supply \"" + tag.name + "\"");
      if (std::find(used_.begin(), used_.end(), tag.name) == used_.end()) used_.push_back(tag.name);
      if (tag.kind == Tag::variable) {
        if (!value->is_string()) throw TemplateError(tag.where + ": \"" + tag.name + "\" is not a text");
      } else {
        enter(tag, *value);
      }
    }
  }

  void enter(const Tag& section, const Data& value) {
    if (!value.is_bool() && !value.is_list()) {
      throw TemplateError(section.where + ": section \"" + section.name + "\" is neither a bool nor a list");
    }
    if (value.is_bool() || section.kind == Tag::inverted) return walk(section.inside);
    for (const auto& row : value.list_value()) check(section.inside, row);
  }

  void refuse_unused(const std::vector<Tag>& tags) const {
    const Data* names = scope_.get("");  // Object leaves them there
    if (!names) throw TemplateError("template data that was not made by view::Object");
    for (std::string_view rest = names->string_value(); !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
      const auto name = rest.substr(0, rest.find('\n'));
      if (std::find(used_.begin(), used_.end(), name) == used_.end()) {
        const std::string place = tags.empty() ? "an empty section or template" : "around " + tags.front().where;
        throw TemplateError(place + ": the view supplies \"" + std::string(name) + "\", which is used nowhere");
      }
    }
  }

  const Data& scope_;
  std::vector<std::string_view> used_;
};

}  // namespace

struct Templates::Parsed {
  // Its render() is not const, yet changes nothing: rendering from several threads at once is safe.
  std::unique_ptr<mustache::mustache> engine;
  std::vector<Tag> tags;
};

Templates::Templates() = default;
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

Templates::Templates(const std::vector<TemplateSource>& sources) {
  for (const auto& source : sources) {
    auto expanded = expand_template(source.name, sources);
    auto parsed = std::make_unique<Parsed>();
    parsed->engine = std::make_unique<mustache::mustache>(expanded.text);
    if (!parsed->engine->is_valid()) throw TemplateError(source.name + ".html: " + parsed->engine->error_message());
    parsed->engine->set_custom_escape(escape);
    parsed->tags = std::move(expanded.tags);
    parsed_[source.name] = std::move(parsed);
  }
}

std::string Templates::render(std::string_view name, const Data& data) const {
  const auto found = parsed_.find(name);
  if (found == parsed_.end()) throw TemplateError("no such template: " + std::string(name));
  NameCheck::check(found->second->tags, data);
  NearestScope scope(data);
  Sink sink;
  return std::move(found->second->engine->render(scope, sink).text);
}

}  // namespace sjsz::view
