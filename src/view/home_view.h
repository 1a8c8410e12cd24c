// 首页 without login: what this is, and the plan at a glance.
#pragma once
#include <string>
#include <vector>

#include "view/parts.h"
#include "view/template.h"
#include "view/todo.h"

namespace sjsz::view {

struct HomeView {  // templates/home.html
  struct Target {
    std::string name, url;    // short name
    std::string target_text;  // as written
    std::string unit;         // shown with a target that is a bare number: 万吨
    bool monitored = false;
  };
  struct Category {
    std::string name, url;  // 产业结构; the indicators of this category
    std::vector<Target> targets;
  };
  struct Task {
    int seq = 0;
    std::string label, url;
    std::vector<std::string> leads;  // lead, sole or joint units
  };
  struct Chapter {
    int number = 0;
    std::string title, url;  // its place in the plan
    std::vector<Task> tasks;
  };
  struct Unit {
    std::string name, url;
    int lead = 0, sole = 0, joint = 0, support = 0;
  };

  std::string district;  // 历下区
  int year = 0;
  std::string plan_title;
  std::string plan_url, indicators_url, tasks_url;
  int assessed = 0, monitored = 0;  // indicators
  int tasks = 0, assignments = 0;
  int chapters = 0, articles = 0;
  std::vector<Category> categories;
  std::vector<Chapter> with_tasks;  // chapters that have tasks
  std::vector<Unit> units;          // in official order
  std::string rhythm;               // the plan's sentence about the monthly rhythm, verbatim; empty: not shown
  Todo todo;                        // of who is signed in
  std::string audit_state;          // for the auditor; else empty
  Link rhythm_article;              // （十九）
};
std::vector<HomeView> home_examples();
std::string render(const Templates& templates, const HomeView& view);

// 首页 of a portal that holds no plan yet: templates/home_empty.html.
struct HomeEmptyView {};
std::vector<HomeEmptyView> home_empty_examples();
std::string render(const Templates& templates, const HomeEmptyView& view);

}  // namespace sjsz::view
