// Tasks (工作任务) of the annex, who is responsible for each (assignments), and the checkable requirements its text
// states.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "domain/ids.h"
#include "domain/unit.h"

namespace sjsz {

struct Assignment {
  UnitCode unit;
  Role role = Role::support;
};

enum class RequirementKind { level, by_date, from_date, each_month, cumulative };
enum class Comparison { below, at_least, at_most, equal, yes };  // yes: 已达到 / 未达到, no number
enum class ValueType { number, yes_no };

struct Requirement {
  std::string key;       // "coal_use": in forms and API, unique in its task
  std::string text;      // short: 改造后平均供电煤耗低于310克/千瓦时
  std::string sentence;  // the sentence of the task's text that it comes from, to the letter
  RequirementKind kind = RequirementKind::level;
  ValueType type = ValueType::yes_no;
  Comparison comparison = Comparison::yes;
  std::string unit;               // of a number: 克/千瓦时; empty without one
  std::optional<Decimal> target;  // of a number
  std::optional<Date> date;       // by_date, from_date, cumulative
};

struct Task {
  TaskSeq seq;
  std::string label;             // 压减煤炭消费: ours, for lists; not the plan's words
  std::string text;              // the annex, to the letter
  std::string responsible_text;  // the annex's last column, to the letter
  std::vector<ArticleNumber> articles;
  std::vector<Assignment> assignments;  // in the order of the annex
  std::vector<Requirement> requirements;
};

}  // namespace sjsz
