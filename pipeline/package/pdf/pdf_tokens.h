#pragma once

#include <memory>
#include <qpdf/InputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <string>

namespace sohoa {

/// The tokens of PDF syntax in `data`; ends with tt_eof. Broken ones come as tt_bad.
class PdfTokens {
 public:
  PdfTokens(const std::string& data, const std::string& place);
  QPDFTokenizer::Token next();
  /// To be called after the operator ID: the next token is the image's data.
  void expect_inline_image();

 private:
  std::shared_ptr<InputSource> input_;  // as libqpdf takes it
  QPDFTokenizer tokenizer_;
  std::string place_;
};

}  // namespace sohoa
