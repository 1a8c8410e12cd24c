#include "document/strict_json.h"

#include <algorithm>

#include "base/text.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostLevels = 16;
constexpr std::size_t kMostFaults = 200;   // a file that is wrong all over needs no longer list
constexpr std::size_t kMostKeyBytes = 60;  // of a key as shown in a place

// A key as part of a JSON pointer, fit to be shown: no control characters, and cut if it is very long.
std::string pointer_part(std::string_view key) {
  std::string part = "/";
  while (!key.empty()) {
    if (part.size() > kMostKeyBytes) return part + "…";
    const auto size = std::max<std::size_t>(code_point_size(key), 1);
    const auto character = key.substr(0, size);
    const auto byte = static_cast<unsigned char>(character.front());
    if (character == "~") {
      part += "~0";
    } else if (character == "/") {
      part += "~1";
    } else if (byte < 0x20 || byte == 0x7F || (byte == 0xC2 && static_cast<unsigned char>(character.back()) < 0xA0)) {
      part += "\uFFFD";
    } else {
      part += character;
    }
    key.remove_prefix(size);
  }
  return part;
}

std::string line_and_column(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, std::min(offset, text.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  const auto columns = count_characters(before.substr(line_start));
  return "第 " + std::to_string(lines + 1) + " 行第 " + std::to_string(columns + 1) + " 个字";
}

// Walks through a text once for what the finished document no longer shows. Every handler answers whether to go on.
class Scanner final : public nlohmann::json_sax<Json> {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  const std::optional<Fault>& fault() const { return fault_; }

  bool null() override { return begin_value(); }
  bool boolean(bool) override { return begin_value(); }
  bool number_integer(number_integer_t) override { return begin_value(); }
  bool number_unsigned(number_unsigned_t) override { return begin_value(); }
  bool number_float(number_float_t, const string_t&) override { return begin_value(); }
  bool string(string_t&) override { return begin_value(); }
  bool binary(binary_t&) override { return begin_value(); }
  bool start_object(std::size_t) override { return begin_level(); }
  bool start_array(std::size_t) override { return begin_level(); }
  bool end_object() override { return end_level(); }
  bool end_array() override { return end_level(); }

  bool key(string_t& key) override {
    levels_.back().part = pointer_part(key);
    if (levels_.back().keys.insert(key).second) return true;
    return refuse(place(), "这一项重复。");
  }

  bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
    constexpr int number_overflow = 406;
    const auto where = line_and_column(text_, position == 0 ? 0 : position - 1);
    return refuse("", where + (error.id == number_overflow ? "：数字太大。" : "：不是正确的 JSON。"));
  }

 private:
  struct Level {
    std::set<std::string> keys;  // of an object
    std::string part;            // of the pointer: the key or index that is being read
    std::size_t count = 0;       // of an array
  };

  bool begin_value() {
    if (levels_.empty() || !levels_.back().keys.empty()) return true;
    levels_.back().part = "/" + std::to_string(levels_.back().count++);
    return true;
  }

  bool begin_level() {
    begin_value();
    if (levels_.size() == kMostLevels) return refuse(place(), "嵌套超过 16 层。");
    levels_.emplace_back();
    return true;
  }

  bool end_level() {
    levels_.pop_back();
    return true;
  }

  std::string place() const {
    std::string place;
    for (const auto& level : levels_) place += level.part;
    return place;
  }

  bool refuse(std::string place, std::string reason) {
    fault_ = Fault{std::move(place), std::move(reason)};
    return false;
  }

  std::string_view text_;
  std::vector<Level> levels_;
  std::optional<Fault> fault_;
};

}  // namespace

tl::expected<Json, Fault> parse_strict_json(std::string_view text) {
  if (!is_clean_utf8(text)) return tl::unexpected(Fault{"", "文件不是 UTF-8 编码，或含有空字节。"});
  Scanner scanner(text);
  Json::sax_parse(text, &scanner);
  if (scanner.fault()) return tl::unexpected(*scanner.fault());
  return Json::parse(text);
}

Spot Spot::at(std::string_view key) const { return {*value_.find(key), place_ + pointer_part(key), faults_}; }

Spot Spot::at(std::size_t index) const { return {value_[index], place_ + "/" + std::to_string(index), faults_}; }

void Spot::fault(std::string reason) const {
  if (faults_.size() < kMostFaults) faults_.push_back({place_, std::move(reason)});
}

void Spot::fault_at(std::string_view key, std::string reason) const {
  Spot(value_, place_ + pointer_part(key), faults_).fault(std::move(reason));
}

Object::Object(const Spot& spot) {
  if (spot.value().is_object()) {
    spot_.emplace(spot);
  } else {
    spot.fault("应为对象。");
  }
}

std::optional<Spot> Object::take(const char* key) {
  if (!spot_) return std::nullopt;
  taken_.insert(key);
  if (spot_->value().contains(key)) return spot_->at(key);
  spot_->fault_at(key, "缺少这一项。");
  return std::nullopt;
}

std::optional<Spot> Object::take_if_any(const char* key) {
  if (!spot_) return std::nullopt;
  taken_.insert(key);
  const auto found = spot_->value().find(key);
  if (found == spot_->value().end() || found->is_null()) return std::nullopt;
  return spot_->at(key);
}

Object& Object::read_or_null(const char* key, std::string& text) {
  const auto spot = take(key);
  if (!spot || spot->value().is_null()) return *this;
  read_value(*spot, text);
  if (spot->value().is_string() && text.empty()) spot->fault("没有内容时应为 null。");
  return *this;
}

Object Object::inner(const char* key) {
  const auto spot = take(key);
  return spot ? Object(*spot) : Object();
}

void Object::and_nothing_else() const {
  if (!spot_) return;
  for (const auto& [key, value] : spot_->value().items()) {
    if (!taken_.contains(key)) spot_->at(key).fault("不认识的项。");
  }
}

void read_value(const Spot& spot, std::string& text) {
  if (!spot.value().is_string()) return spot.fault("应为文字。");
  text = spot.value().get_ref<const std::string&>();
}

void read_value(const Spot& spot, int& number) {
  const auto* whole = spot.value().get_ptr<const Json::number_unsigned_t*>();
  if (!whole || *whole > 9999) return spot.fault("应为 0 至 9999 的整数。");
  number = static_cast<int>(*whole);
}

void read_value(const Spot& spot, bool& flag) {
  if (!spot.value().is_boolean()) return spot.fault("应为 true 或 false。");
  flag = spot.value().get<bool>();
}

void read_value(const Spot& spot, Date& date) {
  const auto* text = spot.value().get_ptr<const std::string*>();
  const auto known = text ? parse_date(*text) : std::nullopt;
  if (!known) return spot.fault("应为存在的日期，写成 \"2020-12-31\"。");
  date = *known;
}

void read_value(const Spot& spot, Decimal& number) {
  const auto* text = spot.value().get_ptr<const std::string*>();
  const auto known = text ? Decimal::parse(*text) : std::nullopt;
  if (!known || known->to_string() != *text) return spot.fault("应为写成文字的数，如 \"20.2382\"，至多 18 位。");
  number = *known;
}

void refuse_code(const Spot& spot, const std::vector<std::string_view>& known) {
  std::string list;
  for (const auto code : known) list.append(list.empty() ? "" : "、").append(code);
  spot.fault("应为以下之一：" + list + "。");
}

}  // namespace sjsz
