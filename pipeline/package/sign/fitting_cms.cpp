#include "pipeline/package/sign/fitting_cms.h"

#include "pipeline/base/error.h"
#include "pipeline/package/sign/cms_check.h"
#include "pipeline/package/sign/signer.h"

namespace sohoa {

namespace {

Error unfit(const std::string& name, const std::string& reason) {
  return Error(ExitCode::kInput, name, "the signature does not fit: " + reason,
               "sign the digest of this file's request, with the certificate's own key");
}

}  // namespace

Bytes require_fitting(const std::string& name, const PreparedSignature& prepared, ByteView cms) {
  const CmsCheck check = check_cms(cms, covered_by(prepared));
  if (!check.wrong.empty()) throw unfit(name, check.wrong);
  if (!check.names_certificate) throw unfit(name, "it is no CAdES signature");
  Bytes certificate = der_of(check.signer.get(), i2d_X509);
  key_kind_of(certificate);
  return certificate;
}

}  // namespace sohoa
