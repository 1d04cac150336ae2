#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>

#include "pipeline/package/pdf/pdf_bytes.h"

namespace sohoa {

/// Takes pages of other PDF files over. What they show stays, notes and signatures' pictures
/// included; what acts (forms, scripts, actions other than web links) is left behind. Keeps the
/// files open: libqpdf reads their streams when the copy is written.
class PdfPageCopier {
 public:
  /// Page `number` from 1, ready to be added to `target`. Errors: Error (kInput).
  QPDFObjectHandle copy(QPDF& target, const std::filesystem::path& file, int number);
  /// The same of a PDF that is read where it lies; it must live until the copy is written.
  QPDFObjectHandle copy(QPDF& target, const PdfBytes& pdf, int number);

 private:
  /// Opened once, by `open`, and kept under `name`.
  QPDF& source(const std::string& name, const std::function<void(QPDF&)>& open);
  QPDFObjectHandle copy(QPDF& target, const std::string& name, int number,
                        const std::function<void(QPDF&)>& open);

  std::map<std::string, std::unique_ptr<QPDF>> sources_;
};

}  // namespace sohoa
