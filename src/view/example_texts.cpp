#include "view/example_texts.h"

#include "view/links.h"

namespace sjsz::view {

std::string hostile_text() {
  return "</textarea><script>alert('x')</script>\" onclick=\"alert(1) & &amp; {{name}} {{{body}}} " +
         std::string(1000, 'W') + "万里长城" + std::string(1000, '9');
}

std::string hostile_url() { return with_query("/tasks", "q", hostile_text()); }

const std::vector<ExampleTask>& example_tasks() {
  static const Link gongxin{"区工信局", "/units/gongxin"}, fagai{"区发改局", "/units/fagai"};
  static const Link shengtai{"市生态环境局历下分局", "/units/shengtai"}, jiaojing{"区交警大队", "/units/jiaojing"};
  static const Link zhujian{"区住建局", "/units/zhujian"}, shijian{"区市场监管局", "/units/shijian"};
  static const std::vector<ExampleTask> tasks = {
      {2,
       "高耗能行业布局",
       "减少标准煤消耗和废气排放量。",
       "区发改局牵头，区工信局、市生态环境局历下分局配合",
       {{Role::lead, {fagai}}, {Role::support, {gongxin, shengtai}}}},
      {9,
       "压减煤炭消费",
       "严格执行全区煤炭消费压减工作总体要求，控制煤炭消费总量，继续开展煤电行业淘汰落后产能工作，促进煤电结构优化调整"
       "，"
       "着力提高煤炭使用效率。其中火电行业现役燃煤发电机组改造后平均供电煤耗低于310克/千瓦时。进一步扩大集中供热范围。",
       "区发改局牵头，区工信局、区住建局、市生态环境局历下分局配合",
       {{Role::lead, {fagai}}, {Role::support, {gongxin, zhujian, shengtai}}}},
      {11, "煤炭销售管控", "抓好煤炭销售管控工作。", "区市场监管局", {{Role::sole, {shijian}}}},
      {14,
       "柴油车监管",
       "按照“环保取证、公安处罚、交通维修”的工作原则，加强城市主次干道等区域在用柴油车的联合执法检查。"
       "全区范围内淘汰国二营运和高排放老旧柴油车，重点区域内实施国三排放标准柴油车禁行措施。建立健全柴油车环保管理台账"
       "。",
       "市生态环境局历下分局、区交警大队",
       {{Role::joint, {shengtai, jiaojing}}}},
  };
  return tasks;
}

}  // namespace sjsz::view
