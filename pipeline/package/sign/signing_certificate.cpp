#include "pipeline/package/sign/signing_certificate.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "pipeline/base/error.h"
#include "pipeline/package/sign/der.h"
#include "pipeline/package/sign/digest_of_pieces.h"

namespace sohoa {

namespace {

constexpr char kAnother[] = "its signature was made for another certificate";
constexpr char kMalformed[] = "what it says of its certificate cannot be read";

struct SequenceFree {
  void operator()(ASN1_SEQUENCE_ANY* parts) const { sk_ASN1_TYPE_pop_free(parts, ASN1_TYPE_free); }
};
using Sequence = std::unique_ptr<ASN1_SEQUENCE_ANY, SequenceFree>;

/// The parts of a SEQUENCE without bytes behind it; nothing when it is none.
Sequence parts_of(const ASN1_STRING* der) {
  const unsigned char* data = ASN1_STRING_get0_data(der);
  const unsigned char* const end = data + ASN1_STRING_length(der);
  Sequence parts(d2i_ASN1_SEQUENCE_ANY(nullptr, &data, ASN1_STRING_length(der)));
  return data == end ? std::move(parts) : nullptr;
}

/// The part at `index` when it is of that type.
const ASN1_STRING* part(const Sequence& sequence, int index, int type) {
  if (!sequence || index >= sk_ASN1_TYPE_num(sequence.get())) return nullptr;
  const ASN1_TYPE* one = sk_ASN1_TYPE_value(sequence.get(), index);
  return one->type == type ? one->value.asn1_string : nullptr;
}

/// What ESSCertID and ESSCertIDv2 say: the digest of a certificate.
struct CertificateDigest {
  const EVP_MD* algorithm = nullptr;
  Bytes digest;
};

std::optional<CertificateDigest> first_certificate(const ASN1_STRING* attribute,
                                                   const EVP_MD* otherwise) {
  const Sequence outer = parts_of(attribute);
  const ASN1_STRING* list = part(outer, 0, V_ASN1_SEQUENCE);
  if (list == nullptr) return std::nullopt;
  const Sequence certificates = parts_of(list);
  const ASN1_STRING* first = part(certificates, 0, V_ASN1_SEQUENCE);
  if (first == nullptr) return std::nullopt;
  const Sequence fields = parts_of(first);
  CertificateDigest result{otherwise, {}};
  int at = 0;
  if (const ASN1_STRING* stated = part(fields, 0, V_ASN1_SEQUENCE)) {
    const unsigned char* data = ASN1_STRING_get0_data(stated);
    const std::unique_ptr<X509_ALGOR, OpensslFree<X509_ALGOR_free>> algorithm(
        d2i_X509_ALGOR(nullptr, &data, ASN1_STRING_length(stated)));
    if (!algorithm) return std::nullopt;
    result.algorithm = EVP_get_digestbyobj(algorithm->algorithm);
    at = 1;
  }
  const ASN1_STRING* digest = part(fields, at, V_ASN1_OCTET_STRING);
  if (digest == nullptr) return std::nullopt;
  const unsigned char* bytes = ASN1_STRING_get0_data(digest);
  result.digest.assign(bytes, bytes + ASN1_STRING_length(digest));
  return result;
}

/// Empty when the attribute is there once and names the signer's certificate.
std::string fault_of(CMS_SignerInfo* info, int nid, X509* signer, const EVP_MD* otherwise) {
  constexpr int kOnlyOne = -3;  // a lone attribute with a lone value
  const auto* attribute = static_cast<const ASN1_STRING*>(
      CMS_signed_get0_data_by_OBJ(info, OBJ_nid2obj(nid), kOnlyOne, V_ASN1_SEQUENCE));
  if (attribute == nullptr) return kMalformed;
  const std::optional<CertificateDigest> stated = first_certificate(attribute, otherwise);
  if (!stated) return kMalformed;
  const Bytes digest = digest_of_pieces(stated->algorithm, {der_of(signer, i2d_X509)});
  return digest.empty() || digest != stated->digest ? kAnother : "";
}

}  // namespace

// SHA-256 is the default that DER leaves out.
Bytes signing_certificate_v2(ByteView der_certificate) {
  const CertificateHandle certificate = certificate_of(der_certificate);
  if (!certificate) {
    throw Error(ExitCode::kInput, "certificate", "cannot be read", "check that it is one");
  }
  const Bytes issuer = der_of(X509_get_issuer_name(certificate.get()), i2d_X509_NAME);
  const Bytes serial = der_of(X509_get0_serialNumber(certificate.get()), i2d_ASN1_INTEGER);
  const Bytes names = der(DerTag::kSequence, {der(DerTag::kContext4, {issuer})});
  const Bytes issuer_serial = der(DerTag::kSequence, {names, serial});
  const Bytes hash = der(DerTag::kOctets, sha256_of_pieces({der_certificate}));
  const Bytes one = der(DerTag::kSequence, {hash, issuer_serial});
  return der(DerTag::kSequence, {der(DerTag::kSequence, {one})});
}

NamedCertificate named_certificate(CMS_SignerInfo* info, X509* signer) {
  struct Version {
    int nid;
    const EVP_MD* digest;  // where the attribute does not say
  };
  NamedCertificate result;
  for (const Version& version : {Version{NID_id_smime_aa_signingCertificate, EVP_sha1()},
                                 Version{NID_id_smime_aa_signingCertificateV2, EVP_sha256()}}) {
    if (CMS_signed_get_attr_by_NID(info, version.nid, -1) < 0) continue;
    result.named = true;
    if (result.wrong.empty()) result.wrong = fault_of(info, version.nid, signer, version.digest);
  }
  return result;
}

}  // namespace sohoa
