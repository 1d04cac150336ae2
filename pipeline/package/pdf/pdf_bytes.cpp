#include "pipeline/package/pdf/pdf_bytes.h"

#include <algorithm>

#include "pipeline/base/error.h"

namespace sohoa {

std::size_t PdfBytes::read_at(long long offset, std::span<std::uint8_t> out) const {
  if (offset < 0 || offset >= size_) return 0;
  const auto there = static_cast<std::uint64_t>(size_ - offset);
  return read_inside(static_cast<std::uint64_t>(offset),
                     out.first(std::min<std::uint64_t>(out.size(), there)));
}

std::string PdfBytes::at(long long offset, long long size) const {
  std::string bytes(static_cast<std::size_t>(std::clamp(size, 0LL, size_)), '\0');
  bytes.resize(read_at(offset, {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()}));
  return bytes;
}

Bytes PdfBytes::all() const {
  if (size_ > kPdfInMemoryBytesMax) {
    throw Error(ExitCode::kInput, name_,
                "is larger than " + std::to_string(kPdfInMemoryBytesMax) + " bytes",
                "split it into smaller PDFs");
  }
  Bytes bytes(static_cast<std::size_t>(size_));
  bytes.resize(read_at(0, bytes));
  return bytes;
}

SpooledPdf::SpooledPdf(std::string name, const Spool& spool, Spool::Piece piece)
    : PdfBytes(std::move(name), static_cast<long long>(piece.size)), spool_(spool), piece_(piece) {}

std::size_t SpooledPdf::read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const {
  return spool_.read_at(piece_.offset + offset, out);
}

}  // namespace sohoa
