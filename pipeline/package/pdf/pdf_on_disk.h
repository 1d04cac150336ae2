#pragma once

#include <filesystem>
#include <memory>

#include "pipeline/base/descriptor.h"
#include "pipeline/package/pdf/pdf_bytes.h"

namespace sohoa {

/// A PDF on the disk.
class PdfOnDisk : public PdfBytes {
 public:
  /// Throws Error (kInput) for what cannot be opened and what is no file.
  static PdfOnDisk open(const std::filesystem::path& path);

 private:
  PdfOnDisk(std::unique_ptr<const Descriptor> file, const std::filesystem::path& path,
            long long size);
  std::size_t read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const override;

  std::unique_ptr<const Descriptor> file_;
};

}  // namespace sohoa
