#include "domain/calendar_rows.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "domain/input.h"

namespace sjsz {
namespace {

constexpr int kMostDaysOfSpan = 31;
constexpr std::size_t kMostNameCharacters = 40;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) text.replace(at, from.size(), to);
}

// 2020年10月10日（周六） without what is in brackets.
void drop_brackets(std::string& text) {
  for (std::size_t open = 0; (open = text.find('(')) != text.npos;) {
    const auto close = text.find(')', open);
    text.erase(open, close == text.npos ? text.npos : close - open + 1);
  }
}

// Half width, one kind of separator, "~" between the ends of a span.
std::string tidy_line(std::string_view typed) {
  std::string text = to_half_width(typed);
  drop_brackets(text);
  for (const char* mark : {"至", "到", "—", "–", "～"}) replace_all(text, mark, "~");
  replace_all(text, "日-", "日~");
  replace_all(text, "日、", "日 &");  // another day of the same kind
  for (const char* mark : {"\"", "。"}) replace_all(text, mark, "");
  for (const char* mark : {"\t", ",", ";", ":", "|", "\xE3\x80\x80", "\r"}) replace_all(text, mark, " ");
  while (text.find(" ~") != text.npos) replace_all(text, " ~", "~");
  while (text.find("~ ") != text.npos) replace_all(text, "~ ", "~");
  return text;
}

