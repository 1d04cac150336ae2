#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>

namespace sohoa {

/// Takes pages of other PDF files over. What they show stays, notes and signatures' pictures
/// included; what acts (forms, scripts, actions other than web links) is left behind. Keeps the
/// files open: libqpdf reads their streams when the copy is written.
class PdfPageCopier {
 public:
  /// Page `number` from 1, ready to be added to `target`. Errors: Error (kInput).
  QPDFObjectHandle copy(QPDF& target, const std::filesystem::path& file, int number);

 private:
  QPDF& source(const std::filesystem::path& file);

  std::map<std::string, std::unique_ptr<QPDF>> sources_;
};

}  // namespace sohoa
