#include "pipeline/package/sign/certificate_use.h"

#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/signer.h"

namespace sohoa {

namespace {

using ExtendedUse = std::unique_ptr<EXTENDED_KEY_USAGE, OpensslFree<EXTENDED_KEY_USAGE_free>>;

// Authorities for persons and agencies write these; documentSigning (RFC 9336) is young.
constexpr std::array<std::string_view, 6> kSigningUses = {
    "1.3.6.1.5.5.7.3.36",       // documentSigning
    "1.3.6.1.5.5.7.3.4",        // emailProtection
    "1.3.6.1.5.5.7.3.2",        // clientAuth
    "2.5.29.37.0",              // any
    "1.3.6.1.4.1.311.10.3.12",  // Microsoft: document signing
    "1.2.840.113583.1.1.5"};    // Adobe: authentic documents

std::string dotted(const ASN1_OBJECT* id) {
  constexpr int kTextBytes = 128;
  constexpr int kNumbersOnly = 1;
  char text[kTextBytes] = {};
  OBJ_obj2txt(text, kTextBytes, id, kNumbersOnly);
  return text;
}

}  // namespace

bool in_term(const X509* certificate, std::int64_t moment) {
  time_t seconds = moment;
  return X509_cmp_time(X509_get0_notBefore(certificate), &seconds) < 0 &&
         X509_cmp_time(X509_get0_notAfter(certificate), &seconds) > 0;
}

bool is_for_signing(X509* certificate) {
  // UINT32_MAX where the certificate does not restrict its key.
  if ((X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
    return false;
  }
  const ExtendedUse uses(static_cast<EXTENDED_KEY_USAGE*>(
      X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
  if (!uses) return true;
  for (int i = 0; i < sk_ASN1_OBJECT_num(uses.get()); ++i) {
    const std::string use = dotted(sk_ASN1_OBJECT_value(uses.get(), i));
    if (std::find(kSigningUses.begin(), kSigningUses.end(), use) != kSigningUses.end()) return true;
  }
  return false;
}

void require_usable(ByteView der, std::int64_t moment) {
  key_kind_of(der);
  const CertificateHandle certificate = certificate_of(der);
  const std::string name = name_in_certificate(der);
  if (!in_term(certificate.get(), moment)) {
    throw Error(ExitCode::kUsage, name, "its certificate is not valid at the time of signing",
                "sign with one that is, and look at the clock");
  }
  if (!is_for_signing(certificate.get())) {
    throw Error(ExitCode::kUsage, name, "its certificate is not meant for signing papers",
                "sign with another one");
  }
}

}  // namespace sohoa
