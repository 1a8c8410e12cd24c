#include "document/upload_check.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include "base/text.h"
#include "document/archive.h"

namespace sjsz::document {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMostNameCharacters = 100;
constexpr std::size_t kMostEntries = 2000;
constexpr std::uint64_t kMostUnpackedBytes = 200 << 20;
constexpr std::uint64_t kMostRatio = 100;
constexpr int kMostPieces = 10'000;  // of a picture: segments or chunks; millions of empty ones only take time
constexpr std::size_t kMostBehindPicture = 1 << 20;
constexpr std::uint64_t kMostTypeBytes = 4 << 20;  // of [Content_Types].xml

struct Kind {
  UploadType type;
  std::string_view extension, media_type;
  std::string_view main_part;  // of a zip; empty: no zip
};

constexpr Kind kinds[] = {
    {UploadType::jpg, "jpg", "image/jpeg", ""},
    {UploadType::jpg, "jpeg", "image/jpeg", ""},
    {UploadType::png, "png", "image/png", ""},
    {UploadType::pdf, "pdf", "application/pdf", ""},
    {UploadType::docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "word/document.xml"},
    {UploadType::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml"},
    {UploadType::pptx, "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     "ppt/presentation.xml"},
    {UploadType::ofd, "ofd", "application/ofd", "OFD.xml"},
};

using Verdict = tl::expected<void, std::string>;

tl::unexpected<std::string> refuse(std::string reason) { return tl::unexpected(std::move(reason)); }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

const Kind* find_kind(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == name.npos) return nullptr;
  const auto extension = lower_case(name.substr(dot + 1));
  const auto found = std::ranges::find(kinds, extension, &Kind::extension);
  return found == std::end(kinds) ? nullptr : &*found;
}

// Reads a file here and there.
class File {
 public:
  explicit File(const fs::path& path) : stream_(path, std::ios::binary), size_(fs::file_size(path)) {
    if (!stream_) throw std::system_error(std::make_error_code(std::errc::io_error), path.string());
  }
  std::uint64_t size() const { return size_; }

  // As many bytes as there are, up to `count`.
  std::string at(std::uint64_t offset, std::size_t count) {
    if (offset >= size_) return {};
    std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, size_ - offset)), '\0');
    stream_.clear();
    stream_.seekg(static_cast<std::streamoff>(offset));
    stream_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
  }
  std::string tail(std::size_t count) { return at(size_ - std::min<std::uint64_t>(count, size_), count); }

 private:
  std::ifstream stream_;
  std::uint64_t size_;
};

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

// A zip can be hung behind any other file, because it is read from its end.
bool has_zip_behind(File& file) {
  constexpr std::size_t record = 22, most_comment = 65535;
  const auto tail = file.tail(record + most_comment);
  for (auto at = tail.rfind("PK\5\6"); at != tail.npos; at = at == 0 ? tail.npos : tail.rfind("PK\5\6", at - 1)) {
    if (at + record > tail.size()) continue;
    const auto comment = static_cast<unsigned char>(tail[at + 20]) | static_cast<unsigned char>(tail[at + 21]) << 8;
    if (at + record + static_cast<std::size_t>(comment) == tail.size()) return true;
  }
  return false;
}

// Segments up to the picture itself, with its size among them, and its end mark; phones write notes of their own
// behind.
bool is_jpeg(File& file) {
  std::uint64_t at = 2;
  bool has_size = false;
  for (int pieces = 0;; ++pieces) {
    const auto head = file.at(at, 4);
    if (pieces == kMostPieces || head.size() < 4 || head[0] != '\xff') return false;
    const auto mark = static_cast<unsigned char>(head[1]);
    if (mark == 0xda) break;
    has_size |= mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
    const auto length = big_endian(std::string_view(head).substr(2));
    if (length < 2) return false;
    at += 2 + length;
  }
  const auto picture = std::max(at, file.size() - std::min<std::uint64_t>(kMostBehindPicture, file.size()));
  return has_size && file.at(picture, kMostBehindPicture).find("\xff\xd9") != std::string::npos;
}

// Chunks from the head to the end, and nothing behind.
bool is_png(File& file) {
  std::uint64_t at = 8;
  for (int pieces = 0;; ++pieces) {
    const auto head = file.at(at, 8);
    if (pieces == kMostPieces || head.size() < 8 || (pieces == 0 && head.substr(4) != "IHDR")) return false;
    const auto length = big_endian(std::string_view(head).substr(0, 4));
    at += 12 + std::uint64_t{length};
    if (head.substr(4) == "IEND") return length == 0 && at == file.size();
  }
}

bool is_pdf(File& file) { return file.tail(1024).find("%%EOF") != std::string::npos; }

Verdict check_plain(File& file, UploadType type) {
  const bool good = type == UploadType::jpg ? is_jpeg(file) : type == UploadType::png ? is_png(file) : is_pdf(file);
  if (!good) return refuse("文件不完整或已损坏，请重新导出后上传。");
  if (has_zip_behind(file)) return refuse("文件后面还附着另一个文件，请重新导出后上传。");
  return {};
}

bool is_macro(const std::string& lower_name) {
  return lower_name.find("vbaproject") != lower_name.npos || lower_name.find("vbadata") != lower_name.npos ||
         lower_name.find("macrosheets/") != lower_name.npos || lower_name.find("activex/") != lower_name.npos;
}

