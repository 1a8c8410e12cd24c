#include "view/parked_view.h"

#include "view/data.h"
#include "view/example_texts.h"
#include "view/links.h"

namespace sjsz::view {
namespace {

constexpr std::size_t kLongBytes = 200;  // of a text that needs room

struct Text {
  std::string id, name, label, value;
};

// What people write by hand; everything else goes along unseen.
std::string label_of(const std::string& name) {
  static constexpr std::pair<std::string_view, const char*> labels[] = {{"progress", "本月进展"},
                                                                        {"no_progress_reason", "本月无新进展的原因"},
                                                                        {"measures", "主要措施和成效"},
                                                                        {"problems", "存在问题"},
                                                                        {"next_steps", "下一步"},
                                                                        {"coordination", "需协调解决事项"},
                                                                        {"completion", "完成比例"},
                                                                        {"expected_date", "预计达标日期"},
                                                                        {"comment", "意见"},
                                                                        {"reason", "理由"},
                                                                        {"value", "值"}};
  for (const auto& [one, label] : labels) {
    if (one == name) return label;
  }
  return name.starts_with("requirements") ? "量化要求" : "";
}

Data text_data(const Text& text) {
  return Object()
      .text("id", text.id)
      .text("name", text.name)
      .text("label", text.label)
      .text("rows", text.value.size() > kLongBytes ? 5 : 2)
      .text("value", text.value)
      .data();
}

Data hidden_data(const ParkedView::Field& field) {
  return Object().text("name", field.name).text("value", field.value).data();
}

}  // namespace

std::string render(const Templates& templates, const ParkedView& view) {
  std::vector<Text> texts;
  std::vector<ParkedView::Field> hidden;
  for (const auto& field : view.fields) {
    const auto label = label_of(field.name);
    if (label.empty() || field.value.empty()) {
      hidden.push_back(field);
    } else {
      texts.push_back({"f-" + std::to_string(texts.size()), field.name, label, field.value});
    }
  }
  return templates.render("parked", Object()
                                        .text("parked_at", view.parked_at)
                                        .text("parked_url", parked_url())
                                        .text("drop_url", drop_parked_url())
                                        .list("texts", texts, text_data)
                                        .list("hidden", hidden, hidden_data)
                                        .data());
}

std::vector<ParkedView> parked_examples() {
  ParkedView one{"2020-09-03 14:05", {{"version", "7"}, {"progress", "完成 3 家企业核查。"}}};
  return {{}, one, {hostile_text(), {{hostile_text(), hostile_text()}, {"problems", hostile_text()}}}};
}

}  // namespace sjsz::view
