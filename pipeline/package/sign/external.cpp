#include "pipeline/package/sign/external.h"

#include <utility>

#include "pipeline/base/atomic_file.h"
#include "pipeline/package/sign/cms_signature.h"
#include "pipeline/package/sign/fitting_cms.h"
#include "pipeline/package/sign/signature_field.h"

namespace sohoa {

namespace {

constexpr std::size_t kCmsBytesMax = 24 << 10;  // with a time stamp and some certificates

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
  PreparedSignature prepared = reopen_prepared(in);
  Bytes cms(answer.begin(), answer.end());
  if (!chain.empty()) cms = cms_signature(digest_of(prepared), chain, answer, {});
  const Bytes certificate = require_fitting(in.string(), prepared, cms);
  fill_in(prepared, cms);
  write_file(out, prepared.pdf);
  return name_in_certificate(certificate);
}

}  // namespace sohoa
