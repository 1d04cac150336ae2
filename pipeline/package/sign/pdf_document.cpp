#include "pipeline/package/sign/pdf_document.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "pipeline/base/error.h"
#include "pipeline/package/pdf/pdf_input.h"

namespace sohoa {

PdfDocument::PdfDocument(std::string name, ByteView bytes) : bytes_(std::move(name), bytes) {
  constexpr const char* kRemedy = "check that it is a PDF file";
  if (!as_text(bytes).starts_with("%PDF-")) {
    throw Error(ExitCode::kInput, bytes_.name(), "is not a PDF file", kRemedy);
  }
  try {
    qpdf_.setSuppressWarnings(true);
    qpdf_.processInputSource(input_source_of(bytes_));
    qpdf_.getAllPages();
  } catch (const QPDFExc& failure) {
    const bool locked = failure.getErrorCode() == qpdf_e_password;
    throw Error(
        ExitCode::kInput, bytes_.name(),
        locked ? "is encrypted with a password" : "is damaged: " + failure.getMessageDetail(),
        locked ? "remove the password first" : kRemedy);
  } catch (const std::exception& failure) {  // of libqpdf too: numbers beyond its types
    throw Error(ExitCode::kInput, bytes_.name(), std::string("is damaged: ") + failure.what(),
                kRemedy);
  }
}

std::string PdfDocument::damage() {
  const std::vector<QPDFExc> warnings = qpdf_.getWarnings();
  if (damage_.empty() && !warnings.empty()) damage_ = warnings.front().getMessageDetail();
  return damage_;
}

PdfDocument::MemoryPdf::MemoryPdf(std::string name, ByteView view)
    : PdfBytes(std::move(name), static_cast<long long>(view.size())), view_(view) {}

std::size_t PdfDocument::MemoryPdf::read_inside(std::uint64_t offset,
                                                std::span<std::uint8_t> out) const {
  std::copy_n(view_.data() + offset, out.size(), out.data());
  return out.size();
}

long long last_section_offset(ByteView pdf) {
  constexpr std::string_view kKeyword = "startxref";
  const std::string_view text = as_text(pdf);
  std::size_t at = text.rfind(kKeyword);
  if (at == std::string_view::npos) return -1;
  at = text.find_first_not_of(" \t\r\n", at + kKeyword.size());
  if (at == std::string_view::npos) return -1;
  long long offset = -1;
  std::from_chars(text.data() + at, text.data() + text.size(), offset);
  return offset >= 0 && offset < static_cast<long long>(pdf.size()) ? offset : -1;
}

}  // namespace sohoa
