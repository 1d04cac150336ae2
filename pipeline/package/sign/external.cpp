#include "pipeline/package/sign/external.h"

#include <algorithm>
#include <utility>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/package/sign/byte_range.h"
#include "pipeline/package/sign/cms_check.h"
#include "pipeline/package/sign/cms_signature.h"
#include "pipeline/package/sign/signature_field.h"
#include "pipeline/package/sign/signature_list.h"

namespace sohoa {

namespace {

constexpr std::size_t kCmsBytesMax = 24 << 10;  // with a time stamp and some certificates

/// The document with its empty signature, as prepare_signature left it.
PreparedSignature reopened(const std::filesystem::path& file) {
  PreparedSignature prepared;
  prepared.pdf = read_pdf(file).bytes;
  PdfDocument document(file.string(), prepared.pdf);
  for (const SignedField& field : signed_fields(document)) {
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

Error unfit(const std::filesystem::path& file, const std::string& reason) {
  return Error(ExitCode::kInput, file.string(), "the signature does not fit: " + reason,
               "sign the digest of this file's request");
}

/// Returns the signer's certificate.
Bytes require_fit(const std::filesystem::path& file, const PreparedSignature& prepared,
                  ByteView cms) {
  const ByteView pdf = prepared.pdf;
  const std::vector<ByteView> covered = {pdf.first(prepared.gap_begin),
                                         pdf.subspan(prepared.gap_end)};
  const CmsCheck check = check_cms(cms, covered);
  if (!check.wrong.empty()) throw unfit(file, check.wrong);
  if (!check.names_certificate) throw unfit(file, "it is no CAdES signature");
  Bytes certificate = der_of(check.signer.get(), i2d_X509);
  key_kind_of(certificate);
  return certificate;
}

}  // namespace

SigningRequest export_signature(const std::filesystem::path& in, const std::filesystem::path& out,
                                const SignSettings& settings, const std::vector<Bytes>& chain) {
  PreparedSignature prepared = prepare_signature(read_pdf(in), settings, kCmsBytesMax);
  SigningRequest request;
  request.digest = digest_of(prepared);
  if (!chain.empty()) request.attributes = signed_attributes(request.digest, chain.front());
  request.cms_bytes_max = kCmsBytesMax;
  request.findings = std::move(prepared.findings);
  write_file(out, prepared.pdf);
  return request;
}

std::string import_signature(const std::filesystem::path& in, const std::filesystem::path& out,
                             ByteView answer, const std::vector<Bytes>& chain) {
  PreparedSignature prepared = reopened(in);
  Bytes cms(answer.begin(), answer.end());
  if (!chain.empty()) cms = cms_signature(digest_of(prepared), chain, answer, {});
  const Bytes certificate = require_fit(in, prepared, cms);
  fill_in(prepared, cms);
  write_file(out, prepared.pdf);
  return name_in_certificate(certificate);
}

}  // namespace sohoa
