#include "pipeline/package/sign/signer.h"

#include <string>

#include "pipeline/base/error.h"
#include "pipeline/base/printable.h"
#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa {

namespace {

constexpr int kRsaBitsMin = 2048;
constexpr std::size_t kCurveNameMax = 64;

Error refused(const std::string& subject, const std::string& reason) {
  return Error(ExitCode::kUsage, subject, reason,
               "use a certificate for RSA of 2048 bits or more, or for the curve P-256 or P-384");
}

}  // namespace

KeyKind key_kind_of(ByteView der) {
  const CertificateHandle certificate = certificate_of(der);
  if (!certificate) throw refused("certificate", "cannot be read");
  const std::string name = common_name(X509_get_subject_name(certificate.get()));
  const EVP_PKEY* key = X509_get0_pubkey(certificate.get());
  if (key == nullptr) throw refused(name, "its key cannot be read");
  if (EVP_PKEY_is_a(key, "RSA") == 1) {
    if (EVP_PKEY_get_bits(key) < kRsaBitsMin) throw refused(name, "its RSA key is too short");
    return KeyKind::kRsa;
  }
  char curve[kCurveNameMax] = {};
  if (EVP_PKEY_is_a(key, "EC") == 1 &&
      EVP_PKEY_get_group_name(key, curve, sizeof curve, nullptr) == 1) {
    const std::string known = curve;
    if (known == "prime256v1" || known == "secp384r1") return KeyKind::kEllipticCurve;
  }
  throw refused(name, "its key is of a kind that is not signed with");
}

std::string name_in_certificate(ByteView der) {
  const CertificateHandle certificate = certificate_of(der);
  return certificate ? printable(common_name(X509_get_subject_name(certificate.get()))) : "";
}

}  // namespace sohoa
