#include "pages/unit_setting_pages.h"

#include <algorithm>

#include "actions/unit.h"
#include "base/text.h"
#include "pages/layout.h"
#include "storage/period_rules_query.h"
#include "storage/unit_store.h"
#include "view/links.h"
#include "view/unit_setting_view.h"

namespace sjsz {
namespace {

using view::Form;

// What a post sent and what is wrong with it, shown again where it was refused.
struct Sent {
  const char* form = "";  // contact, member, name, active
  http::Fields typed;
  std::vector<FieldFault> faults;
};

UnitCode unit_of(const Visit& visit) { return {visit.request.parameter("code")}; }

// The groups of members, by the code of the member.
std::map<UnitCode, UnitCode> groups_of(Reader& db) {
  std::map<UnitCode, UnitCode> groups;
  for (const auto& member : list_unit_members(db)) groups[member.unit] = member.group;
  return groups;
}

view::Field field(const Sent& sent, const Form& form, std::string name, std::string label, std::string value) {
  view::Field field{.name = std::move(name), .label = std::move(label), .value = std::move(value)};
  if (form.id != sent.form) return field;
  field.value = field_of(sent.typed, field.name);
  const auto fault = std::ranges::find(sent.faults, field.name, &FieldFault::field);
  if (fault != sent.faults.end()) field.fault = fault->reason;
  return field;
}

Form contact_form(const std::string& url, const UnitContact& contact, const Sent& sent) {
  Form form{"contact", "联系人、电话和审核人", "", url + "/contact", "保存", {}, {}, ""};
  form.fields = {field(sent, form, "contact", "联系人", contact.contact),
                 field(sent, form, "phone", "电话", contact.phone),
                 field(sent, form, "reviewer", "审核人", contact.reviewer)};
  form.fields[2].hint = "本单位审核签字的人，印在月台账报表的“审核人”处";
  for (auto& one : form.fields) one.optional = true;
  return form;
}

Form member_form(const std::string& url, const Sent& sent) {
  Form form{"member", "增加成员单位", "增加后由系统管理员为它建立账号", url + "/members", "增加", {}, {}, ""};
  form.fields = {field(sent, form, "name", "名称", ""), field(sent, form, "code", "代码", "")};
  form.fields[0].hint = "例如 姚家街道办事处";
  form.fields[1].hint = "用于网址和账号，例如 yaojia；增加后不能修改";
  return form;
}

Form name_form(const std::string& url, const std::string& name, const Sent& sent) {
  Form form{"name", "改名称", "以前的填报也显示新名称", url + "/name", "改名称", {}, {}, ""};
  form.fields = {field(sent, form, "name", "名称", name)};
  return form;
}

Form state_form(const std::string& url, const Unit& unit, const Sent& sent) {
  Form form{"active", unit.active ? "停用" : "启用", "", url + "/active", unit.active ? "停用" : "启用", {}, {}, ""};
  form.note = unit.active ? "停用后没有应报事项，以前的填报和记录都保留" : "启用后重新有应报事项";
  form.fields = {field(sent, form, "reason", "原因", "")};
  form.hidden = unit.active ? "no" : "yes";
  return form;
}

view::UnitSettingView unit_view(const Visit& visit, Reader& db, const Sent& sent) {
  const auto code = unit_of(visit);
  const auto units = list_units(db);
  const auto unit = std::ranges::find(units, code, &Unit::code);
  if (unit == units.end()) throw http::Stop(404, "没有这个单位。");
  const auto groups = groups_of(db);
  view::UnitSettingView page;
  page.name = unit->name;
  page.active = unit->active;
  page.is_group = unit->group;
  page.from = next_open_period(find_period_rules(db), visit.site.clock.today());
  const auto url = view::unit_setting_url(code);
  page.forms.push_back(contact_form(url, find_unit_contact(db, code), sent));
  if (unit->group) page.forms.push_back(member_form(url, sent));
  if (const auto group = groups.find(code); group != groups.end()) {
    page.group = name_of(units, group->second);
    page.forms.push_back(name_form(url, unit->name, sent));
  }
  page.forms.push_back(state_form(url, *unit, sent));
  for (const auto& one : units) {
    const auto group = groups.find(one.code);
    if (group == groups.end() || group->second != code) continue;
    page.members.push_back({one.name, view::unit_setting_url(one.code), one.active});
  }
  return page;
}

// What was done before this page came.
std::string notice_of(const http::Request& request, const view::UnitSettingView& page) {
  const auto done = request.query("done").value_or("");
  if (done == "contact") return page.name + "的联系人、电话和审核人已保存。";
  const auto url = view::unit_setting_url({std::string(request.query("about").value_or(""))});
  const auto member = std::ranges::find(page.members, url, &view::UnitSettingView::Member::url);
  if (done == "member" && member != page.members.end()) return "已增加成员单位" + member->name + "。";
  if (done == "name") return "名称已改为“" + page.name + "”。";
  return done == "active" ? page.name + (page.active ? "已启用。" : "已停用。") : "";
}

http::Response unit_page(const Visit& visit, Reader& db, const Sent& sent = {}) {
  auto page = unit_view(visit, db, sent);
  const bool wrong_field = !sent.faults.empty() && !sent.faults[0].field.empty();
  if (!sent.faults.empty() && !wrong_field) page.refusal = sent.faults[0].reason;
  if (sent.faults.empty()) page.notice = notice_of(visit.request, page);
  const auto title = (wrong_field ? "错误：" : "") + page.name + " 单位管理";
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {.title = title, .current = "setting"}, body),
                    sent.faults.empty() ? 200 : (wrong_field ? 422 : 409));
}

