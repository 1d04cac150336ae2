#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pipeline/base/bytes.h"

namespace sohoa {

enum class ZipEntryKind { kFile, kFolder, kOther };

/// What the central directory says of one entry. Only a claim.
struct ZipEntry {
  std::uint64_t index = 0;
  std::string name;        // bytes as they stand in the file
  bool name_plain = true;  // no NUL in it, and the same whatever encoding a reader supposes
  ZipEntryKind kind = ZipEntryKind::kFile;
  std::uint64_t bytes = 0;
  std::uint64_t packed_bytes = 0;
  bool encrypted = false;
  bool known_method = true;  // stored or deflated
  bool stored = false;       // its bytes lie in the zip as they are
};

/// Reads a zip that may be hostile. Nothing is inflated before it is asked for.
class ZipReader {
 public:
  /// Throws Error (kInput) for a file that is no zip, or one whose two directories disagree.
  explicit ZipReader(const std::filesystem::path& path);
  ~ZipReader();

  const std::vector<ZipEntry>& entries() const { return entries_; }

  /// Hands the entry's bytes to `take` in pieces. Stops with Error (kInput) when there are more
  /// than its claim, fewer, or when they are damaged.
  void read(const ZipEntry& entry, const std::function<void(ByteView)>& take) const;

  /// All of them as text; throws Error (kInput) for more than `bytes_max` too.
  std::string read_text(const ZipEntry& entry, std::uint64_t bytes_max) const;

 private:
  friend class StoredEntry;
  struct State;
  std::unique_ptr<State> state_;
  std::vector<ZipEntry> entries_;
};

/// A stored entry, read by position where it lies; the ZipReader must live longer. Nothing holds
/// the bytes against their CRC-32: ZipReader::read does.
class StoredEntry {
 public:
  /// Throws Error (kInput).
  StoredEntry(const ZipReader& zip, const ZipEntry& entry);
  ~StoredEntry();

  /// Fills `out` from `offset`; returns how many bytes there were. Throws Error (kInput).
  std::size_t read_at(std::uint64_t offset, std::span<std::uint8_t> out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa
