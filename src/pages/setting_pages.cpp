#include "pages/setting_pages.h"

#include "actions/setting.h"
#include "pages/layout.h"
#include "storage/setting_store.h"
#include "view/links.h"
#include "view/settings_view.h"
#include "view/words.h"

namespace sjsz {
namespace {

bool is_choice(const SettingKind& kind) { return kind.type == SettingType::yes_no; }

std::string in_words(const SettingKind& kind, std::string_view value) {
  if (is_choice(kind)) return value == "yes" ? "是" : "否";
  return std::string(value);
}

const SettingKind& kind_of(const Visit& visit) {
  const auto* kind = find_setting_kind(visit.request.parameter("key"));
  if (!kind) throw http::Stop(404, "没有这项设置。");
  return *kind;
}

// What was typed, or what stands, in the form.
struct Typed {
  std::string value, reason, from;
};

view::SettingFormView form_view(Reader& db, const SettingKind& kind, const Typed& typed,
                                const actions::SettingFault& fault) {
  view::SettingFormView form;
  form.name = kind.name;
  form.meaning = kind.meaning;
  form.action = view::setting_url(kind.key);
  form.back_url = view::settings_url();
  const auto fault_of = [&](std::string_view field) { return fault.field == field ? fault.reason : std::string(); };
  if (is_choice(kind)) {
    form.choices.push_back({.name = "value",
                            .label = std::string(kind.name),
                            .options = {{"yes", "是", typed.value == "yes"}, {"no", "否", typed.value == "no"}},
                            .fault = fault_of("value")});
  } else {
    form.fields.push_back({.name = "value",
                           .label = std::string(kind.name),
                           .value = typed.value,
                           .fault = fault_of("value"),
                           .optional = kind.fallback.empty()});
  }
  if (kind.has_period) {
    form.fields.push_back({.name = "from",
                           .label = "从哪个调度期起生效",
                           .value = typed.from,
                           .hint = "写成 2020-09；以前的月份不受影响，已经截止的不能再改",
                           .fault = fault_of("from")});
  }
  form.fields.push_back({.name = "reason", .label = "修改原因", .value = typed.reason, .fault = fault_of("reason")});
  const auto changes = list_setting_changes(db, kind.key);
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    form.changes.push_back({business_minute(change->at), change->actor, in_words(kind, change->value),
                            change->from ? to_string(*change->from) : "", change->reason});
  }
  return form;
}

http::Response form_page(const Visit& visit, Reader& db, const Typed& typed, const actions::SettingFault& fault = {}) {
  const auto& kind = kind_of(visit);
  const auto title = (fault.reason.empty() ? "" : "错误：") + ("修改" + std::string(kind.name));
  const auto body = view::render(visit.site.templates, form_view(db, kind, typed, fault));
  return http::html(in_layout(visit, db, {.title = title, .current = "setting"}, body),
                    fault.reason.empty() ? 200 : 422);
}

}  // namespace

http::Response list_settings(const Visit& visit, Reader& db) {
  std::map<std::string, SettingChange> newest;
  for (auto& change : list_setting_changes(db)) newest[change.key] = change;
  view::SettingsView page;
  if (const auto* changed = find_setting_kind(visit.request.query("changed").value_or(""))) {
    const auto value = in_words(*changed, setting_value(db, *changed));
    page.notice = "“" + std::string(changed->name) + "”" + (value.empty() ? "已清空。" : "已改为：" + value + "。");
  }
  page.nothing_is_owed = find_setting(db, "first_period").value_or("").empty();
  for (const auto& kind : setting_kinds()) {
    view::SettingsView::Row row{.name = std::string(kind.name),
                                .meaning = std::string(kind.meaning),
                                .value = in_words(kind, setting_value(db, kind)),
                                .fallback = in_words(kind, kind.fallback),
                                .owner = std::string(view::account_role_word(kind.owner))};
    if (visit.visitor.is(kind.owner)) row.url = view::setting_url(kind.key);
    if (const auto change = newest.find(std::string(kind.key)); change != newest.end()) {
      const auto& last = change->second;
      row.changed = business_minute(last.at) + " " + last.actor + "：" + last.reason;
    }
    page.rows.push_back(std::move(row));
  }
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {.title = "设置", .current = "setting"}, body));
}

http::Response show_setting(const Visit& visit, Reader& db) {
  return form_page(visit, db, {.value = setting_value(db, kind_of(visit))});
}

http::Response change_setting(const Visit& visit, Db& db) {
  const auto& kind = kind_of(visit);
  const auto form = form_of(visit.request);
  const Typed typed{field_of(form, "value"), field_of(form, "reason"), field_of(form, "from")};
  const auto changed = db.write([&](Writer& writer) {
    return actions::change_setting(writer, actor_of(visit), visit.visitor, kind, typed.value, typed.reason, typed.from);
  });
  if (changed) return http::see_other(view::with_query(view::settings_url(), "changed", kind.key));
  if (changed.error().field.empty()) throw http::Stop(403, changed.error().reason);
  return form_page(visit, *db.reader(), typed, changed.error());
}

}  // namespace sjsz