template <class Action>
http::Response change(const Visit& visit, Db& db, const char* form, Action action) {
  Sent sent{form, form_of(visit.request), {}};
  found(find_unit(*db.reader(), unit_of(visit)), "没有这个单位。");
  const auto done = db.write([&](Writer& writer) -> actions::UnitOutcome { return action(writer, sent.typed); });
  if (done) {
    const auto url = view::with_query(view::unit_setting_url(unit_of(visit)), "done", form);
    const std::string code(trim(field_of(sent.typed, "code")));  // of a new member
    return http::see_other(code.empty() ? url : view::with_query(url, "about", code));
  }
  sent.faults = done.error();
  return unit_page(visit, *db.reader(), sent);
}

}  // namespace

http::Response list_unit_settings(const Visit& visit, Reader& db) {
  const auto units = list_units(db);
  const auto groups = groups_of(db);
  const auto contacts = list_unit_contacts(db);
  view::UnitSettingsView page;
  const auto row_of = [&](const Unit& unit) {
    view::UnitSettingsView::Row row{.name = unit.name, .url = view::unit_setting_url(unit.code)};
    if (const auto contact = contacts.find(unit.code); contact != contacts.end()) {
      row.contact = contact->second.contact;
      row.phone = contact->second.phone;
      row.reviewer = contact->second.reviewer;
    }
    row.active = unit.active;
    row.member = groups.contains(unit.code);
    return row;
  };
  for (const auto& unit : units) {
    if (groups.contains(unit.code)) continue;
    const auto at = page.rows.size();
    page.rows.push_back(row_of(unit));
    for (const auto& member : units) {
      const auto group = groups.find(member.code);
      if (group == groups.end() || group->second != unit.code) continue;
      page.rows.push_back(row_of(member));
      page.rows[at].members += member.active;
    }
  }
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {.title = "单位管理", .current = "setting"}, body));
}

http::Response show_unit_setting(const Visit& visit, Reader& db) { return unit_page(visit, db); }

http::Response change_unit_contact(const Visit& visit, Db& db) {
  return change(visit, db, "contact", [&](Writer& writer, const http::Fields& form) {
    return actions::change_contact(writer, actor_of(visit), visit.visitor, unit_of(visit),
                                   {field_of(form, "contact"), field_of(form, "phone"), field_of(form, "reviewer")});
  });
}

http::Response add_unit_member(const Visit& visit, Db& db) {
  return change(visit, db, "member", [&](Writer& writer, const http::Fields& form) {
    return actions::add_member(writer, actor_of(visit), visit.visitor, unit_of(visit), field_of(form, "name"),
                               field_of(form, "code"));
  });
}

http::Response rename_unit_member(const Visit& visit, Db& db) {
  return change(visit, db, "name", [&](Writer& writer, const http::Fields& form) {
    return actions::rename_member(writer, actor_of(visit), visit.visitor, unit_of(visit), field_of(form, "name"));
  });
}

http::Response change_unit_state(const Visit& visit, Db& db) {
  return change(visit, db, "active", [&](Writer& writer, const http::Fields& form) {
    return actions::set_active(writer, actor_of(visit), visit.visitor, unit_of(visit),
                               field_of(form, "active") == "yes", field_of(form, "reason"));
  });
}

}  // namespace sjsz
