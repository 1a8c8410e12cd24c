#include "document/archive.h"

#include <fcntl.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

#include "base/date.h"
#include "base/text.h"

namespace sjsz::document {
namespace fs = std::filesystem;
namespace {

using Buffer = std::array<char, 256 * 1024>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

constexpr uLong kUtf8Names = 1 << 11;
constexpr uLong kEncrypted = 1;
constexpr uLong kMadeByUnix = 3 << 8 | 45;
constexpr std::size_t kMostEntries = 1'000'000;

[[noreturn]] void throw_file_error(const fs::path& file) {
  throw fs::filesystem_error("archive", file, std::error_code(errno ? errno : EIO, std::generic_category()));
}

File open_for_reading(const fs::path& file) {
  File opened(std::fopen(file.c_str(), "rbe"), std::fclose);
  if (!opened) throw_file_error(file);
  return opened;
}

File make_file(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) throw_file_error(file);
  return {::fdopen(descriptor, "wb"), std::fclose};
}

// The time that an unpacker shows, of the day that people here had.
zip_fileinfo file_info() {
  unsigned year = 0, month = 0, day = 0, hour = 0, minute = 0;
  std::sscanf(business_minute(now()).c_str(), "%u-%u-%u %u:%u", &year, &month, &day, &hour, &minute);
  zip_fileinfo info{};
  info.tmz_date = {0, minute, hour, day, month - 1, year};
  info.external_fa = 0100600UL << 16;
  return info;
}

ArchiveError damaged(const std::string& what) { return ArchiveError("文件已损坏，" + what); }

}  // namespace

bool is_safe_name(std::string_view name) {
  if (name.empty() || !is_clean_utf8(name) || name.front() == '/' || name.find('\\') != name.npos) return false;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  for (const auto& part : split(name, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return true;
}

ArchiveWriter::ArchiveWriter(const fs::path& file)
    : file_(file), zip_(::zipOpen64(file.c_str(), APPEND_STATUS_CREATE)) {
  if (!zip_) throw_file_error(file_);
}

ArchiveWriter::~ArchiveWriter() {
  if (zip_) ::zipClose(zip_, nullptr);
}

void ArchiveWriter::add(const std::string& name, std::string_view bytes) {
  open_entry(name);
  write(bytes);
  close_entry();
}

void ArchiveWriter::add_file(const std::string& name, const fs::path& file) {
  const auto opened = open_for_reading(file);
  open_entry(name);
  const auto buffer = std::make_unique<Buffer>();
  while (const auto count = std::fread(buffer->data(), 1, buffer->size(), opened.get())) write({buffer->data(), count});
  if (std::ferror(opened.get())) throw_file_error(file);
  close_entry();
}

void ArchiveWriter::finish() {
  errno = 0;
  const int result = ::zipClose(std::exchange(zip_, nullptr), nullptr);
  if (result != ZIP_OK) throw_file_error(file_);
}

void ArchiveWriter::open_entry(const std::string& name) {
  const auto info = file_info();
  errno = 0;
  const int result = ::zipOpenNewFileInZip4_64(zip_, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                               Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY,
                                               nullptr, 0, kMadeByUnix, kUtf8Names, 1);
  if (result != ZIP_OK) throw_file_error(file_);
}

void ArchiveWriter::write(std::string_view bytes) {
  errno = 0;
  const int result = ::zipWriteInFileInZip(zip_, bytes.data(), static_cast<unsigned>(bytes.size()));
  if (result != ZIP_OK) throw_file_error(file_);
}

void ArchiveWriter::close_entry() {
  errno = 0;
  if (::zipCloseFileInZip(zip_) != ZIP_OK) throw_file_error(file_);
}

ArchiveReader::ArchiveReader(const fs::path& file, FolderEntries folders) : zip_(nullptr) {
  static_cast<void>(open_for_reading(file));  // minizip does not say why it cannot open a file
  zip_ = ::unzOpen64(file.c_str());
  if (!zip_) throw damaged("它不是 zip 文件，或没有写完");
  try {
    list_entries(folders);
  } catch (...) {
    ::unzClose(zip_);
    throw;
  }
}

ArchiveReader::~ArchiveReader() { ::unzClose(zip_); }

void ArchiveReader::list_entries(FolderEntries folders) {
  int result = ::unzGoToFirstFile(zip_);
  for (; result == UNZ_OK; result = ::unzGoToNextFile(zip_)) {
    unz_file_info64 info{};
    std::array<char, 1024> name{};
    if (::unzGetCurrentFileInfo64(zip_, &info, name.data(), name.size() - 1, nullptr, 0, nullptr, 0) != UNZ_OK) break;
    const std::string_view whole_name(name.data(), std::min<std::size_t>(info.size_filename, name.size() - 1));
    const bool is_folder = folders == FolderEntries::skip && whole_name.ends_with('/') && info.uncompressed_size == 0;
    const auto plain_name = whole_name.substr(0, whole_name.size() - is_folder);
    if (info.size_filename >= name.size() || !is_safe_name(plain_name)) throw damaged("其中有不允许的文件名");
    if (info.flag & kEncrypted) throw damaged(std::string(name.data()) + " 是加密的");
    if (is_folder) continue;
    if (!sizes_.emplace(name.data(), info.uncompressed_size).second)
      throw damaged(std::string(name.data()) + " 出现两次");
    if (sizes_.size() > kMostEntries) throw damaged("文件太多");
  }
  if (result != UNZ_END_OF_LIST_OF_FILE) throw damaged("目录读不出来");
}

template <class Sink>
void ArchiveReader::read_entry(const std::string& name, std::uint64_t most, Sink sink) {
  if (::unzLocateFile(zip_, name.c_str(), 1) != UNZ_OK) throw damaged("其中没有 " + name);
  if (::unzOpenCurrentFile(zip_) != UNZ_OK) throw damaged(name + " 读不出来");
  const auto buffer = std::make_unique<Buffer>();
  std::uint64_t total = 0;
  int count = 0;
  while ((count = ::unzReadCurrentFile(zip_, buffer->data(), static_cast<unsigned>(buffer->size()))) > 0) {
    total += static_cast<std::uint64_t>(count);
    if (total > most) break;
    sink(std::string_view(buffer->data(), static_cast<std::size_t>(count)));
  }
  const bool whole = ::unzCloseCurrentFile(zip_) == UNZ_OK;  // compares the checksum, if all was read
  if (total > most) throw damaged(name + " 比应有的大");
  if (count < 0 || !whole || total != sizes_.at(name)) throw damaged(name + " 的内容与校验值不符");
}

std::string ArchiveReader::read(const std::string& name, std::uint64_t most) {
  std::string bytes;
  read_entry(name, most, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

std::uint64_t ArchiveReader::measure(const std::string& name, std::uint64_t most) {
  std::uint64_t size = 0;
  read_entry(name, most, [&](std::string_view piece) { size += piece.size(); });
  return size;
}

void ArchiveReader::extract(const std::string& name, const fs::path& to) {
  const auto file = make_file(to);
  const auto sizes = sizes_.find(name);
  read_entry(name, sizes == sizes_.end() ? 0 : sizes->second, [&](std::string_view piece) {
    if (std::fwrite(piece.data(), 1, piece.size(), file.get()) != piece.size()) throw_file_error(to);
  });
  if (std::fflush(file.get()) != 0 || ::fsync(::fileno(file.get())) != 0) throw_file_error(to);
}

}  // namespace sjsz::document
