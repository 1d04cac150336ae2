#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "pipeline/base/bytes.h"
#include "pipeline/base/spool.h"

namespace sohoa {

/// The largest PDF that is taken into memory as a whole, which asking for its signatures needs.
inline constexpr long long kPdfInMemoryBytesMax = 2LL << 30;

/// A PDF that is read by position where it lies.
class PdfBytes {
 public:
  PdfBytes(std::string name, long long size) : name_(std::move(name)), size_(size) {}
  virtual ~PdfBytes() = default;

  const std::string& name() const { return name_; }  // for messages
  long long size() const { return size_; }
  /// Fills `out` from `offset`, which may be anything; returns how many bytes there were.
  std::size_t read_at(long long offset, std::span<std::uint8_t> out) const;
  /// The same as text.
  std::string at(long long offset, long long size) const;
  /// Throws Error (kInput) for one larger than kPdfInMemoryBytesMax.
  Bytes all() const;

 private:
  /// `out` lies inside the PDF.
  virtual std::size_t read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const = 0;

  std::string name_;
  long long size_;
};

/// A PDF in a spool, which must live longer.
class SpooledPdf : public PdfBytes {
 public:
  SpooledPdf(std::string name, const Spool& spool, Spool::Piece piece);

 private:
  std::size_t read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const override;

  const Spool& spool_;
  Spool::Piece piece_;
};

}  // namespace sohoa