// What stands without a space behind a day: 10月1日至8日放假.
void cut_behind_days(std::string& text) {
  constexpr std::string_view day = "日";
  for (std::size_t at = 0; (at = text.find(day, at)) != text.npos;) {
    const bool of_date = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
    at += day.size();
    if (of_date && at < text.size() && text[at] != '~') text.insert(at, " ");
  }
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

struct Span {
  Date first, last;
};

// The end of a span may leave out what is as at its beginning: 10月1日至8日.
std::optional<Date> read_end(std::string_view typed, const Date& first) {
  if (const auto date = read_date(typed, first.year)) return date;
  std::string day(typed);
  replace_all(day, "日", "");
  const int number = parse_whole(day);
  if (number < 1 || number > 31) return std::nullopt;
  const auto two = (number < 10 ? "0" : "") + std::to_string(number);
  return parse_date(to_string(Month{first.year, first.month}) + "-" + two);
}

std::optional<Span> read_span(const std::string& piece, int year) {
  const auto ends = split(piece, '~');
  const auto first = read_date(ends[0], year);
  if (!first || ends.size() > 2) return std::nullopt;
  const auto last = ends.size() == 2 ? read_end(ends[1], *first) : first;
  if (!last) return std::nullopt;
  return Span{*first, *last};
}

// A word that says holiday or work, taken out of its piece; what is left of 春节调休上班 is 春节调休.
std::optional<bool> take_kind(std::string& piece) {
  static constexpr std::pair<std::string_view, bool> alone[] = {{"班", true},     {"true", true}, {"1", true},
                                                                {"休", false},    {"假", false},  {"节假日", false},
                                                                {"false", false}, {"0", false}};
  for (const auto& [word, works] : alone) {
    if (piece == word) {
      piece.clear();
      return works;
    }
  }
  static constexpr std::pair<std::string_view, bool> inside[] = {
      {"上班", true}, {"补班", true}, {"放假", false}, {"休息", false}, {"补休", false}};
  for (const auto& [word, works] : inside) {
    if (const auto at = piece.find(word); at != piece.npos) {
      piece.erase(at, word.size());
      return works;
    }
  }
  return std::nullopt;
}

bool is_weekday_word(std::string_view piece) { return piece.starts_with("星期") || piece.starts_with("周"); }

struct Read {
  std::vector<Span> spans;
  std::optional<bool> works;
  std::vector<std::string> names;
};

bool take_date(Read& read, const std::string& piece, int year) {
  const bool another = piece.starts_with('&');
  const auto span = read_span(another ? piece.substr(1) : piece, year);
  if (!span) return false;
  if (another || read.spans.empty()) {
    read.spans.push_back(*span);
  } else {
    read.spans.back().last = span->last;  // a column of its own for the end
  }
  return true;
}

// A time of day, a number of days (共8天), a dash.
bool is_noise(std::string_view piece) {
  return piece.starts_with("共") || piece.find_first_not_of("0123456789.~&") == piece.npos;
}

Read read_pieces(std::string text, int year) {
  Read read;
  cut_behind_days(text);
  for (auto& piece : split(text, ' ')) {
    if (piece.empty() || is_weekday_word(piece)) continue;
    if (take_date(read, piece, year)) continue;
    const auto works = take_kind(piece);
    if (works && !read.works) read.works = works;
    if (!is_noise(piece) && !(works && piece == "调休")) read.names.push_back(piece);
  }
  return read;
}

void add_days(CalendarRow& row, const Read& read, const Span& span, int year) {
  const auto& [first, last] = span;
  if (first.year != year || last.year != year) {
    row.fault = "不是 " + std::to_string(year) + " 年的日期。";
    return;
  }
  if (last < first || plus_days(first, kMostDaysOfSpan) < last) {
    row.fault = "起止日期不对：应先后相连，最多 31 天。";
    return;
  }
  if (!read.works && is_weekend(first)) {
    row.fault = "周六、周日请写明放假还是上班。";
    return;
  }
  const bool works = read.works.value_or(false);
  auto name = join(read.names, " ");
  if (name.empty()) name = works ? "调休" : "节假日";
  if (count_characters(name) > kMostNameCharacters) {
    row.fault = "名称最多 40 个字。";
    return;
  }
  for (Date date = first; date <= last; date = plus_days(date, 1)) {
    if (works && !is_weekend(date)) {
      row.fault = to_string(date) + " 本来就是工作日，只有周六、周日才写上班。";
      return;
    }
    row.days.push_back({date, works, name});
  }
}

CalendarRow read_row(int line, std::string_view typed, int year) {
  CalendarRow row{line, std::string(trim(typed)), {}, ""};
  if (!is_clean_utf8(typed)) {
    row.text.clear();
    row.fault = "有不能识别的字符，请复制后粘贴，或者另存为“CSV UTF-8”。";
    return row;
  }
  const auto read = read_pieces(tidy_line(typed), year);
  if (read.spans.empty()) row.fault = "没有看出日期，请写成 2020-10-01 或 10月1日。";
  for (const auto& span : read.spans) {
    if (row.fault.empty()) add_days(row, read, span, year);
  }
  return row;
}

void refuse_doubles(CalendarRow& row, std::set<Date>& seen) {
  for (const auto& day : row.days) {
    if (!seen.insert(day.date).second && row.fault.empty()) row.fault = to_string(day.date) + " 写了不止一次。";
  }
}

}  // namespace

std::vector<CalendarRow> read_calendar_rows(std::string_view text, int year) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<CalendarRow> rows;
  std::set<Date> seen;
  int line = 0;
  for (const auto& typed : split(text, '\n')) {
    ++line;
    if (trim(typed).empty()) continue;
    if (rows.empty() && is_clean_utf8(typed) && !has_digit(to_half_width(typed))) continue;  // a heading
    rows.push_back(read_row(line, typed, year));
    refuse_doubles(rows.back(), seen);
  }
  return rows;
}

std::string calendar_lines(const std::vector<CalendarDay>& days) {
  std::string lines;
  for (const auto& day : days) {
    lines += to_string(day.date) + "\t" + (day.works ? "上班" : "放假") + "\t" + day.name + "\n";
  }
  return lines;
}

std::vector<CalendarDay> days_of(const std::vector<CalendarRow>& rows) {
  std::vector<CalendarDay> days;
  for (const auto& row : rows) days.insert(days.end(), row.days.begin(), row.days.end());
  std::ranges::sort(days, {}, &CalendarDay::date);
  return days;
}

}  // namespace sjsz
