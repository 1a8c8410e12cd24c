#include "view/template.h"

#include <algorithm>
#include <deque>
#include <kainjow/mustache.hpp>

#include "base/text.h"
#include "view/data.h"
#include "view/template_parser.h"

namespace sjsz::view {
namespace {

namespace mustache = kainjow::mustache;

using Lent = mustache::basic_data<std::string>;

// The end: not there.
Data::Object::const_iterator find(const Data::Object& object, std::string_view name) {
  return std::ranges::find_if(object, [&](const NamedData& one) { return one.is(name); });
}

// Answers the engine out of our data, whose names are found without hashing and whose texts are held without a pointer
// each. In sight is only the nearest object, or text of a list of texts; the section of a flag, or of no rows, stays in
// its scope. Rows are lent as a list of as many dummies: which of them the engine enters tells the row.
class NearestScope : public mustache::basic_context<std::string> {
 public:
  explicit NearestScope(const Data& data) : scopes_{&data} {}

  const Lent* get(const std::string& name) const override {
    const Data& scope = *scopes_.back();
    const Data& value = scope.text() ? scope : find(*scope.object(), name)->value;  // there: NameCheck saw it
    if (const auto* flag = value.flag()) return *flag ? &yes_ : &no_;
    if (const auto* text = value.text()) {
      const_cast<std::string&>(text_.string_value()) = *text;  // the engine has no setter; text_ is not const
      return &text_;
    }
    if (lists_.size() < scopes_.size()) lists_.resize(scopes_.size());
    auto& list = lists_[scopes_.size() - 1];
    list.rows = value.rows();
    auto& dummies = const_cast<mustache::list&>(list.dummies.list_value());
    while (dummies.size() < list.rows->size()) dummies.emplace_back(true);
    while (dummies.size() > list.rows->size()) dummies.pop_back();
    return &list.dummies;
  }

  void push(const Lent* entered) override {
    const Data* scope = scopes_.back();
    if (entered != &yes_ && entered != &no_) {
      const auto& list = lists_[scopes_.size() - 1];
      if (entered != &list.dummies) {
        scope = &(*list.rows)[static_cast<std::size_t>(entered - list.dummies.list_value().data())];
      }
    }
    scopes_.push_back(scope);
  }
  void pop() override { scopes_.pop_back(); }
  const Lent* get_partial(const std::string&) const override { return nullptr; }  // expanded when loading

 private:
  struct List {
    Lent dummies{Lent::type::list};
    const Data::Rows* rows = nullptr;
  };
  const Lent yes_{true}, no_{false};
  mutable Lent text_{Lent::type::string};
  std::vector<const Data*> scopes_;
  mutable std::deque<List> lists_;  // of the section that is open at each depth; a deque, for they stay where they are
};

struct Sink {
  std::string text;
  Sink& operator<<(const std::string& piece) {
    text += piece;
    return *this;
  }
};

// The engine makes a step of every single blank between words, and takes most of its time for them. Those of a template
// are hidden from it by a control character that no text of ours holds.
constexpr char kHiddenBlank = '\x1f';

std::string hide_blanks(std::string text) {
  bool in_line = false;  // behind the first that is no blank: what stands before it decides about empty lines
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "{{") == 0) {
      at = text.find("}}", at) + 1;
    } else if (text[at] == ' ' && in_line) {
      text[at] = kHiddenBlank;
    } else {
      in_line = text[at] != '\n' && (in_line || text[at] != ' ');
    }
  }
  return text;
}

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::string escape(const std::string& text) {
  std::string safe;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto instead = entity(text[at]);
    if (instead.empty()) continue;
    safe.append(text, copied, at - copied).append(instead);
    copied = at + 1;
  }
  return safe.append(text, copied);
}

// Compares the names of a template with those of its data, both ways, row by row.
class NameCheck {
 public:
  static void check(const std::vector<Tag>& tags, const Data& scope) {
    if (scope.text()) return check_text_row(tags);
    NameCheck one(scope);
    one.walk(tags);
    one.refuse_unused(tags);
  }

 private:
  explicit NameCheck(const Data& scope) : scope_(scope), used_(scope.object()->size()) {}

  static void check_text_row(const std::vector<Tag>& tags) {
    for (const auto& tag : tags) {
      if (tag.name != ".") throw TemplateError(tag.where + ": \"" + tag.name + "\" in a list of plain texts");
    }
  }

  void walk(const std::vector<Tag>& tags) {
    for (const auto& tag : tags) {
      const Data& value = use(tag);
      if (tag.kind == Tag::variable) {
        if (!value.text()) throw TemplateError(tag.where + ": \"" + tag.name + "\" is not a text");
      } else {
        enter(tag, value);
      }
    }
  }

  const Data& use(const Tag& tag) {
    const auto& object = *scope_.object();
    const auto found = find(object, tag.name);
    if (found == object.end()) throw TemplateError(tag.where + ": the view does not supply \"" + tag.name + "\"");
    used_[static_cast<std::size_t>(found - object.begin())] = true;
    return found->value;
  }

  void enter(const Tag& section, const Data& value) {
    if (!value.flag() && !value.rows()) {
      throw TemplateError(section.where + ": section \"" + section.name + "\" is neither a bool nor a list");
    }
    if (value.flag() || section.kind == Tag::inverted) return walk(section.inside);
    for (const auto& row : *value.rows()) check(section.inside, row);
  }

  void refuse_unused(const std::vector<Tag>& tags) const {
    const auto found = std::ranges::find(used_, false);
    if (found == used_.end()) return;
    const auto& unused = (*scope_.object())[static_cast<std::size_t>(found - used_.begin())];
    const std::string place = tags.empty() ? "an empty section or template" : "around " + tags.front().where;
    throw TemplateError(place + ": the view supplies \"" + (unused.has ? "has_" : "") + std::string(unused.name) +
                        "\", which is used nowhere");
  }

  const Data& scope_;
  std::vector<bool> used_;
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
    parsed->engine = std::make_unique<mustache::mustache>(hide_blanks(expanded.text));
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
  found->second->engine->render(scope, sink);
  for (char& c : sink.text) c = c == kHiddenBlank ? ' ' : c;
  return std::move(sink.text);
}

}  // namespace sjsz::view
