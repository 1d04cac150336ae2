#include "pipeline/package/zip/zip_directory.h"

#include <algorithm>
#include <cstdint>
#include <fstream>

namespace sohoa {

namespace {

constexpr std::uint64_t kEndBytes = 22;
constexpr std::uint64_t kCommentBytesMax = 65535;
constexpr std::uint64_t kLocator64Bytes = 20;
constexpr std::uint64_t kEnd64Bytes = 56;
constexpr std::uint64_t kHeaderBytes = 46;
constexpr std::uint64_t kNot32Bits = 0xFFFFFFFF;

/// Reads little-endian numbers of a file by position; what is not there reads as nothing.
class ZipFile {
 public:
  explicit ZipFile(const std::filesystem::path& path) : file_(path, std::ios::binary) {
    file_.seekg(0, std::ios::end);
    if (file_) size_ = static_cast<std::uint64_t>(file_.tellg());
  }

  std::uint64_t size() const { return size_; }

  std::string bytes(std::uint64_t offset, std::uint64_t count) {
    if (offset > size_) return {};
    std::string bytes(static_cast<std::size_t>(std::min(count, size_ - offset)), '\0');
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file_.gcount(), 0)));
    return bytes;
  }

 private:
  std::ifstream file_;
  std::uint64_t size_ = 0;
};

/// `bytes` must reach to `offset` + `count`.
std::uint64_t number(const std::string& bytes, std::size_t offset, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  }
  return value;
}

/// Where the central directory begins; the size of the file when that is not to be found.
std::uint64_t directory_offset(ZipFile& file) {
  const std::uint64_t tail_bytes = std::min(file.size(), kEndBytes + kCommentBytesMax);
  const std::uint64_t tail_offset = file.size() - tail_bytes;
  const std::string tail = file.bytes(tail_offset, tail_bytes);
  const std::size_t end = tail.rfind("PK\x05\x06");
  if (end == std::string::npos || tail.size() - end < kEndBytes) return file.size();
  const std::uint64_t offset = number(tail, end + 16, 4);
  if (offset != kNot32Bits) return offset;
  const std::uint64_t end_offset = tail_offset + end;
  if (end_offset < kLocator64Bytes) return file.size();
  const std::string locator = file.bytes(end_offset - kLocator64Bytes, kLocator64Bytes);
  if (!locator.starts_with("PK\x06\x07")) return offset;
  const std::string end64 = file.bytes(number(locator, 8, 8), kEnd64Bytes);
  if (end64.size() < kEnd64Bytes || !end64.starts_with("PK\x06\x06")) return file.size();
  return number(end64, 48, 8);
}

}  // namespace

std::vector<std::string> raw_names_of(const std::filesystem::path& zip) {
  ZipFile file(zip);
  std::vector<std::string> names;
  std::uint64_t offset = directory_offset(file);
  for (;;) {
    const std::string header = file.bytes(offset, kHeaderBytes);
    if (header.size() < kHeaderBytes || !header.starts_with("PK\x01\x02")) return names;
    const std::uint64_t name_bytes = number(header, 28, 2);
    names.push_back(file.bytes(offset + kHeaderBytes, name_bytes));
    offset += kHeaderBytes + name_bytes + number(header, 30, 2) + number(header, 32, 2);
  }
}

}  // namespace sohoa