Verdict check_entries(const ArchiveReader& zip) {
  if (zip.entries().size() > kMostEntries) return refuse("文件内部的部件太多，请精简后上传。");
  std::set<std::string> names;
  for (const auto& [name, size] : zip.entries()) {
    const auto lower = lower_case(name);
    if (is_macro(lower)) return refuse("文件里有宏或控件，请另存为不带宏的文件后上传。");
    if (!names.insert(lower).second) return refuse("文件已损坏：有重名的部件。");
  }
  return {};
}

// Unpacks everything and counts, because sizes in the directory may lie.
Verdict check_unpacked_size(ArchiveReader& zip, std::uint64_t file_size) {
  const auto most = std::min(kMostUnpackedBytes, file_size * kMostRatio);
  std::uint64_t total = 0;
  for (const auto& [name, size] : zip.entries()) {
    if (size > most - total) return refuse("文件解开后过大，没有接收。");
    total += zip.measure(name, most - total);
  }
  return {};
}

Verdict check_parts(ArchiveReader& zip, const Kind& kind) {
  const auto& entries = zip.entries();
  if (!entries.contains(std::string(kind.main_part))) return refuse("文件内容与扩展名不符，请核对后上传。");
  if (kind.type == UploadType::ofd) return {};
  if (!entries.contains("[Content_Types].xml")) return refuse("文件不完整或已损坏，请重新导出后上传。");
  const auto types = lower_case(zip.read("[Content_Types].xml", kMostTypeBytes));
  if (types.find("macroenabled") != types.npos) return refuse("文件里有宏，请另存为不带宏的文件后上传。");
  return {};
}

Verdict check_zip(const fs::path& path, const Kind& kind, std::uint64_t file_size) {
  try {
    ArchiveReader zip(path, FolderEntries::skip);
    if (auto verdict = check_entries(zip); !verdict) return verdict;
    if (auto verdict = check_unpacked_size(zip, file_size); !verdict) return verdict;
    return check_parts(zip, kind);
  } catch (const ArchiveError&) {
    return refuse("文件不完整、已加密或已损坏，请重新导出后上传。");
  }
}

std::string_view magic_of(const Kind& kind) {
  switch (kind.type) {
    case UploadType::jpg:
      return "\xff\xd8\xff";
    case UploadType::png:
      return "\x89PNG\r\n\x1a\n";
    case UploadType::pdf:
      return "%PDF-";
    default:
      return "PK\3\4";
  }
}

// U+061C, U+200B to U+200F, U+202A to U+202E, U+2060 to U+2069, U+FEFF.
bool is_invisible(std::string_view character) {
  return character == "\u061c" || (character >= "\u200b" && character <= "\u200f") ||
         (character >= "\u202a" && character <= "\u202e") || (character >= "\u2060" && character <= "\u2069") ||
         character == "\ufeff";
}

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  return first < 0x20 || first == 0x7f ||
         (first == 0xc2 && character.size() == 2 && static_cast<unsigned char>(character[1]) < 0xa0);
}

// The last of `count` characters go, those before the extension.
std::string shorten(const std::string& name) {
  if (count_characters(name) <= kMostNameCharacters) return name;
  const auto dot = std::min(name.rfind('.'), name.size());
  const auto extension = name.size() - dot <= 10 ? name.substr(dot) : "";
  std::string stem;
  std::string_view rest(name);
  for (std::size_t i = 0; i + count_characters(extension) < kMostNameCharacters; ++i) {
    const auto size = code_point_size(rest);
    stem += rest.substr(0, size);
    rest.remove_prefix(size);
  }
  return stem + extension;
}

}  // namespace

std::string_view media_type(UploadType type) { return std::ranges::find(kinds, type, &Kind::type)->media_type; }

bool is_picture(UploadType type) { return type == UploadType::jpg || type == UploadType::png; }

std::string clean_file_name(std::string_view sent) {
  std::string_view rest = sent.substr(sent.find_last_of("/\\") + 1);
  std::string name;
  while (!rest.empty()) {
    const auto size = code_point_size(rest);
    if (size == 0) return "附件";
    const auto character = rest.substr(0, size);
    if (!is_control(character) && !is_invisible(character)) name += character;
    rest.remove_prefix(size);
  }
  name = shorten(std::string(trim(name)));
  return name.empty() || name.front() == '.' ? "附件" + name : name;
}

tl::expected<UploadType, std::string> check_upload(const fs::path& path, std::string_view name) {
  const auto* kind = find_kind(name);
  if (!kind) return refuse("只接收 jpg、png、pdf、docx、xlsx、pptx、ofd 文件。");
  File file(path);
  if (file.size() == 0) return refuse("文件是空的。");
  if (file.size() > kMostUploadBytes) return refuse("文件超过 20 MB，请压缩或拆分后上传。");
  const auto magic = magic_of(*kind);
  if (file.at(0, magic.size()) != magic) return refuse("文件内容与扩展名不符，请核对后上传。");
  const auto verdict = kind->main_part.empty() ? check_plain(file, kind->type) : check_zip(path, *kind, file.size());
  if (!verdict) return refuse(verdict.error());
  return kind->type;
}

}  // namespace sjsz::document
