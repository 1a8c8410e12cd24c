// Zip files: deflate, zip64, names in UTF-8. Knows nothing of what is in them. Faults of the file system are
// filesystem_error with the path, faults of an archive ArchiveError.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace sjsz::document {

// what() says in Chinese what is wrong; which archive it was, its user knows.
struct ArchiveError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Whether an entry may have this name: relative, without .., backslash or control characters, not a folder.
bool is_safe_name(std::string_view name);

class ArchiveWriter {
 public:
  explicit ArchiveWriter(const std::filesystem::path& file);  // which is written over
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;
  ~ArchiveWriter();

  void add(const std::string& name, std::string_view bytes);
  void add_file(const std::string& name, const std::filesystem::path& file);
  void finish();  // without it the archive has no directory and cannot be read

 private:
  void open_entry(const std::string& name);
  void write(std::string_view bytes);
  void close_entry();

  std::filesystem::path file_;
  void* zip_;
};

// Entries that stand for folders: some programs write them.
enum class FolderEntries { refuse, skip };

class ArchiveReader {
 public:
  // Refuses encrypted entries, double and unsafe names.
  explicit ArchiveReader(const std::filesystem::path& file, FolderEntries folders = FolderEntries::refuse);
  ArchiveReader(const ArchiveReader&) = delete;
  ArchiveReader& operator=(const ArchiveReader&) = delete;
  ~ArchiveReader();

  const std::map<std::string, std::uint64_t>& entries() const { return sizes_; }  // size by name, as the archive claims
  std::string read(const std::string& name, std::uint64_t most);                  // refuses more than `most` bytes
  std::uint64_t measure(const std::string& name, std::uint64_t most);             // likewise, and keeps nothing
  // Writes a new file (0600); refuses an entry that is not as large as claimed or whose checksum is wrong.
  void extract(const std::string& name, const std::filesystem::path& to);

 private:
  template <class Sink>
  void read_entry(const std::string& name, std::uint64_t most, Sink sink);
  void list_entries(FolderEntries folders);

  void* zip_;
  std::map<std::string, std::uint64_t> sizes_;
};

}  // namespace sjsz::document
