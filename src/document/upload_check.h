// Whether a file that somebody uploads is what its name says, and nothing else besides: extension, first bytes and
// inside must agree. A file is kept as it came (it is evidence), so what could harm its reader is refused, not cleaned.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace sjsz::document {

inline constexpr std::uint64_t kMostUploadBytes = 20 << 20;

enum class UploadType { jpg, png, pdf, docx, xlsx, pptx, ofd };

std::string_view media_type(UploadType type);
bool is_picture(UploadType type);

// The name to keep: without folders, control characters and marks that turn the direction of writing, at most 100
// characters with the extension; 附件 if nothing is left.
std::string clean_file_name(std::string_view sent);

// Of a file on disk that was sent under this name; or a Chinese sentence that says why it is not taken.
tl::expected<UploadType, std::string> check_upload(const std::filesystem::path& file, std::string_view name);

}  // namespace sjsz::document
