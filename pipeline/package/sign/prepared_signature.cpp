#include "pipeline/package/sign/prepared_signature.h"

#include <algorithm>
#include <string_view>

#include "pipeline/base/error.h"
#include "pipeline/base/hexadecimal.h"
#include "pipeline/package/sign/byte_range.h"
#include "pipeline/package/sign/digest_of_pieces.h"
#include "pipeline/package/sign/loaded_pdf.h"

namespace sohoa {

void locate_gap(PreparedSignature& prepared, std::size_t signature_at) {
  const std::string_view text = as_text(prepared.pdf);
  const std::size_t range_at = text.find("[0", signature_at) + 2;
  prepared.gap_begin = text.find('<', range_at);
  prepared.gap_end = text.find('>', prepared.gap_begin) + 1;
  const std::string range = ' ' + std::to_string(prepared.gap_begin) + ' ' +
                            std::to_string(prepared.gap_end) + ' ' +
                            std::to_string(prepared.pdf.size() - prepared.gap_end);
  std::copy(range.begin(), range.end(),
            prepared.pdf.begin() + static_cast<std::ptrdiff_t>(range_at));
}

PreparedSignature reopen_prepared(const std::filesystem::path& file) {
  PreparedSignature prepared;
  prepared.pdf = read_pdf(file).bytes;
  PdfDocument document(file.string(), prepared.pdf);
  for (const SignatureField& field : signature_fields(document.qpdf()).fields) {
    QPDFObjectHandle signature = field.signature;
    const ByteRange range = byte_range_of(signature, prepared.pdf);
    if (!range.wrong.empty() || range.end != prepared.pdf.size()) continue;
    const std::string contents = signature.getKey("/Contents").getStringValue();
    if (contents.find_first_not_of('\0') != std::string::npos) continue;
    prepared.gap_begin = range.before.size();
    prepared.gap_end = prepared.pdf.size() - range.after.size();
    return prepared;
  }
  throw Error(ExitCode::kInput, file.string(), "has no empty signature to be filled",
              "take the file that `sohoa sign --external export` wrote");
}

std::vector<ByteView> covered_by(const PreparedSignature& prepared) {
  const ByteView pdf = prepared.pdf;
  return {pdf.first(prepared.gap_begin), pdf.subspan(prepared.gap_end)};
}

Bytes digest_of(const PreparedSignature& prepared) {
  return sha256_of_pieces(covered_by(prepared));
}

void fill_in(PreparedSignature& prepared, ByteView cms) {
  const std::size_t room = (prepared.gap_end - prepared.gap_begin - 2) / 2;
  if (cms.size() > room) {
    throw Error(
        ExitCode::kInput, "signature",
        "is of " + std::to_string(cms.size()) + " bytes, there is room for " + std::to_string(room),
        "sign with fewer certificates");
  }
  const std::string digits = hexadecimal(cms);
  std::copy(digits.begin(), digits.end(),
            prepared.pdf.begin() + static_cast<std::ptrdiff_t>(prepared.gap_begin) + 1);
}

}  // namespace sohoa
