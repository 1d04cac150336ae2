#include "tests/package/sign/openssl_cms.h"

#include <openssl/pem.h>

#include "pipeline/base/file.h"
#include "pipeline/package/sign/openssl_handles.h"

namespace sohoa::test {

Bytes openssl_cms(const KeyFiles& files, const Bytes& content, const ForeignCms& form) {
  const Bytes key_pem = read_file(files.key), certificate_pem = read_file(files.certificate);
  const KeyHandle key(PEM_read_bio_PrivateKey(bio_of(key_pem).get(), nullptr, nullptr, nullptr));
  const CertificateHandle own(
      PEM_read_bio_X509(bio_of(certificate_pem).get(), nullptr, nullptr, nullptr));
  const BioHandle data = bio_of(content);
  const unsigned flags = CMS_PARTIAL | CMS_BINARY | form.flags;
  const CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, data.get(), flags));
  CMS_SignerInfo* info = CMS_add1_signer(cms.get(), own.get(), key.get(), form.digest, flags);
  for (int i = 0; i < form.times && form.attribute != NID_undef; ++i) {
    CMS_signed_add1_attr_by_NID(info, form.attribute, V_ASN1_SEQUENCE, form.value.data(),
                                static_cast<int>(form.value.size()));
  }
  CMS_final(cms.get(), data.get(), nullptr, flags);
  return der_of(cms.get(), i2d_CMS_ContentInfo);
}

}  // namespace sohoa::test
