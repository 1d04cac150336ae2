#include "pipeline/package/sign/sign.h"

#include <utility>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/package/sign/certificate_use.h"
#include "pipeline/package/sign/cms_check.h"
#include "pipeline/package/sign/cms_signature.h"
#include "pipeline/package/sign/signature_field.h"
#include "pipeline/package/sign/time_stamp.h"
#include "pipeline/package/sign/verify_signatures.h"

namespace sohoa {

namespace {

// Beside the certificates: attributes, identities and a signature of 8192 bits.
constexpr std::size_t kSignatureBytes = 4096;
constexpr std::size_t kRoomUnit = 1024;

std::size_t contents_bytes(const SignSettings& settings, const std::vector<Bytes>& chain) {
  std::size_t bytes = kSignatureBytes;
  for (const Bytes& certificate : chain) bytes += certificate.size();
  if (!settings.time_stamp_url.empty()) bytes += kTimeStampBytesMax;
  return (bytes + kRoomUnit - 1) / kRoomUnit * kRoomUnit;
}

/// What was already wrong with the signatures of the PDF: the new one makes none of it good.
std::vector<Finding> earlier_faults(const LoadedPdf& pdf, std::int64_t now) {
  std::vector<Finding> faults;
  const SignatureReport report = verify_signatures(pdf.name, pdf.bytes, {{}, now});
  const auto take = [&](const std::vector<Finding>& findings) {
    for (const Finding& one : findings) {
      if (one.severity == Severity::kError && one.code != "signature.none") faults.push_back(one);
    }
  };
  take(report.findings);
  for (const Signature& one : report.signatures) take(one.findings);
  return faults;
}

}  // namespace

SignedPdf sign_pdf(const LoadedPdf& pdf, const SignSettings& settings, Signer& signer) {
  const std::vector<Bytes>& chain = signer.chain();
  require_usable(chain.front(), settings.time);
  PreparedSignature prepared = prepare_signature(pdf, settings, contents_bytes(settings, chain));
  const Bytes digest = digest_of(prepared);
  const Bytes signature = signer.sign(signed_attributes(digest, chain.front()));
  Bytes time_stamp;
  if (!settings.time_stamp_url.empty()) {
    time_stamp = request_time_stamp(settings.time_stamp_url, signature);
  }
  const Bytes cms = cms_signature(digest, chain, signature, time_stamp);
  const CmsCheck made = check_cms(cms, covered_by(prepared));
  if (!made.wrong.empty()) {
    throw Error(ExitCode::kUsage, name_in_certificate(chain.front()),
                "the key is not that of this certificate", "name the key's own by --cert");
  }
  fill_in(prepared, cms);
  for (Finding& finding : earlier_faults(pdf, settings.time)) {
    prepared.findings.push_back(std::move(finding));
  }
  return {std::move(prepared.pdf), std::move(prepared.findings)};
}

std::vector<Finding> sign_pdf(const std::filesystem::path& in, const std::filesystem::path& out,
                              const SignSettings& settings, Signer& signer) {
  SignedPdf made = sign_pdf(read_pdf(in), settings, signer);
  write_file(out, made.bytes);
  return std::move(made.findings);
}

}  // namespace sohoa
