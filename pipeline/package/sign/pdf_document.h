#pragma once

#include <qpdf/QPDF.hh>
#include <string>

#include "pipeline/base/bytes.h"
#include "pipeline/package/pdf/pdf_bytes.h"

namespace sohoa {

/// A PDF in memory, as libqpdf sees it. `bytes` must live longer.
class PdfDocument {
 public:
  /// Throws Error (kInput) when it cannot be read as a PDF at all.
  PdfDocument(std::string name, ByteView bytes);

  const std::string& name() const { return bytes_.name(); }
  ByteView bytes() const { return bytes_.view(); }
  const PdfBytes& file() const { return bytes_; }
  QPDF& qpdf() { return qpdf_; }
  /// What libqpdf had to mend so far; empty: nothing.
  std::string damage();

 private:
  class MemoryPdf : public PdfBytes {
   public:
    MemoryPdf(std::string name, ByteView view);
    ByteView view() const { return view_; }

   private:
    std::size_t read_inside(std::uint64_t offset, std::span<std::uint8_t> out) const override;
    ByteView view_;
  };

  MemoryPdf bytes_;
  QPDF qpdf_;
  std::string damage_;
};

/// Where the file says its last cross-reference section stands; -1 when it does not say.
long long last_section_offset(ByteView pdf);

}  // namespace sohoa
