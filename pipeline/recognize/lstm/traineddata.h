#pragma once

#include <filesystem>

#include "pipeline/base/bytes.h"

namespace sohoa {

/// The parts of a .traineddata file that a line network needs (tessdatamanager.h of Tesseract 5).
enum class ModelPart { kNetwork = 17, kWords = 19, kCharset = 21, kRecoder = 22 };

/// A model file in memory: Tesseract's container of numbered parts.
class TrainedData {
 public:
  /// Throws UnusableModel when the bytes are no such container. Files of big-endian machines are
  /// refused.
  explicit TrainedData(Bytes bytes);

  /// Empty when the file lacks the part.
  ByteView part(ModelPart part) const;

  ByteView bytes() const { return bytes_; }

 private:
  Bytes bytes_;
};

inline constexpr std::uint64_t kModelBytesMax = 256ULL << 20;

/// Throws Error (kInput) when the file cannot be read, UnusableModel when it is no container.
TrainedData read_traineddata(const std::filesystem::path& path);

}  // namespace sohoa
