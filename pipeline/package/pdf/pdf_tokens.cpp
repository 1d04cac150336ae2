#include "pipeline/package/pdf/pdf_tokens.h"

#include <qpdf/BufferInputSource.hh>

namespace sohoa {

PdfTokens::PdfTokens(const std::string& data, const std::string& place)
    : input_(std::make_shared<BufferInputSource>(place, data)), place_(place) {
  tokenizer_.allowEOF();
}

QPDFTokenizer::Token PdfTokens::next() { return tokenizer_.readToken(input_, place_, true); }

void PdfTokens::expect_inline_image() {
  char separator = 0;
  input_->read(&separator, 1);
  tokenizer_.expectInlineImage(input_);
}

}  // namespace sohoa
