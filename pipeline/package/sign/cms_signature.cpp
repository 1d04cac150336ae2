#include "pipeline/package/sign/cms_signature.h"

#include "pipeline/base/error.h"
#include "pipeline/package/sign/der.h"
#include "pipeline/package/sign/openssl_handles.h"
#include "pipeline/package/sign/signing_certificate.h"

namespace sohoa {

namespace {

Bytes id_data() { return der_object_id({1, 2, 840, 113549, 1, 7, 1}); }
Bytes id_signed_data() { return der_object_id({1, 2, 840, 113549, 1, 7, 2}); }
Bytes id_content_type() { return der_object_id({1, 2, 840, 113549, 1, 9, 3}); }
Bytes id_message_digest() { return der_object_id({1, 2, 840, 113549, 1, 9, 4}); }
Bytes id_time_stamp_token() { return der_object_id({1, 2, 840, 113549, 1, 9, 16, 2, 14}); }
Bytes id_signing_certificate_v2() { return der_object_id({1, 2, 840, 113549, 1, 9, 16, 2, 47}); }

Bytes sha256_algorithm() {
  return der(DerTag::kSequence, {der_object_id({2, 16, 840, 1, 101, 3, 4, 2, 1})});
}

Bytes signature_algorithm(KeyKind kind) {
  if (kind == KeyKind::kEllipticCurve) {
    return der(DerTag::kSequence, {der_object_id({1, 2, 840, 10045, 4, 3, 2})});
  }
  return der(DerTag::kSequence,
             {der_object_id({1, 2, 840, 113549, 1, 1, 11}), der(DerTag::kNull, ByteView())});
}

Bytes attribute(const Bytes& id, const Bytes& value) {
  return der(DerTag::kSequence, {id, der(DerTag::kSet, {value})});
}

struct Identity {
  Bytes issuer;
  Bytes serial;
};

Identity identity_of(ByteView der_certificate) {
  const CertificateHandle certificate = certificate_of(der_certificate);
  if (!certificate) {
    throw Error(ExitCode::kInput, "certificate", "cannot be read", "check that it is one");
  }
  return {der_of(X509_get_issuer_name(certificate.get()), i2d_X509_NAME),
          der_of(X509_get0_serialNumber(certificate.get()), i2d_ASN1_INTEGER)};
}

std::vector<Bytes> attribute_list(ByteView digest, ByteView certificate) {
  return {attribute(id_content_type(), id_data()),
          attribute(id_message_digest(), der(DerTag::kOctets, digest)),
          attribute(id_signing_certificate_v2(), signing_certificate_v2(certificate))};
}

Bytes signer_info(ByteView digest, ByteView certificate, ByteView signature, ByteView time_stamp) {
  const Identity identity = identity_of(certificate);
  Bytes unsigned_attributes;
  if (!time_stamp.empty()) {
    const Bytes token(time_stamp.begin(), time_stamp.end());
    unsigned_attributes = der(DerTag::kContext1, {attribute(id_time_stamp_token(), token)});
  }
  return der(DerTag::kSequence,
             {der_small_integer(1), der(DerTag::kSequence, {identity.issuer, identity.serial}),
              sha256_algorithm(), der_set(DerTag::kContext0, attribute_list(digest, certificate)),
              signature_algorithm(key_kind_of(certificate)), der(DerTag::kOctets, signature),
              unsigned_attributes});
}

}  // namespace

Bytes signed_attributes(ByteView digest, ByteView certificate) {
  return der_set(DerTag::kSet, attribute_list(digest, certificate));
}

Bytes cms_signature(ByteView digest, const std::vector<Bytes>& chain, ByteView signature,
                    ByteView time_stamp) {
  const Bytes signed_data =
      der(DerTag::kSequence,
          {der_small_integer(1), der(DerTag::kSet, {sha256_algorithm()}),
           der(DerTag::kSequence, {id_data()}), der_set(DerTag::kContext0, chain),
           der(DerTag::kSet, {signer_info(digest, chain.front(), signature, time_stamp)})});
  return der(DerTag::kSequence, {id_signed_data(), der(DerTag::kContext0, {signed_data})});
}

}  // namespace sohoa
